"""Filling a template: every part, every value, and what is said when it cannot be done."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from policy_kit.errors import TemplateFault
from policy_kit.generate.package import unpack
from policy_kit.generate.policy import make_policy
from policy_kit.generate.wordml import W
from tests.generate.making import lines, made, order, para, text, with_part, word_file

NAME = "St Peter & St Paul's <Church> School"
_DC = "{http://purl.org/dc/elements/1.1/}"


def _margin(kind: str) -> str:
    return f'<w:{kind} xmlns:w="{W}">{para("{{ school_name }}")}</w:{kind}>'


def test_a_name_with_signs_comes_through_in_every_part() -> None:
    note = f'<w:footnote w:id="1">{para("{{ school_name }}")}</w:footnote>'
    notes = f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'
    template = word_file(para("{{ school_name }}"), header1=_margin("hdr"), footer1=_margin("ftr"))
    template = with_part(template, "word/footnotes.xml", notes.encode())
    template = with_part(template, "customXml/item1.xml", b"<school>{{ school_name }}</school>")
    parts = unpack(make_policy(template, "t.docx", order(school_name=NAME)), "policy")
    for part in (
        "word/document.xml",
        "word/header1.xml",
        "word/footer1.xml",
        "word/footnotes.xml",
        "customXml/item1.xml",
        "docProps/app.xml",
        "docProps/core.xml",
        "customXml/item2.xml",
    ):
        said = "".join(str(piece) for piece in etree.fromstring(parts[part]).itertext())
        assert NAME in said, part
        assert "&amp;" not in said, part
    assert etree.fromstring(parts["docProps/core.xml"]).findtext(f"{_DC}creator") == NAME


@given(st.text(min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_name_comes_through_as_one_line_of_the_same_words(name: str) -> None:
    whole = re.sub("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\u2028\u2029]", " ", name)
    expected = " ".join(whole.split())
    if not expected:
        return
    assert made(para("[{{ school_name }}]"), school_name=name) == f"[{expected}]"


def test_braces_in_a_value_are_not_read_as_tags() -> None:
    assert made(para("{{ isp }}"), isp="{{ 7*7 }} {% if x %} {#") == "{{ 7*7 }} {% if x %} {#"


def test_a_tag_torn_over_runs_is_filled() -> None:
    assert (
        made(para("To {", "{ sch", "ool_name }", "} here")) == "To St Peter & St Paul’s Primary School here"
    )


def test_curly_quotes_in_a_tag_are_read_as_straight_ones() -> None:
    assert made(para("{% if byod == ‘staff’ %}staff{% endif %}")) == "staff"


@pytest.mark.parametrize(
    ("body", "changes", "says"),
    [
        ("{{ senco.name }}", {"senco": None}, "the profile gives no “senco”; add it to the profile, or"),
        ("{{ dsl.contact }}", {"dsl": {"name": "Mr Owen Pryce"}}, "the profile gives no “dsl.contact”"),
        ("{{ schol_name }}", {}, "there is no field called “schol_name”; did you mean “school_name”?"),
        ("{% if schol_name %}x{% endif %}", {}, "there is no field called “schol_name”"),
        ("{{ dsl.naem }}", {}, "there is no field called “naem”"),
        ("{{ has_eyfs }}", {}, "is yes or no; ask it with {% if … %}"),
        ("{{ learning_platforms }}", {}, "is a list; write it as {{ …|listed }}"),
        ("{{ learning_platforms|listed }}", {"learning_platforms": []}, "is an empty list"),
        ("{{ ai_tools_approved }}", {}, "has several parts"),
        ("{{ deputy_dsls|items }}", {}, "test.docx: "),
        ("{% if has_eyfs %}x", {}, "do not match"),
        ("{{ school_name|uper }}", {}, "there is no filter “uper” for templates; did you mean “upper”?"),
        ("{{ school name }}", {}, "a tag is not understood"),
    ],
)
def test_what_cannot_be_filled_is_told(body: str, changes: dict[str, Any], says: str) -> None:
    with pytest.raises(TemplateFault) as told:
        made(para(body), **changes)
    assert says in str(told.value)


def test_a_fault_is_told_with_its_place() -> None:
    heading = para("Our people", style="Heading1")
    with pytest.raises(TemplateFault, match=re.escape("test.docx: under “Our people”, paragraph 3: ")):
        made(para("Before") + heading + para("{{ nobody }}") + para("After"))


@pytest.mark.parametrize("before", ["", para("{%p if has_eyfs %}") + para("x") + para("{%p endif %}")])
def test_the_place_is_right_after_paragraphs_that_tags_take_away(before: str) -> None:
    number = 2 + before.count("<w:p>")
    body = before + para("y") + para("{%p if nobody %}") + para("z") + para("{%p endif %}")
    with pytest.raises(TemplateFault, match=f"paragraph {number}: there is no field called “nobody”"):
        made(body)


@pytest.mark.parametrize("part", ["header", "footer"])
def test_a_fault_in_a_margin_is_told_as_there(part: str) -> None:
    margin = f'<w:{part[0]}dr xmlns:w="{W}">{para("{{ nobody }}")}</w:{part[0]}dr>'
    with pytest.raises(TemplateFault, match=f"the {part}, paragraph 1: "):
        make_policy(word_file(para("x"), **{f"{part}1": margin}), "t.docx", order())


@pytest.mark.parametrize("mark", ["ins", "del", "moveFrom", "moveTo"])
def test_tracked_changes_are_refused(mark: str) -> None:
    body = (
        f'<w:p><w:{mark} w:id="1" w:author="A"><w:r><w:t>{{{{ school_name }}}}</w:t></w:r></w:{mark}></w:p>'
    )
    with pytest.raises(TemplateFault, match="1 tracked changes are left in the text; accept or reject them"):
        made(body)


@pytest.mark.parametrize(
    ("part", "says"), [("comments", "the comments holds"), ("endnotes", "the endnotes holds")]
)
def test_a_tag_where_nothing_is_filled_is_refused(part: str, says: str) -> None:
    notes = f'<w:{part} xmlns:w="{W}">{para("{{ school_name }}")}</w:{part}>'.encode()
    with pytest.raises(TemplateFault, match=says):
        make_policy(with_part(word_file(para("x")), f"word/{part}.xml", notes), "t.docx", order())


def test_a_strict_file_is_refused() -> None:
    document = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    with pytest.raises(TemplateFault, match="Strict Open XML"):
        make_policy(with_part(word_file(""), "word/document.xml", document), "t.docx", order())


def test_tables_stay_whole() -> None:
    row = f"<w:tr><w:tc><w:tcPr/>{para('x')}</w:tc></w:tr>"
    tags = (
        f"<w:tr><w:tc>{para('{%tr if has_ks5 %}')}</w:tc></w:tr>",
        f"<w:tr><w:tc>{para('{%tr endif %}')}</w:tc></w:tr>",
    )
    emptied = f"<w:tbl><w:tblPr/>{tags[0]}{row}{tags[1]}</w:tbl>"
    hidden = para("{%p if has_ks5 %}") + para("y") + para("{%p endif %}")
    bare = f"<w:tbl><w:tblPr/><w:tr><w:tc>{hidden}</w:tc></w:tr></w:tbl>"
    policy = make_policy(word_file(emptied + bare + f"<w:tbl><w:tblPr/>{row}</w:tbl>"), "t.docx", order())
    body = etree.fromstring(unpack(policy, "p")["word/document.xml"])[0]
    assert [etree.QName(child).localname for child in body] == ["tbl", "p", "tbl"]
    assert [len(cell.findall(f"{{{W}}}p")) for cell in body.iter(f"{{{W}}}tc")] == [1, 1]


def test_paragraph_and_row_tags_take_their_whole_with_them() -> None:
    body = para("{%p for p in deputy_dsls %}") + para("{{ p.name }}") + para("{%p endfor %}") + para("End")
    assert made(body).splitlines() == ["Ms Farah Bell", "Mrs Jo Tan", "End"]


def test_an_empty_condition_leaves_no_run_behind() -> None:
    policy = make_policy(word_file(para("a", "{% if has_ks5 %}", "b", "{% endif %}", "c")), "t.docx", order())
    assert text(policy) == "ac"
    assert b"<w:t/>" not in unpack(policy, "p")["word/document.xml"]
    assert b"></w:t>" not in unpack(policy, "p")["word/document.xml"]


def test_a_heading_in_a_loop_does_not_repeat_its_bookmark(tmp_path: Any) -> None:
    from tests.generate.making import template_from

    clause = "# A\n{% for p in deputy_dsls %}\n## {{ p.name }} {#deputy}\n{% endfor %}\n"
    policy = make_policy(template_from(tmp_path, {"aims-and-scope": clause}), "t.docx", order())
    assert "Heading2: Mrs Jo Tan" in lines(policy)
    names = re.findall(rb'w:name="(pk_[^"]*)"', unpack(policy, "p")["word/document.xml"])
    assert sorted(names) == [b"pk_aims_and_scope", b"pk_deputy"]


def test_a_reference_to_what_this_school_lacks_is_a_fault(tmp_path: Any) -> None:
    from tests.generate.making import template_from

    clause = "# A\nSee [section #](#b).\n\n{% if has_ks5 %}\n## B {#b}\n{% endif %}\n"
    with pytest.raises(
        TemplateFault, match="“section #” leads to “b”, which this school's policy does not have"
    ):
        make_policy(template_from(tmp_path, {"aims-and-scope": clause}), "t.docx", order())
