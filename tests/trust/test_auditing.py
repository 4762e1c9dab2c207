"""One run over many schools: each once, none stopped by another, and nothing read twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from policy_kit.reports.trust.as_json import render_trust_json
from policy_kit.roll_up import TrustResult
from policy_kit.trust import reading as reading_module
from tests.trust.making import ON, policy, run, trust_in

NAMES = ("Ash Bank School", "Birch Hill School", "Cedar Lane School", "Dell Road School")


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    return trust_in(tmp_path / "trust", {name: policy(name) for name in NAMES})


def _file(manifest: Path, number: int) -> Path:
    return manifest.parent / f"policy-{number}.md"


def _names_read(manifest: Path, memory: Path, **more: object) -> list[str]:
    read: list[str] = []
    run(manifest, memory, told=lambda _done, _of, name: read.append(name), **more)
    return read


def test_a_second_run_with_one_changed_file_reads_one_file(manifest: Path, tmp_path: Path) -> None:
    memory = tmp_path / "memory.sqlite"
    assert sorted(_names_read(manifest, memory)) == sorted(NAMES)
    assert _names_read(manifest, memory) == []
    _file(manifest, 2).write_text(policy(NAMES[1], review="October 2025"), encoding="utf-8")
    third = run(manifest, memory)
    assert (third.read, third.known) == (1, len(NAMES) - 1)
    assert _names_read(manifest, memory) == []


def test_what_a_reading_was_made_of_decides_whether_it_stands(manifest: Path, tmp_path: Path) -> None:
    memory = tmp_path / "memory.sqlite"
    run(manifest, memory)
    assert len(_names_read(manifest, memory, on=date(2027, 12, 1))) == len(NAMES)
    assert _names_read(manifest, memory) == []
    reason = "findings:\n  - {check: PK101, reason: we know, expires: 2027-01-01}\n"
    assert _names_read(manifest, memory) == []
    (manifest.parent / "policy-kit.yaml").write_text(reason, encoding="utf-8")
    assert len(_names_read(manifest, memory)) == len(NAMES)


def test_the_members_names_are_part_of_it(manifest: Path, tmp_path: Path) -> None:
    memory = tmp_path / "memory.sqlite"
    run(manifest, memory)
    text = manifest.read_text(encoding="utf-8").replace("Dell Road School", "Dell Street School")
    manifest.write_text(text, encoding="utf-8")
    assert len(_names_read(manifest, memory)) == len(NAMES)


def test_a_new_version_of_the_program_reads_everything(
    manifest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = tmp_path / "memory.sqlite"
    run(manifest, memory)
    monkeypatch.setattr("policy_kit.trust.marks.code_version", lambda: "another")
    assert len(_names_read(manifest, memory)) == len(NAMES)


def test_remembered_and_fresh_several_at_once_and_one_by_one_tell_the_same(
    manifest: Path, tmp_path: Path
) -> None:
    memory = tmp_path / "memory.sqlite"
    first = render_trust_json(run(manifest, memory, jobs=2).result)
    again = render_trust_json(run(manifest, memory).result)
    alone = render_trust_json(run(manifest, None).result)
    assert first == again == alone


def test_a_broken_file_is_a_row_and_stops_no_other(tmp_path: Path) -> None:
    schools: dict[str, str | bytes] = {name: policy(name) for name in NAMES}
    schools[NAMES[2]] = b"PK\x03\x04 cut short"
    result = run(trust_in(tmp_path, schools), jobs=2).result
    assert [s.name for s in result.schools if s.state == "read"] != []
    (broken,) = [s for s in result.schools if s.state == "not-read"]
    assert broken is result.schools[0]  # most in need
    assert broken.name == NAMES[2]
    ((school, file, error),) = result.failed
    assert (school, file) == (NAMES[2], "policy-3.md")
    assert str(tmp_path) not in error


def test_a_file_that_is_missing_is_told_each_time(manifest: Path, tmp_path: Path) -> None:
    memory = tmp_path / "memory.sqlite"
    text = _file(manifest, 1).read_text(encoding="utf-8")
    _file(manifest, 1).unlink()
    for _ in range(2):
        assert [f[1] for f in run(manifest, memory).result.failed] == ["policy-1.md"]
    _file(manifest, 1).write_text(text, encoding="utf-8")
    assert run(manifest, memory).result.failed == ()


def test_a_file_that_is_no_policy_is_told_as_such(tmp_path: Path) -> None:
    letter = "# Newsletter\n\nThe gates open at 8.40. Coats should have names in them.\n"
    result = run(trust_in(tmp_path, {"Ash Bank School": policy("Ash Bank School"), "Elm": letter})).result
    (school,) = [s for s in result.schools if s.state == "no-policy"]
    assert school.name == "Elm"
    assert all(cell.status is None for cell in school.cells.values())
    assert school.errors == 0


class _Stop:
    """Presses Ctrl-C after some policies."""

    def __init__(self, after: int) -> None:
        self.after = after

    def __call__(self, done: int, _of: int, _name: str) -> None:
        if done == self.after:
            raise KeyboardInterrupt


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_leaves_what_was_read(manifest: Path, tmp_path: Path, jobs: int) -> None:
    memory = tmp_path / "memory.sqlite"
    result = run(manifest, memory, jobs=jobs, told=_Stop(2)).result
    assert not result.complete
    assert sorted(s.state for s in result.schools) == ["read", "read", "waiting", "waiting"]
    assert [s.state for s in result.schools][-2:] == ["waiting", "waiting"]
    assert len(_names_read(manifest, memory)) == 2  # only what was left


def test_a_stopped_run_is_no_run_to_compare_with(manifest: Path, tmp_path: Path) -> None:
    memory = tmp_path / "memory.sqlite"
    run(manifest, memory, told=_Stop(2))
    assert run(manifest, memory, on=date(2026, 12, 1)).result.since is None


def test_a_policy_that_brings_its_process_down_is_a_row(
    manifest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reading_module.audit_file

    def fatal(path: Path, *more: object) -> object:
        if path.name == "policy-2.md":
            os.kill(os.getpid(), signal.SIGKILL)
        return real(path, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(reading_module, "audit_file", fatal)
    result = run(manifest, jobs=2).result
    ((school, _, error),) = result.failed
    assert school == NAMES[1]
    assert "brought the program down" in error
    assert [s.state for s in result.schools].count("read") == 3


def test_a_fault_of_ours_in_one_policy_stops_no_other(
    manifest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reading_module.audit_file

    def faulty(path: Path, *more: object) -> object:
        if path.name == "policy-3.md":
            raise ZeroDivisionError("a slip")
        return real(path, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(reading_module, "audit_file", faulty)
    ((school, _, error),) = run(manifest).result.failed
    assert school == NAMES[2]
    assert "ZeroDivisionError: a slip" in error


_SLOW = """
import sys
from pathlib import Path
from tests.trust.making import run
def told(done, of, name):
    print(done, flush=True)
    if done == 2:
        import time; time.sleep(60)
