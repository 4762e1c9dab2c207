"""Comments in the school's own Word file: each at the words it is about, saying what to do."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from policy_kit.findings import Source, Suppression
from policy_kit.libreoffice import libreoffice
from policy_kit.model import Confidence, Location, NotChecked, Part
from policy_kit.reports.annotate import annotate
from tests.reports.commented import (
    DOCUMENT,
    QUOTES,
    W,
    audit_of,
    comments_in,
    finding_at,
    ranges_in,
    read_file,
    words_by_message,
)
from tests.reports.results import finding, result_of
from tests.reports.wordfiles import TWICE, full_file, part_of


@pytest.mark.parametrize(("words", "quote"), QUOTES)
def test_a_comment_is_on_the_very_words(words: str, quote: str, tmp_path: Path) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    out = annotate(data, audit_of(document, [finding_at(document, words, quote)]))
    on = words_by_message(out)[f"About: {quote}!"]
    assert " ".join(on.split()) == quote


def test_many_comments_on_overlapping_words_each_keep_their_own(tmp_path: Path) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    out = annotate(data, audit_of(document, [finding_at(document, words, quote) for words, quote in QUOTES]))
    told = words_by_message(out)
    assert [" ".join(told[f"About: {quote}!"].split()) for _, quote in QUOTES] == [q for _, q in QUOTES]


@pytest.mark.parametrize("which", [0, 1])
def test_words_that_stand_twice_have_the_comment_where_the_finding_is(which: int, tmp_path: Path) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    out = annotate(data, audit_of(document, [finding_at(document, TWICE, "each year", which=which)]))
    root = etree.fromstring(part_of(out, DOCUMENT))
    number = next(n for n, lines in comments_in(out).items() if "About: each year!" in lines)
    start = next(n for n in root.iter(W + "commentRangeStart") if n.get(W + "id") == number)
    texts = ["".join(t.text or "" for t in p.iter(W + "t")) for p in root.iter(W + "p")]
    places = [n for n, text in enumerate(texts) if text == TWICE]
    assert list(root.iter(W + "p")).index(start.getparent()) == places[which]


@pytest.mark.parametrize(("words", "quote", "whole"), [
    ("Our school is", "Lane Primary", "Marsh Lane Primary"),
    ("See page", "and on", "12 and on"),
])  # fmt: skip
def test_a_control_or_field_that_word_writes_anew_is_never_divided(
    words: str, quote: str, whole: str, tmp_path: Path
) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    out = annotate(data, audit_of(document, [finding_at(document, words, quote)]))
    assert words_by_message(out)[f"About: {quote}!"] == whole
    root = etree.fromstring(part_of(out, DOCUMENT))
    for name in ("sdtContent", "fldSimple"):
        assert not root.xpath(f"//w:{name}//w:commentRangeStart", namespaces={"w": W[1:-1]})


def test_a_comment_says_what_is_wrong_what_to_do_and_the_source(tmp_path: Path) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    full = replace(
        finding_at(document, "children safe", "2020"), message="It is old", suggestion="Cite the new one",
        sources=(Source("The guidance", "https://guidance.example"),), confidence=Confidence.MEDIUM,
        related=(Location(("2. Phones",), 3, 2),),
    )  # fmt: skip
    assert comments_in(annotate(data, audit_of(document, [full])))["2"] == [
        "Mend first: PK301 superseded-edition (fairly sure)",
        "It is old.",
        "Also at: 2. Phones, page 2.",
        "What to do: Cite the new one.",
        "Source: The guidance https://guidance.example",
    ]


def test_the_first_comment_tells_the_day_the_versions_and_what_has_no_place(tmp_path: Path) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    header = next(b for b in document.blocks if b.part is Part.HEADER)
    absent = finding("PK101", "There is no section on generative AI.", Location(), suggestion="Add one.")
    in_header = finding("PK401", "The header says 2019.", document.location(header), "2019", "Change it.")
    accepted = replace(absent, message="Accepted", suppressed=Suppression("a reason", None, "settings"))
    audit = audit_of(
        document, [absent, in_header, accepted], not_checked=(NotChecked("a chart", "charts are not read"),)
    )
    out = annotate(data, audit, result_of(audit))
    lines = comments_in(out)["1"]
    assert lines[0] == "Not ready to sign: 2 things to mend first"
    told = "\n".join(lines)
    assert "PK101 missing-section: There is no section on generative AI. What to do: Add one." in told
    assert "The header says 2019. Where: in the page header. What to do: Change it." in told
    assert "Not checked: a chart: charts are not read." in told
    assert "21 November 2026" in told
    assert "version 2026.11" in told
    assert "cannot certify" in told
    assert "Accepted" not in told
    assert ranges_in(out)["1"] == "Marsh Lane Primary Online Safety Policy"
    assert b'w:date="2026-11-21T00:00:00Z"' in part_of(out, "word/comments.xml")


def test_words_in_a_text_box_have_their_comment_on_the_paragraph_it_hangs_on(tmp_path: Path) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    assert next(b for b in document.blocks if "old helpline" in b.text).part is Part.TEXT_BOX
    out = annotate(data, audit_of(document, [finding_at(document, "old helpline", "old helpline")]))
    root = etree.fromstring(part_of(out, DOCUMENT))
    start = next(n for n in root.iter(W + "commentRangeStart") if n.get(W + "id") == "2")
    assert start.getparent().getparent().tag == W + "body"
    assert "Words beside the box." in "".join(start.getparent().itertext())
    assert not root.xpath("//w:txbxContent//w:commentReference", namespaces={"w": W[1:-1]})


def test_words_that_were_not_found_fall_back_to_their_block_and_a_wild_block_to_the_first_comment(
    tmp_path: Path,
) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    strange = finding_at(document, TWICE, "no such words")
    wild = finding("PK301", "Nowhere.", Location((), 9_999), "words", "Mend it.")
    out = annotate(data, audit_of(document, [strange, wild]))
    assert words_by_message(out)["About: no such words!"] == TWICE
    assert any("Nowhere." in line for line in comments_in(out)["1"])


@pytest.mark.libreoffice
@pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_each_comment_at_its_words(tmp_path: Path) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    # LibreOffice shows the words tracked as deleted too, and a table's cells as paragraphs of their own.
    wanted = [(w, quote) for w, quote in QUOTES if "alerts" not in w and not quote.startswith("Phones are")]
    audit = audit_of(document, [finding_at(document, words, quote) for words, quote in wanted])
    (tmp_path / "out.docx").write_bytes(annotate(data, audit, result_of(audit)))
    program = libreoffice()
    assert program is not None
    subprocess.run(
        [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "fodt", "--outdir", str(tmp_path), str(tmp_path / "out.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    root = etree.fromstring((tmp_path / "out.fodt").read_bytes(), etree.XMLParser(huge_tree=True))
    told = _annotations(root)
    for _, quote in wanted:
        assert " ".join(told[f"About: {quote}!"].split()) == quote
    assert len(root.findall(".//{*}annotation")) == len(wanted) + 2


def _annotations(root: etree._Element) -> dict[str, str]:
    """The second line of each comment, and the words between its two ends."""
    going: dict[str, tuple[str, list[str]]] = {}
    done: dict[str, str] = {}

    def add(text: str | None) -> None:
        for _, words in going.values():
            words.append(text or "")

    def walk(node: etree._Element) -> None:
        name = etree.QName(node).localname
        if name == "annotation":
            lines = ["".join(p.itertext()) for p in node.findall("{*}p")]
            going[node.get("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}name") or ""] = (
                lines[1] if len(lines) > 1 else "", [],
            )  # fmt: skip
        elif name == "annotation-end":
            message, words = going.pop(
                node.get("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}name") or ""
            )
            done[message] = "".join(words)
        else:
            add(" " if name in ("s", "tab", "p") else node.text)
            if name in ("tab", "s", "p"):
                add(node.text)
            for child in node:
                walk(child)
                add(child.tail)

    walk(root)
    return done
