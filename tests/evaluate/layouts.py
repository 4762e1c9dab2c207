"""Builds a corpus policy in the layout its labels name, by the readers' own builders."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from tests.evaluate.markup import Piece, Words, html_of, pieces_of, plain
from tests.sources.docx.build import STYLES, Parts, word_file
from tests.sources.html.build import page
from tests.sources.odt.build import odt_file
from tests.sources.pdf.build import PdfPage, pdf_file

_DEEPER = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/>'
    f'<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    for n in (3, 4, 5, 6)
)
_QUOTE = {'"': "&quot;"}


def built(text: str, layout: str) -> tuple[str, bytes]:
    """The name and bytes of the file. Raises KeyError for a layout that there is not."""
    ending, build = LAYOUTS[layout]
    return f"policy.{ending}", build(text)


def _word(text: str, heading: Callable[[Piece, str], str]) -> bytes:
    relations: dict[str, tuple[str, str]] = {}

    def runs(words: Sequence[Words]) -> str:
        return "".join(_run(w, relations) for w in words)

    body = []
    for piece in pieces_of(text):
        inner = runs(piece.words)
        if piece.kind == "heading":
            body.append(heading(piece, inner))
        elif piece.kind == "item":
            number = 2 if piece.ordered else 1
            body.append(
                '<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr>'
                f'<w:ilvl w:val="{min(piece.level, 1)}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
                f"{inner}</w:p>"
            )
        elif piece.kind == "table":
            rows = "".join(
                "<w:tr>" + "".join(f"<w:tc><w:p>{runs(cell)}</w:p></w:tc>" for cell in row) + "</w:tr>"
                for row in piece.rows
            )
            style = '<w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>'
            body.append(f"<w:tbl>{style}{rows}</w:tbl><w:p/>")
        else:
            body.append(f"<w:p>{inner}</w:p>")
    return word_file(Parts("".join(body), styles=STYLES + _DEEPER, relations=relations))


def _run(words: Words, relations: dict[str, tuple[str, str]]) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if words.bold else ""
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(words.text)}</w:t></w:r>'
    if not words.address:
        return run
    name = f"rIdL{len(relations)}"
    relations[name] = ("hyperlink", escape(words.address, _QUOTE))
    return f'<w:hyperlink r:id="{name}">{run}</w:hyperlink>'


def _styled(piece: Piece, inner: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Heading{piece.level}"/></w:pPr>{inner}</w:p>'


_SIZES = {1: 32, 2: 26, 3: 24}  # in half points, as Word has them


def _by_hand(piece: Piece, inner: str) -> str:
    look = f'<w:rPr><w:b/><w:sz w:val="{_SIZES.get(piece.level, 22)}"/></w:rPr>'
    return f'<w:p><w:r>{look}<w:t xml:space="preserve">{escape(piece.text)}</w:t></w:r></w:p>'


def _odt(text: str) -> bytes:
    body = []
    for piece in pieces_of(text):
        inner = _odt_words(piece.words)
        if piece.kind == "heading":
            body.append(
                f'<text:h text:style-name="Heading_20_{min(piece.level, 3)}" '
                f'text:outline-level="{piece.level}">{inner}</text:h>'
            )
        elif piece.kind == "item":
            item = f"<text:p>{inner}</text:p>"
            for _ in range(piece.level + 1):
                item = f"<text:list><text:list-item>{item}</text:list-item></text:list>"
            body.append(item)
        elif piece.kind == "table":
            body.append(f"<table:table>{''.join(map(_odt_row, piece.rows))}</table:table>")
        else:
            body.append(f"<text:p>{inner}</text:p>")
    return odt_file("".join(body), automatic=_BOLD)


_BOLD = (
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>"
)


def _odt_row(row: Sequence[Sequence[Words]]) -> str:
    cells = "".join(f"<table:table-cell><text:p>{_odt_words(c)}</text:p></table:table-cell>" for c in row)
    return f"<table:table-row>{cells}</table:table-row>"


def _odt_words(words: Sequence[Words]) -> str:
    return "".join(map(_odt_run, words))


def _odt_run(words: Words) -> str:
    inner = escape(words.text)
    if words.address:
        inner = f'<text:a xlink:href="{escape(words.address, _QUOTE)}">{inner}</text:a>'
    return f'<text:span text:style-name="B">{inner}</text:span>' if words.bold else inner


_TOP, _BOTTOM, _LEFT, _LINE = 780, 60, 60, 14
_CHARACTERS = 84  # of a line in eleven point on this page


class _Pages:
    """Lines written down the page, a new page when one is full."""

    def __init__(self) -> None:
        self.pages = [PdfPage()]
        self.y = _TOP

    def lines(self, columns: Sequence[tuple[int, list[str]]], size: float = 11, font: str = "F1") -> None:
        """Write columns of lines beside one another. columns: how far in, and the lines."""
        for number in range(max((len(lines) for _, lines in columns), default=0)):
            if self.y < _BOTTOM:
                self.pages.append(PdfPage())
                self.y = _TOP
            for indent, lines in columns:
                if number < len(lines):
                    self.pages[-1].write(_LEFT + indent, self.y, lines[number], size, font)
            self.y -= _LINE


def _pdf(text: str) -> bytes:
    out = _Pages()
    for piece in pieces_of(_latin(text)):
        out.y -= 8 if piece.kind != "item" else 0
        if piece.kind == "heading":
            size = {1: 18, 2: 15}.get(piece.level, 12.5)
            out.lines([(0, textwrap.wrap(piece.text, int(_CHARACTERS * 10 / size)))], size, "F2")
        elif piece.kind == "item":
            indent = 14 * (piece.level + 1)
            lines = textwrap.wrap(piece.text, _CHARACTERS - 6 - 3 * piece.level)
            out.lines([(indent - 10, ["•"]), (indent, lines)])
        elif piece.kind == "table":
            width = max(len(row) for row in piece.rows)
            for row in piece.rows:
                wrapped = [textwrap.wrap(plain(cell), _CHARACTERS // width - 4) for cell in row]
                out.lines([(480 // width * at, lines) for at, lines in enumerate(wrapped)])
                out.y -= 6
        else:
            out.lines([(0, textwrap.wrap(piece.text, _CHARACTERS))])
    return pdf_file(out.pages)


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "☐": "[ ]"})


def _latin(text: str) -> str:
    return text.translate(_PLAIN).encode("latin-1", "replace").decode("latin-1")


def _text(text: str) -> bytes:
    out = []
    before = ""
    for piece in pieces_of(text):
        if piece.kind == "table":
            shown = "\n".join("\t".join(plain(cell) for cell in row) for row in piece.rows)
        else:
            shown = ("    " * piece.level + "- " if piece.kind == "item" else "") + piece.text
        out.append(("\n" if piece.kind == before == "item" else "\n\n" if out else "") + shown)
        before = piece.kind
    return "".join(out).encode()


LAYOUTS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "word-styles": ("docx", lambda text: _word(text, _styled)),
    "word-bold": ("docx", lambda text: _word(text, _by_hand)),
    "odt": ("odt", _odt),
    "pdf": ("pdf", _pdf),
    "html": ("html", lambda text: page(html_of(text))),
    "text": ("txt", _text),
    "markdown": ("md", lambda text: text.encode()),
}
"""Each layout: the ending of its files, and what makes one of a Markdown text."""
