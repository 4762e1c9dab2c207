"""A trust's audit on the screen: a line a school."""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.reports.phrases import counted, one_line, sentence, shortened
from policy_kit.reports.trust.phrases import headline, review_state, short_day, standing, title
from policy_kit.roll_up import Review, SchoolState, TrustResult

_NAME = 32


def render_status(result: TrustResult, *, width: int = 80) -> str:
    """Tell how each school stands, a line each, the one most in need first."""
    name_width = min(
        max((len(one_line(s.name)) for s in result.schools), default=_NAME), max(_NAME, width - 62)
    )
    lines = [title(result), ""]
    lines.append(f"{'SCHOOL':<{name_width}}  FIRST  LATER  FOUND  THIN  NOT FOUND  NEXT REVIEW")
    reviews: dict[str, Review] = {}
    for review in result.reviews:
        reviews.setdefault(review.school, review)
    lines += [_line(school, reviews.get(school.name), name_width) for school in result.schools]
    lines += ["", *_below(result)]
    return "\n".join(lines) + "\n"


def _line(school: SchoolState, review: Review | None, width: int) -> str:
    name = shortened(school.name, width) if len(one_line(school.name)) > width else one_line(school.name)
    if school.state != "read":
        return f"{name:<{width}}  {standing(school)}"
    found = sum(cell.status == "present" for cell in school.cells.values())
    return (
        f"{name:<{width}}  {school.errors:>5}  {school.warnings:>5}  {found:>5}  {school.thin:>4}"
        f"  {school.missing:>9}  {_review(review)}"
    ).rstrip()


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
