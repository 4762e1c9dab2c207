"""A chapter whose heading was typed anew as plain text is still the chapter of last year."""

from __future__ import annotations

import pytest

from policy_kit.renew.merge_chapters import merge
from policy_kit.renew.model import Chapter, Outcome, Unit
from policy_kit.renew.retyped import with_retyped_headings
from tests.renew.test_merge_policies import chapter, conflicts, p, read

FILTERS = ("The filter blocks harm.", "Staff report what gets through.", "We look at it each year.")
PHONES = ("Pupils hand in phones.", "Staff lock theirs away.")
BASE = (
    chapter("Phones", *PHONES, section="phones"),
    chapter("Filtering", *FILTERS, section="filtering"),
    chapter("Review", "Governors read this."),
)


def edited(*between: Unit | str, texts: tuple[str, ...] = FILTERS) -> tuple[Chapter, ...]:
    """The school's policy: the units of the filtering chapter stand in the one on phones."""
    lines = [p(unit) if isinstance(unit, str) else unit for unit in (*between, *texts)]
    first = chapter("Phones", *PHONES, section="phones")
    return Chapter("phones", "Phones", (*first.units, *lines), "phones"), chapter(
        "Review", "Governors read this."
    )


@pytest.mark.parametrize(
    "between",
    [
        ("FILTERING: HOW WE KEEP THE WEB SAFE",),
        ("Filtering",),
        (Unit("heading", "Our filters", level=2),),
        ("Filtering", "A line of our own that is a whole sentence."),
        ("Keeping watch", "A line of our own that is a whole sentence."),
    ],
)
def test_the_chapter_is_opened_again_where_its_text_stands(between: tuple[Unit | str, ...]) -> None:
    phones, filters, review = with_retyped_headings(edited(*between), BASE)
    assert [unit.text for unit in phones.units] == ["Phones", *PHONES]
    line = between[0] if isinstance(between[0], str) else between[0].text
    assert (filters.key, filters.heading, filters.section) == ("filtering", line, "filtering")
    assert (filters.units[0].kind, filters.units[0].level) == ("heading", 1)
    assert review == BASE[2]


@pytest.mark.parametrize(
    "mine",
    [
        edited(),  # the heading is gone, and nothing stands for it
        edited("Filtering", texts=FILTERS[:1]),  # most of the text is gone
        edited("A line of our own that is a whole sentence."),
        BASE[:1],
        BASE,
    ],
)
def test_what_does_not_stand_there_is_opened_nowhere(mine: tuple[Chapter, ...]) -> None:
    assert with_retyped_headings(mine, BASE) == mine


def test_two_chapters_in_a_row() -> None:
    start = chapter("Aims", "We want pupils safe.")
    held = (*start.units, p("MOBILES"), *map(p, PHONES), p("Filters"), *map(p, FILTERS))
    mine = (Chapter("Aims", "Aims", held), BASE[2])
    found = with_retyped_headings(mine, (start, *BASE))
    assert [c.heading for c in found] == ["Aims", "MOBILES", "Filters", "Review"]


def test_the_template_s_change_reaches_a_chapter_whose_heading_was_retyped() -> None:
    this_year = (
        BASE[0],
        chapter("Filtering", *FILTERS[:2], "We look at it each term.", section="filtering"),
        BASE[2],
    )
    mine = with_retyped_headings(edited("FILTERS AT OUR SCHOOL"), BASE)
    merged = merge(BASE, mine, this_year)
    assert read(merged) == [
        "Phones", *PHONES, "FILTERS AT OUR SCHOOL", *FILTERS[:2], "We look at it each term.",
        "Review", "Governors read this.",
    ]  # fmt: skip
    assert Outcome.DROPPED not in {unit.outcome for c in merged.chapters for unit in c.units}
    assert not [text for c in merged.chapters for text in conflicts(c.units)]
