"""The schemas describe themselves truly, and every example school is valid."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from policy_kit.profile import (
    example_of,
    group_titles,
    load_profile,
    normalised,
    profile_as_yaml,
    profile_fields,
    validate_profile,
)
from policy_kit.profile.formats import format_checker
from tests.profile.schools import EXAMPLES, SCHOOLS, primary

SCHEMAS = Path(__file__).parents[2] / "schemas"
FACTS = Path(__file__).parents[3] / "shared" / "domain" / "policy-requirements.yaml"


@pytest.mark.parametrize("name", ["school", "trust"])
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8")))


def test_every_field_is_told_of_fully() -> None:
    groups = [field.group for field in profile_fields().values()]
    assert len(groups) == 75
    assert list(dict.fromkeys(groups)) == list(group_titles())
    for field in profile_fields().values():
        assert field.used_by, field.id
        assert field.title, field.id
        assert 20 < len(field.description) < 130, field.id


# What a policy looks like, and whether forms for hirers are wanted, are facts of ours alone.
LOOKS_AND_LETTING = {"colour", "lets_premises", "logo", "logo_description"}


@pytest.mark.skipif(not FACTS.is_file(), reason="the facts the schema was made from are not here")
def test_the_fields_are_those_of_the_facts() -> None:
    facts = {f["id"]: f for f in yaml.safe_load(FACTS.read_text("utf-8"))["profile_fields"]}
    assert set(profile_fields()) - LOOKS_AND_LETTING == set(facts)
    for field in (profile_fields()[name] for name in facts):
        assert field.required == (facts[field.id]["required"] is True), field.id
        assert list(field.used_by) == facts[field.id]["used_by"], field.id


@pytest.mark.parametrize("name", list(profile_fields()))
def test_every_example_of_a_field_is_right_for_it(name: str) -> None:
    field = profile_fields()[name]
    for example in (*field.examples, example_of(field)):
        told = [str(fault) for fault in validate_profile(primary() | {name: example}) if fault.field == name]
        allowed = ["is not after", "leaves out", "takes in"]  # beside the other fields of this one school
        assert [t for t in told if not any(words in t for words in allowed)] == []


@pytest.mark.parametrize("school", SCHOOLS)
def test_every_example_school_is_valid_and_stands_as_it_would_be_written(school: str) -> None:
    path = EXAMPLES / school / "profile.yaml"
    profile = load_profile(path)
    assert profile_as_yaml(profile.fields) == path.read_text("utf-8")
    assert 5 <= len((EXAMPLES / school / "README.md").read_text("utf-8").splitlines()) <= 12


def test_the_example_schools_differ_in_what_matters() -> None:
    schools = [load_profile(EXAMPLES / school / "profile.yaml").fields for school in SCHOOLS]
    for field, least in {
        "phase": 5,
        "school_type": 6,
        "phone_policy_choice": 3,
        "device_scheme": 3,
        "byod": 4,
        "pupil_word": 4,
        "head_title": 3,
        "governing_body_word": 5,
        "urn": 6,
    }.items():
        assert len({school[field] for school in schools}) >= least, field
    assert any("faith" in school for school in schools)
    assert any(not school["social_accounts"] for school in schools)
    assert any(school["is_boarding"] for school in schools)


def test_a_form_not_yet_filled_in_names_every_field_and_marks_what_is_needed(tmp_path: Path) -> None:
    text = profile_as_yaml({"school_name": "Fen Bank School"})
    path = tmp_path / "school.yaml"
    path.write_text(text, encoding="utf-8")
    assert "school_name: Fen Bank School\n" in text
    assert "dsl:  # STILL NEEDED; for example: Mr Owen Pryce, ext 210\n" in text
    assert "# faith:  # for example: Church of England\n" in text
    missing = [line for line in text.splitlines() if "STILL NEEDED" in line]
    assert len(missing) == 54
    filled = text.replace("dsl:  #", "dsl: Mrs Bo Ash, ext 3  #")
    assert normalised(yaml.safe_load(filled))["dsl"] == {"name": "Mrs Bo Ash", "contact": "ext 3"}


MANIFEST = """
trust: Beacon Tides Trust
group_uid: 19901
standard: online-safety
template: templates/beacon-tides.docx
cycle: {name: 2026 to 2027, starts: "2026-09-01", due: "2026-11-30"}
contact: Priti Osborne, safeguarding@beacontides.example
schools:
  - {name: Harrow Lane Primary School, urn: 199001, profile: harrow.yaml, policies: harrow.docx}
  - name: Fen Bank School
    policies: [fen-bank/online-safety.pdf, fen-bank/acceptable-use.docx]
    contact: Mrs Bo Ash, dsl@fenbank.example
"""


def _manifest_faults(manifest: object) -> list[str]:
    schema = json.loads((SCHEMAS / "trust.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema, format_checker=format_checker())
    return sorted(error.json_path for error in validator.iter_errors(manifest))


def test_a_manifest_is_valid() -> None:
    assert _manifest_faults(yaml.safe_load(MANIFEST)) == []


def test_a_manifest_says_what_it_is_about() -> None:
    wrong = yaml.safe_load(MANIFEST)
    wrong["cycle"]["due"] = "30/11/2026"
    wrong["schools"][0] = {"name": "Harrow Lane Primary School"}
    wrong["schools"][1]["urn"] = "12"
    wrong["trsut"] = "x"
    del wrong["trust"]
    assert _manifest_faults(wrong) == ["$", "$", "$.cycle.due", "$.schools[0]", "$.schools[1].urn"]
