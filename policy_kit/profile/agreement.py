"""What fields must agree on, where JSON Schema cannot say it: dates in order, stages with phase and ages."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from policy_kit.regexes import regex

# The ages a key stage is taught at: from the first birthday on to below the second.
STAGE_AGES = {
    "EYFS": (0, 5),
    "KS1": (5, 7),
    "KS2": (7, 11),
    "KS3": (11, 14),
    "KS4": (14, 16),
    "KS5": (16, 26),
}
_LATEST_START = {"EYFS": 6}  # the register gives some schools with a Reception class 5 as lowest age
_MIXED = ("special", "alternative")  # pupils are taught by need, so stages need not follow age or phase
# Of each phase: groups of stages of which it teaches at least one, and stages it never teaches.
_STAGES: dict[str, tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]] = {
    "nursery": ((("EYFS",),), ("KS1", "KS2", "KS3", "KS4", "KS5")),
    "infant": ((("KS1",),), ("KS2", "KS3", "KS4", "KS5")),
    "junior": ((("KS2",),), ("EYFS", "KS1", "KS4", "KS5")),
    "primary": ((("KS1", "KS2"),), ("KS4", "KS5")),
    "middle": ((("KS2",), ("KS3",)), ("EYFS", "KS1", "KS5")),
    "secondary": ((("KS3", "KS4"),), ("EYFS", "KS1")),
    "all-through": ((("EYFS", "KS1", "KS2"), ("KS3", "KS4")), ()),
    "sixth-form": ((("KS5",),), ("EYFS", "KS1", "KS2", "KS3")),
}


def disagreements(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each (field, message) of a rule between fields; fields that are not there are not asked."""
    yield from _early_years(fields)
    yield from _sixth_form(fields)
    yield from _phase(fields)
    yield from _ages(fields)
    yield from _kind_of_school(fields)
    yield from _posts(fields)
    yield from _dates(fields)


