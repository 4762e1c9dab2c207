"""What changed, as people and programs get it: words, page and schema."""

from __future__ import annotations

import datetime
import html
import json
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import html as parser

from policy_kit import __version__
from policy_kit.changes import Changes
from policy_kit.compare.comparing import compare_policies
from policy_kit.reports.changes import CHANGE_REPORTS
from policy_kit.reports.changes.html import render_html
from policy_kit.reports.changes.text import render_text
from policy_kit.resources import bundled
from tests.compare.test_comparing import compared
from tests.e2e.commands import EXAMPLES, ROOT
from tests.reports import chromium
from tests.reports.test_html import _RUN_AXE, _axe

DAY = datetime.date(2026, 11, 21)
GOLDEN = Path(__file__).parent / "golden"
SCHEMA = json.loads(bundled("schemas").joinpath("changes.schema.json").read_text(encoding="utf-8"))
HOSTILE = "# Aims\nStaff <script>alert(1)</script> must act \u202e at once and tell the lead.\n"


@pytest.fixture(scope="module")
def two_years() -> Changes:
    """The example: a policy of 2021 and the same a year later."""
    return compare_policies(
        EXAMPLES / "old-policy" / "policy.docx", EXAMPLES / "two-years" / "policy-2022.md", DAY
    )


@pytest.mark.parametrize("form", ["text", "html"])
def test_the_example_is_told_as_it_was(two_years: Changes, form: str, update_golden: bool) -> None:
    told = CHANGE_REPORTS[form](two_years).replace(__version__, "(version)")
    told = told.replace(str(ROOT), "").replace(html.escape(str(ROOT)), "")
    path = GOLDEN / f"two-years.{ {'text': 'txt'}.get(form, form) }"
    if update_golden:
        path.write_bytes(told.encode())
    assert path.read_bytes().decode() == told


def test_json_fits_its_schema(two_years: Changes) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for changes in (two_years, compared("", "# Aims\nWe act.\n"), compared(HOSTILE, "")):
        value = json.loads(CHANGE_REPORTS["json"](changes))
        assert [e.message for e in Draft202012Validator(SCHEMA).iter_errors(value)] == []
        assert value["summary"]["substance"] == len(value["substance"])


@pytest.mark.parametrize("form", CHANGE_REPORTS)
def test_the_same_files_give_the_same_bytes(form: str) -> None:
    pair = EXAMPLES / "old-policy" / "policy.md", EXAMPLES / "two-years" / "policy-2022.md"
    first, second = (CHANGE_REPORTS[form](compare_policies(*pair, DAY)) for _ in range(2))
    assert first == second


def test_lines_stay_within_their_width(two_years: Changes) -> None:
    for width in (40, 72):
        lines = render_text(two_years, width=width).splitlines()
        assert max(len(line) for line in lines if "://" not in line) <= width


def test_colour_is_only_added() -> None:
    changes = compared("# Aims\nWe will act.\n", "# Aims\nWe must act.\n")
    plain, coloured = render_text(changes), render_text(changes, colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert "~ We [-will-]{+must+} act." in plain


def test_hostile_words_stay_words() -> None:
    changes = compared(HOSTILE, HOSTILE.replace("must", "should"))
    page = render_html(changes)
    tree = parser.document_fromstring(page)
    assert not tree.xpath("//script | //*[@src] | //link | //iframe | //style[contains(., 'url(')]")
    assert "default-src 'none'" in tree.xpath("string(//meta[@http-equiv]/@content)")
    assert "\u202e" not in page
    assert "\u202e" not in render_text(changes)


def test_links_inside_the_page_lead_somewhere(two_years: Changes) -> None:
    tree = parser.document_fromstring(render_html(two_years))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")}
    assert len(inside) > 3
    assert inside <= set(ids)


def test_both_sides_are_shown_in_full(two_years: Changes) -> None:
    tree = parser.document_fromstring(render_html(two_years))
    old, new = (tree.xpath(f"//td[@data-file='{side}']") for side in ("Old", "New"))
    assert any(cell.xpath("del") for cell in old)
    assert not any(cell.xpath("ins") for cell in old)
    assert any(cell.xpath("ins") for cell in new)
    assert not any(cell.xpath("del") for cell in new)
    assert "Staff should not be friends" in " ".join(cell.text_content() for cell in new)


@pytest.mark.chromium
@pytest.mark.skipif(chromium.PROGRAM is None, reason="Chromium is not installed")
@pytest.mark.skipif(find_spec("axe_core_python") is None, reason="axe-core-python is not installed")
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (400, False)])
def test_axe_finds_no_barrier(two_years: Changes, width: int, dark: bool) -> None:
    page = chromium.page_after(
        render_html(two_years), _axe() + _RUN_AXE, width=width, dark=dark, guarded=False
    )
    told = re.search(r'<pre id="told">(.*?)</pre>', page, re.DOTALL)
    assert told is not None
    assert json.loads(html.unescape(told[1])) == []
