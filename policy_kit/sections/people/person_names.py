"""What a person's name looks like: "Mrs A. Khan", "Siân O'Neill-Brown", "Nguyễn Thị Mai", "J. de Souza"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.by_text import kept_by_text
from policy_kit.naming.words import word_set
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom
from policy_kit.sections.people.given_names import GIVEN_NAMES

TITLE = (
    r"(?:Mrs?|Ms|Miss|Mx|Dr|Rev(?:['’]?d|erend)?|Fr|Father|Sister|Canon|Prof(?:essor)?|Sir|Dame|Lady|Lord"
    r"|Cllr|Councillor|Commander|Captain|Capt|Major|Colonel|Brother|Mother|Imam|Rabbi|Pastor|Madame|Mme"
    r"|Señora?|MRS?|MISS|DR)\.?"
)
_PARTICLE = r"(?:van|von|der|den|de|di|da|del|della|dos|du|la|le|bin|bint|ibn|al|el|ap|ter|ten|ul)"
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_REST = r"[^\W\d_]*(?:['’][^\W\d_]+)?"
_PREFIX = r"(?:(?:[ODLM]|\b(?:d|dell|dall))['’])?"
_WORD = rf"{_PREFIX}{_UPPER}{_REST}(?:-(?:{_UPPER}|(?:{_PARTICLE})-){_REST}){{0,3}}"
_NAME = regex(
    rf"(?:(?P<title>(?:{TITLE}\s){{1,2}})(?P<after>(?:{_UPPER}\.?(?:-{_UPPER}\.?)?\s?){{0,3}}(?:{_PARTICLE}[\s-])*{_WORD}(?:"
    rf"\s(?:{_PARTICLE}[\s-])*{_WORD}){{0,3}})"
    rf"|(?P<plain>(?:(?:{_UPPER}\.){{1,3}}\s?)?{_WORD}\.?(?:\s(?:{_PARTICLE}[\s-])*(?:{_UPPER}\.(?=\s)"
    rf"|{_WORD})){{1,3}}|(?:{_UPPER}\.){{1,3}}\s?{_WORD}))"
)
_CAPITAL = regex(_UPPER)
# Without a title or two capitals side by side there is no name: quick to ask of every sentence.
_TITLE_HINT = seldom(
    r"\b(?:Mrs?|MRS?|MISS|DR|Ms|Miss|Mx|Dr|Rev|Fr|Father|Sister|Sir|Dame|Lady|Lord|Canon|Prof|Cllr"
    r"|Councillor|Commander|Captain|Capt|Major|Colonel|Brother|Mother|Imam|Rabbi|Pastor"
    r"|Madame|Mme)\b"
)
_CAPITALS_HINT = regex(r"[^\W\d_a-z][\w.'’-]{0,40}\s(?:[a-z]{2,4}[\s-]){0,2}[^\W\d_a-z]")
# Capitalised words that are no part of a person's name: posts, bodies, subjects, products, days, places.
_NOT_NAMES = word_set(
    """
    abuse academies academy acceptable access acting action address administrator advice adviser advisor
    agency agreement agreements aims all ambassadors and annual annually appendix applicable approved
    april arbor are as ask assessment assistant associate at august aup author authority autumn avenue
    barefoot behaviour board body borough both bullying bursar business by call camera cameras can care
    carer carers caretaker catholic centre ceo cfo chair chairman champion champions charge chief child
    childline children children's christmas church city class classroom clerk close cluster co-ordinator
    code college commerce commitment committee communications community complete computing concern
    concerns conduct confiscation contact content context coo coordinator coordinators council council's
    counsellor county court cover cpoms crescent curriculum cyber cyberbullying data date day ddsl
    december delete department deputies deputy deputy-head designated details development device devices
    dfe digital director directors document door dpo dr drive dsl dsl's dsls duty e-safety each early
    education educational email england esafety every executive exploitation extension external
    extremism eyfs family february federation filtering first for form forms foundation friday from
    front full general google governance governing governor governors grammar green group guidance guide
    hall he head head's headmaster headmistress headteacher headteachers health help helpline high hlta
    home hospital hours house how hub i ict if image images impero in incident incidents inclusion
    independent infant infants information insert interim internet introduction is it it's january july
    june junior juniors key ks1 ks2 ks3 ks4 ks5 lado lane lead leader leaders leadership leading
    learning level line link link/named local log logs london looked lower lsa management manager march mash
    may member members mental mentor microsoft middle miss mobile monday monitoring monthly mr mrs ms
    multi must n/a name named names national network networking new next nhs no none north not november
    nspcc number nurse nursery october of office office365 officer ofsted on online online-safety
    operational operations or other our outlook overview owner pages parent parents park part partner
    partnership password passwords pastoral person phase phone phones photo photos plan please pledge
    police policy post practice prevent previously primary principal procedure procedures protection provider
    pshe public pupil pupils qualified radicalisation ratified reception record records referral referrals
    regional report reporting reports responsibilities responsibility responsible review reviewed risk
    risks road role roles rshe safe safeguarding safeguarding/child safer safety saint sanctions
    saturday sbm school schools scope screening searching second secondary secretary section see senco
    send sendco senior september service services sharing she should signature signed sims sites sixth
    slt smoothwall social software south speak special specialist spring square st st. staff standards
    statement strategic street student students subject summer sunday support system systems ta tba tbc
    teacher teachers teaching team teams technical technician technology tel telephone tell term the
    their them they this thursday title to town training trust trustee trustees tuesday tutor tutors
    unit updated upper usage use user users vacancy vacant values various version vice video videos
    village vision visitors voice voluntary volunteer volunteers way we website wednesday welfare west
    what who will with worker year yearly yes you youth
    working together keeping spoc osl monitor breach section annex project evolve
    preschool pre-school playgroup setting room ceop iwf ncsc ico terrorism target audience status current
    finance premises resources curriculum achievement personnel exec ethos quality audit estates buildings
    yours sincerely faithfully regards kind dear be appointed confirmed announced advised arranged decided
    elected agreed
    alert alerts antivirus backup backups block building check checks corridor daily desk duties
    entrance filter filters floor foyer library logs main reset resets room site suite termly update
    updates visit visits weekly
    """
)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person's name as it stands in a text."""

    name: str
    start: int
    end: int
    titled: bool


