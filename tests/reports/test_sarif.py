"""The SARIF report has the shape that SARIF 2.1.0 asks for, as far as services that read it depend on it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policy_kit.findings import Suppression
from policy_kit.reports.sarif import render_sarif
from tests.reports.results import bad, bad_audit, clean, folder, middling, result_of

_SHAPE = json.loads(Path(__file__).with_name("sarif-shape.schema.json").read_text(encoding="utf-8"))
_ALL = {"bad": bad(), "middling": middling(), "clean": clean(), "folder": folder()}


def _run(result: Any) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(render_sarif(result))["runs"][0]
    return run


@pytest.mark.parametrize("name", _ALL)
def test_has_the_shape_of_sarif(name: str) -> None:
    told = json.loads(render_sarif(_ALL[name]))
    assert [f"{e.json_path}: {e.message}" for e in Draft202012Validator(_SHAPE).iter_errors(told)] == []


@pytest.mark.parametrize("name", _ALL)
def test_numbers_point_at_what_they_mean(name: str) -> None:
    run = _run(_ALL[name])
    rules = run["tool"]["driver"]["rules"]
    for told in run["results"]:
        assert rules[told["ruleIndex"]]["id"] == told["ruleId"]
        where = told["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][where["index"]]["location"]["uri"] == where["uri"]


def test_each_rule_is_named_explained_and_listed_once() -> None:
    rules = _run(bad())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({f.rule.code for f in bad_audit().findings})
    one = next(rule for rule in rules if rule["id"] == "PK301")
    assert one["name"] == "SupersededEdition"
    assert one["shortDescription"] == {"text": "An old edition of guidance is cited."}
    assert one["defaultConfiguration"] == {"level": "error"}
    assert "policy-kit explain PK301" in one["help"]["text"]


def test_a_check_s_own_page_is_its_help(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "PK301.md").write_text("# PK301 superseded-edition\n", encoding="utf-8")
    monkeypatch.setattr("policy_kit.resources.bundled", lambda folder: tmp_path)
    rules = {rule["id"]: rule for rule in _run(bad())["tool"]["driver"]["rules"]}
    assert rules["PK301"]["help"]["markdown"] == "# PK301 superseded-edition\n"
    assert "markdown" not in rules["PK501"]["help"]


def test_a_finding_keeps_its_fingerprint_and_says_what_to_do() -> None:
    told = next(r for r in _run(bad())["results"] if r["ruleId"] == "PK301")
    found = next(f for f in bad_audit().findings if f.rule.code == "PK301")
    assert told["partialFingerprints"] == {"policyKit/v1": found.fingerprint}
    assert "What to do: Cite the 2026 edition" in told["message"]["text"]
    assert told["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    assert told["relatedLocations"][0]["logicalLocations"][0]["fullyQualifiedName"].startswith("2. Filtering")


def test_what_was_accepted_is_suppressed_and_a_baseline_tells_old_from_new() -> None:
    run = _run(bad())
    assert run["results"][-1]["suppressions"][0]["justification"] == "the trust's own wording"
    assert all("baselineState" not in told for told in run["results"])
    audit = bad_audit()
    stood = replace(audit.findings[0], suppressed=Suppression("stood before", None, "baseline"))
    run = _run(result_of(replace(audit, findings=(stood, *audit.findings[1:]))))
    assert [told["baselineState"] for told in run["results"][:2]] == ["unchanged", "new"]


def test_what_was_not_read_is_a_notification() -> None:
    invocation = _run(folder())["invocations"][0]
    assert invocation["executionSuccessful"] is False
    said = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    assert "Not checked: the chart on page 3: charts are not read." in said
    assert any(text.startswith("broken.docx: is not a Word file") for text in said)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("Our policy é.docx", "Our%20policy%20%C3%A9.docx"),
        ("C:\\Policies\\a b.docx", "file:///C:/Policies/a%20b.docx"),
        ("/srv/a.docx", "file:///srv/a.docx"),
        ("\\\\server\\share\\a.docx", "file://server/share/a.docx"),
    ],
)
def test_a_path_becomes_an_address(path: str, uri: str) -> None:
    artifact = _run(result_of(replace(bad_audit(), path=path)))["artifacts"][0]
    assert artifact["location"]["uri"] == uri
