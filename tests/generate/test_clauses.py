"""Clauses: what each form becomes in Word, and what an author is told of a slip."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from policy_kit.errors import TemplateFault
from policy_kit.generate.inline import split_row
from policy_kit.generate.package import DOCUMENT, unpack
from policy_kit.generate.policy import make_policy
from policy_kit.generate.wordml import NAMESPACES, P, text_of, w
from tests.generate.making import lines, order, template_from

_CASES = Path(__file__).parent / "cases"
_WORDING = yaml.safe_load((_CASES / "wording.yaml").read_text(encoding="utf-8"))
_FAULTS = yaml.safe_load((_CASES / "clause-faults.yaml").read_text(encoding="utf-8"))


def _policy(folder: Path, clause: str, **fields: Any) -> bytes:
    return make_policy(template_from(folder, {"aims-and-scope": clause}), "t.docx", order(**fields))


@pytest.mark.parametrize("case", _WORDING, ids=[case["name"] for case in _WORDING])
def test_a_clause_becomes(case: dict[str, Any], tmp_path: Path) -> None:
    made = lines(_policy(tmp_path, case["clause"], **case.get("fields", {})))
    first = next(n for n, line in enumerate(made) if line.startswith("Heading1: "))
    assert made[first:] == case["shows"]


@pytest.mark.parametrize("case", _FAULTS, ids=[case["name"] for case in _FAULTS])
def test_an_author_is_told(case: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(TemplateFault) as told:
        template_from(tmp_path, {"aims-and-scope": case["clause"]})
    assert case["says"] in str(told.value)
    assert str(told.value).startswith("aims-and-scope.md, line ")


def _root(policy: bytes) -> etree._Element:
    return etree.fromstring(unpack(policy, "policy")[DOCUMENT])


def test_bold_italic_and_links_are_words_look(tmp_path: Path) -> None:
    links = "[site](https://a.example/?x=1&y=2) [mail](mailto:{{ school_email }})"
    clause = f"# A\n**Bold {{{{ pupils }}}}** *it* {links}\n"
    policy = _policy(tmp_path, clause)
    root = _root(policy)
    bold = [r.findtext("w:t", "", NAMESPACES) for r in root.xpath("//w:r[w:rPr/w:b]", namespaces=NAMESPACES)]
    italic = [
        r.findtext("w:t", "", NAMESPACES) for r in root.xpath("//w:r[w:rPr/w:i]", namespaces=NAMESPACES)
    ]
    assert (bold[-1:], italic) == (["Bold pupils"], ["it"])
    relations = unpack(policy, "policy")["word/_rels/document.xml.rels"].decode()
    assert 'Target="https://a.example/?x=1&amp;y=2" TargetMode="External"' in relations
    codes = [code.text or "" for code in root.iter(w("instrText"))]
    assert ' HYPERLINK "mailto:office@stpeters.example" ' in codes


def test_a_list_that_carries_on_is_the_same_list(tmp_path: Path) -> None:
    clause = "# A\n1. one\n\nWords\n\n2. two\n\nMore\n\n1. anew\n"
    root = _root(_policy(tmp_path, clause))
    lists = {
        text_of(p): number.get(w("val"))
        for p in root.iter(P)
        if (number := p.find("w:pPr/w:numPr/w:numId", NAMESPACES)) is not None
    }
    assert lists["one"] == lists["two"] != lists["anew"]


def test_room_for_a_picture_is_two_centimetres(tmp_path: Path) -> None:
    root = _root(_policy(tmp_path, "# A\n| | |\n| (picture) | I am kind. |\n"))
    (row,) = [r for r in root.iter(w("tr")) if "I am kind." in "".join(str(t) for t in r.itertext())]
    height = row.find("w:trPr/w:trHeight", NAMESPACES)
    assert height is not None
    assert height.get(w("val")) == "1134"


def test_each_numbered_list_begins_at_one(tmp_path: Path) -> None:
    policy = _policy(tmp_path, "# A\n1. a\n2. b\n\nText.\n\n1. c\n\n## B\n- x\n  1. y\n- z\n  1. w\n")
    numbered = {
        text_of(p): p.find("w:pPr/w:numPr/w:numId", NAMESPACES).get(w("val"))  # type: ignore[union-attr]
        for p in _root(policy).iter(P)
        if p.find("w:pPr/w:numPr/w:numId", NAMESPACES) is not None
    }
    assert numbered["a"] == numbered["b"]
    assert len({numbered[item] for item in ("a", "c", "y", "w")}) == 4
    numbering = etree.fromstring(unpack(policy, "policy")["word/numbering.xml"])
    for number in numbered.values():
        assert (
            numbering.find(f"w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride", NAMESPACES)
            is not None
        )


def test_a_header_row_is_said_again_and_rows_to_sign_are_tall(tmp_path: Path) -> None:
    root = _root(_policy(tmp_path, "# A\n| Name | Signed |\n| | |\n"))
    header, blank = root.iterfind(".//w:tr", NAMESPACES)
    assert header.find("w:trPr/w:tblHeader", NAMESPACES) is not None
    assert blank.find("w:trPr/w:tblHeader", NAMESPACES) is None
    assert blank.find("w:trPr/w:trHeight", NAMESPACES) is not None


def test_a_lead_in_stays_with_its_list(tmp_path: Path) -> None:
    root = _root(_policy(tmp_path, "# A\nIt rests on:\n\n- law\n\nAnd more.\n"))
    kept = {text_of(p): p.find("w:pPr/w:keepNext", NAMESPACES) is not None for p in root.iter(P)}
    assert kept["It rests on:"]
    assert not kept["And more."]


def test_a_bar_in_a_tag_or_after_a_backslash_parts_no_cells() -> None:
    assert split_row(r" a | {{ b|named }} | c \| d | {% if e|count %}f{% endif %} ") == (
        "a",
        "{{ b|named }}",
        "c | d",
        "{% if e|count %}f{% endif %}",
    )
