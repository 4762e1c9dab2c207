"""People in tables and lists: a role in one cell or line, the names in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from policy_kit.by_text import kept_by_text
from policy_kit.model import Block
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sections.people.adjacent import Held, held_posts
from policy_kit.sections.people.firms import firm_at, firm_post, firms_in, sounds_like_firm
from policy_kit.sections.people.person_names import NamedPerson, names_in_value, person_names
from policy_kit.sections.people.roles import DEPUTY_OF, Lead, RoleWords, leads_of, role_words

_BESIDE_ROLE = regex(
    r"\((?:[^()]{0,60})\)|\b(?:the|our|school|school['’]s|name(?:s|d)?|of|for"
    r"|and|with|to|in|on|is|are|who|role|post|member|staff|lead|responsibility"
    r"|responsible|safeguarding|online|e-?safety|safety|if|different|applicable"
    r"|link|named|includes?|including|contact|details|person|people|team|members|key|DSLs?"
    r"|\(?s\)?"
    r"|child|protection|filtering|monitoring|curriculum|relevance|their|overall"
    r"|day|trust|academy|county|council|borough|authority|area|firm|company|business|they|supplier"
    r"|contractor|nominated|appointed|current"
    r"|acting|interim|other|technical"
    r"|support|provider|external|within|leads?|as|well|set|out|below|this|policy"
    r"|overseeing|oversees|date|looked|after|children|learners|teachers?|designated)\b"
    r"|[\W\d_]",
    re.IGNORECASE,
)
_BLANK = regex(
    r"\[[^\]]*\]|<[^>]*>|\{\{.*?\}\}|_{2,}|\.{3,}|…+|\bxx+\b|\bTB[CA]\b|\binsert\b(?:"
    r" (?:the )?names?(?: here)?)?|\bto be (?:confirmed|appointed)\b"
    r"|\bvacan(?:t|cy)\b|\bnames?\b|\bn/?k\b|\?+",
    re.IGNORECASE,
)
_TEAM = frozenset(
    {"designated-safeguarding-lead", "deputy-designated-safeguarding-lead", "safeguarding-team"}
)
_MARKED = regex(r"\((?:the\s)?(?:(?P<lead>lead|DSL)|deput(?:y|ies)|DDSLs?)\)", re.IGNORECASE)
_NAME_HEAD = regex(
    r"^\W*(?:staff |member of staff |full )?(?:names?|who|person|staff member|post-?holder)s?\W*$",
    re.IGNORECASE,
)
SAYS = regex(r"\b(?:will|must|should|shall|ensure\w*|may|can|have|has|report\w*|agree\w*|able|been)\b")
_DEPUTY_ALONE = regex(r"(?:the |our |her |his )?deput(?:y|ies)\W*", re.IGNORECASE)
_IT_ALONE = ("IT", "Our IT", "Computers")
_PLACE = regex(r"\s(?:at|in)\s(?:[A-Z][\w'’-]*\s?){1,4}$")  # "IT manager at Marsh Lane"
_OPENS = 12  # letters before the post in a cell that begins with it
_BODIES = regex(
    r"\b(?:committee|board|body|trust|council|governors|trustees|team|panel|group|federation|school)\b",
    re.IGNORECASE,
)
_NUMBERED = regex(r"\(?\d+[.)\d]*\s|(?:section|appendix)\b", re.IGNORECASE)

# Subjects that stand for the post of who looks after them, beside only a name: "Safeguarding: Mrs Khan".
_TOPICS = {
    **dict.fromkeys(("safeguarding", "child protection"), "designated-safeguarding-lead"),
    **dict.fromkeys(("online safety", "e-safety", "esafety"), "online-safety-lead"),
    **dict.fromkeys(("filtering and monitoring", "filtering & monitoring"), "filtering-lead"),
    **dict.fromkeys(("send", "sen", "inclusion", "additional needs"), "senco"),
    **dict.fromkeys(("data protection", "gdpr"), "data-protection-officer"),
    **dict.fromkeys(("computing", "computing lessons"), "computing-lead"),
    "mental health": "mental-health-lead",
    "prevent": "prevent-lead",
}
_NAME_ALONE = regex(
    r"\W*(?:\([^()]{0,60}\)|,?\s?(?:tel|phone|email|room|ext)\b.*|[\d\s+]{6,})?\W*", re.IGNORECASE
)

Roles = tuple[RoleWords, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A person found at a block; the name is '' where the label stands with a blank."""

    held: Held
    block: Block


