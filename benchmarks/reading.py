"""Reading: Word files beside a bare parse and beside python-docx, PDFs beside pdfium's own text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
from lxml import etree

from benchmarks.timing import medians, show
from policy_kit.sources import read
from policy_kit.sources.pdf.reading import read_whole

_BARE = "zipfile + lxml parse of document.xml"
_PDFIUM = "pypdfium2, the text of each page"


def reading_word(path: Path, title: str) -> None:
    """A Word file with its headings, lists, tables and notes."""
    data = path.read_bytes()

    def bare() -> object:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return etree.fromstring(archive.read("word/document.xml"))

    def python_docx() -> object:
        return [(p.text, p.style.name if p.style else "") for p in docx.Document(io.BytesIO(data)).paragraphs]

    things: dict[str, Callable[[], object]] = {
        _BARE: bare,
        "read, with headings, lists and tables": lambda: read(path),
        "python-docx, text and style": python_docx,
    }
    show(f"Reading {title}, in process", medians(things, 15, settled=True), _BARE)


def reading_pdf(path: Path, title: str) -> None:
    """A PDF with its paragraphs, headings and tables."""
    data = path.read_bytes()

    def bare() -> object:
        document = pypdfium2.PdfDocument(data)
        texts = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(text.get_text_range())
            text.close()
            page.close()
        document.close()
        return texts

    things: dict[str, Callable[[], object]] = {
        _PDFIUM: bare,
        "read, with paragraphs, headings and tables": lambda: read(path),
        "the same without the process of its own": lambda: read_whole(path, data),
    }
    show(f"Reading {title}, in process", medians(things, 9, settled=True), _PDFIUM)
