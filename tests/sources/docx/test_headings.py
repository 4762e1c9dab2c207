"""Every way to make a heading is found, and nothing else is taken for one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.docx.build import Parts, read_parts
from tests.sources.docx.markup import expanded, load_cases, parts_of

_BEFORE = "{h1:Before}{p:The school looks after its pupils, online as it does everywhere else, every day.}"
_AFTER = "{p:The school looks after its staff, online as it does everywhere else, each day of the year.}"


@pytest.mark.parametrize("case", load_cases("headings"), ids=lambda case: case["name"])
def test_heading_is_found(case: dict[str, Any]) -> None:
    document = read_parts(parts_of(case))
    found = [[b.level, b.heading_by, b.display] for b in document.blocks if b.is_heading]
    assert found == case["finds"]
    if "absent" in case:
        assert not any(case["absent"] in b.text for b in document.blocks)


@pytest.mark.parametrize("case", load_cases("not_headings"), ids=lambda case: case["name"])
def test_near_miss_is_no_heading(case: dict[str, Any]) -> None:
    parts = parts_of({**case, "body": _BEFORE + case["body"] + _AFTER})
    document = read_parts(parts)
    assert [b.text for b in document.blocks if b.is_heading] == ["Before"]


def test_title_on_a_cover_is_no_heading_but_keeps_its_style() -> None:
    body = "{title:Online Safety Policy}{h1:Aims}{p:Text.}"
    title, aims, _ = read_parts(Parts(expanded(body))).blocks
    assert (title.is_heading, title.style) == (False, "Title")
    assert aims.level == 1


def test_hand_made_title_does_not_push_the_headings_down() -> None:
    big = '<w:p><w:r><w:rPr><w:b/><w:sz w:val="56"/></w:rPr><w:t>Online Safety Policy</w:t></w:r></w:p>'
    text = "{p:The school filters what pupils can reach on the internet, and reviews it every year.}"
    document = read_parts(Parts(expanded(f"{big}{{b:Aims}}{text}{{b:Scope}}{text}")))
    assert [(b.level, b.text) for b in document.blocks if b.is_heading] == [(1, "Aims"), (1, "Scope")]


def test_lines_of_a_cover_are_no_headings_even_if_they_look_like_them() -> None:
    text = "{p:The school filters what pupils can reach on the internet, and reviews it every year.}"
    cover = "{b:Example Primary School}{p:High Street}{b:Online Safety}{p:Exampleton}"
    document = read_parts(Parts(expanded(f"{cover}{{b:Aims}}{text}{{b:Scope}}{text}")))
    assert [b.text for b in document.blocks if b.is_heading] == ["Aims", "Scope"]


def test_where_all_is_bold_bold_makes_no_heading() -> None:
    text = "{b:The school filters what pupils can reach on the internet, and reviews it every year}"
    document = read_parts(Parts(expanded(f"{text}{{b:Filtering}}{text}{text}")))
    assert not [b for b in document.blocks if b.is_heading]
