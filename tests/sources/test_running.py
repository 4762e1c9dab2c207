"""Lines that belong to the page and not to the text."""

from __future__ import annotations

import pytest

from policy_kit.sources.running import Edges, running_edges


def _pages(*pages: str) -> list[list[str]]:
    return [page.split("|") for page in pages]


@pytest.mark.parametrize(
    ("pages", "edges"),
    [
        (_pages("School|text a|text b|1", "School|text c|2", "School|text d|3"), [(1, 1), (1, 1), (1, 1)]),
        (_pages("Cover", "School|a|Page 2 of 3", "School|b|Page 3 of 3"), [(0, 0), (1, 1), (1, 1)]),
        (_pages("a|1. Aims|x", "1. Scope|b|y"), [(0, 0), (0, 0)]),
        (_pages("only|one|page|1"), [(0, 0)]),
        (_pages("a|12", "b|30", "c|5"), [(0, 0), (0, 0), (0, 0)]),  # figures, but no page numbers
        (_pages("School||text a|1", "School||text b|2", "School||text c|3"), [(1, 1), (1, 1), (1, 1)]),
        (_pages("School||Policy|text a", "School||Policy|text b"), [(3, 0), (3, 0)]),
        (_pages("", "", ""), [(0, 0)] * 3),
    ],
)
def test_edges(pages: list[list[str]], edges: list[tuple[int, int]]) -> None:
    assert running_edges(pages) == [Edges(*edge) for edge in edges]


def test_odd_and_even_pages_may_differ() -> None:
    pages = [[("Policy" if n % 2 else "School"), f"text {'abcdefgh'[n]}", str(n + 1)] for n in range(8)]
    assert running_edges(pages) == [Edges(1, 1)] * 8


def test_running_lines_never_overlap() -> None:
    assert running_edges([["School"], ["School"], ["School"]]) == [Edges(1, 0)] * 3
