"""A letter to each school: what to mend and by when, from the trust's own template in a sandbox."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from policy_kit.errors import TemplateFault
from policy_kit.generate.letter import LETTER_FIELDS, build_letter
from policy_kit.generate.package import DOCUMENT, pack, unpack
from policy_kit.reports.trust.phrases import standing
from policy_kit.sources import read
from policy_kit.trust import Trust, load_trust, write_letters
from policy_kit.trust.letters import letter_context
from tests.trust.making import policy, run, trust_in
from tests.trust.results import HOSTILE, trust_of


@pytest.fixture
def trust(tmp_path: Path) -> Trust:
    return load_trust(trust_in(tmp_path, {"Ash Bank School": policy("Ash Bank School")}))


def _text(letter: bytes, tmp_path: Path) -> str:
    file = tmp_path / "letter.docx"
    file.write_bytes(letter)
    return "\n".join(block.text for block in read(file).blocks)


def test_a_letter_says_what_to_mend_and_by_when(tmp_path: Path) -> None:
    schools: dict[str, str | bytes] = {
        "Ash Bank School": policy("Ash Bank School", kcsie="2019", review="March 2022", more="[insert name]"),
        "Birch Hill School": b"PK\x03\x04",
    }
    cycle = {"name": "autumn 2026", "starts": "2026-09-01", "due": "2026-11-30"}
    manifest = trust_in(tmp_path / "t", schools, cycle=cycle, contact="Priti Osborne, 01632 960100")
    letters = dict(write_letters(run(manifest).result, load_trust(manifest)))
    assert sorted(letters) == ["ash-bank-school.docx", "birch-hill-school.docx"]
    told = _text(letters["ash-bank-school.docx"], tmp_path)
    for words in (
        "Beacon Tides Trust", "21 November 2026", "To Ash Bank School",
        "Mend before anyone signs it, and by 30 November 2026", "“[insert name]” is a field in brackets.",
        "The policy cites the 2019 edition", "Sections not found:", "Cyberbullying",
        "Your policy gives 31 March 2022 as its next review, which is past.",
        "go to Priti Osborne, 01632 960100.",
    ):  # fmt: skip
        assert words in told, words
    assert "{{" not in told
    assert "could not read" not in told
    broken = _text(letters["birch-hill-school.docx"], tmp_path)
    assert "We could not read your policy. Please send a fresh copy by 30 November 2026." in broken
    assert "Mend before anyone" not in broken


def test_two_policies_of_a_school_share_a_letter(tmp_path: Path) -> None:
    """What both lack is told once; every place has its file's name, without the trust's folders."""
    manifest = trust_in(tmp_path / "t", {"Ash Bank School": policy("Ash Bank School", more="[insert name]")})
    school = run(manifest).result.schools[0]
    reading = school.readings[0]
    twice = replace(
        school,
        readings=(
            replace(reading, file="../from schools/ash 2025.docx"),
            replace(reading, file="../from schools/ash 2026.docx"),
        ),
        notes=("../from schools/ash 2025.docx: something of note",),
    )
    told = letter_context(twice, run(manifest).result)
    alone = letter_context(school, run(manifest).result)
    assert told["files"] == ["ash 2025.docx", "ash 2026.docx"]
    assert told["trouble"] == ["ash 2025.docx: something of note."]
    first, single = told["first"], alone["first"]
    assert isinstance(first, list)
    assert isinstance(single, list)
    assert len(first) == len(single) > 1
    (blank,) = (point for point in first if "[insert name]" in str(point))
    assert isinstance(blank, dict)
    assert str(blank["where"]).count("ash 2025.docx: ") == str(blank["where"]).count("ash 2026.docx: ") == 1


def test_the_same_result_gives_the_same_letters(trust: Trust) -> None:
    result = trust_of(4)
    assert list(write_letters(result, trust)) == list(write_letters(result, trust))


def test_hostile_words_stay_words(trust: Trust, tmp_path: Path) -> None:
    letters = dict(write_letters(trust_of(3, hostile=HOSTILE), trust))
    assert "<script>alert(1)</script>" in _text(letters["school-001.docx"], tmp_path)


def test_the_fields_a_letter_may_use_are_those_it_gets() -> None:
    result = trust_of(3)
    assert set(letter_context(result.schools[1], result)) == set(LETTER_FIELDS)
    assert standing(result.schools[1]) == "1 thing to mend first"


def test_the_guide_lists_the_fields() -> None:
    guide = Path(__file__).resolve().parents[2].joinpath("docs", "trusts.md").read_text(encoding="utf-8")
    for name, told in LETTER_FIELDS.items():
        assert f"| `{name}` | {told} |" in guide


def _template(tmp_path: Path, before: str, after: str) -> str:
    parts = unpack(build_letter(), "letter.docx")
    assert before.encode() in parts[DOCUMENT]
    parts[DOCUMENT] = parts[DOCUMENT].replace(before.encode(), after.encode())
    file = tmp_path / "our letter.docx"
    file.write_bytes(pack(parts))
    return str(file)


def test_the_trusts_own_template_is_used(trust: Trust, tmp_path: Path) -> None:
    own = _template(tmp_path, "Dear colleague", "Dear friends at {{ school }}")
    letters = dict(write_letters(trust_of(2), replace(trust, letter=own)))
    assert "Dear friends at School 001 of the Bay" in _text(letters["school-001.docx"], tmp_path)


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{{ scool }}", "scool"),
        ("{{ school.__class__ }}", "our letter.docx"),
        ("{% for a in range(9) %}{% endfor %}", "our letter.docx"),
    ],
)
def test_a_template_that_asks_for_what_it_may_not_is_refused(
    trust: Trust, tmp_path: Path, tag: str, told: str
) -> None:
    own = _template(tmp_path, "Dear colleague", tag)
    with pytest.raises(TemplateFault, match=told):
        list(write_letters(trust_of(2), replace(trust, letter=own)))


def test_a_letter_that_is_not_there(trust: Trust) -> None:
    with pytest.raises(TemplateFault, match="there is no such template"):
        list(write_letters(trust_of(2), replace(trust, letter="none.docx")))
