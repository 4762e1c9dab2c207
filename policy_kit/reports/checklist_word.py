"""The governors' checklist as a Word document to print, tick, write on and sign."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from policy_kit.findings import AuditResult
from policy_kit.reports.checklist_content import (
    HOW_TO_USE,
    SIGNATURES,
    Checklist,
    PointRow,
    SectionPart,
    checklist_of,
)
from policy_kit.reports.phrases import capital
from policy_kit.reports.timeless import without_clock
from policy_kit.reports.word_tables import Cell, Row, add_table, head, plain
from policy_kit.standard import Standard

if TYPE_CHECKING:
    from docx.document import Document

_FILLS = {"missing": "9C1127", "thin": "704400", "present": "17592F", "not-applicable": "4D5966"}
_PAGE = 17.4  # centimetres between the margins of A4
_NARROWEST = 2.6  # a narrower piece of the bar could not hold its words
_MOST_ON_A_LINE = 7  # more cells would be too narrow for their words
_INK, _PASSED, _TO_COME = "1F3A5F", "E4E7EB", "DCEFE3"
_POINTS = (6.2, 1.9, 7.7, 1.6)


def checklist_document(result: AuditResult, standard: Standard) -> bytes:
    """The checklist of the first policy of a result, as .docx bytes; the same audit gives the same bytes.

    Raises PolicyKitError if the policy could not be read.
    """
    from policy_kit.reports.word_page import new_document, number_pages

    told = checklist_of(result, standard)
    document = new_document(told.title)
    number_pages(document.sections[0], " · ".join(t for t in (told.title, told.school) if t))
    _summary(document, told)
    document.add_heading("Section by section", 1)
    for section in told.sections:
        _section(document, section)
    _closing(document, told)
    out = io.BytesIO()
    document.save(out)
    return without_clock(out.getvalue(), result.on)


def _summary(document: Document, told: Checklist) -> None:
    """The first page: what this is, which file, how it stands, its dates and its people."""
    from policy_kit.reports.word_page import labelled

    document.add_paragraph(told.title, style="Title")
    about = "Which policy this is and when it was read"
    add_table(document, [head("About", "This policy"), *(plain(*f) for f in told.facts)], (3.2, 14.2), about)
    document.add_heading("How it stands", 1)
    document.add_paragraph().add_run(f"{told.verdict}.").bold = True
    for remark in told.remarks:
        document.add_paragraph(remark)
    _bar(document, told)
    for label, titles in (("Not found", told.not_found), ("Thin", told.thin)):
        if titles:
            labelled(document, f"{label} ({len(titles)})", "; ".join(titles) + ".")
    document.add_heading("How to use this checklist", 1)
    for line in HOW_TO_USE:
        document.add_paragraph(line)
    _dates_and_people(document, told)


def _bar(document: Document, told: Checklist) -> None:
    """The sections by status, as cells as wide as their share, each with its words."""
    if not told.bar:
        return
    spare = _PAGE - _NARROWEST * len(told.bar)
    widths = [_NARROWEST + spare * piece.width / 100 for piece in told.bar]
    words = [f"{piece.number} {piece.words}" for piece in told.bar]
    cells = tuple(
        Cell(text, bold=True, fill=_FILLS[piece.status], ink="FFFFFF")
        for text, piece in zip(words, told.bar, strict=True)
    )
    add_table(document, [Row(cells, head=True)], widths, f"Sections: {', '.join(words)}")
    document.add_paragraph()


def _dates_and_people(document: Document, told: Checklist) -> None:
    document.add_heading("Review dates", 1)
    _line(document, told)
    if told.dates:
        rows = [head("What", "When", "Its words"), *(plain(*date) for date in told.dates)]
        add_table(document, rows, (4.4, 4.0, 9.0), "The policy's own dates")
    else:
        document.add_paragraph("No date of the policy’s own was found.")
    document.add_heading("People named", 1)
    if told.people:
        rows = [head("Name", "As"), *(plain(*person) for person in told.people)]
        add_table(document, rows, (5.0, 12.4), "The people that the policy names")
    else:
        document.add_paragraph("No person was found named.")


def _line(document: Document, told: Checklist) -> None:
    """The dates in order of time with the day of this report among them, as one row of cells."""
    if not 1 < len(told.line.moments) <= _MOST_ON_A_LINE:
        return
    cells = tuple(
        Cell(
            f"{capital(moment.what)}\n{moment.when}",
            bold=moment.today,
            fill=_INK if moment.today else _PASSED if moment.past else _TO_COME,
            ink="FFFFFF" if moment.today else "",
        )
        for moment in told.line.moments
    )
    about = "; ".join(f"{moment.what}: {moment.when}" for moment in told.line.moments)
    widths = [_PAGE / len(cells)] * len(cells)
    add_table(document, [Row(cells, head=True)], widths, f"The dates in order: {about}")
    document.add_paragraph(
        "In order of time; grey is past, green is to come, and the dark cell is the day of this report."
    )


def _section(document: Document, section: SectionPart) -> None:
    from policy_kit.reports.word_page import labelled

    document.add_heading(f"{section.title}: {section.answer}", 2)
    labelled(document, capital(section.level), section.purpose, kept=True)
    if section.headings:
        labelled(document, "In the policy under", section.headings, kept=True)
    asked = [
        Row((Cell(f"Ask: {question}", span=3), Cell(box=True)), kept=True) for question in section.questions
    ]
    points = [_point(p, kept=p is section.points[-1] and not asked) for p in section.points]
    rows = [
        head("What it should say", "Answer", "The words it rests on", "Tick"),
        *points,
        *asked,
        Row((Cell("Note:", span=4),), height=1.4),
    ]
    about = f"{section.title}: what it should say, what was found, questions to ask, boxes to tick"
    add_table(document, rows, _POINTS, about)


def _point(point: PointRow, *, kept: bool) -> Row:
    text = point.text if point.level == "must" else f"{point.text} ({point.level})"
    words = "\n".join(t for t in (f"“{point.words}”" if point.words else "", point.where) if t)
    return Row((Cell(text), Cell(point.answer, bold=not point.found), Cell(words), Cell(box=True)), kept=kept)


def _closing(document: Document, told: Checklist) -> None:
    """What does not apply, what was not read, what the checklist rests on, and who signs."""
    from policy_kit.reports.word_page import labelled

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
    signing = [plain(role, "", "", "", height=1.1) for role in SIGNATURES]
    rows = [head("Role", "Name", "Signature", "Date"), *signing]
    add_table(document, rows, (5.4, 4.4, 4.8, 2.8), "Who signs")
    document.add_paragraph()
    labelled(document, "Next review of this policy due on", "______________________")
