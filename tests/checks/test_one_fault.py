"""One fault is one finding, whichever of two checks could tell it."""

from __future__ import annotations

from datetime import date

from policy_kit.checks import run_checks
from policy_kit.checks.one_fault import MENDED_BY
from policy_kit.facts import Facts
from policy_kit.guidance import load_register
from policy_kit.sections import recognise
from policy_kit.standard import load_standard
from tests.build import document_from_markup

DAY = date(2026, 11, 21)


def told(policy: str) -> list[tuple[str, str]]:
    standard, register = load_standard(), load_register()
    recognised = recognise(document_from_markup(f"Online safety policy\n\n{policy}"), standard, register, DAY)
    return [(f.rule.code, f.key) for f in run_checks(recognised, Facts(standard, register, DAY))]


def test_people_named_with_no_way_to_reach_them_are_told_and_people_not_named_only_as_that() -> None:
    cover = "Approved by the governing body: 7 September 2026\n\nNext review: September 2027\n\n"
    rules = (
        "\n\n# Filtering and monitoring\n\nOur internet filter blocks harmful content, and staff report what "
        "gets through to the DSL.\n\n# Mobile phones\n\nPupils hand their phones in at the office.\n"
    )
    named = "| DSL | Mrs Elm |\n| Deputy DSL | Mr Oak |\n| Headteacher | Ms Ash |\n| Link governor | Dr Yew |"

    def codes(people: str) -> list[tuple[str, str]]:
        return told(f"Harrow Lane Primary School\n\n{cover}{people}{rules}")

    assert ("PK103", "dc-named-people") in codes(named)
    assert ("PK103", "dc-named-people") not in codes(named.replace("Mrs Elm", "Mrs Elm, 01632 960111"))
    nobody = codes("")
    assert "PK602" in {code for code, _ in nobody}
    assert ("PK103", "dc-named-people") not in nobody


def test_an_old_edition_is_not_told_as_a_missing_point_as_well() -> None:
    law = "# Law and guidance\n\nWe follow DfE filtering and monitoring standards and Prevent duty."
    old = told(f"{law} We follow Keeping children safe in education 2024.\n")
    assert ("PK301", "kcsie:2024") in old
    assert ("PK103", "lg-kcsie-current") not in old
    assert ("PK103", "lg-kcsie-current") in told(f"{law}\n")


def test_three_cs_are_told_once() -> None:
    cs = told(
        "# Categories of risk\n\nThere are three areas of risk.\n\n"
        "Content: meeting harmful pornography, racism, misinformation and conspiracy theories.\n\n"
        "Contact: adults who pose as children to groom them.\n\n"
        "Conduct: sending nude pictures, made with AI or not, and bullying online.\n"
    )
    assert ("PK303", "three-cs") in cs
    assert not {("PK103", "rc-four-cs"), ("PK103", "rc-commerce")} & set(cs)


def test_a_closed_body_in_an_old_title_is_part_of_that_fault() -> None:
    codes = told("# Nude pictures\n\nWe follow the UKCCIS guidance ‘Sexting in schools and colleges’ 2016.\n")
    assert [code for code, _ in codes if code in ("PK301", "PK302", "PK304")] == ["PK301"]
    alone = told("# Nude pictures\n\nUKCCIS sends us its leaflets.\n")
    assert "PK304" in [code for code, _ in alone]


def test_every_point_and_document_named_is_there() -> None:
    standard, register = load_standard(), load_register()
    points = {p.id for s in standard.sections for p in s.points}
    known = {d.id for d in register.documents} | {t.id for t in register.terms}
    assert set(MENDED_BY) <= points
    named = {(code, start.rstrip(":")) for mends in MENDED_BY.values() for code, start in mends}
    assert {name for code, name in named if code not in ("PK602", "PK702")} <= known
