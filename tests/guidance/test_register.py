"""What was in force when, by table and by law, and how old the register is."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.errors import PolicyKitError
from policy_kit.guidance import load_register
from policy_kit.guidance.model import NATIONS

REGISTER = load_register()
TABLE = yaml.safe_load((Path(__file__).parent / "cases/in_force.yaml").read_text(encoding="utf-8"))
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2030, 12, 31))


@pytest.mark.parametrize("row", TABLE, ids=lambda r: f"{r['document']}-{r['day']}")
def test_the_edition_in_force(row: dict[str, Any]) -> None:
    edition = REGISTER.in_force(row["document"], row["day"], row.get("nation", "England"))
    assert (edition.label if edition else None) == row["edition"]


@settings(deadline=None)
@given(DAYS, st.sampled_from([d.id for d in REGISTER.documents]))
def test_what_is_in_force_has_started_and_not_ended(day: date, document_id: str) -> None:
    document = REGISTER.document(document_id)
    assert document is not None
    edition = REGISTER.in_force(document_id, day, document.nations[0])
    if edition and not document.rolling:
        assert edition.starts is not None
        assert edition.starts <= day
        ends = document.ends(edition)
        assert ends is None or day < ends


@settings(deadline=None)
@given(DAYS, st.sampled_from(NATIONS))
def test_the_list_of_a_day_agrees_with_each_question(day: date, nation: str) -> None:
    for held in REGISTER.on(day, nation):
        assert nation in held.document.nations
        assert held.edition == REGISTER.in_force(held.document.id, day, nation)
        assert held.edition or held.parts


def test_parts_of_an_act_come_into_force_one_by_one() -> None:
    def parts(day: date) -> list[str]:
        held = next(h for h in REGISTER.on(day) if h.document.id == "cwsa-2026")
        return [part.label for part in held.parts]

    assert parts(date(2026, 5, 1)) == ["on passing"]
    assert parts(date(2026, 6, 29)) == ["on passing", "two months after"]
    assert "children not in school registers" not in parts(date(2026, 11, 21))


def test_a_duty_that_was_not_confirmed_is_never_told_as_in_force() -> None:
    held = next(h for h in REGISTER.on(date(2029, 1, 1)) if h.document.id == "cpa-2026")
    assert [p.label for p in held.parts] == ["first commencement regulations"]


def test_two_versions_of_one_edition_are_one_edition() -> None:
    edition = REGISTER.in_force("eyfs", date(2026, 11, 21))
    assert edition is not None
    assert edition.versions == ("childminders", "group and school-based providers")


def test_the_register_warns_of_its_own_age() -> None:
    checked = REGISTER.checked_on
    assert checked == date(2026, 11, 21)
    assert REGISTER.age_days(checked + timedelta(days=3)) == 3
    assert REGISTER.ageing(checked + timedelta(days=120)) is None
    warning = REGISTER.ageing(checked + timedelta(days=121))
    assert warning is not None
    assert "121 days" in warning


def test_it_loads_in_under_ten_milliseconds() -> None:
    taken = []
    for _ in range(7):
        load_register.cache_clear()
        start = time.process_time()
        load_register()
        taken.append(time.process_time() - start)
    assert min(taken) < 0.010


def test_loading_compiles_no_pattern() -> None:
    from policy_kit.guidance.patterns import compiled

    compiled.cache_clear()
    load_register.cache_clear()
    load_register()
    assert compiled.cache_info().currsize == 0


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"needs": {}, "about": {}}'])
def test_a_file_that_is_no_register_is_told_in_one_line(tmp_path: Path, content: str) -> None:
    file = tmp_path / "register.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(PolicyKitError, match=r"register\.json: this is not a guidance register"):
        load_register(file)


def test_a_missing_file_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(PolicyKitError, match="could not be read"):
        load_register(tmp_path / "none.json")
