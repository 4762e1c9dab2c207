"""What a redline does to each form that a Word file may hold."""

from __future__ import annotations

import datetime
import re

import pytest

from policy_kit.compare.redline import (
    Change,
    Comment,
    Copied,
    Delete,
    DeleteRow,
    DeleteTable,
    Insert,
    InsertRows,
    NewParagraph,
    NewRow,
    NewTable,
    Operation,
    Place,
    Plain,
    Remark,
    conflict,
    read_word,
    redline,
)
from policy_kit.errors import PolicyKitError
from tests.compare import judge
from tests.compare.word_files import SECTION, W, control, field, link, p, paragraph, run, table, word_file

DAY = datetime.date(2026, 9, 1)
_TRACKED = re.compile(r"<w:(ins|del)\b")


def marked(old: bytes, *plan: Operation) -> bytes:
    """The redline of a plan, held to the law that rejecting all gives the old file."""
    result = redline(old, plan, author="Governors' clerk", date=DAY)
    judge.same_xml(judge.rejected(result.data), judge.rejected(old))
    return result.data


def accepted(old: bytes, *plan: Operation) -> list[str]:
    return judge.texts(judge.accepted(marked(old, *plan)))


def body_xml(data: bytes) -> str:
    from lxml import etree

    return etree.tostring(judge.parts(data)["word/document.xml"]).decode()


def words_in(xml: str, mark: str) -> list[str]:
    """The words inside each w:ins or w:del."""
    found = re.findall(rf"<w:{mark} [^>]*[^/]>(.*?)</w:{mark}>", xml)
    return ["".join(re.findall(r"<w:(?:t|delText)[^>]*>([^<]*)<", one)) for one in found]


EDITS = {
    "a word": ("The head is Ms Jones today.", "The head is Ms Khan today.", ["Jones"], ["Khan"]),
    "a number stays whole": ("It takes 1,200 pupils.", "It takes 1,250 pupils.", ["1,200"], ["1,250"]),
    "a hyphened word stays whole": ("a well-being lead", "a well-known lead", ["well-being"], ["well-known"]),
    "an address stays whole": ("dsl@one.example", "dsl@2.example", ["dsl@one.example"], ["dsl@2.example"]),
    "words added": ("Staff will act.", "Staff will always act.", [], ["always "]),
    "words taken out": ("Staff will always act.", "Staff will act.", ["always "], []),
    "at the start": ("must act", "Staff must act", [], ["Staff "]),
    "at the end": ("Staff must act", "Staff must act now", [], [" now"]),
    "all of it": ("Old words", "", ["Old words"], []),
    "to an empty one": ("", "New words", [], ["New words"]),
    "neighbours are one change": ("the old head left", "the new teacher left", ["old head"], ["new teacher"]),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "gone", "come"), EDITS.values(), ids=EDITS)
def test_words_are_marked_whole(before: str, after: str, gone: list[str], come: list[str]) -> None:
    old = word_file(p(before), p("Next"))
    data = marked(old, Change(0, Plain(after)))
    assert judge.texts(judge.accepted(data)) == [after, "Next"]
    xml = body_xml(data)
    assert words_in(xml, "del") == gone
    assert words_in(xml, "ins") == come


def test_author_and_day_stand_on_every_mark() -> None:
    old = word_file(p("One two"), p("Three"), p("End"))
    xml = body_xml(marked(old, Change(0, Plain("One 2")), Delete(1)))
    marks = re.findall(r"<w:(?:ins|del)( [^>]*)>", xml)
    assert len(marks) == 4
    assert all('w:author="Governors\' clerk"' in m and 'w:date="2026-09-01T00:00:00Z"' in m for m in marks)
    numbers = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', xml)
    assert len(set(numbers)) == len(numbers)


def test_a_word_put_in_looks_like_its_neighbours() -> None:
    old = word_file(
        paragraph(run("The head is ") + run("Ms Jones", '<w:b/><w:sz w:val="28"/>') + run(" today."))
    )
    xml = body_xml(marked(old, Change(0, Plain("The head is Ms Khan today."))))
    assert re.search(r'<w:ins [^>]*><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t[^>]*>Khan', xml)


def test_bold_comes_from_the_new_file_and_size_from_the_old() -> None:
    old = word_file(paragraph(run("Staff will act.", '<w:sz w:val="28"/>')))
    new = read_word(word_file(paragraph(run("Staff ") + run("must", "<w:b/>") + run(" act."))), "new")
    xml = body_xml(marked(old, Change(0, Copied(new, 0))))
    assert re.search(r'<w:ins [^>]*><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t[^>]*>must', xml)


