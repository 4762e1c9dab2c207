"""Makes layout.docx: the cover, contents list, header, footer and looks that the clauses are set in.

It is a Word file like any other: a school or trust may open it, change fonts and colours or add a logo,
and build its template from that. The one thing it must keep is the paragraph that says `[[sections]]`.
"""

from __future__ import annotations

from collections.abc import Iterable

from policy_kit.generate.fragments import (
    field,
    page_break,
    paragraph,
    run,
    tag_paragraph,
)
from policy_kit.generate.layout_styles import COVER_SCHOOL, styles_xml
from policy_kit.generate.numbering import numbering_xml
from policy_kit.generate.package import pack
from policy_kit.generate.school_look import LOGO_MARK
from policy_kit.generate.wordml import R, W

SECTIONS_MARK = "[[sections]]"
TITLE = "Online Safety Policy"
CONTENTS_FIELD = ' TOC \\o "1-1" \\h \\z \\t "Appendix Heading,2" '
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "application/vnd.openxmlformats-officedocument"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def build_layout() -> bytes:
    """Return layout.docx; the same bytes every time."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/app.xml": _APP,
        "docProps/core.xml": _CORE,
        "word/_rels/document.xml.rels": _document_relations(),
        "word/document.xml": _document(),
        "word/footer1.xml": _margin("ftr", "Footer", _FOOTER),
        "word/header1.xml": _margin("hdr", "Header", _HEADER),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": _SETTINGS,
        "word/styles.xml": styles_xml(),
    }
    return pack({name: (_XML + text).encode() for name, text in parts.items()})


_HEADER = run("{{ school_name }}") + "<w:r><w:tab/></w:r>" + run(TITLE)
_FOOTER = (
    run("{% if version %}Version {{ version }}, approved {% else %}Approved {% endif %}{{ date_approved }}")
    + "<w:r><w:tab/></w:r>"
    + run("Page ")
    + field(" PAGE ", run("1"))
    + run(" of ")
    + field(" NUMPAGES ", run("1"))
)
_PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
    '<w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134" w:header="624" w:footer="567" '
    'w:gutter="0"/><w:titlePg/></w:sectPr>'
)


def _document() -> str:
    body = [
        paragraph("CoverLogo", run(LOGO_MARK)),
        paragraph("Title", run("{{ school_name }}", COVER_SCHOOL) + "<w:r><w:br/></w:r>" + run(TITLE)),
        paragraph("Subtitle", run("Academic year {{ academic_year }}")),
        tag_paragraph("if in_trust"),
        paragraph("Subtitle", run("Part of {{ trust_name }}")),
        tag_paragraph("endif"),
        paragraph("CoverNote", run("Approved by: {{ approved_by }}, {{ date_approved }}")),
        paragraph("CoverNote", run("Next review: {{ date_next_review }}")),
        paragraph("ContentsHeading", run("Contents"), "<w:pageBreakBefore/>"),
        _contents(),
        page_break(),
        paragraph("TemplateTag", run(SECTIONS_MARK)),
        _PAGE,
    ]
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(body)}</w:body></w:document>'


def _contents() -> str:
    """The contents list: a Word field, so that Word can update it; its entries come with the sections."""
    inside = paragraph("TOC1", field(CONTENTS_FIELD, run("Contents")))
    kind = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _margin(element: str, style: str, runs: str) -> str:
    return f'<w:{element} xmlns:w="{W}" xmlns:r="{R}">{paragraph(style, runs)}</w:{element}>'


_SETTINGS = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB"/></w:settings>'
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>policy_kit</Application><Company>{{ school_name }}</Company></Properties>"
)
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ school_name }}: ' + TITLE + "</dc:title>"
    "<dc:subject>" + TITLE + "</dc:subject><dc:creator>{{ school_name }}</dc:creator>"
    "<dc:language>en-GB</dc:language></cp:coreProperties>"
)


def _content_types() -> str:
    word = {
        "document": "document.main", "footer1": "footer", "header1": "header", "numbering": "numbering",
        "settings": "settings", "styles": "styles",
    }  # fmt: skip
    kinds = {f"/word/{part}.xml": f"{_OFFICE}.wordprocessingml.{kind}+xml" for part, kind in word.items()}
    kinds["/docProps/app.xml"] = f"{_OFFICE}.extended-properties+xml"
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(links: Iterable[tuple[str, str, str]]) -> str:
    inside = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{to}"/>' for i, kind, to in links)
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def _package_relations() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relations(
        [
            ("rId1", f"{R}/officeDocument", "word/document.xml"),
            ("rId2", core, "docProps/core.xml"),
            ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
        ]
    )


def _document_relations() -> str:
    kinds = ("styles", "numbering", "settings")
    links = [(f"rId{n}", f"{R}/{kind}", f"{kind}.xml") for n, kind in enumerate(kinds, 1)]
    links += [("rIdHeader", f"{R}/header", "header1.xml"), ("rIdFooter", f"{R}/footer", "footer1.xml")]
    return _relations(links)
