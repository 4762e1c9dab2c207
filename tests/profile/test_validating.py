"""What is told of a profile that is none, and how freely a true one may be written."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from policy_kit.errors import InvalidProfile
from policy_kit.profile import load_profile, missing_fields, normalised, profile_from, validate_profile
from tests.profile.schools import primary

CASES = Path(__file__).parent / "cases"
FAULTS = yaml.safe_load((CASES / "faults.yaml").read_text(encoding="utf-8"))
READINGS = [
    pytest.param(case["field"], written, case["taken"], id=f"{case['field']}-{written}")
    for case in yaml.safe_load((CASES / "readings.yaml").read_text(encoding="utf-8"))
    for written in case["written"]
]


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["name"])
def test_faults(case: dict[str, Any]) -> None:
    changes = {k: "y" * 400 if v == "{long}" else v for k, v in case.get("change", {}).items()}
    data = {k: v for k, v in (primary() | changes).items() if k not in case.get("remove", ())}
    told = {fault.field: fault.message for fault in validate_profile(data)}
    for field, words in case["finds"].items():
        assert words in told.get(field, ""), told
    extra = {field for field in told if field not in case["finds"]}
    assert not extra, told


@pytest.mark.parametrize(("field", "written", "taken"), READINGS)
def test_readings(field: str, written: Any, taken: Any) -> None:
    data = primary() | {field: written}
    assert [str(f) for f in validate_profile(data) if f.field == field] == []
    assert normalised(data)[field] == taken


@pytest.mark.parametrize(
    "written",
    [
        "2026-09-22",
        "22/9/2026",
        "22.09.2026",
        "22-09-2026",
        "22 September 2026",
        "22nd Sept 2026",
        datetime.date(2026, 9, 22),
        datetime.datetime(2026, 9, 22, tzinfo=datetime.UTC).replace(tzinfo=None),
    ],
)
def test_days(written: Any) -> None:
    data = primary() | {"fm_last_review": written}
    assert validate_profile(data) == []
    assert normalised(data)["fm_last_review"] == datetime.date(2026, 9, 22)


def test_a_day_with_a_time_is_not_taken_for_a_day() -> None:
    data = primary() | {"fm_last_review": datetime.datetime(2026, 9, 22, 8, 30, tzinfo=datetime.UTC)}
    assert [fault.field for fault in validate_profile(data)] == ["fm_last_review"]


def test_a_leap_day_is_followed_by_the_28th() -> None:
    leap = {
        "date_written": "2028-02-29",
        "date_last_reviewed": "2028-02-29",
        "date_approved": "2028-02-29",
    }
    assert validate_profile(primary() | leap | {"date_next_review": "2029-02-28"}) == []
    late = validate_profile(primary() | leap | {"date_next_review": "2029-03-01"})
    assert [fault.field for fault in late] == ["date_next_review"]


def test_a_special_school_may_teach_beyond_16_without_a_sixth_form() -> None:
    data = primary() | {
        "phase": "special",
        "age_range": "4-19",
        "key_stages": "EYFS; KS1; KS2; KS3; KS4; KS5",
        "has_sixth_form": "no",
    }
    assert validate_profile(data) == []


def test_missing_fields_stand_in_the_order_of_asking() -> None:
    data = {k: v for k, v in primary().items() if k not in ("website", "trust_name", "dsl", "faith")}
    assert missing_fields(data) == ("trust_name", "dsl", "website")


def test_faults_of_a_file_are_told_by_line_in_the_order_of_the_lines(tmp_path: Path) -> None:
    path = tmp_path / "school.yaml"
    text = (Path(__file__).parents[2] / "examples/primary-in-a-trust/profile.yaml").read_text("utf-8")
    lines = text.splitlines()
    urn = lines.index("urn: '199001'") + 1
    phone = lines.index("school_phone: 01632 960100") + 1
    text = text.replace("urn: '199001'", "urn: 19901").replace(
        "school_phone: 01632 960100", "school_phone: 2"
    )
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidProfile) as error:
        load_profile(path)
    head, first, second = str(error.value).splitlines()
    assert head == f"{path}: 2 things to mend in this profile"
    assert first.startswith(f"  line {urn}, urn: '19901'")
    assert second.startswith(f"  line {phone}, school_phone: '2'")


def test_one_fault_is_told_on_one_line() -> None:
    with pytest.raises(InvalidProfile) as error:
        profile_from(primary() | {"phase": "primry"}, "harrow.yaml", {"phase": 12})
    assert str(error.value).startswith("harrow.yaml, line 12, phase: 'primry' is not one of nursery, ")
    assert "\n" not in str(error.value)


def test_school_facts_are_json_for_the_conditions_of_a_standard() -> None:
    facts = profile_from(primary(), "harrow.yaml").school_facts()
    assert facts["phase"] == "primary"
    assert facts["trust_name"] == "Beacon Tides Trust"
    assert facts["key_stages"] == ["EYFS", "KS1", "KS2"]
    assert facts["social_accounts"] == [{"platform": "FriendPage", "handle": "HarrowLanePrimary"}]
    assert "faith" not in facts
    assert not {"dsl", "headteacher", "school_email"} & set(facts)
