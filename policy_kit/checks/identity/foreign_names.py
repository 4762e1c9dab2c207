"""Names of schools and trusts in a policy that are not its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from policy_kit.checks.identity.voices import chance_of_own, is_own
from policy_kit.facts import Facts
from policy_kit.model import Block, BlockKind, Confidence, Part, Policy
from policy_kit.naming import NameFound, is_same_school, name_key, school_names, trust_names
from policy_kit.naming.words import word_set
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where a name stands: the block, the text it was found in, and from where to where."""

    block: Block
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Foreign:
    """A name that is not this school's, with all its places; own: what it should be, if known."""

    name: str
    places: tuple[NamePlace, ...]
    confidence: Confidence
    own: str = ""


# Sections that list others' services and documents, where others' names belong.
_LISTS = frozenset({"useful-contacts", "linked-policies", "legislation-and-guidance"})
# Words that give a reason for another school's name.
_WITH_REASON = seldom(
    r"\b(?:partner\w*|feeder|transition\w*|transfer\w*|cluster|collaborat\w*|consorti\w*"
    r"|alliance|federat\w*|neighbouring|nearby|"
    r"formerly|previously|predecessor|template|adapted|based on|thanks|acknowledg\w*"
    r"|courtesy|credit|source|copyright|produced by|hub"
    r"|works? with|working with|together with|shared? (?:site|with)|shares? (?:our|a|its|the)|sharing"
    r"|both schools|jointly|sister|sibling|(?:an)?other (?:schools?|settings?|colleges?)|schools? (?:such as"
    r"|including|in)|mov(?:e|es|ed|ing) (?:on )?(?:to|from)|join\w* (?:us )?from"
    r"|com(?:e|es|ing) (?:to us |on )?from"
    r"|(?:next|previous|last|old|new|former|that|their other) school|until (?:19|20)\d\d|before (?:19|20)\d\d"
    r"|used to be|renamed|known as|became|merge\w*|amalgamat\w*"
    r"|(?:opened|closed|founded) in|grateful"
    r"|with permission|draws on|drawn from|helped|run by|given by"
    r"|delivered by|taught by|led by (?:staff|teachers)|exam\w*|governors? of another"
    r"|(?:also|another) (?:a |the )?(?:governor|head(?:\s?teacher|master|mistress)?|principal|DSL"
    r"|SENCO)|same trust|in (?:our|the) trust"
    r"|(?:from|of) (?:the|our) trust|pupils from|children from(?! \d| the age)|"
    r"on (?:work experience|placement)|dual[- ]registered|off[- ]site|outreach|trainees?|siblings|coroner\w*"
    r"|(?:gives?|gave|sends?|sent|lends?|lent|advises?|helps?|shows?|teach(?:es)?|visits?|supplies|supports?"
    r"|sells?|sold) us|uses? our (?:hall|field|pool|site|building|rooms?)"
    r"|(?:meetings?|courses?|conferences?|events?|briefings?|panels?)\b[^.;]{0,40} held at|in the news"
    r"|(?:a help to|invited|trained|showed) (?:us|our)|on our (?:governing|board)"
    r"|teach(?:es)? our Year|(?:was|were|had been) (?:[\w-]+ ){0,3}(?:head\w*|teacher|governor|DSL"
    r"|pupil) (?:of|at)"
    r"|before (?:she|he|they) (?:came|joined)"
    r"|attend\w*|alternative provision|case of|research|example|e\.g\."
    r"|(?<!anyone )(?<!everyone )(?<!those )(?<!staff )(?<!adults )(?<!all )employed by"
    r"|with (?:ours|our own)|inspect\w*|awarded)\b|©",
    re.IGNORECASE,
)
# Words that give one only right beside it: "Pupils from … join us", "worked at …", "learn about …".
_BESIDE = seldom(
    r"\b(?:(?:based|housed|located|situated) (?:at|in)|also (?:works?|teach(?:es)?|leads?) (?:at|in|for)"
    r"|teaches at|sits? at|(?:a )?place at|near|was once|once called|t(?:ook|aken) from|borrowed from"
    r"|days? (?:a week |each week )?at|(?<!who )(?<!staff )(?<!adults )work(?:s|ed)? at"
    r"|train(?:ed|s)? (?:at|by)|taught at|learn(?:s|ed)? about|visit(?:s|ed|ing)?|joins?"
    r"|histor\w*|match|fixture|competition|lends?|lent|borrow\w*|host(?:s|ed)?|sister school|apprentic\w*"
    r"|virtual school|next door|and PE at|go(?:es|ing)? on to|(?:pupils|children|students|leavers|who"
    r"|most|many"
    r"|some|they) go to|swim\w*|leav(?:e|es|ing) for|exchange|link school"
    r"|(?<!devices )(?<!equipment )(?<!laptops )(?<!tablets )(?<!hardware )(?<!files )(?<!data )belongs? to"
    r"|bought from|offers?|courses?)\b",
    re.IGNORECASE,
)
_NEAR = 25  # letters
_TRUST_WORDS = word_set(
    """
    the of and for trust federation mat multi academy academies school schools learning education educational
    partnership catholic church england diocesan foundation community
    """
)
_APPLIES = regex(r"^\W*(?:applies to|schools?|academies|our schools)\W*$", re.IGNORECASE)
_OWN_THINGS = (
    r"(?:approach|leadership|senior|leader|curriculum|office|ICT|IT|computer|devices?|equipment|systems?"
    r"|wi-?fi"
    r"|newsletter|prospectus|values|ethos|vision|family|premises|site\b|grounds|buildings?|accounts?|logo"
    r"|crest"
    r"|reputation|technician|SENCO|child|children|pupil|parents?|teachers?|team|learners?|visitors?"
    r"|volunteers?|data\b|policies|handbook|code of conduct|procedures?|safeguarding|behaviour|learning"
    r"|classrooms?|computers)"
)
_OWN_VOICE_AFTER = regex(
    rf"^(?:['’]s)?\s?(?:{_OWN_THINGS}|into disrepute|student|as (?:the |a |an )?(?:data controller"
    rf"|employer|school)\b|designated\s|head\s?teacher|head\b"
    r"|DSL\b|network\b|website\b|filter|rules\b|community\s|staff\s|pupils\s|students\s|governors?\s"
    r"|leaders\s"
    r"|(?:may|can) (?:check|monitor|look|read|search|withdraw|remove|contact|ask|take|inspect|share)\b"
    r"|(?:reserv|monitor|check|allow|ask|keep|record|own)s\b"
    r"|we\s|has\s|will\b|is\b|are\b|recognis|believe|expect|take|"
    r"understand|acknowledg|aim|use|ensure|provide|must|online|e-?safety|policy|acceptable|internet)",
    re.IGNORECASE,
)
_DOES = regex(
    r"\s(?:[a-z]{3,}s|may|can|cannot|can[’']t|won[’']t|shall|could|would|should|do|does|had)\b"
)  # of a name that opens a sentence
_OWN_VOICE_BEFORE = regex(
    r"\b(?:here )?(?:at|of|in|by|for|within|to|on behalf of)\s(?:the\s)?$|(?:pupils"
    r"|students|parents|staff|children|learners|governors|"
    r"community|headteacher|we|our)\b[^.]{0,25}$",
    re.IGNORECASE,
)
_MANY = 4  # so many other names in one table or list are a list of schools


