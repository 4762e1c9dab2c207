"""Forms of docxtpl that plain filling does not do justice: the result is docxtpl's own."""

from __future__ import annotations

import io
import re

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from policy_kit.errors import TemplateFault
from policy_kit.generate.context import template_context
from policy_kit.generate.expressions import environment
from policy_kit.generate.package import DOCUMENT, unpack
from policy_kit.generate.policy import make_policy
from policy_kit.generate.render import compile_template, fill, without_empty_runs
from policy_kit.generate.templates import find_template
from tests.generate.making import SCHOOL, made, order, para, word_file

_GRID = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def _cell(text: str, properties: str = '<w:tcW w:w="3000" w:type="dxa"/>') -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{para(text)}</w:tc>"


def _table(*rows: str) -> str:
    inside = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{_GRID}{inside}</w:tbl>{para('after')}"


_LOOPED = _cell("{%tc for p in learning_platforms %}") + _cell("{{ p }}") + _cell("{%tc endfor %}")
_PICTURE = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_WP}"><wp:docPr id="7" name="x" descr="y"/></wp:inline>'
    "</w:drawing></w:r></w:p>"
)
_FORMS = {
    "a column for each": _table(_cell("Tool") + _LOOPED, _cell("a") + _LOOPED),
    "fewer columns than the grid": _table(
        _cell("{%tc if has_ks5 %}") + _cell("x") + _cell("{%tc endif %}") + _cell("y")
    ),
    "a span": _table(_cell("{% colspan 2 %}wide"), _cell("a") + _cell("b")),
    "a span from a list": _table(
        _cell("{% colspan learning_platforms|length %}wide"), _cell("a") + _cell("b")
    ),
    "a coloured cell": _table(_cell("{% cellbg 'FFEEDD' %}warm") + _cell("b")),
    "cells joined downwards": _table(
        _cell("{%tr for p in learning_platforms %}"),
        _cell("{% vm %}Platforms") + _cell("{{ p }}"),
        _cell("{%tr endfor %}"),
    ),
    "cells joined across": _table(
        _cell("{%tc for p in learning_platforms %}") + _cell("{% hm %}Platforms") + _cell("{%tc endfor %}"),
        _LOOPED,
    ),
    "joined cells joined across": _table(
        _cell("{%tc for p in learning_platforms %}")
        + _cell("{% hm %}Platforms", '<w:gridSpan w:val="2"/>')
        + _cell("{%tc endfor %}"),
    ),
    "pictures in a loop": para("{%p for p in learning_platforms %}") + _PICTURE + para("{%p endfor %}"),
    "braces that are meant": para("Write {_{ your name }_} or {_% so %_} for {{ school_name }}."),
    "a form torn over runs": _table(
        "<w:tc><w:tcPr/>" + para("{%", "tc for", " p in learning_platforms %}") + "</w:tc>" + _cell("{{ p }}")
        + _cell("{%tc endfor %}")
    ),
}  # fmt: skip


@pytest.mark.parametrize("body", _FORMS.values(), ids=_FORMS)
def test_the_document_is_docxtpls_to_the_letter(body: str) -> None:
    template = word_file(para("{{ school_name }}") + body)
    theirs = DocxTemplate(io.BytesIO(template))
    env = environment()
    env.finalize = str  # spans are numbers, which docxtpl prints as they are
    theirs.render(template_context(SCHOOL), env, autoescape=True)
    out = io.BytesIO()
    theirs.save(out)
    ours = fill(compile_template(template, "t.docx"), template_context(SCHOOL))
    assert _same(ours[DOCUMENT]) == _same(unpack(out.getvalue(), "theirs")[DOCUMENT])


def _same(document: bytes) -> bytes:
    xml = without_empty_runs(etree.tostring(etree.fromstring(document), encoding="unicode"))
    return etree.tostring(etree.fromstring(re.sub(r">\\s+<", "><", xml)), method="c14n2")


@pytest.mark.parametrize("body", _FORMS.values(), ids=_FORMS)
def test_only_such_a_template_takes_the_long_way(body: str) -> None:
    assert any(part.by_docxtpl for part in compile_template(word_file(body), "t.docx").fillable)
    plain = word_file(para("{%p for p in learning_platforms %}") + para("{{ p }}") + para("{%p endfor %}"))
    assert not any(part.by_docxtpl for part in compile_template(plain, "t.docx").fillable)


def test_the_shipped_template_does_not_though_it_has_pictures_and_loops() -> None:
    shipped = compile_template(find_template("online-safety").data, "t.docx")
    assert not any(part.by_docxtpl for part in shipped.fillable)


@pytest.mark.parametrize("body", _FORMS.values(), ids=_FORMS)
def test_a_whole_policy_is_made(body: str) -> None:
    template = word_file(para("{{ school_name }}") + body)
    assert make_policy(template, "t.docx", order()) == make_policy(template, "t.docx", order())


def test_multiplying_stays_refused_elsewhere() -> None:
    for words in ("{{ 9 * 9 }}", "{{ loop.length * 9 }}", "{{ 9999 * loop.length }}"):
        with pytest.raises(TemplateFault, match="multiplying is not allowed"):
            made(para("{% for p in learning_platforms %}" + words + "{% endfor %}"))


def test_a_table_without_a_grid_is_told() -> None:
    body = _FORMS["a column for each"].replace(_GRID, "")
    with pytest.raises(TemplateFault, match="cannot be put right; make it anew in Word"):
        made(body)
