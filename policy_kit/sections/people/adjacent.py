"""A name and a post that stand side by side: "DSL: Mrs Khan", "the DSL (Mrs Khan)", "Mrs Khan, the DSL"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from policy_kit.by_text import kept_by_text
from policy_kit.naming import school_names
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom
from policy_kit.sections.people.alone import apart, like_those, may_be_next, past_contact
from policy_kit.sections.people.firms import firm_at, firms_in, may_name_firm
from policy_kit.sections.people.person_names import NamedPerson, given_names, person_names
from policy_kit.sections.people.roles import RoleWords, may_name_post, role_words

_TO_NAME = regex(
    r"\)?[\s'’s]{0,3}(?:\([^()]{0,60}\)\s?)?"
    r"(?:(?:at|of|for|in|from)\s(?:the\s)?(?-i:[A-Z][\w'’-]*\s){0,3}(?:County\sCouncil|Council|Trust"
    r"|Academy)(?=[,:(]))?"
    r"(?:(?:for|of)\s(?:[\w&/-]+\s?){1,4}(?=[,:(]))?"
    r"(?:(?:on|in|within|from)\s(?:the|our)\s(?:senior\s)?(?:leadership|management|safeguarding|pastoral|governing)"
    r"\s(?:team|group|body|board)\s)?(?:,?\s?\b(?:(?:is|are|which is)\s(?:currently\s)?)?"
    r"(?:held|filled|taken(?: on| up)?|undertaken|led|run|headed|managed|done|carried out|overseen"
    r"|owned|maintained|written|compiled|drafted|kept|co-?ordinated|provided|shared) by\b"
    r"|(?:lies|rests|sits|falls|belongs) (?:with|to|upon|on)\b"
    r"|(?:has been|is) (?:given|delegated|assigned) to\b"
    r"|\bby\b"
    r"|[:,|(–—=-]{1,2}|[.…_]{3,}|\bis\b|\bare\b"
    r"|who is|currently|/)?\s?"
    r"(?:(?:is|are|currently|who is|(?:in|at|for|within) (?:the|this|our) (?:school|council"
    r"|county|trust|local authority)(?: is| are)?|at present|our|the|name:?)\s?){0,2}[:,(–-]?\s?",
    re.IGNORECASE,
)
_BETWEEN_NAMES = regex(
    r"\s*(?:\([^()\n]{0,50}\)\s*)?(?:,|/|&|;|\band\b|\bor\b|\n|,\s*and\b|\bwith\b)\s*", re.IGNORECASE
)
_TOLD_APART = regex(r"\s(?:is|acts\sas|serves\sas)\s")  # "The DSL is Mrs Elm, and Mr Oak is the governor"
_TO_POST = regex(
    r"(?:\s(?:at|of|from)\s(?:the|our)\s(?:council|county|trust|local authority))?"
    r"\s?(?:[,(\[–—|/:-]{1,2}|\bis\b|\bas\b|\bis also\b"
    r"|\b(?:has|who has)\s(?:(?:now|also)\s)?(?:(?:taken|agreed to take)\s(?:on|up)"
    r"|been\s(?:appointed|named|chosen)(?:\sas)?|been(?=\s(?:our|the|its)\s))|\b(?:are|share|became"
    r"|remains)\b"
    r"|\b(?:(?:takes|took)\s(?:on|up)|holds|fills|acts\sas|serves\sas|was\s(?:appointed|named)(?:\sas)?)\b)?"
    r"\s?(?:(?:is|are|who is|who(?=\s[a-z]+s\s)|both|joint(?:ly)?|our|the|school['’]s|school|acting"
    r"|interim|current|a|an"
    r"|also|appointed|as"
    r"|role of|post of|position of|duties of)\s){0,4}(?-i:[A-Z][a-z'’-]+\s)?",
    re.IGNORECASE,
)
_SAME_PERSON = regex(
    r"(?:\s?\([^()\n]{1,30}\))?\s?(?:(?:/|and|&|,)\s?(?:the\s)?|(?:who\s)?(?:is|are)\s(?:also\s"
    r"|currently\s)?(?:(?:held|filled|taken(?:\son)?|done|carried\sout)\sby\s)?(?:the|our)\s"
    r"|(?:lies|rests|sits)\swith\s(?:the|our)\s)",
    re.IGNORECASE,
)
# From a post to another of the same person: "Mr Oak, headteacher, steps in for her as deputy DSL".
_FURTHER = regex(
    r"(?:,\s[A-Z][^,.;:()]{1,40})?,?\s(?:who\s)?(?:(?:is|will\sbe|shall\sbe)\s(?:also\s)?"
    r"|(?:(?:acts?|serves?|stands?\sin|steps?\sin|works?|doubles?(?:\sup)?|fills?\sin|deputises?|sits?)\s"
    r"(?:[a-z’']+\s){0,4})?as\s)"
    r"(?:(?:the|our|a|an|her|his|their|other|second)\s){0,2}"
)
_NEXT_POST = regex(r",\s(?:the|our)\s")
_AND = regex(r",?\sand\s")
_OPENS = 2  # letters before the name with which a list opens
_PLURAL = regex(r"^(?!.*\sof\s).*(?<!governor)s$", re.IGNORECASE)
_TOGETHER = frozenset({"(", "[", "-", "–", "—", ",", ":"})
_BOTH = regex(r"\s?(?:are|share|have)\b", re.IGNORECASE)
_JOINED_POST = regex(r"(?:\s?\([^()\n]{1,30}\))?\s?(?:/|and|&|,)\s?(?:(?:the|our|is|also)\s){0,3}")
_LABEL_AFTER = regex(r"\s?(?:\([^()]{0,40}\)\s?)?(?:[:=|]|[–—-]\s|\bis\b|\(?(?:Mr|Mrs|Ms|Miss|Dr)\b)")
_SENTENCE_END = regex(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bRev)(?<!\b[A-Z])[.!?]\s+(?=[A-Z“\"*])")
_SPACES = regex(r"[ \t]{2,}")
_FROM = regex(r",?\s(?:of|from|at|\()\s?(?=[A-Z])")
_REPORTED = seldom(
    r"\b(?:said|writes|wrote|commented|announced|quoted?|told\s(?:the\s)?[A-Z]\w+|says\s?[“\"‘']"
    r"|[”\"’']\s?says)\b"
)
_FIRM_OF_SCHOOLS = regex(r"['’]?\s(?:IT|ICT|Ltd|Services?|Support|Solutions|Technolog\w+|Computing)\b")
_FORMER = seldom(
    r"\b(?:former(?:ly)?|previous(?:ly(?![\s-]looked))?|until\s(?:19|20)\d\d|retired|first\spolicy)\b",
    re.IGNORECASE,
)


# What stands between the posts and the names of a run, and after the label of one.
_IN_RUN = regex(
    r"[\s,;:=–—()|/&.-]*(?:(?:is|are|and|our|the|who|as|a|an|with|name|currently)\b[\s,;:=–—()|/&.-]*){0,4}",
    re.IGNORECASE,
)
_LABELLED = regex(r"(?:\s?\([A-Za-z]{2,5}\))?\s?(?:team|staff|leads?|contacts?)?\s?[:–—-]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """A person, a role, and the words of the post; unlisted: a post by its words alone."""

    name: str
    role: str
    post: str
    start: int
    unlisted: bool = False


@kept_by_text
def held_posts(text: str, lead: str = "") -> tuple[Held, ...]:
    """The persons whose post stands beside their name, in order; none of another school.

    lead: the role named before the text, whose deputy a "Deputy" in it is.
    """
    if not may_name_post(text):
        return ()
    names = (*person_names(text), *given_names(text))
    posts = role_words(text, lead) if names or may_name_firm(text) else ()
    if not posts:
        return ()
    names = apart(text, (*names, *like_those(text, names, posts)), posts)
    firms = list(firms_in(text, posts))
    names = tuple(n for n in names if not any(f.start < n.end and n.start < f.end for f in firms))
    by_people = list(_in_turn(text, posts, names)) or [
        *_posts_first(text, posts, names),
        *_names_first(text, posts, names),
    ]
    by_firms = [Held(f.name, f.post.role, f.post.words, f.start) for f in firms]
    by_people += [held for one in by_people for held in _sent_by(text, one)]
    found = {
        (h.name, h.role): h
        for h in (*by_people, *(f for f in by_firms if all(f.role != h.role for h in by_people)))
        if not is_of_others(sentence_at(text, h.start))
    }
    return tuple(sorted(found.values(), key=lambda h: h.start))


def _sent_by(text: str, person: Held) -> Iterator[Held]:
    """The firm that somebody with a post in IT comes from: "Technician: Neil Scriven of Parrock IT Ltd"."""
    after = text[person.start + len(person.name) :]
    opens = _FROM.match(after)
    after = re.split(r"[.;,)|]", after[opens.end() :], maxsplit=1)[0] if opens else ""
    firm = firm_at(after, (RoleWords(person.role, person.post, 0, 0),)) if opens else ""
    if firm:
        yield Held(firm, person.role, person.post, person.start + len(person.name))


def sentence_at(text: str, at: int) -> str:
    """The sentence that holds a place of the text."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= at), default=0)
    return text[start : min((end for end in ends if end > at), default=len(text))]


