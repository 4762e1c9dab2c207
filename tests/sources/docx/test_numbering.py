"""Word's numbers are built anew as Word shows them."""

from __future__ import annotations

import pytest

from policy_kit.sources.docx.number_formats import written
from tests.sources.docx.build import Parts, para, read_parts


def _item(number_id: int, level: int = 0, text: str = "x") -> str:
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>')


def _numbers(body: str, numbering: str | None = None) -> list[str]:
    parts = Parts(body) if numbering is None else Parts(body, numbering=numbering)
    return [b.number for b in read_parts(parts).blocks]


def _level(at: int, text: str, more: str = "", style: str = "decimal") -> str:
    rule = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{rule}</w:lvl>'


def _list(levels: str, more: str = "", override: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="5">{more}{levels}</w:abstractNum>'
        f'<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>'
        f'<w:num w:numId="6"><w:abstractNumId w:val="5"/>{override}</w:num>'
    )


_TWO = _level(0, "%1.") + _level(1, "%1.%2")


def test_levels_count_and_start_anew_below_a_higher_one() -> None:
    body = "".join(_item(3, level) for level in (0, 1, 1, 2, 0, 1, 2))
    assert _numbers(body) == ["1", "1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1"]


def test_a_level_whose_upper_level_never_came_shows_its_start() -> None:
    assert _numbers(_item(3, 1) + _item(3, 1)) == ["1.1", "1.2"]


def test_two_lists_of_one_definition_go_on_counting() -> None:
    assert _numbers(_item(5) + _item(6) + _item(5), _list(_TWO)) == ["1.", "2.", "3."]


def test_start_override_starts_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    numbers = _numbers(_item(5) + _item(5) + _item(6) + _item(6) + _item(5), _list(_TWO, override=override))
    assert numbers == ["1.", "2.", "4.", "5.", "6."]


def test_level_override_changes_the_rule() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{_level(0, "Part %1", style="upperLetter")}</w:lvlOverride>'
    assert _numbers(_item(5) + _item(6), _list(_TWO, override=override)) == ["1.", "Part B"]


def test_legal_numbering_writes_upper_levels_in_digits() -> None:
    levels = _level(0, "%1.", style="upperRoman") + _level(1, "%1.%2", "<w:isLgl/>")
    assert _numbers(_item(5) + _item(5, 1), _list(levels)) == ["I.", "1.1"]


def test_a_level_may_never_start_anew() -> None:
    levels = _level(0, "%1.") + _level(1, "%2)", '<w:lvlRestart w:val="0"/>')
    assert _numbers("".join(_item(5, n) for n in (0, 1, 0, 1)), _list(levels)) == ["1.", "1)", "2.", "2)"]


def test_a_level_without_a_format_shows_nothing_but_its_words() -> None:
    levels = _level(0, "Appendix %1:", style="upperLetter") + _level(1, "", style="none")
    assert _numbers(_item(5) + _item(5, 1), _list(levels)) == ["Appendix A:", ""]


def test_a_list_may_name_a_list_style_that_names_the_list() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="House"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="House"/>{_TWO}</w:abstractNum>'
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert _numbers(_item(8) + _item(8, 1), numbering) == ["1.", "1.1"]


def test_a_list_style_that_names_itself_is_no_trap() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="A"/><w:numStyleLink w:val="A"/>'
        "</w:abstractNum>"
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert _numbers(_item(8), numbering) == [""]


def test_a_newer_format_falls_back_to_the_older_one() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert _numbers(_item(5), _list(level)) == ["01"]


def test_deleted_paragraphs_do_not_count() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
        '<w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'
    )
    assert _numbers(_item(2) + gone + _item(2)) == ["1.", "2."]


def test_lists_that_are_not_there_or_not_numbers_give_none() -> None:
    odd = para("x", '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="99999999999999999999999"/></w:numPr>')
    assert _numbers(_item(77) + odd + _item(2, 44)) == ["", "", ""]


@pytest.mark.parametrize(
    ("style", "numbers"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb", 0: "0"}),
        ("upperLetter", {3: "C", 53: "AAA"}),
        ("lowerRoman", {4: "iv", 9: "ix", 1999: "mcmxcix", 0: "0"}),
        ("upperRoman", {14: "XIV"}),
        (
            "ordinal",
            {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 22: "22nd", 113: "113th"},
        ),
        ("cardinalText", {1: "One", 20: "Twenty", 21: "Twenty-one", 100: "100"}),
        (
            "ordinalText",
            {1: "First", 9: "Ninth", 20: "Twentieth", 21: "Twenty-first", 4: "Fourth", 100: "100th"},
        ),
        ("numberInDash", {3: "- 3 -"}),
        ("decimalEnclosedParen", {3: "(3)"}),
        ("none", {1: ""}),
        ("chicago", {2: "2"}),
    ],
)
def test_numbers_are_written_as_word_writes_them(style: str, numbers: dict[int, str]) -> None:
    assert {n: written(n, style) for n in numbers} == numbers
