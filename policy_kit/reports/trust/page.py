"""The trust's page: who needs help first, and what only shows when all schools stand side by side."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from policy_kit.model import SectionStatus
from policy_kit.quick import dataclass
from policy_kit.reports.pages import render_page
from policy_kit.reports.phrases import basis, capital, one_line
from policy_kit.reports.trust.phrases import (
    LETTER_WORDS,
    LETTERS,
    borrowed_words,
    cell_words,
    headline,
    review_state,
    review_words,
    schools_words,
    share_words,
    short_day,
    standing,
    title,
    wording_words,
)
from policy_kit.roll_up import Borrowed, Copied, Review, SchoolState, Stale, TrustResult, Wording

PAGES = "schools"  # the folder of the schools' own pages


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of the map: its letter, the class for its look, and what it says in full."""

    letter: str
    look: str
    words: str
    mend: int


@dataclass(frozen=True, slots=True)
class SchoolView:
    """A row of the map."""

    school: SchoolState
    standing: str
    look: str
    link: str
    more: tuple[tuple[str, str], ...]
    cells: tuple[CellView, ...]
    review: str
    overdue: bool
    lacking: str  # the ids of the sections not found or thin, for the filter


def render_trust_page(result: TrustResult) -> str:
    """Tell a trust's audit as one HTML page; its links lead to the schools' pages in `schools/`."""
    reviews: dict[str, list[Review]] = {}
    for review in result.reviews:
        reviews.setdefault(review.school, []).append(review)
    return render_page(
        "trust/index.html.j2",
        ("page.css", "trust/index.css"),
        "trust/index.js",
        title=title(result),
        result=result,
        headline=headline(result),
        legend=tuple((LETTERS[s], _LOOKS[s], LETTER_WORDS[s]) for s in (*_LEGEND, None)),
        rows=tuple(_row(school, reviews.get(school.name, ()), result) for school in result.schools),
        reviews=tuple((r, review_words(r), review_state(r)) for r in result.reviews),
        stale=_by_subject(result.stale),
        borrowed=_by_school(result.borrowed),
        copied=_by_section(result.copied),
        wording=tuple((w, capital(wording_words(w)), _departs(w)) for w in result.wording),
        anchors={school.name: school.anchor for school in result.schools},
        links={school.name: _links(school)[0][1] if school.pages else "" for school in result.schools},
        schools_words=schools_words,
        borrowed_words=borrowed_words,
        capital=capital,
        basis=basis(result),
    )


_LEGEND = (
    SectionStatus.MISSING,
    SectionStatus.THIN,
    SectionStatus.PRESENT,
    SectionStatus.NOT_APPLICABLE,
)
_LOOKS = {
    SectionStatus.MISSING: "n",
    SectionStatus.THIN: "t",
    SectionStatus.PRESENT: "f",
    SectionStatus.NOT_APPLICABLE: "a",
    None: "q",
}


def _row(school: SchoolState, reviews: Iterable[Review], result: TrustResult) -> SchoolView:
    links = _links(school)
    cells = tuple(
        CellView(LETTERS[cell.status], _LOOKS[cell.status], cell_words(cell), cell.errors)
        for cell in (school.cells[column.id] for column in result.columns)
    )
    lacking = [c.id for c in result.columns if school.cells[c.id].status in _LACKING]
    first = next(iter(reviews), None)
    return SchoolView(
        school=school,
        standing=standing(school),
        look="bad" if school.errors or school.state != "read" else "good",
        link=links[0][1] if links else "",
        more=links[1:],
        cells=cells,
        review=_review(first),
        overdue=any(review_state(r) == "overdue" for r in reviews),
        lacking=" ".join(lacking),
    )


_LACKING = (SectionStatus.MISSING, SectionStatus.THIN)


def _review(review: Review | None) -> str:
    if review is None:
        return "–"
    if review.date is None:
        return "no date found"
    state = review_state(review)
    return f"{short_day(review.date)}{', overdue' if state == 'overdue' else ''}"


def _links(school: SchoolState) -> tuple[tuple[str, str], ...]:
    return tuple((file, f"{PAGES}/{page}") for file, page in school.pages)


def _by_subject(stale: Iterable[Stale]) -> tuple[tuple[str, tuple[Stale, ...], int], ...]:
    """What is out of date by document, the one that most schools have first; wording comes last."""
    ordered = sorted(stale, key=lambda s: (s.subject == "", s.subject))
    groups = [(subject, tuple(found)) for subject, found in groupby(ordered, key=lambda s: s.subject)]
    told = [(subject, found, len({name for s in found for name in s.schools})) for subject, found in groups]
    return tuple(sorted(told, key=lambda g: (g[0] == "", -g[2], g[0])))


def _by_school(borrowed: Iterable[Borrowed]) -> tuple[tuple[str, tuple[Borrowed, ...]], ...]:
    groups: dict[str, list[Borrowed]] = {}
    for found in borrowed:
        groups.setdefault(found.school, []).append(found)
    return tuple((school, tuple(found)) for school, found in groups.items())


def _by_section(copied: Iterable[Copied]) -> tuple[tuple[str, tuple[Copied, ...]], ...]:
    groups: dict[str, list[Copied]] = {}
    for found in copied:
        groups.setdefault(found.title, []).append(found)
    return tuple((name, tuple(found)) for name, found in groups.items())


def _departs(wording: Wording) -> str:
    """How much of the wording is the trust's, and where it departs most."""
    told = f"{share_words(wording.share)} of its wording"
    if not wording.least:
        return told
    parts = (f"{one_line(name)} ({share_words(share)})" for name, share in wording.least)
    return f"{told}; least in {', '.join(parts)}"