def is_of_others(text: str) -> bool:
    """Whether a sentence reports what somebody said, or is of somebody who left or another school's head."""
    if _REPORTED.search(text) or _FORMER.search(text):
        return True
    return bool(re.search(r"\b(?:of|at|from)\s[A-Z]", text)) and any(
        re.search(r"\b(?:of|at|from)\s(?:the\s)?$", text[: s.start])
        and s.start > 12
        and not _FIRM_OF_SCHOOLS.match(text, s.end)
        for s in school_names(text)
    )


def _in_turn(text: str, posts: Sequence[RoleWords], names: Sequence[NamedPerson]) -> Iterator[Held]:
    """The persons of a run of posts and names in turn, each post with one name; none if it is no such run.

    It opens with a post ("DSL: Mrs Elm, deputy: Mr Oak") or with a name ("Mrs Elm DSL, Mr Oak deputy"), and a
    label may stand before that ("DSL team: Mrs Elm DSL, …").
    """
    run: list[RoleWords | NamedPerson] = sorted((*posts, *names), key=lambda one: one.start)
    kinds = [isinstance(one, RoleWords) for one in run]
    gaps = [text[one.end : other.start] for one, other in itertools.pairwise(run)]
    if kinds[0] and kinds[-1] and gaps and _LABELLED.fullmatch(gaps[0]):
        run, kinds, gaps = run[1:], kinds[1:], gaps[1:]
    if len(run) < 4 or len(run) % 2 or any(a == b for a, b in itertools.pairwise(kinds)):
        return
    if not all(map(_IN_RUN.fullmatch, gaps)):
        return
    in_brackets = (text[p.start - 1 : p.start] == "(" and text[p.end : p.end + 1] == ")" for p in run[2::2])
    if kinds[0] and any(in_brackets):
        return  # "Deputies: Ann Elm (SENCO), Bo Oak": the second post is Ann Elm's
    for one, other in zip(run[::2], run[1::2], strict=True):
        post, name = (one, other) if isinstance(one, RoleWords) else (other, one)
        if isinstance(post, RoleWords) and isinstance(name, NamedPerson):
            yield Held(name.name, post.role, post.words, name.start)