def other_schools(policy: Policy, facts: Facts) -> Iterator[Foreign]:
    """Schools that the policy names and that are not its own, in the order they stand.

    Own are the name by the profile, its short form, and, without a profile, what the policy says of itself.
    A name that the school knows or the register holds is told wherever it stands, another only where the
    school's own would: schools have neighbours, and a policy may speak of them.
    """
    fields = facts.profile.fields if facts.profile else {}
    own = [str(fields[f]) for f in ("school_name", "short_name") if fields.get(f)]
    if not own and policy.school_name:
        own = [policy.school_name]
    known = {name_key(name) for name in facts.known_schools}
    registered = _keys(facts.registered_schools)
    if not own and not known:
        return
    own_trusts = [n for n in (policy.trust_name, str(fields.get("trust_name") or "")) if n]
    found = _gathered(policy, school_names, [*own, *own_trusts])
    listed = _listed(found.values())
    for key, places in found.items():
        sure = key in known
        if any(p.block.cells and _APPLIES.match(p.block.cells[0]) for p in places):
            continue  # a policy of several schools says whose it is
        told = [p for p in places if sure or _is_likely_own(policy, p, len(places))]
        if not told or (not sure and key in listed):
            continue
        if not own and not sure:
            continue
        name = places[0].text[places[0].start : places[0].end]
        if sure or key in registered or _in_margin_or_title(told) or any(map(_tells_of_own, told)):
            yield Foreign(name, tuple(told), Confidence.HIGH, own[0] if own else "")


