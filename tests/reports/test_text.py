"""The report on a screen, as a busy safeguarding lead reads it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.findings import PolicyAudit, with_fingerprints
from policy_kit.model import SectionStatus
from policy_kit.reports.text import render_text
from policy_kit.reports.text_page import columns, wrapped
from tests.reports.results import (
    bad,
    bad_audit,
    clean,
    finding,
    folder,
    middling,
    newsletter_audit,
    result_of,
)


def test_says_first_whether_it_is_fit_to_sign() -> None:
    assert "Not ready to sign: 5 things to mend first" in render_text(bad()).splitlines()[:3]
    assert "Nothing found that must be mended before signing" in render_text(clean()).splitlines()[:3]


def test_what_to_mend_comes_before_what_can_wait_and_the_sections_before_the_findings() -> None:
    told = render_text(bad())
    headings = [
        "MEND FIRST (5)", "CAN WAIT", "SECTIONS (1 NOT FOUND", "FINDINGS", "NOT CHECKED (2)",
        "ACCEPTED FOR NOW (1)", "ABOUT THIS REPORT",
    ]  # fmt: skip
    places = [told.index(f"\n{heading}") for heading in headings]
    assert places == sorted(places)


def test_a_finding_has_its_words_place_mend_and_source() -> None:
    told = " ".join(render_text(bad()).split())
    assert (
        "ERROR PK301 superseded-edition The 2020 edition of Keeping children safe in education is cited; the "
        "2026 edition is in force. It says: “Keeping children safe in education 2020” Where: 1. Aims, line 7 "
        "Also: 2. Filtering › 2.1 E-safety messages, line 15 What to do: Cite the 2026 edition, and read "
        "what changed before you do. Source: Keeping children safe in education"
    ) in told
    assert "https://guidance.example/kcsie" not in told
    assert "\n                 https://guidance.example/kcsie\n" in render_text(bad(), verbose=True)


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_screen(width: int, verbose: bool) -> None:
    for line in render_text(folder(), width=width, verbose=verbose).splitlines():
        assert columns(line) <= width or "://" in line
        assert line == line.rstrip()


def test_colour_adds_no_words() -> None:
    plain, coloured = render_text(bad()), render_text(bad(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    bare = [re.sub(r"\x1b\[[\d;]*m", "", line).rstrip() for line in coloured.splitlines()]
    assert bare == plain.splitlines()


def test_hundreds_of_faults_stay_readable_and_verbose_tells_all() -> None:
    audit = bad_audit()
    assert audit.document is not None
    place = audit.document.location(audit.document.blocks[9])
    kinds = ("PK202", "PK303", "PK501")
    many = with_fingerprints(
        finding(kinds[n % 3], f"Fault number {n}.", place, section="filtering-and-monitoring", key=str(n))
        for n in range(300)
    )
    result = result_of(replace(audit, findings=many))
    short, long = render_text(result), render_text(result, verbose=True)
    assert short.count("Fault number") == 3 * 3 + 12
    assert "and 97 more like this (PK202): use --verbose" in short
    assert "and 88 more, under Findings below" in short
    assert all(f"Fault number {n}." in long for n in range(300))


def test_quiet_is_one_line_a_file() -> None:
    assert render_text(folder(), quiet=True).splitlines() == [
        "harbour-view.docx: Nothing found that must be mended before signing",
        "policies/saltmarsh.docx: Not ready to sign: 5 things to mend first",
        "newsletter.pdf: This does not look like an online safety policy",
        "broken.docx: Could not be read",
    ]


def test_quiet_keeps_a_long_name_on_one_line() -> None:
    result = result_of(replace(bad_audit(), path="a folder with a long name/" * 6 + "policy.docx"))
    assert len(render_text(result, quiet=True).splitlines()) == 1


def test_a_newsletter_is_first_of_all_no_policy() -> None:
    lines = render_text(result_of(newsletter_audit())).splitlines()
    assert lines[2:4] == [
        "This does not look like an online safety policy",
        "  It does not call itself a policy on online safety.",
    ]


def test_of_a_newsletter_no_list_is_told_of_what_it_lacks() -> None:
    audit = newsletter_audit()
    assert audit.policy is not None
    lacking = replace(audit.policy.sections[0], status=SectionStatus.MISSING)
    audit = replace(audit, policy=replace(audit.policy, sections=(lacking, *audit.policy.sections[1:])))
    short, whole = (render_text(result_of(audit), verbose=verbose) for verbose in (False, True))
    assert "1 NOT FOUND" in short
    assert f"not found       {lacking.title}" not in short
    assert f"not found       {lacking.title}" in whole
    assert f"found           {audit.policy.sections[1].title}" in short


def test_what_was_accepted_is_told_with_its_reason_when_asked() -> None:
    assert "the trust's own wording" not in render_text(bad())
    told = " ".join(render_text(bad(), verbose=True).split())
    assert "Accepted: the trust's own wording, until 31 January 2027." in told
    assert "This bullet stands 8 times." not in render_text(bad())


def test_advice_is_not_counted_among_what_must_be_mended() -> None:
    told = " ".join(render_text(middling()).split())
    assert "What can wait: 1 to mend before the next review and 1 that would make it better." in told


def test_a_file_that_was_not_read_is_told_in_its_place() -> None:
    error = "a.docx: is locked; save a copy without a password"
    told = render_text(result_of(PolicyAudit("a.docx", error=error)))
    assert told.startswith(f"a.docx\nCould not be read\n  {error}.\n")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200), st.integers(4, 60))
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert all(columns(line) <= width or "://" in line for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
