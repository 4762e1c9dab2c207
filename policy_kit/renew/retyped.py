"""Chapters whose heading the school typed anew as plain text, found again by what stands under it.

In Word a heading loses its style easily: pasted as text, made bold by hand, set in another style. To the
eye it is a heading still. Taken as text, its chapter would count as taken out, and all of it as words that
the school wrote into the chapter before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policy_kit.renew.merge_chapters import pair_chapters
from policy_kit.renew.merge_texts import likeness
from policy_kit.renew.model import Chapter, Unit
from policy_kit.renew.texts import plain

_SHARE = 0.5  # of a chapter's texts: so many in one place, and it stands there
_BACK = 3  # units before the first known text: the school may have put in a line of its own
_LONGEST = 14  # words of a heading
_ENDINGS = (".", ",", ";", ":")


def with_retyped_headings(mine: Sequence[Chapter], base: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """The school's chapters, those of last year's text opened again whose heading is plain text now."""
    found = list(mine)
    paired = pair_chapters(base, mine)
    known = {plain(unit.text) for chapter in base for unit in chapter.units}
    for number, chapter in enumerate(base):
        if number in paired:
            continue
        opened = next(_opened(found, chapter, known), None)
        if opened:
            at, halves = opened
            found[at : at + 1] = halves
    return tuple(found)


def _opened(
    mine: Sequence[Chapter], lost: Chapter, known: set[str]
) -> Iterator[tuple[int, tuple[Chapter, Chapter]]]:
    """The chapter that holds a lost one's text, by its place, and the two that it is."""
    texts = {plain(unit.text) for unit in lost.units[1:]}
    for at, chapter in enumerate(mine):
        held = [n for n, unit in enumerate(chapter.units) if n and plain(unit.text) in texts]
        if not held or len(held) < _SHARE * len(texts):
            continue
        head = _heading(chapter.units, held[0], lost, known)
        if head:
            above, line, below = chapter.units[:head], chapter.units[head], chapter.units[head + 1 :]
            opens = replace(line, kind="heading", level=1)
            again = Chapter(lost.key, line.text, (opens, *below), lost.section)
            yield at, (replace(chapter, units=above), again)


def _heading(units: Sequence[Unit], first: int, lost: Chapter, known: set[str]) -> int:
    """The place of the line that is the lost chapter's heading now, 0 if there is none."""
    lines = []
    for n in range(first - 1, max(first - 1 - _BACK, 0), -1):
        text = plain(units[n].text)
        if text in known - {plain(lost.heading)}:
            break
        if not units[n].is_table and len(text.split()) <= _LONGEST and not text.endswith(_ENDINGS):
            lines.append(n)
    return max(lines, key=lambda n: (likeness(units[n].text, lost.heading), n), default=0)