def _posts_first(text: str, posts: Sequence[RoleWords], names: Sequence[NamedPerson]) -> Iterator[Held]:
    for at, post in enumerate(posts):
        limit = posts[at + 1].start if at + 1 < len(posts) else len(text)
        if post.words.startswith("in "):
            continue  # "Mrs Khan in the office"
        follow = [n for n in names if post.end <= n.start]
        if not follow or not _TO_NAME.fullmatch(text, post.end, follow[0].start):
            continue
        if may_be_next(text, post, follow[0]):
            continue
        if limit < follow[0].start or _is_of_name_before(text, post, follow[0], names):
            continue
        if _in_brackets_of_name(text, post, follow[0], names) or _ends_list(text, posts[:at], post, follow):
            continue
        yield Held(follow[0].name, post.role, post.words, follow[0].start)
        yield from _shared(text, posts[:at], post, follow[0])
        last = follow[0]
        for name in follow[1:]:
            if not _BETWEEN_NAMES.fullmatch(text, last.end, name.start) or _TOLD_APART.match(text, name.end):
                break
            yield Held(name.name, post.role, post.words, name.start)
            last = name


def _is_of_name_before(text: str, post: RoleWords, after: NamedPerson, names: Sequence[NamedPerson]) -> bool:
    """Whether a list runs name, post, name, post: "Ann Elm Headteacher Bob Oak Deputy"."""
    before = next((n for n in reversed(names) if n.end <= post.start), None)
    # Bare, or with the post in brackets of its own: "Ann Elm (head), Bob Oak (deputy)".
    bare = not text[post.end : after.start].strip() or text[post.end : post.end + 1] == ")"
    return before is not None and bare and bool(_TO_POST.fullmatch(text, before.end, post.start))


