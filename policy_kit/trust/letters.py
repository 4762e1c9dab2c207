"""A letter to each school: what to mend, and by when, from the trust's own template or the one shipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from policy_kit.findings import Severity
from policy_kit.generate.context import Plain
from policy_kit.generate.generating import maker
from policy_kit.generate.letter import build_letter
from policy_kit.generate.policy import Order
from policy_kit.generate.templates import TemplateFile, find_template
from policy_kit.generate.words import clean
from policy_kit.model import SectionStatus
from policy_kit.reports.phrases import day, sentence, shortened
from policy_kit.reports.trust.phrases import borrowed_words
from policy_kit.roll_up import Noted, Reading, SchoolState, TrustResult
from policy_kit.trust.manifest import Trust

_MOST_FIRST, _MOST_LATER = 25, 10
_LONGEST = 260  # letters of what to do; the whole stands on the school's page


def write_letters(result: TrustResult, trust: Trust) -> Iterator[tuple[str, bytes]]:
    """Yield (file name, Word file) for each school that was reached.

    The trust's own template is filled as any template from elsewhere: in a sandbox, in a process of its
    own. Raises TemplateFault, with the place, if it cannot be filled.
    """
    with maker(_template(trust)) as make:
        for school in result.schools:
            if school.state != "waiting":
                yield f"{school.anchor}.docx", make(_order(school, result))


def _template(trust: Trust) -> TemplateFile:
    if trust.letter:
        return find_template(Path(trust.letter))
    return TemplateFile("trust-letter", "letter.docx", build_letter(), ours=True, standard="online-safety")


def _order(school: SchoolState, result: TrustResult) -> Order:
    standard = (result.standard_id, result.standard_version)
    return Order(letter_context(school, result), {}, result.on, "trust-letter", standard)


def letter_context(school: SchoolState, result: TrustResult) -> dict[str, Plain]:
    """What the letter to a school may say, by the names of `LETTER_FIELDS`."""
    first, later = _points(school, Severity.ERROR), _points(school, Severity.WARNING)
    reviews = [r for r in result.reviews if r.school == school.name and r.date]
    cycle = result.cycle
    return {
        "trust": clean(result.trust),
        "school": clean(school.name),
        "to": clean(school.contact) or None,
        "contact": clean(result.contact) or None,
        "date": day(result.on),
        "files": [clean(_name(r)) for r in school.readings if r.is_policy],
        "state": school.state,
        "trouble": [sentence(clean(_with_names(note, school))) for note in school.notes],
        "due": day(cycle.due) if cycle and cycle.due >= result.on else None,
        "round": clean(cycle.name) if cycle else None,
        "next_review": day(reviews[0].date) if reviews and reviews[0].date else None,
        "overdue": any(r.days is not None and r.days < 0 for r in reviews),
        "first": list(first[:_MOST_FIRST]),
        "first_more": max(len(first) - _MOST_FIRST, 0) or None,
        "later": list(later[:_MOST_LATER]),
        "later_more": max(len(later) - _MOST_LATER, 0) or None,
        "missing": _titles(school, result, SectionStatus.MISSING),
        "thin": _titles(school, result, SectionStatus.THIN),
        "borrowed": [clean(borrowed_words(b)) for b in result.borrowed if b.school == school.name],
        "copied": [
            clean(f"{c.title}: {c.fact} Mended at {_some(c.mended)}.")
            for c in result.copied
            if school.name in c.stale
        ],
        "old_template": any(w.school == school.name and w.state in _OLD for w in result.wording),
        "step": [clean(o.message) for o in result.out_of_step if o.school == school.name],
    }


_OLD = ("old", "likely-old")


def _points(school: SchoolState, severity: Severity) -> list[Plain]:
    """What to mend of one severity; a fault that two of the school's policies share is told once."""
    alike: dict[str, list[tuple[str, Noted]]] = {}
    for reading in school.readings:
        for found in reading.findings:
            if found.severity is severity:
                alike.setdefault(found.message, []).append((_name(reading), found))
    several = sum(reading.is_policy for reading in school.readings) > 1
    return [_point(places, several=several) for places in alike.values()]


def _point(places: Sequence[tuple[str, Noted]], *, several: bool) -> dict[str, Plain]:
    """One fault with its places, each with its file's name where the school has several policies."""
    found = places[0][1]
    told = (": ".join(filter(None, (file, at.where))) if several else at.where for file, at in places)
    return {
        "what": clean(found.message),
        "where": clean("; ".join(dict.fromkeys(filter(None, told)))) or None,
        "mend": clean(shortened(found.suggestion, _LONGEST)) or None,
    }


def _name(reading: Reading) -> str:
    """What the school calls its file: without the trust's folders."""
    return reading.file.rpartition("/")[2]


def _with_names(note: str, school: SchoolState) -> str:
    for reading in school.readings:
        note = note.replace(reading.file, _name(reading))
    return note


def _titles(school: SchoolState, result: TrustResult, status: SectionStatus) -> list[Plain]:
    return [clean(c.title) for c in result.columns if school.cells[c.id].status is status]


def _some(names: Sequence[str]) -> str:
    """Up to three names, and how many more."""
    told = ", ".join(names[:3])
    return f"{told} and {len(names) - 3} more" if len(names) > 3 else told
