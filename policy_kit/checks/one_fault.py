"""One fault is one finding: a point that fails because of words that another check tells is not told again.

"Three areas of risk" is told as a retired term, with what to say now; that the four are not named is the same
fault seen from the standard's side. The point stays open in the section's record and in the checklist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policy_kit.findings import Finding

# A point of the standard, and the findings (code and what their key begins with) whose mend makes it.
MENDED_BY: dict[str, tuple[tuple[str, str], ...]] = {
    "dc-named-people": (("PK602", "not named"),),  # else they are named, and nobody learns how to reach them
    "lg-kcsie-current": (("PK301", "kcsie:"),),
    "lg-rshe": (("PK301", "rshe:"),),
    "lg-data": (("PK303", "gdpr-no-uk"), ("PK302", "dpa-1998:")),
    "rc-four-cs": (("PK303", "three-cs"), ("PK303", "contract-as-c")),
    "rc-commerce": (("PK303", "three-cs"), ("PK303", "contract-as-c")),
    "sv-term": (("PK303", "peer-on-peer"),),
    "ap-numbering": (("PK702", "Appendix"), ("PK702", "Annex"), ("PK702", "Schedule")),
}


def told_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without the points (PK103) that another finding's mend makes."""
    all_of_them = tuple(findings)
    told = [(f.rule.code, f.key) for f in all_of_them]
    for finding in all_of_them:
        mends = MENDED_BY.get(finding.key, ()) if finding.rule.code == "PK103" else ()
        if not any(code == c and key.startswith(start) for c, start in mends for code, key in told):
            yield finding
