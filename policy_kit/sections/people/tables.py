"""The people of a table: beside known posts, and, where it tells who is who, beside any other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policy_kit.model import Block
from policy_kit.regexes import regex
from policy_kit.sections.people.adjacent import Held
from policy_kit.sections.people.deeds import firm_beside, firms_named
from policy_kit.sections.people.listed import SAYS, Placed, with_known_posts
from policy_kit.sections.people.person_names import NamedPerson, person_names
from policy_kit.sections.people.roles import CHAIR_ALONE, role_words

_POST = regex(r"[A-Z][\w,/&()’' -]{2,60}", re.IGNORECASE)
_NOT_POST = regex(
    r"^(?:all\s)?(?:staff|governors|parents|pupils)\W*$|\d|\b(?:who|name|named|phone|email|date|when|school"
    r"|policy|support|provider|supplier|firm|service|class|filter\w*"
    r"|monitor\w*|software|website|signed|concern|pupil|parent)s?\b",
    re.IGNORECASE,
)
_PLAIN_LABEL = regex(
    r"(?:(?:lead|link|responsible|named)\s)?(?:staff member|member of staff|governor|staff lead)"
    r"|person in charge|(?:name of )?originator|contributors?",
    re.IGNORECASE,
)
_BESIDE_NAMES = regex(r"\([^()]*\)|\band\b|[\W\d_]")


def table_people(rows: Sequence[Block]) -> Iterator[Placed]:
    """The people of one table; where it tells who holds a known post, those with another post as well."""
    told = list(with_known_posts(rows))
    known = {one.block.index for one in told}
    told += [one for row in rows if row.index not in known for one in _beside_plain_label(row)]
    told += [one for row in rows if row.index not in known for one in _firms_of(row)]
    yield from told
    if any(one.held.name and one.held.role for one in told):
        known = {one.block.index for one in told}
        for row in rows:
            if row.index not in known:
                yield from _with_other_post(row)


def _with_other_post(row: Block) -> Iterator[Placed]:
    """A row that is a name beside a post that no role is for: "Early years lead | Coral Wimpenny"."""
    for cell, beside in ((1, 0), (0, 1)):
        if len(row.cells) < 2:
            return
        name, post = row.cells[cell].strip(), row.cells[beside].strip()
        names = person_names(name)
        if len(names) != 1 or names[0].start or names[0].end < len(name) or not _POST.fullmatch(post):
            continue
        if not (person_names(post) or SAYS.search(post) or _NOT_POST.search(post)):
            opens = next(iter(role_words(post)), None)  # "Committee member for safeguarding and gaming"
            role = "chair-of-governors" if CHAIR_ALONE.fullmatch(post) else ""
            role = opens.role if opens is not None and opens.start == 0 else role
            yield Placed(Held(names[0].name, role, post, 0), row)
            return


def _beside_plain_label(row: Block) -> Iterator[Placed]:
    """Names alone beside a label that is no post of its own: "Staff member | Jo Elm"."""
    if len(row.cells) != 2 or not _PLAIN_LABEL.fullmatch(row.cells[0].strip(" :")):
        return
    names = person_names(row.cells[1])
    if names and not _BESIDE_NAMES.sub("", _without(row.cells[1], names)):
        yield from (Placed(Held(n.name, "", row.cells[0].strip(" :"), n.start), row) for n in names)


def _firms_of(row: Block) -> Iterator[Placed]:
    """The firms of a row that tells of no post: beside a label that asks for one, or for a deed."""
    if len(row.cells) > 1 and (firm := firm_beside(row.cells[0], row.cells[1])):
        yield Placed(firm, row)
        return
    yield from (Placed(held, row) for cell in row.cells for held in firms_named(cell))


def _without(text: str, names: Sequence[NamedPerson]) -> str:
    """The text with its names struck out."""
    for name in reversed(names):
        text = f"{text[: name.start]} {text[name.end :]}"
    return text