@lru_cache(maxsize=2)
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(name_key, names))


def other_trusts(policy: Policy, facts: Facts) -> Iterator[Foreign]:
    """Trusts that the policy names and that are not its own."""
    fields = facts.profile.fields if facts.profile else {}
    own = str(fields.get("trust_name") or "") if facts.profile else policy.trust_name
    if not own:
        return
    for places in _gathered(policy, trust_names, [own, policy.school_name]).values():
        told = [p for p in places if speaks_as_own(policy, p, len(places))]
        if told and _is_foreign_trust(told, own):
            name = told[0].text[told[0].start : told[0].end]
            yield Foreign(name, tuple(told), Confidence.MEDIUM, own)


def _is_foreign_trust(places: list[NamePlace], own: str) -> bool:
    """Whether a trust's name is no other way to write the own one, and stands where the own one would."""
    name = places[0].text[places[0].start : places[0].end]
    if telling_words(name) & telling_words(own):
        return False
    return _in_margin_or_title(places) or any(_own_voice(p) for p in places)


def telling_words(trust: str) -> frozenset[str]:
    """The words of a trust's name that tell it from others: of "Fenwater Learning Trust" the first."""
    return frozenset(re.findall(r"[\w'’-]+", trust.casefold())) - _TRUST_WORDS


def _gathered(
    policy: Policy, names: Callable[[str], Iterable[NameFound]], own: list[str]
) -> dict[str, list[NamePlace]]:
    """Every name that is not one of `own`, by its key, with its places."""
    out: dict[str, list[NamePlace]] = defaultdict(list)
    for block in (*policy.document.text_blocks, *policy.document.margins):
        for text in block.cells or (block.text,):
            for found in names(text):
                if not any(is_same_school(found.name, o) or _is_part(found.name, o) for o in own):
                    out[name_key(found.name)].append(NamePlace(block, text, found.start, found.end))
    return out


def _is_part(name: str, own: str) -> bool:
    """Whether a name is the end or the middle of the school's own, read from a long name's later words."""
    return f" {name.casefold()} " in f" {own.casefold()} "


