"""Many findings of one kind are told as one with all its places, so that a poor policy can be read.

Eighty sentences cut short are one thing to do: go through the policy once. Missing sections and points, and
what names a document, a body or a school, are told one by one, since each has its own mend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policy_kit.findings import Finding
from policy_kit.quick import replace

_MOST = 10


def gathered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings in order, those of one kind joined at the first of them where there are too many."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        one_by_one = finding.section if finding.rule.code.startswith("PK1") else ""
        groups.setdefault((finding.rule.code, finding.key, one_by_one or ""), []).append(finding)
    for alike in groups.values():
        if len(alike) <= _MOST:
            yield from alike
        else:
            yield _as_one(alike)


def _as_one(alike: list[Finding]) -> Finding:
    first = min(alike, key=lambda f: f.severity.rank)
    others = [f for f in alike if f is not first]
    places = [at for f in others for at in (f.location, *f.related)]
    return replace(
        first,
        message=f"{first.message} There are {len(others)} more like it.",
        related=tuple(dict.fromkeys((*first.related, *places))),
    )
