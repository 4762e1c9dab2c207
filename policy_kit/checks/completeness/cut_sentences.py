"""Sentences and dates that break off, and sentences with words lost from the middle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.checks.completeness.cut import Cut, goes_on
from policy_kit.checks.completeness.statements import is_whole_statement
from policy_kit.checks.placing import around, ending
from policy_kit.checks.running_text import Hit, text_of
from policy_kit.findings import Severity
from policy_kit.model import Block, BlockKind, Confidence, Document
from policy_kit.regexes import regex, seldom


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Autumn|Spring|Summer)"
)
_SHORT_YEAR = seldom(rf"\b{_MONTH}\.? (?:term )?(?:19|20)\d(?=\s*(?:[.,;:)|]|$))", re.MULTILINE)
_NEVER_LAST = regex(r"\b(?:the|a|an|our|their|your|its|every|and|or|than|because|into)$")
_SELDOM_LAST = regex(r"(\w+) (?:of|to|with|for|by|from|in)$")
# "somebody to talk to", "what it is for": people end so, and often without a full stop.
_OFTEN_BEFORE = _words(
    "talk speak turn listen belong aware capable thought heard spoken need want have able ought wish "
    "like try access"
    " subscribe sign signed up due used use agree agreed adhered kept opted logged signed brought "
    "taken responsible"
    " care cared work works worked is are for stand log join joined deal dealt come coming live lived "
    "abide abided"
    " refer referred content account apply applies apart part go get fill hand called in"
)
_STRAY_LETTER = regex(r"[.!?]\s+[B-HJ-Z]$")
_ENDS = frozenset(".!?:;”\"’')]…") | {""}
_OPEN_BRACKET = regex(r"\([^()]*$")
_SMALL_START = regex(r"\. ([a-z]{4,})\b(?![./@])")
_WORD_BEFORE = regex(r"(?<![\w./@-])[a-z]{4,}$")
_ABBREVIATED = _words("approx viii xiii dept govt incl para paras misc temp info tele addr ext")
_BLANKED = seldom(
    r"\b(?:with|to|following|by) the [A-Z]{3,} and (?:guidance|advice|procedures?|polic(?:y|ies))(?=[.,;])"
)
_BRANDS = _words("ipad ipads iphone iphones esafety youtube ebay")
_FINISH = "Finish the sentence, or take it out."


def cut_sentences(document: Document) -> Iterator[Cut]:
    """Yield the places where a sentence breaks off or has lost words."""
    blocks = document.text_blocks
    for at, block in enumerate(blocks):
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            yield from _at_the_end(block, blocks[at + 1] if at + 1 < len(blocks) else None)
    yield from _anywhere(document)


def _at_the_end(block: Block, follower: Block | None) -> Iterator[Cut]:
    text = block.text.rstrip()
    if text[-1:] in _ENDS or goes_on(block, follower):
        return
    is_item = block.kind is BlockKind.LIST_ITEM
    if _STRAY_LETTER.search(text[-6:]):
        yield Cut(
            "letter",
            block,
            ending(text, 60),
            f"“{text[-1]}” is left of a sentence that breaks off.",
            _FINISH,
            Confidence.HIGH,
        )
        return
    if _opens(block, follower):
        return
    last = _NEVER_LAST.search(text[-10:])
    if last and not (is_item and last[0] in ("and", "or")):
        yield _cut_sentence(block, last[0], Confidence.HIGH)
    elif not is_item and (found := _SELDOM_LAST.search(text[-40:])) and len(text.split()) >= 8:
        if found[1].lower() not in _OFTEN_BEFORE:
            yield _cut_sentence(block, found[0].split()[-1], Confidence.MEDIUM)
    elif (
        "(" in text
        and (bracket := _OPEN_BRACKET.search(text))
        and len(bracket[0].split()) <= 15
        and not _closes(follower)
        and not _SHORT_YEAR.search(bracket[0])
    ):
        yield Cut(
            "bracket",
            block,
            bracket[0],
            "A bracket opens here and the text breaks off before it closes.",
            _FINISH,
            Confidence.MEDIUM,
        )


def _opens(block: Block, follower: Block | None) -> bool:
    """Whether a table or a list goes on with the sentence; bullets that are whole statements do not."""
    if follower is None or follower.kind is BlockKind.TABLE_ROW:
        return follower is not None
    deeper = block.kind is not BlockKind.LIST_ITEM or follower.level > block.level
    return follower.kind is BlockKind.LIST_ITEM and deeper and not is_whole_statement(follower.text)


def _closes(follower: Block | None) -> bool:
    return follower is not None and ")" in follower.text.split("(", 1)[0]


def _cut_sentence(block: Block, last: str, confidence: Confidence) -> Cut:
    message = (
        f"This {'bullet' if block.kind is BlockKind.LIST_ITEM else 'sentence'} breaks off after “{last}”."
    )
    return Cut("sentence", block, ending(block.text, 120), message, _FINISH, confidence)


def _anywhere(document: Document) -> Iterator[Cut]:
    text = text_of(document)
    for hit in text.find(_SHORT_YEAR, " 20", " 19"):
        message = f"The date “{hit.words}” is cut short."
        quote = around(hit.text, hit.start, hit.end)
        yield Cut("date", hit.block, quote, message, "Write the whole year.", Confidence.HIGH)
    small = [hit for hit in text.find(_SMALL_START, ". ") if _is_sentence_start(hit)]
    if small:
        hit = small[0]
        yield Cut(
            "small-letter",
            hit.block,
            around(hit.text, hit.start, hit.end),
            f"A sentence begins with a small letter, “{hit.match[1]}”: words may be lost or out of order.",
            "Read the passage aloud and put the words back in order.",
            Confidence.MEDIUM,
            Severity.WARNING if len(small) == 1 else Severity.ADVICE,
            tuple(h.block for h in small[1:]),
        )
    for hit in text.find(_BLANKED, " and guidance", " and advice", " and procedure", " and polic"):
        message = f"Words seem to be lost from “{hit.words}”: whose guidance or procedures?"
        quote = around(hit.text, hit.start, hit.end)
        suggestion = "Name the body or the document that is meant, or take “and …” out."
        yield Cut("blanked", hit.block, quote, message, suggestion, Confidence.MEDIUM, Severity.ADVICE)


def _is_sentence_start(hit: Hit) -> bool:
    """Whether a small letter after a full stop opens a sentence, not an abbreviation's next word."""
    before = _WORD_BEFORE.search(hit.before)
    return before is not None and before[0] not in _ABBREVIATED and hit.match[1] not in _BRANDS
