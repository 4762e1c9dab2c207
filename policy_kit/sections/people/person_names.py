"""What a person's name looks like: "Mrs A. Khan", "Siân O'Neill-Brown", "Nguyễn Thị Mai", "J. de Souza"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policy_kit.naming.words import word_set

_TITLE = (
    r"(?:Mrs?|Ms|Miss|Mx|Dr|Rev(?:['’]?d|erend)?|Fr|Father|Sister|Sr|Canon|Prof(?:essor)?|Sir|Dame|Lady|Lord"
    r"|Cllr|Councillor|Imam|Rabbi|Pastor|PC|PCSO|Sgt|Madame|Mme|Señora?)\.?"
)
_PARTICLE = r"(?:van|von|der|den|de|di|da|del|della|dos|du|la|le|bin|bint|ibn|al|el|ap|ter|ten|ul)"
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_REST = r"[^\W\d_]*(?:['’][^\W\d_]+)?"
_WORD = rf"(?:[ODLM]['’])?{_UPPER}{_REST}(?:-(?:{_UPPER}|(?:{_PARTICLE})-){_REST})*"
_NAME = re.compile(
    rf"(?:(?P<title>(?:{_TITLE}\s){{1,2}})(?P<after>(?:{_UPPER}\.?\s?){{0,3}}(?:{_PARTICLE}[\s-])*{_WORD}(?:"
    rf"\s(?:{_PARTICLE}[\s-])*{_WORD}){{0,3}})"
    rf"|(?P<plain>(?:(?:{_UPPER}\.){{1,3}}\s?)?{_WORD}\.?(?:\s(?:{_PARTICLE}[\s-])*(?:{_UPPER}\.(?=\s)"
    rf"|{_WORD})){{1,3}}|(?:{_UPPER}\.){{1,3}}\s?{_WORD}))"
)
# Without a title or two capitals side by side there is no name: quick to ask of every sentence.
_HINT = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Mx|Dr|Rev|Fr|Sr|Sir|Dame|Prof|Cllr|PC)\b|[^\W\d_a-z][\w.'’-]*\s(?:[a-z]{2,3}[\s-])"
    r"{0,2}[^\W\d_a-z]"
)
# Capitalised words that are no part of a person's name: posts, bodies, subjects, products, days, places.
_NOT_NAMES = word_set(
    """
    academy speak call ask tell academies acceptable acting action address administrator adviser advisor
    agency all and annual annually appendix approved assistant associate author authority autumn aup
    behaviour board body business by care carer carers centre chair chairman charge chief child
    childline children children's christmas class cluster co-ordinator college committee communications
    computing concern concerns contact coordinator council county cover cpoms curriculum data date day
    department deputies deputy designated details development device devices dfe digital director
    directors document dpo dsl dsls ddsl education educational email england esafety e-safety executive
    extension external family federation filtering first foundation full general google governance
    governing governor governors group guidance guide head headmaster headmistress headteacher health
    home hours ict impero inclusion independent infant information insert interim internet it junior key
    lado lead leader leaders leadership leading learning level link local london management manager
    member members mental microsoft mobile monitoring monthly multi name names named national network
    new next no none north not nspcc number nursery office officer ofsted online operations other our
    outlook owner parent parents part partner partnership pastoral person phase phone phones plan police
    policy post prevent primary principal procedure procedures protection provider pshe public pupil
    pupils qualified ratified record records reception regional report reporting reports
    responsibilities responsibility responsible review reviewed role roles rshe safe safeguarding safer
    safety saint school schools second secondary section see senco sendco send senior service services
    sharing signature signed sixth slt smoothwall social software south special specialist spring staff
    standards statement strategic student students subject summer support system systems tbc tba teacher
    teachers teaching team technical technician technology telephone tel term the this title to training
    trust trustee trustees unit updated user users vacancy vacant version vice visitors volunteer
    volunteers website welfare west year yearly yes youth january february march april may june july
    august september october november december monday tuesday wednesday thursday friday saturday sunday
    teams classroom office365 barefoot sims arbor st mr mrs ms miss dr st. church catholic infants
    juniors high grammar middle community voluntary n/a various please complete delete applicable mentor
    assistant learning worker counsellor nurse secretary clerk bursar caretaker form tutor tutors house
    champion champions ambassadors council head's safeguarding/child online-safety link/named
    headteachers dsl's deputy-head lsa hlta ta sbm ceo cfo coo operational senior middle lower upper
    foundation reception eyfs ks1 ks2 ks3 ks4 ks5 coordinators advice line helpline hub mash front door
    access duty early help referral referrals assessment hospital nhs council's borough city town
    village street road lane avenue house hall park green crescent close drive square court way for of
    in with on at from or as is are if it's what who how
    """
)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person's name as it stands in a text."""

    name: str
    start: int
    end: int
    titled: bool


def person_names(text: str) -> tuple[NamedPerson, ...]:
    """The persons' names in a text, in order; posts, bodies, products and places are left out."""
    return tuple(_names(text)) if _HINT.search(text) else ()


def _names(text: str) -> Iterator[NamedPerson]:
    at = 0
    while found := _NAME.search(text, at):
        title, plain = found["title"], found["plain"]
        if title is not None:
            name, end = _trimmed(found["after"], found.start("after"))
            at = max(found.end("title"), end)
            if name and name.split()[0].casefold() not in _NOT_NAMES - _SURNAMES_TOO:
                yield NamedPerson(" ".join(f"{title.strip()} {name}".split()), found.start(), end, True)
            continue
        words = plain.split()
        if _is_word_of_other_kind(words[0]):
            at = found.start() + len(words[0])
            continue
        name, end = _trimmed(plain, found.start("plain"))
        at = max(end, found.start() + len(words[0]))
        if len(name.split()) > 1 and not _is_shouted_phrase(name):
            yield NamedPerson(" ".join(name.split()), found.start(), end, False)


# Words of other kinds that are surnames as well: trusted after a title.
_SURNAMES_TOO = word_set(
    """
    head child green park hall house may march day church west north south england lane close drive
    street court way nurse bishop abbott teacher link police cover insert street saint clerk west door
    line early brown
    """
)


def _is_word_of_other_kind(word: str) -> bool:
    bare = word.casefold().strip(".").replace("’", "'")
    return bare in _NOT_NAMES or bare.removesuffix("'s") in _NOT_NAMES or (len(bare) == 3 and word.isupper())


def _trimmed(name: str, start: int) -> tuple[str, int]:
    """The name up to the first word that is no part of it, and where it ends."""
    kept_to = 0
    for found in re.finditer(r"\S+", name):
        word = found[0]
        if kept_to and _is_word_of_other_kind(word.split("/")[0]) and word.casefold() not in _SURNAMES_LAST:
            break
        kept_to = found.end()
    kept = name[:kept_to].rstrip(" .,-–")
    kept = re.sub(r"['’]s$", "", kept)
    return kept, start + len(kept)


# Only these of the words above are likelier a surname than a post when they come last.
_SURNAMES_LAST = frozenset(
    {"may", "day", "hall", "park", "green", "west", "church", "lane", "close", "march", "bishop"}
)


def _is_shouted_phrase(name: str) -> bool:
    """Whether capitals throughout hide what is a name: "KEY STAGE" may be anything."""
    return name.isupper() and any(len(w) < 3 for w in name.split())
