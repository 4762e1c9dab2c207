"""The next review dates as a calendar file (RFC 5545) that any calendar program takes in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from policy_kit.reports.phrases import day, one_line
from policy_kit.reports.trust.phrases import review_state
from policy_kit.roll_up import Review, TrustResult

_LONGEST = 75  # octets of a line, the end of line left out (RFC 5545, 3.1)


def render_calendar(result: TrustResult) -> str:
    """Tell when each policy is to be reviewed, a whole-day entry each, and when the round ends.

    A policy that gives no date has no entry. Lines end in CR LF, as the format asks.
    """
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//policy-kit//trust reviews//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(result.trust)}: policy reviews",
    ]  # fmt: skip
    stamp = f"{result.on:%Y%m%d}T000000Z"
    for review in result.reviews:
        if review.date:
            lines += _review(review, review.date, stamp)
    if result.cycle:
        told = f"{result.trust}: {result.cycle.name} ends; every policy is approved by today"
        lines += _entry(f"cycle {result.trust} {result.cycle.name}", result.cycle.due, stamp, told, "")
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _review(review: Review, when: date, stamp: str) -> Iterator[str]:
    overdue = " (overdue)" if review_state(review) == "overdue" else ""
    told = f"{review.school}: online safety policy review{overdue}"
    more = f"By {day(when)}. The policy says: “{review.words}”. File: {review.file}"
    yield from _entry(f"review {review.school} {review.file}", when, stamp, told, more)


def _entry(name: str, when: date, stamp: str, told: str, more: str) -> Iterator[str]:
    # The same review keeps its number, so that taking the file in again moves the entry and adds none.
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(name.encode('utf-8', 'replace')).hexdigest()[:32]}@policy-kit.example"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{when:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{when + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(told)}"
    if more:
        yield f"DESCRIPTION:{_text(more)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """Words as the format keeps a text: on one line, its own marks escaped (RFC 5545, 3.3.11)."""
    return re.sub(r"([\\;,])", r"\\\1", one_line(words))


def _folded(line: str) -> Iterator[str]:
    """A long line in pieces of at most 75 octets, no letter cut in two; further ones begin with a space."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if size + octets > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece += letter
        size += octets
    yield piece
