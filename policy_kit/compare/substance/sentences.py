"""What changed in substance inside sentences that both files have, and which duties are new or gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from policy_kit.changes import Substance, SubstanceChange
from policy_kit.compare.in_step import Pairs
from policy_kit.compare.lines import ALIKE, key_of, line_of
from policy_kit.compare.matching import match
from policy_kit.compare.sectioning import Cut
from policy_kit.model import Location
from policy_kit.quick import dataclass
from policy_kit.sections.lines import split_sentences
from policy_kit.sections.people.person_names import person_names

_DUTY = re.compile(
    r"\b(?:(?:must|will|shall|should|may|can|do|does|is|are|need)(?:\s+not|n't)|cannot|can't|won't|must|will|shall|should|"
    r"may|can|never|not|no|always|(?:is|are)\s+required\s+to|ha(?:s|ve)\s+to|needs?\s+to|(?:is|are)\s+expected\s+to)\b",
    re.IGNORECASE,
)
_NEW_DUTY = re.compile(
    r"\b(?:must|will|shall|never|(?:is|are)\s+required\s+to|ha(?:s|ve)\s+to|needs?\s+to|not|cannot|only)\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?(?:\s+\d{{4}})?|\b{_MONTH}\.?\s+(?:\d{{1,2}},?\s+)?\d{{4}}\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:19|20)\d\d(?:\s*[/-]\s*(?:20)?\d\d)?\b"
    r"|\b(?:Spring|Summer|Autumn)\s+(?:term\s+)?\d{4}\b"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.])(?:£\s?)?\d[\d,.:]*\d%?|(?<![\w.])(?:£\s?)?\d%?(?![\w])")
_WORD_NUMBER = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:(?:once|twice|three\s+times)\s+)?(?:every|each|per|a)\s+(?:school\s+)?"
    r"(?:half[- ]term|term|year|month|week|day)\b"
    r"|\b(?:termly|half-termly|annual(?:ly)?|yearly|monthly|weekly|daily|biannual(?:ly)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence with where it stands."""

    text: str
    location: Location
    section: str


def changed_sentences(old: Cut, new: Cut, pairs: Pairs) -> Iterator[SubstanceChange]:
    """Sentences whose duty, date, name or number changed; duties that only one of the files has."""
    added: list[_Said] = []
    removed: list[_Said] = []
    back = {j: i for i, j in pairs.items()}
    for j in range(len(new.blocks)):
        i = back.get(j)
        if i is None:
            added.extend(_sentences(new, j))
        elif old.lines[i].key != new.lines[j].key:
            yield from _between(_sentences(old, i), _sentences(new, j), removed, added)
    for i in range(len(old.blocks)):
        if i not in pairs:
            removed.extend(_sentences(old, i))
    lost: list[_Said] = []
    won: list[_Said] = []
    yield from _between(removed, added, lost, won)
    yield from _duties(_nowhere_in(new, lost), _nowhere_in(old, won))


def _sentences(cut: Cut, number: int) -> list[_Said]:
    block = cut.blocks[number]
    section = cut.sections[cut.section_of[number]].title
    return [_Said(text, cut.policy.location(block), section) for text in split_sentences(block.text)]


def _between(
    old: list[_Said], new: list[_Said], removed: list[_Said], added: list[_Said]
) -> Iterator[SubstanceChange]:
    """The changes between sentences that are one another's; the others join those removed and added."""
    lines = [line_of(one.text) for one in old], [line_of(one.text) for one in new]
    pairs = match(*lines)
    for i, j in pairs.items():
        if lines[0][i].key != lines[1][j].key:
            yield from _changes(old[i], new[j])
    taken = set(pairs.values())
    removed.extend(one for n, one in enumerate(old) if n not in pairs)
    added.extend(one for n, one in enumerate(new) if n not in taken)


def _changes(old: _Said, new: _Said) -> Iterator[SubstanceChange]:
    was, now = _features(old.text), _features(new.text)
    for kind, label in _LABELS:
        gone, come = was[label] - now[label], now[label] - was[label]
        if gone or come:
            yield SubstanceChange(
                kind,
                label,
                _listed(gone),
                _listed(come),
                new.section,
                old.text,
                new.text,
                old.location,
                new.location,
            )


_LABELS = (
    (Substance.DUTY, "Duty"),
    (Substance.DATE, "Date in the text"),
    (Substance.NAME, "Name in the text"),
    (Substance.NUMBER, "How often"),
    (Substance.NUMBER, "Number"),
    (Substance.REFERENCE, "Address in the text"),
)


def _listed(found: Counter[str]) -> str:
    return ", ".join(found.elements())


def _features(text: str) -> dict[str, Counter[str]]:
    """What of a sentence is of substance, by label; each stretch of words counts as one kind only."""
    text = " ".join(text.translate(ALIKE).split())
    addresses, text = _taken(_ADDRESS, text)
    dates, text = _taken(_DATE, text)
    often, text = _taken(_OFTEN, text)
    names = [person.name for person in person_names(text)]
    numbers = [*_NUMBER.findall(text), *(word.lower() for word in _WORD_NUMBER.findall(text))]
    return {
        "Duty": Counter(" ".join(word.lower().split()) for word in _DUTY.findall(text)),
        "Date in the text": Counter(dates),
        "Name in the text": Counter(names),
        "How often": Counter(" ".join(word.lower().split()) for word in often),
        "Number": Counter(numbers),
        "Address in the text": Counter(address.rstrip(".,;:)") for address in addresses),
    }


def _taken(pattern: re.Pattern[str], text: str) -> tuple[list[str], str]:
    """What a pattern finds, and the text without it."""
    return [found.group() for found in pattern.finditer(text)], pattern.sub(" ", text)


def _nowhere_in(cut: Cut, sentences: list[_Said]) -> Iterator[_Said]:
    """The sentences that a file says nowhere: one that stood twice is not lost with one of the two."""
    said = {key_of(text) for block in cut.blocks for text in split_sentences(block.text)} if sentences else ()
    return (one for one in sentences if key_of(one.text) not in said)


def _duties(removed: Iterable[_Said], added: Iterable[_Said]) -> Iterator[SubstanceChange]:
    for one in removed:
        if _NEW_DUTY.search(one.text):
            yield SubstanceChange(
                Substance.DUTY, "Duty taken out", one.text, "", one.section, one.text, "", one.location, None
            )
    for one in added:
        if _NEW_DUTY.search(one.text):
            yield SubstanceChange(
                Substance.DUTY, "New duty", "", one.text, one.section, "", one.text, None, one.location
            )
