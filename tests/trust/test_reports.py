"""A trust told to each reader: all of it, in the reader's own form, and a text is only ever a text."""

from __future__ import annotations

import html
import io
import json
import re
from dataclasses import replace
from importlib.resources import files
from importlib.util import find_spec
from itertools import pairwise

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from lxml import html as parser

from policy_kit.reports.trust.as_json import render_trust_json, trust_object
from policy_kit.reports.trust.calendar import render_calendar
from policy_kit.reports.trust.page import render_trust_page
from policy_kit.reports.trust.text import render_status
from policy_kit.reports.trust.workbook import render_workbook
from policy_kit.resources import bundled
from tests.reports import chromium
from tests.reports.test_html import _RUN_AXE, _axe
from tests.trust.results import HOSTILE, trust_of

in_browser = pytest.mark.skipif(chromium.PROGRAM is None, reason="Chromium is not installed")
RENDERERS = (render_trust_page, render_workbook, render_trust_json, render_calendar, render_status)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(bundled("schemas").joinpath("trust-report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("render", RENDERERS, ids=lambda r: r.__name__)
def test_the_same_result_gives_the_same_bytes(render) -> None:  # type: ignore[no-untyped-def]
    assert render(trust_of(7)) == render(trust_of(7))


@pytest.mark.parametrize("hostile", ["", HOSTILE])
def test_the_json_is_as_its_schema_says(validator: Draft202012Validator, hostile: str) -> None:
    told = json.loads(render_trust_json(trust_of(12, hostile=hostile)))
    assert [error.message for error in validator.iter_errors(told)] == []
    assert len(told["schools"]) == 12


def test_the_schema_lets_nothing_else_through(validator: Draft202012Validator) -> None:
    told = trust_object(trust_of(2))
    for spoil in (
        {"complete": "yes"}, {"on": 5}, {"schools": [{"name": "x"}]}, {"extra": 1},
        {"reviews": [{"school": "x"}]},
    ):  # fmt: skip
        assert list(validator.iter_errors({**told, **spoil}))


def _tree(page: str) -> parser.HtmlElement:
    return parser.document_fromstring(page)


def test_the_map_has_a_row_a_school_and_a_letter_for_each_section() -> None:
    result = trust_of(12)
    tree = _tree(render_trust_page(result))
    rows = tree.xpath("//table[contains(@class, 'heat')]/tbody/tr")
    assert len(rows) == 12
    for row, school in zip(rows, result.schools, strict=True):
        letters = [cell.text_content() for cell in row.xpath("td[not(contains(@class, 'count'))][@title]")]
        wanted = {"missing": "N", "thin": "T", "present": "F", "not-applicable": "–", None: "?"}
        assert letters == [wanted[c.status.value if c.status else None] for c in school.cells.values()]


def test_a_second_policy_stands_under_the_school_by_its_own_name() -> None:
    result = trust_of(2)
    school = result.schools[0]
    both = (*school.pages, ("../from/the schools/policy of 2021 with a long name.docx", "second.html"))
    page = render_trust_page(replace(result, schools=(replace(school, pages=both), *result.schools[1:])))
    (link,) = _tree(page).xpath("//table[contains(@class, 'heat')]//a[contains(@href, 'second.html')]")
    assert link.text_content() == "(policy of 2021 with a long name.docx)"


def test_headings_go_down_one_step_at_a_time_and_links_lead_somewhere() -> None:
    tree = _tree(render_trust_page(trust_of(12)))
    levels = [int(h.tag[1]) for h in tree.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    hrefs = tree.xpath("//a/@href")
    assert {h[1:] for h in hrefs if h.startswith("#")} <= set(ids)
    pages = {page for school in trust_of(12).schools for _, page in school.pages}
    assert {h for h in hrefs if not h.startswith("#")} == {f"schools/{page}" for page in pages}


def test_nothing_is_fetched_and_hostile_words_stay_words() -> None:
    page = render_trust_page(trust_of(12, hostile=HOSTILE))
    tree = _tree(page)
    assert not tree.xpath("//*[@src] | //link | //iframe | //object | //embed | //style[contains(., 'url(')]")
    assert "default-src 'none'" in tree.xpath("string(//meta[@http-equiv]/@content)")
    assert len(tree.xpath("//script")) == 1
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert "<script>alert(1)</script>" in tree.text_content()


def test_every_part_is_told_on_the_page() -> None:
    words = " ".join(_tree(render_trust_page(trust_of(12))).text_content().split())
    for told in (
        "overdue by", "no date found", "Guidance 3", "An old fact",
        "Made from an earlier template",
        "Mr Owen Pryce", "Not yet approved", "Since 10 July 2026", "What got worse", "Gone School",
        "9 to mend first", "cut short", "The register is old", "cannot certify",
    ):  # fmt: skip
        assert told in words, told


def test_a_stopped_run_says_so_first() -> None:
    result = replace(trust_of(3), complete=False)
    assert "was stopped before every policy was read" in render_trust_page(result)
    assert "was stopped before every policy was read" in render_status(result)
    assert "was stopped" in str(_sheets(render_workbook(result))["About"])


def _sheets(book: bytes) -> dict[str, list[tuple[object, ...]]]:
    opened = openpyxl.load_workbook(io.BytesIO(book))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in opened.worksheets}


def test_the_workbook_holds_every_part() -> None:
    sheets = _sheets(render_workbook(trust_of(12)))
    assert list(sheets) == [
        "Schools", "Sections", "To mend", "Reviews", "Guidance", "Gaps", "Across schools",
        "Since last time", "About",
    ]  # fmt: skip
    assert len(sheets["Schools"]) == 13
    assert len(sheets["Sections"]) == 13
    assert len(sheets["Sections"][0]) == 36
    assert len(sheets["Reviews"]) == 13
    assert len(sheets["Across schools"]) == 1 + 2 + 1 + 2 + 1 + 1
    assert len(sheets["Since last time"]) == 3


def test_no_cell_of_the_workbook_is_a_formula() -> None:
    opened = openpyxl.load_workbook(io.BytesIO(render_workbook(trust_of(12, hostile=HOSTILE))))
    cells = [cell for sheet in opened.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert cells
    assert {cell.data_type for cell in cells} <= {"s", "n"}


# The shape of a calendar file by RFC 5545: content lines, their folding, and a date's form.
_LINE = re.compile(r"(?P<name>[A-Z-]+)(?:;[A-Z-]+=[^:;]+)*:(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)")
_ESCAPED = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")


@pytest.mark.parametrize("hostile", ["", HOSTILE, "é’😀" * 30])
def test_the_calendar_is_one(hostile: str) -> None:
    result = trust_of(25, hostile=hostile)
    text = render_calendar(result)
    raw = text.split("\r\n")
    assert raw[-1] == ""
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode("utf-8")) <= 75 for line in raw)
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    found = [_LINE.fullmatch(line) for line in lines]
    assert all(found), [line for line, match in zip(lines, found, strict=True) if not match]
    names = [match["name"] for match in found if match]
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert names.count("VERSION") == names.count("PRODID") == 1
    dated = [review for review in result.reviews if review.date]
    events = text.count("BEGIN:VEVENT\r\n")
    assert events == text.count("END:VEVENT\r\n") == len(dated) + 1
    for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
        assert names.count(name) == events
    values = [(m["name"], m["value"]) for m in found if m]
    assert len({value for name, value in values if name == "UID"}) == events
    for name, value in values:
        if name in ("SUMMARY", "DESCRIPTION", "X-WR-CALNAME"):
            assert _ESCAPED.fullmatch(value), value
        if name in ("DTSTART", "DTEND"):
            assert re.fullmatch(r"\d{8}", value)
        if name == "DTSTAMP":
            assert value == "20261121T000000Z"


def test_a_review_keeps_its_number_when_its_date_moves() -> None:
    from datetime import date

    result = trust_of(3)
    moved = replace(
        result, reviews=tuple(replace(r, date=date(2030, 1, 1)) for r in result.reviews if r.date)
    )
    was, now = (re.findall(r"UID:(\S+)", render_calendar(r)) for r in (result, moved))
    assert was == now


def test_the_status_is_a_line_a_school_of_80_columns() -> None:
    lines = render_status(trust_of(30)).splitlines()
    table = lines[2:33]
    assert len([line for line in table if line.startswith("School ")]) == 30
    assert all(len(line) <= 80 for line in table)
    assert any("overdue" in line for line in table)
    assert "Since 10 Jul 2026: 1 better, 1 worse." in lines


@pytest.mark.parametrize("width", [80, 90, 91, 100])
def test_the_status_keeps_to_the_width_with_long_names_and_notes(width: int) -> None:
    result = trust_of(3)
    first, *others = result.schools
    long = replace(
        first, name="Cobble Bay Church of England Voluntary Aided Primary School", notes=("word " * 40,)
    )
    lines = render_status(replace(result, schools=(long, *others)), width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert sum(line.count("word") for line in lines) == 40
    told = " ".join(" ".join(line[: lines[2].index("FIRST")] for line in lines[3:6]).split())
    assert told.startswith(long.name)  # whole: another school's may begin like it


@pytest.mark.chromium
@in_browser
@pytest.mark.skipif(find_spec("axe_core_python") is None, reason="axe-core-python is not installed")
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (400, False)])
def test_axe_finds_no_barrier(width: int, dark: bool) -> None:
    page = chromium.page_after(
        render_trust_page(trust_of(14)), _axe() + _RUN_AXE, width=width, dark=dark, guarded=False
    )
    told = re.search(r'<pre id="told">(.*?)</pre>', page, re.DOTALL)
    assert told is not None
    assert json.loads(html.unescape(told[1])) == []


