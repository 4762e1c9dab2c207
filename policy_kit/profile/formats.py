"""What the schema's formats mean: really checked, where the library would let almost anything pass."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from jsonschema import FormatChecker

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_EMAIL = re.compile(r"[^\s@<>(),;:\"\[\]\\]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_PHONE = re.compile(r"[+0(][\d ()\-]{8,20}\d(?:,? ?(?:ext\.?|x|extension) ?\d{1,6})?", re.ASCII)
_FEWEST_DIGITS, _MOST_DIGITS = 10, 15
_LONGEST = 500  # longer is no address, and a pattern would take its time to say so


def is_day(value: object) -> bool:
    """A day of the calendar between 2000 and 2100, as 2026-09-03."""
    if not isinstance(value, str):
        return True
    if not _ISO_DAY.fullmatch(value):
        return False
    try:
        return 2000 <= datetime.date.fromisoformat(value).year <= 2100
    except ValueError:
        return False


def is_email(value: object) -> bool:
    """One plain e-mail address: no spaces, no name round it, a domain with a dot."""
    if not isinstance(value, str):
        return True
    before = value.partition("@")[0]
    dots_are_well = ".." not in before and not before.startswith(".") and not before.endswith(".")
    return len(value) <= _LONGEST and dots_are_well and _EMAIL.fullmatch(value) is not None


def is_web_address(value: object) -> bool:
    """An http or https address of a named host, without spaces."""
    if not isinstance(value, str):
        return True
    try:
        parts = urlsplit(value)
        host = (parts.hostname or "")[:_LONGEST]
        parts.port  # noqa: B018  # raises where the port is no number
    except ValueError:
        return False
    spaced = re.search(r"[\s<>\"{}|\\^`]", value)
    return parts.scheme in ("http", "https") and not spaced and _HOST.fullmatch(host) is not None


def is_phone(value: object) -> bool:
    """A whole phone number, beginning with 0 or +, an extension after it if need be."""
    if not isinstance(value, str):
        return True
    number = re.split(r"[,ex]", value, maxsplit=1)[0]
    digits = sum(letter.isdigit() for letter in number)
    return _PHONE.fullmatch(value) is not None and _FEWEST_DIGITS <= digits <= _MOST_DIGITS


def format_checker() -> FormatChecker:
    """A checker of the schema's four formats."""
    from jsonschema import FormatChecker

    checker = FormatChecker(formats=())
    checker.checks("date")(is_day)
    checker.checks("email")(is_email)
    checker.checks("uri")(is_web_address)
    checker.checks("phone")(is_phone)
    return checker
