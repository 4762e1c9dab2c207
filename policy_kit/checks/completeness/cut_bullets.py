"""Bullets that break off, begin in the middle, or are one sentence split in two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from policy_kit.checks.completeness.cut import Cut, goes_on
from policy_kit.checks.completeness.statements import has_verb
from policy_kit.checks.placing import ending
from policy_kit.model import Block, BlockKind, Confidence, Document
from policy_kit.regexes import regex

_SMALL_START = regex(r"(?:and|or) [a-z]")
_CAPITAL_END = regex(r"[a-z]\w* ([A-Z][a-z]{2,})$")
_CAPITAL_START = regex(r"([A-Z][a-z]{2,})\b")

_JOINS = regex(r"(?:^|\W)(?:and|or),?$")
_LISTED = regex(r"[,;](?: and| or)?$")

_Items = Sequence[Block]


def cut_bullets(document: Document) -> Iterator[Cut]:
    """Yield the bullets that are not whole, list by list."""
    text = ""
    for items, after in _lists(document):
        yield from _in_list(items, after)
        for one, other in itertools.pairwise(items):
            joint = _joint(one, other)
            if joint:
                text = text or "\n".join(b.text for b in document.text_blocks)
                if joint in text:
                    yield _split(one, other, joint)


def _lists(document: Document) -> list[tuple[list[Block], Block | None]]:
    """Each run of list items, with the block after it."""
    out: list[tuple[list[Block], Block | None]] = []
    items: list[Block] = []
    for block in document.text_blocks:
        if block.kind is BlockKind.LIST_ITEM:
            items.append(block)
        elif items:
            out.append((items, block))
            items = []
    if items:
        out.append((items, None))
    return out


def _in_list(items: _Items, after: Block | None) -> Iterator[Cut]:
    for at, item in enumerate(items):
        text = item.text.rstrip()
        follower = items[at + 1] if at + 1 < len(items) else after
        if goes_on(item, follower) or (follower and follower.level > item.level and not follower.is_heading):
            continue
        if text.endswith(",") and not _in_comma_list(items, at):
            yield _cut_item(
                "comma", item, "This bullet ends with a comma, and what follows does not go on from it."
            )
        elif _JOINS.search(text[-6:]) and not _is_last_but_one(items, at):
            sure = Confidence.HIGH if at + 1 == len(items) else Confidence.MEDIUM
            yield _cut_item(
                "and", item, f"This bullet ends with “{text.split()[-1]}”, and nothing goes on from it.", sure
            )
        elif _SMALL_START.match(text) and _starts_cut_off(items, at):
            yield _cut_item(
                "start", item, f"This bullet begins with “{text.split()[0]}”: its first words are missing."
            )


def _cut_item(id_: str, item: Block, message: str, confidence: Confidence = Confidence.MEDIUM) -> Cut:
    return Cut(
        id_, item, item.text, message, "Put back the missing words, or join it to its neighbour.", confidence
    )


def _in_comma_list(items: _Items, at: int) -> bool:
    """Whether a neighbour ends so too, or the list has only two items."""
    beside = [*items[max(0, at - 2) : at], *items[at + 1 : at + 3]]
    if any(_LISTED.search(b.text.rstrip()[-6:]) for b in beside):
        return True
    alone = at == 0 or items[at - 1].text.rstrip().endswith(":")
    return alone and (at + 2 == len(items) or at + 1 == len(items))


def _is_last_but_one(items: _Items, at: int) -> bool:
    """Whether "; and" stands where it should, before the last item, or all items are joined so."""
    if at + 1 >= len(items):
        return False
    text = items[at].text.rstrip()
    before = items[at - 1].text.rstrip() if at else ""
    joined = sum(bool(_JOINS.search(b.text.rstrip()[-6:])) for b in items)
    in_style = bool(re.search(r"[,;] (?:and|or)$", text[-6:])) or before.endswith((",", ";"))
    ends_list = at + 2 == len(items) or items[at + 2].level < items[at].level
    return in_style or ends_list or joined > 2


def _starts_cut_off(items: _Items, at: int) -> bool:
    """Whether others in the list begin with a capital, and it is not the last, which may open with "and"."""
    if at + 1 == len(items) or items[at + 1].level < items[at].level:
        return False
    before = items[at - 1].text.rstrip() if at else ""
    if before.endswith((",", ";", "and", "or")):
        return False
    beside = [*items[max(0, at - 2) : at], *items[at + 1 : at + 3]]
    return all(b.text[:1].isupper() for b in beside)


def _joint(one: Block, other: Block) -> str:
    """The capitalised words on either side of the gap between two bullets, if the first stops in mid-air."""
    end = _CAPITAL_END.search(one.text.rstrip()[-60:])
    start = _CAPITAL_START.match(other.text)
    if not end or not start or len(one.text.split()) < 6 or not has_verb(one.text):
        return ""
    return f"{end[1]} {start[1]}"


def _split(one: Block, other: Block, joint: str) -> Cut:
    return Cut(
        "split",
        one,
        ending(one.text, 120),
        f"This bullet stops at “{one.text.split()[-1]}”, and the next begins with “{other.text.split()[0]}”: "
        f"“{joint}” was split in two.",
        "Join the two bullets.",
        Confidence.MEDIUM,
        related=(other,),
    )
