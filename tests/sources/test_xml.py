"""XML with slips that leave it whole is read; what may have lost text is refused."""

from __future__ import annotations

import pytest

from policy_kit.errors import UnreadableFile
from policy_kit.sources.xml import parse_xml

_ROOT = '<d xmlns="urn:d" xmlns:t="urn:t">'


@pytest.mark.parametrize(
    "inside",
    [
        '<p xml:id="geo1#dec09r3">Kept.</p>',
        '<p xml:id="">Kept.</p><p xml:id=""/>',
        '<p xml:id="a">Kept.</p><p xml:id="a"/>',
        '<p loext:opacity="50%">Kept.</p>',
    ],
)
def test_an_odd_mark_or_an_undeclared_attribute_costs_nothing(inside: str) -> None:
    root = parse_xml(f"{_ROOT}{inside}<t:q>End.</t:q></d>".encode(), "policy.odt")
    assert ["".join(child.itertext()) for child in root if child.tag != "{urn:d}p" or child.text] == [
        "Kept.",
        "End.",
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "<u:p>Whose name is not known.</u:p>",
        '<p loext:opacity="50%">Open',
        '<p a="1" a="2">Twice.</p>',
        '<p xml:id="a#b">&unknown;</p>',
    ],
)
def test_an_undeclared_element_or_any_other_damage_is_refused(inside: str) -> None:
    with pytest.raises(UnreadableFile, match="is damaged"):
        parse_xml(f"{_ROOT}{inside}</d>".encode(), "policy.odt")
