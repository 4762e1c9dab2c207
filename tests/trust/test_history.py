"""What got better and worse since an earlier run, by school and section."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from policy_kit.errors import OutputFault
from policy_kit.trust import Store
from tests.trust.making import ON, policy, run, trust_in

TERM_BEFORE = date(2026, 7, 10)
BULLYING = (
    "## Cyberbullying\n\nCyberbullying is bullying by phone, game or message. Staff who see it report it to "
    "the safeguarding lead the same day, keep the evidence, and support the child who is hurt.\n"
)


def _trust(folder: Path, **texts: str) -> Path:
    return trust_in(folder, {name.replace("_", " "): text for name, text in texts.items()})


def test_the_first_run_has_nothing_to_compare_with(tmp_path: Path) -> None:
    memory = tmp_path / "m.sqlite"
    manifest = _trust(tmp_path / "t", Ash_School=policy("Ash School"))
    assert run(manifest, memory).result.since is None
    assert run(manifest, memory).result.since is None  # nor has a second one of the same day


def test_what_changed_is_told_by_school_and_section(tmp_path: Path) -> None:
    memory = tmp_path / "m.sqlite"
    before = {
        "Ash_School": policy("Ash School", kcsie="2026"),
        "Birch_School": policy("Birch School", more=BULLYING),
        "Cedar_School": policy("Cedar School"),
    }
    run(_trust(tmp_path / "t", **before), memory, on=TERM_BEFORE)
    after = {
        "Ash_School": policy("Ash School", kcsie="2026", more=BULLYING),
        "Birch_School": policy("Birch School"),
        "Dell_School": policy("Dell School"),
    }
    since = run(_trust(tmp_path / "t", **after), memory).result.since
    assert since is not None
    assert since.on == TERM_BEFORE
    assert since.came == ("Dell School",)
    assert since.went == ("Cedar School",)
    changed = {(c.school, c.section): c for c in since.changes}
    better = changed["Ash School", "cyberbullying"]
    assert (better.better, better.was) == (True, "not found")
    assert better.now in ("thin", "found")
    assert not changed["Birch School", "cyberbullying"].better
    assert not since.changes[0].better  # what got worse comes first


def test_a_run_of_an_earlier_day_can_be_chosen(tmp_path: Path) -> None:
    memory = tmp_path / "m.sqlite"
    manifest = _trust(tmp_path / "t", Ash_School=policy("Ash School"))
    for day in (date(2025, 11, 1), TERM_BEFORE):
        run(manifest, memory, on=day)
    last = run(manifest, memory).result.since
    chosen = run(manifest, memory, compare_to=date(2026, 1, 1)).result.since
    today = run(manifest, memory, compare_to=ON).result.since
    assert [s.on for s in (last, chosen, today) if s] == [TERM_BEFORE, date(2025, 11, 1), ON]
    assert today is not None
    assert today.changes == ()


def test_another_trusts_runs_do_not_count(tmp_path: Path) -> None:
    memory = tmp_path / "m.sqlite"
    manifest = _trust(tmp_path / "t", Ash_School=policy("Ash School"))
    run(manifest, memory, on=TERM_BEFORE)
    text = manifest.read_text(encoding="utf-8").replace("Beacon Tides Trust", "Another Trust")
    manifest.write_text(text, encoding="utf-8")
    assert run(manifest, memory).result.since is None


def test_a_file_that_could_be_read_before_is_told(tmp_path: Path) -> None:
    memory = tmp_path / "m.sqlite"
    manifest = _trust(tmp_path / "t", Ash_School=policy("Ash School"))
    run(manifest, memory, on=TERM_BEFORE)
    (manifest.parent / "policy-1.md").write_bytes(b"PK\x03\x04")
    since = run(manifest, memory).result.since
    assert since is not None
    assert [(c.section, c.better, c.now) for c in since.changes] == [("", False, "could not be read")]


def test_what_no_late_run_used_is_let_go(tmp_path: Path) -> None:
    import sqlite3

    memory = tmp_path / "m.sqlite"
    manifest = _trust(tmp_path / "t", Ash_School=policy("Ash School"))
    for number in range(8):
        (manifest.parent / "policy-1.md").write_text(policy("Ash School", dsl=f"Mr Ned Ash{number}"), "utf-8")
        run(manifest, memory)
    with sqlite3.connect(memory) as db:
        (kept,) = db.execute("select count(*) from readings").fetchone()
        (runs,) = db.execute("select count(*) from runs").fetchone()
    assert kept <= 4
    assert runs == 8


@pytest.mark.parametrize(
    "content", [b"not a database at all, but words" * 50, b"SQLite format 3\x00" + b"\xff" * 400]
)
def test_a_memory_that_is_none_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    memory = tmp_path / "m.sqlite"
    memory.write_bytes(content)
    with pytest.raises(OutputFault, match=r"m\.sqlite: this is no memory of ours"):
        Store(memory)
    assert memory.read_bytes() == content


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    import sqlite3

    memory = tmp_path / "m.sqlite"
    with sqlite3.connect(memory) as db:
        db.execute("create table pupils (name text)")
    with pytest.raises(OutputFault, match="this is no memory of ours"):
        Store(memory)


def test_a_full_disk_is_told_and_the_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = tmp_path / "m.sqlite"
    schools = {name: policy(name) for name in ("Ash School", "Birch School", "Cedar School")}
    manifest = trust_in(tmp_path / "t", schools)
    run(trust_in(tmp_path / "first", {"Ash School": policy("Ash School")}), memory)
    from policy_kit.trust import store

    real = store._connected

    def full(where: str) -> object:
        db = real(where)
        pages = db.execute("pragma page_count").fetchone()[0]
        db.execute(f"pragma max_page_count = {pages}")
        return db

    monkeypatch.setattr(store, "_connected", full)
    result = run(manifest, memory).result
    assert [s.state for s in result.schools] == ["read"] * 3
    (trouble,) = [w for w in result.warnings if "m.sqlite" in w]
    assert "full" in trouble
