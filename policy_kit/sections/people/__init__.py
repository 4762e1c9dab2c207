"""The people a policy names and the roles it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from policy_kit.model import Block, Document, Person
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sections.people.adjacent import held_posts
from policy_kit.sections.people.deeds import firms_named
from policy_kit.sections.people.firms import firm_at
from policy_kit.sections.people.given_names import GIVEN_NAMES
from policy_kit.sections.people.listed import (
    Placed,
    Roles,
    card_people,
    is_blank,
    sole_roles,
    topic_roles,
    value_people,
)
from policy_kit.sections.people.other_holders import other_post_holders
from policy_kit.sections.people.person_names import TITLE, names_in_value, person_names
from policy_kit.sections.people.roles import Lead, role_words
from policy_kit.sections.people.signed import signed_lines
from policy_kit.sections.people.tables import table_people

__all__ = ["people"]

_LABELLED = regex(r"^(?P<label>[^:\n]{2,110}?)\s?(?::|\s[–—-]\s?)\s*(?P<value>.*)$", re.DOTALL)
_CARD = regex(
    r"\W*(?P<a>name|post|role|position|job title):\s?(?P<b>[^:]{3,50}?)[\s,;|–-]+(?P<c>name|post|role"
    r"|position|job title):"
    r"\s?(?P<d>[^:]{2,60})$",
    re.IGNORECASE,
)
_TITLE = regex(rf"^(?:{TITLE}\s)+")
_LONGEST_LINE = 16  # words of a line that lists a person rather than telling something


def people(document: Document) -> tuple[Person, ...]:
    """The people named with a role, in the order they stand, each once for every role.

    A name without a post beside, before or above it is not a person of the policy. A label whose name is
    left blank gives a Person with the name ''.
    """
    out: dict[tuple[str, str], Person] = {}
    told = list(_in_full(document, list(_placed(document))))
    with_post = {_surname(one) for one in told if not one.held.unlisted}
    posted = with_post | {_surname(one) for one in told if " " in _without_title(one.held.name)}
    for placed in told:
        short = " " not in _without_title(placed.held.name)
        if placed.held.unlisted and _surname(placed) in (posted if short else with_post):
            continue  # "Mrs Khan keeps the log", of Asma Khan, the DSL
        held = placed.held
        key = (held.name.casefold() or held.post.casefold(), held.role or held.post.casefold())
        out.setdefault(key, Person(held.name, held.role, document.location(placed.block), held.post))
    return tuple(out.values())


def _in_full(document: Document, told: Sequence[Placed]) -> Iterator[Placed]:
    """The people told, those by a given name alone with the full name that the document has for it.

    A given name that two people of the document have is nobody's for sure, and left out.
    """
    alone = {one.held.name for one in told if one.held.name and " " not in one.held.name and _is_given(one)}
    fuller: dict[str, set[str]] = {name: set() for name in alone}
    if alone:
        for block in document.text_blocks:
            for text in block.cells or (block.text,):
                if any(name in text for name in alone):
                    for person in person_names(text.replace("\n", " ")):
                        first = _without_title(person.name).split()[0]
                        if first in fuller and " " in _without_title(person.name):
                            fuller[first].add(person.name)
    for one in told:
        names = fuller.get(one.held.name, ())
        if len(names) < 2:
            yield replace(one, held=replace(one.held, name=next(iter(names), one.held.name)))


def _surname(placed: Placed) -> str:
    return placed.held.name.casefold().rsplit(maxsplit=1)[-1] if placed.held.name else ""


def _is_given(placed: Placed) -> bool:
    return placed.held.name.casefold() in GIVEN_NAMES


def _without_title(name: str) -> str:
    return _TITLE.sub("", name) or name


def _placed(document: Document) -> Iterator[Placed]:
    blocks = [*document.text_blocks, *document.margins]
    for table, group in groupby(blocks, key=lambda b: b.table):
        members = list(group)
        if table is None:
            yield from _of_lines(members)
        else:
            yield from table_people(members)


@dataclass(frozen=True, slots=True)
class _Label:
    """A line that holds a role and waits for names; open: nothing has followed it yet."""

    roles: Roles
    block: Block
    open: bool


def _of_lines(blocks: Sequence[Block]) -> Iterator[Placed]:
    label: _Label | None = None
    above = Lead()
    card: tuple[str, str] | None = None
    lines = [(line, block) for block in blocks for line in block.text.split("\n") if line.strip()]
    signed = signed_lines(lines)
    for at, (line, block) in enumerate(lines):
        if at in signed:
            yield from signed[at]
            label = None
            continue
        before, card = card, _card_line(line)
        if before and card:
            yield from card_people(before, card, block)
        if both := _CARD.match(line):
            yield from card_people((both["a"], both["b"]), (both["c"], both["d"]), block)
        lead = above.before(line)
        inline = list(_labelled(line, block, lead))
        roles = () if inline else sole_roles(line, lead)
        if label is not None and label.open and (inline or roles) and _is_label(line):
            yield from value_people(label.roles, "", label.block)  # another label: nobody was filled in
        if roles:
            label = _Label(roles, block, line.rstrip().endswith((":", "-", "–")))
        elif label is not None and not inline and _lists_person(line):
            yield from value_people(label.roles, line, block)
            label = _Label(label.roles, label.block, False)
        else:
            label = None
            told = inline or [Placed(held, block) for held in held_posts(line, lead)]
            yield from told
            yield from _otherwise(line, block, told)
        above.take(line, anew=block.is_heading)


def _otherwise(line: str, block: Block, told: Sequence[Placed]) -> Iterator[Placed]:
    """The firms and people that a line names for what they do, besides those that it gives a post."""
    names = {one.held.name for one in told}
    for held in (*firms_named(line), *other_post_holders(line)):
        if held.name not in names:
            yield Placed(held, block)


def _card_line(line: str) -> tuple[str, str] | None:
    """The label and the value of a line of a card: "Name: Mrs Khan"."""
    label, colon, value = line.partition(":")
    return (label, value.strip()) if colon and len(label.split()) <= 2 and value.strip() else None


def _is_label(line: str) -> bool:
    return bool(_LABELLED.match(line))


def _lists_person(line: str) -> bool:
    """Whether a line under a role gives a person: it opens with a name, and is no sentence."""
    if line.rstrip().endswith((".", ":")):
        return False
    names = names_in_value(line)
    if len(line.split()) > max(_LONGEST_LINE, 6 * len(names)):
        return False
    return bool(names) and names[0].start <= 4 and not re.search(r"\b(?:will|must|should|shall)\b", line)


def _labelled(line: str, block: Block, lead: str) -> Iterator[Placed]:
    """A role, a colon or dash, and its value: "Safeguarding governor: Dr Ash"."""
    found = _LABELLED.match(line) if len(line) <= 250 and any(mark in line for mark in ":-–—") else None
    # The whole of the label and its colon, since it is by that colon that "Deputy:" is a post.
    roles = sole_roles(line[: found.start("value")], lead) if found else ()
    if found and not roles and (topic := topic_roles(found["label"], found["value"])):
        yield from value_people(topic, found["value"], block)
    if found and roles:
        value = found["value"]
        blank = value.strip() and is_blank(value)
        if blank or firm_at(value, roles) or (names_in_value(value) and not _names_another(value)):
            yield from value_people(roles, value, block)


def _names_another(value: str) -> bool:
    """Whether a value names a post besides that of its label; a deputy to it does not count."""
    return any(not post.words.lower().startswith("deput") for post in role_words(value))
