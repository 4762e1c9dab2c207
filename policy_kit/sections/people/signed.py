"""People who put their names under a policy: a name over its post, or printed under a line to sign on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policy_kit.model import Block
from policy_kit.regexes import regex
from policy_kit.sections.people.adjacent import Held
from policy_kit.sections.people.listed import Placed, Roles, sole_roles
from policy_kit.sections.people.person_names import person_names
from policy_kit.sections.people.roles import CHAIR_ALONE, RoleWords, may_name_post, role_words

Line = tuple[str, Block]

_LONGEST = 9  # words of a line that is a name, or a post, and no more
_AFTER_NAME = regex(
    r"(?:[\s,.()]|\b(?:B\.?Ed|B\.?A|B\.?Sc|M\.?A|M\.?Ed|M\.?Sc|PGCE|QTS|NPQH|Hons|MBE|OBE|CBE)\b)*"
)
_TO_SIGN = regex(
    r"\W*sign(?:ed|ature)?\b[\s:]*(?:(?:by"
    r"|of)\s)?[(\[]?(?P<post>[A-Za-z][^()\[\]:…_]{2,60}?)[)\]]?[\s._…:-]*$",
    re.IGNORECASE,
)
_PRINTED = regex(
    r"\W*(?:print(?:ed)?\s|full\s)?name(?:\sin\scapitals|\s\(print(?:ed)?\))?(?!\w)[\s:]*(?=\S)",
    re.IGNORECASE,
)
_REACH = 3  # lines from a line to sign on to the name that is printed under it


def signed_lines(lines: Sequence[Line]) -> dict[int, tuple[Placed, ...]]:
    """The lines, by their number, that belong to a signature, with the people that each tells."""
    out: dict[int, tuple[Placed, ...]] = {}
    for at, (line, _) in enumerate(lines):
        if at in out:
            continue
        out.update((*_signed_off(lines, at), *_printed(line, lines, at)))
    return out


def _signed_off(lines: Sequence[Line], at: int) -> Iterator[tuple[int, tuple[Placed, ...]]]:
    """Names over posts, from a line on: "Mrs Khan" over "Headteacher", with no label before them.

    Where a name is left over at the end the posts stand over the names, and not under them.
    """
    if not _is_name(lines, at) or not _posts(lines, at + 1) or _is_labelled(lines, at):
        return
    end = at
    while _is_name(lines, end) and _posts(lines, end + 1):
        end += 2
    if _is_name(lines, end):
        return
    for number in range(at, end, 2):
        name, block = person_names(lines[number][0])[0].name, lines[number][1]
        yield number, tuple(Placed(Held(name, p.role, p.words, 0), block) for p in _posts(lines, number + 1))
        yield number + 1, ()


def _is_labelled(lines: Sequence[Line], at: int) -> bool:
    """Whether the line before is a label that the name is the value of."""
    before = lines[at - 1][0].rstrip() if at else ""
    return before.endswith((":", "-", "–")) or bool(at and _posts(lines, at - 1))


def _is_name(lines: Sequence[Line], at: int) -> bool:
    if at >= len(lines) or len(lines[at][0].split()) > _LONGEST or lines[at][1].is_heading:
        return False
    names = person_names(lines[at][0])
    return len(names) == 1 and names[0].start <= 1 and bool(_AFTER_NAME.fullmatch(lines[at][0], names[0].end))


def _posts(lines: Sequence[Line], at: int) -> Roles:
    if at >= len(lines) or len(lines[at][0].split()) > _LONGEST or lines[at][1].is_heading:
        return ()
    line = lines[at][0].strip()
    if CHAIR_ALONE.fullmatch(line) and at and person_names(lines[at - 1][0]):
        return (RoleWords("chair-of-governors", line, 0, len(line)),)
    return sole_roles(line) if line[-1:] not in ":–-" and may_name_post(line) else ()


def _printed(line: str, lines: Sequence[Line], at: int) -> Iterator[tuple[int, tuple[Placed, ...]]]:
    """The name printed under a line to sign on: "Signature (Headteacher)" over "Print name: Mrs Khan"."""
    signs = _TO_SIGN.match(line)
    posts = role_words(signs["post"]) if signs else ()
    if not posts or person_names(line):
        return
    for number in range(at + 1, min(at + 1 + _REACH, len(lines))):
        below, block = lines[number]
        if _TO_SIGN.match(below):
            return
        opens = _PRINTED.match(below)
        name = next((n for n in person_names(below) if opens and n.start <= opens.end() + 1), None)
        if name is not None:
            yield number, tuple(Placed(Held(name.name, p.role, p.words, name.start), block) for p in posts)
            return
