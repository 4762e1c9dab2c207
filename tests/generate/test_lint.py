"""Looking a template over: each fault with its place and mend, and silence on a sound one."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_kit.errors import TemplateFault
from policy_kit.generate.fields import TemplateField, template_fields
from policy_kit.generate.lint import check_template
from policy_kit.generate.wordml import W
from tests.generate.making import para, with_part, word_file

_PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="Logo"{}/></wp:inline></w:drawing></w:r></w:p>'
)
_HEADING = para("Our people", style="Heading1")


def _row(*cells: str) -> str:
    inside = "".join(f"<w:tc><w:tcPr/>{para(cell)}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{inside}</w:tr></w:tbl>{para('x')}"


def _issues(folder: Path, body: str) -> list[str]:
    path = folder / "ours.docx"
    path.write_bytes(word_file(body))
    return [f"{issue.place}: {issue.message}" for issue in check_template(path)]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (
            _HEADING + para("{{ schol_name }}"),
            "paragraph 2: there is no field called “schol_name”; did you mean “school_name”?",
        ),
        (para("{{ school_name "), "paragraph 1: the tag “{{ school_name ” is not closed in its paragraph"),
        (para("{%p if has_eyfs %}x{%p endif %}"), "more than one {%p … %} stands in this paragraph"),
        (
            para("{%p if has_eyfs %} Early years") + para("{%p endif %}"),
            "the text beside {%p if has_eyfs %} will be lost",
        ),
        (
            para("{% if has_eyfs %}") + para("x") + para("{% endif %}"),
            "“if has_eyfs” alone in its paragraph leaves an empty line; write {%p if has_eyfs %}",
        ),
        (para("{%p if has_eyfs %}") + para("x"), "“if has_eyfs” is never closed"),
        (para("x") + para("{%p endif %}"), "“endif” closes nothing that was opened"),
        (para("{%p if has_eyfs %}") + para("x{% endif %}"), "so its end must be {%p endif %}"),
        (
            para("{% if has_eyfs %}x") + para("{%p endif %}"),
            "is written plainly, so its end must be {% endif %}",
        ),
        (
            para("{{ school_name|upper() }}") + para("{{ school_name.upper() }}"),
            "a call, such as x() is not allowed",
        ),
        (para("{{ school_name|nicely }}"), "there is no filter “nicely”"),
        (para("{{ school name }}"), "a tag is not understood"),
        (para("a{%- if has_eyfs %}b{% endif %}"), "take the - out of the tag “if has_eyfs”"),
        (para("{%tr if has_eyfs %}"), "works only in a table, and this paragraph is in none; write {%p if"),
        (para("{%tc if has_eyfs %}x"), "“if has_eyfs” works only in a table cell"),
        (para("{% vm %}x"), "“vm” works only in a table cell, and this paragraph is in none"),
        (_row("{%tr if has_eyfs %}", "lost"), "the text beside {%tr if has_eyfs %} will be lost"),
        (_row("{%tr if has_eyfs %}", "{%tr endif %}"), "more than one {%tr … %} stands in this table row"),
        (_row("{% cellbg nocolour %}x"), "there is no field called “nocolour”"),
        (
            _PICTURE.format(' descr="Badge of {{ nobody }}"'),
            "there is no field called “nobody”",
        ),
        (para("x", style="Grand"), "its style “Grand” is not in this file"),
        (_PICTURE.format(""), "a picture has no alternative text"),
        (f'<w:p><w:ins w:id="1" w:author="A">{para("x")[5:-6]}</w:ins></w:p>', "tracked changes are left"),
        (para("{{ senco.name }}"), "on trial for a small maintained school"),
        (para("{{ learning_platforms }}"), "is a list; write it as"),
    ],
)
def test_a_fault_is_told(body: str, says: str, tmp_path: Path) -> None:
    assert any(says in issue for issue in _issues(tmp_path, body)), _issues(tmp_path, body)


@pytest.mark.parametrize(
    "body",
    [
        para("{{ school_name }} {% if has_eyfs %}and early years{% endif %}"),
        para("{{ sch", "ool", "_name }}"),
        para("{%p for p in deputy_dsls %}") + para("{{ p.name }}") + para("{%p endfor %}"),
        para("{# a note #}x"),
        _PICTURE.format(' descr="The school’s badge"'),
        para("{% if senco %}{{ senco.name }}{% endif %}"),
    ],
)
def test_a_sound_template_has_no_issue(body: str, tmp_path: Path) -> None:
    assert _issues(tmp_path, body) == []


def test_a_tag_in_a_comment_is_told(tmp_path: Path) -> None:
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="1">{para("{{ school_name }}")}</w:comment></w:comments>'
    )
    path = tmp_path / "ours.docx"
    path.write_bytes(with_part(word_file(para("x")), "word/comments.xml", comments.encode()))
    issues = check_template(path)
    assert [issue.place for issue in issues] == ["the comments, paragraph 1", "the comments"]
    assert "the comments holds the tag" in issues[0].message
    assert "1 comments are left (“{{ school_name }}”)" in issues[1].message


def _part(root: str, inside: str) -> str:
    return f'<w:{root} xmlns:w="{W}">{inside}</w:{root}>'


_CHART = '<c:chart xmlns:c="c"><c:v>{{ school_name }}</c:v></c:chart>'
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="x" Type="hyperlink" Target="https://%7B%7B%20website%20%7D%7D" TargetMode="External"/>'
    "</Relationships>"
)


@pytest.mark.parametrize(
    ("part", "content", "place", "says"),
    [
        ("word/charts/chart1.xml", _CHART, "a chart", "a chart holds the tag {{ school_name "),
        (
            "word/diagrams/data1.xml",
            _CHART,
            "a SmartArt drawing",
            "not filled in there; move it to the text",
        ),
        (
            "word/endnotes.xml",
            _part("endnotes", para("a") + para("{% if x %}")),
            "the endnotes, paragraph 2",
            "the endnotes holds the tag {% if x %",
        ),
        ("word/glossary/document.xml", _CHART, "the building blocks (Quick Parts)", "holds the tag"),
        (
            "word/settings.xml",
            _part("settings", "{{ dsl }}"),
            "the file's settings",
            "the tag",
        ),
        ("word/_rels/document.xml.rels", _LINKS, "a link", "its address “https://{{ website }}” holds a tag"),
        (
            "word/header9.xml",
            _part("hdr", para("a") + '<w:p><w:ins w:id="1"><w:r><w:t>b</w:t></w:r></w:ins></w:p>'),
            "the header, paragraph 2",
            "1 tracked changes are left in the header",
        ),
    ],
)
def test_what_is_filled_nowhere_is_told_where_it_is(
    part: str, content: str, place: str, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes(with_part(word_file(para("{{ school_name }}")), part, content.encode()))
    issues = check_template(path)
    assert [issue.place for issue in issues] == [place]
    assert says in issues[0].message


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="1">{para("Check this")}</w:comment></w:comments>'
    template = with_part(word_file(para("{{ nobody }}")), "word/comments.xml", comments.encode())
    path = tmp_path / "ours.docx"
    path.write_bytes(with_part(template, "word/charts/chart1.xml", _CHART.encode()))
    assert [issue.place for issue in check_template(path)] == ["a chart", "the comments", "paragraph 1"]


def test_one_fault_of_the_trial_is_told_once(tmp_path: Path) -> None:
    assert len(_issues(tmp_path, para("{{ learning_platforms }}"))) == 1


def test_fields_are_listed_with_kind_and_sections(tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    mark = '<w:bookmarkStart w:id="1" w:name="pk_staff_training"/><w:bookmarkEnd w:id="1"/>'
    heading = para("Training", style="Heading1").replace("</w:p>", f"{mark}</w:p>")
    body = para("{{ school_name }}") + heading + para("{% if has_eyfs %}{{ date_approved }}{% endif %}")
    path.write_bytes(
        word_file(body + para("{%p for p in deputy_dsls %}") + para("{{ p.name }}{{ dsl.contact }}"))
    )
    found = {field.path: field for field in template_fields(path)}
    assert found["has_eyfs"] == TemplateField("has_eyfs", "yes or no", ("staff-training",))
    assert found["date_approved"].type == "date"
    assert found["deputy_dsls"].type == "list"
    assert found["dsl.contact"] == TemplateField("dsl.contact", "text", ("staff-training",))
    assert found["school_name"].sections == ()
    assert "p" not in found
    assert "p.name" not in found


def test_fields_of_the_shipped_template_are_all_known() -> None:
    paths = {field.path.partition(".")[0] for field in template_fields("online-safety")}
    assert {"school_name", "dsl", "filtering_product", "has_eyfs"} <= paths


@pytest.mark.parametrize("given", ["online-safty", "no/such.docx"])
def test_a_template_that_is_not_there_is_told(given: str) -> None:
    with pytest.raises(TemplateFault, match="there is no such template"):
        check_template(given)
