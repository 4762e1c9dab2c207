"""Files made to harm, for every reader: each costs one line, and little memory and time.

SMALL are quick to refuse; HEAVY are those that would fill the memory or the day of a reader that trusts them.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable

from policy_kit.sources import limits
from tests.sources.docx.build import Parts, files_of, para, part_xml, word_file, zipped
from tests.sources.odt.build import odt_file, odt_parts
from tests.sources.odt.build import zipped as odt_zipped
from tests.sources.pdf.build import PdfPage, pdf_file

Make = Callable[[], bytes]
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY a{n} "{(f"&a{n - 1};" if n else "&a;") * 10}">' for n in range(9)
)
_OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def _word_with(name: str, data: bytes, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    return zipped({**files_of(Parts(para("x"))), name: data}, packing)


def _document(prolog: str, text: str) -> bytes:
    return (prolog + part_xml("w:document", f"<w:body>{para(text)}</w:body>").partition("?>\n")[2]).encode()


def _odt_with(content: str) -> bytes:
    return odt_zipped({**odt_parts("<text:p>x</text:p>"), "content.xml": content})


def _pdf() -> bytes:
    page = PdfPage()
    page.write(72, 700, "Staff follow this policy")
    return pdf_file([page])


def _flipped(data: bytes) -> bytes:
    broken = bytearray(data)
    for at in range(40, len(broken), 97):
        broken[at] ^= 0x55
    return bytes(broken)


def _nested(depth: int) -> bytes:
    data = b"x"
    for _ in range(depth):
        data = zipped({"policy.docx": data})
    return data


SMALL: dict[str, Make] = {
    "empty.docx": lambda: b"",
    "web page.docx": lambda: b"\x00<html><p>x",
    "cut.docx": lambda: word_file(para("x" * 5000))[:-300],
    "flipped.docx": lambda: _flipped(word_file(para("Every pupil is safe. " * 300))),
    "entities.docx": lambda: _word_with("word/document.xml", _document(_ENTITIES + "]>", "&a8;")),
    "outside.docx": lambda: _word_with("word/document.xml", _document(_OUTSIDE, "&e;")),
    "wide.docx": lambda: _word_with(
        "word/document.xml", _document("<!DOCTYPE x []>", "x").decode().encode("utf-16")
    ),
    "comment.docx": lambda: _word_with(
        "word/document.xml", _document(f"<!--{'x' * 9000}--><!DOCTYPE x []>", "x")
    ),
    "path.docx": lambda: _word_with("../../outside.xml", b"x"),
    "parts.docx": lambda: zipped({f"p{n}": b"" for n in range(limits.MAX_PARTS + 1)}),
    "nested.docx": lambda: _nested(5),
    "deep.docx": lambda: word_file(
        "<w:tbl><w:tr><w:tc>" * 60 + para("x") + "</w:tc></w:tr></w:tbl>" * 60
    ),
    "ratio.docx": lambda: _word_with("word/document.xml", b" " * (8 * limits.MEGABYTE)),
    "cut.odt": lambda: odt_file("<text:p>x</text:p>")[:-60],
    "entities.odt": lambda: _odt_with(_ENTITIES + "]><x>&a8;</x>"),
    "outside.odt": lambda: _odt_with(_OUTSIDE + "<x>&e;</x>"),
    "deep.odt": lambda: odt_file("<text:section>" * 200 + "<text:p>x</text:p>" + "</text:section>" * 200),
    "cut.pdf": lambda: b"%PDF-1.7\n" + _pdf()[30:80],
    "deep.html": lambda: b"<html><body>" + b"<div>" * 9000 + b"x",
    "crowded.html": lambda: b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(5000)) + b">x",
    "unbroken.md": lambda: b"# x\n\n" + b"[" * 19_000,
    "zeros.txt": lambda: b"\0" * 4000,
    "unbroken.txt": lambda: b"x" * 100_000,
    "odd\u202e \u0301name\n.txt": lambda: b"a\0b",
}  # fmt: skip


def _rows() -> bytes:
    cells = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * 60
    return word_file(f"<w:tbl>{f'<w:tr>{cells}</w:tr>' * 4000}</w:tbl>")


def raw_pdf(objects: list[bytes]) -> bytes:
    """A PDF of objects as they are; the first is the root."""
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(out))
    )


_ROOT = b"<< /Type /Catalog /Pages 2 0 R >>"
_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /XObject << /X 5 0 R >> >> >>"
)


def _pdf_bomb() -> bytes:
    """A page whose commands unpack twice, to 500 MB."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * limits.MEGABYTE) for _ in range(500)) + packer.flush()
    twice = zlib.compress(once, 9)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%b\nendstream" % (
        len(twice),
        twice,
    )
    return raw_pdf([_ROOT, _PAGES, _PAGE, stream])


def _pdf_forms() -> bytes:
    """A page that draws a form that draws the next form ten times, 20 deep."""
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] "
    stream = b"/Length 60 >>\nstream\n%b\nendstream" % (b"/X Do " * 10)
    deeper = [form + b"/Resources << /XObject << /X %d 0 R >> >> " % (n + 1) + stream for n in range(5, 25)]
    last = form + b"/Length 0 >>\nstream\n\nendstream"
    return raw_pdf([_ROOT, _PAGES, _PAGE, b"<< /Length 5 >>\nstream\n/X Do\nendstream", *deeper, last])


HEAVY: dict[str, Make] = {
    "bomb.docx": lambda: _word_with("word/document.xml", b"<w:t>" + b" " * (64 * limits.MEGABYTE)),
    "table.docx": _rows,
    "bomb.odt": lambda: _odt_with(" " * (64 * limits.MEGABYTE)),
    "repeats.odt": lambda: odt_file(
        '<table:table><table:table-row table:number-rows-repeated="50">'
        '<table:table-cell table:number-columns-repeated="50">'
        * 4
        + "<text:p>x</text:p>"
        + "</table:table-cell></table:table-row></table:table>" * 4
    ),
    "bomb.pdf": _pdf_bomb,
    "forms.pdf": _pdf_forms,
    "spans.html": lambda: b"<html><body><table>" + b"<tr><td colspan=1000 rowspan=1000>x</td></tr>" * 40_000,
    "brackets.md": lambda: (b"[" * 50_000 + b"\n\n") * 10,
    "lines.txt": lambda: b"Aims\n\n" * 300_000,
}
