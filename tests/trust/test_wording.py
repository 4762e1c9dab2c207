"""Where a policy's wording comes from: the trust's template of today, an earlier one, or the school."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from policy_kit.generate import generate_policy
from policy_kit.generate.package import DOCUMENT, pack, unpack
from policy_kit.profile import Profile
from policy_kit.resources import bundled
from tests.generate.making import SCHOOL
from tests.trust.making import ON, policy, run

OWN = "the school’s own way of saying what it does about phones on the way to the bus in the winter months"


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five schools: made from the present template, edited since, from an earlier one, the same without its
    record, and one that wrote its own."""
    folder = tmp_path_factory.mktemp("wording")
    template = bundled("templates").joinpath("online-safety", "template.docx").read_bytes()
    earlier = folder / "earlier.docx"
    earlier.write_bytes(_changed(template, "harmful and inappropriate content", "bad pages of every kind"))
    present = generate_policy(Profile(SCHOOL), on=ON)
    old = generate_policy(Profile(SCHOOL), str(earlier), on=ON)
    files = {
        "Present School": present,
        "Edited School": _changed(present, "harmful and inappropriate content", OWN),
        "Old School": old,
        "Copied School": _without_record(old),
        "Own School": policy("Own School").encode(),
    }
    schools = []
    for name, data in files.items():
        file = folder / f"{name}{'.md' if name.startswith('Own') else '.docx'}"
        file.write_bytes(data)
        schools.append({"name": name, "policies": file.name})
    manifest = folder / "trust.yaml"
    told = {"trust": "Beacon Tides Trust", "earlier_templates": ["earlier.docx"], "schools": schools}
    manifest.write_text(yaml.safe_dump(told), encoding="utf-8")
    return manifest


def _changed(file: bytes, before: str, after: str) -> bytes:
    parts = unpack(file, "file.docx")
    assert before.encode() in parts[DOCUMENT]
    parts[DOCUMENT] = parts[DOCUMENT].replace(before.encode(), after.encode())
    return pack(parts)


def _without_record(file: bytes) -> bytes:
    parts = unpack(file, "file.docx")
    records = [name for name in parts if name.startswith("customXml/item") and b"provenance" in parts[name]]
    assert records
    for name in records:
        parts[name] = b"<nothing/>"
    return pack(parts)


def test_each_origin_is_told(manifest: Path) -> None:
    wording = {w.school: w for w in run(manifest).result.wording}
    assert {name: w.state for name, w in wording.items()} == {
        "Present School": "current", "Edited School": "current", "Old School": "old",
        "Copied School": "likely-old", "Own School": "own",
    }  # fmt: skip
    assert wording["Present School"].share == 1.0
    assert wording["Present School"].least == ()
    assert 0.95 < wording["Edited School"].share < 1.0
    assert wording["Copied School"].template == "earlier.docx"
    assert wording["Own School"].share < 0.3


def test_those_on_an_old_template_come_first(manifest: Path) -> None:
    states = [w.state for w in run(manifest).result.wording]
    assert states == ["old", "likely-old", "own", "current", "current"]


def test_a_record_that_is_not_ours_is_no_record(manifest: Path, tmp_path: Path) -> None:
    from policy_kit.trust.across.wording import _record

    for text in ("", "no json", "[]", '{"template": "x", "blocks": []}', '{"template": {}, "blocks": {}}'):
        assert _record(text) is None
