"""File names for generated policies: safe on every system, told apart where two schools share a name."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 80
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)


def safe_name(text: str, year: int | None = None) -> str:
    """`St Mary’s Church School`, 2026 → `st-marys-church-school-2026`, without an ending.

    Only letters a to z, digits and hyphens; never a name that Windows keeps for its devices.
    """
    text = text.replace("&", " and ").replace("’", "").replace("'", "")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST].strip("-") or "school"
    if year is not None:
        return f"{slug}-{year}"
    return f"{slug}-school" if _RESERVED.fullmatch(slug) else slug


class Names:
    """Gives each school a name that no other has; the second of two alike gets -2."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, wanted: str) -> str:
        """The name wanted, numbered if it is taken."""
        name, number = wanted, 1
        while name in self._given:
            number += 1
            name = f"{wanted}-{number}"
        self._given.add(name)
        return name
