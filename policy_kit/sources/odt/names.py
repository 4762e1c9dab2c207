"""The XML names of OpenDocument (OASIS Open Document Format 1.0 to 1.4)."""

from __future__ import annotations

_ROOT = "urn:oasis:names:tc:opendocument:xmlns:"

OFFICE = f"{{{_ROOT}office:1.0}}"
STYLE = f"{{{_ROOT}style:1.0}}"
TEXT = f"{{{_ROOT}text:1.0}}"
TABLE = f"{{{_ROOT}table:1.0}}"
DRAW = f"{{{_ROOT}drawing:1.0}}"
FO = f"{{{_ROOT}xsl-fo-compatible:1.0}}"
SVG = f"{{{_ROOT}svg-compatible:1.0}}"
META = f"{{{_ROOT}meta:1.0}}"
MANIFEST = f"{{{_ROOT}manifest:1.0}}"
FORM = f"{{{_ROOT}form:1.0}}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DC = "{http://purl.org/dc/elements/1.1/}"
XLINK = "{http://www.w3.org/1999/xlink}"

P, H, LIST = f"{TEXT}p", f"{TEXT}h", f"{TEXT}list"
STYLE_NAME = f"{TEXT}style-name"


def whole(text: str | None, default: int, most: int) -> int:
    """A whole number from an attribute, kept between 0 and `most`; `default` if there is none."""
    if text is None or not text.strip().isascii() or not text.strip().isdigit():
        return default
    return min(int(text.strip()[:9]), most)
