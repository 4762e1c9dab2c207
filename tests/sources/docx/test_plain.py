"""Paragraphs that are set aside before the tree is made read as they would from the tree."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.inputs import with_words_own_markup
from policy_kit.errors import UnreadableFile
from policy_kit.model import Document
from policy_kit.sources import limits
from policy_kit.sources.docx import package, read_docx
from policy_kit.sources.docx.plain import without_plain
from tests.sources.docx.build import Parts, para, read_parts, styled, word_file
from tests.sources.docx.markup import load_cases, parts_of

ROOT = Path(__file__).parents[3]
CASES = [case for name in ("headings", "not_headings", "text", "not_read") for case in load_cases(name)]
EXAMPLES = sorted((ROOT / "examples").rglob("*.docx"))
MAIN = "word/document.xml"
BOLD, SIZED = "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="28"/></w:rPr>'


def from_tree(data: bytes) -> Document:
    """What is read when nothing is set aside."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(package, "without_plain", lambda markup: (markup, None))
        return read_docx(Path("policy.docx"), data)


def both(data: bytes) -> Document:
    document = read_docx(Path("policy.docx"), data)
    assert document == from_tree(data)
    return document


def set_aside(body: str) -> int:
    """How many paragraphs of a body are set aside."""
    with zipfile.ZipFile(io.BytesIO(word_file(Parts(body=body)))) as word:
        _, plain = without_plain(word.read(MAIN))
    return 0 if plain is None else len(plain)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_case_reads_the_same(case) -> None:
    both(word_file(parts_of(case)))


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_every_example_reads_the_same(path: Path) -> None:
    data = path.read_bytes()
    try:
        both(data)
    except UnreadableFile:  # the trust's broken file
        with pytest.raises(UnreadableFile):
            from_tree(data)
        return
    both(with_words_own_markup(data))


run = st.builds(
    lambda look, text: f'<w:r w:rsidR="00A1">{look}<w:t xml:space="preserve">{text}</w:t></w:r>',
    st.sampled_from(
        ("", BOLD, SIZED, "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:highlight w:val="yellow"/></w:rPr>')
    ),
    st.sampled_from(("Filtering", " ", "  ", "", "is checked. ", "a\nb", "Tom &amp; Co", "½ – é")),
)
beside = st.sampled_from(
    (
        '<w:proofErr w:type="spellStart"/>',
        '<w:bookmarkStart w:id="1" w:name="a"/>',
        "<w:r><w:tab/></w:r>",
        "<w:r><w:br/><w:t>x</w:t></w:r>",
        "<w:r><w:lastRenderedPageBreak/><w:t>x</w:t></w:r>",
        f"<w:ins>{BOLD.join(('<w:r>', '<w:t>new</w:t></w:r>'))}</w:ins>",
        "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>was</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText> TOC </w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
)
properties = st.sampled_from(
    (
        "",
        "<w:pPr/>",
        '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
        "<w:pPr><w:pageBreakBefore/></w:pPr>",
        "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        '<w:pPr><w:outlineLvl w:val="1"/><w:pPrChange><w:pPr><w:jc/></w:pPr></w:pPrChange></w:pPr>',
        '<w:pPr><w:framePr w:dropCap="drop"/></w:pPr>',
        "<w:pPr><w:sectPr/></w:pPr>",
    )
)
paragraph = st.builds(
    lambda said, runs: f'<w:p w:rsidR="00B2">{said}{"".join(runs)}</w:p>',
    properties,
    st.lists(st.one_of(run, run, run, beside), max_size=5),
)
block = st.one_of(
    paragraph,
    paragraph,
    paragraph.map(lambda inside: f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"),
    paragraph.map(
        lambda inside: f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"
    ),
    paragraph.map(lambda inside: f"<w:del>{inside}</w:del>"),
)


@given(st.lists(block, max_size=6))
def test_any_arrangement_reads_the_same(blocks: list[str]) -> None:
    both(word_file(Parts(body="".join(blocks))))


def test_what_is_plain_is_set_aside() -> None:
    words = '<w:r><w:t>Filtering</w:t></w:r><w:proofErr w:type="spellEnd"/>'
    assert set_aside(para("One.") + styled("Heading1", "Two") + f"<w:p>{words}</w:p>") == 3
    assert set_aside(f"<w:tbl><w:tr><w:tc>{para('One.')}</w:tc></w:tr></w:tbl>") == 1
    assert set_aside("<w:p><w:r><w:tab/></w:r></w:p><w:p><w:pPr><w:sectPr/></w:pPr></w:p>") == 0


def test_no_more_is_set_aside_than_a_policy_has() -> None:
    assert set_aside(para("One.") * (limits.MAX_BLOCKS + 10)) == limits.MAX_BLOCKS
    with pytest.raises(UnreadableFile, match="more than 20,000 paragraphs"):
        read_parts(para("".join(map(chr, range(97, 123)))) * (limits.MAX_BLOCKS + 1))


@pytest.mark.parametrize(
    "body",
    [
        "<!-- <w:p><w:r><w:t>Not there.</w:t></w:r></w:p> --><w:p><w:r><w:t>There.</w:t></w:r></w:p>",
        "<w:p><w:r><w:t><![CDATA[<w:p>]]></w:t></w:r></w:p><w:p><w:r><w:t>There.</w:t></w:r></w:p>",
        '<x:p xmlns:x="urn:x" xmlns:w="urn:y"><w:p><w:r><w:t>Not there.</w:t></w:r></w:p></x:p>',
        '<w:p plain="0"/><w:p><w:r><w:t>There.</w:t></w:r></w:p>',
        '<w:p><w:r><w:tab/></w:r><w:x plain="7"/></w:p><w:p><w:r><w:t>There.</w:t></w:r></w:p>',
        "<?x <w:p> ?><w:p><w:r><w:t>There.</w:t></w:r></w:p>",
    ],
)
def test_unusual_markup_is_left_to_the_tree(body: str) -> None:
    assert set_aside(body) == 0
    both(word_file(Parts(body=body)))


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t>One.</w:t></w:r>",
        "<w:p><w:r><w:t>\x01</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:b w:val=1/></w:rPr><w:t>One.</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:jc></w:pPr><w:r><w:t>One.</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>One.</w:t></w:p></w:r>",
    ],
)
def test_damage_is_told_all_the_same(body: str) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read_parts(para("Before.") + body + para("After."))
