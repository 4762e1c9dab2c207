"""The banks of wordings: what is told rightly of them does not fall under what was measured."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from tests.families.asking import judge
from tests.families.banks import FAMILIES, FLOOR, HALVES, Item, Judged, details, load, rightly, table

FEWEST = 27  # a family's items; most have twice as many


@pytest.mark.parametrize("family", FAMILIES)
def test_the_figures_do_not_fall(family: str) -> None:
    floor = yaml.safe_load(FLOOR.read_text(encoding="utf-8"))
    judged = [judge(item) for item in load(family)]
    for half in HALVES:
        assert rightly(judged, half)[family] >= floor[half][family], details(judged)


@pytest.mark.parametrize("family", FAMILIES)
def test_each_bank_holds_wordings_and_near_misses_and_none_twice(family: str) -> None:
    items = load(family)
    words = Counter(str(i.given.get("say", i.given.get("title"))) for i in items)
    assert len(items) >= FEWEST
    assert max(words.values()) == 1
    kinds = Counter(bool(next(v for k, v in i.given.items() if k in _TELLS)) for i in items)
    assert min(kinds[True], kinds[False]) >= 10


_TELLS = ("policy", "dates", "people", "stale", "twice", "blanks", "names")


def test_a_table_tells_each_half_and_details_tell_the_tuned_one_alone() -> None:
    tuned = Judged(Item("dates", "tune", 0, {"say": "Agreed in May 2026."}), ("a 2026-05-31",), ("n x",))
    held = Judged(Item("dates", "held-out", 1, {"say": "Agreed."}), ("a 2026-05-31",), ())
    right = Judged(Item("dates", "tune", 2, {"say": "Reviewed."}), (), ())
    judged = [tuned, held, right]
    assert details(judged) == ["dates: missed a 2026-05-31, told without cause n x: Agreed in May 2026."]
    assert " ".join(table(judged)[1].split()) == "dates tune 1 of 2 held-out 0 of 1"
    assert rightly(judged, "tune")["dates"] == 1
    assert rightly(judged, "held-out")["dates"] == 0