@kept_by_text
def sole_roles(text: str, lead: str = "") -> tuple[RoleWords, ...]:
    """The roles, if a cell or line names one or more and nothing else that could be a value.

    "Headteacher and DSL" names two; "Deputy DSLs / DSL team" is of the deputies; lead: the role named before,
    whose deputy "Deputy:" is.
    """
    text = text.strip()
    if text.rstrip(" :–-") in _IT_ALONE:
        return (RoleWords("it-manager", text, 0, len(text)),)
    if lead in DEPUTY_OF and _DEPUTY_ALONE.fullmatch(text):
        return (RoleWords(DEPUTY_OF[lead], text.rstrip(" :–-"), 0, len(text)),)
    if not text or len(text) > 130 or text.endswith(".") or _NUMBERED.match(text) or SAYS.search(text):
        return ()
    text = _PLACE.sub("", text)
    posts = role_words(text, lead)
    if not posts or person_names(text):
        return ()
    rest, at = "", 0
    for post in posts:
        rest += f"{text[at : post.start]} "
        at = post.end
    if _BESIDE_ROLE.sub("", rest + text[at:]):
        return ()
    by_role = {post.role: post for post in reversed(posts)}
    if "deputy-designated-safeguarding-lead" in by_role:
        by_role.pop("designated-safeguarding-lead", None)
    return tuple(sorted(by_role.values(), key=lambda p: p.start))


def topic_roles(label: str, value: str) -> Roles:
    """The post that a subject stands for, if its value is one person's name and nothing else but a remark."""
    words = label.strip().rstrip(" :–-")
    role = _TOPICS.get(words.casefold())
    names = names_in_value(value) if role else ()
    if role is None or len(names) != 1 or value[: names[0].start].strip():
        return ()
    return (RoleWords(role, words, 0, len(words)),) if _NAME_ALONE.fullmatch(value, names[0].end) else ()


def is_blank(text: str) -> bool:
    """Whether a value is empty or a placeholder: "[insert name]", "TBC", "____", "vacant"."""
    bare = _BLANK.sub("", text)
    return not re.sub(r"[\W_]", "", bare)


def with_known_posts(rows: Sequence[Block]) -> Iterator[Placed]:
    """The people under column headings that are roles, or beside a role in the row."""
    heads: tuple[Roles, ...] = ()
    above = Lead()
    yield from _cards(rows)
    for row, below in zip(rows, [*rows, None][1:], strict=True):
        roles = tuple(_roles_of(row, above))
        above.take(row.text)
        if below is not None and sum(map(bool, roles)) > 1 and _names_under(roles, below):
            heads = roles
            continue
        under = [
            p for r, cell in zip(heads, row.cells, strict=False) if r for p in value_people(r, cell, row)
        ]
        if under:
            yield from under
        elif not any(_NAME_HEAD.match(cell) for cell in row.cells):  # the table's column headings
            heads = ()
            yield from _beside(row, roles)


def _roles_of(row: Block, above: Lead) -> Iterator[Roles]:
    """The roles of each cell; "Deputy" after a cell is the deputy of what that one names."""
    lead = ""
    for cell in row.cells:
        roles = sole_roles(cell, lead or above.before(cell))
        lead = next((r.role for r in roles if r.role in DEPUTY_OF), lead)
        yield roles


_CARD_NAME = regex(r"(?:(?:full|print(?:ed)?)\s)?names?\W*", re.IGNORECASE)
_CARD_POST = regex(r"(?:post|role|position|job title|title|responsibility)\W*", re.IGNORECASE)


def _cards(rows: Sequence[Block]) -> Iterator[Placed]:
    """People told over two rows: "Name | Mrs Khan | Mr Oak" over "Post | DSL | Deputy DSL"."""
    for above, row in pairwise(rows):
        if row.cells and len(above.cells) == len(row.cells):  # a box has none
            labels = above.cells[0], row.cells[0]
            for value, other in zip(above.cells[1:], row.cells[1:], strict=True):
                yield from card_people((labels[0], value), (labels[1], other), row)


def card_people(first: tuple[str, str], second: tuple[str, str], block: Block) -> Iterator[Placed]:
    """The person of a name and a post, each with its label, in either order."""
    for (name, who), (post, what) in ((first, second), (second, first)):
        if _CARD_NAME.fullmatch(name.strip()) and _CARD_POST.fullmatch(post.strip()):
            roles = sole_roles(what)
            if roles and names_in_value(who):
                yield from value_people(roles, who, block)


def _names_under(roles: Sequence[Roles], below: Block) -> bool:
    cells = [cell for r, cell in zip(roles, below.cells, strict=False) if r]
    return any(names_in_value(cell) for cell in cells) and not any(sole_roles(cell) for cell in cells)


