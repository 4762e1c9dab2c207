"""Word files made for the tests, from XML written here: every form that a redline may meet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KINDS = ("styles", "numbering", "footnotes", "header", "footer", "comments")
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/>'
    '<w:footerReference w:type="default" r:id="rIdfooter"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
)
STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{key}"{extra}><w:name w:val="{name}"/>{more}</w:style>'
    for kind, key, name, extra, more in (
        ("paragraph", "Normal", "Normal", ' w:default="1"', ""),
        ("paragraph", "Heading1", "heading 1", "", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("paragraph", "Heading2", "heading 2", "", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("paragraph", "Quote", "Quote", "", "<w:rPr><w:i/></w:rPr>"),
        ("character", "Strong", "Strong", "", "<w:rPr><w:b/></w:rPr>"),
    )
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)


def run(text: str, look: str = "") -> str:
    """A w:r; look: the inside of its w:rPr. A tab or line end becomes Word's own."""
    inner = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _pieces(text)
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inner}</w:r>"


def _pieces(text: str) -> list[str]:
    out: list[str] = []
    for letter in text:
        if letter in "\t\n" or not out or out[-1] in "\t\n":
            out.append(letter)
        else:
            out[-1] += letter
    return out


def paragraph(inside: str, style: str = "", properties: str = "", number: int = 0) -> str:
    """A w:p of runs; number: the list it is an item of."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    about = named + listed + properties
    return f"<w:p>{f'<w:pPr>{about}</w:pPr>' if about else ''}{inside}</w:p>"


def p(text: str, style: str = "", number: int = 0) -> str:
    """A paragraph of one run."""
    return paragraph(run(text) if text else "", style, number=number)


def field(code: str, result: str) -> str:
    """A field as Word writes it."""
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    instruction = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return f"{begin}{instruction}{middle}{run(result)}{end}"


def link(text: str, key: str) -> str:
    """A w:hyperlink; key: its relationship."""
    shown = run(text, '<w:u w:val="single"/>')
    return f'<w:hyperlink r:id="{key}">{shown}</w:hyperlink>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A w:tbl; each cell is the XML of its paragraphs, or words."""
    out = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:tcPr/>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    columns = '<w:gridCol w:w="2000"/>' * max(map(len, rows))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{out}</w:tbl>"


def control(inside: str) -> str:
    """A block content control."""
    return f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def word_file(
    *blocks: str,
    header: str = "",
    footer: str = "",
    notes: Sequence[str] = (),
    links: Sequence[str] = (),
    pictures: Sequence[bytes] = (),
    comments: str = "",
    section: str = SECTION,
) -> bytes:
    """The bytes of a Word file with these blocks in its body.

    notes: the words of footnotes 2, 3 …; links: the addresses behind rIdlink0, rIdlink1 …; pictures: the PNG
    bytes behind rIdpicture0 …
    """
    numbered = "".join(f'<w:footnote w:id="{n}">{p(words)}</w:footnote>' for n, words in enumerate(notes, 2))
    parts = {
        "styles": STYLES, "numbering": NUMBERING,
        "footnotes": f'<w:footnote w:type="separator" w:id="0">{p("")}</w:footnote>{numbered}',
        "header": header or p("Header"), "footer": footer or p("Footer"), "comments": comments,
    }  # fmt: skip
    roots = {"header": "hdr", "footer": "ftr"}
    files = {
        "word/document.xml": _part("document", f"<w:body>{''.join(blocks)}{section}</w:body>"),
        **{f"word/{name}.xml": _part(roots.get(name, name), inner) for name, inner in parts.items()},
        **{f"word/media/picture{n}.png": data for n, data in enumerate(pictures)},
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml", False)]),
        "word/_rels/document.xml.rels": _relations(
            [
                *((f"rId{kind}", kind, f"{kind}.xml", False) for kind in _KINDS),
                *((f"rIdlink{n}", "hyperlink", address, True) for n, address in enumerate(links)),
                *((f"rIdpicture{n}", "image", f"media/picture{n}.png", False) for n in range(len(pictures))),
            ]
        ),
        "[Content_Types].xml": _types(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


def _part(root: str, inner: str) -> str:
    return f'{_HEAD}<w:{root} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{root}>'


def _relations(relations: list[tuple[str, str, str, bool]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{escape(target)}" '
        f'TargetMode="{"External" if external else "Internal"}"/>'
        for key, kind, target, external in relations
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _types() -> str:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{main}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((kind, kind) for kind in _KINDS))
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
    )
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'
