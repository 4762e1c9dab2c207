"""A passage is found by the headings above it; those that title the whole say nothing of the place."""

from __future__ import annotations

import pytest

from tests.build import document_from_markup


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# Online Safety Policy\n\n## 1. Aims\n\nHere.\n\n## 2. Roles\n\nThere.", ("2. Roles",)),
        (
            "# Elm School\n\n## Online Safety Policy\n\n### 1. Aims\n\nA.\n\n### 2. Roles\n\nThere.",
            ("2. Roles",),
        ),
        ("# Policy\n\n## 1. Roles\n\nA.\n\n### 1.1 Staff\n\nThere.", ("1. Roles", "1.1 Staff")),
        ("# 1. Aims\n\nA.\n\n# 2. Roles\n\n## Staff\n\nThere.", ("2. Roles", "Staff")),
        ("# Online Safety Policy\n\nThere.", ("Online Safety Policy",)),
        ("There.", ()),
    ],
)
def test_the_headings_of_a_place(text: str, path: tuple[str, ...]) -> None:
    document = document_from_markup(text)
    assert document.location(document.blocks[-1]).heading_path == path
