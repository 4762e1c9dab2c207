"""Typed numbers, bullets and contents lists, told from what only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.model import Block, BlockKind
from policy_kit.sources.heading_words import is_capitals, reads_like_heading
from policy_kit.sources.outline import contents_key, mark_contents, number_depth, typed_bullet, typed_number
from tests.build import document_from_markup

_NUMBERED = {
    "7.3 Filtering": ("7.3", "Filtering", 2),
    "7.3. Filtering": ("7.3", "Filtering", 2),
    "7) Filtering": ("7", "Filtering", 1),
    "(7) Filtering": ("7", "Filtering", 1),
    "7.Filtering": ("7", "Filtering", 1),
    "1.1Staff": ("1.1", "Staff", 2),
    "7 Filtering": ("7", "Filtering", 1),
    "7.0 Use": ("7.0", "Use", 1),
    "7.3.1 - Staff": ("7.3.1", "Staff", 3),
    "3 – Roles": ("3", "Roles", 1),
    "5.1 e-Safety": ("5.1", "e-Safety", 2),
    "Appendix A: Forms": ("Appendix A", "Forms", 1),
    "APPENDIX B – Forms": ("APPENDIX B", "Forms", 1),
    "Annex 1 Responding": ("Annex 1", "Responding", 1),
    "Section 3.2: Roles": ("Section 3.2", "Roles", 2),
    "Appendix A": ("Appendix A", "", 1),
    "7.3": ("7.3", "", 2),
    "Article 3. Scope": ("Article 3", "Scope", 1),
    "Rule C – Phones": ("Rule C", "Phones", 1),
    "Chapter Two: Roles": ("Chapter Two", "Roles", 1),
    "M1. Passwords": ("M1", "Passwords", 1),
    "I. Publication": ("I", "Publication", 0),
    "K. What we do": ("K", "What we do", 0),
    "a) the first": ("a", "the first", 0),
    "(iv) the fourth": ("iv", "the fourth", 0),
}


@pytest.mark.parametrize("text", _NUMBERED)
def test_typed_number(text: str) -> None:
    number, rest, depth = _NUMBERED[text]
    assert typed_number(text) == (number, rest)
    assert number_depth(number) == depth


@pytest.mark.parametrize(
    "text",
    [
        "1 in 5 children", "13 September 2026", "13th September 2026", "9.30am start", "2026 review",
        "Section 3 of the Act", "Part of it", "01632 960123", "24/7 help", "999 Calls", "7 filtering",
        "K. Smith", "K. Smith Jones", "Rule of law", "Clause 4 applies", "Key one", "A4 paper",
        "Year 6: Pupils", "16-18 year olds", "2.5hours", "3Aims", "", "(", "i think so",
    ],
)  # fmt: skip
def test_what_is_no_typed_number(text: str) -> None:
    assert typed_number(text) == ("", text)


@given(st.text(max_size=60))
def test_number_and_rest_are_the_text(text: str) -> None:
    number, rest = typed_number(text)
    assert number in text
    assert text.strip().endswith(rest)
    assert number_depth(number) >= 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- item", (0, "item")), ("• item", (0, "item")), ("•item", (0, "item")), ("* item", (0, "item")),
        ("– item", (0, "item")), ("o item", (1, "item")), ("o\titem", (1, "item")), ("◦ item", (1, "item")),
        ("of the", None), ("-5 degrees", None), ("item", None), ("", None), ("-", None),
    ],
)  # fmt: skip
def test_typed_bullet(text: str, found: tuple[int, str] | None) -> None:
    assert typed_bullet(text) == found


def _kinds(markup: str) -> str:
    """One letter a block: c for contents, else the first of its kind."""
    return "".join(b.kind.value[0] for b in mark_contents(document_from_markup(markup).blocks))


_BODY = "# 1. Aims\ntext\n# 2. Scope\ntext\n# 3. Roles\ntext\n# 4. Review\ntext"


@pytest.mark.parametrize(
    ("listed", "kinds"),
    [
        ("Contents\n1. Aims 4\n2. Scope 5\n3. Roles 6", "cccc"),
        ("Contents\nAims\nScope\nRoles", "cccc"),
        ("# Contents\n1. Aims\n2. Scope\n3. Rolls\n4. Review", "ccccc"),
        ("Table of Contents:\n- Aims\n- Scope", "ccc"),
        ("1. Aims .... 4\n2. Scope … 5\n3. Roles _____ 5", "ccc"),
        ("1. Aims\n2. Scope\n3. Roles\n4. Review", "cccc"),
        ("Aims\nScope\nRoles\nReview", "cccc"),
        ("| Contents |\n| 1. Aims | 4 |\n| 2. Scope | 5 |\n| 3. Roles | 5 |", "cccc"),
        ("| Aims | 4 |\n| Scope | 5 |\n| Roles | 5 |", "ccc"),
        ("| Calls | 4 |\n| Letters | 5 |\n| Visits | 5 |", "ttt"),
        ("1. Aims .... 9\n2. Scope .... 5\n3. Roles .... 7", "ppp"),
        ("Contents of the box\n- pens\n- paper", "pll"),
        ("Contents", "p"),
        ("Annex 1\nAnnex 2\nAnnex 3", "ppp"),
        ("Year 7 30\nYear 8 31\nYear 9 32", "ppp"),
    ],
)
def test_contents_lists(listed: str, kinds: str) -> None:
    assert _kinds(f"{listed}\n{_BODY}") == kinds + "hphphphp"


def test_a_list_of_topics_in_the_text_is_no_contents_list() -> None:
    risks = "- Content\n- Contact\n- Conduct\n- Commerce"
    later = "## Content\nx\n## Contact\nx\n## Conduct\nx\n## Commerce\nx"
    assert _kinds(f"{_BODY}\n{risks}\n# 5. Risks\n{later}")[8:12] == "llll"


def test_a_contents_list_in_one_paragraph() -> None:
    block = Block(0, BlockKind.PARAGRAPH, "Aims 3\nScope 4\nRoles 6")
    assert mark_contents([block])[0].kind is BlockKind.CONTENTS
    address = Block(0, BlockKind.PARAGRAPH, "High Street 3\nExampleton\nPhone 4")
    assert mark_contents([address]) == (address,)


_LINES = ("Contents", "Aims", "1. Aims 3", "2. Scope … 4", "Scope", "| a | 3 |", "# Aims", "x " * 40)


@given(st.lists(st.sampled_from(_LINES)))
def test_marking_changes_kinds_alone_and_once(lines: list[str]) -> None:
    blocks = document_from_markup("\n".join(lines)).blocks
    marked = mark_contents(blocks)
    assert [(b.index, b.text) for b in marked] == [(b.index, b.text) for b in blocks]
    assert all(b.kind in (a.kind, BlockKind.CONTENTS) for a, b in zip(blocks, marked, strict=True))


def test_contents_key_is_the_same_for_a_line_and_its_heading() -> None:
    assert contents_key("7.3 Filtering and Monitoring\t12") == contents_key("7.3. FILTERING AND MONITORING")


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("Filtering and monitoring", True), ("What should pupils do?", True),
        ("Roles and responsibilities:", True), ("4.1 The leadership team will:", True),
        ("Appendix A: Forms", True), ("Appendix 1. Rules for pupils", True),
        ("Annex B. Agreements", True), ("Appendix 1. Pupils sign these rules each year.", False),
        ("iPads and phones", True), ("A child is upset. Who do I tell?", True),
        ("A child is upset. Tell the DSL", False),
        ("Online safety: roles", True), ("The four Cs", True), ("Education (pupils)", True),
        ("Pupils must never share passwords with others", False), ("All staff will:", False),
        ("Review date: May 2027", False), ("Signed", False), ("Date:", False), ("Tel: 01632 960123", False),
        ("Mrs Jo Example", False), ("Jo Example – Headteacher", False), ("May 2027", False), ("v2.1", False),
        ("Stay safe.", False), ("- item", False), ("and then", False), ("12", False), ("Contents", False),
        ("Approved by: the governing body", False), ("jo@school.example", False), ("Name ........", False),
        ("Designated Safeguarding Lead (s):", False), ("End of policy", False), ("Pupil’s name:", False),
        ("We keep every pupil safe", False), ("IMPORTANT", False), ("Table 2: Reporting routes", False),
        ("“Safety is everyone’s business”", False), ("Parent or carer signature:", False),
        ("We recognise that", True), ("We will seek to keep our boarders safe by", True),
        ("If abuse happens online", True), ("We recognise that screens tire young eyes", False),
        ("We will keep every pupil safe by locking the screens", False),
        ("Things that are not true", True), ("People who are not who they seem", True),
        ("Stories are not always as they seem", False), ("Will the police be told?", True),
        ("Designated Safeguarding Lead (DSL)", True), ("Version 6, September 2026", False),
    ],
)  # fmt: skip
def test_reads_like_heading(text: str, is_heading: bool) -> None:
    assert reads_like_heading(text) is is_heading


def test_capitals() -> None:
    assert is_capitals("FILTERING AND MONITORING")
    assert not is_capitals("DSL")
    assert not is_capitals("Filtering")
