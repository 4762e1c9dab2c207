"""Shipped policies are Word files that Word opens without repair: parts, ids and the order of elements.

The orders are those of the schema of ECMA-376, part 1 (wml.xsd), which Word holds a file to.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml
from lxml import etree

from policy_kit.generate import generate_policy
from policy_kit.generate.package import CONTENT_TYPES, DOCUMENT, unpack
from policy_kit.generate.wordml import NAMESPACES, R, w
from policy_kit.profile import load_profile

_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_SCHOOLS = ("nursery", "primary-in-a-trust", "boarding-independent")
_ORDERS = yaml.safe_load((Path(__file__).parent / "cases" / "schema-order.yaml").read_text("utf-8"))
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"


@pytest.fixture(scope="module", params=_SCHOOLS)
def parts(request: pytest.FixtureRequest) -> Mapping[str, bytes]:
    profile = load_profile(_EXAMPLES / str(request.param) / "profile.yaml")
    return unpack(generate_policy(profile, on=date(2026, 11, 21)), "policy")


def _trees(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(content)
        for name, content in parts.items()
        if name.startswith("word/") and name.endswith(".xml")
    }


def test_elements_stand_in_the_order_of_the_schema(parts: Mapping[str, bytes]) -> None:
    looked_at: Counter[str] = Counter()
    for name, root in _trees(parts).items():
        for kind, order in _ORDERS.items():
            places = {w(child): place for place, child in enumerate(order.split())}
            for element in root.iter(w(kind)):
                children = [child.tag for child in element if isinstance(child.tag, str)]
                unknown = [tag for tag in children if tag not in places]
                assert unknown == [], f"{name}: {kind} holds {unknown}"
                found = [places[tag] for tag in children]
                assert found == sorted(found), f"{name}: the order inside {kind}: {children}"
                looked_at[kind] += 1
    assert {"pPr", "rPr", "tblPr", "tcPr", "style", "lvl", "sectPr"} <= set(looked_at)


def test_ids_are_unique(parts: Mapping[str, bytes]) -> None:
    root = etree.fromstring(parts[DOCUMENT])
    for kind, attribute in ((w("bookmarkStart"), w("id")), (w("bookmarkStart"), w("name")), (_DOCPR, "id")):
        found = Counter(element.get(attribute) for element in root.iter(kind))
        assert found
        assert [value for value, count in found.items() if count > 1] == []
    starts = {mark.get(w("id")) for mark in root.iter(w("bookmarkStart"))}
    ends = [mark.get(w("id")) for mark in root.iter(w("bookmarkEnd"))]
    assert sorted(starts) == sorted(ends)  # type: ignore[type-var]


def test_every_style_and_list_that_is_used_is_there(parts: Mapping[str, bytes]) -> None:
    styles = {s.get(w("styleId")) for s in etree.fromstring(parts["word/styles.xml"]).iter(w("style"))}
    lists = {n.get(w("numId")) for n in etree.fromstring(parts["word/numbering.xml"]).iter(w("num"))}
    for name, root in _trees(parts).items():
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            assert {e.get(w("val")) for e in root.iter(w(kind))} <= styles, (name, kind)
        assert {e.get(w("val")) for e in root.iter(w("numId"))} <= {*lists, "0"}, name


def test_relationships_and_content_types_fit_the_parts(parts: Mapping[str, bytes]) -> None:
    types = etree.fromstring(parts[CONTENT_TYPES])
    extensions = {e.get("Extension") for e in types.iter(f"{_TYPES}Default")}
    named = {str(e.get("PartName")).lstrip("/") for e in types.iter(f"{_TYPES}Override")}
    assert len(extensions) == len(list(types.iter(f"{_TYPES}Default")))
    assert named <= set(parts)
    for name in parts:
        assert name == CONTENT_TYPES or name in named or name.rpartition(".")[2] in extensions, name
    for name in [name for name in parts if name.endswith(".rels")]:
        folder = posixpath.dirname(posixpath.dirname(name))
        links = list(etree.fromstring(parts[name]).iter(_RELATIONSHIP))
        assert len({link.get("Id") for link in links}) == len(links), name
        for link in links:
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(folder, str(link.get("Target"))))
                assert target in parts, (name, target)


def test_every_relationship_that_is_used_is_there(parts: Mapping[str, bytes]) -> None:
    known = {e.get("Id") for e in etree.fromstring(parts["word/_rels/document.xml.rels"])}
    root = etree.fromstring(parts[DOCUMENT])
    used = {
        value
        for element in root.iter()
        for name, value in element.attrib.items()
        if str(name).startswith(f"{{{R}}}")
    }
    assert len(used) >= 3
    assert used <= known


def test_namespaces_that_a_drawing_requires_are_declared_where_it_stands(parts: Mapping[str, bytes]) -> None:
    choices = list(etree.fromstring(parts[DOCUMENT]).iter(_CHOICE))
    assert choices
    for choice in choices:
        assert str(choice.get("Requires")) in choice.nsmap


def test_every_field_is_closed_and_every_cell_ends_in_a_paragraph(parts: Mapping[str, bytes]) -> None:
    for name, root in _trees(parts).items():
        kinds = Counter(mark.get(w("fldCharType")) for mark in root.iter(w("fldChar")))
        assert kinds["begin"] == kinds["separate"] == kinds["end"], name
        for cell in root.iter(w("tc")):
            assert cell[-1].tag == w("p"), name
    root = etree.fromstring(parts[DOCUMENT])
    for table in root.iter(w("tbl")):
        columns = len(table.findall("w:tblGrid/w:gridCol", NAMESPACES))
        assert {len(row.findall("w:tc", NAMESPACES)) for row in table.iter(w("tr"))} == {columns}
