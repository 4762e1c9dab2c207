"""Which sections and points of the standard a policy lacks: the errors of its record's validation.

The recogniser has turned the policy into a record of sections, words and points; the standard is a
JSON Schema asked of that record. What the schema finds lacking is told here, section by section.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity, Source
from policy_kit.model import Confidence, Location, PointResult, Policy, SectionResult
from policy_kit.regexes import regex
from policy_kit.standard import StandardSection, policy_record, validate_record

MISSING = Rule("PK101", "missing-section", Severity.ERROR, "a section the standard requires has no text")
THIN = Rule("PK102", "thin-section", Severity.ERROR, "under half of a section's must points are made")
POINT = Rule("PK103", "missing-point", Severity.WARNING, "a point is not found in a section that is there")
POINTER = Rule("PK104", "pointer-only", Severity.WARNING, "a section only points to another document")

RULES: tuple[Rule, ...] = (MISSING, THIN, POINT, POINTER)

# Facts whose absence has a check of its own, PK405 and PK402: one fault is one finding.
_TOLD_BY_OTHERS = frozenset({"approval", "next-review-date"})

# A research note on how policies fall short that tells a reader no more than "not found" does.
_SAYS_NOTHING = regex(r"$|(?:missing|absent|none|no visitors part)\b", re.IGNORECASE)

_BY_LEVEL = {"statutory": Severity.ERROR, "expected": Severity.WARNING, "recommended": Severity.ADVICE}


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:
    """Validate the policy's record with the standard and tell each gap once, in the standard's order.

    Of a document that is no such policy only that is told: what it lacks is no fault of its own.
    """
    if not policy.is_policy:
        yield _no_policy(policy, facts)
        return
    gaps: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for gap in validate_record(facts.standard, policy_record(policy, facts.standard)):
        gaps[gap.section][gap.kind].add(gap.point)
    for section in facts.standard.sections:
        found, result = gaps.get(section.id), policy.section(section.id)
        if not found or result is None:
            continue
        if "missing" in found:
            yield _missing(section, result)
        elif "pointer" in found:
            yield _pointer(policy, section, result)
        elif "thin" in found:
            yield _thin(policy, section, result, found["point"])
        else:
            yield from _points(policy, section, result, found["point"], ("must", "should"))
        if "missing" not in found and ("pointer" in found or "thin" in found):
            yield from _points(policy, section, result, found["point"], ("should",))


def _no_policy(policy: Policy, facts: Facts) -> Finding:
    return Finding(
        rule=MISSING,
        message=f"This does not look like a policy that the standard “{facts.standard.title}” is for, "
        f"so its sections were not asked for one by one: {policy.why_not}.",
        location=Location(),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        suggestion="Give the school's own online safety policy. If this is it, say so in its title.",
    )


def _missing(section: StandardSection, result: SectionResult) -> Finding:
    asked = [p.text for p in result.points if p.level == "must"]
    return Finding(
        rule=MISSING,
        message=_nothing_found(section, result),
        location=Location(),
        severity=_BY_LEVEL[result.level],
        section=section.id,
        suggestion="Add a section that makes these points: " + _listed(asked, 3) if asked else "Add it.",
        sources=_sources(section, [p.id for p in result.points if p.level == "must"]),
    )


def _nothing_found(section: StandardSection, result: SectionResult) -> str:
    """That there is no text; where a point is made in passing, only the section is not there."""
    if not any(point.met for point in result.points):
        return f"No text was found for “{section.title}”{_purpose(section)}."
    must = [point.met for point in result.points if point.level == "must"]
    made = f"{sum(must)} of the {len(must)} points" if any(must) else "no point that"
    return f"“{section.title}” has no section of its own, and what was found on it makes {made} it must make."


def _purpose(section: StandardSection) -> str:
    """`, the section that says who may search`: the standard's purpose, run on."""
    purpose = section.purpose.rstrip(".")
    return f", the section that {purpose[0].lower()}{purpose[1:]}" if purpose else ""