def _listed(groups: Iterable[list[NamePlace]]) -> set[str]:
    """The keys of names that stand with many others in one table or one run of list items."""
    by_list: dict[tuple[str, int], set[str]] = defaultdict(set)
    for places in groups:
        for p in places:
            if p.block.table is not None:
                by_list["table", p.block.table].add(name_key(p.text[p.start : p.end]))
            elif p.block.kind is BlockKind.LIST_ITEM:
                by_list["list", p.block.index // 30].add(name_key(p.text[p.start : p.end]))
            else:
                by_list["block", p.block.index].add(name_key(p.text[p.start : p.end]))
    return {key for keys in by_list.values() if len(keys) >= _MANY for key in keys}


def voice_signs(place: NamePlace) -> tuple[tuple[str, bool], ...]:
    """What wordings tell of whose voice a name stands in."""
    return (
        ("plainly own", _is_plainly_own(place)),
        ("no reason", gives_no_reason(place)),
        ("own voice", _own_voice(place)),
    )


def _tells_of_own(place: NamePlace) -> bool:
    told = voice_signs(place)
    return is_own(chance_of_own(place.text, place.start, place.end, told), dict(told))


def _is_likely_own(policy: Policy, place: NamePlace, mentions: int) -> bool:
    """Whether a school's name stands where only the own one should, by all that is known of the place."""
    if not _may_be_own(policy, place, mentions):
        return False
    return place.block.part in (Part.HEADER, Part.FOOTER) or _tells_of_own(place)


def speaks_as_own(policy: Policy, place: NamePlace, mentions: int) -> bool:
    """Whether the name stands where only the school's own should: not among links, not with a reason."""
    return _may_be_own(policy, place, mentions) and (_is_plainly_own(place) or gives_no_reason(place))


def _may_be_own(policy: Policy, place: NamePlace, mentions: int) -> bool:
    """No name among links, nor one in a heading that stands nowhere else."""
    if policy.section_at(place.block) in _LISTS and not (in_sentence(place.block) and _own_voice(place)):
        return False
    return not (place.block.is_heading and mentions == 1)  # in a heading every word may have a capital


# A school speaks of itself so, whatever else the sentence is about: "At Elm Bank we work with our partners".
_AT_US = regex(r"(?:^|[.:;]\s|\bhere\s)\W*(?:[Hh]ere\s)?[Aa]t\s$")
_WE_DO = regex(
    r",?\s(?:we\b|our\s(?:aim|vision|staff|pupils|students|children|policy|approach|school|curriculum)"
    r"|(?:all|every)\s(?:our\s)?(?:staff|pupils|students|children|members?|users?|adults|child|pupil))"
)
_COMMITS = regex(
    r"(?:['’]s?)?\s(?:is\s(?:fully\s|strongly\s)?committed\sto|believes\s(?:that|in)"
    r"|recogni[sz]es\s(?:that|the)"
    r"|takes\s(?:its|the\ssafety|online|bullying)|has\sa\s(?:duty|legal|responsibility)|will\s(?:ensure"
    r"|make\ssure)"
    r"|reserves\sthe\sright|aims\sto|expects\s(?:all|its|every)|understands\s(?:that|the))"
)


def _is_plainly_own(place: NamePlace) -> bool:
    before, after = place.text[: place.start], place.text[place.end :]
    if _AT_US.search(before) and _WE_DO.match(after):
        return True
    opens = not before.strip(" *•–-") or before.endswith(". ")
    return opens and bool(_COMMITS.match(after))


def gives_no_reason(place: NamePlace) -> bool:
    """Whether the sentence around a name gives no reason why another school is spoken of."""
    start = place.text.rfind(". ", 0, place.start) + 1
    end = place.text.find(". ", place.end)
    end = end if end > 0 else len(place.text)
    beside = place.text[max(start, place.start - _NEAR) : min(end, place.end + _NEAR)]
    return not (_WITH_REASON.search(place.text[start:end]) or _BESIDE.search(beside))


def in_sentence(block: Block) -> bool:
    """Whether a block is running text, even in a section of lists."""
    return block.kind is BlockKind.PARAGRAPH and block.text.rstrip().endswith(".")


def _own_voice(place: NamePlace) -> bool:
    before, after = place.text[: place.start], place.text[place.end :]
    if (not before.strip(" *•–-“") or before.endswith(". ")) and _DOES.match(after):
        return True
    return bool(_OWN_VOICE_AFTER.match(after.lstrip(" ,:–-")) or _OWN_VOICE_BEFORE.search(before))


def _in_margin_or_title(places: Iterable[NamePlace]) -> bool:
    return any(p.block.part in (Part.HEADER, Part.FOOTER) for p in places)
