"""Dates that do not fit the trust's round of reviews."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from policy_kit.model import DateKind
from policy_kit.profile.agreement import year_after
from policy_kit.roll_up import Cycle, OutOfStep, Reading

_APPROVING = (DateKind.APPROVED, DateKind.REVIEWED, DateKind.EFFECTIVE)


def latest(reading: Reading, *kinds: DateKind) -> datetime.date | None:
    """The latest of the policy's dates of these kinds, or None."""
    return max((d.date for d in reading.dates if d.kind in kinds and d.date), default=None)


def out_of_step(readings: Iterable[Reading], cycle: Cycle | None, on: datetime.date) -> Iterator[OutOfStep]:
    """What does not fit: a policy not approved in this round, or next reviewed after the next."""
    if cycle is None:
        return
    for reading in readings:
        if reading.is_policy:
            for message in _messages(reading, cycle, on):
                yield OutOfStep(reading.school, reading.file, message)


def _messages(reading: Reading, cycle: Cycle, on: datetime.date) -> Iterator[str]:
    approved = latest(reading, *_APPROVING)
    late = on > cycle.due
    if cycle.starts and (approved is None or approved < cycle.starts):
        when = (
            f"last approved or reviewed on {_day(approved)}"
            if approved
            else "no approval or review date found"
        )
        told = f"the round ended on {_day(cycle.due)}" if late else f"it is due by {_day(cycle.due)}"
        yield f"Not yet approved in this round ({cycle.name}): {when}; {told}."
    due = latest(reading, DateKind.NEXT_REVIEW)
    limit = year_after(cycle.due)
    if due is not None and due > limit:
        yield f"Its next review, {_day(due)}, comes after the next round ends on {_day(limit)}."


def _day(when: datetime.date | None) -> str:
    from policy_kit.reports.phrases import day

    return day(when) if when else ""
