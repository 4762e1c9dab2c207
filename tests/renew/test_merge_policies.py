"""Units, tables and chapters merge: what the school added stays, what it took out stays out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.renew.merge_chapters import merge
from policy_kit.renew.merge_units import merge_units
from policy_kit.renew.model import Chapter, Fact, Merged, MergedUnit, Outcome, Row, Unit
from policy_kit.renew.texts import plain


def p(text: str) -> Unit:
    return Unit("paragraph", text)


def h(text: str) -> Unit:
    return Unit("heading", text, level=1)


def table(*rows: tuple[str, ...]) -> Unit:
    text = "\n".join(" | ".join(row) for row in rows)
    return Unit("table", text, rows=tuple(Row(row) for row in rows))


def chapter(heading: str, *texts: str, section: str = "") -> Chapter:
    return Chapter(section or heading, heading, (h(heading), *map(p, texts)), section)


def shown(units: Sequence[MergedUnit]) -> list[str]:
    """What stands, as a person reads it."""
    out = []
    for unit in units:
        if unit.stands and unit.merged:
            out.append(unit.merged.text)
        elif unit.stands:
            out += [" | ".join(cell.text for cell in row.cells) for row in unit.rows if row.cells]
    return out


def read(merged: Merged) -> list[str]:
    return [text for c in merged.chapters if c.stands for text in shown(c.units)]


def conflicts(units: Sequence[MergedUnit]) -> list[tuple[str, str, str]]:
    return [(c.base, c.mine, c.theirs) for u in units for text in u.texts for c in text.conflicts]


A = "Staff tell the lead at once."
B = "Pupils hand in phones."
C = "Parents sign the form."
D = "We keep records safe."
_AT_THE_GATE = "Pupils in all years hand in their phones at the gate."


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "result"),
    [
        pytest.param([A, B], [A, C, B], [A, B, D], [A, C, B, D], id="both added, in different places"),
        pytest.param([A, B], [A, C, B], [A, D, B], [A, C, D, B], id="both added in one place: mine first"),
        pytest.param([A, B], [A, C, B], [A, C, B], [A, C, B], id="both added the same"),
        pytest.param([A, B, C], [A, C], [A, B, C, D], [A, C, D], id="taken out by the school stays out"),
        pytest.param([A, B, C], [A, B, C, D], [A, C], [A, C, D], id="taken out by the template goes"),
        pytest.param([A, B, C], [C, A, B], [A, B, C, D], [C, D, A, B], id="the school's order, a new line"),
        pytest.param([A, B, C], [A, B, C, D], [C, A, B], [C, D, A, B], id="the template's order, our line"),
        pytest.param(
            [A, "Pupils in all years hand in their phones at the office."],
            [_AT_THE_GATE, A],
            [A, "Pupils in all years hand in their watches at the office."],
            [f"{_AT_THE_GATE} Pupils in all years hand in their watches at the office.", A],
            id="moved and changed on both sides",
        ),
    ],
)  # fmt: skip
def test_units(base: list[str], mine: list[str], theirs: list[str], result: list[str]) -> None:
    merged = merge_units([p(x) for x in base], [p(x) for x in mine], [p(x) for x in theirs])
    assert shown(merged) == result


def test_taken_out_and_changed_is_a_conflict() -> None:
    changed = "Pupils hand in phones and watches."
    merged = merge_units([p(A), p(B)], [p(A)], [p(A), p(changed)])
    assert shown(merged) == [A, changed]
    assert conflicts(merged) == [(B, "", changed)]
    merged = merge_units([p(A), p(B)], [p(A), p(changed)], [p(A)])
    assert shown(merged) == [A, changed]
    assert conflicts(merged) == [(B, changed, "")]


def test_a_name_that_changed_does_not_bring_back_what_the_school_took_out() -> None:
    base, theirs = p("Ask Ms Jones for the form."), p("Ask Ms Khan for the form.")
    merged = merge_units([p(A), base], [p(A)], [p(A), theirs], [Fact("dsl", "Ms Jones", "Ms Khan")])
    assert (shown(merged), conflicts(merged)) == ([A], [])


def test_tables_merge_by_row_and_cell() -> None:
    base = table(("Item", "Detail"), ("Approved", "1 May 2025"), ("Version", "1"), ("Trust", "Tides"))
    mine = table(
        ("Item", "Detail"),
        ("Approved", "1 May 2025"),
        ("Version", "1b"),
        ("Trust", "Tides"),
        ("Copies", "Office"),
    )
    theirs = table(("Item", "Detail"), ("Approved", "8 May 2026"), ("Version", "1"))
    merged = merge_units([base], [mine], [theirs])
    assert shown(merged) == ["Item | Detail", "Approved | 8 May 2026", "Version | 1b", "Copies | Office"]
    assert not conflicts(merged)


def test_a_cell_that_both_changed_holds_both() -> None:
    base, mine, theirs = (
        table(("Lead", "Ms Jones")),
        table(("Lead", "Ms Patel")),
        table(("Lead", "Ms Khan")),
    )
    merged = merge_units([base], [mine], [theirs])
    assert shown(merged) == ["Lead | Ms Patel Ms Khan"]
    assert conflicts(merged) == [("Ms Jones", "Ms Patel", "Ms Khan")]


@pytest.mark.parametrize("edited", [False, True])
def test_a_table_with_another_number_of_columns(edited: bool) -> None:
    base, theirs = table(("Lead", "Ms Jones")), table(("Lead", "Ms Jones", "ext 2"))
    mine = table(("Lead", "Ms Jones"), ("Deputy", "Mr Day")) if edited else base
    merged = merge_units([base], [mine], [theirs])
    whole = ["Lead | Ms Jones", "Deputy | Mr Day"] if edited else []
    assert shown(merged) == [*whole, "Lead | Ms Jones | ext 2"]
    assert bool(conflicts(merged)) is edited


BASE = [chapter("Aims", A), chapter("Phones", B, section="phones"), chapter("Forms", C, section="forms")]


@pytest.mark.parametrize(
    ("mine", "theirs", "result", "clash"),
    [
        pytest.param([BASE[0], BASE[2]], BASE, ["Aims", A, "Forms", C], 0, id="taken out by the school"),
        pytest.param(
            [BASE[0], BASE[2]], [BASE[0], chapter("Phones", B, D, section="phones"), BASE[2]],
            ["Aims", A, "Forms", C], 0, id="taken out by the school, changed by the template",
        ),
        pytest.param(BASE, [BASE[0], BASE[2]], ["Aims", A, "Forms", C], 0, id="given up by the template"),
        pytest.param(
            [BASE[0], chapter("Phones", B, D, section="phones"), BASE[2]], [BASE[0], BASE[2]],
            ["Aims", A, "Phones", B, D, "Forms", C], 1, id="given up by the template, edited by the school",
        ),
        pytest.param(
            [BASE[0], chapter("Our club", D), *BASE[1:]], [*BASE, chapter("Games", A)],
            ["Aims", A, "Our club", D, "Phones", B, "Forms", C, "Games", A], 0, id="added by each",
        ),
        pytest.param(
            [*BASE, chapter("Games", D)], [*BASE, chapter("Games", A)],
            ["Aims", A, "Phones", B, "Forms", C, "Games", D, "Games", A], 1, id="the same added by each",
        ),
        pytest.param(
            [BASE[0], chapter("Mobiles", B, D, section="phones"), BASE[2]], BASE,
            ["Aims", A, "Mobiles", B, D, "Forms", C], 0, id="renamed by the school",
        ),
        pytest.param(
            BASE, [BASE[2], BASE[0], BASE[1]], ["Forms", C, "Aims", A, "Phones", B], 0, id="moved",
        ),
    ],
)  # fmt: skip
def test_chapters(mine: list[Chapter], theirs: list[Chapter], result: list[str], clash: int) -> None:
    merged = merge(BASE, mine, theirs)
    assert read(merged) == result
    assert len([x for c in merged.chapters for x in conflicts(c.units)]) == clash


_TEXT = st.sampled_from([A, B, C, D, "Ask the office.", "See the list. It is on the wall."])
_CHAPTERS = st.lists(
    st.builds(lambda name, said: chapter(name, *said), st.sampled_from("ABCDE"), st.lists(_TEXT, max_size=5)),
    max_size=6, unique_by=lambda c: c.key,
)  # fmt: skip


def texts(chapters: Sequence[Chapter]) -> list[str]:
    return [plain(u.text) for c in chapters for u in c.units]


@given(_CHAPTERS, _CHAPTERS)
def test_one_side_alone_gives_its_policy(base: list[Chapter], edited: list[Chapter]) -> None:
    assert [plain(x) for x in read(merge(base, base, edited))] == texts(edited)
    assert [plain(x) for x in read(merge(base, edited, base))] == texts(edited)
    assert [plain(x) for x in read(merge(base, edited, edited))] == texts(edited)


@given(_CHAPTERS, _CHAPTERS, _CHAPTERS)
def test_nothing_of_the_schools_is_lost(
    base: list[Chapter], mine: list[Chapter], theirs: list[Chapter]
) -> None:
    """What the school wrote, and the template never had, stands in the result."""
    merged = " ".join(read(merge(base, mine, theirs)))
    for text in set(texts(mine)) - set(texts(base)) - set(texts(theirs)):
        assert text in merged


def test_outcomes_are_told_by_chapter() -> None:
    merged = merge(BASE, [BASE[0], BASE[2]], [*BASE, chapter("Games", A)])
    assert [(c.heading, c.outcome) for c in merged.chapters] == [
        ("Aims", Outcome.SAME),
        ("Phones", Outcome.DROPPED),
        ("Forms", Outcome.SAME),
        ("Games", Outcome.TAKEN),
    ]
