"""The governors' checklist: a governor who has never seen the tool can read, tick and sign it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser

from policy_kit.errors import OutputFault, PolicyKitError
from policy_kit.libreoffice import libreoffice
from policy_kit.model import DateKind, Location, Person, PolicyDate
from policy_kit.reports.checklist import (
    CHECKLISTS,
    checklist_document,
    checklist_html,
    checklist_pdf,
)
from policy_kit.reports.phrases import CANNOT_CERTIFY, when
from tests.reports.results import (
    STANDARD,
    bad,
    bad_audit,
    clean,
    newsletter_audit,
    result_of,
    unreadable_audit,
)


def _document(result: object = None) -> docx.document.Document:
    return docx.Document(io.BytesIO(checklist_document(result or bad(), STANDARD)))  # type: ignore[arg-type]


def _words(document: docx.document.Document) -> str:
    """Every word of a document, tables and boxes too, in order."""
    paragraphs = document.element.body.iter(qn("w:p"))
    return " ".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in paragraphs)


@pytest.mark.parametrize("form", ["docx", "html"])
def test_both_forms_say_the_same(form: str) -> None:
    words = _words(_document()) if form == "docx" else _html_words(checklist_html(bad(), STANDARD))
    for said in (
        "Governors’ checklist: online safety policy",
        "Saltmarsh Primary School",
        "saltmarsh.docx",
        "21 November 2026",
        "Not ready to sign: 5 things to mend first.",
        "Show us the last yearly review.",
        "“The leadership team is responsible for filtering.”",
        "2. Filtering, line 9",
        "Reviews provision every year",
        "Orla Quill",
        "The school teaches no one at home.",
        "The chart on page 3: charts are not read.",
        "Safeguarding link governor",
        "version 2026.11, last checked on 20 November 2026",
        CANNOT_CERTIFY,
    ):
        assert said in words, said
    assert "complian" not in words.lower()
    assert "policies/" not in words  # a folder's name means nothing to a governor


def _html_words(page: str) -> str:
    tree = parser.document_fromstring(page)
    for quote in tree.iter("q"):
        quote.text = f"“{quote.text or ''}"
        quote.tail = f"”{quote.tail or ''}" if not len(quote) else quote.tail
        for child in quote:
            child.tail = f"{child.tail or ''}”"
    return " ".join(tree.text_content().split())


def test_each_section_has_its_answer_its_level_and_a_box_for_each_point_and_question() -> None:
    document = _document()
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == [
        "Document control: found", "Aims and scope: found", "Filtering and monitoring: thin",
        "Generative AI: not found",
    ]  # fmt: skip
    tables = [t for t in document.tables if t.rows[0].cells[0].text == "What it should say"]
    assert len(tables) == 4
    filtering = tables[2]
    rows = [[cell.text for cell in row.cells] for row in filtering.rows]
    assert [row[1] for row in rows[1:4]] == ["found", "not found", "not found"]
    assert rows[3][0] == "Says how filtering is tested (should)"
    assert [row[0] for row in rows[4:6]] == [
        "Ask: Show us the last yearly review.", "Ask: Who tested the filter, and on what device?",
    ]  # fmt: skip
    assert rows[6][0] == "Note:"
    boxes = [row._tr.xpath(".//w:sdt") for row in filtering.rows]
    assert [len(found) for found in boxes] == [0, 1, 1, 1, 1, 1, 0]
    assert all([t.text for t in box[0].iter(qn("w:t"))] == ["☐"] for box in boxes[1:6])


def test_the_document_prints_well() -> None:
    document = _document()
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    foot = section.footer.paragraphs[0]._p.xml
    assert "PAGE" in foot
    assert "NUMPAGES" in foot
    for table in document.tables:
        assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader"), "the header row is repeated"
        assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows), "no row is split"
        assert table._tbl.xpath("w:tblPr/w:tblCaption/@w:val")[0]
        widths = [int(w) for w in table._tbl.xpath("w:tblGrid/w:gridCol/@w:w")]
        assert sum(widths) / 567 <= 17.5, "the table fits between the margins"
    languages = {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    assert document.core_properties.title == "Governors’ checklist: online safety policy"
    assert document.core_properties.language == "en-GB"


def test_table_properties_stand_in_the_order_that_word_wants() -> None:
    order = ["tblStyle", "tblW", "jc", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription"]
    for table in _document().tables:
        names = [child.tag.split("}")[1] for child in table._tbl.tblPr]
        assert names == [name for name in order if name in names]


def test_the_same_audit_gives_the_same_bytes_and_every_part_is_sound() -> None:
    first, second = (checklist_document(bad(), STANDARD) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))  # noqa: S314  # our own file
        assert b"2026-11-21T00:00:00Z" in package.read("docProps/core.xml")


def test_a_clean_policy_has_nothing_not_found() -> None:
    words = _words(_document(clean()))
    assert "Nothing found that must be mended before signing." in words
    assert "Everything in the file could be read." in words
    assert "Does not apply" not in words
    assert "No person was found named." in words


def test_a_policy_without_dates_says_so() -> None:
    audit = bad_audit()
    assert audit.policy is not None
    bare = replace(audit, policy=replace(audit.policy, dates=()))
    assert "No date of the policy’s own was found." in _words(_document(result_of(bare)))


def test_what_is_no_policy_is_said_to_be_none() -> None:
    for words in (
        _words(_document(result_of(newsletter_audit()))),
        checklist_html(result_of(newsletter_audit()), STANDARD),
    ):
        assert "This does not look like an online safety policy." in words


@pytest.mark.parametrize("form", CHECKLISTS)
def test_a_file_that_could_not_be_read_has_no_checklist(form: str) -> None:
    for result in (result_of(unreadable_audit()), result_of()):
        with pytest.raises(PolicyKitError, match=r"is not a Word file|no policy to make a checklist of"):
            CHECKLISTS[form](result, STANDARD)


@settings(max_examples=8, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=30))
def test_any_words_can_stand_in_it(words: str) -> None:
    audit = bad_audit()
    assert audit.policy is not None
    policy = replace(audit.policy, title=words, school_name=words)
    result = result_of(replace(audit, path=words, policy=policy))
    checklist_document(result, STANDARD)
    checklist_html(result, STANDARD).encode("utf-8")


def test_hostile_words_stay_words_on_the_page() -> None:
    audit = bad_audit()
    assert audit.policy is not None
    policy = replace(audit.policy, school_name="<script>alert(1)</script>")
    page = checklist_html(result_of(replace(audit, policy=policy)), STANDARD)
    assert "<script>" not in page
    policy_of_page = parser.document_fromstring(page).xpath("string(//meta[@http-equiv]/@content)")
    assert "default-src 'none'" in policy_of_page


@pytest.mark.libreoffice
@pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")
def test_the_pdf_has_every_page_and_its_first_is_the_summary() -> None:
    import pypdfium2

    data = checklist_pdf(bad(), STANDARD)
    pdf = pypdfium2.PdfDocument(data)
    try:
        first = pdf[0].get_textpage().get_text_bounded()
        last = pdf[len(pdf) - 1].get_textpage().get_text_bounded()
    finally:
        pdf.close()
    assert "Not ready to sign" in first
    assert "People named" in first
    assert "Section by section" not in first
    assert re.search(r"page 1 of \d", first)
    assert "Reviewed and approved by" in last


def test_without_libreoffice_the_mend_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policy_kit.libreoffice.libreoffice", lambda: None)
    with pytest.raises(OutputFault, match=r"install it from libreoffice\.org"):
        checklist_pdf(bad(), STANDARD)


@pytest.mark.parametrize(
    ("precision", "last", "said"),
    [
        ("day", date(2026, 7, 31), "31 July 2026"),
        ("month", date(2026, 7, 31), "July 2026"),
        ("term", date(2026, 12, 31), "by 31 December 2026"),
        ("year", date(2026, 12, 31), "2026"),
        ("day", None, "left blank"),
    ],
)
def test_a_date_is_told_no_more_exactly_than_the_policy_gives_it(
    precision: str, last: date | None, said: str
) -> None:
    assert when(PolicyDate("words", DateKind.NEXT_REVIEW, last, precision, Location())) == said


def test_the_dates_stand_in_order_with_the_day_of_the_report() -> None:
    line = next(
        table for table in _document().tables if table.rows[0].cells[-1].text.startswith("This report")
    )
    cells = [cell.text.split("\n") for cell in line.rows[0].cells]
    assert cells[-2:] == [["Next review", "March 2022"], ["This report", "21 November 2026"]]
    page = checklist_html(bad(), STANDARD)
    assert '<title id="checklist-line">The policy’s dates in order of time' in page


def test_a_post_without_a_name_is_shown_as_such() -> None:
    audit = bad_audit()
    assert audit.policy is not None
    nameless = Person("", "link-governor", Location(), "Safeguarding governor")
    told = result_of(replace(audit, policy=replace(audit.policy, people=(nameless,))))
    assert "(no name given) Safeguarding governor" in _words(_document(told))
