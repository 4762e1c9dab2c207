"""The printed pages of three schools: how many, in which fonts, and where things stand; not their pixels.

Fonts differ from machine to machine, so bounds are wide where a font decides and exact where layout does.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from policy_kit import libreoffice
from policy_kit.audit import AuditOptions, audit_policy
from policy_kit.findings import Severity
from policy_kit.generate import generate_policy, to_pdf, with_page_numbers
from policy_kit.generate.contents import contents_paragraphs
from policy_kit.generate.package import DOCUMENT, unpack
from policy_kit.generate.pdf import pages_of
from policy_kit.generate.wordml import style_of, text_of
from policy_kit.profile import Profile, load_profile

pypdfium2 = pytest.importorskip("pypdfium2")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(libreoffice.libreoffice() is None, reason="LibreOffice is not installed"),
]

_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_SCHOOLS = ("nursery", "primary-in-a-trust", "boarding-independent")
_ON = date(2026, 11, 21)
_WIDTH, _HEIGHT, _SIDE = 595.3, 841.9, 56.7  # A4 and its margins, in points
_FOOT_LINE, _HEAD_LINE = 56.0, 800.0  # the footer is below the one, the header above the other
_SLACK = 3.0


@dataclass(frozen=True)
class Line:
    """A stretch of text on a page, its box in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Printed:
    """One school's policy as Word file and as PDF, with the lines of each page."""

    profile: Profile
    word: bytes
    pdf: bytes
    pages: tuple[tuple[Line, ...], ...]
    headings: tuple[tuple[str, int, float], ...]  # title, page from 0, height on the page
    fonts: frozenset[str]


@pytest.fixture(scope="module")
def all_printed() -> dict[str, Printed]:
    profiles = [load_profile(_EXAMPLES / school / "profile.yaml") for school in _SCHOOLS]
    policies = [generate_policy(profile, on=_ON) for profile in profiles]
    made = zip(_SCHOOLS, profiles, policies, to_pdf(policies), strict=True)
    return {school: _read(profile, policy, pdf) for school, profile, policy, pdf in made}


@pytest.fixture(params=_SCHOOLS)
def printed(request: pytest.FixtureRequest, all_printed: dict[str, Printed]) -> Printed:
    return all_printed[str(request.param)]


def _read(profile: Profile, policy: bytes, pdf: bytes) -> Printed:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = tuple(tuple(_lines(page)) for page in document)
        headings = tuple(
            (mark.get_title(), mark.get_dest().get_index(), mark.get_dest().get_view()[1][1])
            for mark in document.get_toc()
        )
        fonts = frozenset(name for page in document for name in _fonts(page))
    finally:
        document.close()
    return Printed(profile, with_page_numbers(policy, pdf), pdf, pages, headings, fonts)


def _lines(page: Any) -> Iterator[Line]:
    text = page.get_textpage()
    for index in range(text.count_rects()):
        box = text.get_rect(index)
        yield Line(text.get_text_bounded(*box).strip(), *box)


def _fonts(page: Any) -> Iterator[str]:
    raw = pypdfium2.raw
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        font = raw.FPDFTextObj_GetFont(item)
        size = raw.FPDFFont_GetBaseFontName(font, None, 0)
        name = ctypes.create_string_buffer(size)
        raw.FPDFFont_GetBaseFontName(font, name, size)
        yield name.value.decode()


def _body(lines: tuple[Line, ...]) -> list[Line]:
    return [line for line in lines if line.bottom > _FOOT_LINE and line.top < _HEAD_LINE and line.text]


def test_the_number_of_pages_is_that_of_a_policy(printed: Printed) -> None:
    assert 28 <= len(printed.pages) <= 46


def test_one_family_of_fonts_is_used(printed: Printed) -> None:
    families = {
        re.sub(r"^[A-Z]{6}\+|-?(?:Bold|Italic|Oblique|Regular|MT)+.*$", "", name) for name in printed.fonts
    }
    assert len(families - {"OpenSymbol", "Symbol"}) == 1, families


def test_all_text_stands_inside_the_margins(printed: Printed) -> None:
    for number, lines in enumerate(printed.pages, 1):
        for line in lines:
            assert line.left >= _SIDE - _SLACK, (number, line)
            assert line.right <= _WIDTH - _SIDE + _SLACK, (number, line)
            assert 20 < line.bottom < line.top < _HEIGHT - 20, (number, line)


def test_no_heading_stands_alone_at_the_foot_of_a_page(printed: Printed) -> None:
    assert len(printed.headings) > 90
    for title, page, height in printed.headings:
        below = [line for line in _body(printed.pages[page]) if line.top < height - 8]
        assert [line for line in below if line.text not in title], f"“{title}”, page {page + 1}"


def test_no_page_is_all_but_empty(printed: Printed) -> None:
    for number, lines in enumerate(printed.pages[1:], 2):
        assert len(_body(lines)) >= 3, number


def test_each_appendix_begins_a_page(printed: Printed) -> None:
    appendices = [(page, height) for title, page, height in printed.headings if title.startswith("Appendix ")]
    assert len(appendices) >= 10
    assert len({page for page, _ in appendices}) == len(appendices)
    assert all(height > _HEIGHT - 120 for _, height in appendices)


def test_every_page_but_the_cover_says_which_it_is(printed: Printed) -> None:
    total = len(printed.pages)
    assert not any("Page 1 of" in line.text for line in printed.pages[0])
    for number, lines in enumerate(printed.pages[1:], 2):
        words = " ".join(line.text for line in lines)
        assert f"Page {number} of {total}" in words
        assert "Online Safety Policy" in words
        assert str(printed.profile.fields["school_name"]) in words


def test_the_contents_in_word_say_the_pages_of_the_pdf(printed: Printed) -> None:
    root = etree.fromstring(unpack(printed.word, "policy")[DOCUMENT])
    pages = pages_of(printed.pdf)
    entries = [text_of(p) for p in contents_paragraphs(root) if style_of(p).startswith("TOC")]
    assert len(entries) >= 45
    for entry in entries:
        title, _, page = entry.rpartition("\t")
        assert pages[" ".join(title.split())] == int(page), entry


def test_the_contents_fit_on_one_page(printed: Printed) -> None:
    first = min(page for _, page, _ in printed.headings)
    assert first == 2
    assert [line.text for line in printed.pages[1] if line.text == "Contents"]


def test_the_flowchart_and_its_words_are_on_one_page(printed: Printed) -> None:
    (page,) = [page for title, page, _ in printed.headings if "(flowchart)" in title]
    words = " ".join(line.text for line in printed.pages[page])
    for text in ("Someone sees", "immediate", "Call 999", "The same steps in words"):
        assert text in words


def test_the_pdf_is_tagged_titled_and_in_english(printed: Printed) -> None:
    assert b"/MarkInfo<</Marked true>>" in printed.pdf
    assert b"/Lang(en-GB)" in printed.pdf
    assert b"/DisplayDocTitle true" in printed.pdf


def test_a_policy_with_page_numbers_audits_clean(printed: Printed, tmp_path: Path) -> None:
    path = tmp_path / "policy.docx"
    path.write_bytes(printed.word)
    (audit,) = audit_policy(path, _ON, AuditOptions(profile=printed.profile)).policies
    assert [f.message for f in audit.findings if f.severity is not Severity.ADVICE] == []
