"""Comments leave the school's own Word file as it was: every part, every word, every look."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from policy_kit.errors import PolicyKitError
from policy_kit.model import Block, BlockKind, Document
from policy_kit.reports.annotate import annotate
from tests.reports.commented import (
    DOCUMENT,
    QUOTES,
    W,
    audit_of,
    comments_in,
    finding_at,
    plain,
    plain_without_any,
    ranges_in,
    read_file,
    without_comments,
    words_by_message,
)
from tests.reports.results import finding, unreadable_audit
from tests.reports.wordfiles import full_file, part_of, with_part


def test_nothing_else_in_the_file_changes(tmp_path: Path) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    out = annotate(data, audit_of(document, [finding_at(document, words, quote) for words, quote in QUOTES]))
    changed = {DOCUMENT, "word/comments.xml"}
    before, after = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(out))
    assert after.testzip() is None
    assert after.namelist() == before.namelist()
    for old, new in zip(before.infolist(), after.infolist(), strict=True):
        assert (old.date_time, old.external_attr) == (new.date_time, new.external_attr)
        if old.filename not in changed:
            assert _packed(data, old) == _packed(out, new), old.filename
    assert plain(out) == plain(data)


def _packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    start = (
        info.header_offset
        + 30
        + sum(data[info.header_offset + n] + 256 * data[info.header_offset + n + 1] for n in (26, 28))
    )
    return data[start : start + info.compress_size]


def test_comments_that_were_there_stay(tmp_path: Path) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    out = annotate(data, audit_of(document, [finding_at(document, "children safe", "Keeping")]))
    assert comments_in(out)["0"] == ["Is this so?"]
    assert sorted(comments_in(out)) == ["0", "1", "2"]
    assert ranges_in(out)["0"] == ranges_in(data)["0"]
    old, new = part_of(data, "word/comments.xml"), part_of(out, "word/comments.xml")
    kept = etree.fromstring(new)
    for added in kept[1:]:
        kept.remove(added)
    assert etree.tostring(kept, method="c14n") == etree.tostring(etree.fromstring(old), method="c14n")
    assert [c.author for c in docx.Document(io.BytesIO(out)).comments] == ["Head", "policy-kit", "policy-kit"]


def test_a_file_without_comments_gets_the_part_and_what_points_to_it(tmp_path: Path) -> None:
    data = without_comments(full_file(with_comment=False))
    assert b"comments" not in part_of(data, "[Content_Types].xml")
    document = read_file(data, tmp_path)
    out = annotate(data, audit_of(document, [finding_at(document, "children safe", "Keeping")]))
    assert zipfile.ZipFile(io.BytesIO(out)).testzip() is None
    assert [c.comment_id for c in docx.Document(io.BytesIO(out)).comments] == [0, 1]
    added = set(zipfile.ZipFile(io.BytesIO(out)).namelist()) - set(
        zipfile.ZipFile(io.BytesIO(data)).namelist()
    )
    assert added == {"word/comments.xml"}


def test_the_same_file_and_findings_give_the_same_bytes(tmp_path: Path) -> None:
    data = full_file()
    document = read_file(data, tmp_path)
    audit = audit_of(document, [finding_at(document, words, quote) for words, quote in QUOTES])
    assert annotate(data, audit) == annotate(data, audit)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 not a zip", "is not a Word file"),
        (b"", "is not a Word file"),
        (with_part(full_file(), "_rels/.rels", b"<Relationships/>"), "is not a Word file"),
        (with_part(full_file(), DOCUMENT, b"<broken"), "is damaged"),
        (with_part(full_file(), DOCUMENT, b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), "document type"),
        (with_part(full_file(), DOCUMENT, b"<x/>"), "holds no Word text"),
        (with_part(full_file(), DOCUMENT, f'<d xmlns="{W[1:-1]}"><body/></d>'.encode()), "no paragraph"),
        (with_part(full_file(), "word/comments.xml", b"<broken"), "is damaged"),
    ],
)  # fmt: skip
def test_what_is_no_sound_word_file_is_refused_in_one_line(data: bytes, said: str, tmp_path: Path) -> None:
    document = read_file(full_file(), tmp_path)
    with pytest.raises(PolicyKitError, match=said) as refused:
        annotate(data, audit_of(document, []))
    assert str(refused.value).startswith("policy.docx: ")
    assert "\n" not in str(refused.value)


def test_a_file_that_was_not_read_is_refused() -> None:
    with pytest.raises(PolicyKitError, match=r"broken\.docx: was not read"):
        annotate(full_file(), unreadable_audit())


def test_a_strict_file_gets_strict_comments(tmp_path: Path) -> None:
    data = without_comments(full_file(with_comment=False))
    strict = b"http://purl.oclc.org/ooxml/"
    for name in (DOCUMENT, "word/_rels/document.xml.rels", "_rels/.rels"):
        content = part_of(data, name)
        content = content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/", strict + b"wordprocessingml/"
        )
        content = content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/", strict + b"officeDocument/"
        )
        data = with_part(data, name, content)
    document = read_file(data, tmp_path)
    out = annotate(data, audit_of(document, [finding_at(document, "children safe", "Keeping")]))
    assert etree.fromstring(part_of(out, "word/comments.xml")).tag.startswith("{http://purl.oclc.org/ooxml/")
    assert strict + b"officeDocument/relationships/comments" in part_of(out, "word/_rels/document.xml.rels")


_WORDS = st.lists(
    st.sampled_from(("Staff", "pupils", "will", "not", "é&<", "“quote”", "KCSIE", "2020")),
    min_size=2,
    max_size=9,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=4), st.data())
def test_any_words_in_any_runs_keep_their_text_and_get_their_comment(
    texts: list[list[str]], data: st.DataObject
) -> None:
    document = docx.Document()
    blocks = []
    for index, words in enumerate(texts):
        text = " ".join(words)
        paragraph = document.add_paragraph()
        cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1), max_size=4)))
        for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
            paragraph.add_run(text[start:end]).bold = bool(data.draw(st.booleans()))
        blocks.append(Block(index, BlockKind.PARAGRAPH, text))
    out = io.BytesIO()
    document.save(out)
    told = Document("policy.docx", "docx", "0" * 64, tuple(blocks))
    findings = []
    for block, words in zip(blocks, texts, strict=True):
        first = data.draw(st.integers(0, len(words) - 1))
        last = data.draw(st.integers(first, len(words) - 1))
        quote = " ".join(words[first : last + 1])
        findings.append(finding("PK301", f"{block.index}", told.location(block), quote))
    made = annotate(out.getvalue(), audit_of(told, findings))
    assert [p.text for p in docx.Document(io.BytesIO(made)).paragraphs] == [b.text for b in blocks]
    assert plain_without_any(made) == plain_without_any(out.getvalue())
    for number, found in enumerate(findings):
        assert words_by_message(made)[f"{number}."].lower() == found.quote.lower()


def test_a_very_long_table_of_like_cells_takes_no_longer_than_it_must() -> None:
    document = docx.Document()
    texts = [text for n in range(600) for text in ("Yes", "No", f"Row {n} of the log", "Yes")]
    for text in texts:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    # half the blocks read otherwise than the file has them, as a reader of another kind might
    blocks = tuple(
        Block(n, BlockKind.PARAGRAPH, f"{text} and more" if n % 2 else text) for n, text in enumerate(texts)
    )
    told = Document("policy.docx", "docx", "0" * 64, blocks)
    places = [finding("PK301", f"{n}", told.location(blocks[n]), "Row") for n in range(2, 2400, 40)]
    started = time.process_time()
    made = annotate(out.getvalue(), audit_of(told, places))
    assert time.process_time() - started < 5
    assert words_by_message(made)["42."] == "Row"