def _beside(row: Block, roles: Sequence[Roles]) -> Iterator[Placed]:
    """Each role cell with the cells after it, up to the next role; or with the name before it."""
    places = [i for i, r in enumerate(roles) if r]
    if not places and len(row.cells) > 1 and (topic := topic_roles(row.cells[0], row.cells[1])):
        yield from value_people(topic, row.cells[1], row)
        return
    if not places:
        loose = list(_loosely(row))
        if loose:
            yield from loose
            return
        for cell in row.cells:
            yield from (Placed(h, row) for line in cell.split("\n") for h in held_posts(line))
        return
    before = row.cells[places[0] - 1] if places[0] else ""
    if (names_in_value(before) and not role_words(before)) or firm_at(before, roles[places[0]]):
        yield from value_people(roles[places[0]], before, row)
        return
    for at, end in zip(places, [*places, len(row.cells)][1:], strict=True):
        values = row.cells[at + 1 : end]
        named = next((v for v in values if names_in_value(v) or firm_at(v, roles[at])), None)
        if named is not None:
            yield from value_people(roles[at], named, row)
            yield from (p for v in _more_names(values, named) for p in value_people(roles[at], v, row))
        elif values and is_blank(values[0]):
            yield from value_people(roles[at], "", row)


def _more_names(values: Sequence[str], first: str) -> Iterator[str]:
    """The cells right after the first name that are a name and no more: "DSL | Tom Ash | Rita Noon"."""
    for value in values[values.index(first) + 1 :]:
        names = person_names(value)
        if len(names) != 1 or names[0].end - names[0].start != len(value.strip()):
            return
        yield value


def _loosely(row: Block) -> Iterator[Placed]:
    """A cell that is a name beside one that tells the post in a sentence: "Designated lead; she also …"."""
    for at, cell in enumerate(row.cells):
        names = person_names(cell)
        if not names or any(c.isalpha() for c in cell[names[-1].end :]) or names[0].start > 1:
            continue
        for beside in (*row.cells[at + 1 : at + 2], *row.cells[max(at - 1, 0) : at]):
            posts = role_words(beside)
            if posts and posts[0].start <= _OPENS and not person_names(beside):
                yield from value_people(posts, cell, row)
                for firm in firms_in(beside, posts):  # "Technician, Orrin IT Services"
                    yield Placed(Held(firm.name, firm.post.role, firm.post.words, firm.start), row)
                break


def value_people(roles: Roles, value: str, block: Block) -> Iterator[Placed]:
    """The people in the value of a label; a line that says "deputy" makes that one the deputy."""
    names = names_in_value(value)
    by_whom = all(role.words.lower().endswith(" by") for role in roles)
    if names and by_whom and (names[0].start > 1 or _BODIES.search(value)):
        return  # "Approved by: Elm Vale Trust Board"
    if not names and is_blank(value):
        yield from (Placed(Held("", role.role, role.words, 0), block) for role in roles if role.role)
    firm = firm_at(value, roles)
    if names:
        whole = firm.startswith(f"{names[0].name} ") and " of " not in firm and sounds_like_firm(firm)
        firm = firm if whole else firm_at(value[names[-1].end :], roles)  # "Larch Row Computing Ltd"
    post = firm_post(roles)
    if post and firm and (not names or (sounds_like_firm(firm) and post.role == "it-manager")):
        yield Placed(Held(firm, post.role, post.words, len(value)), block)
        names = tuple(name for name in names if name.name not in firm)
    own: dict[str, list[Held]] = {}
    for held in held_posts(value, leads_of(" ".join(r.words for r in roles))):
        own.setdefault(held.name, []).append(held)
    teamed = _in_team(value, names) if any(role.role == "safeguarding-team" for role in roles) else {}
    for name in names:
        if name.name in teamed:
            yield Placed(teamed[name.name], block)
            continue
        beside = own.get(name.name, [])
        of_team = [held for held in beside if held.role in _TEAM]
        if of_team and any(role.role in _TEAM for role in roles):
            yield Placed(of_team[-1], block)
        else:
            yield from (Placed(Held(name.name, r.role, r.words, name.start), block) for r in roles)
            of_team = []
        told = {role.role for role in roles} | {held.role for held in of_team}
        yield from (Placed(held, block) for held in beside if held.role not in told)


def _in_team(value: str, names: Sequence[NamedPerson]) -> dict[str, Held]:
    """The posts that brackets give the members of a team: "Ann Elm (lead), Bob Oak and Cy Ash (deputies)"."""
    out: dict[str, Held] = {}
    since = 0
    for marked in _MARKED.finditer(value):
        role = "designated-safeguarding-lead" if marked["lead"] else "deputy-designated-safeguarding-lead"
        for name in names:
            if since <= name.start < marked.start():
                out[name.name] = Held(name.name, role, marked[0].strip("()"), name.start)
        since = marked.end()
    return out
