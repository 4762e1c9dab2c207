"""A name in capitals is written as names are."""

from __future__ import annotations

import pytest

from policy_kit.naming import out_of_capitals


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("BEACON TIDES TRUST", "Beacon Tides Trust"),
        ("THE TIDES OF THE EAST TRUST", "The Tides of the East Trust"),
        ("ST MARY'S C OF E PRIMARY SCHOOL", "St Mary's C of E Primary School"),
        ("O’NEILL RC SCHOOL", "O’Neill RC School"),
        ("STOKE-UPON-TERN ACADEMY", "Stoke-upon-Tern Academy"),
        ("ZOË LANE PRU", "Zoë Lane PRU"),
        ("RC School of the Dale", "RC School of the Dale"),
        ("St Mary's", "St Mary's"),
    ],
)
def test_a_name_in_capitals(name: str, written: str) -> None:
    assert out_of_capitals(name) == written
