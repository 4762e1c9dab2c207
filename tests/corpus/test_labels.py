"""The corpus is sound: its labels name what exists, follow from one another, and stand in the text."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from policy_kit.guidance import load_register
from policy_kit.standard import StandardSection, load_standard, points_for

HERE = Path(__file__).parent
LABELS = sorted(p for folder in ("tune", "measure") for p in (HERE / folder).glob("*.yaml"))
LAYOUTS = {"word-styles", "word-bold", "odt", "pdf", "html", "text", "markdown"}
STYLES = {"kent", "lgfl", "nspcc", "schoolbus", "swgfl", "the-key", "own"}
DATES = {"approval", "last-review", "next-review", "other"}
STATUSES = {"present", "thin", "missing", "not-applicable"}
SECTIONS = {s.id: s for s in load_standard().sections}


def _load(path: Path) -> tuple[dict[str, Any], str]:
    return yaml.safe_load(path.read_text(encoding="utf-8")), path.with_suffix(".md").read_text(
        encoding="utf-8"
    )


def _asked(section: StandardSection, facts: dict[str, object]) -> set[str]:
    return {p.id for p in points_for(section, facts) if p.level == "must"}


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


POLICIES = [p for p in LABELS if yaml.safe_load(p.read_text(encoding="utf-8"))["is_policy"]]
OTHERS = [p for p in LABELS if p not in POLICIES]
each_policy = pytest.mark.parametrize("path", POLICIES, ids=lambda p: f"{p.parent.name}/{p.stem}")


def test_every_text_has_its_labels() -> None:
    texts = {p.with_suffix("") for folder in ("tune", "measure") for p in (HERE / folder).glob("*.md")}
    assert texts == {p.with_suffix("") for p in LABELS}
    assert len({p.stem for p in LABELS}) == len(LABELS)


@pytest.mark.parametrize("path", OTHERS, ids=lambda p: p.stem)
def test_what_is_no_policy_says_what_it_is(path: Path) -> None:
    labels, _ = _load(path)
    assert labels["kind"]
    assert labels["layout"] in LAYOUTS
    assert "sections" not in labels


@each_policy
def test_a_policy_is_described(path: Path) -> None:
    labels, text = _load(path)
    assert labels["style"] in STYLES
    assert labels["layout"] in LAYOUTS
    assert str(labels["year"]) in path.stem
    assert set(labels.get("facts", {})) <= {"trust_name", "has_eyfs", "device_scheme"}
    assert labels.get("trust", "") in _flat(text)


@each_policy
def test_headings_stand_in_the_text_each_with_known_sections(path: Path) -> None:
    labels, text = _load(path)
    in_text = {m[1].strip() for m in re.finditer(r"^#+ (.+)$", text, re.MULTILINE)}
    assert set(labels["headings"]) == in_text
    assert {s for ids in labels["headings"].values() for s in ids} <= set(SECTIONS)


@each_policy
def test_another_reading_of_a_heading_is_another_and_no_looser(path: Path) -> None:
    labels, _ = _load(path)
    for words, other in labels.get("headings_or", {}).items():
        first = labels["headings"][words]
        assert set(other) < set(first), f"{words}: the other reading must be what the words alone name"
        assert len(first) >= 6 or (len(first) == 1 and not other), f"{words}: the rule leaves one reading"


def test_few_headings_have_two_readings() -> None:
    held = [_load(path)[0] for path in POLICIES]
    headings = sum(len(labels["headings"]) for labels in held)
    assert sum(len(labels.get("headings_or", {})) for labels in held) * 50 < headings


@each_policy
def test_musts_are_points_that_are_asked_of_the_school(path: Path) -> None:
    labels, _ = _load(path)
    assert set(labels["musts"]) == set(SECTIONS)
    for name, musts in labels["musts"].items():
        assert set(musts) <= _asked(SECTIONS[name], labels.get("facts", {}))
        assert len(musts) == len(set(musts))


@each_policy
def test_a_status_follows_from_the_musts(path: Path) -> None:
    labels, _ = _load(path)
    headed = {s for ids in labels["headings"].values() for s in ids}
    assert set(labels["sections"]) == set(SECTIONS)
    for name, status in labels["sections"].items():
        assert status in STATUSES
        if status == "not-applicable":
            continue
        enough = 2 * len(labels["musts"][name]) >= len(_asked(SECTIONS[name], labels.get("facts", {})))
        assert (status == "present") is enough, name
        if status == "missing":
            assert name not in headed, f"{name} is missing and has a heading"
        if status == "thin":
            assert name in headed or labels["musts"][name], f"{name} is thin on nothing"


@each_policy
def test_what_is_quoted_stands_in_the_text(path: Path) -> None:
    labels, text = _load(path)
    flat = _flat(text)
    quoted = (
        [entry["says"] for entry in labels["stale"]]
        + labels["placeholders"]
        + [p["name"] for p in labels["people"]]
    )
    assert [words for words in quoted if words not in flat] == []
    assert [one for pair in labels["duplicates"] for one in pair if one not in flat] == []


@each_policy
def test_a_stale_reference_is_known_to_the_register(path: Path) -> None:
    register = load_register()
    known = {x.id for x in (*register.documents, *register.organisations, *register.terms)}
    labels, _ = _load(path)
    assert {entry["document"] for entry in labels["stale"]} <= known


@each_policy
def test_dates_are_days(path: Path) -> None:
    labels, _ = _load(path)
    for entry in labels["dates"]:
        assert entry["kind"] in DATES
        assert date.fromisoformat(entry["date"])
