"""A name that is written all in capitals, written as names are."""

from __future__ import annotations

import re

from policy_kit.naming.words import word_set

_SMALL = word_set("and at by for in le la de of on the to under upon with")
_LETTERS = word_set("CE RC PRU UTC SEN SEND SEMH II III")  # said letter by letter, or as a figure
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def out_of_capitals(name: str) -> str:
    """BEACON TIDES TRUST is Beacon Tides Trust; a name with a small letter in it stays as it is."""
    return _WORD.sub(lambda found: _written(found[0], found.start()), name) if name.isupper() else name


def _written(word: str, at: int) -> str:
    if word in _LETTERS:
        return word
    if at and word.lower() in _SMALL:
        return word.lower()
    before, mark, after = word.partition(word[1:2]) if word[1:2] in ("'", "’") else ("", "", word)
    return before + mark + after.capitalize()  # O'NEILL is O'Neill, ST MARY'S is St Mary's