def _thin(policy: Policy, section: StandardSection, result: SectionResult, lacking: set[str]) -> Finding:
    must = [p for p in result.points if p.level == "must"]
    missing = [p for p in must if p.id in lacking]
    where = "" if result.headings else " It has no section of its own; other sections touch on it."
    return Finding(
        rule=THIN,
        message=f"“{section.title}” makes {len(must) - len(missing)} of the {len(must)} points "
        f"it must make.{where}",
        location=_place(policy, result),
        severity=Severity.ERROR if result.level == "statutory" else Severity.WARNING,
        confidence=Confidence.MEDIUM,
        section=section.id,
        quote=_heading(result),
        suggestion="Make these points as well: " + _listed([p.text for p in missing], 12),
        sources=_sources(section, [p.id for p in missing]),
    )


def _pointer(policy: Policy, section: StandardSection, result: SectionResult) -> Finding:
    text = " ".join(b.text for b in result.blocks if not b.is_heading)
    missing = [p.text for p in result.points if p.level == "must" and not p.met]
    return Finding(
        rule=POINTER,
        message=f"“{section.title}” sends the reader to another document and says little itself.",
        location=_place(policy, result),
        severity=Severity.WARNING if result.level != "recommended" else Severity.ADVICE,
        section=section.id,
        quote=text[:200],
        suggestion="Keep the reference, and make these points here in a sentence each: "
        + _listed(missing, 8),
        sources=_sources(section, [p.id for p in result.points if p.level == "must"]),
    )


def _points(
    policy: Policy,
    section: StandardSection,
    result: SectionResult,
    lacking: set[str],
    levels: tuple[str, ...],
) -> Iterator[Finding]:
    gap_of = {p.id: p.gap for p in section.points}
    told = {p.id for p in section.points if {rule.fact for rule in p.evidence} & _TOLD_BY_OTHERS}
    for point in result.points:
        if point.id not in lacking - told or point.level not in levels or point.spoilt:
            continue
        must = point.level == "must"
        gap = gap_of.get(point.id, "")
        usual = "" if _SAYS_NOTHING.match(gap) else f" What policies often get wrong here: {gap}."
        yield Finding(
            rule=POINT,
            message=f"“{section.title}” {point.level} make this point, and {_found_of(point)}: {point.text}.",
            location=point.partly.location if point.partly else _place(policy, result),
            severity=_point_severity(result.level, must=must),
            confidence=Confidence.MEDIUM,
            section=section.id,
            quote=point.partly.quote if point.partly else "",
            suggestion=_mend(point) + usual,
            sources=_sources(section, [point.id]),
            key=point.id,
        )


def _found_of(point: PointResult) -> str:
    return "only part of it was found" if point.partly else "it was not found"


def _mend(point: PointResult) -> str:
    """What to add: to the passage that says most of the point, or anew."""
    if not point.partly:
        return "Add a sentence that says so for your school."
    words = " or ".join(f"“{word}”" for word in point.lacks)
    if not words:
        return "The passage quoted comes near to it; say the rest as well."
    return f"The passage quoted comes near to it. What was not found beside it is a word such as {words}."


def _point_severity(level: str, *, must: bool) -> Severity:
    return Severity.WARNING if must and level != "recommended" else Severity.ADVICE


def _heading(result: SectionResult) -> str:
    return result.headings[0].display if result.headings else ""


def _place(policy: Policy, result: SectionResult) -> Location:
    """The section's heading, else the first passage that stands for it."""
    if result.headings:
        return policy.location(result.headings[0])
    if result.blocks:
        return policy.location(result.blocks[0])
    met = [p.evidence.location for p in result.points if p.evidence]
    return met[0] if met else Location()


def _sources(section: StandardSection, point_ids: list[str]) -> tuple[Source, ...]:
    """Where the points come from, each once; what is only good practice names no source."""
    given = (p.source for p in section.points if p.id in point_ids)
    titles = (title.strip() for sources in given for title in sources.split(";"))
    told = dict.fromkeys(t[0].upper() + t[1:] for t in titles if t and t not in _NO_SOURCE)
    return tuple(Source(title) for title in told)[:4]


_NO_SOURCE = ("practice", "good practice")


def _listed(texts: list[str], most: int) -> str:
    shown = "; ".join(t[0].lower() + t[1:] if t[1:2].islower() else t for t in texts[:most])
    more = len(texts) - most
    return f"{shown}; and {more} more." if more > 0 else f"{shown}."
