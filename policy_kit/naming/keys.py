"""Names made comparable: "St. Mary's C of E Primary School" and "St Marys CE Primary" are one school."""

from __future__ import annotations

import re
from functools import lru_cache

_CHURCH = re.compile(
    r"\bchurch of england\b|\bc\s?of\s?e\b|\bc\s?/\s?e\b|\bcofe\b|\bce\b|\bc\.\s?e\b", re.IGNORECASE
)
_ROMAN = re.compile(r"\broman catholic\b|\brc\b|\br\.\s?c\b", re.IGNORECASE)
_SMALL = frozenset(
    {"the", "and", "of", "school", "at", "va", "vc", "voluntary", "aided", "controlled", "community"}
)


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """The telling words of a name in lower case: no "the", "and", "school", points or apostrophes."""
    text = name.casefold().replace("&", " and ").replace("’", "'").replace("'", "")
    text = _CHURCH.sub(" ce ", text)
    text = _ROMAN.sub(" catholic ", text)
    text = re.sub(r"\bsaint\b", "st", text)
    words = re.findall(r"\w+", text)
    return " ".join(w for w in words if w not in _SMALL) or " ".join(words)


def same_name(one: str, other: str) -> bool:
    """Whether two names are one body's: equal, or one is the other with words left off either end."""
    a, b = name_key(one).split(), name_key(other).split()
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
