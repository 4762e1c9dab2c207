"""The governors' checklist: each section, found or not, the words it rests on, and the question to ask.

CHECKLISTS names one function a format; each takes the result of an audit of one policy and its standard.
"""

from __future__ import annotations

from collections.abc import Callable

from policy_kit.findings import AuditResult
from policy_kit.reports.checklist_content import HOW_TO_USE, SIGNATURES, checklist_of
from policy_kit.standard import Standard

__all__ = ["CHECKLISTS", "checklist_document", "checklist_html", "checklist_pdf"]


def checklist_document(result: AuditResult, standard: Standard) -> bytes:
    """The checklist as a Word document. Raises PolicyKitError if the policy could not be read."""
    from policy_kit.reports import checklist_word

    return checklist_word.checklist_document(result, standard)


def checklist_html(result: AuditResult, standard: Standard) -> str:
    """The checklist as one web page to tick on the screen or print. Raises as checklist_document does."""
    from policy_kit.reports.pages import render_page

    return render_page(
        "checklist.html.j2",
        ("page.css", "checklist.css"),
        told=checklist_of(result, standard),
        how_to_use=HOW_TO_USE,
        signatures=SIGNATURES,
    )


def checklist_pdf(result: AuditResult, standard: Standard) -> bytes:
    """The checklist as PDF, through LibreOffice.

    Raises PolicyKitError if the policy could not be read, or LibreOffice is not installed or fails.
    """
    from policy_kit.libreoffice import word_to_pdf

    return word_to_pdf([checklist_document(result, standard)])[0]


CHECKLISTS: dict[str, Callable[[AuditResult, Standard], bytes | str]] = {
    "docx": checklist_document,
    "html": checklist_html,
    "pdf": checklist_pdf,
}
