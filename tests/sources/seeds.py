"""One whole file of each format that holds all that its cases hold: what fuzzing starts from."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.sources.docx.build import Parts, word_file
from tests.sources.docx.markup import load_cases, parts_of
from tests.sources.html import samples as html
from tests.sources.html.build import page
from tests.sources.markdown import samples as markdown
from tests.sources.odt import samples as odt
from tests.sources.odt.build import odt_file
from tests.sources.pdf import samples as pdf
from tests.sources.pdf.build import PdfPage, pdf_file
from tests.sources.text import samples as text

_ODT_PARTS = ("body", "styles", "automatic", "masters", "meta")


@cache
def seed(name: str) -> bytes:
    """The bytes of a format's file."""
    return {"docx": _docx, "odt": _odt, "pdf": _pdf, "html": _html, "markdown": _markdown, "text": _text}[
        name
    ]()


def _docx() -> bytes:
    cases = [parts_of(case) for name in ("headings", "text", "not_read") for case in load_cases(name)]
    return word_file(
        Parts(
            body="".join(one.body for one in cases),
            relations={key: value for one in cases for key, value in one.relations.items()},
            files={key: value for one in cases for key, value in one.files.items()},
        )
    )


def _joined(cases: list[dict[str, Any]], key: str) -> str:
    return "\n".join(case[key] for case in cases if key in case and "repeat" not in case)


def _odt() -> bytes:
    return odt_file(**{key: _joined(odt.CASES, key) for key in _ODT_PARTS})


def _pdf() -> bytes:
    first = PdfPage(
        annotations=["/Subtype /FreeText /Contents (Typed) /Rect [72 600 200 615]"],
        links=[(72, 690, 200, 705, "https://guidance.example/k")],
    )
    second = PdfPage(picture=(72, 200, 523, 600))
    lines = [line for case in pdf.CASES for line in case["lines"] if isinstance(line, list)]
    for number, (left, height, words, *size) in enumerate(lines):
        look = str(size[0]) if size else "11"
        font = "F2" if look.endswith("b") else "F1"
        (first if number % 2 else second).write(left, height, words, float(look.rstrip("b")), font)
    return pdf_file([first, second], [("Aims", 1, 1), ("Scope", 2, 2)], {"Title": "Policy"}, ["a.docx"])


def _html() -> bytes:
    return page(_joined([case for case in html.CASES if "<body" not in case["html"]], "html"))


def _markdown() -> bytes:
    return _joined(markdown.CASES, "text").encode()


def _text() -> bytes:
    return _joined(text.CASES, "text").encode()