run(Path(sys.argv[1]), Path(sys.argv[2]), told=told)
"""


def test_a_kill_in_the_middle_loses_nothing_that_was_finished(manifest: Path, tmp_path: Path) -> None:
    memory = tmp_path / "memory.sqlite"
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", _SLOW, manifest, memory], stdout=subprocess.PIPE, cwd=root, text=True
    ) as killed:
        assert killed.stdout is not None
        while killed.stdout.readline().strip() != "2":
            time.sleep(0.01)
        killed.kill()
    assert len(_names_read(manifest, memory)) == 2


def test_two_runs_at_once_on_one_memory_do_no_harm(manifest: Path, tmp_path: Path) -> None:
    memory = tmp_path / "memory.sqlite"
    root = Path(__file__).resolve().parents[2]
    code = (
        "import sys; from pathlib import Path; from tests.trust.making import run; "
        "run(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    both = [subprocess.Popen([sys.executable, "-c", code, manifest, memory], cwd=root) for _ in range(2)]
    assert [one.wait(60) for one in both] == [0, 0]
    assert _names_read(manifest, memory) == []


def test_a_school_with_two_policies_has_the_best_of_both(tmp_path: Path) -> None:
    manifest = trust_in(tmp_path, {"Ash Bank School": policy("Ash Bank School")})
    whole = (
        "## Cyberbullying\n\nCyberbullying is bullying by phone, game or message. Staff who see it "
        "or hear of it report it to the safeguarding lead, keep the evidence, and support the child who is "
        "hurt. It is dealt with under the behaviour and anti-bullying policies, wherever it happens.\n"
    )
    (tmp_path / "second.md").write_text(policy("Ash Bank School", more=whole), encoding="utf-8")
    text = manifest.read_text(encoding="utf-8").replace(
        "policies: policy-1.md", "policies: [policy-1.md, second.md]"
    )
    one = run(manifest).result
    manifest.write_text(text, encoding="utf-8")
    both = run(manifest).result
    assert _status(one, "cyberbullying") == "missing"
    assert _status(both, "cyberbullying") in ("thin", "present")
    assert [page for _, page in both.schools[0].pages] == ["ash-bank-school.html", "ash-bank-school-2.html"]


def _status(result: TrustResult, section: str) -> str:
    status = result.schools[0].cells[section].status
    return status.value if status else ""


def test_schools_stand_in_the_order_of_need(tmp_path: Path) -> None:
    schools = {
        "Well School": policy("Well School"),
        "Late School": policy("Late School", review="October 2021", kcsie="2019", dsl="[insert name]"),
        "Cut School": b"PK\x03\x04",
    }
    result = run(trust_in(tmp_path, schools)).result
    assert [s.name for s in result.schools] == ["Cut School", "Late School", "Well School"]
    assert result.schools[1].errors > result.schools[2].errors


def test_the_commonest_gaps_come_first_and_of_those_the_statutory(tmp_path: Path) -> None:
    schools = {
        "Ash Bank School": policy("Ash Bank School"),
        "Birch Hill School": policy(
            "Birch Hill School", more="## Cyberbullying\n\nWe deal with cyberbullying."
        ),
    }
    gaps = run(trust_in(tmp_path, schools)).result.gaps
    assert [len(g.missing) for g in gaps] == sorted((len(g.missing) for g in gaps), reverse=True)
    both = [g.level for g in gaps if len(g.missing) == 2]
    levels = ("statutory", "expected", "recommended")
    assert both == sorted(both, key=levels.index)
    (cyber,) = [g for g in gaps if g.section == "cyberbullying"]
    assert "Ash Bank School" in cyber.missing
    assert "Birch Hill School" not in cyber.missing


def test_a_profile_with_a_slip_is_told_and_the_rest_of_it_used(tmp_path: Path) -> None:
    profiles = {"Ash Bank School": {"school_name": "Ash Bank School", "urn": "12", "phase": "primary"}}
    run_ = run(trust_in(tmp_path, {"Ash Bank School": policy("Ash Bank School")}, profiles=profiles))
    (fault,) = run_.known_of["Ash Bank School"].faults
    assert "urn" in fault
    assert fault in run_.result.schools[0].notes
    assert run_.known_of["Ash Bank School"].fields["phase"] == "primary"
    assert "dsl" in run_.result.schools[0].fields_missing


def test_the_pages_are_the_single_reports(manifest: Path, tmp_path: Path) -> None:
    from policy_kit.trust import Store, audit_trust, load_trust

    with Store(tmp_path / "m.sqlite") as store:
        run_ = audit_trust(load_trust(manifest), ON, store)
        page = run_.page(store, "birch-hill-school.html")
    assert "Birch Hill School Online Safety Policy" in page
    assert "Governors review filtering and monitoring every year" in page
    assert str(tmp_path) not in page
    assert json.dumps(str(tmp_path)) not in page
