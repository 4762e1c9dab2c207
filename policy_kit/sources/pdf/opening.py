"""Opens a PDF, or says in one line why it cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.errors import UnreadableFile

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 2_000


@contextmanager
def opened(path: Path, data: bytes) -> Iterator[PdfDocument]:
    """The PDF, closed again afterwards. Raises UnreadableFile if it cannot be opened."""
    import pypdfium2 as pdfium

    start = max(data[:1024].find(b"%PDF-"), 0)
    try:
        document = pdfium.PdfDocument(data[start:] if start else data)
    except pdfium.PdfiumError as error:
        raise UnreadableFile(f"{path}: {_why(error)}") from error
    try:
        if len(document) > MAX_PAGES:
            raise UnreadableFile(
                f"{path}: has {len(document):,} pages, far more than a policy, so it was not read; save the "
                "pages of the policy as a file of its own"
            )
        if len(document) == 0:
            raise UnreadableFile(f"{path}: the PDF has no pages; save the policy as a PDF again")
        yield document
    finally:
        document.close()


def _why(error: Exception) -> str:
    from pypdfium2 import raw

    code = getattr(error, "err_code", None)
    if code == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
        return (
            "the PDF is locked with a password; open it, enter the password, and print it to a new PDF, or "
            "use the Word file it was made from"
        )
    if code == raw.FPDF_ERR_SECURITY:
        return "the PDF is locked in a way that is not known here; use the Word file it was made from"
    return (
        "the PDF is damaged or cut short (a download or sync that stopped does this); get a fresh copy, or "
        "save the Word file as a PDF again"
    )
