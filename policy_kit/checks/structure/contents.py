"""Does the contents list say what the document holds? Entries without a section, sections without an entry.

Word renews a contents list only when asked, and a typed one not at all. After a section is pasted, moved or
renamed the list sends the reader to the wrong place, and a governor cannot tell which version they hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_kit.checks.placing import place
from policy_kit.checks.structure.contents_list import Difference, departures
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Policy

CONTENTS_DEPART = Rule(
    "PK701", "contents-depart", Severity.WARNING, "The contents list and the headings differ."
)
RULES: tuple[Rule, ...] = (CONTENTS_DEPART,)

_SHOWN = 6


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield one finding, at the first point of departure, that lists what differs."""
    result = departures(policy.document)
    if not result.differences:
        return
    first = result.differences[0]
    yield place(
        policy,
        CONTENTS_DEPART,
        first.block,
        f"The contents list and the headings differ "
        f"in {_counted(result.differences)}: {_told(result.differences)}",
        "First put the headings and their numbers right. Then renew the list: in Word, right-click it, "
        "choose "
        "“Update field” and “Update entire table”; a typed list has to be typed again.",
        confidence=result.confidence,
        related=[block for d in result.differences for block in (d.block, *d.related)],
    )


def _counted(differences: Sequence[Difference]) -> str:
    return "1 place" if len(differences) == 1 else f"{len(differences)} places"


def _told(differences: Sequence[Difference]) -> str:
    shown = "; ".join(d.message for d in differences[:_SHOWN])
    more = len(differences) - _SHOWN
    return f"{shown}; and {more} more." if more > 0 else f"{shown}."
