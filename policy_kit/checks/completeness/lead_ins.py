"""Lead-ins with no list: "we will:" and nothing that could follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.checks.completeness.statements import is_sentence, is_whole_statement
from policy_kit.model import Block, BlockKind, Confidence, Document
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom

_COLON = regex(r":\s*[-–—]?\s*$")
_OPEN_VERB = regex(
    r"\b(?:will|shall|must|should|may|can|cannot|to|by|not|never)\s*(?:also|always|only|then|both"
    r"|either|not|never)?\s*:\s*[-–—]?\s*$",
    re.IGNORECASE,
)
_MODAL = seldom(
    r"\b(?:will|shall|must|should|may|cannot|not)\s*(?:also|always|only|then|never)?\s*:", re.IGNORECASE
)
_PREPOSITION = regex(
    r"\b(?:on|with|from|of|for|as|including|includes?|such as|and|or|are)\s*:\s*[-–—]?\s*$", re.IGNORECASE
)
_DOCUMENTS = regex(
    r"\b(?:guidance|guidelines|advice|procedures?|polic(?:y|ies)|documents?|legislation|links?"
    r"|websites?|resources?)\s*:\s*[-–—]?\s*$",
    re.IGNORECASE,
)
_SAYS_BELOW = seldom(
    r"\b(?:follow(?:s|ing)|below|these|defin\w+|says?|states?|statement|note|example|reads?|principles?"
    r"|summar\w+)\b",
    re.IGNORECASE,
)
_LABEL = seldom(
    r"\b(?:signed|signature|date|name|address|email|e-mail|telephone|phone|tel|contact|reviewed?"
    r"|approved|agreed|adopted|owner|author"
    r"|version|status|lead|governors?|coordinator|officer|headteacher|principal|chair|school"
    r"|title)\b[^.]{0,20}:\s*$",
    re.IGNORECASE,
)
_DONE_BY = seldom(
    r"\W*(?:\w+ed|sent|led|drawn|written|due|available|report|apply|applies|cop(?:y|ies)|issue)\b",
    re.IGNORECASE,
)
_VERB = seldom(
    r"\b(?:will|shall|must|should|may|can|is|are|was|has|have|to|by|follows?|takes?|includ\w+"
    r"|recognis\w+|use[sd]?|expect\w*"
    r"|ensur\w+|provid\w+|set out|refer\w*|identif\w+|do|does)\b",
    re.IGNORECASE,
)
# A list whose bullets were lost can be of whole sentences; these words go on with the text instead.
_GOES_ON = regex(
    r"(?:it|this|these|they|we|the (?:policy|school|above)|in addition|our (?:policy"
    r"|school))\b",
    re.IGNORECASE,
)
_STATEMENT = regex(r"[A-Z](?:\S+\s+){7,}\S+[.!?]", re.DOTALL)  # eight words or more, and an end
_LONGEST_LABEL = 10  # words; what is longer is a sentence, whatever it ends with
_OWN_LIST = regex(r"\s*(?:[-•·▪◦–—*]|\(?[a-zA-Z0-9]{1,3}[.)]|[“\"‘'])")


@dataclass(frozen=True, slots=True)
class OpenLeadIn:
    """A lead-in that nothing follows, and what stands after it (None at the end of the document)."""

    block: Block
    next: Block | None
    confidence: Confidence


def open_lead_ins(document: Document) -> Iterator[OpenLeadIn]:
    """Yield the lead-ins after which no list, table, picture or other end of the sentence comes."""
    pictures = {n.location.block for n in document.not_checked}
    blocks = document.body
    for at, block in enumerate(blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or not _COLON.search(block.text[-6:]):
            continue
        following = next((b for b in blocks[at + 1 : at + 3] if b.part is block.part), None)
        nothing = following is None or following.is_heading
        if not _is_lead_in(block, nothing) or {block.index, block.index + 1} & pictures:
            continue
        confidence = _unanswered(document, block, following)
        if confidence:
            yield OpenLeadIn(block, following, confidence)


def _is_lead_in(block: Block, nothing_follows: bool) -> bool:
    """A sentence that breaks off, not a label such as "Signed:" or "Named governor for online safety:"."""
    words = len(block.text.split())
    if _MODAL.search(block.text):
        return words >= 2
    if _OPEN_VERB.search(block.text):
        return words >= 5 or (words >= 3 and not _DONE_BY.match(block.text))
    label = words <= _LONGEST_LABEL and _LABEL.search(block.text)
    if nothing_follows and words >= 3:
        return not label
    if words > _LONGEST_LABEL:
        return True
    return words >= 5 and bool(_VERB.search(block.text)) and not label


_FIRST = regex(r"\s*\(?(?:1|a|i)[.)]\s", re.IGNORECASE)


def _unanswered(document: Document, lead: Block, following: Block | None) -> Confidence | None:
    """How sure it is that nothing answers the lead-in, or None if something may."""
    if following is None:
        return Confidence.HIGH
    if following.is_heading:
        return _before_heading(document, lead, following)
    if following.kind is BlockKind.LIST_ITEM:
        return _before_item(lead, following)
    if following.kind is BlockKind.PARAGRAPH:
        return _before_paragraph(lead, following) or _before_last_paragraph(document, lead, following)
    return None


def _before_heading(document: Document, lead: Block, heading: Block) -> Confidence | None:
    """A heading one level down may be the first thing on the list; one at the same level is not."""
    above = document.heading_path(lead)
    deeper = len(document.heading_path(heading)) > len(above)
    if not above or (deeper and _has_sibling(document, heading)):
        return None
    if _FIRST.match(heading.display) and not _FIRST.match(above[0]):
        return None  # the first of numbered lines set as headings: "data must be:", "1. Held lawfully"
    if heading.heading_by == "look" and not re.match(
        r"\s*(?:\d|appendix|annex)", heading.display, re.IGNORECASE
    ):
        return None
    return Confidence.HIGH


def _has_sibling(document: Document, heading: Block) -> bool:
    """Whether another heading of its level follows under the one above: together they may be the list."""
    for block in document.text_blocks:
        if block.index > heading.index and block.is_heading and block.level <= heading.level:
            return block.level == heading.level
    return False


def _before_item(lead: Block, item: Block) -> Confidence | None:
    if lead.kind is BlockKind.PARAGRAPH or item.level > lead.level:
        return None
    if _OPEN_VERB.search(lead.text) and is_whole_statement(item.text):
        return Confidence.HIGH if item.level <= lead.level else Confidence.MEDIUM
    return None


def _before_last_paragraph(document: Document, lead: Block, paragraph: Block) -> Confidence | None:
    """One whole sentence and then the end of the section is no list, whatever the lead-in promised."""
    rest = document.blocks[paragraph.index + 1 : paragraph.index + 2]
    alone = not rest or rest[0].is_heading
    long = len(lead.text.split()) > _LONGEST_LABEL
    apart = not (paragraph.number or _OWN_LIST.match(paragraph.text) or _SAYS_BELOW.search(lead.text))
    whole = _STATEMENT.fullmatch(paragraph.text.strip()) is not None
    return Confidence.MEDIUM if alone and long and apart and whole else None


def _before_paragraph(lead: Block, paragraph: Block) -> Confidence | None:
    text = paragraph.text
    if paragraph.number or _OWN_LIST.match(text) or _SAYS_BELOW.search(lead.text):
        return None
    if _OPEN_VERB.search(lead.text):
        return Confidence.HIGH if is_whole_statement(text) else None
    if _DOCUMENTS.search(lead.text) and is_sentence(text):
        return Confidence.MEDIUM
    if _PREPOSITION.search(lead.text) and is_sentence(text) and _GOES_ON.match(text):
        return Confidence.MEDIUM
    return None
