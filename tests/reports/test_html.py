"""The web page: one file, nothing fetched, nothing of a policy run, readable by keyboard, ear and paper."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from importlib.resources import files
from importlib.util import find_spec
from itertools import pairwise

import pytest
from lxml import html as parser

from policy_kit.findings import PolicyAudit, Severity, Source
from policy_kit.model import Location
from policy_kit.reports.html import render_html
from tests.reports import chromium
from tests.reports.results import bad, clean, finding, folder, middling, result_of, unreadable_audit

in_browser = pytest.mark.skipif(chromium.PROGRAM is None, reason="Chromium is not installed")


def _tree(page: str) -> parser.HtmlElement:
    return parser.document_fromstring(page)


def test_nothing_is_fetched() -> None:
    tree = _tree(render_html(folder()))
    assert not tree.xpath("//*[@src] | //link | //iframe | //object | //embed | //style[contains(., 'url(')]")
    assert "default-src 'none'" in tree.xpath("string(//meta[@http-equiv]/@content)")


def test_hostile_words_stay_words() -> None:
    page = render_html(bad())
    tree = _tree(page)
    assert "<script>alert" not in page
    assert "<b>safe</b>" not in page
    assert len(tree.xpath("//script")) == 1
    assert "<script>alert(1)</script>" in tree.text_content()


@pytest.mark.parametrize(("url", "linked"), [("https://a.example/x", True), ("javascript:alert(1)", False)])
def test_only_web_addresses_become_links(url: str, linked: bool) -> None:
    audit = bad().policies[0]
    one = replace(finding("PK301", "m", Location()), sources=(Source("A source", url),))
    page = render_html(result_of(PolicyAudit("p.docx", None, audit.policy, (one,))))
    assert bool(_tree(page).xpath(f"//a[@href='{url}']")) is linked
    assert "A source" in page


def test_every_link_inside_the_page_leads_somewhere_and_no_id_stands_twice() -> None:
    for result in (bad(), middling(), clean(), folder()):
        tree = _tree(render_html(result))
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))
        inside = [href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")]
        assert inside
        assert set(inside) <= set(ids)


def test_headings_go_down_one_step_at_a_time_and_the_language_is_told() -> None:
    tree = _tree(render_html(folder()))
    levels = [int(h.tag[1]) for h in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert tree.get("lang") == "en-GB"
    assert tree.xpath("//body/*[1]/@href") == ["#main"]


def test_each_finding_stands_beside_its_words() -> None:
    tree = _tree(render_html(bad()))
    audit = bad().policies[0]
    for number, found in enumerate(f for f in audit.open_findings if f.location.block is not None):
        place = tree.get_element_by_id(f"p1-b{found.location.block}")
        passage = next(p for p in place.iterancestors() if "passage" in (p.get("class") or ""))
        notes = passage.xpath(".//ul[@class='notes']//a")
        assert found.message in [note.text_content() for note in notes], number
        assert found.quote in [mark.text_content() for mark in passage.xpath(".//mark")]


def test_the_second_place_of_a_repeated_passage_is_noted_too() -> None:
    tree = _tree(render_html(middling()))
    notes = [" ".join(n.text_content().split()) for n in tree.xpath("//ul[@class='notes']/li")]
    assert "mend before the next review: This paragraph stands twice." in notes
    assert "mend before the next review, also here: This paragraph stands twice." in notes


def test_sections_dates_and_what_was_not_read_are_told() -> None:
    words = " ".join(_tree(render_html(bad())).text_content().split())
    assert "Sections: 1 not found, 1 thin, 2 found, 1 does not apply" in words
    assert "March 2022: next review, now past" in words
    assert "Left blank: shared with staff." in words
    assert "the school teaches no one at home" in words
    assert "Not found: Reviews provision every year" in words
    assert "the trust's own wording, until 31 January 2027" in words


def test_a_file_that_was_not_read_has_no_parts() -> None:
    tree = _tree(render_html(result_of(unreadable_audit())))
    assert not tree.xpath("//h3")
    assert "Could not be read" in tree.text_content()


def _axe() -> str:
    return files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")


_RUN_AXE = """
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
  .then(function (told) {
    var out = document.createElement("pre");
    out.id = "told";
    out.textContent = JSON.stringify(told.violations.map(function (v) {
      return [v.id, v.nodes.map(function (n) { return n.html; })];
    }));
    document.body.appendChild(out);
  });
"""


@pytest.mark.chromium
@in_browser
@pytest.mark.skipif(find_spec("axe_core_python") is None, reason="axe-core-python is not installed")
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (400, False)])
def test_axe_finds_no_barrier(width: int, dark: bool) -> None:
    page = chromium.page_after(
        render_html(folder()), _axe() + _RUN_AXE, width=width, dark=dark, guarded=False
    )
    told = re.search(r'<pre id="told">(.*?)</pre>', page, re.DOTALL)
    assert told is not None
    assert json.loads(html.unescape(told[1])) == []


_WITHOUT_ERRORS = """
var form = document.querySelector(".filters");
form.querySelector("[value=error]").click();
form.elements.words.value = "BULLET";
form.elements.words.dispatchEvent(new Event("input", {bubbles: true}));
"""


@pytest.mark.chromium
@in_browser
def test_the_filter_shows_what_is_asked_for() -> None:
    tree = _tree(chromium.page_after(render_html(bad()), _WITHOUT_ERRORS, guarded=False))
    cards = tree.xpath("//div[contains(@class, 'card')]")
    shown = [card for card in cards if card.get("hidden") is None]
    assert {card.get("data-severity") for card in shown} == {Severity.WARNING.value}
    assert all("bullet" in card.text_content().lower() for card in shown)
    assert tree.xpath("string(//p[@role='status'])") == f"Showing {len(shown)} of {len(cards)} findings."
    groups = tree.xpath("//div[@class='group' and not(@hidden)]/h4")
    assert [group.text_content() for group in groups] == ["Filtering and monitoring"]


@pytest.mark.chromium
@in_browser
def test_the_page_runs_its_own_script_and_no_other() -> None:
    page = chromium.page_after(render_html(bad()), "document.title = 'taken over';")
    assert "Showing 14 of 14 findings." in page
    assert "taken over</title>" not in page


@pytest.mark.chromium
@in_browser
def test_no_part_of_the_page_is_wider_than_a_narrow_screen() -> None:
    asked = "document.title = document.documentElement.scrollWidth + ' of ' + window.innerWidth;"
    page = chromium.page_after(render_html(folder()), asked, width=500, guarded=False)
    told = re.search(r"<title>(\d+) of (\d+)</title>", page)
    assert told is not None
    assert int(told[1]) <= int(told[2])
