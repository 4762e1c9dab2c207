"""What a document calls itself."""

from __future__ import annotations

import re

from policy_kit.model import Block, BlockKind, Document
from policy_kit.regexes import regex, seldom

_LINES = 30
_LONGEST = 160
_SUBJECT = regex(
    r"\b(?:online|e|internet|digital|cyber)[- ]?(?:safety|safeguarding)\b|\bacceptable"
    r" use\b|\binternet\b|\bICT\b"
    r"|\bdigital\b|\bonline\b",
    re.IGNORECASE,
)
_POLICY = regex(r"\bpolic(?:y|ies)\b|\bprocedures\b|\bguidance\b", re.IGNORECASE)
_SENTENCE = regex(
    r"[.!?]\s*$|^(?:this|the|our|these|all|we|it)\b.*\b(?:is|are|will|has|sets|was|applies|aims|covers|must|should)\b|:\s*$",
    re.IGNORECASE,
)
_LABEL = seldom(r"^(?:policy|document)?\s*(?:title|name)(?: of policy)?\s*[:|]\s*", re.IGNORECASE)


def policy_title(document: Document) -> str:
    """The title of a document in its own words; '' if it has none.

    The line of the cover that names a policy, best one on being online; two lines that make it together
    are joined; else the title of the file's properties, if it is one of a policy on being online; else
    a line that is half of such a title, or the first heading.
    """
    opening = [b for b in document.text_blocks[:_LINES] if b.text.strip()]
    lines = [(b, _line(b)) for b in opening]
    good = [(b, text) for b, text in lines if _is_title(b, text)]
    for _, text in good:
        if titles_policy(text):
            return text
    for at, (_, text) in enumerate(lines[:-1]):
        after = lines[at + 1][1]
        if _SUBJECT.search(text) and _POLICY.search(after) and len(text.split()) + len(after.split()) <= 12:
            return f"{text} {after}"
    named = dict(document.properties).get("title", "").strip()
    if titles_policy(named):
        return named
    for block, text in good:
        if not _is_row(block) and (_POLICY.search(text) or _SUBJECT.search(text)):
            return text
    if _POLICY.search(named):
        return named
    return next(
        (text for b, text in lines if b.is_heading), lines[0][1] if lines and _is_title(*lines[0]) else ""
    )


def titles_policy(text: str) -> bool:
    """Whether a line that may be a document's title says that it is a policy on being online."""
    return bool(_SUBJECT.search(text) and _POLICY.search(text))


def _line(block: Block) -> str:
    text = (
        " ".join(block.text.replace(" | ", " ").split())
        if not block.cells
        else " ".join(filter(None, block.cells))
    )
    text = _LABEL.sub("", " ".join(text.split()))
    return text.strip(" -–—|*_#")


def _is_row(block: Block) -> bool:
    """Whether it is a row of two cells or more: "Policy owner | Ann Lee" is no title."""
    return sum(bool(cell.strip()) for cell in block.cells or ()) > 1


def _is_title(block: Block, text: str) -> bool:
    if block.kind is BlockKind.LIST_ITEM or not text or len(text) > _LONGEST:
        return False
    return len(text.split()) <= 22 and not _SENTENCE.search(text)
