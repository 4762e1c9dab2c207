"""What holds of every valid profile."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from policy_kit.profile import Profile, load_profile, normalised, profile_as_yaml, validate_profile
from policy_kit.profile.validating import plain_values
from tests.profile.strategies import profiles, wild_words

_SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@given(profiles())
@_SLOW
def test_every_drawn_profile_is_valid(data: dict[str, Any]) -> None:
    assert [str(fault) for fault in validate_profile(data)] == []


@given(profiles(wild_words()))
@_SLOW
def test_normalising_twice_is_normalising_once(data: dict[str, Any]) -> None:
    once = normalised(data)
    assert normalised(once) == once
    assert validate_profile(once) == []


@given(profiles(wild_words()))
@_SLOW
def test_yaml_and_json_give_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("profiles")
    fields = normalised(data)
    (folder / "school.yaml").write_text(profile_as_yaml(fields), encoding="utf-8")
    (folder / "school.json").write_text(json.dumps(plain_values(fields)), encoding="utf-8")
    assert load_profile(folder / "school.yaml").fields == fields
    assert load_profile(folder / "school.json").fields == fields


@given(profiles())
@_SLOW
def test_a_profile_goes_to_another_process_whole(data: dict[str, Any]) -> None:
    profile = Profile(normalised(data), "school.yaml")
    sent = pickle.loads(pickle.dumps(profile))  # noqa: S301  # our own
    assert sent == profile
    assert hash(sent) == hash(profile)
    json.dumps(profile.school_facts())


def test_a_profile_cannot_be_changed() -> None:
    profile = load_profile(Path(__file__).parents[2] / "examples" / "nursery" / "profile.yaml")
    with pytest.raises(TypeError):
        profile.fields["phase"] = "primary"  # type: ignore[index]
