"""Accepting all of a redline gives the new text, rejecting all the old file: drawn files, drawn plans."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from policy_kit.compare.redline import (
    Change,
    Copied,
    Delete,
    Insert,
    NewParagraph,
    NewTable,
    Operation,
    Place,
    WordText,
    read_word,
    redline,
)
from tests.compare import judge
from tests.compare.word_files import control, field, link, p, paragraph, run, table, word_file

WITHOUT_SHRINKING = (
    Phase.explicit,
    Phase.reuse,
    Phase.generate,
)  # to make two whole files small takes minutes
DAY = datetime.date(2026, 9, 1)
LINKS = ("https://one.example/", "https://two.example/")

words = st.sampled_from(
    (
        "the",
        "school",
        "will",
        "must",
        "not",
        "St",
        "Mary's",
        "2,000",
        "1.5",
        "well-being",
        "dsl@school.example",
        "12/9/26",
    )
)
texts = st.lists(words, max_size=8).map(" ".join)
looks = st.sampled_from(("", "<w:b/>", "<w:i/>", '<w:sz w:val="28"/>', '<w:rStyle w:val="Strong"/>'))
runs = st.one_of(
    st.builds(run, texts, looks),
    st.builds(run, st.sampled_from((" ", "a\tb", "one\ntwo", "  two  spaces ")), looks),
    st.builds(field, st.just("PAGEREF _Toc1"), st.sampled_from(("7", "page 12", "the school"))),
    st.builds(link, texts.filter(bool), st.sampled_from(("rIdlink0", "rIdlink1"))),
    st.just('<w:bookmarkStart w:id="7" w:name="here"/><w:bookmarkEnd w:id="7"/>'),
    st.builds(lambda inner: f'<w:fldSimple w:instr=" AUTHOR ">{inner}</w:fldSimple>', texts.map(run)),
    st.builds(lambda inner: f"<w:smartTag>{inner}</w:smartTag>", texts.map(run)),
    st.builds(lambda inner: f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>", texts.map(run)),
)
insides = st.lists(runs, max_size=4).map("".join)
paragraphs = st.builds(
    paragraph, insides, st.sampled_from(("", "Heading1", "Quote")), st.just(""), st.sampled_from((0, 0, 1, 2))
)
section_ends = st.builds(lambda inner: paragraph(inner, properties="<w:sectPr/>"), insides)
cells = st.lists(paragraphs, min_size=1, max_size=3).map("".join)
tables = st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=3).map(table)
controls = st.lists(paragraphs, min_size=1, max_size=3).map("".join).map(control)
blocks = st.lists(
    st.one_of(paragraphs, paragraphs, paragraphs, tables, controls, section_ends), min_size=1, max_size=7
)


def bodies(draw_blocks: list[str]) -> bytes:
    return word_file(*draw_blocks, p("The end"), links=LINKS)


def drawn_plan(data: st.DataObject, old: WordText, new: WordText) -> Iterator[Operation]:
    """Any plan that turns the running paragraphs outside tables into those of another file, in order."""
    mine = [q.index for q in old.paragraphs if q.table is None and q.part.value == "body"]
    theirs = [q.index for q in new.paragraphs if q.table is None and q.part.value == "body"]
    at = 0
    for index in mine:
        what = data.draw(st.sampled_from(("keep", "change", "change", "delete", "insert", "insert table")))
        if what == "change" and at < len(theirs):
            yield Change(index, Copied(new, theirs[at]))
            at += 1
        elif what == "delete":
            yield Delete(index)
        elif what == "insert" and at < len(theirs):
            side = data.draw(st.sampled_from(("after", "before")))
            coming = theirs[at : at + data.draw(st.integers(1, 3))]
            at += len(coming)
            yield Insert(Place(**{side: index}), tuple(NewParagraph(Copied(new, n)) for n in coming))
        elif what == "insert table" and new.tables:
            yield Insert(Place(after=index), (NewTable(new, 0), NewTable(rows=(("a", "b"), ("c", "d")))))


@settings(max_examples=40, phases=WITHOUT_SHRINKING)
@given(blocks.map(bodies), blocks.map(bodies), st.data())
def test_rejecting_all_gives_the_old_file(old_data: bytes, new_data: bytes, data: st.DataObject) -> None:
    old, new = read_word(old_data, "old.docx"), read_word(new_data, "new.docx")
    plan = list(drawn_plan(data, old, new))
    result = redline(old_data, plan, author="policy-kit", date=DAY)
    judge.same_xml(judge.rejected(result.data), judge.rejected(old_data))


@settings(max_examples=40, phases=WITHOUT_SHRINKING)
@given(blocks.map(bodies), blocks.map(bodies), st.data())
def test_accepting_all_gives_what_was_planned(old_data: bytes, new_data: bytes, data: st.DataObject) -> None:
    old, new = read_word(old_data, "old.docx"), read_word(new_data, "new.docx")
    plan = list(drawn_plan(data, old, new))
    result = redline(old_data, plan, author="policy-kit", date=DAY)
    expected = planned(old, plan)
    found = [line for line in judge.texts(judge.accepted(result.data)) if line]
    assert found == [line for line in expected if line]


def planned(old: WordText, plan: list[Operation]) -> list[str]:
    """The text that a plan asks for, worked out from the plan alone."""
    out: list[str] = []
    changes = {op.paragraph: op.to for op in plan if isinstance(op, Change)}
    gone = {op.paragraph for op in plan if isinstance(op, Delete)}
    for q in old.paragraphs:
        if q.part.value != "body":
            continue
        out.extend(_inserted(plan, before=q.index))
        if q.index in changes:
            to = changes[q.index]
            assert isinstance(to, Copied)
            out.append(to.source.paragraphs[to.paragraph].text)
        elif q.index not in gone:
            out.append(q.text)
        out.extend(_inserted(plan, after=q.index))
    return out


def _inserted(plan: list[Operation], **place: int) -> Iterator[str]:
    for op in plan:
        if isinstance(op, Insert) and op.at == Place(**place):
            for block in op.blocks:
                if isinstance(block, NewParagraph):
                    assert isinstance(block.content, Copied)
                    yield block.content.source.paragraphs[block.content.paragraph].text
                elif block.source is not None:
                    rows = [block.source.rows[n] for n in block.source.tables[block.table].rows]
                    yield from (block.source.paragraphs[n].text for row in rows for n in row.paragraphs)
                else:
                    yield from (cell for row in block.rows for cell in row)
