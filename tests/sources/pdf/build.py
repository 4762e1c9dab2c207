"""Makes small PDFs for the tests: words put at places of a page, without any layout program."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
_FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique"}


@dataclass
class PdfPage:
    """A page: drawing commands, links as (left, bottom, right, top, address), a picture as its box.

    annotations: what stands in the dictionary of each.
    """

    commands: list[str] = field(default_factory=list)
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)
    picture: tuple[float, float, float, float] | None = None
    rotate: int = 0
    annotations: list[str] = field(default_factory=list)

    def write(self, x: float, y: float, text: str, size: float = 11, font: str = "F1") -> None:
        """Put words on the page. font: F1 plain, F2 bold, F3 italic."""
        coded = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").replace("•", r"\225")
        self.commands.append(f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({coded}) Tj ET")


def pdf_file(
    pages: Sequence[PdfPage],
    bookmarks: Sequence[tuple[str, int, int]] = (),
    info: dict[str, str] | None = None,
    attached: Sequence[str] = (),
) -> bytes:
    """A whole PDF. bookmarks: (words, level from 1, page from 1), each under the last of a lesser level;
    attached: names of files that hang on it.
    """
    made = _Objects()
    fonts = " ".join(f"/{key} {made.add(_FONT.format(name=name))} 0 R" for key, name in _FONTS.items())
    tree = made.reserve()
    numbers = [_add_page(made, page, tree, fonts) for page in pages]
    kids = " ".join(f"{n} 0 R" for n in numbers)
    made.fill(tree, f"<< /Type /Pages /Kids [{kids}] /Count {len(numbers)} >>")
    outline = f"/Outlines {_outline(made, bookmarks, numbers)} 0 R" if bookmarks else ""
    names = "".join(_attached(made, name) for name in attached)
    hanging = f"/Names << /EmbeddedFiles << /Names [{names}] >> >>" if names else ""
    root = made.add(f"<< /Type /Catalog /Pages {tree} 0 R {outline} {hanging} >>")
    entries = "".join(f"/{key} ({value}) " for key, value in (info or {}).items())
    return made.file(root, made.add(f"<< {entries}>>"))


def _add_page(made: _Objects, page: PdfPage, tree: int, fonts: str) -> int:
    commands = list(page.commands)
    image = ""
    if page.picture:
        left, bottom, right, top = page.picture
        data = zlib.compress(bytes(4))
        number = made.add(
            "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray "
            f"/BitsPerComponent 8 /Filter /FlateDecode /Length {len(data)} >>",
            data,
        )
        image = f"/XObject << /Im1 {number} 0 R >>"
        commands.append(f"q {right - left} 0 0 {top - bottom} {left} {bottom} cm /Im1 Do Q")
    stream = "\n".join(commands).encode("latin-1")
    contents = made.add(f"<< /Length {len(stream)} >>", stream)
    annotations = " ".join(
        f"<< /Type /Annot /Subtype /Link /Rect [{a} {b} {c} {d}] /A << /S /URI /URI ({address}) >> >>"
        for a, b, c, d, address in page.links
    )
    annotations += "".join(f" << /Type /Annot {one} >>" for one in page.annotations)
    return made.add(
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Rotate {page.rotate} "
        f"/Contents {contents} 0 R "
        f"/Resources << /Font << {fonts} >> {image} >> /Annots [{annotations}] >>"
    )


def _attached(made: _Objects, name: str) -> str:
    stream = made.add("<< /Type /EmbeddedFile /Length 1 >>", b"x")
    file = made.add(f"<< /Type /Filespec /F ({name}) /UF ({name}) /EF << /F {stream} 0 R >> >>")
    return f"({name}) {file} 0 R "


def _outline(made: _Objects, bookmarks: Sequence[tuple[str, int, int]], pages: Sequence[int]) -> int:
    root = made.reserve()
    items = [made.reserve() for _ in bookmarks]
    parents: list[int] = []
    for at, (_, level, _page) in enumerate(bookmarks):
        above = [i for i in range(at) if bookmarks[i][1] < level]
        parents.append(above[-1] if above else -1)
    for at, (words, _, page) in enumerate(bookmarks):
        like = [i for i in range(len(bookmarks)) if parents[i] == parents[at]]
        place = like.index(at)
        parts = [f"/Title ({words})", f"/Dest [{pages[page - 1]} 0 R /Fit]"]
        parts.append(f"/Parent {items[parents[at]] if parents[at] >= 0 else root} 0 R")
        parts += [f"/Next {items[like[place + 1]]} 0 R"] if place + 1 < len(like) else []
        parts += [f"/Prev {items[like[place - 1]]} 0 R"] if place else []
        parts.append(_children([items[i] for i in range(len(bookmarks)) if parents[i] == at]))
        made.fill(items[at], f"<< {' '.join(parts)} >>")
    made.fill(root, f"<< {_children([items[i] for i, p in enumerate(parents) if p < 0])} >>")
    return root


def _children(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    return f"/First {numbers[0]} 0 R /Last {numbers[-1]} 0 R /Count {len(numbers)}"


class _Objects:
    """The numbered objects of a PDF as they are made."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def reserve(self) -> int:
        self._bodies.append(b"")
        return len(self._bodies)

    def fill(self, number: int, body: str, stream: bytes | None = None) -> None:
        coded = body.encode("latin-1")
        if stream is not None:
            coded += b"\nstream\n" + stream + b"\nendstream"
        self._bodies[number - 1] = coded

    def add(self, body: str, stream: bytes | None = None) -> int:
        number = self.reserve()
        self.fill(number, body, stream)
        return number

    def file(self, root: int, info: int) -> bytes:
        out = bytearray(b"%PDF-1.4\n")
        places = []
        for number, body in enumerate(self._bodies, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
        out += f"trailer << /Root {root} 0 R /Info {info} 0 R /Size {len(places) + 1} >>\n".encode()
        return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())
