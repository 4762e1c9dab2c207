"""Finds where a text names a document of the register, before any year is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policy_kit.guidance.joined import JoinedText
from policy_kit.guidance.model import GuidanceDocument, OldWording
from policy_kit.guidance.register import Register
from policy_kit.quick import dataclass

_ABBREVIATION_GAP = 3  # "Keeping children safe in education (KCSIE)" is one mention


@dataclass(frozen=True, slots=True)
class Mention:
    """A document named at some letters of the joined text.

    title: the old title that these words are, if they are one.
    """

    document: GuidanceDocument
    start: int
    end: int
    title: OldWording | None = None


def mentions(joined: JoinedText, register: Register) -> list[Mention]:
    """Every mention in order; where two overlap, the longer stands, and one document's are joined."""
    found: list[Mention] = []
    for document in register.documents:
        found.extend(_joined_up(list(_of_document(document, joined)), joined.text))
    found.sort(key=lambda m: (m.start, -m.end))
    out: list[Mention] = []
    for mention in found:
        if out and mention.start < out[-1].end:
            if mention.end - mention.start > out[-1].end - out[-1].start:
                out[-1] = mention
            continue
        out.append(mention)
    return out


def _of_document(document: GuidanceDocument, joined: JoinedText) -> Iterator[Mention]:
    for pattern in document.cites:
        for match in joined.find(pattern):
            yield Mention(document, match.start(), match.end())
    for wording in document.old_wording:
        if wording.edition and not wording.slip:
            for start, end in wordings(wording, joined):
                yield Mention(document, start, end, wording)


def wordings(wording: OldWording, joined: JoinedText) -> Iterator[tuple[int, int]]:
    """Where words that date a policy stand, with what they need and without what makes them right."""
    for match in joined.find(wording.pattern):
        begin, end = joined.bounds(match.start())
        around = joined.text[begin : max(end, match.end())]
        if wording.near and not wording.near.search(around):
            continue
        if not any(keep.search(around) for keep in wording.keep):
            yield match.start(), match.end()


def _joined_up(found: list[Mention], text: str) -> Iterator[Mention]:
    """One document's mentions, those that overlap or only a bracket parts made one."""
    found.sort(key=lambda m: (m.start, m.end))
    current: Mention | None = None
    for mention in found:
        if current and _belongs(text[current.end : mention.start], mention.start - current.end):
            end = max(current.end, mention.end)
            current = replace(current, end=end, title=current.title or mention.title)
            continue
        if current:
            yield current
        current = mention
    if current:
        yield current


def _belongs(between: str, gap: int) -> bool:
    return gap <= 0 or (gap <= _ABBREVIATION_GAP and not any(c.isalnum() or c in ",;.\n|" for c in between))
