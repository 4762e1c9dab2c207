"""The lines that a pupil or parent fills in on an agreement are no blanks, in a PDF either."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from policy_kit.checks.completeness import placeholders
from policy_kit.facts import Facts
from policy_kit.guidance import load_register
from policy_kit.model import BlockKind
from policy_kit.sections import recognise
from policy_kit.sources import read
from policy_kit.standard import load_standard
from tests.sources.pdf.from_case import pdf_of

DAY = date(2026, 11, 21)
GAP = "I understand that ______________ is who I can go to when something is wrong online."
LINES = [
    [72, 760, "Aims", "14b"],
    [72, 736, "This policy tells how our school keeps children safe online, at home and at school."],
    [72, 700, GAP],
    [72, 660, "Appendix A: Acceptable use agreement", "14b"],
    [72, 636, "I will tell an adult when something online worries me, and I will be kind to all."],
    [72, 610, "Name and role Signed Date", "14b"],  # a form's row of labels, its cells drawn without lines
    [72, 580, GAP],
]


def test_a_form_to_sign_ends_at_no_row_of_labels(tmp_path: Path) -> None:
    path = tmp_path / "policy.pdf"
    path.write_bytes(pdf_of({"lines": LINES}))
    document = read(path)
    assert [b.text for b in document.blocks if b.kind is BlockKind.HEADING] == [
        "Aims",
        "Appendix A: Acceptable use agreement",
    ]
    standard, register = load_standard(), load_register()
    policy = recognise(document, standard, register, DAY)
    (blank,) = placeholders.check(policy, Facts(standard, register, DAY))
    assert blank.location.heading_path == ("Aims",)
    assert blank.related == ()
