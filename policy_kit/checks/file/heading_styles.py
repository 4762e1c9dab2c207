"""Are the headings headings, or only bold lines? Word makes its contents list and its navigation from styles.

People who use a screen reader move from heading to heading; a heading made by hand is to them a line like any
other, and the same goes for the web page or PDF that is made from the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.checks.placing import place
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Confidence, Policy

NO_HEADING_STYLES = Rule(
    "PK704",
    "no-heading-styles",
    Severity.ADVICE,
    "Headings made by hand, so no navigation and no screen-reader structure.",
)
RULES: tuple[Rule, ...] = (NO_HEADING_STYLES,)

_FORMATS = ("docx", "odt", "doc", "rtf")
_FEWEST = 3
_MOST = 0.7
_LONG = 800  # words, from which a document without one heading is worth a word


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield one finding if most headings of a word-processor file are made by hand, or there are none."""
    document = policy.document
    if document.format not in _FORMATS:
        return
    headings = [block for block in document.text_blocks if block.is_heading]
    by_hand = [block for block in headings if block.heading_by == "look"]
    suggestion = (
        "In Word, put the cursor in each heading and choose Heading 1, 2 or 3 from the Styles on the "
        "Home tab; "
        "change how a style looks once, not each heading."
    )
    if len(headings) >= _FEWEST and len(by_hand) >= _MOST * len(headings):
        yield place(
            policy,
            NO_HEADING_STYLES,
            by_hand[0],
            f"{len(by_hand)} of the {len(headings)} headings are ordinary lines made to look like headings.",
            suggestion,
            related=by_hand[1:],
        )
    elif not headings and document.words >= _LONG and document.text_blocks:
        yield place(
            policy,
            NO_HEADING_STYLES,
            document.text_blocks[0],
            f"No heading was found in {document.words} words.",
            suggestion,
            quote="",
            confidence=Confidence.MEDIUM,
        )
