"""What got better and what got worse at each school since an earlier run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from policy_kit.model import SectionStatus
from policy_kit.roll_up import Change, SchoolState, Since
from policy_kit.trust.store import Standing

_RANK = {"missing": 0, "thin": 1, "not-applicable": 2, "present": 2}
_WORDS = {"missing": "not found", "thin": "thin", "not-applicable": "does not apply", "present": "found"}
_STATES = {
    "read": "read",
    "not-read": "could not be read",
    "no-policy": "no policy",
    "waiting": "not reached",
}
_WHOLE = "The policy as a whole"


def standings(schools: Iterable[SchoolState]) -> Iterator[Standing]:
    """How every section of every school stands now; '' stands for the policy as a whole."""
    for school in schools:
        yield Standing(school.name, "", school.state, school.errors, school.warnings)
        for section, cell in school.cells.items():
            if cell.status is not None:
                yield Standing(school.name, section, cell.status.value, cell.errors, 0)


def since(
    before: tuple[date, tuple[Standing, ...]] | None,
    schools: Iterable[SchoolState],
    titles: Mapping[str, str],
) -> Since | None:
    """Compare with an earlier run; None if there was none. What got worse comes first."""
    if before is None:
        return None
    day, rows = before
    old = {(row.school, row.section): row for row in rows}
    now = {(row.school, row.section): row for row in standings(schools)}
    changes = [
        change
        for place, row in now.items()
        if place in old and (change := _change(old[place], row, titles)) is not None
    ]
    was_there, is_there = ({school for school, _ in places} for places in (old, now))
    return Since(
        day,
        tuple(sorted(changes, key=lambda c: (c.better, c.school, c.section != "", c.what))),
        tuple(sorted(is_there - was_there)),
        tuple(sorted(was_there - is_there)),
    )


def _change(old: Standing, new: Standing, titles: Mapping[str, str]) -> Change | None:
    if new.section == "":
        return _whole(old, new)
    title = titles.get(new.section, new.section)
    was, now = _RANK.get(old.status, 0), _RANK.get(new.status, 0)
    if was != now:
        return Change(
            new.school, new.section, title, now > was,
            _WORDS.get(old.status, old.status), _WORDS.get(new.status, new.status),
        )  # fmt: skip
    if old.errors != new.errors and new.status != SectionStatus.NOT_APPLICABLE.value:
        better = new.errors < old.errors
        return Change(new.school, new.section, title, better, _mend(old.errors), _mend(new.errors))
    return None


def _whole(old: Standing, new: Standing) -> Change | None:
    if old.status != new.status:
        better = new.status == "read"
        was, now = (_STATES.get(row.status, row.status) for row in (old, new))
        return Change(new.school, "", _WHOLE, better, was, now)
    if old.errors != new.errors:
        better = new.errors < old.errors
        return Change(new.school, "", _WHOLE, better, _mend(old.errors), _mend(new.errors))
    return None


def _mend(errors: int) -> str:
    return f"{errors} to mend first" if errors else "nothing to mend first"
