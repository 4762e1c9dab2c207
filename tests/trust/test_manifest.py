"""A manifest that is right is read, and every fault of one that is not is told with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from policy_kit.errors import InvalidManifest, UnreadableFile
from policy_kit.trust import load_trust

WHOLE = """
trust: Beacon  Tides Trust
group_uid: 19901
standard: standards/ours.yaml
template: templates/ours.docx
earlier_templates: [templates/old.docx]
letter: templates/letter.docx
contact: Priti Osborne
cycle: {name: autumn 2026, starts: 2026-09-01, due: 2026-11-30}
schools:
  - {name: Harrow Lane, urn: 199001, profile: p/harrow.yaml, policies: [a.docx, b.pdf], contact: Mr Pryce}
  - {name: Tern Lane, policies: c.docx}
"""


def test_everything_a_manifest_may_say(tmp_path: Path) -> None:
    file = tmp_path / "trust.yaml"
    file.write_text(WHOLE, encoding="utf-8")
    trust = load_trust(file)
    assert (trust.name, trust.group_uid, trust.contact) == ("Beacon Tides Trust", "19901", "Priti Osborne")
    assert trust.standard == str(tmp_path / "standards" / "ours.yaml")
    assert trust.template == str(tmp_path / "templates" / "ours.docx")
    assert trust.earlier_templates == (str(tmp_path / "templates" / "old.docx"),)
    assert trust.letter == str(tmp_path / "templates" / "letter.docx")
    assert trust.cycle is not None
    assert (trust.cycle.name, trust.cycle.starts, trust.cycle.due) == (
        "autumn 2026", date(2026, 9, 1), date(2026, 11, 30),
    )  # fmt: skip
    first, second = trust.schools
    assert (first.name, first.urn, first.contact) == ("Harrow Lane", "199001", "Mr Pryce")
    assert first.profile == tmp_path / "p" / "harrow.yaml"
    assert first.policies == (tmp_path / "a.docx", tmp_path / "b.pdf")
    assert first.files == ("a.docx", "b.pdf")
    assert second.files == ("c.docx",)


def test_what_is_not_said_is_as_shipped(tmp_path: Path) -> None:
    file = tmp_path / "trust.yaml"
    file.write_text("trust: T\nschools: [{name: S, policies: s.docx}]\n", encoding="utf-8")
    trust = load_trust(file)
    assert (trust.standard, trust.template, trust.letter, trust.cycle) == (
        "online-safety", "online-safety", "", None,
    )  # fmt: skip


ONE = "schools: [{name: S, policies: s.docx}]\n"


def test_a_manifest_may_hold_every_school_of_a_county_and_more(tmp_path: Path) -> None:
    file = tmp_path / "trust.yaml"
    entries = "".join(
        f"- {{name: School {n}, urn: {100000 + n}, policies: s{n}.docx}}\n" for n in range(6000)
    )
    file.write_text(f"trust: T\nschools:\n{entries}", encoding="utf-8")
    assert len(load_trust(file).schools) == 6000


FAULTS = [
    ("trust: T\n", "schools is missing"),
    (
        f"trust: T\nearlier_templates: [{', '.join(f't{n}.docx' for n in range(6))}]\n{ONE}",
        "6 entries, and at most 5 may stand here",
    ),
    (ONE, "trust is missing"),
    ("trust: T\nschools: []\n", "names no school; add one under schools"),
    ("trust: T\nschools: [{name: S}]\n", "school 1: say where its profile or its policies are"),
    ("trust: T\nschools: [{policies: s.docx}]\n", "school 1: name is missing"),
    (f"trust: T\nscools: 1\n{ONE}", "'scools' is not known here"),
    (f"trust: T\ncycle: {{name: x, due: soon}}\n{ONE}", "line 2, cycle due: 'soon' is not a day"),
    (
        "trust: T\nschools: [{name: S, policies: a}, {name: R, policies: b}, {name: the s, policies: c}]\n",
        "school 3: its name 'the s' stands twice",
    ),
    (
        "trust: T\nschools: [{name: A, urn: 199001, policies: a}, {name: B, urn: 199001, policies: b}]\n",
        "school 2: its urn '199001' stands twice",
    ),
    ("trust: T\nschools: [{name: S, urn: 12, policies: a}]\n", "school 1 urn: '12' is not of the form"),
    ("", "the file is empty"),
    ("# nothing yet\n", "the manifest is empty"),
    ("- a\n- b\n", "a manifest is a list of fields, each on a line, such as trust: "),
    ("trust: [\n", "this is not valid YAML"),
    ('trust: T\ntrust: U\n' + ONE, "stands twice"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), FAULTS, ids=[told for _, told in FAULTS])
def test_each_fault_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "trust.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidManifest) as raised:
        load_trust(file)
    assert told in str(raised.value)
    assert str(raised.value).startswith(str(file))
    assert "\n" not in str(raised.value)


def test_a_manifest_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(
        UnreadableFile, match="there is no such file; `policy-kit trust init` makes a manifest"
    ):
        load_trust(tmp_path / "none.yaml")


def test_a_policy_given_for_a_manifest(tmp_path: Path) -> None:
    file = tmp_path / "a profile.docx"
    file.write_bytes(b"PK\x03\x04\0\0")
    with pytest.raises(UnreadableFile) as raised:
        load_trust(file)
    assert str(raised.value) == f"{file}: is not text; a manifest is a YAML or JSON file"
