"""Makes PDFs of policies, their contents list with page numbers, and puts those numbers into the Word file.

LibreOffice leaves a contents list as the file has it, but works out a page reference that stands outside
one: so the list is opened up first.
"""

from __future__ import annotations

from collections.abc import Sequence

from policy_kit.generate.contents import with_live_pages, with_pages
from policy_kit.libreoffice import word_to_pdf


def to_pdf(policies: Sequence[bytes]) -> tuple[bytes, ...]:
    """Return a PDF of each Word file, in order.

    Raises OutputFault if LibreOffice is not installed, fails or takes too long.
    """
    return word_to_pdf([with_live_pages(policy) for policy in policies])


def with_page_numbers(policy: bytes, printed: bytes) -> bytes:
    """Return the Word file with the page numbers of its PDF in the contents list."""
    return with_pages(policy, pages_of(printed))


def pages_of(printed: bytes) -> dict[str, int]:
    """The page of each heading of a PDF, by its number and title; of two alike, the first."""
    import pypdfium2

    document = pypdfium2.PdfDocument(printed)
    try:
        found: dict[str, int] = {}
        for mark in document.get_toc():
            place = mark.get_dest()
            index = None if place is None else place.get_index()
            if index is not None:
                found.setdefault(" ".join(mark.get_title().split()), index + 1)
    finally:
        document.close()
    return found
