"""Which section a heading names: cleaned of its number and decoration, then matched to known wordings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from policy_kit.by_text import kept_by_text
from policy_kit.numbering import SET_OFF
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sections.naming import A_HINT, Named, NamingTerms, naming_terms, sections_named
from policy_kit.sections.openings import asks_why, is_of_anything, opens_only, without_procedure
from policy_kit.sections.slips import one_slip
from policy_kit.sections.wording import is_plain, stems_of
from policy_kit.standard import Standard

_NUMBER = regex(
    r"^\s*(?:(?:section|part|chapter)\s+\d+[a-z]?\b|§+\s*\d+(?:\.\d+)*"
    r"|(?-i:[A-Z]\d{1,2}(?:\.\d{1,2})*[a-z]?(?=\s+[A-Z]))|(?:appendix|annexe?|schedule)\s*(?:\d+|[a-z]\b|[ivx]+\b)?"
    r"|\(?\d+(?:\.\d+)*[a-z]?\)?(?=[\s.:)–—-])|\(?[a-hA-H][.)]|\(?[ivxIVX]+[.)])[\s.:)–—-]*",
    re.IGNORECASE,
)
_SCHEME = regex(rf"\s*{SET_OFF}")
_TRAILING = regex(r"(?:[\s.·…_]{2,}|\s)\d{1,3}\s*$|[\s:;.,–—-]+$")
_APPENDIX = regex(
    r"^\s*(?:appendix|appendices|annexe?s?"
    r"|(?:(?:first|second|third|fourth|fifth|sixth) )?schedule(?! (?:of|for)\b)(?!\s*$)"
    r"|attachments?(?=\s+(?:\d+|[a-z])\b|\s*$)|enclosures?(?=\s+(?:\d+|[a-z])\b|\s*$))\b",
    re.IGNORECASE,
)
_PARTS = regex(r"\s*(?:,|;|/|&|\band\b|[–—]|\s-\s|\()\s*", re.IGNORECASE)

_FILLER_WORDS = (
    "the of a an and or to in on for our we your how what is are do does with by at this that it be will "
    "use using all who from which when why where into within its their about"
)
_FILLER = frozenset(stems_of(_FILLER_WORDS))


_LABELS = ("appendix", "annex", "schedule")  # those that may stand without a number or a mark


def clean_heading(text: str) -> str:
    """A heading without number, appendix label, trailing page number and punctuation.

    Cleaning twice gives the same as cleaning once.
    """
    if is_plain(text) and not text.strip().lower().startswith(_LABELS):
        return " ".join(text.split())  # nothing that could be taken off
    previous = None
    while previous != text:
        previous = text
        for number in (_SCHEME, _NUMBER):
            found = number.match(text)
            text = text[found.end() :] if found and text[found.end() :].strip() else text
        text = _TRAILING.sub("", text) or text
        text = " ".join(text.split()).strip(" \"'“”‘’*_#")
    return text


def is_appendix(text: str) -> bool:
    """Whether a heading says that it is an appendix."""
    return bool(_APPENDIX.match(text))


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """A section that a heading may name, how well (0 to 1), and the known wording it was matched to.

    at: which of the heading's words name it; of two sections named by the same words it heads one.
    """

    section: str
    score: float
    wording: str
    at: tuple[int, ...] = ()


class HeadingIndex(NamedTuple):
    """The known wordings of a standard's headings, ready for matching.

    exact: the sections and wordings of some stems, a line each; wordings: section, wording and the stems
    that tell most, parted by tabs; variants: the places there of the wordings that a stem stands in;
    weight: what a stem tells.
    """

    exact: Mapping[str, str]
    wordings: Sequence[str]
    variants: Mapping[str, str]
    weight: Mapping[str, float]
    terms: NamingTerms

    def __hash__(self) -> int:
        return id(self)  # one of a standard

    def of_stems(self, stems: Iterable[str]) -> list[tuple[str, str]]:
        """The sections that have a wording of these stems, each with it."""
        lines = self.exact.get(" ".join(stems), "").splitlines()
        return [(section, wording) for section, _, wording in (line.partition(" ") for line in lines)]

    def with_stem(self, stem: str) -> Iterator[int]:
        """The places of the wordings that a stem stands in."""
        return map(int, self.variants.get(stem, "").split())


# Whom a heading of one word is for, and the section that it then opens under a more general one.
_FOR = {
    "pupils students learners children": ("education-and-curriculum", ""),
    "staff": ("staff-training", "staff-conduct-and-allegations"),
    "staff governors trustees volunteers": ("staff-training", ""),
    "parents carers families": ("parents-and-carers", ""),
}


def for_whom(text: str, parent: tuple[str, ...]) -> str:
    """The section that a heading opens which only names an audience, by what it stands under; '' if none.

    "Staff" is training under "Education", conduct under "Responding to concerns"; "Parents" that
    stands under nothing is the section on parents.
    """
    told = _telling(stems_of(clean_heading(text)))
    for audience, (taught, reported) in _FOR.items():
        if told <= frozenset(stems_of(audience)):
            if {"education-and-curriculum", "staff-training"} & set(parent):
                return taught
            if "reporting-and-responding" in parent:
                return reported
            return taught if not parent and taught == "parents-and-carers" else ""
    return ""


_LEARNING = frozenset(stems_of("education training teaching learning engagement awareness"))
_AUDIENCES = frozenset(
    stems_of("pupils students learners children parents carers staff governors visitors volunteers families")
)


def only_an_audience(text: str) -> bool:
    """Whether a heading only says for whom what follows is: "Staff", "For parents and carers"."""
    return _telling(stems_of(clean_heading(text))) <= _AUDIENCES


def _telling(stems: tuple[str, ...]) -> frozenset[str]:
    told = frozenset(s for s in stems if s not in _FILLER)
    return told or frozenset(stems)


def heading_index(standard: Standard) -> HeadingIndex:
    """The index of a standard's heading wordings, with the terms that name its sections."""
    exact: dict[str, dict[str, None]] = {}
    wordings: list[str] = []
    variants: dict[str, list[str]] = {}
    uses: dict[str, set[str]] = {}
    for section in standard.sections:
        for wording in (*section.headings, *(h for sub in section.subsections for h in sub.headings)):
            stems = stems_of(clean_heading(wording))
            in_order = sorted(_telling(stems))
            for words in (stems, in_order):
                exact.setdefault(" ".join(words), {})[f"{section.id} {wording}"] = None
            for one in in_order:
                variants.setdefault(one, []).append(str(len(wordings)))
                uses.setdefault(one, set()).add(section.id)
            wordings.append("\t".join((section.id, wording, " ".join(in_order))))
    weight = {one: 1.0 / len(sections) ** 0.5 for one, sections in uses.items()}
    return HeadingIndex(
        {stems: "\n".join(lines) for stems, lines in exact.items()},
        wordings,
        {stem: " ".join(places) for stem, places in variants.items()},
        weight,
        naming_terms(standard),
    )


