"""A shipped standard is the same from its compiled data as from its files; stale data is passed over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from policy_kit.sections import compiled as worked_out
from policy_kit.sections.build import build
from policy_kit.sections.headings import heading_index
from policy_kit.sections.lexicon import groups_of, lexicon
from policy_kit.standard import compiled, load_standard
from policy_kit.standard.files import files_of
from policy_kit.standard.loading import standard_from_files

NAME = "online-safety"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the data of the shipped standards, which is what is loaded."""
    caches = (load_standard, worked_out.lexicon_of, worked_out.heading_index_of, worked_out._both)
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setattr(compiled, "FILE", tmp_path / "standard.json")
    monkeypatch.setattr(worked_out, "FILE", tmp_path / "sections.json")
    build()
    yield tmp_path
    for cache in caches:
        cache.cache_clear()


def test_a_standard_is_the_same_as_from_its_files(built: Path) -> None:
    ready, read = load_standard(NAME), standard_from_files(NAME)
    assert ready.digest
    assert repr(ready.sections) == repr(read.sections)
    assert (ready.words, ready.schema) == (read.words, json.loads(json.dumps(read.schema)))
    assert (ready.id, ready.title, ready.version, ready.checked_on) == (
        read.id, read.title, read.version, read.checked_on,
    )  # fmt: skip


def test_what_is_worked_out_of_it_is_the_same(built: Path) -> None:
    ready = load_standard(NAME)
    assert worked_out._data(ready)
    kept, made = worked_out.lexicon_of(ready), lexicon(groups_of(ready))
    assert (kept.numbers, kept.names) == (made.numbers, made.names)
    assert _plain(kept[2:]) == _plain(made[2:])
    assert _plain(worked_out.heading_index_of(ready)) == _plain(heading_index(ready))


def _plain(value: object) -> object:
    """With lists for tuples, as JSON has them."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", '{"online-safety": {}}', '{"online-safety": {"digest": "", "sources": []}}'],
)
def test_data_that_is_no_standard_s_is_passed_over(built: Path, content: str) -> None:
    for file in (compiled.FILE, worked_out.FILE):
        file.write_text(content)
    assert compiled.shipped_as_compiled(NAME) is None
    assert worked_out.lexicon_of(load_standard(NAME)).numbers


def test_data_of_other_files_is_passed_over(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiled.shipped_as_compiled(NAME)
    monkeypatch.setattr(compiled, "OF_CODE", ("standard/asking.py",))
    assert compiled.shipped_as_compiled(NAME) is None


def test_all_files_of_a_standard_are_looked_at() -> None:
    files = files_of(NAME)
    assert "online-safety-policy.schema.json" in files
    assert "section-record.schema.json" in files
    folder = Path(__file__).resolve().parents[2] / "schemas"
    own = {path.relative_to(folder).as_posix() for path in folder.glob("online-safety/**/*.json")}
    assert own <= set(files)
