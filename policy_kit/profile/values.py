"""What a person writes, made into what the schema asks for: yes is true, 3/9/2026 is 2026-09-03.

A value that cannot be made out is left as it was, so that the schema reports it in the writer's own words.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from policy_kit.profile.fields import Field
from policy_kit.profile.people import (
    account_from_text,
    linked_policy_from_text,
    organisation_from_text,
    person_from_text,
)

_YES = frozenset({"yes", "y", "true", "1", "on"})
_NO = frozenset({"no", "n", "false", "0", "off"})
_NOTHING = frozenset({"none", "no", "nothing", "n/a", "na", "-", "[]"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST_READ = 1000  # longer text is a fault in any field, and is not searched for its parts
_PERSONS = ("person", "personWithContact", "personWithRole")


def value_for(field: Field, value: Any) -> Any:
    """The value as JSON holds it and the schema asks for it; None if it is blank."""
    value = _plain(value)
    if value is None:
        return None
    if field.kind == "list":
        return _list_for(field, value)
    if field.kind == "map":
        return _map(value)
    return _single(field.kind, field.choices, value)


def _plain(value: Any) -> Any:
    """Text on one line without blanks round it, days as ISO text, nothing for what is blank."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return " ".join(value.split()) or None if "\n" not in value else _lines(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [inner for inner in map(_plain, value) if inner is not None]
    return value


def _lines(text: str) -> str | None:
    """Several lines of text, each tidied: a list may be written so."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line) or None


def _list_for(field: Field, value: Any) -> Any:
    if isinstance(value, str):
        if field.may_be_empty and value.casefold() in _NOTHING:
            return []
        between = r"[;,\n]" if field.item_kind == "enum" else r"[;\n]"
        value = [part.strip() for part in re.split(between, value) if part.strip()]
    if isinstance(value, Mapping) and field.item_kind == "account" and "handle" not in value:
        value = [{platform: handle} for platform, handle in value.items()]
    if not isinstance(value, list):
        value = [value]
    return [_single(field.item_kind, field.choices, item) for item in value]


def _map(value: Any) -> Any:
    """{group: [tool, …]} from a mapping, or from "staff: A, B; pupils:"."""
    if isinstance(value, str):
        groups: dict[str, str] = {}
        group = ""
        for part in re.split(r"[;\n]", value):
            before, colon, after = (text.strip() for text in part.partition(":"))
            group = before.casefold() if colon else group
            if not group:
                return value
            more = after if colon else before
            groups[group] = ", ".join(text for text in (groups.get(group, ""), more) if text)
        value = groups
    if not isinstance(value, Mapping):
        return value
    return {key: _tools(tools) for key, tools in value.items()}


def _tools(value: Any) -> Any:
    if value is None or (isinstance(value, str) and value.casefold() in _NOTHING):
        return []
    if isinstance(value, str):
        return [part.strip() for part in re.split(r"[,;\n]", value) if part.strip()]
    return [_as_text(item) for item in value] if isinstance(value, list) else value


def _single(kind: str, choices: tuple[str, ...], value: Any) -> Any:
    """One value of one kind; what is neither text nor number stays for the schema to judge."""
    if kind == "boolean":
        return _boolean(value)
    if isinstance(value, Mapping):
        return _record(kind, value)
    value = _as_text(value)
    if not isinstance(value, str):
        return value
    text = value.replace("\n", " ")
    if kind == "enum":
        return _choice(text, choices)
    read = _READERS.get(kind)
    return read(text) if read and len(text) <= _LONGEST_READ else text


def _as_text(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _record(kind: str, value: Mapping[str, Any]) -> Any:
    """An object's own parts; `FriendPage: name` in a YAML list is a mapping of one to the other."""
    parts = {key: _as_text(inner) for key, inner in value.items() if inner is not None}
    if len(parts) == 1:
        ((key, inner),) = parts.items()
        if kind == "account" and key not in ("platform", "handle"):
            return {"platform": key, "handle": inner}
        if kind == "linkedPolicy" and key not in ("title", "url"):
            return linked_policy_from_text(f"{key}: {inner}")
    if "url" in parts:
        parts["url"] = _address(parts["url"]) if isinstance(parts["url"], str) else parts["url"]
    return parts


def _boolean(value: Any) -> Any:
    text = str(_as_text(value)).casefold()
    if text in _YES | _NO:
        return text in _YES
    return value


def _choice(text: str, choices: tuple[str, ...]) -> str:
    def bare(word: str) -> str:
        return re.sub(r"[\s_-]+", "", word.casefold())

    return next((choice for choice in choices if bare(choice) == bare(text)), text)


def _date(text: str) -> str:
    """ISO text from 2026-09-03, 3/9/2026, 03-09-2026 or 3rd September 2026."""
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text):
        day, month, year = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9}),? (\d{4})", text):
        name = found[2].casefold()[:3]
        if name not in _MONTHS:
            return text
        day, month, year = int(found[1]), _MONTHS.index(name) + 1, int(found[3])
    else:
        return text
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return text


def _integer(text: str) -> int | str:
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text)
    return int(years[0]) if len(years) == 1 else text


def _ages(text: str) -> str:
    found = re.fullmatch(r"(\d{1,2}) ?(?:-|–|—|to) ?(\d{1,2})(?: years)?", text, re.IGNORECASE)
    return f"{int(found[1])}-{int(found[2])}" if found else text


def _address(text: str) -> str:
    if "://" in text or " " in text or "." not in text:
        return text
    return f"https://{text}"


def _linked(text: str) -> dict[str, str]:
    parts = linked_policy_from_text(text)
    return {**parts, "url": _address(parts["url"])} if "url" in parts else parts


_READERS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(_PERSONS, person_from_text),
    "organisation": organisation_from_text,
    "account": account_from_text,
    "linkedPolicy": _linked,
    "date": _date,
    "integer": _integer,
    "ages": _ages,
    "uri": _address,
    "urn": lambda text: text.replace(" ", ""),
    "email": lambda text: text.removeprefix("mailto:"),
    "text": lambda text: text.rstrip(" .") if not text.endswith("..") else text,
}
