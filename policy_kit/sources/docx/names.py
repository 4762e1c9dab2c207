"""The names of WordprocessingML, as lxml spells them; strict files are brought to the usual ones.

ISO/IEC 29500 has each namespace twice: transitional, which every program writes, and strict.
"""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
SYMEX = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"
PROVENANCE = "https://policy-kit.example/provenance"

VAL = W + "val"
ID = W + "id"

_STRICT = b"http://purl.oclc.org/ooxml/"
_FROM_STRICT = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"drawingml/main", b"drawingml/2006/main"),
    (b"drawingml/picture", b"drawingml/2006/picture"),
    (b"drawingml/chart", b"drawingml/2006/chart"),
    (b"drawingml/diagram", b"drawingml/2006/diagram"),
    (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
)


def from_strict(data: bytes) -> bytes:
    """The same XML with the namespaces of strict files replaced by the transitional ones."""
    if _STRICT in data:
        for strict, usual in _FROM_STRICT:
            data = data.replace(_STRICT + strict, b"http://schemas.openxmlformats.org/" + usual)
    return data


def is_on(value: str | None) -> bool:
    """Whether a switch such as <w:b/> or <w:b w:val="0"/> is on; no value means on."""
    return value not in ("0", "false", "off", "none")


def whole(value: str | None) -> int | None:
    """A whole number of an attribute, or None if it is missing or no number."""
    try:
        return int(float(value)) if value is not None and len(value) < 20 else None
    except (ValueError, OverflowError):
        return None
