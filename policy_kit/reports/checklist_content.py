"""What the governors' checklist says, in the order in which a governor reads it, in whatever form."""

from __future__ import annotations

from policy_kit.errors import PolicyKitError
from policy_kit.findings import AuditResult, PolicyAudit
from policy_kit.model import Location, NotChecked, PointResult, Policy, SectionResult, SectionStatus
from policy_kit.quick import dataclass
from policy_kit.reports.arranging import key_dates, not_checked_of
from policy_kit.reports.drawings import Piece, Timeline, section_bar, timeline
from policy_kit.reports.phrases import (
    DATE_WORDS,
    STATUS_WORDS,
    basis,
    capital,
    counted,
    day,
    one_line,
    place,
    remarks,
    sentence,
    shortened,
    standard_name,
    told_point,
    verdict,
    when,
)
from policy_kit.standard import Standard

HOW_TO_USE = (
    (
        "This checklist sets what such a policy should say beside the words found in yours. “Found” means "
        "only that words were found, not that they are true or that the school does what they say: that is "
        "what the questions are for. “Not found” may mean that the words stand elsewhere, or are put in a "
        "way the tool does not know; look before you conclude."
    ),
    (
        "Go through the sections, ask the questions, tick the box (☐) when you are content, and write down "
        "what is still to be done. Those who approve the policy sign at the end."
    ),
)
SIGNATURES = (
    "Chair of governors or trustees",
    "Safeguarding link governor",
    "Headteacher",
    "Designated safeguarding lead",
)
_LONG_QUOTE = 180  # letters: enough to know the passage by


@dataclass(frozen=True, slots=True)
class PointRow:
    """One thing a section should say: found or not, and the words it rests on with their place."""

    text: str
    level: str
    found: bool
    words: str
    where: str

    @property
    def answer(self) -> str:
        return "found" if self.found else "not found"


@dataclass(frozen=True, slots=True)
class SectionPart:
    """One section of the standard for a governor."""

    title: str
    level: str
    status: str
    answer: str
    purpose: str
    headings: str
    points: tuple[PointRow, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """The whole checklist: the summary on the first page, then the sections."""

    title: str
    school: str
    facts: tuple[tuple[str, str], ...]
    verdict: str
    remarks: tuple[str, ...]
    bar: tuple[Piece, ...]
    line: Timeline
    not_found: tuple[str, ...]
    thin: tuple[str, ...]
    dates: tuple[tuple[str, str, str], ...]  # (what, which day, the policy's words and place)
    people: tuple[tuple[str, str], ...]  # (name, posts)
    sections: tuple[SectionPart, ...]
    not_applicable: tuple[tuple[str, str], ...]  # (section, why)
    not_checked: tuple[str, ...]
    basis: tuple[str, ...]


def checklist_of(result: AuditResult, standard: Standard) -> Checklist:
    """Arrange the first policy of a result as a checklist. Raises PolicyKitError if it could not be read."""
    audit = next(iter(result.policies), None)
    if audit is None or audit.policy is None:
        raise PolicyKitError((audit.error if audit else None) or "there is no policy to make a checklist of")
    policy = audit.policy
    missed = not_checked_of(audit)
    return Checklist(
        title=f"Governors’ checklist: {standard_name(result)}",
        school=one_line(policy.school_name),
        facts=_facts(audit, policy, result),
        verdict=verdict(audit, result),
        remarks=remarks(audit, len(missed)),
        bar=section_bar(audit),
        line=timeline(audit, result.on),
        not_found=_titles(policy, SectionStatus.MISSING),
        thin=_titles(policy, SectionStatus.THIN),
        dates=tuple(
            (
                capital(DATE_WORDS[d.kind]),
                when(d),
                _words_and_place(d.text, d.location) if d.date else place(d.location),
            )
            for d in key_dates(audit)
        ),
        people=_people(policy),
        sections=tuple(
            _section(section, standard)
            for section in policy.sections
            if section.status is not SectionStatus.NOT_APPLICABLE
        ),
        not_applicable=tuple(
            (one_line(s.title), sentence(capital(one_line(s.reason))))
            for s in policy.sections
            if s.status is SectionStatus.NOT_APPLICABLE
        ),
        not_checked=tuple(_missed(item) for item in missed),
        basis=basis(result),
    )


def _facts(audit: PolicyAudit, policy: Policy, result: AuditResult) -> tuple[tuple[str, str], ...]:
    facts = (
        ("School", one_line(policy.school_name)),
        ("Trust", one_line(policy.trust_name)),
        ("Policy", one_line(policy.title)),
        ("File", one_line(audit.path.replace("\\", "/").rsplit("/", 1)[-1])),
        ("Length", counted(policy.document.words, "word")),
        ("Read as on", day(result.on)),
    )
    return tuple((name, value) for name, value in facts if value)


def _missed(item: NotChecked) -> str:
    said = f"{capital(one_line(item.what))}: {sentence(one_line(item.reason))}"
    return f"{said} {place(item.location)}".strip()


def _titles(policy: Policy, status: SectionStatus) -> tuple[str, ...]:
    return tuple(one_line(s.title) for s in policy.sections if s.status is status)


def _people(policy: Policy) -> tuple[tuple[str, str], ...]:
    """Each person once, with every post that the policy gives them."""
    posts: dict[str, list[str]] = {}
    for person in policy.people:
        post = one_line(person.post) or one_line(person.role.replace("-", " "))
        held = posts.setdefault(one_line(person.name), [])
        if post and post not in held:
            held.append(post)
    return tuple((name or "(no name given)", "; ".join(held)) for name, held in posts.items())


def _words_and_place(words: str, location: Location) -> str:
    where = place(location)
    quoted = f"“{one_line(words)}”" if words.strip() else ""
    return ", ".join(part for part in (quoted, where) if part)


def _section(section: SectionResult, standard: Standard) -> SectionPart:
    described = standard.section(section.id)
    return SectionPart(
        title=one_line(section.title),
        level=section.level,
        status=section.status.value,
        answer=STATUS_WORDS[section.status],
        purpose=one_line(described.purpose) if described else "",
        headings="; ".join(one_line(block.display) for block in section.headings),
        points=tuple(_point(p) for p in section.points if p.level != "could" or p.met),
        questions=tuple(one_line(q) for q in described.governor_questions) if described else (),
    )


def _point(point: PointResult) -> PointRow:
    found = point.evidence
    return PointRow(
        text=told_point(point),
        level=point.level,
        found=point.met,
        words=shortened(found.quote, _LONG_QUOTE) if found else "",
        where=place(found.location) if found else "",
    )
