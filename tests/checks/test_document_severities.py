"""How much a fault of the document matters, and how sure it is, where that hangs on more than its code."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policy_kit.checks.completeness import empty_sections, placeholders, template_notes, unfinished
from policy_kit.checks.file import links
from policy_kit.checks.repetition import twice_told
from policy_kit.checks.structure import contents, numbering
from policy_kit.findings import Finding, Severity
from policy_kit.model import Confidence, Policy, SectionResult, SectionStatus
from tests.checks.bare_policy import bare_policy

RULES_ON_PHONES = (
    "Phones are handed in at the gate and given back when the last lesson is over. A phone that rings in a "
    "lesson is kept in the office until a parent collects it. On trips the leader carries a school phone "
    "with the numbers of every family, and children leave their own at home."
)


def only(check, policy: Policy | str) -> Finding:
    (finding,) = check.check(bare_policy(policy) if isinstance(policy, str) else policy, None)
    return finding


@pytest.mark.parametrize(
    ("headings", "text", "severity"),
    [
        (("# 4. Phones", "# 5. Phones"), RULES_ON_PHONES, Severity.ERROR),
        (("# Phones", "# Phones and watches"), RULES_ON_PHONES, Severity.WARNING),
        (("# 4. Phones", "# 5. Phones"), " ".join(RULES_ON_PHONES.split()[:28]), Severity.WARNING),
    ],
    ids=["long, identical, numbered", "without numbers", "short"],
)
def test_a_section_under_two_numbers_is_an_error_from_fifty_words(headings, text, severity):
    first, second = headings
    finding = only(twice_told, f"{first}\n{text}\n{second}\n{text}")
    assert finding.severity is severity
    assert finding.confidence is Confidence.HIGH
    assert "word for word" in finding.message


def test_a_section_told_again_with_edits_is_a_warning():
    edited = (
        RULES_ON_PHONES.replace("given back", "returned").replace("kept", "held").replace("carries", "takes")
    )
    finding = only(twice_told, f"# 4. Phones\n{RULES_ON_PHONES}\n# 5. Phones\n{edited}")
    assert finding.severity is Severity.WARNING
    assert "nearly the same text" in finding.message


def test_the_same_bullets_in_another_order_are_not_called_word_for_word():
    bullets = [f"- {part.strip()}." for part in RULES_ON_PHONES.split(". ")]
    text = "\n".join(["# 4. Phones", *bullets, "# 5. Phones", *reversed(bullets)])
    assert "hold the same text, in another order" in only(twice_told, text).message


def test_copies_are_all_named_and_placed():
    text = "\n".join(f"# {n}. Phones\n{RULES_ON_PHONES}" for n in (4, 7, 9))
    finding = only(twice_told, text)
    assert finding.message.startswith("Sections 4, 7 and 9 hold the same text")
    assert finding.location.heading_path == ("7. Phones",)
    assert [place.heading_path for place in finding.related] == [("4. Phones",), ("9. Phones",)]


def with_section(policy: Policy, status: SectionStatus, level: str) -> Policy:
    """The policy with its second heading recognised as a section of the standard."""
    heading = policy.document.blocks[2]
    section = SectionResult("reporting", "Reporting", level, status, headings=(heading,))
    return replace(policy, sections=(section,), section_of_block={heading.index: ("reporting",)})


@pytest.mark.parametrize(
    ("status", "level", "severity"),
    [
        (SectionStatus.MISSING, "statutory", Severity.ERROR),
        (SectionStatus.MISSING, "expected", Severity.WARNING),
        (SectionStatus.PRESENT, "statutory", Severity.WARNING),
    ],
)
def test_an_empty_section_that_law_wants_and_nothing_else_fills_is_an_error(status, level, severity):
    policy = bare_policy("# 1. Aims\nSafety for all.\n# 2. Reporting\n# 3. Review\nEach year.")
    assert only(empty_sections, with_section(policy, status, level)).severity is severity


def test_where_headings_show_no_rank_an_empty_one_may_name_a_group():
    text = "# Aims\nSafety for all.\n# Roles\n# Governors\nThey ask.\n# Review\nEach year."
    finding = only(empty_sections, text)
    assert (finding.severity, finding.confidence) == (Severity.ADVICE, Confidence.LOW)
    ranked = only(empty_sections, text + "\n## Dates\nIn May.")
    assert (ranked.severity, ranked.confidence) == (Severity.WARNING, Confidence.HIGH)


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("The headteacher/principal decides.", Severity.ADVICE),
        ("The governing body/governors/trustees decide.", Severity.WARNING),
    ],
)
def test_a_choice_of_three_is_no_chance(words, severity):
    assert only(template_notes, f"# Roles\n{words}").severity is severity


def test_all_places_of_one_choice_are_told_together():
    finding = only(
        template_notes, "# A\nThe headteacher/principal decides.\n# B\nAsk the Headteacher / Principal."
    )
    assert [place.heading_path for place in finding.related] == [("B",)]


def test_highlighted_words_are_advice_and_a_highlighted_gap_an_error():
    assert only(placeholders, "# A\nPhones are ==kept in pouches==.").severity is Severity.ADVICE
    assert only(placeholders, "# A\nThe governor is == == this year.").severity is Severity.ERROR


def test_a_repeated_number_is_a_warning_and_a_gap_advice():
    repeated = only(numbering, "# 1. A\nText.\n# 2. B\nText.\n# 2. C\nText.")
    gap = only(numbering, "# 1. A\nText.\n# 2. B\nText.\n# 4. C\nText.")
    assert (repeated.severity, gap.severity) == (Severity.WARNING, Severity.ADVICE)
    assert repeated.message == "The number 2 stands before 2 headings: “B” and “C”."
    assert gap.message == "There is no 3: 4 comes next after 2."


def test_the_contents_finding_names_six_and_counts_the_rest():
    titles = ["Aims", "Law", "Roles", "Phones", "Email", "Images", "Games", "Homework", "Training", "Review"]
    listed = "\n".join(
        f"[toc] {t}" for t in (*titles, "Prizes", "Uniform", "Lunch", "Sports", "Music", "Maps", "Boats")
    )
    text = "\n".join(f"# {t}\nText." for t in titles)
    message = only(contents, f"{listed}\n{text}").message
    assert "differ in 7 places" in message
    assert message.endswith("; and 1 more.")


def test_at_the_end_of_a_page_nothing_is_taken_for_cut_short():
    policy = bare_policy("# A\nThe lead keeps the records of the\nGovernors and their committees.")
    assert only(unfinished, policy).quote.endswith("of the")
    paged = tuple(replace(b, page=1 if b.index < 2 else 2) for b in policy.document.blocks)
    turned = replace(policy, document=replace(policy.document, blocks=paged))
    assert list(unfinished.check(turned, None)) == []


def test_an_address_that_a_pdf_breaks_is_no_fault():
    policy = bare_policy(
        "# Links\nwww.council.example/groups/uk-\ncouncil-for-safety\nSee www.council. org for more."
    )
    assert only(links, bare_policy("# Links\nSee www.council. org for more.")).rule.code == "PK705"
    pdf = replace(policy, document=replace(policy.document, format="pdf"))
    assert list(links.check(pdf, None)) == []
