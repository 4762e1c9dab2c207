"""Whose policy a file is: by the name that stands in it, and by what the file and its folder are called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from policy_kit.errors import UnreadableFile
from policy_kit.naming import is_same_school, name_key
from policy_kit.naming.words import word_set
from policy_kit.quick import dataclass
from policy_kit.sections.names import school_name, trust_name
from policy_kit.sources import read

# What a file of this kind is called besides the school's name.
_NOT_NAMES = re.compile(
    r"\b(?:online|e|internet|digital|safety|safe|policy|policies|esafety|final|draft|version|v\d+(?:\.\d+)*"
    r"|copy|signed|approved|review|reviewed|autumn|spring|summer|term|new|updated|19\d\d|20\d\d|\d{1,2}|of"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|docx?|pdf|osp|and|acceptable|use|aup)\b",
    re.IGNORECASE,
)
_GENERAL = word_set(
    """
    academy church college community endowed england ce catholic rc primary infant infants junior juniors
    nursery first middle high secondary school special sixth form st saint the of and
    """
)


@dataclass(frozen=True, slots=True)
class Named:
    """A file with the school and the trust that its text names, '' where it names none or was not read."""

    path: Path
    school: str
    trust: str


def names_in(path: Path) -> Named:
    """Read a file for its names only; one that cannot be read has none, and the audit will say why."""
    try:
        document = read(path)
    except UnreadableFile:
        return Named(path, "", "")
    return Named(path, school_name(document), trust_name(document))


class Whose:
    """Tells the school of each file, once the names that stand in all of them are known."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: list[str] = []
        for name in names:
            if name and not any(is_same_school(name, known) for known in self._names):
                self._names.append(name)

    def of(self, one: Named, folder: Path) -> tuple[str, str]:
        """The school of a file, and what to tell the user about it ('' if the matter is clear)."""
        called = " ".join(one.path.relative_to(folder).with_suffix("").parts)
        words = name_key(re.sub(r"[_\W]+", " ", called)).split()
        by_file = next((name for name in self._names if _named_by(name, words)), "")
        by_text = next((name for name in self._names if one.school and is_same_school(one.school, name)), "")
        file = one.path.relative_to(folder).as_posix()
        if by_file and by_text and by_file != by_text:
            return by_file, f"{file}: called after {by_file}, but its text names {by_text}; see whose it is"
        if by_text or by_file:
            return by_text or by_file, ""
        made = _from_file(one.path, folder)
        return made, f"{file}: its text names no school, so it stands under {made!r}; put that right"


def _named_by(name: str, words: list[str]) -> bool:
    """Whether the telling words of a school's name stand together in a file's name."""
    proper = [word for word in name_key(name).split() if word not in _GENERAL]
    if not proper:
        return False
    return any(words[i : i + len(proper)] == proper for i in range(len(words) - len(proper) + 1))


def _from_file(path: Path, folder: Path) -> str:
    """A name made from the file's own, else its folder's: `ferry-road_policy_2024` is Ferry Road."""
    inside = path.relative_to(folder)
    for part in (inside.stem, *reversed(inside.parts[:-1])):
        spaced = re.sub(r"[_\W]+", " ", part)
        words = _NOT_NAMES.sub(" ", spaced).split()
        if any(len(word) > 2 for word in words):
            return " ".join(word if word[0].isupper() else word.capitalize() for word in words)
    return inside.stem