def _ends_list(text: str, before: Sequence[RoleWords], post: RoleWords, names: Sequence[NamedPerson]) -> bool:
    """Whether posts and people are listed in turn: "by the headteacher, the DSL, Mr Ash and Mrs Oak"."""
    if not before or len(names) < 2 or text[post.end : names[0].start] != ", ":
        return False
    listed = _NEXT_POST.fullmatch(text, before[-1].end, post.start)
    return bool(listed and _AND.fullmatch(text, names[0].end, names[1].start))


def _in_brackets_of_name(
    text: str, post: RoleWords, after: NamedPerson, names: Sequence[NamedPerson]
) -> bool:
    """Whether a post closes the brackets of the name before: "Ann Elm (Head of Year and SENCo), Bob Oak"."""
    opens = text.rfind("(", 0, post.start)
    if opens < 0 or ")" in text[opens : post.start] or ")" not in text[post.end : after.start]:
        return False
    return any(n.end <= opens and not text[n.end : opens].strip() for n in names)


def _shared(text: str, before: Sequence[RoleWords], post: RoleWords, name: NamedPerson) -> Iterator[Held]:
    """Posts joined to this one: "Headteacher and DSL: Mrs Khan"."""
    if before and _SAME_PERSON.fullmatch(text, before[-1].end, post.start):
        yield Held(name.name, before[-1].role, before[-1].words, name.start)


def _names_first(text: str, posts: Sequence[RoleWords], names: Sequence[NamedPerson]) -> Iterator[Held]:
    for at, name in enumerate(names):
        if any(p.end <= name.start and may_be_next(text, p, name) for p in posts):
            continue
        limit = names[at + 1].start if at + 1 < len(names) else len(text)
        end = past_contact(text, name.end)
        opens = end
        for post in (p for p in posts if name.end <= p.start < limit):
            gap = _SPACES.sub(" ", text[end : post.start])
            joined = _FURTHER.fullmatch(gap) or (end > opens and _JOINED_POST.fullmatch(gap))
            if not (joined or (end == opens and _TO_POST.fullmatch(gap))) or "\n" in gap:
                break
            if _is_label(text, post, names) and not (
                (gap.strip().startswith(("(", ",")) and not _labels_name(text, post, names))
                or _runs_name_first(text, post, posts, names)
            ):
                break  # the post is the label of what follows
            yield Held(name.name, post.role, post.words, name.start)
            if _BOTH.match(gap) or (
                gap.strip() in _TOGETHER and _PLURAL.search(post.words)
            ):  # "Ann Elm or Bo Ash (SENCos)"
                yield from (
                    Held(n.name, post.role, post.words, n.start) for n in _joined_before(text, names, at)
                )
            end = post.end


def _runs_name_first(
    text: str, post: RoleWords, posts: Sequence[RoleWords], names: Sequence[NamedPerson]
) -> bool:
    """Whether a list runs name, post, name, post from its first word on: "Ann Elm – Head Bob Oak – SENCo"."""
    if names[0].start > _OPENS or names[0].end > posts[0].start:
        return False
    after = next((n for n in names if n.start >= post.end), None)
    return after is not None and not text[post.end : after.start].strip()


def _is_label(text: str, post: RoleWords, names: Sequence[NamedPerson]) -> bool:
    """Whether a post is the label of what follows it: of a name, or of anything after a colon."""
    after = _LABEL_AFTER.match(text, post.end)
    if after is None:
        return False
    dash = after[0].strip()[:1] in "–—-"
    return not dash or any(after.end() <= n.start <= after.end() + 2 for n in names)


def _labels_name(text: str, post: RoleWords, names: Sequence[NamedPerson]) -> bool:
    """Whether a colon and then a name stand after a post: "…, Deputy DSL: Mr Oak"."""
    return any(n.start > post.end and text[post.end : n.start].strip() == ":" for n in names)


def _joined_before(text: str, names: Sequence[NamedPerson], at: int) -> Iterator[NamedPerson]:
    """The names that an "and" or a comma joins to one: "Ana Lima and Bo Strand share…"."""
    while at and _BETWEEN_NAMES.fullmatch(text, names[at - 1].end, names[at].start):
        at -= 1
        yield names[at]
