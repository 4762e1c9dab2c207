"""Makes the PDF that a case describes."""

from __future__ import annotations

from typing import Any

from tests.sources.pdf.build import PdfPage, pdf_file


def pdf_of(case: dict[str, Any]) -> bytes:
    """The file of a case of cases.yaml."""
    pages = [PdfPage(commands=list(case.get("commands", ())), rotate=case.get("rotate", 0))]
    for line in case["lines"]:
        if isinstance(line, dict):
            pages.append(PdfPage())
            continue
        left, height, words, *size = line
        look = str(size[0]) if size else "11"
        pages[-1].write(left, height, words, float(look.rstrip("b")), "F2" if look.endswith("b") else "F1")
    pages[0].links = [tuple(link) for link in case.get("links", ())]
    pages[0].picture = tuple(case["picture"]) if "picture" in case else None
    pages[0].annotations = list(case.get("annotations", ()))
    marks = [tuple(mark) for mark in case.get("bookmarks", ())]
    return pdf_file(pages, marks, case.get("info"), case.get("attached", ()))
