"""The shipped standard: whole, valid, and asked of a record by its own JSON Schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from policy_kit.resources import bundled
from policy_kit.standard import (
    level_for,
    load_standard,
    points_for,
    required_sections,
    validate_record,
)
from policy_kit.standard.checking import check_standard

STANDARD = load_standard()
WORDS = Path(str(bundled("schemas"))) / "online-safety" / "words.json"
SECTION_FILES = sorted(Path(str(bundled("schemas"))).glob("online-safety/sections/*.json"))


def test_the_standard_holds_every_section_and_point() -> None:
    assert len(STANDARD.sections) == 35
    assert sum(len(s.points) for s in STANDARD.sections) == 236
    ids = [p.id for s in STANDARD.sections for p in s.points]
    assert len(set(ids)) == len(ids)


def test_every_section_says_what_it_is_for_and_what_governors_ask() -> None:
    for section in STANDARD.sections:
        assert section.purpose, section.id
        assert section.governor_questions, section.id
        assert section.headings, section.id
        assert section.topic, section.id


def test_every_point_has_a_source_and_evidence() -> None:
    for section in STANDARD.sections:
        for point in section.points:
            assert point.source, point.id
            assert point.evidence, point.id
            assert point.level in ("must", "should", "could"), point.id


@pytest.mark.parametrize("file", SECTION_FILES, ids=lambda f: f.name.split(".")[0])
def test_every_section_file_keeps_to_the_vocabulary(file: Path) -> None:
    assert check_standard(file) == ()


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), sorted(n for n in set(names) if names.count(n) > 1)
    return dict(pairs)


def test_no_group_of_words_is_named_twice_or_holds_a_word_twice() -> None:
    """JSON keeps the last of two entries of one name, so the first one's rules would ask for other words."""
    text = WORDS.read_text(encoding="utf-8")
    for name, group in json.loads(text, object_pairs_hook=_once_each).items():
        assert not isinstance(group, list) or len(group) == len(set(group)), name


def test_unconfirmed_paragraph_numbers_are_not_shown() -> None:
    for section in STANDARD.sections:
        shown = [section.title, section.purpose, *section.governor_questions]
        shown += [text for p in section.points for text in (p.text, p.source, p.gap)]
        assert not [text for text in shown if "[n]" in text or "para 165" in text]


@pytest.mark.parametrize(
    ("school", "point", "asked"),
    [
        ({}, "fm-boarding", False),
        ({"is_boarding": False}, "fm-boarding", False),
        ({"is_boarding": True}, "fm-boarding", True),
        ({"has_eyfs": True}, "iv-eyfs", True),
        ({"has_eyfs": True}, "mp-eyfs", True),
        ({"trust_name": "Beacon Tides Trust"}, "rr-trust", True),
        ({"trust_name": "Beacon Tides Trust"}, "mr-trust", True),
        ({}, "rr-trust", False),
        ({"device_scheme": "class-sets"}, "sp-one-to-one", False),
        ({"device_scheme": "one-to-one"}, "sp-one-to-one", True),
        ({"device_scheme": "loans"}, "sp-one-to-one", True),
        ({"has_sixth_form": True}, "mp-sixth-form", True),
        ({"is_boarding": True}, "mp-sixth-form", True),
        ({"phase": "primary"}, "ai-integrity", False),
        ({"phase": "secondary"}, "ai-integrity", True),
    ],
)
def test_conditions_are_asked_of_the_schools_facts(
    school: dict[str, object], point: str, asked: bool
) -> None:
    points = {p.id for s in STANDARD.sections for p in points_for(s, school)}
    assert (point in points) is asked


def test_images_are_statutory_where_there_are_early_years() -> None:
    images = STANDARD.section("images-and-video")
    assert images is not None
    assert level_for(images, {}) == "expected"
    assert level_for(images, {"has_eyfs": True}) == "statutory"


def test_a_school_without_accounts_needs_no_section_on_them() -> None:
    assert "official-social-media" in required_sections(STANDARD, {})
    assert "official-social-media" in required_sections(STANDARD, {"social_accounts": [{"platform": "X"}]})
    assert "official-social-media" not in required_sections(STANDARD, {"social_accounts": []})
    assert len(required_sections(STANDARD, {})) == 35


def test_every_gap_of_a_record_is_told_at_once() -> None:
    school = {"is_boarding": True, "social_accounts": []}
    record = {
        "standard": "online-safety",
        "school": school,
        "sections": {
            "filtering-and-monitoring": {
                "words": 40,
                "must_share": 0.25,
                "pointer_only": True,
                "school": school,
                "points": {"fm-boarding": False, "fm-review": False, "fm-roles": True},
            }
        },
    }
    gaps = {(g.section, g.kind, g.point) for g in validate_record(STANDARD, record)}
    assert ("filtering-and-monitoring", "thin", "") in gaps
    assert ("filtering-and-monitoring", "pointer", "") in gaps
    assert ("filtering-and-monitoring", "point", "fm-boarding") in gaps
    assert ("filtering-and-monitoring", "point", "fm-review") in gaps
    assert ("filtering-and-monitoring", "point", "fm-roles") not in gaps
    assert sum(kind == "missing" for _, kind, _ in gaps) == 33


TRUST = Path(str(bundled("examples"))) / "trust-standard" / "standard.yaml"


def test_a_trusts_standard_in_under_twenty_lines_extends_ours() -> None:
    assert len(TRUST.read_text(encoding="utf-8").splitlines()) < 20
    assert check_standard(TRUST) == ()
    standard = load_standard(str(TRUST))
    assert len(standard.sections) == 36
    clubs = standard.section("gaming-clubs")
    assert clubs is not None
    assert [p.id for p in clubs.points] == ["gc-age", "gc-adult"]
    assert "gaming-clubs" in required_sections(standard, {})


@pytest.mark.parametrize(
    ("old", "new", "line", "keyword", "words"),
    [
        ("headings:", "heading:", 13, "heading", "did you mean headings?"),
        ("level: expected", "level: expectd", 12, "level", "statutory, expected, recommended"),
        ("[[[age rating, =PEGI]", "[[['@governers']", 17, "evidence", "did you mean @governors?"),
        (
            "headings:",
            "headingWords: [club for @pupls]\n        headings:",
            13,
            "headingWords",
            "did you mean @pupils?",
        ),
        ("required: [gaming-clubs]", "required: [game-clubs]", 8, "required", "no section 'game-clubs'"),
        ("const: true", "const: yes please", 17, "const", "must be true"),
        ("level: must, const", "level: must, follows: [gc-adult, as-hwo], const", 17, "follows", "'as-hwo'"),
        ("level: must, const", "const", 17, "gc-age", "level is missing"),
    ],
)
def test_a_fault_names_its_line_and_keyword(
    tmp_path: Path, old: str, new: str, line: int, keyword: str, words: str
) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text(TRUST.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    faults = check_standard(file)
    assert [(f.line, f.keyword) for f in faults] == [(line, keyword)]
    assert words in faults[0].message


def test_the_schema_and_the_recogniser_agree_on_thin() -> None:
    from policy_kit.sections.recognising import ENOUGH

    text = bundled("schemas").joinpath("section-record.schema.json").read_text(encoding="utf-8")
    assert json.loads(text)["properties"]["must_share"]["minimum"] == ENOUGH
