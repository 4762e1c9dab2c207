"""A trust's audit as an Excel workbook: schools, sections, what to mend, reviews, guidance, and the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from policy_kit.reports.phrases import SEVERITY_WORDS, basis, one_line
from policy_kit.reports.rows import Row
from policy_kit.reports.trust.phrases import (
    LETTERS,
    borrowed_words,
    review_words,
    standing,
    wording_words,
)
from policy_kit.reports.xlsx import fill_sheet, saved
from policy_kit.roll_up import TrustResult


def render_workbook(result: TrustResult) -> bytes:
    """Tell a trust's audit as a workbook; a text in it is only ever a text."""
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    for name, columns, rows in _SHEETS:
        sheet = first if name == _SHEETS[0][0] else book.create_sheet(name)
        sheet.title = name
        fill_sheet(sheet, columns(result) if callable(columns) else columns, rows(result))
    about = book["About"]
    about.column_dimensions["A"].width = 110
    book["Schools"].column_dimensions["A"].width = 36
    return saved(book, f"{one_line(result.trust)}: audit of policies", result.on)


def _schools(result: TrustResult) -> Iterator[Row]:
    for school in result.schools:
        read = school.state == "read"
        reviews = [r for r in result.reviews if r.school == school.name]
        yield (
            one_line(school.name), one_line(school.urn), one_line(school.contact), standing(school),
            school.errors if read else None, school.warnings if read else None,
            school.advice if read else None, school.missing if read else None,
            school.thin if read else None,
            "; ".join(r.date.isoformat() if r.date else "no date found" for r in reviews),
            "; ".join(review_words(r) for r in reviews),
            "; ".join(one_line(r.file) for r in school.readings),
            len(school.fields_missing) or None, " ".join(map(one_line, school.notes)),
        )  # fmt: skip


def _section_columns(result: TrustResult) -> tuple[str, ...]:
    return ("school", *(one_line(column.title) for column in result.columns))


def _sections(result: TrustResult) -> Iterator[Row]:
    for school in result.schools:
        letters = (LETTERS[school.cells[column.id].status] for column in result.columns)
        yield one_line(school.name), *letters


def _to_mend(result: TrustResult) -> Iterator[Row]:
    titles = {column.id: one_line(column.title) for column in result.columns}
    for school in result.schools:
        for reading in (r for r in school.readings if r.is_policy):
            for found in sorted(reading.findings, key=lambda f: f.severity.rank):
                yield (
                    one_line(school.name), one_line(reading.file), SEVERITY_WORDS[found.severity], found.code,
                    titles.get(found.section, one_line(found.section)), one_line(found.where),
                    one_line(found.message), one_line(found.quote), one_line(found.suggestion),
                )  # fmt: skip


def _reviews(result: TrustResult) -> Iterator[Row]:
    for review in result.reviews:
        when = review.date.isoformat() if review.date else ""
        yield (
            one_line(review.school), one_line(review.file), when, review.days, review_words(review),
            one_line(review.words),
        )  # fmt: skip


def _guidance(result: TrustResult) -> Iterator[Row]:
    for stale in result.stale:
        yield (
            one_line(stale.subject) or "wording", stale.code, len(stale.schools), one_line(stale.message),
            "; ".join(map(one_line, stale.schools)), one_line(stale.mend),
        )  # fmt: skip


def _gaps(result: TrustResult) -> Iterator[Row]:
    for gap in result.gaps:
        yield (
            one_line(gap.title), gap.level, len(gap.missing), len(gap.thin),
            "; ".join(map(one_line, gap.missing)), "; ".join(map(one_line, gap.thin)),
            "; ".join(f"{one_line(point)} ({count})" for point, count in gap.points[:5]),
        )  # fmt: skip


def _across(result: TrustResult) -> Iterator[Row]:
    for b in result.borrowed:
        yield "another member’s name", one_line(b.school), borrowed_words(b), one_line(b.quote)
    for c in result.copied:
        told = f"{one_line(c.fact)} Mended at: {'; '.join(map(one_line, c.mended))}"
        yield "an old fact in shared text", "; ".join(map(one_line, c.stale)), told, one_line(c.title)
    for w in result.wording:
        told = f"{wording_words(w)} {one_line(w.template)} {w.version[:7]}".strip()
        yield (
            "the trust’s wording",
            one_line(w.school),
            told,
            f"{round(w.share * 100)} % of it is the trust’s",
        )
    for o in result.out_of_step:
        yield "out of step with this round", one_line(o.school), one_line(o.message), ""
    for s in result.shared:
        yield (
            "text at several schools",
            "; ".join(map(one_line, s.schools)),
            one_line(s.title),
            f"{s.words} words",
        )


def _since(result: TrustResult) -> Iterator[Row]:
    if result.since:
        day = result.since.on.isoformat()
        for change in result.since.changes:
            better = "better" if change.better else "worse"
            yield day, one_line(change.school), one_line(change.what), better, change.was, change.now


def _about(result: TrustResult) -> Iterator[Row]:
    if not result.complete:
        yield ("The run was stopped before every policy was read.",)
    yield from ((line,) for line in basis(result))


Columns = tuple[str, ...] | Callable[[TrustResult], tuple[str, ...]]
_SHEETS: tuple[tuple[str, Columns, Callable[[TrustResult], Iterator[Row]]], ...] = (
    ("Schools", (
        "school", "URN", "contact", "standing", "mend first", "mend before the next review",
        "would be better", "sections not found", "thin", "next review", "review", "file",
        "facts still missing", "notes",
    ), _schools),
    ("Sections", _section_columns, _sections),
    ("To mend", (
        "school", "file", "severity", "check", "section", "where", "message", "quote", "suggestion",
    ), _to_mend),
    ("Reviews", ("school", "file", "next review", "days", "review", "quote"), _reviews),
    ("Guidance", ("title", "check", "how many", "message", "schools", "suggestion"), _guidance),
    ("Gaps", ("section", "level", "not found at", "thin at", "where not found", "where thin",
              "not found"), _gaps),
    ("Across schools", ("what", "school", "message", "quote"), _across),
    ("Since last time", ("since", "school", "section", "better or worse", "was", "is"), _since),
    ("About", ("about this report",), _about),
)  # fmt: skip
