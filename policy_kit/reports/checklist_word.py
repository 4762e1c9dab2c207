"""The governors' checklist as a Word document to print, tick, write on and sign."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from policy_kit.findings import AuditResult
from policy_kit.reports.checklist_content import (
    HOW_TO_USE,
    SIGNATURES,
    Checklist,
    SectionPart,
    checklist_of,
)
from policy_kit.reports.phrases import capital
from policy_kit.reports.timeless import without_clock
from policy_kit.standard import Standard

if TYPE_CHECKING:
    from docx.document import Document

_FILLS = {"missing": "9C1127", "thin": "704400", "present": "17592F", "not-applicable": "4D5966"}
_NARROWEST = 2.6  # centimetres: a narrower piece of the bar could not hold its words
_POINTS = (6.2, 1.9, 7.7, 1.6)
_NOTE_HEIGHT = 1.4


def checklist_document(result: AuditResult, standard: Standard) -> bytes:
    """The checklist of the first policy of a result, as .docx bytes; the same audit gives the same bytes.

    Raises PolicyKitError if the policy could not be read.
    """
    from policy_kit.reports.word_pieces import new_document, number_pages

    told = checklist_of(result, standard)
    document = new_document(told.title)
    number_pages(document.sections[0], " · ".join(t for t in (told.title, told.school) if t))
    _summary(document, told)
    document.add_heading("Section by section", 1).paragraph_format.page_break_before = True
    for section in told.sections:
        _section(document, section)
    _closing(document, told)
    out = io.BytesIO()
    document.save(out)
    return without_clock(out.getvalue(), result.on)


def _summary(document: Document, told: Checklist) -> None:
    """The first page: what this is, which file, how it stands, its dates and its people."""
    from policy_kit.reports.word_pieces import add_row, table

    document.add_paragraph(told.title, style="Title")
    facts = table(
        document, ("About", "This policy"), (3.2, 14.2), "Which policy this is and when it was read"
    )
    for fact in told.facts:
        add_row(facts, fact, (3.2, 14.2))
    document.add_heading("How it stands", 1)
    document.add_paragraph().add_run(f"{told.verdict}.").bold = True
    for remark in told.remarks:
        document.add_paragraph(remark)
    _bar(document, told)
    for label, titles in (("Not found", told.not_found), ("Thin", told.thin)):
        if titles:
            _list(document, label, titles)
    document.add_heading("How to use this checklist", 1)
    for line in HOW_TO_USE:
        document.add_paragraph(line)
    _dates_and_people(document, told)


def _list(document: Document, label: str, titles: tuple[str, ...]) -> None:
    from policy_kit.reports.word_pieces import labelled

    labelled(document, f"{label} ({len(titles)})", "; ".join(titles) + ".")


def _bar(document: Document, told: Checklist) -> None:
    """The sections by status, as cells as wide as their share, each with its words."""
    from docx.shared import Pt, RGBColor

    from policy_kit.reports.word_pieces import PAGE_WIDTH, shade, table

    if not told.bar:
        return
    spare = PAGE_WIDTH - _NARROWEST * len(told.bar)
    widths = [_NARROWEST + spare * piece.width / 100 for piece in told.bar]
    words = [f"{piece.number} {piece.words}" for piece in told.bar]
    about = f"Sections: {', '.join(words)}"
    bar = table(document, words, widths, about)
    for cell, piece in zip(bar.rows[0].cells, told.bar, strict=True):
        shade(cell, _FILLS[piece.status])
        run = cell.paragraphs[0].runs[0]
        run.font.color.rgb, run.font.size = RGBColor(0xFF, 0xFF, 0xFF), Pt(10)
        cell.paragraphs[0].paragraph_format.keep_with_next = False
    document.add_paragraph()


def _dates_and_people(document: Document, told: Checklist) -> None:
    from policy_kit.reports.word_pieces import add_row, table

    document.add_heading("Review dates", 1)
    if told.dates:
        dates = table(document, ("What", "When", "Its words"), (4.4, 4.0, 9.0), "The policy's own dates")
        for date in told.dates:
            add_row(dates, date, (4.4, 4.0, 9.0))
    else:
        document.add_paragraph("No date of the policy’s own was found.")
    document.add_heading("People named", 1)
    if told.people:
        people = table(document, ("Name", "As", "Where"), (5.0, 6.0, 6.4), "The people that the policy names")
        for person in told.people:
            add_row(people, person, (5.0, 6.0, 6.4))
    else:
        document.add_paragraph("No person was found named.")


def _section(document: Document, section: SectionPart) -> None:
    from docx.shared import Cm

    from policy_kit.reports.word_pieces import (
        add_row,
        join_cells,
        keep_with_next,
        labelled,
        put_box,
        table,
    )

    document.add_heading(f"{section.title}: {section.answer}", 2)
    labelled(document, capital(section.level), section.purpose)
    if section.headings:
        labelled(document, "In the policy under", section.headings)
    for paragraph in document.paragraphs[-2:]:
        paragraph.paragraph_format.keep_with_next = True
    rows = table(
        document, ("What it should say", "Answer", "The words it rests on", "Tick"), _POINTS,
        f"{section.title}: what it should say, what was found, questions to ask, boxes to tick",
    )  # fmt: skip
    for point in section.points:
        words = "\n".join(t for t in (f"“{point.words}”" if point.words else "", point.where) if t)
        text = point.text if point.level == "must" else f"{point.text} ({point.level})"
        row = add_row(rows, (text, point.answer, words, ""), _POINTS)
        row.cells[1].paragraphs[0].runs[0].bold = not point.found
        put_box(row.cells[3])
    for question in section.questions:
        row = add_row(rows, (f"Ask: {question}", "", "", ""), _POINTS)
        join_cells(row, 2)
        put_box(row.cells[3])
        keep_with_next(row)
    keep_with_next(rows.rows[-1])
    note = add_row(rows, ("Note:", "", "", ""), _POINTS)
    join_cells(note, 3)
    note.height = Cm(_NOTE_HEIGHT)


def _closing(document: Document, told: Checklist) -> None:
    """What does not apply, what was not read, what the checklist rests on, and who signs."""
    from docx.shared import Cm

    from policy_kit.reports.word_pieces import add_row, labelled, table

    if told.not_applicable:
        document.add_heading("Does not apply to this school", 1)
        for title, reason in told.not_applicable:
            labelled(document, title, reason)
    document.add_heading("Not checked", 1)
    for line in told.not_checked or ("Everything in the file could be read.",):
        document.add_paragraph(line)
    document.add_heading("About this checklist", 1)
    for line in told.basis:
        document.add_paragraph(line)
    document.add_heading("Reviewed and approved by", 1)
    widths = (5.4, 4.4, 4.8, 2.8)
    signing = table(document, ("Role", "Name", "Signature", "Date"), widths, "Who signs")
    for role in SIGNATURES:
        row = add_row(signing, (role, "", "", ""), widths)
        row.height = Cm(1.1)
    document.add_paragraph()
    labelled(document, "Next review of this policy due on", "______________________")
