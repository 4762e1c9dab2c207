"""The file around the text: its kinds, its properties, its headers, its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_kit.model import Part
from policy_kit.sources.docx import read_docx
from tests.sources.docx.build import (
    Parts,
    files_of,
    para,
    part_xml,
    read_parts,
    relations_xml,
    styled,
    zipped,
)

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BODY = styled("Filtering", "Heading1") + para("Text.")


def _types(main: str) -> bytes:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    ).encode()


@pytest.mark.parametrize(
    ("main", "kind"),
    [
        (f"{_TYPE}.document.main+xml", "docx"),
        (f"{_TYPE}.template.main+xml", "dotx"),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "docm"),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "dotm"),
    ],
)
def test_kinds_of_word_file(main: str, kind: str) -> None:
    document = read_docx(
        Path("p.docx"), zipped({**files_of(Parts(_BODY)), "[Content_Types].xml": _types(main)})
    )
    assert document.format == kind
    assert [b.text for b in document.blocks] == ["Filtering", "Text."]
    assert ("macros" in [n.what for n in document.not_checked]) == (kind[-1] == "m")


def test_strict_file() -> None:
    files = files_of(Parts(_BODY, relations={"rId9": ("hyperlink", "https://www.example.org")}))
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    for folder in (b"wordprocessingml", b"officeDocument", b"drawingml"):
        files = {n: d.replace(usual + folder + b"/2006/", strict + folder + b"/") for n, d in files.items()}
    assert b"purl.oclc.org" in files["word/document.xml"]
    document = read_docx(Path("p.docx"), zipped(files))
    assert [(b.is_heading, b.text) for b in document.blocks] == [(True, "Filtering"), (False, "Text.")]


def test_parts_in_utf_16() -> None:
    files = files_of(Parts(_BODY))
    text = files["word/document.xml"].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    files["word/document.xml"] = text.encode("utf-16")
    assert read_docx(Path("p.docx"), zipped(files)).blocks[0].text == "Filtering"


@pytest.mark.parametrize("main", ["word/document2.xml", "document.xml", "custom/main.xml"])
def test_main_part_of_another_name(main: str) -> None:
    files = files_of(Parts(_BODY, main=main)) if "/" in main else None
    if files is None:
        inner = files_of(Parts(_BODY))
        files = {"_rels/.rels": relations_xml({"rId1": ("officeDocument", "/document.xml")}).encode()}
        files["document.xml"] = inner["word/document.xml"]
    assert read_docx(Path("p.docx"), zipped(files)).blocks[0].text == "Filtering"


def test_backslashes_and_capitals_in_names() -> None:
    files = {name.replace("/", "\\").replace("document", "Document"): data
             for name, data in files_of(Parts(_BODY)).items()}  # fmt: skip
    assert read_docx(Path("p.docx"), zipped(files)).blocks[0].text == "Filtering"


def test_a_file_without_styles_and_numbering() -> None:
    files = files_of(Parts(_BODY))
    del files["word/styles.xml"], files["word/numbering.xml"]
    assert read_docx(Path("p.docx"), zipped(files)).blocks[0].level == 1


def test_properties() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Online  Safety</dc:title><dc:creator>A. Author'
        "</dc:creator><cp:keywords/></cp:coreProperties>"
    )
    extended = '<Properties xmlns="x"><Company>Example School</Company></Properties>'
    files = files_of(Parts(_BODY))
    files["docProps/core.xml"], files["docProps/app.xml"] = core.encode(), extended.encode()
    files["_rels/.rels"] = relations_xml(
        {
            "rId1": ("officeDocument", "word/document.xml"),
            "rId2": ("metadata/core-properties", "docProps/core.xml"),
            "rId3": ("extended-properties", "docProps/app.xml"),
        }
    ).encode()
    document = read_docx(Path("p.docx"), zipped(files))
    expected = (("title", "Online Safety"), ("author", "A. Author"), ("company", "Example School"))
    assert document.properties == expected


def test_provenance_is_found_among_other_custom_parts() -> None:
    record = '{"template": "online-safety"}'
    files = {
        "customXml/item1.xml": '<a xmlns="https://other.example">{}</a>',
        "customXml/item2.xml": f'<record xmlns="https://policy-kit.example/provenance">{record}</record>',
    }
    relations = {
        "rId8": ("customXml", "../customXml/item1.xml"),
        "rId9": ("customXml", "../customXml/item2.xml"),
    }
    assert read_parts(Parts(_BODY, relations=relations, files=files)).provenance == record
    assert read_parts(_BODY).provenance == ""


_SHOWN = {"default": "On most pages.", "first": "On the first page.", "even": "On even pages."}


def _with_headers(section: str, settings: str = "") -> Parts:
    relations = {f"rId{kind}": ("header", f"{kind}.xml") for kind in _SHOWN}
    relations["rIdF"] = ("footer", "footer.xml")
    files = {f"word/{kind}.xml": part_xml("w:hdr", para(text)) for kind, text in _SHOWN.items()}
    files["word/footer.xml"] = part_xml("w:ftr", para("At the foot."))
    references = "".join(f'<w:headerReference w:type="{k}" r:id="rId{k}"/>' for k in _SHOWN)
    if settings:
        relations["rIdSettings"] = ("settings", "settings.xml")
        files["word/settings.xml"] = part_xml("w:settings", settings)
    section = f'{references}<w:footerReference w:type="default" r:id="rIdF"/>{section}'
    return Parts(_BODY, relations=relations, files=files, section=section)


@pytest.mark.parametrize(
    ("section", "settings", "shown"),
    [
        ("", "", ["default"]),
        ("<w:titlePg/>", "", ["default", "first"]),
        ("", "<w:evenAndOddHeaders/>", ["default", "even"]),
        ('<w:titlePg w:val="0"/>', '<w:evenAndOddHeaders w:val="false"/>', ["default"]),
        ("<w:titlePg/>", '<w:evenAndOddHeaders w:val="1"/>', ["default", "first", "even"]),
    ],
)
def test_headers_are_read_if_word_shows_them_and_reported_if_not(
    section: str, settings: str, shown: list[str]
) -> None:
    document = read_parts(_with_headers(section, settings))
    heads = [b.text for b in document.blocks if b.part is Part.HEADER]
    assert sorted(heads) == sorted(_SHOWN[kind] for kind in shown)
    assert document.blocks[-1].part is Part.FOOTER
    assert len(document.not_checked) == len(_SHOWN) - len(shown)


def test_the_same_header_over_several_sections_is_read_once() -> None:
    body = (
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId7"/></w:sectPr></w:pPr></w:p>'
        + _BODY
    )
    files = {f"word/header{n}.xml": part_xml("w:hdr", para("Example School")) for n in (7, 8)}
    relations = {"rId7": ("header", "header7.xml"), "rId8": ("header", "header8.xml")}
    section = '<w:headerReference w:type="default" r:id="rId8"/>'
    document = read_parts(Parts(body, relations=relations, files=files, section=section))
    assert [b.text for b in document.blocks if b.part is Part.HEADER] == ["Example School"]


_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _pages(body: str) -> list[int | None]:
    return [b.page for b in read_parts(body).blocks]


def test_pages_by_words_own_marks() -> None:
    marked = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>New page.</w:t></w:r></w:p>"
    within = "<w:p><w:r><w:t>Starts here</w:t><w:lastRenderedPageBreak/><w:t> ends there.</w:t></w:r></w:p>"
    assert _pages(para("a") + marked + within + para("b")) == [1, 2, 2, 3]
    assert _pages(para("a") + _BREAK + marked) == [1, 2]


def test_pages_by_the_breaks_the_author_set() -> None:
    before = para("c", "<w:pageBreakBefore/>")
    assert _pages(para("a") + _BREAK + para("b") + before) == [1, 2, 3]


def test_pages_by_sections() -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    assert _pages(para("a") + section + para("b")) == [1, 2]
    flowing = Parts(para("a") + section + para("b"), section='<w:type w:val="continuous"/>')
    assert [b.page for b in read_parts(flowing).blocks] == [None, None]


def test_page_is_unknown_without_marks_or_after_more_than_a_page_of_text() -> None:
    assert _pages(para("a") + para("b")) == [None, None]
    assert _pages(para("a") + _BREAK + para("word " * 600) + para("b") + _BREAK + para("c")) == [
        1,
        2,
        None,
        None,
    ]
