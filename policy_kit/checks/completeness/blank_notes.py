"""Blanks that somebody left in words: a draft, a note to ask a colleague, a value that is still pending."""

from __future__ import annotations

import re

from policy_kit.checks.completeness.blank import Blank
from policy_kit.checks.completeness.fields import THING, WHO
from policy_kit.checks.completeness.gaps import is_dated_by_form
from policy_kit.checks.completeness.values import is_value, stands_alone
from policy_kit.checks.running_text import Hit
from policy_kit.model import Confidence
from policy_kit.regexes import regex

_ASKS = r"(?:double[- ])?check|ask|confirm|verify|clarify|query|chase|find out"
_ASK = rf"(?:{_ASKS})"
_KNOWING = (
    r"(?:IT|ICT|HEAD|HT|SLT|DSL|SENCO|DPO|SBM|HR|LA|OFFICE|BURSAR|GOVERNORS?|TRUST|COUNCIL|CLERK|TECHNICIAN"
    r"|PROVIDER|SUPPLIER)"
)
_OF_EDITORS = ("UPDATE", "AMEND", "DELETE", "EDIT", "REWRITE")
_STATE = regex(
    r"\b(?:status|approv\w+|ratified|adopted|agreed|version|date|policy|issue|review\w*|signed off)\b",
    re.IGNORECASE,
)
_SHORT_LINE = 10  # words of a line that says no more than what it is
_OF_DRAFTS = regex(
    r"\b(?:drafts|drafted|drafting|(?:first|final|rough|a|the|each|every|in) draft)\b", re.IGNORECASE
)
_STARTS_SENTENCE = regex(r"\s(?:is|are|will|has|have|must|can|and|uses?|who|which)\b")
_NO_FACT = regex(r"\b(?:outcome|action|result|notes?|comments?|decision)s?\W*$", re.IGNORECASE)
_OWNER = regex(
    rf"\W*(?:the |our |your )?(?:{WHO}|police|provider|supplier|technician|front door|duty team|helpdesk"
    r"|local authority designated officer)\W*",
    re.IGNORECASE,
)


def _label(hit: Hit) -> str:
    """What asks for the words: what stands before them, or the cell that begins their row."""
    cells = hit.block.cells
    if not hit.before.strip(" (|") and len(cells) > 1 and cells[0] != hit.text:
        return cells[0]
    return hit.before


def _is_draft(hit: Hit) -> bool:
    """Whether the policy itself is called a draft; a row of its history tells of drafts there were."""
    cells, label = hit.block.cells, _label(hit)
    if cells and not _STATE.search(cells[0]) and len(cells) > 1:
        return False
    if label.strip() and _STATE.search(label) and stands_alone(hit):
        return True
    if label.rstrip(" :|–-").casefold() == "status":
        return len(hit.after.split()) < _SHORT_LINE
    bracketed = hit.before.endswith(("(", "[")) and hit.after.startswith((")", "]"))
    if not hit.words.startswith("DRAFT") and not (bracketed and hit.block.is_heading):
        return False
    return len(hit.text.split()) <= _SHORT_LINE and not _OF_DRAFTS.search(hit.text.replace("DRAFT", ""))


def _is_note_to_self(hit: Hit) -> bool:
    """In square brackets always; in round ones or between dashes where a value should stand; or shouted."""
    words = hit.words
    if words.startswith("["):
        return True
    if words.isupper():
        return words.startswith(_OF_EDITORS) or not (hit.before + hit.after).isupper()
    if words.endswith("here"):
        return True
    return is_value(hit)


def _is_pending(hit: Hit) -> bool:
    label = _label(hit)
    return bool(label.strip(" (|")) and stands_alone(hit) and not _NO_FACT.search(label.rstrip(" :|–-"))


def _is_shouted_name(hit: Hit) -> bool:
    if (hit.before + hit.after).isupper() or not (hit.before + hit.after).strip():
        return False
    starts = not hit.before.strip() and bool(_STARTS_SENTENCE.match(hit.after))
    return starts or is_value(hit)


