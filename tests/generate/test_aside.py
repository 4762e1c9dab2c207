"""What is set aside while a policy is worked on comes back byte for byte, and nothing is missed for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from policy_kit.generate.aside import fit_for_it, put_back, set_aside
from policy_kit.generate.contents import contents_paragraphs
from policy_kit.generate.context import template_context
from policy_kit.generate.package import DOCUMENT, unpack
from policy_kit.generate.policy import make_policy
from policy_kit.generate.provenance import blocks_of
from policy_kit.generate.render import compile_template, fill
from policy_kit.generate.samples import sample_schools
from policy_kit.generate.styles import styles_of
from policy_kit.generate.templates import find_template
from policy_kit.generate.wordml import W
from tests.generate.making import made, order, para, word_file

_ROW = f"<w:tr><w:tc><w:tcPr/>{para('cell')}</w:tc></w:tr>"
_TABLE = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{_ROW}</w:tbl>"
_PIECES = {
    "paragraph": para("words"),
    "same again": para("words"),
    "empty": "<w:p/>",
    "list item": '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>item</w:t></w:r></w:p>',
    "heading": para("Heading", style="Heading1"),
    "table": _TABLE,
    "table in a table": f"<w:tbl><w:tblPr/><w:tr><w:tc>{_TABLE}{para('after')}</w:tc></w:tr></w:tbl>",
    "empty table": "<w:tbl><w:tblPr/></w:tbl>",
    "bare cell": "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>",
    "bookmark": '<w:bookmarkStart w:id="7" w:name="x"/><w:bookmarkEnd w:id="7"/>',
    "control": f"<w:sdt><w:sdtContent>{para('in a control')}</w:sdtContent></w:sdt>",
    "box": f"<w:p><w:r><w:pict><w:txbxContent>{para('in a box')}</w:txbxContent></w:pict></w:r>"
    "<w:r><w:t>after</w:t></w:r></w:p>",
    "brackets": para("[[logo]]"),
    "field": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
    "end of field": '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
}


_WORKED_ON = (b"Heading1", b"bookmark", b"fldChar", b"[[", b"w:sdt", b"txbx")


def _document(names: list[str]) -> bytes:
    body = "".join(_PIECES[name] for name in names)
    return f'<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>'.encode()


@given(st.lists(st.sampled_from(sorted(_PIECES)), max_size=14))
@settings(max_examples=200, deadline=None)
def test_what_is_set_aside_comes_back_as_it_was(names: list[str]) -> None:
    document = _document(names)
    short = set_aside(document, ["Heading1"])
    assert put_back(short.document, short) == document
    etree.fromstring(short.document)
    for unit in (unit for run in short.runs for unit in run):
        assert not any(
            sign in unit for sign in (b"Heading1", b"bookmark", b"fldChar", b"[[", b"w:sdt", b"txbx")
        )


def test_between_the_ends_of_a_field_nothing_is_set_aside() -> None:
    inside = ["field", "paragraph", "table", "paragraph", "end of field"]
    assert set_aside(_document(inside), ["Heading1"]).runs == ()
    assert set_aside(_document([*inside, "paragraph"]), ["Heading1"]).runs == (
        (_PIECES["paragraph"].encode(),),
    )


@pytest.mark.parametrize(
    "document",
    [
        b"<a/>",
        b"<w:body><!-- x --></w:body>",
        b"<w:body><?x y?></w:body>",
        b'<w:body><w:p w:rsidP="aside-0"/></w:body>',
    ],
)
def test_a_template_in_which_paragraphs_cannot_be_told_is_left_whole(document: bytes) -> None:
    assert not fit_for_it(document)
    assert fit_for_it(b'<?xml version="1.0"?>' + _document(["paragraph"]))


def test_a_template_with_a_comment_in_its_markup_is_filled_all_the_same() -> None:
    body = "<!-- </w:p> -->" + para("{{ school_name }} <!-- aside -->") + para("words") * 3
    assert made(body) == made(body.replace("<!-- </w:p> -->", ""))


@given(st.lists(st.sampled_from(sorted(set(_PIECES) - {"field", "end of field"})), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_a_policy_is_the_same_bytes_with_nothing_set_aside(names: list[str]) -> None:
    template = word_file(para("{{ school_name }}") + "".join(_PIECES[name] for name in names))
    policy = make_policy(template, "t.docx", order())
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("policy_kit.generate.policy.learn", lambda *_: False)
        whole = make_policy(template, "t.docx", order())
    assert {name: _same(part) for name, part in unpack(policy, "a").items()} == {
        name: _same(part) for name, part in unpack(whole, "b").items()
    }


def _same(part: bytes) -> bytes:
    return etree.tostring(etree.fromstring(part), method="c14n2")


@pytest.mark.parametrize("fields", sample_schools().values(), ids=list(sample_schools()))
def test_the_record_of_a_policy_is_what_its_document_says(fields: Mapping[str, Any]) -> None:
    template = find_template("online-safety")
    parts = unpack(make_policy(template.data, "t.docx", order(**fields)), "policy")
    record = json.loads("".join(etree.fromstring(parts["customXml/item1.xml"]).itertext()))
    root = etree.fromstring(parts[DOCUMENT])
    assert record["blocks"] == list(blocks_of(root, styles_of(parts, "p").levels, contents_paragraphs(root)))


def test_most_of_a_policy_is_set_aside() -> None:
    template = find_template("online-safety")
    compiled = compile_template(template.data, "t.docx")
    parts = fill(compiled, template_context(next(iter(sample_schools().values()))))
    assert compiled.plain
    short = set_aside(parts[DOCUMENT], styles_of(parts, "t").levels)
    assert len(short.document) < len(parts[DOCUMENT]) * 0.6
