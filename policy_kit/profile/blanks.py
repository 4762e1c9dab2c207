"""Values that only hold a place: a policy filled with them would say "TBC" where a name must stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from policy_kit.profile.fields import Field, profile_fields
from policy_kit.regexes import regex

_WHOLLY = regex(
    r"(?:to be (?:confirmed|decided|advised|added|appointed)|to follow|t\.?b\.?[acd]\.?|not known|unknown"
    r"|\?+|[.…_\-–]+|x{2,}|name|name here|your school|your name|insert.*)",
    re.IGNORECASE,
)
_NOTHING = regex(r"n/?a|none|nil|nothing|not applicable|does not apply", re.IGNORECASE)
_WITHIN = regex(r"\{\{|\}\}|\{%|%\}|\[(?:insert|enter|add|name|school|date|your)\b[^\]]*\]", re.IGNORECASE)
_FREE_TEXT = ("text", "enum")  # "none" may be the whole of a true answer here


def left_blank(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each (field, message) of a text that holds a place, or a character no document can hold."""
    for name, value in fields.items():
        field = profile_fields().get(name)
        if field is not None:
            yield from ((name, message) for text in _texts(value) if (message := _fault(field, text)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _fault(field: Field, text: str) -> str:
    shown = text if len(text) <= 60 else text[:60] + "…"
    if _WHOLLY.fullmatch(text) or _WITHIN.search(text):
        return f"'{shown}' only holds the place; give what belongs there, or leave the field out for now"
    if field.kind not in _FREE_TEXT and _NOTHING.fullmatch(text):
        return f"'{shown}' would be printed as it stands; leave the field blank where there is none"
    if any(unicodedata.category(c) in ("Cc", "Cs") or ord(c) & 0xFFFE == 0xFFFE for c in text):
        return "holds a character that no document can hold; type the words again"
    return ""
