"""Each case of each format reads as it says."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from policy_kit.model import Document
from policy_kit.sources import read
from tests.sources.cases import shown

_FORMATS = ("text", "markdown", "html", "odt", "pdf")
_SAMPLES = {name: importlib.import_module(f"tests.sources.{name}.samples") for name in _FORMATS}
_ALL = [
    pytest.param(name, case, id=f"{name}: {case['name']}")
    for name, module in _SAMPLES.items()
    for case in module.CASES
]


def _read(name: str, case: dict[str, Any], folder: Path) -> Document:
    file_name, data = _SAMPLES[name].file_of(case)
    path = folder / file_name
    path.write_bytes(data)
    return read(path)


@pytest.mark.parametrize(("name", "case"), _ALL)
def test_case(name: str, case: dict[str, Any], tmp_path: Path) -> None:
    document = _read(name, case, tmp_path)
    assert document.format == name
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
    if "blocks" in case:
        assert shown(document) == case["blocks"]
    if "contains" in case:
        assert case["contains"] in " ".join(block.text for block in document.blocks)
    assert [note.what for note in document.not_checked] == case.get("not_checked", [])
    assert document.revisions == case.get("revisions", 0)
    if "highlighted" in case:
        assert [words for b in document.blocks for words in b.highlighted] == case["highlighted"]
    if "links" in case and name != "pdf":
        assert [[k.text, k.target] for b in document.blocks for k in b.links] == case["links"]
    if "addresses" in case:
        assert [k.target for b in document.blocks for k in b.links] == case["addresses"]
    if "comments" in case:
        assert [[c.author, c.text] for c in document.comments] == case["comments"]
    if "heading_by" in case:
        assert {b.heading_by for b in document.blocks if b.is_heading} == {case["heading_by"]}
