"""Makes small OpenDocument files for the tests."""

from __future__ import annotations

import io
import zipfile

_NAMES = {
    "office": "office:1.0", "style": "style:1.0", "text": "text:1.0", "table": "table:1.0",
    "draw": "drawing:1.0", "fo": "xsl-fo-compatible:1.0", "svg": "svg-compatible:1.0", "meta": "meta:1.0",
    "form": "form:1.0",
}  # fmt: skip
_SPACES = " ".join(
    [f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}"' for name, space in _NAMES.items()]
    + ['xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:xlink="http://www.w3.org/1999/xlink"']
)
_HEADINGS = "".join(
    f'<style:style style:name="Heading_20_{n}" style:display-name="Heading {n}" style:family="paragraph" '
    f'style:default-outline-level="{n}"/>'
    for n in (1, 2, 3)
)


def odt_parts(
    body: str, styles: str = "", automatic: str = "", masters: str = "", meta: str = "", attributes: str = ""
) -> dict[str, str]:
    """The parts of a file. body: what stands in office:text; attributes: of office:text."""
    return {
        "content.xml": f"<office:document-content {_SPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text {attributes}>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {_SPACES}><office:styles>{_HEADINGS}{styles}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {_SPACES}><office:meta>{meta}</office:meta>"
        "</office:document-meta>",
    }


def odt_file(
    body: str, styles: str = "", automatic: str = "", masters: str = "", meta: str = "", attributes: str = ""
) -> bytes:
    """A whole .odt file."""
    return zipped(odt_parts(body, styles, automatic, masters, meta, attributes))


def zipped(parts: dict[str, str], mimetype: str = "application/vnd.oasis.opendocument.text") -> bytes:
    """Parts in a zip, the type first, as the format asks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), mimetype)
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def flat_file(body: str) -> bytes:
    """A flat .fodt file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES}>'
        f"<office:styles>{_HEADINGS}</office:styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()
