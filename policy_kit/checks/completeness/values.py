"""Where the words for a value should stand: after a label, in a cell, where a sentence wants a word."""

from __future__ import annotations

import re

from policy_kit.checks.running_text import Hit
from policy_kit.regexes import regex

# What a value follows: "is ???", "handed in to ***", "supplied by add provider here".
_LEADS_TO_VALUE = regex(
    r"(?:\b(?:uses?|using|runs?|is|are|was|has|have|by|to|at|on|in|with|from|of|called|named|contact|ring|tell|ask|see|and)|:|\|)\s$",
    re.IGNORECASE,
)
_ENDS_IN_LABEL = regex(
    r"\b(?:tel|(?:tele)?phone|mobile|ext(?:ension)?|room|number|DSL|lead|deputy|head(?:teacher)?|governor|chair"
    r"|mrs?|ms|miss|dr|for|of|by)\.?\s$",
    re.IGNORECASE,
)
NUMBERED_THING = regex(
    r"\b(?:page|section|appendix|paragraph|part|room|ext|extension|years?|is|by|to|called|named)\s$",
    re.IGNORECASE,
)
_PLACE_OF = regex(r"\b(?:page|section|appendix|paragraph|class)\s$", re.IGNORECASE)
COUNTED = regex(
    r"\s(?:days?|weeks?|months?|years?|hours?|minutes?|pupils|staff|per|times|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)\b|\s?%|\s?[ap]m\b",
    re.IGNORECASE,
)
EVERY = regex(r"\b(?:every|within|for|after|than|of|last|least|most)\s$", re.IGNORECASE)
_HEAD_CELL = regex(
    r"(?:roles?|posts?|services?|what|who|item|supplier|date|position|title|contact|area|subject)s?\W*",
    re.IGNORECASE,
)
_NO_NOUN = regex(r"\s(?:and|or|but|so|then|the|a|an|to|nobody|we|you|they|it|on)\b", re.IGNORECASE)
VERB_FOLLOWS = regex(
    r"\s(?:is|are|was|were|will|has|have|can|must|should|may|do|sign|use|meet|in"
    r"|and (?=[a-z ]+ (?:are|will|must|have)\b)"
    r"|(?!as|this|its|pupils|students|parents)[a-z]{2,}s)\b"
)
DIRECT = regex(
    r"(?:\b(?:uses?|using|runs?|is|are|was|by|at|on|in|with|from|called|named|contact|ring|tell|ask)|:|\|)\s$",
    re.IGNORECASE,
)
_TELLS_TO = regex(r"\b(?:must|should|will|can|may|to|please|and|or|not|then|they|we|you)\s$", re.IGNORECASE)


def stands_alone(hit: Hit) -> bool:
    """The words are all there is, or follow a label: a field's value."""
    return not hit.after.strip(" .)/|") and (
        not hit.before.strip(" (/") or hit.before.rstrip(" (").endswith((":", "-", "–", "—", "/", "|"))
    )


def is_confirmable(hit: Hit) -> bool:
    if hit.words.lower().startswith(("tb", "t.b")):
        return True  # no word of any sentence
    in_brackets = re.search(r"\([^()]*$", hit.before) and hit.after.startswith(")")
    done = not hit.words.lower().endswith("arranged")  # "Training is to be arranged" leaves no blank
    ends = done and not hit.after.strip(" .") and bool(re.search(r"\b(?:is|are)\s$", hit.before))
    return hit.words.isupper() or stands_alone(hit) or bool(in_brackets) or ends


def is_crossed(hit: Hit) -> bool:
    if hit.match.lastgroup != "alone" or is_value(hit) or hit.text.strip(" .").lower() == "xxx":
        return True
    cells = hit.block.cells
    labelled = hit.before.strip() or (len(cells) > 1 and cells[0] != hit.text)
    return (stands_alone(hit) and bool(labelled)) or bool(_ENDS_IN_LABEL.search(hit.before))


def is_value(hit: Hit) -> bool:
    """The marks stand where a value should: "The DSL is ???"; not "marks such as ???"."""
    if hit.words[0] in "?*#(" and EVERY.search(hit.before) and COUNTED.match(hit.after):
        return True  # "every ?? days"
    if hit.words[0] == "?" and _PLACE_OF.search(hit.before):
        return True  # "see Appendix ?"
    return bool(_LEADS_TO_VALUE.search(hit.before)) and not hit.before.rstrip().endswith("such as")


def is_marked(hit: Hit) -> bool:
    """Marks for a value, also alone in their cell or brackets, or at a sentence's start."""
    if is_value(hit):
        return True
    starts = not hit.before.strip() and bool(VERB_FOLLOWS.match(hit.after))
    bracketed = hit.before.endswith("(") and hit.after.startswith(")")
    cells = hit.block.cells
    alone = len(cells) > 1 and hit.text.strip() == hit.words and cells[0].strip() not in ("", hit.words)
    return starts or bracketed or (alone and _is_row(hit))


def is_value_or_shouted(hit: Hit) -> bool:
    """The words stand where a value should, or in brackets, or in capitals among small letters."""
    shouted = hit.words.isupper() and not (hit.before + hit.after).isupper()
    alone = not hit.before.strip() and not hit.after.strip(" .")
    return hit.words.startswith("(") or shouted or alone or is_value(hit)


def is_value_unasked(hit: Hit) -> bool:
    """The words stand where a value should, and ask nobody to do anything: "held on insert date in…"."""
    return bool(DIRECT.search(hit.before)) and not _TELLS_TO.search(hit.before)


def is_asked_in_cell(hit: Hit) -> bool:
    """What a cell asks for where its row has the label before it: "Deputy DSL | Enter name"."""
    cells, own = hit.block.cells, hit.text.strip()
    return len(cells) > 1 and hit.words.strip() == own != cells[0].strip() and _is_row(hit)


def _is_row(hit: Hit) -> bool:
    """No row of column headings: its other cells do not name columns."""
    others = [cell for cell in hit.block.cells if cell.strip() and cell.strip() != hit.text.strip()]
    return not hit.block.header_row and not any(_HEAD_CELL.fullmatch(cell.strip()) for cell in others)


def is_crossed_value(hit: Hit) -> bool:
    """Crosses for a number or a name: "page xx", "within XX days"; no kisses at the end of a message."""
    if hit.before.endswith("£") or _PLACE_OF.search(hit.before):
        return True
    return bool((NUMBERED_THING.search(hit.before) or COUNTED.match(hit.after)) and hit.after.strip())


def is_dotted(hit: Hit) -> bool:
    """Dots for a word: "has ... pupils"; not a pause in a sentence."""
    return bool(_LEADS_TO_VALUE.search(hit.before)) and not _NO_NOUN.match(hit.after)


def is_stand_in(hit: Hit) -> bool:
    """In running text, and no label of a field: "Name of School:"."""
    after = hit.after.lstrip()
    return not after.startswith((":", "|", "attended", "last")) and bool(hit.before.strip() or after)
