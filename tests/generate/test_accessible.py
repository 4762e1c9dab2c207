"""What the accessibility rules for public bodies' documents ask of a Word file, as far as a program can see.

The regulations of 2018 for public sector bodies point to WCAG 2.1 AA; each test names its criterion.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from policy_kit.generate import generate_policy
from policy_kit.generate.colours import ENOUGH, WHITE, contrast
from policy_kit.generate.headings import headings
from policy_kit.generate.package import DOCUMENT, unpack
from policy_kit.generate.wordml import NAMESPACES, style_of, text_of, w
from policy_kit.profile import load_profile

_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_SCHOOLS = ("nursery", "primary-in-a-trust", "boarding-independent", "secondary-with-sixth-form")
_DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_BARE_ADDRESS = re.compile(r"https?://")
_SMALLEST = 18  # half points: 9 pt


@pytest.fixture(scope="module", params=_SCHOOLS)
def parts(request: pytest.FixtureRequest) -> Mapping[str, bytes]:
    profile = load_profile(_EXAMPLES / str(request.param) / "profile.yaml")
    return unpack(generate_policy(profile, on=date(2026, 11, 21)), "policy")


@pytest.fixture(scope="module")
def root(parts: Mapping[str, bytes]) -> etree._Element:
    return etree.fromstring(parts[DOCUMENT])


@pytest.fixture(scope="module")
def styles(parts: Mapping[str, bytes]) -> etree._Element:
    return etree.fromstring(parts["word/styles.xml"])


def test_the_language_is_british_english(styles: etree._Element) -> None:
    """3.1.1 Language of page."""
    (language,) = styles.iterfind("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMESPACES)
    assert language.get(w("val")) == "en-GB"


def test_the_document_has_a_title(parts: Mapping[str, bytes]) -> None:
    """2.4.2 Page titled."""
    core = etree.fromstring(parts["docProps/core.xml"])
    assert str(core.findtext("{http://purl.org/dc/elements/1.1/}title")).endswith(": Online Safety Policy")


def test_every_picture_has_words_in_its_place(root: etree._Element) -> None:
    """1.1.1 Non-text content; a drawing that says much has its text beside it."""
    drawings = list(root.iter(_DOCPR))
    assert drawings
    for drawing in drawings:
        assert len(str(drawing.get("descr"))) > 10
    words = [text_of(p) for p in root.iter(w("p"))]
    assert "The same steps in words:" in words


def test_headings_go_down_one_level_at_a_time(parts: Mapping[str, bytes], root: etree._Element) -> None:
    """1.3.1 Info and relationships."""
    levels = [heading.level for heading in headings(root, parts, "policy")]
    assert levels[0] == 0
    assert len(levels) > 80
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_no_paragraph_only_looks_like_a_heading_or_a_list(root: etree._Element) -> None:
    """1.3.1: real heading and list styles, and no empty paragraph for space."""
    for paragraph in root.iterfind("w:body/w:p", NAMESPACES):
        runs = [r for r in paragraph.iterfind("w:r", NAMESPACES) if r.find("w:t", NAMESPACES) is not None]
        bold = runs and all(r.find("w:rPr/w:b", NAMESPACES) is not None for r in runs)
        assert not (bold and style_of(paragraph) == "BodyText"), text_of(paragraph)
        assert not re.match(r"[•\-–*] |\d+[.)] ", text_of(paragraph)), text_of(paragraph)
        has_more = (
            paragraph.find(".//w:drawing", NAMESPACES) is not None
            or paragraph.find(".//w:br", NAMESPACES) is not None
        )
        assert text_of(paragraph).strip() or has_more or style_of(paragraph) == "TableGap"


def test_tables_have_header_rows_that_repeat_and_a_caption(root: etree._Element) -> None:
    """1.3.1: every table has a header but those for pictures, and no row is split."""
    tables = list(root.iter(w("tbl")))
    assert len(tables) > 12
    for table in tables:
        first = table.find("w:tr", NAMESPACES)
        assert first is not None
        pictures = table.find(".//w:pStyle[@w:val='PictureText']", NAMESPACES) is not None
        assert (first.find("w:trPr/w:tblHeader", NAMESPACES) is not None) != pictures
        assert table.find("w:tblPr/w:tblCaption", NAMESPACES) is not None
        assert all(row.find("w:trPr/w:cantSplit", NAMESPACES) is not None for row in table.iter(w("tr")))
        assert table.find(".//w:vMerge", NAMESPACES) is None


def test_links_say_where_they_lead(root: etree._Element) -> None:
    """2.4.4 Link purpose."""
    said = ["".join(str(t) for t in link.itertext()) for link in root.iter(w("hyperlink"))]
    assert len(said) > 40
    assert [
        text for text in said if _BARE_ADDRESS.match(text) or text.lower() in ("here", "click here", "link")
    ] == []


def test_text_stands_out_from_what_is_behind_it(styles: etree._Element) -> None:
    """1.4.3 Contrast (minimum), for each style on its own shading."""
    seen = 0
    for style in styles.iter(w("style")):
        colour = style.find("w:rPr/w:color", NAMESPACES)
        shade = style.find("w:pPr/w:shd", NAMESPACES)
        if colour is None:
            continue
        behind = str(shade.get(w("fill"))) if shade is not None else WHITE
        assert contrast(str(colour.get(w("val"))), behind) >= ENOUGH, style.get(w("styleId"))
        seen += 1
    assert seen > 8


def test_no_text_is_tiny_or_in_capitals_or_justified(styles: etree._Element) -> None:
    """Good practice for readers with low vision or dyslexia."""
    hidden = {"TableGap", "TemplateTag"}  # one holds no text, the other never reaches a policy
    for style in styles.iter(w("style")):
        size = style.find("w:rPr/w:sz", NAMESPACES)
        if size is not None and style.get(w("styleId")) not in hidden:
            assert int(str(size.get(w("val")))) >= _SMALLEST, style.get(w("styleId"))
        assert style.find("w:rPr/w:caps", NAMESPACES) is None
        assert style.find("w:pPr/w:jc[@w:val='both']", NAMESPACES) is None


def test_headings_stay_with_what_they_head(styles: etree._Element) -> None:
    for style_id in (
        "Heading1",
        "Heading2",
        "Heading3",
        "AppendixHeading",
        "AppendixSubheading",
        "TableHeading",
    ):
        (style,) = styles.iterfind(f"w:style[@w:styleId='{style_id}']", NAMESPACES)
        assert style.find("w:pPr/w:keepNext", NAMESPACES) is not None, style_id