@pytest.mark.parametrize(
    "delete", [[0], [1], [2], [3], [0, 1], [1, 2], [2, 3], [0, 3], [1, 3], [0, 1, 2], [1, 2, 3]]
)
def test_any_paragraphs_can_go(delete: list[int]) -> None:
    lines = ["One", "Two", "Three", "Four"]
    old = word_file(p("One", "Heading1"), p("Two", number=1), p("Three", "Quote"), p("Four", number=2))
    data = marked(old, *(Delete(n) for n in delete))
    left = [n for n in range(4) if n not in delete]
    assert judge.texts(judge.accepted(data)) == [lines[n] for n in left]
    before = judge.said(judge.parts(old))["word/document.xml"]
    assert judge.said(judge.accepted(data))["word/document.xml"] == [before[n] for n in left]


def test_all_paragraphs_can_go_but_the_end_of_the_text() -> None:
    assert accepted(word_file(p("One"), p("Two")), Delete(0), Delete(1)) == [""]


@pytest.mark.parametrize("place", [Place(before=0), Place(after=0), Place(after=2), Place(before=2)])
def test_paragraphs_come_in_anywhere(place: Place) -> None:
    old = word_file(p("One", "Heading1"), p("Two"), p("Three", number=1))
    data = marked(old, Insert(place, (NewParagraph(Plain("A", "Quote")), NewParagraph(Plain("B", like=2)))))
    found = judge.said(judge.accepted(data))["word/document.xml"]
    at = {0: 0, 1: 1, 3: 3, 2: 2}[place.before if place.before is not None else (place.after or 0) + 1]
    lines = ["One", "Two", "Three"]
    lines[at:at] = ["A", "B"]
    assert [line[3] for line in found] == lines
    by_text = {line[3]: line[1:3] for line in found}
    assert by_text == {
        "One": ("Heading1", ""),
        "Two": ("", ""),
        "Three": ("", "1.0"),
        "A": ("Quote", ""),
        "B": ("", "1.0"),
    }


def test_a_style_that_changes_is_tracked() -> None:
    old = word_file(p("One"), p("Two"))
    new = read_word(word_file(p("One", "Heading2")), "new")
    data = marked(old, Change(0, Copied(new, 0)))
    assert "<w:pPrChange " in body_xml(data)
    assert judge.said(judge.accepted(data))["word/document.xml"][0] == ("", "Heading2", "", "One")


def test_nothing_is_marked_where_nothing_differs() -> None:
    old = word_file(
        p("One", "Heading1"),
        p("Two", number=2),
        paragraph(run("a") + link("b", "rIdlink0")),
        links=["https://a.example/"],
    )
    new = read_word(old, "new")
    data = marked(old, *(Change(n, Copied(new, n)) for n in range(3)))
    assert not _TRACKED.search(body_xml(data))
    judge.same_xml(judge.parts(data), judge.parts(old))


def test_before_a_table_and_after_it() -> None:
    old = word_file(p("One"), p("Two"), table([["a", "b"]]), p("Three"))
    assert accepted(old, Delete(1)) == ["One", "a", "b", "Three"]
    assert accepted(old, Delete(0), Delete(1)) == ["a", "b", "Three"]
    assert accepted(old, Insert(Place(before_table=0), (NewParagraph(Plain("X")),))) == [
        "One",
        "Two",
        "X",
        "a",
        "b",
        "Three",
    ]
    assert accepted(old, Insert(Place(after_table=0), (NewParagraph(Plain("X")),))) == [
        "One",
        "Two",
        "a",
        "b",
        "X",
        "Three",
    ]


def test_between_two_tables_and_at_the_start_before_one() -> None:
    old = word_file(table([["a"]]), p("Between"), table([["b"]]), p("End"))
    assert accepted(old, Delete(1)) == ["a", "b", "End"]
    assert accepted(old, Insert(Place(before_table=0), (NewParagraph(Plain("X")),))) == [
        "X",
        "a",
        "Between",
        "b",
        "End",
    ]


def test_rows_go_and_come() -> None:
    old = word_file(table([["a", "b"], ["c", "d"], ["e", "f"]]), p("End"))
    new = read_word(word_file(table([["x", "y"]]), p("End")), "new")
    rows = InsertRows((NewRow(new, 0), NewRow(cells=("k", "l"))), after=0)
    assert accepted(old, DeleteRow(1), rows) == ["a", "b", "x", "y", "k", "l", "e", "f", "End"]
    assert accepted(old, DeleteTable(0)) == ["End"]
    assert accepted(old, Insert(Place(after=6), (NewTable(new, 0), NewTable(rows=(("1", "2"),))))) == [
        "a", "b", "c", "d", "e", "f", "End", "x", "y", "1", "2",
    ]  # fmt: skip


