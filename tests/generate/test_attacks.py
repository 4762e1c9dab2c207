"""A template is a document from anywhere: nothing in it may reach the machine, hang it or fill it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import yaml

from policy_kit.errors import TemplateFault
from policy_kit.generate.apart import Apart
from policy_kit.generate.fields import template_fields
from policy_kit.generate.lint import check_template
from policy_kit.generate.package import CONTENT_TYPES, DOCUMENT, MAX_PART, unpack
from policy_kit.generate.policy import make_policy
from policy_kit.generate.render import compile_template
from tests.generate.making import made, order, para, with_part, word_file, zipped

_ATTACKS = yaml.safe_load((Path(__file__).parent / "cases" / "attacks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("attack", _ATTACKS, ids=[attack["name"] for attack in _ATTACKS])
def test_is_refused(attack: dict[str, str]) -> None:
    with pytest.raises(TemplateFault, match=re.escape("test.docx: ")) as told:
        made(para(escape(attack["body"])))
    assert any(part in str(told.value) for part in attack["says"].split("|"))


@pytest.mark.parametrize("attack", _ATTACKS, ids=[attack["name"] for attack in _ATTACKS])
def test_is_refused_in_the_properties_too(attack: dict[str, str]) -> None:
    core = (
        f'<cp xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(attack["body"])}</dc:title></cp>'
    )
    with pytest.raises(TemplateFault, match="the document properties"):
        make_policy(word_file(para("x"), core=core), "test.docx", order())


@pytest.mark.parametrize(
    "body",
    ["{{ '</w:t></w:r></w:p><w:p>' }}", "{{ '<w:p/>' }}", "{{ isp }}"],
)
def test_markup_in_a_text_stays_text(body: str) -> None:
    said = made(para(escape(body)), isp="</w:t><w:ins/>")
    assert said.count("\n") == 0
    assert "<w:" in said or "</w:" in said


def test_joining_records_prints_their_names() -> None:
    assert made(para("{{ deputy_dsls|join(' / ') }}")) == "Ms Farah Bell / Mrs Jo Tan"
    assert made(para("{{ deputy_dsls|sort(attribute='name')|join }}")) == "Mrs Jo TanMs Farah Bell"


def test_loops_are_counted_over_the_whole_policy() -> None:
    many = [f"tool {n}" for n in range(100)]
    opened = "".join(f"{{% for {name} in learning_platforms %}}" for name in "abc")
    body = para(opened + "x" + "{% endfor %}" * 3)
    with pytest.raises(TemplateFault, match="go round more than 20,000 times"):
        made(body, learning_platforms=many)
    assert made(para("{% for a in learning_platforms %}x{% endfor %}"), learning_platforms=many) == "x" * 100


def test_output_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policy_kit.generate.render.MAX_FILLED", 1_000)
    with pytest.raises(TemplateFault, match="grows far beyond what a policy can be"):
        made(para("{{ school_name }} " * 100))


def test_deep_nesting_is_a_fault_and_no_crash() -> None:
    with pytest.raises(TemplateFault):
        made(para("{% if " + "(" * 3000 + "1" + ")" * 3000 + " %}x{% endif %}"))
    with pytest.raises(TemplateFault):
        made(para("{% if has_eyfs %}" * 500 + "x" + "{% endif %}" * 500))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"not a zip", "not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old .doc file, or has a password"),
        (zipped(a__b=b"x"), "not a Word document"),
        (zipped(**{"word__document.xml": b"<a", "[Content_Types].xml": b"<a/>"}), "is damaged"),
    ],
)
def test_what_is_no_word_file_is_told(data: bytes, says: str) -> None:
    with pytest.raises(TemplateFault, match=re.escape(says)):
        compile_template(data, "test.docx")


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zipped(**{"word__document.xml": b" " * (MAX_PART + 1), "[Content_Types].xml": b"<a/>"})
    assert len(bomb) < 100_000
    with pytest.raises(TemplateFault, match="far bigger unpacked"):
        unpack(bomb, "test.docx")


def test_a_document_type_is_refused() -> None:
    entity = b'<!DOCTYPE x [<!ENTITY a "b">]>'
    document = unpack(word_file(para("{{ school_name }}")), "t")[DOCUMENT]
    with pytest.raises(TemplateFault, match="declares a document type"):
        compile_template(with_part(word_file(""), DOCUMENT, entity + document), "test.docx")


def test_macros_are_refused() -> None:
    with pytest.raises(TemplateFault, match="holds macros"):
        compile_template(with_part(word_file(para("x")), "word/vbaProject.bin", b"x"), "test.docx")


def test_a_template_from_elsewhere_is_filled_apart_and_gives_the_same_bytes() -> None:
    template = word_file(para("{{ school_name }} {{ dsl|named }}"))
    with Apart(template, "test.docx") as apart:
        assert apart.make(order()) == make_policy(template, "test.docx", order())
        assert apart.make(order(urn="199002")) == make_policy(template, "test.docx", order(urn="199002"))


def test_a_fault_apart_is_told_as_one_here() -> None:
    with (
        Apart(word_file(para("{{ dls }}")), "test.docx") as apart,
        pytest.raises(TemplateFault, match="no field called “dls”; did you mean “dsl”"),
    ):
        apart.make(order())


def test_a_template_that_takes_too_long_is_stopped() -> None:
    # A tag that is never closed makes docxtpl's patterns search to the end of the file from each brace.
    slow = word_file(para("{{ " * 60_000))
    began = time.monotonic()
    with Apart(slow, "test.docx", seconds=1) as apart, pytest.raises(TemplateFault, match=r"test\.docx: "):
        apart.make(order())
    assert time.monotonic() - began < 10


def test_a_template_that_takes_too_long_is_not_tried_again_for_each_school() -> None:
    slow = word_file(para("{{ " * 60_000))
    with Apart(slow, "test.docx", seconds=1) as apart:
        faults = set()
        began = time.monotonic()
        for _ in range(20):
            with pytest.raises(TemplateFault) as told:
                apart.make(order())
            faults.add(str(told.value))
    assert len(faults) == 1
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("opening", ["{{ ", "{% ", "{# ", "{"])
def test_looking_over_a_template_of_countless_braces_ends_soon(opening: str, tmp_path: Path) -> None:
    path = tmp_path / "braces.docx"
    path.write_bytes(word_file(para("{{ school_name }}") + para(opening * 50_000)))
    began = time.monotonic()
    check_template(path)
    template_fields(path)
    assert time.monotonic() - began < 30


def test_a_process_that_dies_is_a_fault_for_one_school_and_the_next_has_a_new_one() -> None:
    template = word_file(para("{{ school_name }}"))
    with Apart(template, "test.docx") as apart:
        apart.make(order())
        assert apart._process is not None
        apart._process.kill()
        with pytest.raises(
            TemplateFault, match="filling this template was stopped, since it took too much memory"
        ):
            apart.make(order())
        assert apart.make(order()) == make_policy(template, "test.docx", order())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
def test_memory_is_bounded_apart() -> None:
    script = "from policy_kit.generate.apart_worker import _limit; _limit(); x = bytearray(3_000_000_000)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


def test_content_types_part_is_needed() -> None:
    with pytest.raises(TemplateFault, match="not a Word document"):
        unpack(zipped(**{"word__document.xml": b"<a/>"}), "test.docx")
    assert CONTENT_TYPES in unpack(word_file(para("x")), "test.docx")
