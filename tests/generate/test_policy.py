"""The finished policy: the same bytes each time, a right contents list, sound Word, and its provenance."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from policy_kit.generate import generate_policy
from policy_kit.generate.build import build_template
from policy_kit.generate.contents import with_pages
from policy_kit.generate.layout import build_layout
from policy_kit.generate.package import DOCUMENT, pack, unpack
from policy_kit.generate.policy import Order, make_policy
from policy_kit.generate.provenance import NAMESPACE
from policy_kit.generate.templates import template_version
from policy_kit.generate.wordml import NAMESPACES, P, W, style_of, text_of, w
from policy_kit.profile import load_profile
from tests.generate.making import CLAUSES, STANDARD, order

_ORDER_OF_PARAGRAPH_PROPERTIES = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "numPr",
    "pBdr",
    "shd",
    "tabs",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
)


@pytest.fixture(scope="module")
def template() -> bytes:
    return build_template(CLAUSES, build_layout())


@pytest.fixture(scope="module")
def policy(template: bytes) -> bytes:
    return make_policy(template, "template.docx", order())


def _root(policy: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(unpack(policy, "policy")[part])


def test_same_inputs_same_bytes(template: bytes, policy: bytes) -> None:
    assert make_policy(template, "template.docx", order()) == policy
    again = Order.from_json(json.loads(json.dumps(order().as_json())))
    assert make_policy(template, "template.docx", again) == policy
    assert make_policy(template, "template.docx", order(date(2026, 11, 22))) != policy


def test_no_clock_is_in_the_file(policy: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(policy)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = _root(policy, "docProps/core.xml")
    days = [element.text for element in core if etree.QName(element).localname in ("created", "modified")]
    assert days == ["2026-11-21T00:00:00Z"] * 2


def test_properties_name_the_school_and_no_one_else(policy: bytes) -> None:
    said = {etree.QName(e).localname: e.text for e in _root(policy, "docProps/core.xml")}
    assert said["title"] == "St Peter & St Paul’s Primary School: Online Safety Policy"
    assert said["creator"] == said["lastModifiedBy"] == "St Peter & St Paul’s Primary School"
    assert said["language"] == "en-GB"
    assert said["revision"] == "1"


def test_contents_are_right_on_opening(policy: bytes) -> None:
    root = _root(policy)
    entries = [text_of(p).strip() for p in root.iter(P) if style_of(p).startswith("TOC")]
    assert entries == [
        "1\tDocument control",
        "2\tAims and scope",
        "3\tFiltering and monitoring",
        "4\tOfficial social media accounts",
        "5\tAppendices",
        "Appendix A: Agreement for our youngest pupils",
        "Appendix B: Agreement for staff",
    ]
    marks = {mark.get(w("name")) for mark in root.iter(w("bookmarkStart"))}
    links = [p.find("w:hyperlink", NAMESPACES) for p in root.iter(P) if style_of(p).startswith("TOC")]
    assert all(link is not None and link.get(w("anchor")) in marks for link in links)


def test_page_numbers_are_put_in_where_they_are_known(policy: bytes) -> None:
    root = _root(with_pages(policy, {"1 Document control": 3, "Appendix B: Agreement for staff": 12}))
    entries = [text_of(p) for p in root.iter(P) if style_of(p).startswith("TOC")]
    assert entries[0] == "1\tDocument control\t3"
    assert entries[1] == "2\tAims and scope\t"
    assert entries[-1] == "Appendix B: Agreement for staff\t12"
    kinds = [mark.get(w("fldCharType")) for mark in root.iter(w("fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_contents_are_one_field_that_word_can_update(policy: bytes) -> None:
    depth, fields = 0, []
    for node in _root(policy).iter(w("fldChar"), w("instrText")):
        kind = node.get(w("fldCharType"))
        depth += (kind == "begin") - (kind == "end")
        if node.tag == w("instrText"):
            fields.append((depth, (node.text or "").split()[0]))
    assert depth == 0
    assert fields[0] == (1, "TOC")
    assert fields[1:8] == [(2, "PAGEREF")] * 7


def test_contents_follow_what_the_school_has(template: bytes) -> None:
    bare = make_policy(template, "t", order(social_accounts=[], key_stages=["KS2"], has_eyfs=False))
    entries = [text_of(p).strip() for p in _root(bare).iter(P) if style_of(p).startswith("TOC")]
    assert entries[3:] == ["4\tAppendices", "Appendix A: Agreement for staff"]


def test_the_policy_says_who_and_when(policy: bytes) -> None:
    text = "\n".join(text_of(p) for p in _root(policy).iter(P))
    for words in (
        "Academic year 2026 to 2027",
        "Part of Beacon Tides Trust",
        "Full governing board, 8 October 2026",
        "Next review: 1 September 2027",
        "the agreement in Appendix B",
        "the policies in section 3",
    ):
        assert words in text
    margins = "".join(
        str(t) for part in ("header1", "footer1") for t in _root(policy, f"word/{part}.xml").itertext()
    )
    assert "St Peter & St Paul’s Primary SchoolOnline Safety Policy" in margins
    assert "Version 2026.1, approved 8 October 2026" in margins


def test_a_school_without_a_trust_or_version_has_no_hole(template: bytes) -> None:
    policy = make_policy(template, "t", order(trust_name=None, version=None))
    assert "Part of" not in "".join(str(t) for t in _root(policy).itertext())
    footer = "".join(str(t) for t in _root(policy, "word/footer1.xml").itertext())
    assert footer.startswith("Approved 8 October 2026")


def test_no_tag_is_left_in_any_part(policy: bytes) -> None:
    for name, content in unpack(policy, "p").items():
        assert not re.search(rb"\{\{|\{%|\{#|\[\[", content), name


def test_provenance_holds_all_that_a_renewal_needs(template: bytes, policy: bytes) -> None:
    parts = unpack(policy, "p")
    root = etree.fromstring(parts["customXml/item1.xml"])
    assert root.tag == f"{{{NAMESPACE}}}provenance"
    record = json.loads(root.text or "")
    assert record["template"] == {"id": "sample", "version": template_version(template)}
    assert record["standard"] == {"id": STANDARD[0], "version": STANDARD[1]}
    assert record["on"] == "2026-11-21"
    assert record["profile"]["dsl"] == {"name": "Mr Owen Pryce", "contact": "ext 210"}
    assert record["profile"]["date_approved"] == "2026-10-08"
    blocks = [(b["section"], b["kind"], b["text"]) for b in record["blocks"]]
    assert ("aims-and-scope", "heading", "Aims and scope") in blocks
    assert ("aims-and-scope", "list-item", "the policies in section 3") in blocks
    assert (
        "document-control",
        "table-row",
        "Designated safeguarding lead (DSL) | Mr Owen Pryce (ext 210)",
    ) in blocks
    assert not any(text.startswith("1\tDocument") for _, _, text in blocks)


def test_the_provenance_part_is_tied_in(policy: bytes) -> None:
    parts = unpack(policy, "p")
    assert b'Target="../customXml/item1.xml"' in parts["word/_rels/document.xml.rels"]
    assert b'Target="itemProps1.xml"' in parts["customXml/_rels/item1.xml.rels"]
    assert b'PartName="/customXml/itemProps1.xml"' in parts["[Content_Types].xml"]
    assert NAMESPACE.encode() in parts["customXml/itemProps1.xml"]


def test_a_policy_used_as_a_template_keeps_one_record(policy: bytes) -> None:
    parts = unpack(policy, "p")
    parts[DOCUMENT] = parts[DOCUMENT].replace(
        b"<w:body>", b"<w:body><w:p><w:r><w:t>{{ school }}</w:t></w:r></w:p>"
    )
    again = unpack(make_policy(pack(parts), "old.docx", order(date(2027, 9, 1))), "p")
    records = [name for name in again if re.fullmatch(r"customXml/item\d+\.xml", name)]
    assert records == ["customXml/item1.xml"]
    assert b"2027-09-01" in again[records[0]]


def test_every_part_is_declared_and_every_relationship_leads_somewhere(policy: bytes) -> None:
    parts = unpack(policy, "p")
    types = etree.fromstring(parts["[Content_Types].xml"])
    declared = {e.get("PartName", "").lstrip("/") for e in types if e.get("PartName")}
    assert declared <= set(parts)
    for name in parts:
        if name.endswith(".rels"):
            base = Path(name).parent.parent
            for link in etree.fromstring(parts[name]):
                if link.get("TargetMode") != "External":
                    target = (Path("/") / base / link.get("Target", "")).as_posix()
                    assert str(Path(target).resolve()).lstrip("/") in parts, target


def test_paragraph_properties_stand_in_the_order_word_wants(template: bytes, policy: bytes) -> None:
    for file in (template, policy):
        for part in ("word/document.xml", "word/styles.xml"):
            for properties in _root(file, part).iter(w("pPr")):
                names = [etree.QName(child).localname for child in properties]
                places = [_ORDER_OF_PARAGRAPH_PROPERTIES.index(name) for name in names]
                assert places == sorted(set(places)), names


def test_every_style_used_is_there_and_ids_are_given_once(policy: bytes) -> None:
    styles = {s.get(w("styleId")) for s in _root(policy, "word/styles.xml").iter(w("style"))}
    root = _root(policy)
    used = {e.get(w("val")) for e in root.iter(w("pStyle"), w("rStyle"), w("tblStyle"))}
    assert used <= styles
    marks = [mark.get(w("id")) for mark in root.iter(w("bookmarkStart"))]
    assert len(marks) == len(set(marks))
    assert sorted(marks) == sorted(end.get(w("id")) for end in root.iter(w("bookmarkEnd")))
    lists = {n.get(w("numId")) for n in _root(policy, "word/numbering.xml").iter(w("num"))}
    assert {e.get(w("val")) for e in root.iter(w("numId"))} <= lists


def test_the_language_and_accessibility_settings_are_there(policy: bytes) -> None:
    styles = _root(policy, "word/styles.xml")
    assert styles.find(".//w:rPrDefault//w:lang", NAMESPACES).get(w("val")) == "en-GB"  # type: ignore[union-attr]
    assert styles.find(".//w:pPrDefault//w:widowControl", NAMESPACES) is not None
    heading = styles.find("w:style[@w:styleId='Heading1']", NAMESPACES)
    assert heading is not None
    assert heading.find("w:pPr/w:keepNext", NAMESPACES) is not None
    assert heading.find("w:pPr/w:numPr/w:numId", NAMESPACES) is not None
    size = _root(policy).find(".//w:sectPr/w:pgSz", NAMESPACES)
    assert size is not None
    assert (size.get(w("w")), size.get(w("h"))) == ("11906", "16838")


def test_another_reader_of_word_opens_it(policy: bytes) -> None:
    from docx import Document

    document = Document(io.BytesIO(policy))
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings[0] == "Document control"
    assert W in document.element.nsmap.values()


def test_tables_are_captioned_by_the_appendix_they_stand_in() -> None:
    profile = load_profile(CLAUSES.parents[2] / "examples" / "primary-in-a-trust" / "profile.yaml")
    root = etree.fromstring(unpack(generate_policy(profile, on=date(2026, 11, 21)), "a policy")[DOCUMENT])
    letter, seen = "", 0
    for element in root.iter(P, w("tblCaption")):
        if element.tag == P:
            found = re.match(r"Appendix (\w): ", text_of(element))
            letter = found[1] if found and style_of(element) == "AppendixHeading" else letter
        elif "Appendix" in (caption := element.get(w("val"), "")):
            assert caption.startswith(f"Appendix {letter}: ")
            seen += 1
    assert seen
