"""`init`: asked for in the terminal, read from the register, set outright; left and taken up again."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policy_kit.cli import init
from policy_kit.errors import PolicyKitError
from policy_kit.profile import as_written, load_profile, profile_fields, read_source
from policy_kit.profile.validating import plain_values

EXAMPLES = Path(__file__).parents[2] / "examples"

# What a person types at Fen Bank, question by question; "" takes what is offered.
ANSWERS = """
Fen Bank School
199009
4
5-11

no
1
Northmere Council
Northmere Safeguarding Children Partnership


governing board
Mrs Bo Ash
Mr Jude Omar, ext 4
Ms Lin Fry
Mr Dov Hale

Mr Jude Omar
Dr Io Marsh
Ms Pat Lund, chair@fenbank.example
Mr Sol Rudd, dpo@fenbank.example

BrightNet, 01632 960111
GridLink
ClearGate
WatchPoint

2

15/9/2026
SafeLog
Officium
ParentPost

Draftwell



handed-in
Year 6 who walk home alone
at the end of the day
Deputy headteacher

Safe Compass, June 2026

Child protection policy; Behaviour policy



2026-11-30



office@fenbank.example
01632 960500
www.fenbank.example
LADO, 01632 960222
Front door, 01632 960333
prevent@northmere.example
"""


def _run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(
        init.command, [*arguments, "--on", "2026-11-21"], input=typed, catch_exceptions=True
    )


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "_is_terminal", lambda: True)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "school.yaml"


def _told(result: Result) -> str:
    """The one line (or lines) that a user would see of the error."""
    assert isinstance(result.exception, PolicyKitError), result.output
    return str(result.exception)


@pytest.mark.usefixtures("terminal")
def test_a_whole_profile_is_asked_for_once(out: Path) -> None:
    result = _run(str(out), typed=ANSWERS.lstrip("\n"))
    assert result.exit_code == 0, (result.output[-1500:], result.exception)
    fields = load_profile(out).fields
    assert fields["phase"] == "primary"
    assert fields["key_stages"] == ["KS1", "KS2"]
    assert (fields["has_eyfs"], fields["has_sixth_form"], fields["is_boarding"]) == (False, False, False)
    assert fields["deputy_dsls"] == [{"name": "Ms Lin Fry"}, {"name": "Mr Dov Hale"}]
    assert fields["policy_owner"] == {"name": "Mr Jude Omar", "role": "DSL"}
    assert fields["device_scheme"] == "class-sets"
    assert fields["ai_tools_approved"] == {"staff": ["Draftwell"], "pupils": []}
    assert fields["social_accounts"] == []
    assert fields["approved_by"] == "Full governing board"
    assert fields["date_written"] == datetime.date(2026, 11, 21)
    assert fields["date_next_review"] == datetime.date(2027, 11, 21)
    assert fields["kcsie_edition"] == 2026
    assert fields["website"] == "https://www.fenbank.example"
    assert "faith" not in fields
    assert "monitoring_out_of_hours" not in fields
    assert f"Next: policy-kit generate {out} -o policy.docx" in result.output


@pytest.mark.usefixtures("terminal")
def test_every_question_is_explained_and_fits_the_screen(out: Path) -> None:
    shown = _run(str(out), typed=ANSWERS.lstrip("\n")).output
    assert "Designated safeguarding lead (DSL)  (" in shown
    assert "  The designated safeguarding lead, and how to reach them." in shown
    assert "  For example: Mr Owen Pryce, ext 210" in shown
    assert "1 nursery   2 infant   3 junior   4 primary" in shown
    assert "  yes or no [no] >" in shown
    assert [group for group in ("People", "Dates and approval") if f"── {group} ─" not in shown] == []
    assert [line for line in shown.splitlines() if len(line) > 79 and "/" not in line] == []
    numbered = [line for line in shown.splitlines() if line.rstrip().endswith(("  7", "  5", " 8"))]
    assert numbered == [], "a choice is parted from its number"


@pytest.mark.usefixtures("terminal")
def test_a_wrong_answer_is_told_and_asked_again(out: Path) -> None:
    typed = "Fen Bank School\n12345\n\n199009\nprimry\nprimary\n"
    result = _run(str(out), typed=typed)
    assert "  '12345' is no unique reference number, which is six digits\n" in result.output
    assert "  This one needs an answer.\n" in result.output
    assert "did you mean primary?" in result.output
    assert read_source(out).data["urn"] == "199009"


@pytest.mark.usefixtures("terminal")
def test_answers_are_checked_beside_those_given(out: Path) -> None:
    result = _run(str(out), typed="Fen Bank School\n199009\nprimary\n5-11\nKS1; KS4\n\nKS1; KS2\n\n")
    assert "lists KS4, but the phase is primary; change one of them; is it all-through?" in result.output
    assert load_partial(out)["key_stages"] == ["KS1", "KS2"]


@pytest.mark.usefixtures("terminal")
def test_going_back_offers_the_old_answer(out: Path) -> None:
    result = _run(str(out), typed="<\nFen Bnk School\n199009\n<\n<\nFen Bank School\n\n")
    assert "[199009] >" in result.output
    assert load_partial(out) == {"school_name": "Fen Bank School", "urn": "199009"}


@pytest.mark.usefixtures("terminal")
def test_a_changed_answer_changes_what_follows_from_it(out: Path) -> None:
    typed = "Fen Bank School\n199009\nprimary\n5-11\n\n<\n<\n<\nsecondary\n11-18\nKS3;KS4;KS5\n\n"
    _run(str(out), typed=typed)
    partial = load_partial(out)
    assert partial["phase"] == "secondary"
    assert partial["has_sixth_form"] == "true"


@pytest.mark.usefixtures("terminal")
def test_leaving_keeps_the_answers_and_the_next_run_goes_on(out: Path) -> None:
    left = _run(str(out), typed="Fen Bank School\n199009\n")
    assert left.exit_code == 1
    assert f"Kept in {out}. Go on with `policy-kit init {out}`." in left.output
    assert load_partial(out) == {"school_name": "Fen Bank School", "urn": "199009"}
    rest = "\n".join(ANSWERS.lstrip("\n").split("\n")[2:])
    again = _run(str(out), typed=rest)
    assert again.exit_code == 0, again.output[-800:]
    assert "School name  (" not in again.output
    assert load_profile(out).fields["school_name"] == "Fen Bank School"


@pytest.mark.usefixtures("terminal")
def test_a_faulty_answer_in_the_file_is_told_and_asked_again(out: Path) -> None:
    out.write_text("school_name: Fen Bank School\nurn: 12\n", encoding="utf-8")
    result = _run(str(out), typed="199009\n")
    assert "To answer again: urn: '12' is no unique reference number" in result.output
    assert load_partial(out)["urn"] == "199009"


@pytest.mark.usefixtures("terminal")
def test_a_finished_profile_is_not_overwritten(out: Path) -> None:
    finished = (EXAMPLES / "nursery" / "profile.yaml").read_bytes()
    out.write_bytes(finished)
    assert "this profile is finished; edit it, or add --force" in _told(_run(str(out)))
    assert out.read_bytes() == finished


@pytest.mark.usefixtures("terminal")
def test_force_asks_again_with_every_answer_offered(out: Path) -> None:
    out.write_bytes((EXAMPLES / "primary-in-a-trust" / "profile.yaml").read_bytes())
    before = load_profile(out).fields
    kept = {"ai_tools_approved": "Draftwell\n\n\n"}
    asked = [
        name for name in profile_fields() if name in before and name not in ("has_eyfs", "has_sixth_form")
    ]
    typed = "".join(kept.get(name, "\n") for name in asked)
    result = _run(str(out), "--force", typed=typed)
    assert result.exit_code == 0, result.output[-800:]
    assert load_profile(out).fields == before


@pytest.mark.parametrize("text", ["school: Fen Bank\n", "- a\n", "not: [a\n"])
def test_a_file_that_is_no_profile_is_left_alone(out: Path, text: str) -> None:
    out.write_text(text, encoding="utf-8")
    assert "add --force to replace the file" in _told(_run(str(out), "--set", "urn=199009"))
    assert out.read_text("utf-8") == text


def test_without_a_terminal_one_line_names_what_is_missing(out: Path) -> None:
    told = _told(
        _run(str(out), "--set", "urn=199009", "--set", "key_stages=KS1, KS2", "--set", "phase=primary")
    )
    assert told.startswith(f"{out}: 50 facts are missing: school_name, age_range, is_boarding, school_type, ")
    assert " and so on (`policy-kit template fields` names them all). " in told
    assert told.endswith(f"or run `policy-kit init {out}` in a terminal. What is known is kept.")
    assert "\n" not in told
    assert load_partial(out)["has_sixth_form"] == "false"


def test_a_name_with_a_space_or_an_apostrophe_is_told_as_it_is_typed(out: Path) -> None:
    odd = out.with_name("St Bríd's school.yaml")
    assert f'run `policy-kit init "{odd}"` in a terminal' in _told(_run(str(odd), "--set", "urn=199009"))


def test_without_a_terminal_nothing_known_leaves_no_file(out: Path) -> None:
    assert "facts are missing" in _told(_run(str(out)))
    assert not out.exists()


def test_a_whole_profile_set_outright(out: Path) -> None:
    fields = load_profile(EXAMPLES / "special" / "profile.yaml").fields
    facts = [f"{n}={as_written(profile_fields()[n], v)}" for n, v in plain_values(fields).items()]
    result = _run(str(out), *(part for fact in facts for part in ("--set", fact)))
    assert result.exit_code == 0, result.exception
    assert load_profile(out).fields == fields


def test_one_fact_of_a_finished_profile_is_changed_with_force(out: Path) -> None:
    out.write_bytes((EXAMPLES / "special" / "profile.yaml").read_bytes())
    assert _run(str(out), "--force", "--set", "isp=NewLink", "--set", "version=").exit_code == 0
    assert load_profile(out).fields["isp"] == "NewLink"
    assert load_profile(out).fields["dsl"]["name"] == "Mr Jun Ferreira"


def test_faults_of_what_is_set_are_all_told_and_nothing_is_written(out: Path) -> None:
    told = _told(_run(str(out), "--set", "phase=primry", "--set", "urn=12", "--set", "isp=TBC")).splitlines()
    assert told[0] == f"{out}: nothing was written, as there is something to mend:"
    assert [line.split(":")[0].strip() for line in told[1:]] == ["urn", "phase", "isp"]
    assert not out.exists()


def test_names_that_are_no_fields_are_told(out: Path) -> None:
    result = _run(str(out), "--set", "phse=primary", "--set", "urn", "--set", "isp=A", "--set", "isp=B")
    assert result.exit_code == 2
    told = " ".join(result.output.split())
    assert "phse is not a field of a profile; did you mean phase?" in told
    assert "'urn' is not KEY=VALUE" in told
    assert "isp is given twice" in told


@pytest.mark.parametrize("arguments", [("--urn", "199001"), ("--gias", "x.csv")])
def test_the_register_needs_the_number(out: Path, arguments: tuple[str, str]) -> None:
    result = _run(str(out), *arguments)
    assert result.exit_code == 2
    assert "--gias and --urn go together" in result.output


def test_the_name_says_yaml(tmp_path: Path) -> None:
    result = _run(str(tmp_path / "school.docx"))
    assert result.exit_code == 2
    assert "give a name such as" in " ".join(result.output.split())


REGISTER = (
    "URN,EstablishmentName,EstablishmentStatus (name),TypeOfEstablishment (name),PhaseOfEducation (name),"
    "StatutoryLowAge,StatutoryHighAge,LA (name),SchoolWebsite,TelephoneNum,HeadTitle (name),HeadFirstName,"
    "HeadLastName\n199009,Fen Bank School,Open,Community school,Primary,5,11,Northmere,"
    "www.fenbank.example,1632960500,Mrs,Bo,Ash\n"
)


def test_what_the_register_knows_is_kept_and_what_it_has_wrong_is_asked(out: Path, tmp_path: Path) -> None:
    register = tmp_path / "edubasealldata20261120.csv"
    register.write_text(REGISTER, encoding="cp1252")
    result = _run(str(out), "--gias", str(register), "--urn", "199009", "--set", "short_name=Fen Bank")
    assert "44 facts are missing" in _told(result)
    assert "school_phone:  # STILL NEEDED" in out.read_text(encoding="utf-8")
    assert "From edubasealldata20261120.csv: School name, Unique reference number, Phase, " in result.output
    partial = load_partial(out)
    assert partial["headteacher"] == "Mrs Bo Ash"
    assert partial["short_name"] == "Fen Bank"
    assert partial["website"] == "https://www.fenbank.example"
    assert "school_phone" not in partial


@pytest.mark.usefixtures("terminal")
def test_the_register_saves_questions(out: Path, tmp_path: Path) -> None:
    register = tmp_path / "edubasealldata20261120.csv"
    register.write_text(REGISTER, encoding="cp1252")
    result = _run(str(out), "--gias", str(tmp_path), "--urn", "199009", typed="")
    assert "School name  (1 of" not in result.output
    assert "Has boarders  (1 of" in result.output


def test_stopping_anywhere_leaves_a_whole_file(out: Path, terminal: None) -> None:
    lines = ANSWERS.lstrip("\n").split("\n")
    for count in (1, 7, 20, 40, len(lines) - 3):
        out.unlink(missing_ok=True)
        _run(str(out), typed="\n".join(lines[:count]) + "\n")
        assert "school_name" in read_source(out).data
        assert [p.name for p in out.parent.iterdir()] == [out.name]


def load_partial(path: Path) -> dict[str, object]:
    """The answers that stand in the file."""
    return {name: value for name, value in read_source(path).data.items() if value is not None}