@kept_by_text
def person_names(text: str) -> tuple[NamedPerson, ...]:
    """The persons' names in a text, in order; posts, bodies, products and places are left out."""
    return tuple(_names(text)) if _CAPITALS_HINT.search(text) or _TITLE_HINT.search(text) else ()


_ALONE = regex(rf"(?<![\w.@'’-]){_UPPER}[^\W\d_]+(?![\w@'’-]|\.\w)")
_CAPITAL_AFTER = regex(rf"\s{_UPPER}")
_CAPITAL_BEFORE = regex(rf"{_UPPER}[\w'’-]*\s$")


def given_names(text: str) -> tuple[NamedPerson, ...]:
    """The given names that stand alone in a text, with no surname: trusted only beside a post."""
    return tuple(
        NamedPerson(found[0], *found.span(), False)
        for found in _ALONE.finditer(text)
        if found[0].casefold() in GIVEN_NAMES and not _CAPITAL_AFTER.match(text, found.end())
    )


def follows_capital(text: str, name: NamedPerson) -> bool:
    """Whether another word with a capital stands right before a name, so that both may be one thing."""
    return bool(_CAPITAL_BEFORE.search(text, max(0, name.start - 30), name.start))


def names_in_value(text: str) -> tuple[NamedPerson, ...]:
    """The persons in the value of a label; given names alone count where the value opens with them."""
    if names := person_names(text):
        return names
    opening: list[NamedPerson] = []
    for name in given_names(text[:80]):
        if text[opening[-1].end if opening else 0 : name.start].strip(" *•,;&/–-").casefold() not in _JOINS:
            break
        opening.append(name)
    return tuple(opening)


_JOINS = ("", "and", "or")


def _next_name(text: str, at: int) -> re.Match[str] | None:
    """The first name from a place on. Each begins with a capital; to try elsewhere takes long."""
    for capital in _CAPITAL.finditer(text, at):
        if found := _NAME.match(text, capital.start()):
            return found
    return None


