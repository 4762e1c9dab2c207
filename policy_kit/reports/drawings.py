"""Works out the two drawings of the web page: the bar of sections by status, and the line of key dates.

Places are in hundredths of the width, so that the text in a drawing keeps its size on a narrow screen.
"""

from __future__ import annotations

from datetime import date

from policy_kit.findings import PolicyAudit
from policy_kit.model import PolicyDate
from policy_kit.quick import dataclass
from policy_kit.reports.arranging import by_status, key_dates
from policy_kit.reports.phrases import DATE_WORDS, STATUS_WORDS, day, one_line, when

_ROOM_FOR_NUMBER = 5.0  # a narrower piece of the bar has no room for its number
_APART = 6.0  # dots nearer than this stand one above the other
_MARGIN = 4.0
_FIRST_ROW = 46
_ROW_HEIGHT = 30


@dataclass(frozen=True, slots=True)
class Piece:
    """One status in the bar: its words and number, and where the piece starts and how wide it is."""

    status: str
    words: str
    number: int
    start: float
    width: float

    @property
    def middle(self) -> float:
        return round(self.start + self.width / 2, 2)

    @property
    def has_room(self) -> bool:
        return self.width >= _ROOM_FOR_NUMBER


def section_bar(audit: PolicyAudit) -> tuple[Piece, ...]:
    """The pieces of the bar, what needs work first; none where the policy has no sections."""
    groups = by_status(audit)
    total = sum(len(found) for _, found in groups)
    pieces: list[Piece] = []
    start = 0.0
    for status, found in groups:
        width = round(100 * len(found) / total, 2)
        pieces.append(Piece(status.value, STATUS_WORDS[status], len(found), round(start, 2), width))
        start += width
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class Moment:
    """One date on the line: its number in the list below, its words, and where its dot stands."""

    number: int
    what: str
    when: str
    words: str
    place: float
    height: int
    past: bool
    today: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dots in order of time, the dates left blank, and how tall the drawing is."""

    moments: tuple[Moment, ...]
    blanks: tuple[str, ...]
    height: int


def timeline(audit: PolicyAudit, on: date) -> Timeline:
    """The policy's own dates and the day of the report on one line."""
    dates = [(d.date, d) for d in key_dates(audit) if d.date]
    blanks = tuple(DATE_WORDS[d.kind] for d in key_dates(audit) if d.date is None)
    if not dates:
        return Timeline((), blanks, 0)
    days: list[tuple[date, PolicyDate | None]] = sorted(
        [*dates, (on, None)], key=lambda pair: (pair[0], pair[1] is not None)
    )
    first, last = days[0][0], days[-1][0]
    span = max((last - first).days, 1)
    moments: list[Moment] = []
    row = before = 0.0
    for number, (on_day, found) in enumerate(days, 1):
        place = round(_MARGIN + (100 - 2 * _MARGIN) * (on_day - first).days / span, 2)
        row = row + 1 if moments and place - before < _APART else 0
        before = place if row == 0 else before
        moments.append(_moment(number, on_day, found, place, int(_FIRST_ROW + row * _ROW_HEIGHT), on))
    return Timeline(tuple(moments), blanks, max(m.height for m in moments) + 18)


def _moment(
    number: int, on_day: date, found: PolicyDate | None, place: float, height: int, on: date
) -> Moment:
    if found is None:
        return Moment(number, "this report", day(on_day), "", place, height, past=False, today=True)
    said, told = one_line(found.text), when(found)
    words = "" if said in (told, day(on_day)) else said
    return Moment(number, DATE_WORDS[found.kind], told, words, place, height, past=on_day < on)
