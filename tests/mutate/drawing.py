"""Draws clean policies and faults by seed, and judges what the audit tells of each."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import hypothesis
from hypothesis import HealthCheck, Phase

from policy_kit.audit import AuditOptions, audit_document, facts_for
from policy_kit.findings import Finding
from policy_kit.generate import generate_policy
from policy_kit.model import Document, Policy, SectionStatus
from policy_kit.profile import Profile, load_profile, profile_from
from policy_kit.sections.recognising import ENOUGH
from policy_kit.sources import read
from tests.mutate import dated, identity, repeated, structural, unfinished, worded
from tests.mutate.drafts import Draft, Injected
from tests.profile.strategies import profiles

DAY = date(2026, 11, 21)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_PLACES = ("Thistle Down", "St Osyth’s", "Garner’s Cross", "Low Ings", "Hazelmere & Fold", "Wren Street")
Fault = Callable[[Draft, random.Random], Injected | None]
_MODULES = (structural, repeated, dated, worded, unfinished, identity)
FAULTS: dict[str, Fault] = {
    name.replace("_", " "): fault
    for module in _MODULES
    for name, fault in vars(module).items()
    if callable(fault) and not name.startswith("_") and getattr(fault, "__module__", "") == module.__name__
}


@dataclass(frozen=True)
class Clean:
    """A generated policy, as read and recognised, and what is told of it without any fault."""

    profile: Profile
    known: bool  # whether the audit is given the profile
    policy: Policy
    told: tuple[Finding, ...]


@dataclass
class Tally:
    """What became of the draws of one fault."""

    draws: int = 0
    no_fault: int = 0  # set aside: the rest of the policy still makes the section's points
    caught: int = 0
    alone: int = 0  # and nothing else was told
    misses: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def drawn_profiles(number: int, seed: int) -> list[Profile]:
    """The examples' profiles, then as many as are wanted drawn by seed."""
    out = [load_profile(path) for path in sorted(EXAMPLES.glob("*/profile.yaml"))]
    drawn: list[dict[str, Any]] = []

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=max(number - len(out), 1),
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(profiles())
    def gather(data: dict[str, Any]) -> None:
        drawn.append(data)

    if number > len(out):
        gather()
    return (out + [profile_from(_named(data, n), "drawn") for n, data in enumerate(drawn)])[:number]


def _named(data: dict[str, Any], number: int) -> dict[str, Any]:
    """The drawn school under a name that a school may bear: what is no name at all has tests of its own."""
    phase = {"all-through": "", "alternative": "", "sixth-form": "Sixth Form "}.get(data["phase"])
    kind = f"{data['phase'].capitalize()} " if phase is None else phase
    out = {**data, "school_name": f"{_PLACES[number % len(_PLACES)]} {kind}School"}
    out.pop("short_name", None)
    titles = {str(one["title"]): one for one in data["linked_policy_titles"]}
    out["linked_policy_titles"] = list(titles.values())  # a policy listed twice is a fault of its own
    return out


class Bench:
    """Clean policies, made when they are first asked for."""

    def __init__(self, profiles_of: Sequence[Profile]) -> None:
        self.profiles = profiles_of
        self.facts = facts_for(DAY, AuditOptions())
        self._made: dict[int, Clean] = {}

    def clean(self, number: int) -> Clean:
        """One of the clean policies."""
        if number not in self._made:
            profile = self.profiles[number]
            with TemporaryDirectory() as folder:
                path = Path(folder) / "policy.docx"
                path.write_bytes(generate_policy(profile, on=DAY))
                document = read(path)
            known = number % 2 == 1
            policy, told = self.audit(document, profile if known else None)
            self._made[number] = Clean(profile, known, policy, told)
        return self._made[number]

    def audit(self, document: Document, profile: Profile | None) -> tuple[Policy, tuple[Finding, ...]]:
        """What is recognised in a document, and what is told of it."""
        return audit_document(document, replace(self.facts, profile=profile))

    def draw(self, name: str, rng: random.Random, tally: Tally) -> None:
        """Put one fault of a kind into one policy and count what is told."""
        number = rng.randrange(len(self.profiles))
        clean = self.clean(number)
        draft = Draft(clean.policy, dict(clean.profile.fields), clean.known)
        injected = FAULTS[name](draft, rng)
        if injected is None:
            return
        before = {f.fingerprint for f in clean.told}
        policy, told = self.audit(draft.document(), clean.profile if clean.known else None)
        result = policy.section(injected.section)
        status = result.status if result else None
        if result and (result.must_share >= ENOUGH or status is SectionStatus.NOT_APPLICABLE):
            tally.no_fault += 1
            return
        tally.draws += 1
        new = [f for f in told if f.fingerprint not in before]
        where = f"{name} in {clean.policy.school_name[:30]} ({number}) [{injected.note}]"
        caught = not injected.codes or any(_is_it(f, injected) for f in new)
        others = [f for f in new if f.rule.code not in (*injected.codes, *injected.allowed)]
        caught = caught and bool(injected.codes or not others)  # what is no fault is caught by silence
        tally.caught += caught
        if not caught:
            tally.misses.append(f"missed: {where}: {[(f.rule.code, f.section) for f in new]}")
        tally.alone += caught and not others
        if others:
            said = "; ".join(f"{f.rule.code} {f.section} {f.key} {f.message[:70]}" for f in others)
            tally.others.append(f"told as well: {where}: {said}")


def _is_it(finding: Finding, injected: Injected) -> bool:
    """Whether a finding tells the fault: its code, and its place or its section."""
    if finding.rule.code not in injected.codes:
        return False
    if injected.section:
        return finding.section == injected.section
    named = {at.block for at in (finding.location, *finding.related)}
    return not injected.places or bool(named & set(injected.places))


def campaign(draws: int, policies: int, seed: int) -> tuple[dict[str, Tally], list[str]]:
    """So many draws over all kinds of fault in turn; the tallies, and what is told of clean policies."""
    bench = Bench(drawn_profiles(policies, seed))
    rng = random.Random(seed)
    tallies: dict[str, Tally] = {name: Tally() for name in FAULTS}
    for n in range(draws):
        name = list(FAULTS)[n % len(FAULTS)]
        bench.draw(name, rng, tallies[name])
    return tallies, list(_of_clean(bench))


def _of_clean(bench: Bench) -> Iterator[str]:
    for number, profile in enumerate(bench.profiles):
        told = Counter(f"{f.rule.code} {f.message[:80]}" for f in bench.clean(number).told)
        if told:
            yield f"clean policy {number} of {profile.fields['school_name']!s:.40}: {dict(told)}"