def test_cells_lists_headers_and_footnotes_change_too() -> None:
    cell = p("Cell one") + p("Cell two", number=1)
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    old = word_file(
        table([[cell]]), paragraph(run("Text") + note), header=p("Old header"), notes=["Old note"]
    )
    read = read_word(old, "old")
    at = {q.text: q.index for q in read.paragraphs}
    data = marked(
        old,
        Delete(at["Cell two"]),
        Change(at["Old header"], Plain("New header")),
        Change(at["Old note"], Plain("New note")),
    )
    found = judge.accepted(data)
    assert judge.texts(found) == ["Cell one", "Text"]
    assert judge.texts(found, "word/header.xml") == ["New header"]
    assert "New note" in judge.texts(found, "word/footnotes.xml")


def test_a_field_changes_whole_or_not_at_all() -> None:
    old = word_file(paragraph(run("See ") + field("REF x", "page seven") + run(" below.")))
    data = marked(old, Change(0, Plain("See page eight below.")))
    assert judge.texts(judge.accepted(data)) == ["See page eight below."]
    assert "<w:delInstrText" in body_xml(data)
    untouched = body_xml(marked(old, Change(0, Plain("Look at page seven below."))))
    assert "<w:instrText" in untouched
    assert "<w:delInstrText" not in untouched


def test_links_keep_their_address_and_new_ones_bring_theirs() -> None:
    old = word_file(
        paragraph(run("See ") + link("the guidance", "rIdlink0") + run(".")), links=["https://old.example/"]
    )
    new = read_word(
        word_file(
            paragraph(run("See ") + link("the new guidance", "rIdlink0") + run(".")),
            links=["https://new.example/"],
        ),
        "new",
    )
    data = marked(old, Change(0, Copied(new, 0)))
    again = read_word(data, "again")
    assert again.paragraphs[0].text == "See the new guidance."
    relations = [r.target for r in again.package.relations(again.package.main).values() if r.external]
    assert relations == ["https://old.example/", "https://new.example/"]


def test_a_section_of_the_document_keeps_its_end() -> None:
    ends = paragraph(run("Cover ends"), properties=SECTION)
    old = word_file(p("Cover"), ends, p("Text"))
    assert accepted(old, Delete(1)) == ["Cover", "Text"]
    data = marked(old, Insert(Place(after=1), (NewParagraph(Plain("More cover")),)))
    assert judge.texts(judge.accepted(data)) == ["Cover", "Cover ends", "More cover", "Text"]
    assert body_xml(data).count("<w:sectPr>") == 2


def test_controls_and_their_words_stay() -> None:
    old = word_file(p("One"), control(p("Two") + p("Three")), p("Four"))
    data = marked(old, Change(1, Plain("2")), Delete(2))
    assert judge.texts(judge.accepted(data)) == ["One", "2", "Four"]
    assert "<w:sdt>" in body_xml(data)


def test_tracked_changes_of_others_are_accepted_first_and_counted() -> None:
    theirs = (
        f'<w:p xmlns:w="{W}"><w:r><w:t xml:space="preserve">Staff </w:t></w:r>'
        '<w:del w:id="1" w:author="A"><w:r><w:delText>may</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="A"><w:r><w:t>must</w:t></w:r></w:ins></w:p>'
    )
    old = word_file(theirs, p("End"))
    assert read_word(old, "old").paragraphs[0].text == "Staff must"
    result = redline(old, [Change(0, Plain("Staff must act"))], author="B", date=DAY)
    assert result.accepted == 2
    assert judge.texts(judge.rejected(result.data)) == ["Staff must", "End"]
    assert judge.texts(judge.accepted(result.data)) == ["Staff must act", "End"]
    assert 'w:author="A"' not in body_xml(result.data)


def test_comments_say_what_they_are_told_to() -> None:
    old = word_file(p("One two three"), p("End"))
    result = redline(
        old,
        [
            Comment(0, Remark(("Look", "at this"), words="two")),
            *conflict(1, Plain("The end"), ("Both sides changed this",), author="Ms Khan"),
        ],
        author="policy-kit",
        date=DAY,
    )
    again = read_word(result.data, "again")
    comments = judge_comments(result.data)
    assert comments == [("policy-kit", ["Look", "at this"]), ("Ms Khan", ["Both sides changed this"])]
    assert [q.text for q in again.paragraphs][:3] == ["One two three", "End", "The end"]
    assert judge.texts(judge.rejected(result.data)) == ["One two three", "End"]


