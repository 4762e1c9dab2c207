"""The numbers of headings in the runs they belong to: 1, 2, 3; then 7.1, 7.2; and anew in each appendix."""

from __future__ import annotations

from collections.abc import Sequence

from policy_kit.checks.outline import Numbers, Section, number_of, uses_bare_numbers
from policy_kit.model import Document
from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Headings whose numbers should count up together: those of one parent, in one part of the document."""

    above: Numbers
    sections: tuple[Section, ...]


def numbers_standing(document: Document) -> frozenset[Numbers]:
    """Every number that opens a heading, paragraph or item, so that a numbered paragraph fills a gap."""
    bare = uses_bare_numbers(document)
    found = {number_of(b, bare=bare and b.is_heading) for b in document.text_blocks}
    return frozenset(found | {number[:-1] for number in found if number and number[-1] < 0}) - {()}


def runs(sections: Sequence[Section]) -> tuple[Run, ...]:
    """Sort numbered headings into runs; each appendix, and each new start at 1, begins afresh.

    Where the first numbering goes on after such a part (an agreement set in its middle), so does its run.
    """
    found: dict[tuple[int, Numbers], list[Section]] = {}
    highest = [0]  # of each part, the last being the one read
    part = 0
    for section in sections:
        if section.appendix:
            part = len(highest)
            highest.append(0)
        number = section.number
        if not number:
            continue
        if len(number) == 1 and number[0] != highest[part] + 1:
            if number[0] == 1 and highest[part] >= 2:
                part = len(highest)
                highest.append(0)
            else:
                part = next((p for p, top in enumerate(highest) if top and top == number[0] - 1), part)
        if len(number) == 1:
            highest[part] = max(highest[part], number[0])
        found.setdefault((part, number[:-1]), []).append(section)
    return tuple(Run(above, tuple(members)) for (_, above), members in found.items())
