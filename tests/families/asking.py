"""Asks the tool about one item of a bank, in a policy of an invented school."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from policy_kit.audit import AuditOptions, audit_document, facts_for
from policy_kit.findings import Finding
from policy_kit.model import Policy
from policy_kit.sections.dates import policy_dates
from policy_kit.sections.people import people
from policy_kit.standard import load_standard
from tests.build import document_from_markup
from tests.families.banks import Item, Judged
from tests.points.bank import load as load_points

DAY = date(2026, 11, 21)
_COVER = "# Online Safety Policy\n\nHarrow Lane Primary School\n"
_AIMS = "# 1. Aims\n\nHarrow Lane Primary School wants every pupil to be safe online, here and at home.\n"
_REST = "# 14. Complaints\n\nA complaint is sent to the office, which passes it on."
_PLACES = {
    "aims": "# 2. The law and our aims",
    "filtering": "# 5. Filtering and monitoring",
    "training": "# 7. Training",
    "incidents": "# 9. When something goes wrong",
    "review": "# 13. Monitoring and review",
    "roles": "# 3. Roles and responsibilities",
    "versions": "# Version history",
    "agreement": "# Appendix 1: Acceptable use agreement",
    "form": "# Appendix 4: Incident form",
}
_KINDS = {
    "approved": "a",
    "next_review": "n",
    "reviewed": "o",
    "written": "o",
    "effective": "o",
    "shared": "o",
}
_ROLES = {
    "dsl": "designated-safeguarding-lead",
    "ddsl": "deputy-designated-safeguarding-lead",
    "head": "headteacher",
    "ehead": "executive-headteacher",
    "ol": "online-safety-lead",
    "gov": "link-governor",
    "chair": "chair-of-governors",
    "it": "it-manager",
    "dpo": "data-protection-officer",
    "senco": "senco",
    "comp": "computing-lead",
    "prevent": "prevent-lead",
    "filt": "filtering-lead",
    "own": "policy-owner",
    "other": "",
}


def policy_text(say: str, at: str) -> str:
    """A policy in the tests' markup that says the words at a place, bold or not."""
    say = say.replace("**", "")
    if at == "cover":
        return "\n".join((_COVER, say, "", _AIMS, _REST))
    if at == "end":
        return "\n".join((_COVER, _AIMS, _REST, "", say))
    return "\n".join((_COVER, _AIMS, _PLACES[at], "", say, "", _REST))


def judge(item: Item) -> Judged:
    """Say what was missed of an item and what was told without cause."""
    missed, without_cause = _ASK[item.family](item.given)
    return Judged(item, tuple(missed), tuple(without_cause))


_Answer = tuple[Iterable[str], Iterable[str]]


def _apart(wanted: Iterable[str], told: Iterable[str]) -> _Answer:
    wanted, told = set(wanted), set(told)
    return sorted(wanted - told), sorted(told - wanted)


def _dates(given: dict[str, Any]) -> _Answer:
    document = document_from_markup(policy_text(given["say"], given.get("at", "cover")))
    given_dates = [d for d in policy_dates(document) if d.date]
    told = {f"{_KINDS[d.kind.value]} {d.date}" for d in given_dates if d.kind.value in _KINDS}
    aside = {f"o {d.date}" for d in given_dates if d.kind.value not in _KINDS}
    return _apart(given["dates"], told | (aside & set(given["dates"])))


def _people(given: dict[str, Any]) -> _Answer:
    told: dict[str, set[str]] = {}
    for one in people(document_from_markup(policy_text(given["say"], "roles"))):
        if one.name:
            told.setdefault(one.name, set()).add(one.role)
    missed, right = [], set()
    for line in given["people"]:
        name, _, role = line.partition(" = ")
        found = {n for n, roles in told.items() if _same_name(name, n) and _ROLES[role] in roles}
        right |= found
        if not found:
            missed.append(line)
    return missed, [f"{n} = {', '.join(sorted(r))}" for n, r in told.items() if n not in right]


def _same_name(labelled: str, told: str) -> bool:
    words = told.split()
    return told == labelled or (len(words) > 1 and " ".join(words[1:]) == labelled) or labelled.endswith(told)


def _findings(text: str) -> tuple[Policy, list[Finding]]:
    policy, findings = audit_document(document_from_markup(text), facts_for(DAY, AuditOptions()))
    return policy, list(findings)


def _told(given: dict[str, Any], at: str, codes: tuple[str, ...]) -> list[Finding]:
    _, findings = _findings(policy_text(given["say"], given.get("at", at)))
    return [f for f in findings if f.rule.code in codes]


def _quoted(given: dict[str, Any], wanted: list[str], at: str, codes: tuple[str, ...]) -> _Answer:
    """By words: each wanted one stands in what is told, and each thing told holds a wanted one."""
    found = [(f, f"{f.key} {f.quote} {f.message}".casefold()) for f in _told(given, at, codes)]
    missed = [w for w in wanted if not any(w.casefold() in text for _, text in found)]
    spare = [f.message[:90] for f, text in found if not any(w.casefold() in text for w in wanted)]
    return missed, spare


def _stale(given: dict[str, Any]) -> _Answer:
    return _quoted(given, given["stale"], "aims", ("PK301", "PK302", "PK303", "PK304"))


def _placeholders(given: dict[str, Any]) -> _Answer:
    codes = ("PK501", "PK504", "PK602") if given["blanks"] else ("PK501", "PK504")
    missed, spare = _quoted(given, given["blanks"], "roles", codes)
    return missed, [s for s in spare if given["blanks"] == [] or "blank" in s]


def _other_school(given: dict[str, Any]) -> _Answer:
    return _quoted(given, given["names"], "aims", ("PK601",))


def _duplicates(given: dict[str, Any]) -> _Answer:
    _, findings = _findings("\n".join((_COVER, _AIMS, given["say"], _REST)))
    told = [f for f in findings if f.rule.code in ("PK201", "PK202")]
    missed = [f"{given['twice'] - len(told)} pairs"] if len(told) < given["twice"] else []
    return missed, [f"{f.rule.code} {f.message[:80]}" for f in told[given["twice"] :]]


def _kind(given: dict[str, Any]) -> _Answer:
    policy, _ = _findings(given["say"] if "say" in given else _composed(given))
    if policy.is_policy == given["policy"]:
        return (), ()
    return ((f"a policy ({policy.why_not})",), ()) if given["policy"] else ((), ("a policy",))


def _composed(given: dict[str, Any]) -> str:
    """A policy of wordings from the points' bank: which of them goes by the title's length."""
    turn = len(given["title"])
    out = [f"# {given['title']}", *given["opening"]]
    titles = {s.id: s.title for s in load_standard().sections}
    by_section: dict[str, list[str]] = {}
    for item in load_points("tune"):
        if item.grants:
            by_section.setdefault(item.section, []).append(item.fragment)
    for at, (section, fragments) in enumerate(by_section.items()):
        if (at + turn) % 3 == 0:
            continue  # no school makes every section
        for number in range(2):
            heading, _, text = fragments[(turn + number * 3) % len(fragments)].partition("\n")
            own = f"## {titles[section]}" if given["headings"] else heading
            out += [own if number == 0 else "", text.strip()]
    return "\n\n".join(out)


_ASK: dict[str, Callable[[dict[str, Any]], _Answer]] = {
    "kind": _kind,
    "dates": _dates,
    "people": _people,
    "stale": _stale,
    "duplicates": _duplicates,
    "placeholders": _placeholders,
    "other-school": _other_school,
}