def _early_years(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "has_eyfs" not in fields or "key_stages" not in fields:
        return
    taught = "EYFS" in fields["key_stages"]
    if fields["has_eyfs"] and not taught:
        yield "has_eyfs", "says yes, but key_stages does not list EYFS; change one of them"
    if taught and not fields["has_eyfs"]:
        yield "has_eyfs", "says no, but key_stages lists EYFS; change one of them"


def _sixth_form(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "has_sixth_form" not in fields or "key_stages" not in fields:
        return
    taught = "KS5" in fields["key_stages"]
    if fields["has_sixth_form"] and not taught:
        yield "has_sixth_form", "says yes, but key_stages does not list KS5; change one of them"
    # A special school may teach beyond 16 without calling it a sixth form.
    if taught and not fields["has_sixth_form"] and fields.get("phase", _MIXED[0]) not in _MIXED:
        yield "has_sixth_form", "says no, but key_stages lists KS5; change one of them"


def _phase(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    phase, stages = fields.get("phase"), fields.get("key_stages")
    if stages is None or phase not in _STAGES:
        return
    wanted, never = _STAGES[phase]
    for group in wanted:
        if not set(group) & set(stages):
            yield "key_stages", f"has no {' or '.join(group)}, but the phase is {phase}; change one of them"
    odd = [stage for stage in stages if stage in never]
    if odd:
        hint = "; is it all-through?" if phase in ("primary", "secondary") else ""
        yield "key_stages", f"lists {' and '.join(odd)}, but the phase is {phase}; change one of them{hint}"


def _ages(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    ages = fields.get("age_range")
    if ages is None:
        return
    low, high = (int(age) for age in ages.split("-"))
    if low >= high:
        yield "age_range", f"'{ages}' must go from the lowest age to the highest, such as 3-11"
        return
    if fields.get("phase") in _MIXED or "key_stages" not in fields:
        return
    stages = fields["key_stages"]
    outside = [s for s in stages if high <= STAGE_AGES[s][0] or low >= _LATEST_START.get(s, STAGE_AGES[s][1])]
    if outside:
        yield (
            "age_range",
            f"'{ages}' leaves out the pupils of {' and '.join(outside)}, which key_stages lists",
        )
    if low < STAGE_AGES["EYFS"][1] and "EYFS" not in stages:
        yield "age_range", f"'{ages}' takes in children under 5, but key_stages does not list EYFS"


def _kind_of_school(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    phase, kind = fields.get("phase"), fields.get("school_type")
    if phase is None:
        return
    if kind == "pru" and phase != "alternative":
        yield (
            "school_type",
            f"says pru, but the phase is {phase}; a pupil referral unit's phase is alternative",
        )
    if kind == "non-maintained-special" and phase != "special":
        yield "school_type", f"says non-maintained-special, but the phase is {phase}; change one of them"


_HEADS = ("Headteacher", "Principal", "Head of School", "Executive Headteacher")
_POST_LISTS = ("monitoring_report_to", "social_account_managers", "search_authorised_staff")
_LEAD = regex(r"\b(?:DSL|designated safeguarding lead)\b(?!s)", re.IGNORECASE)
_DEPUTY = regex(r"\bdeputy\b", re.IGNORECASE)


def _posts(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """One person a post: the DSL is no deputy of their own, and the head has one title."""
    dsl = _named(fields.get("dsl"))
    if dsl and dsl in [_named(d) for d in fields.get("deputy_dsls", ())]:
        yield "deputy_dsls", f"names {dsl}, who is the DSL; name the deputy who acts when the DSL is away"
    owner = fields.get("policy_owner")
    post = str(owner.get("role", "")) if isinstance(owner, Mapping) else ""
    if dsl and _LEAD.search(post) and not _DEPUTY.search(post) and _named(owner) != dsl:
        yield "policy_owner", f"gives {_named(owner)} the role {post}, but dsl is {dsl}; change one of them"
    title = fields.get("head_title")
    for name in _POST_LISTS if title else ():
        for other in (t for t in _HEADS if t != title and t in fields.get(name, ())):
            yield name, f"says {other}, but head_title is {title}; use one title throughout"
    approver = f"{fields.get('governing_body_word', '')} {fields.get('approved_by', '')}".casefold()
    kind = fields.get("school_type")
    if "trust" in approver and kind is not None and not fields.get("trust_name"):
        yield "approved_by", "speaks of a trust, but trust_name is not given; give it, or change who approves"


def _named(person: object) -> str:
    name = person.get("name", "") if isinstance(person, Mapping) else person or ""
    return str(name)


def _dates(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    days = {
        name: datetime.date.fromisoformat(fields[name])
        for name in ("date_written", "date_approved", "date_last_reviewed", "date_next_review")
        if name in fields
    }
    written, approved = days.get("date_written"), days.get("date_approved")
    last, following = days.get("date_last_reviewed"), days.get("date_next_review")
    if written and approved and approved < written:
        yield (
            "date_approved",
            f"{in_words(approved)} is before the policy was written, on {in_words(written)}",
        )
    if written and last and last < written:
        yield (
            "date_last_reviewed",
            f"{in_words(last)} is before the policy was written, on {in_words(written)}",
        )
    if last and following and following <= last:
        yield "date_next_review", f"{in_words(following)} is not after the last review, on {in_words(last)}"
    elif last and following and following > year_after(last):
        latest = f"{in_words(year_after(last))} is the latest"
        since = f"more than 12 months after the last review, on {in_words(last)}"
        yield "date_next_review", f"{in_words(following)} is {since}; {latest}"
    if approved and following and following <= approved:
        yield "date_next_review", f"{in_words(following)} is not after the approval, on {in_words(approved)}"


def year_after(day: datetime.date) -> datetime.date:
    """The same day of the next year; 28 February for the 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def in_words(day: datetime.date) -> str:
    """8 October 2026."""
    return f"{day.day} {day:%B %Y}"
