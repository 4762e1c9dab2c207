"""The commands as typed: what they print, what they write, and how they leave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.commands import DAY, EXAMPLES, ROOT, policy_kit

PROFILE = EXAMPLES / "primary-in-a-trust" / "profile.yaml"
OLD = EXAMPLES / "old-policy" / "policy.docx"
SCHOOLS = sorted(p.parent.name for p in EXAMPLES.glob("*/profile.yaml"))


def test_help_names_every_command_with_an_example() -> None:
    done = policy_kit("--help")
    assert done.returncode == 0
    names = [
        line.split()[0] for line in done.stdout.split("Commands:")[1].splitlines() if line.startswith("  ")
    ]
    for name in names[: names.index("Examples:") if "Examples:" in names else None]:
        shown = policy_kit(name, "--help")
        assert shown.returncode == 0, name
        assert "Example" in shown.stdout, name


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_generated_policy_audits_clean(school: str, tmp_path: Path) -> None:
    profile = EXAMPLES / school / "profile.yaml"
    out = tmp_path / "policy.docx"
    assert policy_kit("generate", profile, "-o", out, "--on", DAY).returncode == 0
    done = policy_kit("audit", out, "--profile", profile, "--on", DAY, "--format", "json")
    policy = json.loads(done.stdout)["policies"][0]
    faults = [f for f in policy["findings"] if f["severity"] != "advice"]
    assert faults == []
    assert policy["summary"]["thin"] == policy["summary"]["missing"] == 0
    assert done.returncode == 0


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        policy_kit("generate", PROFILE, "-o", tmp_path / name, "--on", DAY)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_an_old_policy_is_not_ready_to_sign() -> None:
    done = policy_kit("audit", OLD, "--on", DAY)
    assert done.returncode == 1
    assert done.stderr == ""
    for words in ("Not ready to sign", "Keeping Children Safe in Education", "insert name"):
        assert words in done.stdout


@pytest.mark.parametrize(("fail_on", "status"), [("error", 1), ("warning", 1), ("advice", 1), ("never", 0)])
def test_the_status_follows_fail_on(fail_on: str, status: int) -> None:
    assert policy_kit("audit", OLD, "--on", DAY, "--fail-on", fail_on, "--quiet").returncode == status


def test_a_finding_can_be_suppressed_with_a_reason_and_a_day(tmp_path: Path) -> None:
    policy = tmp_path / "policy.docx"
    policy.write_bytes(OLD.read_bytes())
    settings = tmp_path / "policy-kit.yaml"
    settings.write_text(
        "suppress:\n  - {check: PK101, reason: Being written this term, expires: 2027-01-31}\n",
        encoding="utf-8",
    )
    done = policy_kit("audit", policy, "--on", DAY, "--format", "json")
    marked = [f for f in json.loads(done.stdout)["policies"][0]["findings"] if f["check"] == "PK101"]
    assert marked
    assert all(f["suppressed"]["reason"] == "Being written this term" for f in marked)
    later = policy_kit("audit", policy, "--on", "2027-02-01")
    assert "accepted until 31 January 2027" in later.stdout


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("{check: PK999, reason: No such check, expires: 2027-01-31}", "PK999 is no check code"),
        ("{check: PK101, expires: 2027-01-31}", "needs a reason"),
        ("{check: PK101, reason: Because of this}", "needs `expires`"),
        ("{check: PK101, reason: Because, expires: 2027-01-31, untl: 3}", "untl is not known"),
        ("{reason: Because of this, expires: 2027-01-31}", "either `check` or `fingerprint`"),
    ],
)
def test_a_wrong_suppression_is_told(tmp_path: Path, entry: str, words: str) -> None:
    settings = tmp_path / "policy-kit.yaml"
    settings.write_text(f"suppress:\n  - {entry}\n", encoding="utf-8")
    done = policy_kit("audit", OLD, "--config", settings)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_baseline_tells_only_what_is_new(tmp_path: Path) -> None:
    report = tmp_path / "policy.json"
    policy_kit("audit", OLD, "--on", DAY, "--format", "json", "-o", report)
    done = policy_kit("audit", OLD, "--on", DAY, "--baseline", report, "--format", "json")
    assert done.returncode == 0
    summary = json.loads(done.stdout)["policies"][0]["summary"]
    assert (summary["errors"], summary["warnings"], summary["advice"]) == (0, 0, 0)


def test_a_trusts_own_standard_is_used() -> None:
    standard = EXAMPLES / "trust-standard" / "standard.yaml"
    done = policy_kit("audit", OLD, "--standard", standard, "--on", DAY, "--format", "json")
    report = json.loads(done.stdout)
    assert report["standard"]["id"] == "beacon-tides"
    found = {(f["check"], f["section"]) for f in report["policies"][0]["findings"]}
    assert ("PK101", "gaming-clubs") in found


def test_a_standard_with_a_fault_is_not_used(tmp_path: Path) -> None:
    text = (EXAMPLES / "trust-standard" / "standard.yaml").read_text(encoding="utf-8")
    standard = tmp_path / "ours.yaml"
    standard.write_text(text.replace("level: must", "level: mustt"), encoding="utf-8")
    done = policy_kit("audit", OLD, "--standard", standard, "--on", DAY)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "line 17: level: 'mustt' is not one of must, should, could" in done.stderr


def test_a_policy_of_another_school_is_told_first(tmp_path: Path) -> None:
    done = policy_kit("audit", OLD, "--profile", PROFILE, "--on", DAY)
    assert "The policy is of Fennel Brook Primary School" in done.stdout.split("CAN WAIT")[0].replace(
        "\n     ", " "
    )


def test_a_word_file_without_fields_is_no_template(tmp_path: Path) -> None:
    done = policy_kit("generate", PROFILE, "-t", OLD, "-o", tmp_path / "x.docx", "--on", DAY)
    assert done.returncode == 2
    assert "has no fields" in done.stderr
    assert not (tmp_path / "x.docx").exists()


def test_one_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"not a word file at all \x00\x01")
    (tmp_path / "b.docx").write_bytes(OLD.read_bytes())
    done = policy_kit("audit", tmp_path, "--on", DAY, "--format", "json")
    policies = json.loads(done.stdout)["policies"]
    assert [p["error"] is None for p in policies] == [False, True]
    assert done.returncode == 2
    assert "a.docx" in done.stderr
    assert "Traceback" not in done.stderr


def test_many_files_over_two_processes_give_the_same(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.docx").write_bytes(OLD.read_bytes())
    one = policy_kit("audit", tmp_path, "--on", DAY, "--format", "json")
    two = policy_kit("audit", tmp_path, "--on", DAY, "--format", "json", "--jobs", "2")
    assert one.stdout == two.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("audit", "nowhere.docx"), "nowhere.docx"),
        (("audit", "."), "holds no"),
        (("audit",), "Missing argument"),
        (("audti", "x"), "did you mean `audit`?"),
        (("generate", "nowhere.yaml", "-o", "x.docx"), "nowhere.yaml"),
        (("explain", "PK999"), "there is no such check"),
        (("standard", "show", "nothing"), "neither a standard nor a section"),
        (("standard", "show", "--standard", "nowhere"), "there is no such standard"),
        (("standard", "check", "nowhere.yaml"), "no such file"),
        (("audit", "x.docx", "--on", "yesterday"), "is not a date"),
        (("audit", "x.docx", "--format", "xlsx"), "-o findings.xlsx"),
        (("checklist", "x.docx", "-o", "x.txt"), ".docx"),
    ],
)
def test_bad_input_gets_one_line_and_status_two(
    arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    done = policy_kit(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_file_that_exists_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "mine.docx"
    out.write_text("my own words", encoding="utf-8")
    done = policy_kit("generate", PROFILE, "-o", out, "--on", DAY)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert out.read_text(encoding="utf-8") == "my own words"
    assert policy_kit("generate", PROFILE, "-o", out, "--on", DAY, "--force").returncode == 0
    assert out.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("folder", ["/proc", "nowhere"])
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, folder: str) -> None:
    done = policy_kit("generate", PROFILE, "-o", Path(folder) / "x.docx", "--on", DAY, cwd=tmp_path)
    assert done.returncode == 2
    assert folder in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = policy_kit("audit", OLD, "--on", DAY, "--format", "json", "-o", "/dev/full")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_every_check_can_be_explained() -> None:
    listed = policy_kit("explain").stdout.splitlines()
    codes = [line.split()[0] for line in listed if line.startswith("PK")]
    assert max(map(len, listed)) <= 80
    assert len(codes) == len(set(codes)) == 33
    for code in codes:
        page = policy_kit("explain", code)
        assert page.returncode == 0, code
        assert all(len(line) <= 80 or line.startswith("    ") for line in page.stdout.splitlines()), code
        written = (ROOT / "docs" / "checks" / f"{code}.md").read_text(encoding="utf-8")
        assert page.stdout.split() == written.split()
        for words in ("What it finds", "Why it matters", "How to mend it", "How to suppress it"):
            assert words in page.stdout, code


def test_the_demo_does_the_main_job(tmp_path: Path) -> None:
    done = policy_kit("demo", tmp_path / "out", "--on", DAY)
    assert done.returncode == 0, done.stderr
    made = {p.name for p in (tmp_path / "out").iterdir()}
    assert "generated policy.docx" in made
    assert any(name.endswith("report.html") for name in made)
    assert any("checklist" in name for name in made)
    assert (tmp_path / "out" / "trust" / "index.html").is_file()
    assert len(list((tmp_path / "out" / "trust" / "letters").iterdir())) == 12
    assert "Not ready to sign" in done.stdout


@pytest.mark.parametrize(
    "typed",
    [
        ("audit", "{policy}", "-o", "{out}.html"),
        ("audit", "{policy}", "--annotate", "{out}.docx"),
        ("checklist", "{policy}", "-o", "{out}.docx"),
        ("compare", "{policy}", "{policy}", "-o", "{out}.docx"),
        ("compare", "{policy}", "{policy}", "-o", "{out}.html"),
    ],
)
def test_a_file_that_is_in_the_way_is_told_before_any_work(tmp_path: Path, typed: tuple[str, ...]) -> None:
    out = tmp_path / "mine"
    words = [word.format(policy=tmp_path / "not-there.docx", out=out) for word in typed]
    Path(words[-1]).write_bytes(b"mine")
    done = policy_kit(*words)
    assert done.returncode == 2
    assert "already exists; choose another name, or add --force" in " ".join(done.stderr.split())
    assert Path(words[-1]).read_bytes() == b"mine"
    assert "not-there" in policy_kit(*words, "--force").stderr