@kept_by_text
def match_heading(text: str, index: HeadingIndex) -> tuple[HeadingMatch, ...]:
    """The sections a heading may name, best first.

    1.0 is a known wording; less is a likeness of its telling words, or a word that names the section;
    a heading that joins two topics ("Filtering, monitoring and security") gives each part's section.
    """
    cleaned = clean_heading(text)
    stems = stems_of(cleaned)
    if not stems or opens_only(cleaned) or is_of_anything(cleaned):
        return ()
    if asks_why(cleaned):
        return (HeadingMatch("aims-and-scope", JOINED, cleaned),)
    joined = _by_parts(cleaned, index)
    sure = bool(joined) and min(m.score for m in joined) >= JOINED
    known = index.of_stems(stems) or ([] if sure else _known(stems, index))
    if known:
        # A wording that joins two matters names the sections that have it; else it is of one of them.
        both = bool(_PARTS.search(cleaned)) and not only_an_audience(cleaned)
        return _ranked(
            [HeadingMatch(s, 1.0, wording, (at,) if both else ()) for at, (s, wording) in enumerate(known)]
        )
    if sure:
        return _ranked(joined)
    alike = _alike(stems, index, floor=0.62)
    if any(match.score >= _TELLING for match in alike):
        return _ranked(alike)
    named = sections_named(without_procedure(cleaned), index.terms)
    return tuple(HeadingMatch(n.section, _by_rank(n), n.words, n.at) for n in named) or _ranked(alike)


