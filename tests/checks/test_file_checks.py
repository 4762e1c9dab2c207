"""The checks of the file itself: marks left in it, headings made by hand, parts that could not be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policy_kit.checks.file import heading_styles, marks, unread
from policy_kit.findings import Finding, Severity
from policy_kit.model import Block, Comment, Document, Location, NotChecked
from tests.build import document_from_markup
from tests.checks.bare_policy import policy_of

TEXT = "# 1. Aims\nSafety for all.\n# 2. Roles\nEveryone helps.\n# 3. Review\nEach year."


def checked(module, document: Document) -> list[Finding]:
    return list(module.check(policy_of(document), None))


def comment(text: str, block: int = 1) -> Comment:
    return Comment("A. Author", text, Location(block=block))


@pytest.mark.parametrize(
    ("revisions", "comments", "told"),
    [
        (1, (), "1 tracked change."),
        (12, (), "12 tracked changes."),
        (0, (comment("Is this still so?"),), "1 comment."),
        (0, (comment("Ask the head."), comment("Done.", 3)), "2 comments."),
        (3, (comment("Check."),), "3 tracked changes and 1 comment."),
        (1, (comment("Check."), comment("Again.")), "1 tracked change and 2 comments."),
    ],
)
def test_marks_left_in_the_file_are_counted_in_one_finding(revisions, comments, told):
    document = replace(document_from_markup(TEXT), revisions=revisions, comments=comments)
    (finding,) = checked(marks, document)
    assert finding.message.endswith(told)
    assert finding.rule.code == "PK703"
    assert finding.quote == (comments[0].text if comments else "")
    assert len(finding.related) == max(0, len(comments) - 1)
    assert "A. Author" not in finding.message


@pytest.mark.parametrize("format_", ["docx", "odt", "pdf", "text", "markdown", "html"])
def test_a_clean_file_has_no_marks(format_):
    assert checked(marks, replace(document_from_markup(TEXT), format=format_)) == []


def by_hand(document: Document, how: tuple[str, ...]) -> Document:
    """The document with its headings known as `how` says, one after another."""
    given = iter(how)
    blocks: list[Block] = [replace(b, heading_by=next(given)) if b.is_heading else b for b in document.blocks]
    return replace(document, blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("format_", "how"),
    [
        ("docx", ("look", "look", "look")),
        ("odt", ("look", "look", "look")),
        ("doc", ("look", "look", "look")),
        ("rtf", ("look", "look", "look")),
    ],
)
def test_headings_made_by_hand_are_one_finding(format_, how):
    document = replace(by_hand(document_from_markup(TEXT), how), format=format_)
    (finding,) = checked(heading_styles, document)
    assert finding.message.startswith("3 of the 3 headings")
    assert finding.severity is Severity.ADVICE
    assert finding.quote == "1. Aims"


def test_most_headings_by_hand_are_enough():
    text = TEXT + "\n# 4. Links\nHelp."
    (finding,) = checked(
        heading_styles, by_hand(document_from_markup(text), ("style", "look", "look", "look"))
    )
    assert finding.message.startswith("3 of the 4 headings")


def test_a_long_document_without_any_heading_is_told_so():
    (finding,) = checked(heading_styles, document_from_markup("Safety comes first. " * 300))
    assert "No heading was found in 900 words" in finding.message


@pytest.mark.parametrize(
    ("format_", "how"),
    [
        ("docx", ("style", "style", "style")),
        ("docx", ("outline", "look", "style")),
        ("pdf", ("look", "look", "look")),
        ("text", ("look", "look", "look")),
        ("markdown", ("markup", "markup", "markup")),
        ("html", ("look", "look", "markup")),
    ],
)
def test_real_headings_and_formats_without_styles_pass(format_, how):
    document = replace(by_hand(document_from_markup(TEXT), how), format=format_)
    assert checked(heading_styles, document) == []


def test_a_short_notice_needs_no_headings():
    assert checked(heading_styles, document_from_markup("Phones are handed in at the gate.")) == []


@pytest.mark.parametrize(
    ("what", "reason", "severity"),
    [
        ("page-sized picture", "a picture covers most of a page", Severity.WARNING),
        ("scanned page", "the page is a picture without text", Severity.WARNING),
        ("picture", "if this picture holds words, they cannot be read", Severity.ADVICE),
        ("embedded object", "something made with another program is embedded here", Severity.WARNING),
        ("linked document", "part of the text is kept in another file", Severity.WARNING),
        ("handwriting", "what was drawn by hand cannot be read", Severity.WARNING),
        ("hidden words", "they are set as hidden", Severity.ADVICE),
    ],
)
def test_what_could_not_be_read_is_a_finding_at_its_place(what, reason, severity):
    document = replace(
        document_from_markup(TEXT),
        not_checked=(
            NotChecked(what, reason, Location(block=3)),
            NotChecked(what, reason, Location(block=5)),
        ),
    )
    (finding,) = checked(unread, document)
    assert finding.severity is severity
    assert finding.location.block == 3
    assert [place.block for place in finding.related] == [5]
    assert reason in finding.message


@pytest.mark.parametrize(
    "what",
    ["macros", "header that is not shown", "footer that is not shown", "symbol", "equation"],
)
def test_what_is_no_text_of_the_policy_is_left_to_the_report(what):
    document = replace(document_from_markup(TEXT), not_checked=(NotChecked(what, "not read"),))
    assert checked(unread, document) == []


def test_two_kinds_of_unread_parts_are_two_findings():
    missed = (NotChecked("chart", "its words are not read"), NotChecked("handwriting", "not read"))
    found = checked(unread, replace(document_from_markup(TEXT), not_checked=missed))
    assert [f.key for f in found] == ["chart", "handwriting"]