NOTES: tuple[Blank, ...] = (
    Blank(
        "note-to-self",
        "a note to find something out",
        regex(
            rf"\[(?:[^\[\]\n]{{0,60}}[–—:;?-]\s?)?(?:please )?"
            rf"(?:{_ASKS}|choose|select|pick|update|amend)\b[^\[\]\n]{{0,60}}\](?!\()"
            rf"|\((?:[^()\n]{{0,60}}[–—:;?-]\s?)?(?:please )?{_ASK}(?: (?:with|from|for))?\s[^()\n]{{1,50}}\)"
            rf"|(?<=\b(?:is|by|at|on) )[–—-] ?{_ASK}\b[^.–—\n]{{2,40}}(?:[–—-](?=\s|$)|$)"
            rf"|(?-i:\b(?:CHECK|CONFIRM|VERIFY|AGREE) (?:WITH|BY|FROM)(?: THE)? {_KNOWING}\b"
            rf"|\bASK(?: THE)? {_KNOWING}\b"
            r"|\b(?:UPDATE|AMEND|DELETE|EDIT|REWRITE)(?: [A-Z]+){0,2}"
            r" (?:THIS|THESE|NAMES?|DATES?|BEFORE|WHEN|ONCE)\b)"
            r"|\bto be (?:inserted|added|completed|supplied) here\b",
            re.IGNORECASE | re.MULTILINE,
        ),
        (
            "check",
            "ask",
            "confirm",
            "verify",
            "clarify",
            "query",
            "chase",
            "find out",
            "agree",
            "choose",
            "select",
            "pick",
            "update",
            "amend",
            "delete",
            "edit",
            "rewrite",
            " here",
        ),
        _is_note_to_self,
        Confidence.MEDIUM,
        in_forms=True,
    ),
    Blank(
        "draft",
        "the mark of a draft",
        regex(r"\bdraft\b(?: (?:v(?:ersion)?\.? ?)?\d[\d.]*)?", re.IGNORECASE),
        ("draft",),
        _is_draft,
        Confidence.MEDIUM,
    ),
    Blank(
        "shouted-name",
        "the template's stand-in for a name",
        regex(
            r"\b(?:[A-Z]{2,}(?:['’]S)? ){0,2}(?:NAME|DATE|NUMBER|DETAILS|TITLE|EMAIL|ADDRESS|PRODUCT"
            r"|PROVIDER)(?: HERE)?\b"
        ),
        ("name", "date", "number", "details", "title", "email", "address", "product", "provider"),
        _is_shouted_name,
        Confidence.MEDIUM,
    ),
    Blank(
        "pending",
        "something still to be confirmed",
        regex(
            r"(?:^|(?<=[:|–—(-])|(?<=[:|–—-] ))(?:pending(?: [\w’' ]{2,40})?|awaiting [\w’' ]{2,40}"
            r"|to be (?:agreed|named|determined|finali[sz]ed|provided|set|nominated|elected|identified"
            r"|recruited)(?: [\w’']+){0,4}"
            r"|to (?:follow|come)(?: (?:shortly|soon|later))?"
            r"|(?:not (?:yet )?|yet to be )(?:known|set|agreed|confirmed|decided|approved|ratified))"
            r"(?=[\s.)]*$)",
            re.IGNORECASE | re.MULTILINE,
        ),
        ("pending", "awaiting", "to be ", "to follow", "to come", "not "),
        _is_pending,
        Confidence.MEDIUM,
    ),
    Blank(
        "asked-of-owner",
        "what the template asks for",
        regex(
            rf"(?<=[:–—-])\s?{THING}\s?(?:/|and|&)\s?(?:\w+ )?{THING}(?=\W*$)", re.IGNORECASE | re.MULTILINE
        ),
        ("name", "number", "phone", "address", "email", "e-mail", "details", "contact"),
        lambda hit: bool(_OWNER.fullmatch(hit.before)),
        Confidence.MEDIUM,
    ),
    Blank(
        "dotted-date",
        "a date that was not filled in",
        regex(r"(?:\.{2,}|…+)\s?/\s?(?:\.{2,}|…+)(?:\s?/\s?(?:20)?(?:\.{2,}|…+|\d\d))?"),
        ("./", "…/", ". /", "… /"),
        is_dated_by_form,
    ),
)