def _names(text: str) -> Iterator[NamedPerson]:
    at = 0
    while found := _next_name(text, at):
        title, plain = found["title"], found["plain"]
        if title is not None:
            name, end = _trimmed(found["after"], found.start("after"))
            at = max(found.end("title"), end)
            if name and (_INITIAL.match(name) or name.split()[0].casefold() not in _WITH_NO_TITLE):
                end = _past_letters(text, end)
                yield NamedPerson(" ".join(f"{title.strip()} {name}".split()), found.start(), end, True)
            continue
        words = plain.split()
        if is_no_name(words[0]):
            at = found.start() + len(words[0])
            continue
        name, end = _trimmed(plain, found.start("plain"))
        at = max(end, found.start() + len(words[0]))
        if _MONTH_OF_YEAR.search(name) and _YEAR_AFTER.match(text, end):
            continue  # "Trained May 2026"
        if len(name.split()) > 1 and not _is_shouted_phrase(name) and not _OF_SCHOOL.match(text, end):
            yield NamedPerson(" ".join(name.split()), found.start(), _past_letters(text, end), False)


_MONTH_OF_YEAR = regex(r"\s(?:March|April|May|June|August)$")
_YEAR_AFTER = regex(r"\s(?:20)?\d\d(?!\d)")


def _past_letters(text: str, end: int) -> int:
    """Where a name ends with the letters that stand after it: "Tamsin Rook MA PGCE"."""
    found = _LETTERS.match(text, end)
    return found.end() if found else end


# "Holt Lane High School": what goes on to be a school, a trust or a council is no person.
_OF_SCHOOL = regex(
    r"(?!\sof\s(?:[A-Z][\w.'’-]*\s){0,3}(?:Council|County|Trust|Borough)\b)"  # "Ann Elm of Larkshire Council"
    r"\s(?:(?:[A-Z][\w.'’-]*|C of E|of|and|the|&)\s){0,4}"
    r"(?:Schools?|Academy|Academies|College|Nursery|Trust|Federation|Council|Primary|Infants?|Juniors?)\b"
    r"(?!\s(?:IT|ICT|Ltd|Business|Improvement|Governor|Nurse|Council|Teacher|Head|Lead|Office|Manager"
    r"|Safeguarding))"
)

# Words of other kinds that are surnames as well: trusted after a title.
_SURNAMES_TOO = word_set(
    """
    head child green park hall house may march day church west north south england lane close drive
    street court way nurse bishop abbott teacher link police cover insert street saint clerk west door
    line early brown will april june august summer autumn christmas sunday friday
    """
)


_WITH_NO_TITLE = _NOT_NAMES - _SURNAMES_TOO
_INITIAL = regex(rf"{_UPPER}\.?\s{_UPPER}")  # "Mrs I Holm", "Mr A. Elm": no "I" and no "a"
# Letters after a name: a degree, a teacher's qualification, an order.
_AFTER_NAME = word_set(
    "BA BSc BEd MA MSc MEd MBA PhD EdD PGCE QTS NPQH NPQSL NPQEL OBE MBE CBE JP FCCT FRSA Hons"
)

_LETTERS = regex(rf"(?:,?\s(?:{'|'.join(sorted(_AFTER_NAME))})\b\.?(?:\s?\((?:Hons|Ed|QTS)\.?\))?)+")


def is_no_name(word: str) -> bool:
    """Whether a word with a capital is of another kind than a name: a post, a body, a product, a day."""
    bare = word.casefold().strip(".").replace("’", "'")
    return (
        bare in _NOT_NAMES
        or bare.removesuffix("'s") in _NOT_NAMES
        or (len(bare) == 3 and bare.isalpha() and word.isupper())
    )


def _trimmed(name: str, start: int) -> tuple[str, int]:
    """The name up to the first word that is no part of it, and where it ends."""
    kept_to = 0
    for found in re.finditer(r"\S+", name):
        word = found[0]
        if kept_to and word.strip(".,()") in _AFTER_NAME:
            break
        if kept_to and is_no_name(word.split("/")[0]) and word.casefold() not in _SURNAMES_LAST:
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
