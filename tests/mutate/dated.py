"""Faults of dates and of approval, in the cover and in document control."""

from __future__ import annotations

import random
import re

from tests.mutate.drafts import Draft, Injected


def _rows(draft: Draft, label: str) -> list[int]:
    return draft.where(lambda b: re.match(rf"{label}(?: \||:)", b.text) is not None)


def _set(draft: Draft, label: str, value: str) -> tuple[int, ...]:
    """Put another value beside a label, on the cover and in the table."""
    places = _rows(draft, label)
    for at in places:
        before = " | " if draft.blocks[at].cells else ": "
        draft.say(at, f"{label}{before}{value}")
    return tuple(places)


def review_passed(draft: Draft, rng: random.Random) -> Injected | None:
    """The next review is past, and so is what went before it."""
    value = rng.choice(("1 September 2025", "March 2026", "Autumn term 2025", "30/06/2026"))
    places = _set(draft, "Next review", value)
    _set(draft, "Date approved", "8 October 2024")
    _set(draft, "Date written", "3 September 2024")
    _set(draft, "Last reviewed", "3 September 2024")
    _cover(draft, "8 October 2024")
    version = draft.where(lambda b: b.style == "Table Text" and "Rewritten for the guidance" in b.text)
    for at in version:
        draft.say(at, "3 September 2024 | Rewritten for the guidance in force")
    return Injected(("PK401",), places, allowed=("PK403", "PK404"), note=value) if places else None


def _cover(draft: Draft, day: str) -> None:
    for at in draft.where(lambda b: b.style == "Cover Note" and b.text.startswith("Approved by:")):
        draft.say(at, re.sub(r", \d+ \w+ \d{4}$", f", {day}", draft.blocks[at].text))


def review_too_late(draft: Draft, rng: random.Random) -> Injected | None:
    """The next review is years away."""
    value = rng.choice(("1 September 2029", "October 2028", "Autumn 2029", "01/09/2028"))
    places = _set(draft, "Next review", value)
    return Injected(("PK403",), places, note=value) if places else None


def review_blank(draft: Draft, rng: random.Random) -> Injected | None:
    """The next review was never filled in."""
    value = rng.choice(("", "________", "TBC", "dd/mm/yyyy"))
    places = _set(draft, "Next review", value)
    return Injected(("PK402", "PK501"), places, allowed=("PK402",), note=value) if places else None


def review_missing(draft: Draft, rng: random.Random) -> Injected | None:
    """No line says when the next review is."""
    for at in reversed(_rows(draft, "Next review")):
        draft.cut(at, at + 1)
    return Injected(("PK402",))


def approval_after_review(draft: Draft, rng: random.Random) -> Injected | None:
    """The table's next review comes before the approval, the cover's after it."""
    rows = [at for at in _rows(draft, "Next review") if draft.blocks[at].cells]
    if not rows:
        return None
    draft.say(rows[0], f"Next review | {rng.choice(('1 September 2026', '12 August 2026', 'June 2026'))}")
    return Injected(("PK404",), tuple(_rows(draft, "Next review")), allowed=("PK401", "PK403"))


def dates_clash(draft: Draft, rng: random.Random) -> Injected | None:
    """The table gives another day of approval than the cover."""
    rows = _rows(draft, "Date approved")
    if not rows:
        return None
    draft.say(
        rows[0], f"Date approved | {rng.choice(('9 October 2026', '2 November 2026', '12 September 2026'))}"
    )
    cover = draft.where(lambda b: b.style == "Cover Note" and b.text.startswith("Approved by:"))
    if draft.blocks[rows[0]].text.split(" | ")[1] in draft.blocks[cover[0]].text:
        return None
    return Injected(("PK404",), (*rows, *cover))


def approval_missing(draft: Draft, rng: random.Random) -> Injected | None:
    """Neither body nor date of approval stands anywhere."""
    for label in ("Date approved", "Approved by"):
        for at in reversed(_rows(draft, label)):
            draft.cut(at, at + 1)
    return Injected(("PK405",))


def title_year(draft: Draft, rng: random.Random) -> Injected | None:
    """The cover still bears an earlier school year."""
    at = draft.where(lambda b: b.text.startswith("Academic year"))
    if not at:
        return None
    year = rng.choice((2021, 2022, 2023, 2024))
    draft.say(at[0], f"Academic year {year} to {year + 1}")
    return Injected(("PK404",), (at[0],))
