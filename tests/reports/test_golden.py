"""Each report of each invented audit stays word for word what it was, until someone looks and agrees."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policy_kit.reports import REPORTS
from policy_kit.version import __version__
from tests.reports.results import NAMED

_GOLDEN = Path(__file__).parent / "golden"
_ENDINGS = {"text": "txt", "json": "json", "html": "html", "csv": "csv", "sarif": "sarif"}


@pytest.mark.parametrize("form", _ENDINGS)
@pytest.mark.parametrize("name", NAMED)
def test_report_is_as_it_was(name: str, form: str, update_golden: bool) -> None:
    told = REPORTS[form](NAMED[name]())
    text = told.decode("utf-8") if isinstance(told, bytes) else told
    text = _without_what_changes_elsewhere(text, form)
    path = _GOLDEN / f"{name}.{_ENDINGS[form]}"
    if update_golden:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    assert path.read_bytes().decode("utf-8") == text


@pytest.mark.parametrize("form", REPORTS)
@pytest.mark.parametrize("name", NAMED)
def test_same_result_gives_same_bytes(name: str, form: str) -> None:
    assert REPORTS[form](NAMED[name]()) == REPORTS[form](NAMED[name]())


def _without_what_changes_elsewhere(text: str, form: str) -> str:
    """The report without the tool's version and, in SARIF, without the checks' own pages."""
    if form == "sarif":
        text = re.sub(r',\n +"markdown": ".*"', "", text)
    return text.replace(__version__, "(version)")


def test_every_golden_file_belongs_to_a_test() -> None:
    expected = {f"{name}.{ending}" for name in NAMED for ending in _ENDINGS.values()}
    assert {path.name for path in _GOLDEN.iterdir()} == expected
