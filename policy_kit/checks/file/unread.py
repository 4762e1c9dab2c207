"""Is there a part whose text could not be read: a picture of text, a scanned page?

What the tool cannot read, it cannot check. Nor can a screen reader, or the search of a website, so the
part is lost on the readers who need it most.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import HIDDEN_WORDS, Confidence, NotChecked, Policy

NOT_READ = Rule("PK706", "not-read", Severity.WARNING, "A part whose text could not be read.")
RULES: tuple[Rule, ...] = (NOT_READ,)

_READ_IT = (
    "Read this part yourself against the standard. If it holds text, type the text into the document, or "
    "scan it again with text recognition."
)
_SHOW_IT = (
    "Press the ¶ button in Word (or LibreOffice) to see these words. Delete them, or if they belong to the "
    "policy, take the tick from Font, Hidden."
)
# Told among what was not checked, but no part of the policy's text.
_NO_TEXT = ("macros", "symbol", "equation", "more of the same kind")


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield one finding for each kind of thing that could not be read, with all its places."""
    kinds: dict[str, list[NotChecked]] = {}
    for missed in policy.document.not_checked:
        if missed.what not in _NO_TEXT and not missed.what.endswith("not shown"):
            kinds.setdefault(missed.what, []).append(missed)
    for what, places in kinds.items():
        first = places[0]
        hidden = what == HIDDEN_WORDS
        sure = not first.reason.startswith("if ")
        times = f" ({len(places)} places)" if len(places) > 1 else ""
        yield Finding(
            rule=NOT_READ,
            message=f"{what[:1].upper()}{what[1:]}{times}: {first.reason.rstrip('.')}.",
            location=first.location,
            severity=NOT_READ.severity if sure and not hidden else Severity.ADVICE,
            confidence=Confidence.HIGH if sure else Confidence.LOW,
            suggestion=_SHOW_IT if hidden else _READ_IT,
            related=tuple(place.location for place in places[1:]),
            key=what,
        )
