"""The figures: the tuned part keeps what is written down, and the README tells just that."""

from __future__ import annotations

import pytest

from tests.evaluate.labels import CORPUS, TUNED, corpus
from tests.evaluate.layouts import LAYOUTS
from tests.evaluate.measuring import figures, measured_parts
from tests.evaluate.telling import README, load_results, table, table_in

_NOISE = 0.005  # a share may lose half a point before the figures must be looked at and written anew


@pytest.fixture(scope="module")
def now() -> dict[str, float | int]:
    return figures(measured_parts(TUNED))


def test_the_tuned_part_has_not_fallen(now: dict[str, float | int]) -> None:
    written = load_results()["tune"]
    assert now["documents"] == written["documents"], "the corpus has changed: run `make evaluate`"
    fallen = {name: (held, now[name]) for name, held in written.items() if now[name] < held - _NOISE}
    assert not fallen


def test_the_readme_tells_the_figures_that_are_written_down() -> None:
    assert table_in(README.read_text(encoding="utf-8")) == table(load_results())


def test_each_policy_has_labels_beside_it_and_a_layout_that_is_built() -> None:
    texts = {p.with_suffix("") for p in CORPUS.glob("*/*.md")}
    assert texts == {p.with_suffix("") for p in CORPUS.glob("*/*.yaml")}
    assert {document.layout for document in corpus(TUNED)} <= set(LAYOUTS)
