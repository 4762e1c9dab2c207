"""Files as schools have them: badly saved, half filled, or not a profile at all."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from policy_kit.errors import InvalidProfile, UnreadableFile
from policy_kit.profile import load_profile, read_source
from policy_kit.profile.validating import plain_values
from tests.profile.schools import EXAMPLES, primary

TEXT = (EXAMPLES / "secondary-with-sixth-form" / "profile.yaml").read_text("utf-8")


def _said(path: Path) -> str:
    with pytest.raises((InvalidProfile, UnreadableFile)) as error:
        load_profile(path)
    assert str(path) in str(error.value)
    return str(error.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_any_way_an_editor_saves_it(tmp_path: Path, encoding: str, ends: str) -> None:
    path = tmp_path / "school.yaml"
    text = TEXT.replace("ł", "l").replace("\n", ends)
    path.write_bytes(text.encode(encoding))
    fields = load_profile(path).fields
    assert fields["school_name"] == "St Bríd & St Osmund’s Catholic School"
    assert fields["dsl"]["name"] == "Ms Yasmin Thorne"


def test_yaml_does_not_change_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "school.yaml"
    path.write_text("version: 2026.10\nfaith: No\nurn: 012345\nisp: 1:30\nmis: 1e3\nshort_name: ~\n", "utf-8")
    data = read_source(path).data
    assert data == {
        "version": "2026.10",
        "faith": "No",
        "urn": "012345",
        "isp": "1:30",
        "mis": "1e3",
        "short_name": None,
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty; `policy-kit init` makes a profile"),
        (" \n\n", "the file is empty"),
        ("- a\n- b\n", "a profile is a list of fields, each on a line, such as school_name: "),
        ("Harrow Lane", "a profile is a list of fields"),
        ("phase: primary\n\turn: 1\n", "line 2: this is not valid YAML; lines are indented with spaces"),
        ("urn: 1\nisp: Grid: Link\n", "line 2: this is not valid YAML; a value that holds a colon"),
        ('urn: 1\nisp: "GridLink\n', "a quote is opened and not closed"),
        ("urn: 1\nisp: @grid\n", "line 2: this is not valid YAML; a value that begins with @"),
        ("urn: 1\nisp: *grid\n", "line 2: this is not valid YAML; a value that begins with * or &"),
        ("urn: 1\n---\nurn: 2\n", "a file is one document"),
        ("urn: 1\nisp Grid\nmis: x\n", "this is not valid YAML"),
        (
            "urn: 1\nisp: Gri\x08d\n",
            "line 2: this is not valid YAML; there is a character here that no text may hold",
        ),
        (
            "isp: !!python/object/apply:os.system [ls]\n",
            "line 1, !!python/object/apply:os.system is not read",
        ),
        ("isp: !include other.yaml\n", "line 1, !include is not read"),
        ("? [a, b]\n: c\n", "line 1, a field's name is missing here"),
    ],
)
def test_what_is_no_profile_is_told_in_a_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "school.yaml"
    path.write_bytes(text.encode())
    told = _said(path)
    assert said in told
    assert "\n" not in told


def test_a_form_of_comments_is_a_form_not_yet_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "school.yaml"
    path.write_text("# school_name:\n# urn:\n", encoding="utf-8")
    assert read_source(path).data == {}
    assert "school_name: is missing" in _said(path)


def test_a_field_twice_is_told_with_both_lines(tmp_path: Path) -> None:
    path = tmp_path / "school.yaml"
    path.write_text(f"{TEXT}\nisp: GridLink\n", encoding="utf-8")
    first = TEXT.splitlines().index("isp: Wexcombe Learning Network") + 1
    last = len(TEXT.splitlines()) + 2
    assert _said(path) == f"{path}, line {last}, isp: stands twice, first in line {first}; keep one"


def test_aliases_of_aliases_are_not_followed_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "school.yaml"
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    path.write_text("\n".join(lines), encoding="utf-8")
    begun = time.monotonic()
    assert "this is far more than a profile holds" in _said(path)
    assert time.monotonic() - begun < 2


def test_an_alias_of_itself_ends(tmp_path: Path) -> None:
    path = tmp_path / "school.yaml"
    path.write_text("isp: &a [*a]\n", encoding="utf-8")
    assert "school.yaml" in _said(path)


@pytest.mark.parametrize(("suffix", "depth"), [(".yaml", 5_000), (".yaml", 100_000), (".json", 5_000)])
def test_deep_nesting_ends(tmp_path: Path, suffix: str, depth: int) -> None:
    path = tmp_path / f"school{suffix}"
    path.write_text('{"isp": ' + "[" * depth + "]" * depth + "}", encoding="utf-8")
    assert "profile" in _said(path)


def test_lists_in_lists_by_their_dashes_end_too(tmp_path: Path) -> None:
    path = tmp_path / "school.yaml"
    path.write_text("- " * 100_000, encoding="utf-8")
    assert "nested too deeply" in _said(path)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    picture = tmp_path / "picture.yaml"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b"#" * 1_000_001)
    assert "is not text" in _said(picture)
    assert "far too large" in _said(huge)
    assert "there is no such file" in _said(tmp_path / "nothing.yaml")
    assert "this is a folder" in _said(tmp_path)


def _json(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "school.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_json_faults_are_told_by_line(tmp_path: Path) -> None:
    data: dict[str, Any] = plain_values(primary()) | {"phase": "primry"}
    path = _json(tmp_path, json.dumps(data, indent=2))
    line = next(n for n, row in enumerate(path.read_text("utf-8").splitlines(), 1) if '"phase"' in row)
    assert _said(path).startswith(f"{path}, line {line}, phase: 'primry'")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"urn": "199001",}', "line 1: this is not valid JSON"),
        ('{\n"urn": 1 2}', "line 2: this is not valid JSON"),
        ("[1, 2]", "a profile is a JSON object of fields"),
        ('{"urn": "199001", "urn": "199002"}', "urn: stands twice; keep one"),
        ('{"isp": ' + "9" * 5000 + "}", "school.json"),
        ('{"isp": "\\ud800"}', "isp: holds a character that no document can hold"),
    ],
)
def test_what_is_no_json_profile_is_told(tmp_path: Path, text: str, said: str) -> None:
    assert said in _said(_json(tmp_path, text))
