"""The checks that look at the document alone, on a real policy of 2021 and on files that are no policies.

The files are not part of this repository; where they are absent the tests are skipped.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from policy_kit.findings import Finding, Severity
from policy_kit.sources import read
from tests.checks.bare_policy import policy_of
from tests.checks.test_document_cases import CHECKS

EXAMPLES = Path(__file__).resolve().parents[3] / "shared" / "examples"
POLICIES = (
    "litherland-moss-2021.txt",
    "litherland-moss-2021-headings.docx",
    "litherland-moss-2021-bold.docx",
)
# What a careful reader finds: code, words, a heading above it, how often that code is found in all.
FAULTS = [
    ("PK201", "7.7 Managing the Safety of our Website", "7.7 Managing"),
    ("PK202", "Maintain a professional level of conduct", "4.3 It is the responsibility"),
    ("PK202", "Rewarding positive use of technology", "5.1 Education"),
    ("PK202", "Support staff to ensure that online safety is embedded", "4.1 The leadership"),
    ("PK502", "identified via monitoring approaches we will:", "7.3.3 Appropriate"),
    ("PK502", "and the local guidance:", "11.2 Youth"),
    ("PK502", "Regularly checking files held on our network,", "7.5 Security"),
    ("PK502", "immediately through the Education", "11.3 Online abuse"),
    ("PK502", "permission from the Principal", "9.3 Learners"),
    ("PK502", "in line with the UKCIS and guidance", "11.2 Youth"),
    ("PK701", "2.2 Links with other policies", "2.2 Links"),
    ("PK702", "2.2 Links with other policies", "2.2 Links"),
    ("PK705", "www.gov.uk/government/organisations/uk-", "12. Useful"),
    ("PK705", "360 Safe Self-Review tool", "12. Useful"),
    ("PK707", "<u>schools</u>", "12. Useful"),
    ("PK707", "າຣ", ""),
]


@cache
def findings(name: str) -> tuple[Finding, ...]:
    path = EXAMPLES / name
    if not path.is_file():
        pytest.skip(f"{name} is not beside this repository")
    policy = policy_of(read(path))
    return tuple(finding for check in CHECKS for finding in check.check(policy, None))


@pytest.mark.parametrize("name", POLICIES)
@pytest.mark.parametrize(("code", "words", "heading"), FAULTS)
def test_each_known_fault_is_found_at_its_place(name, code, words, heading):
    at = [f.location.heading_path for f in findings(name) if f.rule.code == code and words in f.quote]
    assert len(at) == 1
    assert (at[0][-1] if at[0] else "").startswith(heading)


@pytest.mark.parametrize("name", POLICIES)
def test_nothing_else_is_flagged(name):
    known = {(code, words) for code, words, _ in FAULTS}
    other = [
        (f.rule.code, f.quote)
        for f in findings(name)
        if f.rule.code != "PK704" and not any(f.rule.code == c and w in f.quote for c, w in known)
    ]
    assert other == []


@pytest.mark.parametrize("name", POLICIES)
def test_the_doubled_section_is_told_as_a_person_would(name):
    (finding,) = [f for f in findings(name) if f.rule.code == "PK201"]
    assert finding.severity is Severity.ERROR
    assert finding.message.startswith("Sections 7.6 and 7.7 hold the same text, word for word")
    assert [place.heading_path[-1][:3] for place in finding.related] == ["7.6"]


@pytest.mark.parametrize("name", POLICIES)
def test_the_contents_list_is_held_against_the_headings(name):
    (finding,) = [f for f in findings(name) if f.rule.code == "PK701"]
    for words in (
        "“2.2 Links with other policies and practices” is in the text, but not in the list",
        "“Publishing Images and Videos Online” is 7.7 in the list and 7.8 in the text",
        "“11.3 Online Child Sexual Abuse and Exploitation” is headed “11.3 Online abuse",
        "“Annex 1 Responding to Online Safety Flow Chart” is in the list, but no heading",
    ):
        assert words in finding.message


def test_only_the_file_with_bold_lines_lacks_heading_styles():
    found = {name: [f for f in findings(name) if f.rule.code == "PK704"] for name in POLICIES}
    assert [name for name, some in found.items() if some] == ["litherland-moss-2021-bold.docx"]


@pytest.mark.parametrize(
    "name", ["essex-guidance-pack.txt", "liverpool-online-safety-update.txt", "posh-helpline-analysis.txt"]
)
def test_other_documents_of_the_field_raise_next_to_nothing(name):
    """They hold markup left by a converter, and one hides names behind {{name}}; nothing else is wrong.

    They are no policies: the abstract of a report may say what its chapters say.
    """
    document = EXAMPLES / name
    if not document.is_file():
        pytest.skip(f"{name} is not beside this repository")
    policy = replace(policy_of(read(document)), is_policy=False)
    found = {f.rule.code for check in CHECKS for f in check.check(policy, None)}
    assert found <= {"PK707", "PK705", *(["PK501"] if "helpline" in name else [])}