def judge_comments(data: bytes) -> list[tuple[str, list[str]]]:
    import io
    import zipfile

    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/comments.xml"))
    space = f"{{{W}}}"
    return [
        (c.get(f"{space}author", ""), ["".join(q.itertext(f"{space}t")) for q in c.iter(f"{space}p")])
        for c in root.iter(f"{space}comment")
    ]


def test_the_same_plan_gives_the_same_bytes() -> None:
    old = word_file(p("One two"), table([["a"]]), p("End"))
    new = read_word(word_file(p("One 2"), p("More", number=2)), "new")
    plan = [Change(0, Copied(new, 0)), Insert(Place(after=0), (NewParagraph(Copied(new, 1)),)), DeleteRow(0)]
    assert redline(old, plan, author="A", date=DAY) == redline(old, plan, author="A", date=DAY)


def test_a_contradiction_is_refused() -> None:
    with pytest.raises(ValueError, match="both changed and deleted"):
        redline(word_file(p("One")), [Change(0, Plain("x")), Delete(0)], author="A", date=DAY)
    with pytest.raises(PolicyKitError, match="has no style named “Elegant”"):
        redline(word_file(p("One")), [Change(0, Plain("x", "Elegant"))], author="A", date=DAY)


def test_footnotes_come_with_the_words_they_hang_on() -> None:
    sign = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    old = word_file(paragraph(run("Kept") + sign), p("End"), notes=["An old note"])
    new = read_word(
        word_file(
            paragraph(run("Kept") + sign),
            paragraph(run("New") + sign.replace("2", "3")),
            notes=["An old note", "A new note"],
        ),
        "new",
    )
    data = marked(old, Change(0, Copied(new, 0)), Insert(Place(after=0), (NewParagraph(Copied(new, 1)),)))
    again = read_word(data, "again")
    assert sorted(again.note_texts.values()) == ["", "A new note", "An old note"]
    assert [key for key, _ in [(q.note, q.text) for q in again.paragraphs if q.text == "A new note"]] == ["3"]
    assert body_xml(data).count("<w:footnoteReference") == 2


def test_a_chart_stays_and_one_that_cannot_come_is_told() -> None:
    chart = '<w:r><w:drawing><c:chart xmlns:c="urn:c" r:id="rId{}"/></w:drawing></w:r>'
    old = word_file(paragraph(run("See ") + chart.format("link0")), p("End"))
    new = read_word(
        word_file(paragraph(run("Look at ") + chart.format("other")), paragraph(chart.format("more"))), "new"
    )
    plan = [Change(0, Copied(new, 0)), Insert(Place(after=0), (NewParagraph(Copied(new, 1)),))]
    result = redline(old, plan, author="A", date=DAY)
    assert body_xml(result.data).count("c:chart ") == 1
    assert "<w:del " in body_xml(result.data)
    assert result.told == (
        "a chart, diagram or other drawing of the new file could not be carried over; copy it by hand",
    )
    judge.same_xml(judge.rejected(result.data), judge.rejected(old))


def test_a_picture_comes_with_its_bytes() -> None:
    picture = (
        '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'r:embed="rIdpicture0"/></w:drawing></w:r>'
    )
    old = word_file(p("Text"), p("End"))
    new = read_word(
        word_file(paragraph(run("Text ") + picture), p("End"), pictures=[b"not really a PNG"]), "new"
    )
    data = marked(old, Change(0, Copied(new, 0)))
    again = read_word(data, "again")
    assert again.paragraphs[0].text == "Text \ufffc"
    assert again.keys(again.package.main)(next(again.elements[0].iter(f"{{{W}}}drawing"))) == new.keys(
        new.package.main
    )(next(new.elements[0].iter(f"{{{W}}}drawing")))


def test_headings_keep_or_lose_the_numbers_that_their_style_gives_them() -> None:
    plain = word_file(p("Aims", "Heading1"), p("End"))
    numbered_style = (
        b'<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
        b'<w:outlineLvl w:val="0"/></w:pPr>'
    )
    numbered = with_part(
        plain,
        "word/styles.xml",
        b'<w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>',
        numbered_style,
    )
    for old, new in ((plain, numbered), (numbered, plain)):
        other = read_word(new, "new")
        data = marked(
            old, Change(0, Copied(other, 0)), Insert(Place(after=0), (NewParagraph(Copied(other, 0)),))
        )
        levels = [q.list_level for q in read_word(data, "again").paragraphs[:2]]
        assert levels == [other.paragraphs[0].list_level] * 2


def with_part(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """A file with some bytes of one part replaced."""
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():
            content = before.read(part)
            if part == name:
                assert old in content
                content = content.replace(old, new)
            after.writestr(part, content)
    return out.getvalue()