_ASK = """
var form = document.querySelector(".filters");
function told() { return form.querySelector("[role=status]").textContent; }
function change(name, value) {
  if (value === true) { form.elements[name].checked = true; } else { form.elements[name].value = value; }
  form.elements[name].dispatchEvent(new Event("input", {bubbles: true}));
}
var out = [told()];
change("words", "school 01"); out.push(told());
change("words", ""); change("overdue", true); out.push(told());
form.elements.overdue.checked = false; change("section", "section-3"); out.push(told());
change("section", ""); change("mend", true); out.push(told());
form.elements.mend.checked = false; change("order", "name");
out.push(document.querySelector(".heat tbody tr").dataset.words);
change("order", "need");
out.push(document.querySelector(".heat tbody tr").dataset.need);
var timing = performance.getEntriesByType("navigation")[0];
out.push(Math.round(timing.domContentLoadedEventEnd));
var pre = document.createElement("pre"); pre.id = "told"; pre.textContent = JSON.stringify(out);
document.body.appendChild(pre);
"""


@pytest.mark.chromium
@in_browser
def test_a_page_of_a_hundred_schools_filters_and_sorts() -> None:
    result = trust_of(100)
    page = chromium.page_after(render_trust_page(result), _ASK, guarded=False)
    told = re.search(r'<pre id="told">(.*?)</pre>', page, re.DOTALL)
    assert told is not None
    every, named, overdue, lacking, mend, first_by_name, first_by_need, _ = json.loads(html.unescape(told[1]))
    due = sum(r.days is not None and r.days < 0 for r in result.reviews)
    lacks = sum(s.cells["section-3"].status in ("missing", "thin") for s in result.schools)
    to_mend = sum(s.errors > 0 or s.state != "read" for s in result.schools)
    assert every == "Showing 100 of 100 schools."
    assert named == "Showing 11 of 100 schools."  # 001 and 010 to 019
    assert overdue == f"Showing {due} of 100 schools."
    assert lacking == f"Showing {lacks} of 100 schools."
    assert mend == f"Showing {to_mend} of 100 schools."
    assert first_by_name == "school 000 of the bay"
    assert first_by_need == "1"


@pytest.mark.chromium
@in_browser
def test_the_page_runs_its_own_script_and_no_other() -> None:
    page = chromium.page_after(
        render_trust_page(trust_of(5, hostile=HOSTILE)), "document.title = 'taken over';"
    )
    assert "Showing 5 of 5 schools." in page
    assert "taken over</title>" not in page


@pytest.mark.chromium
@in_browser
def test_no_part_of_the_page_is_wider_than_a_narrow_screen() -> None:
    asked = "document.title = document.documentElement.scrollWidth + ' of ' + window.innerWidth;"
    page = chromium.page_after(render_trust_page(trust_of(14)), asked, width=500, guarded=False)
    told = re.search(r"<title>(\d+) of (\d+)</title>", page)
    assert told is not None
    assert int(told[1]) <= int(told[2])


def test_the_page_needs_no_file_beside_it_but_the_schools_pages() -> None:
    assert files("policy_kit.reports").joinpath("trust/index.html.j2").is_file()
    assert len(render_trust_page(trust_of(100)).encode()) < 1_500_000