HINTED = 0.79  # by a word that names a section only where nothing else is named
_BY_WORDS = 0.8
_TELLING = 0.9  # so like a known wording that no single word of it says more
JOINED = 0.97  # each part of a heading names a section


def _by_rank(named: Named) -> float:
    return HINTED if named.rank == A_HINT else _BY_WORDS


def _known(stems: tuple[str, ...], index: HeadingIndex) -> list[tuple[str, str]]:
    """The sections with a wording of the same telling words, in the same order if one has them so."""
    told = _telling(stems)
    known = index.of_stems(sorted(told))
    in_order = [one for one in stems if one in told]  # "Social media in school" is not the school's
    return [k for k in known if _in_order(k[1]) == in_order] or known


def _in_order(wording: str) -> list[str]:
    stems = stems_of(clean_heading(wording))
    return [one for one in stems if one in _telling(stems)]


def _ranked(found: list[HeadingMatch]) -> tuple[HeadingMatch, ...]:
    best: dict[str, HeadingMatch] = {}
    for match in found:
        if match.section not in best or match.score > best[match.section].score:
            best[match.section] = match
    return tuple(sorted(best.values(), key=lambda m: -m.score))


def _alike(stems: tuple[str, ...], index: HeadingIndex, floor: float) -> list[HeadingMatch]:
    """Likeness by the weight of the words shared, slips of spelling allowed for."""
    told = _telling(stems)
    # In the order of the heading: of two sections as like, the same is first each time.
    in_order = [w if w in index.weight else _near(w, index) for w in stems if w in told]
    words = frozenset(in_order)
    total = fsum(index.weight.get(w, 0.6) for w in words)
    found: list[HeadingMatch] = []
    others: list[HeadingMatch] = []  # for people whom the heading does not name
    for number in dict.fromkeys(number for w in in_order for number in index.with_stem(w)):
        section, wording, written = index.wordings[number].split("\t")
        telling = written.split(" ")
        shared = fsum(index.weight[w] for w in words.intersection(telling))
        score = 2 * shared / (total + fsum(index.weight[w] for w in telling))
        if score >= floor:
            match = HeadingMatch(section, round(min(score, 0.99), 3), wording)
            (others if (_AUDIENCES - words).intersection(telling) else found).append(match)
    # "Keeping staff up to date" is not what "Keeping it up to date" says, if another wording is.
    return found if any(match.score >= _TELLING for match in found) else [*found, *others]


def _by_parts(cleaned: str, index: HeadingIndex) -> list[HeadingMatch]:
    """The sections that the parts of a heading name; surely so if each part names one."""
    parts = [p for p in _PARTS.split(cleaned) if p.strip(" )")]
    if not 2 <= len(parts) <= 5:
        return []
    named: list[dict[str, str]] = []
    for part in parts:
        if taught := _taught(part, parts):
            return [HeadingMatch(taught, JOINED, part)]
        if is_of_anything(part):
            continue  # "Policy and acceptable use"
        named.append(dict(index.of_stems(stems_of(clean_heading(part)))))
    if any("filtering-and-monitoring" in n and len(n) == 1 for n in named):
        for n in named:  # beside "filtering", "monitoring" is not the watch over the policy
            n.pop("monitoring-and-review", None)
    sure = all(named) and all(len(n) == 1 for n in named) and len({s for n in named for s in n}) > 1
    score = JOINED if sure else _BY_WORDS
    return [HeadingMatch(s, score, w, (at,)) for at, n in enumerate(named) for s, w in n.items()]


def _taught(part: str, parts: list[str]) -> str:
    """The section of a heading such as "Education - parents" or "Training: governors"."""
    rest = frozenset(s for p in parts if p != part for s in stems_of(p))
    return for_whom(part, ("education-and-curriculum",)) if rest and rest <= _LEARNING else ""


def _near(word: str, index: HeadingIndex) -> str:
    """The known word that a misspelt one is one slip away from, or the word itself."""
    if len(word) < 6:
        return word
    first = word[0]
    return next((known for known in index.weight if known[0] == first and one_slip(word, known)), word)
