"""The redline of two files: accepting all gives the new file's text, styles and lists, rejecting all the old
file."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.compare.lines import key_of
from policy_kit.compare.redline import OBJECT, read_word, redline
from policy_kit.compare.redlining import redline_files
from policy_kit.compare.tracking import plan_from_word
from policy_kit.errors import PolicyKitError
from policy_kit.model import Part
from policy_kit.sources import read
from tests.compare import judge
from tests.compare.test_redline_laws import WITHOUT_SHRINKING, blocks, bodies
from tests.compare.word_files import p, table, word_file
from tests.e2e.commands import EXAMPLES

DAY = datetime.date(2026, 9, 1)


def redlined(old: bytes, new: bytes) -> bytes:
    before, after = read_word(old, "old.docx"), read_word(new, "new.docx")
    plan, _ = plan_from_word(before, after)
    return redline(old, plan, author="policy-kit", date=DAY).data


def story(data: bytes, part: Part = Part.BODY) -> list[tuple[str, str, bool]]:
    """Each paragraph's text, style and whether it is in a list, as a reader of its own judgement has them."""
    return [
        (q.text.replace(OBJECT, ""), q.style, q.list_level >= 0)
        for q in read_word(data, "judged").paragraphs
        if q.part is part
    ]


def accepted_file(data: bytes) -> bytes:
    """A redline with its changes accepted by the judge, as a file."""
    import zipfile

    from lxml import etree

    parts = judge.accepted(data)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(parts[name]) if name in parts else old.read(name))
    return out.getvalue()


@settings(max_examples=40, phases=WITHOUT_SHRINKING)
@given(blocks.map(bodies), blocks.map(bodies))
def test_any_two_files(old: bytes, new: bytes) -> None:
    data = redlined(old, new)
    judge.same_xml(judge.rejected(data), judge.rejected(old))
    told, wanted = story(accepted_file(data)), story(new)
    if (
        next(iter(judge.parts(old)["word/document.xml"].iterfind(f".//{judge.W}pPr/{judge.W}sectPr")), None)
        is not None
    ):
        # The end of a section of the document is never taken out: its paragraph stays, empty.
        told, wanted = ([line for line in side if line[0]] for side in (told, wanted))
    assert told == wanted


edits = st.lists(
    st.tuples(st.integers(0, 80), st.sampled_from(("drop", "double", "word", "move", "empty"))), max_size=8
)


@pytest.fixture(scope="module")
def policy() -> bytes:
    """An invented policy of an example, as Word has it."""
    return (EXAMPLES / "old-policy" / "policy.docx").read_bytes()


@settings(max_examples=15)
@given(edits=edits)
def test_any_edits_of_a_policy(policy: bytes, edits: list[tuple[int, str]]) -> None:
    new = edited(policy, edits)
    data = redlined(policy, new)
    judge.same_xml(judge.rejected(data), judge.rejected(policy))
    assert story(accepted_file(data)) == story(new)


def edited(data: bytes, todo: list[tuple[int, str]]) -> bytes:
    """A policy with paragraphs dropped, doubled, reworded, moved and emptied."""
    document = docx.Document(io.BytesIO(data))
    for number, what in todo:
        paragraphs = [q for q in document.paragraphs if q._p.getparent() is document.element.body]
        one = paragraphs[number % len(paragraphs)]
        if what == "drop" and len(paragraphs) > 2:
            one._p.getparent().remove(one._p)
        elif what == "double":
            one.insert_paragraph_before(one.text, one.style)
        elif what == "word" and one.runs:
            one.runs[0].text = f"Newly {one.runs[0].text}"
        elif what == "move":
            paragraphs[0]._p.addprevious(one._p)
        elif what == "empty":
            for run in one.runs:
                run.text = ""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_table_changes_by_row_and_cell() -> None:
    old = word_file(table([["Head", "Ms Jones"], ["Lead", "Mr Pell"], ["Clerk", "Mrs Ray"]]), p("End"))
    new = word_file(
        table([["Head", "Ms Khan"], ["Deputy", "Dr Low"], ["Clerk", "Mrs Ray"]]), p("New"), p("End")
    )
    data = redlined(old, new)
    assert judge.texts(judge.accepted(data)) == judge.texts(judge.parts(new))
    assert judge.texts(judge.rejected(data)) == judge.texts(judge.parts(old))
    assert judge.texts(judge.accepted(data))[:2] == ["Head", "Ms Khan"]


def test_headers_and_footers_are_redlined_too() -> None:
    old = word_file(p("Text"), header=p("Policy 2025"), footer=p("Page one"))
    new = word_file(p("Text"), header=p("Policy 2026"), footer=p("Page one") + p("Approved"))
    found = judge.accepted(redlined(old, new))
    assert judge.texts(found, "word/header.xml") == ["Policy 2026"]
    assert judge.texts(found, "word/footer.xml") == ["Page one", "Approved"]


def test_a_text_file_takes_the_look_of_the_old_file(tmp_path: Path) -> None:
    old = EXAMPLES / "old-policy" / "policy.docx"
    new = EXAMPLES / "two-years" / "policy-2022.md"
    result = redline_files(old, new, DAY)
    judge.same_xml(judge.rejected(result.data), judge.rejected(old.read_bytes()))
    out = tmp_path / "accepted.docx"
    out.write_bytes(accepted_file(result.data))
    told = [(b.kind, key_of(b.display)) for b in read(out).text_blocks]
    wanted = [(b.kind, key_of(b.display)) for b in read(new).text_blocks]
    assert [line for line in told if line[1] != "Online Safety Policy"] == wanted


def test_only_a_word_file_can_be_redlined(tmp_path: Path) -> None:
    old = tmp_path / "old.md"
    old.write_text("# Policy\n\nStaff must act.\n", encoding="utf-8")
    with pytest.raises(
        PolicyKitError, match=r"old\.md: tracked changes can only be written into a Word file"
    ):
        redline_files(old, old, DAY)


def test_a_redline_is_read_as_the_new_text(tmp_path: Path) -> None:
    """What our own reader makes of a redline: insertions read, deletions not."""
    old, new = (EXAMPLES / "old-policy" / "policy.docx").read_bytes(), tmp_path / "new.docx"
    new.write_bytes(edited(old, [(20, "drop"), (25, "word"), (30, "move"), (33, "double")]))
    out = tmp_path / "redline.docx"
    out.write_bytes(redlined(old, new.read_bytes()))
    assert [b.text for b in read(out).text_blocks] == [b.text for b in read(new).text_blocks]
    assert read(out).revisions > 3
