"""The words that every report on a trust uses for the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from policy_kit.model import SectionStatus
from policy_kit.reports.phrases import counted, day, one_line
from policy_kit.roll_up import Borrowed, Cell, Review, SchoolState, TrustResult, Wording

# A letter for each status, so that the map can be read in black and white, and by ear.
LETTERS = {
    SectionStatus.MISSING: "N",
    SectionStatus.THIN: "T",
    SectionStatus.PRESENT: "F",
    SectionStatus.NOT_APPLICABLE: "–",
    None: "?",
}
LETTER_WORDS = {
    SectionStatus.MISSING: "not found",
    SectionStatus.THIN: "thin",
    SectionStatus.PRESENT: "found",
    SectionStatus.NOT_APPLICABLE: "does not apply",
    None: "not read",
}
_SOON = 60  # days before a review falls due in which it is worth a reminder


def standing(school: SchoolState) -> str:
    """How a school stands, in a few words."""
    if school.state == "not-read":
        return "Its file could not be read"
    if school.state == "no-policy":
        return "No online safety policy found"
    if school.state == "waiting":
        return "Not reached in this run"
    if school.errors:
        return f"{counted(school.errors, 'thing')} to mend first"
    return "Nothing to mend first"


def cell_words(cell: Cell) -> str:
    """What a cell of the map says in full."""
    words = LETTER_WORDS[cell.status]
    if cell.status in (SectionStatus.MISSING, SectionStatus.THIN, SectionStatus.PRESENT) and cell.must:
        words += f", {cell.met} of {cell.must} must points"
    return words + (f", {cell.errors} to mend first" if cell.errors else "")


def review_words(review: Review) -> str:
    """When a review is due, and whether that is past."""
    if review.date is None or review.days is None:
        return "no date found" + (f" (it says “{one_line(review.words)}”)" if review.words else "")
    if review.days < 0:
        return f"overdue by {length(-review.days)}"
    return "due today" if review.days == 0 else f"due in {length(review.days)}"


def short_day(when: date) -> str:
    """A date for a narrow column: 1 Sep 2027."""
    return " ".join(word[:3] if word.isalpha() else word for word in day(when).split())


def review_state(review: Review) -> str:
    """none, overdue, soon or later."""
    if review.days is None:
        return "none"
    return "overdue" if review.days < 0 else "soon" if review.days <= _SOON else "later"


def length(days: int) -> str:
    """A number of days as a person says it."""
    if days < 60:
        return counted(days, "day")
    if days < 730:
        return counted(round(days / 30.44), "month")
    years, months = divmod(round(days / 30.44), 12)
    return counted(years, "year") + (f" and {counted(months, 'month')}" if months else "")


def schools_words(names: Sequence[str]) -> str:
    """A number of schools: 1 school, 12 schools."""
    return counted(len(names), "school")


def borrowed_words(found: Borrowed) -> str:
    """What was found of another member, as a sentence."""
    name, other = one_line(found.name), one_line(found.other)
    if found.kind == "school":
        return f"It names {name.rstrip('. ')}, which is another school of the trust."
    return f"It names {name}, who is the {found.post} of {other}."


_WORDING = {
    "current": "made from the trust’s present template",
    "old": "made from an earlier template",
    "likely-current": "seems to come from the trust’s present template",
    "likely-old": "seems to come from an earlier template",
    "own": "wording of its own",
}


def wording_words(wording: Wording) -> str:
    """Where a policy's wording comes from."""
    return _WORDING[wording.state]


def share_words(share: float) -> str:
    """A share as whole parts of a hundred; never all where something differs."""
    return f"{min(round(share * 100), 99) if share < 1 else 100} %"


def headline(result: TrustResult) -> tuple[tuple[int, str, str], ...]:
    """What a lead asks first: (number, what of, where on the page it is told)."""
    read = [s for s in result.schools if s.state == "read"]
    unread = [s for s in result.schools if s.state in ("not-read", "no-policy")]
    waiting = [s for s in result.schools if s.state == "waiting"]
    overdue = {r.school for r in result.reviews if review_state(r) == "overdue"}
    none = {r.school for r in result.reviews if review_state(r) == "none"}
    told = (
        (len(unread), "without a policy that could be read", "map"),
        (sum(s.errors > 0 for s in read), "with something to mend before anyone signs", "map"),
        (sum(s.errors == 0 for s in read), "with nothing to mend first", "map"),
        (len(overdue), "with an overdue review", "reviews"),
        (len(none), "whose policy gives no next review date", "reviews"),
        (len(waiting), "not reached: the run was stopped", "map"),
    )
    return tuple(line for line in told if line[0])


def title(result: TrustResult) -> str:
    """The name of the report."""
    return f"{one_line(result.trust)}: online safety policies on {day(result.on)}"
