"""A trust's audit on the screen: a line a school."""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.reports.phrases import counted, one_line, sentence
from policy_kit.reports.text_page import Page, wrapped
from policy_kit.reports.trust.phrases import headline, review_state, short_day, standing, title
from policy_kit.roll_up import Review, SchoolState, TrustResult

_NAME = 32
_WIDE = 91  # columns of the table with that name: narrower, the columns move together
_BESIDE = 47  # columns of the table beside the name, without the gaps


def render_status(result: TrustResult, *, width: int = 80) -> str:
    """Tell how each school stands, a line each, the one most in need first."""
    gap = "  " if width >= _WIDE else " "
    room = max(width - _BESIDE - 6 * len(gap), 12)
    name_width = min(max((len(one_line(s.name)) for s in result.schools), default=_NAME), room)
    lines = [title(result), ""]
    heads = ("FIRST", "LATER", "FOUND", "THIN", "NOT FOUND", "NEXT REVIEW")
    lines.append(gap.join((f"{'SCHOOL':<{name_width}}", *heads)))
    reviews: dict[str, Review] = {}
    for review in result.reviews:
        reviews.setdefault(review.school, review)
    for school in result.schools:
        lines += _lines(school, reviews.get(school.name), name_width, gap)
    below = Page(max(width, 40))
    for told in _below(result):
        below.line(told)
    return "\n".join([*lines, "", *below.lines]) + "\n"


def _lines(school: SchoolState, review: Review | None, width: int, gap: str) -> Iterator[str]:
    """The school's line, and what of its name has no room in it beneath: two names may begin alike."""
    name, *more = wrapped(one_line(school.name), width)
    yield _line(school, review, f"{name:<{width}}", gap)
    yield from (f"  {rest}" for rest in wrapped(" ".join(more), width - 2) if rest)


def _line(school: SchoolState, review: Review | None, name: str, gap: str) -> str:
    if school.state != "read":
        return f"{name}  {standing(school)}"
    found = sum(cell.status == "present" for cell in school.cells.values())
    counts = ((school.errors, 5), (school.warnings, 5), (found, 5), (school.thin, 4), (school.missing, 9))
    cells = [name, *(f"{number:>{wide}}" for number, wide in counts), _review(review)]
    return gap.join(cells).rstrip()


def _review(review: Review | None) -> str:
    if review is None:
        return ""
    if review.date is None:
        return "no date found"
    return short_day(review.date) + (" overdue" if review_state(review) == "overdue" else "")


def _below(result: TrustResult) -> Iterator[str]:
    yield "FIRST: to mend before anyone signs. LATER: to mend before the next review."
    for number, words, _ in headline(result):
        yield f"{counted(number, 'school')} {words}."
    if result.since:
        better = sum(change.better for change in result.since.changes)
        worse = len(result.since.changes) - better
        yield f"Since {short_day(result.since.on)}: {better} better, {worse} worse."
    for school in result.schools:
        for note in school.notes:
            yield f"{one_line(school.name)}: {sentence(one_line(note))}"
    if not result.complete:
        yield "The run was stopped before every policy was read; run it again to go on from here."
    yield from (sentence(one_line(warning)) for warning in result.warnings)
