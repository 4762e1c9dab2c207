"""The quick way to ask a record what a schema asks gives jsonschema's own answers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from policy_kit.standard import load_standard
from policy_kit.standard.asking import ASKED, ELSEWHERE, faults, is_met

NAMES = st.sampled_from(["a", "b", "ab"])
PLAIN = st.one_of(
    st.none(), st.booleans(), st.integers(-1, 2), st.sampled_from([0.5, 1.0]), st.sampled_from(["", "a"])
)
RECORDS = st.recursive(
    PLAIN, lambda part: st.one_of(st.dictionaries(NAMES, part, max_size=3), st.lists(part, max_size=2))
)
TYPES = st.sampled_from(["object", "array", "string", "integer", "number", "boolean", "null"])
ONE_KEYWORD = {
    "const": PLAIN,
    "enum": st.lists(PLAIN, min_size=1, max_size=3),
    "type": st.one_of(TYPES, st.lists(TYPES, min_size=1, max_size=2, unique=True)),
    "minimum": st.integers(-1, 2),
    "minLength": st.integers(0, 2),
    "required": st.lists(NAMES, max_size=2, unique=True),
    "title": st.just("only said"),
}


def _of_parts(part: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    named = st.dictionaries(NAMES, part, max_size=2)
    some = st.lists(part, min_size=1, max_size=2)
    return st.fixed_dictionaries(
        {},
        optional={
            **ONE_KEYWORD,
            "properties": named,
            "patternProperties": st.dictionaries(st.sampled_from([".", "^a", "b$"]), part, max_size=2),
            "additionalProperties": part,
            "allOf": some,
            "anyOf": some,
            "if": part,
            "then": part,
            "else": part,
            "not": part,  # known to jsonschema alone
        },
    )


SCHEMAS = st.recursive(st.one_of(st.just(True), st.fixed_dictionaries({}, optional=ONE_KEYWORD)), _of_parts)


def _judged(schema: Any, record: Any) -> list[tuple[str, str]]:
    errors = Draft202012Validator(schema).iter_errors(record)
    return sorted((str(list(e.absolute_path)), str(e.validator)) for e in errors)


@given(SCHEMAS.filter(lambda schema: schema is not True), RECORDS)
def test_what_is_lacking_is_what_jsonschema_finds(schema: dict[str, Any], record: Any) -> None:
    found = sorted((str(list(f.path)), f.keyword) for f in faults(schema, record))
    assert found == _judged(schema, record)
    assert is_met(schema, record) is not bool(found)


def test_every_keyword_of_the_dialect_is_asked_or_given_to_jsonschema() -> None:
    assert set(Draft202012Validator.VALIDATORS) == set(ASKED) | ELSEWHERE


@pytest.mark.parametrize("school", [{}, {"phase": "secondary", "is_boarding": True, "trust_name": "A trust"}])
def test_the_shipped_standard_asks_the_same(school: dict[str, Any]) -> None:
    schema = load_standard().schema
    section = {"words": 4, "must_share": 0.2, "pointer_only": True, "points": {"a": False}, "school": school}
    record = {"standard": "online-safety", "school": school, "sections": {"images-and-video": section}}
    found = sorted((str(list(f.path)), f.keyword) for f in faults(schema, record))
    assert found == _judged(schema, record)
    assert found
