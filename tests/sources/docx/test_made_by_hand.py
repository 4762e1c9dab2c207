"""One policy, its headings made in many ways: the same headings are found in each, and nothing else is."""

from __future__ import annotations

import pytest

from tests.sources.docx.build import para, read_parts, styled

_TITLES = (  # level, number, title
    (1, "1", "Aims"),
    (1, "2", "Roles and responsibilities"),
    (2, "2.1", "Governors"),
    (2, "2.2", "The designated safeguarding lead"),
    (2, "2.3", "IT support"),
    (1, "3", "Filtering and monitoring"),
    (2, "3.1", "Who does what"),
    (2, "3.2", "If something gets through"),
    (1, "4", "What happens when a rule is broken?"),
    (1, "5", "Useful contacts"),
    (2, "5.1", "For pupils"),
    (2, "5.2", "For parents and carers"),
)
_PARENTS = frozenset(("2", "3", "5"))  # headings with a heading right below them


def _row(*cells: str, run: str = "") -> str:
    return f"<w:tr>{''.join(f'<w:tc>{para(cell, run=run)}</w:tc>' for cell in cells)}</w:tr>"


_BELOW = {
    "2.2": para("Jo Example leads on this. The lead is told of every concern on the day it arises."),
    "2.3": para("The network manager:")
    + para("- keeps the filter up to date")
    + para("- checks it every term"),
    "5.1": para("Childline: 0800 1111"),
    "5.2": f"<w:tbl>{_row('Who', 'Where', run='<w:b/>')}{_row('The office', '01632 960123')}</w:tbl>",
}
_TEXT = para(
    "Every pupil, parent and member of staff is expected to read this and to ask where it is not clear."
)
_WAYS = {
    "bold": lambda level, text: para(text, run="<w:b/>"),
    "larger": lambda level, text: para(text, run=f'<w:sz w:val="{44 - 8 * level}"/>'),
    "bold and larger": lambda level, text: para(text, run=f'<w:b/><w:sz w:val="{44 - 8 * level}"/>'),
    "underlined": lambda level, text: para(text, run='<w:u w:val="single"/>'),
    "capitals and bold": lambda level, text: para(text.upper() if level == 1 else text, run="<w:b/>"),
    "bars": lambda level, text: (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="002060"/></w:tcPr>'
        f"{para(text)}</w:tc></w:tr></w:tbl>"
    ),
    "styles": lambda level, text: styled(text, f"Heading{level}"),
}


def _policy(way: str, numbered: bool) -> str:
    cover = para("Online Safety Policy", run='<w:b/><w:sz w:val="60"/>') + para(
        "Example School", run="<w:b/>"
    )
    body = cover + para("Approved by the governing body", run="<w:b/>")
    for level, number, title in _TITLES:
        body += _WAYS[way](level, f"{number} {title}" if numbered else title)
        body += "" if number in _PARENTS else _BELOW.get(number, _TEXT)
    return body + para("Signed: ................", run="<w:b/>")


@pytest.mark.parametrize("numbered", [True, False], ids=["numbered", "plain"])
@pytest.mark.parametrize("way", _WAYS)
def test_headings_are_found_however_they_are_made(way: str, numbered: bool) -> None:
    found = [b for b in read_parts(_policy(way, numbered)).blocks if b.is_heading]
    titles = [f"{number} {title}" if numbered else title for _, number, title in _TITLES]
    assert [b.text.casefold() for b in found] == [title.casefold() for title in titles]
    if numbered or way in ("larger", "bold and larger", "capitals and bold", "styles"):
        assert [b.level for b in found] == [level for level, _, _ in _TITLES]


_LARGE, _BOLD = '<w:b/><w:sz w:val="28"/>', "<w:b/>"


@pytest.mark.parametrize(
    ("line", "look", "is_heading"),
    [
        ("We look after one another", _LARGE, True),
        ("4.2 The network manager will", _LARGE, True),
        ("Pupils will be taught to weigh what they read", _LARGE, True),
        ("We look after one another", _BOLD, False),  # a line that is only stressed
        ("We look after one another.", _LARGE, False),
        ("We met on 4 May 2026", '<w:b/><w:sz w:val="30"/>', False),  # no heading looks so
        ("Signed on behalf of the governors ........", _LARGE, False),
    ],
)
def test_a_statement_in_the_look_of_the_headings_is_one(line: str, look: str, is_heading: bool) -> None:
    others = "".join(para(text, run=_LARGE) + _TEXT for text in ("Aims", "Scope", "Training"))
    blocks = read_parts(others + para(line, run=look) + _TEXT).blocks
    assert (
        next(b for b in blocks if b.text == line.removeprefix("4.2 ") or b.text == line).is_heading
        is is_heading
    )


def test_statements_one_upon_another_are_none() -> None:
    others = "".join(para(text, run=_LARGE) + _TEXT for text in ("Aims", "Scope", "Training"))
    slogans = ("We are kind to all", "We are safe online")
    found = read_parts(others + "".join(para(text, run=_LARGE) for text in slogans) + _TEXT).blocks
    assert not any(b.is_heading for b in found if b.text in slogans)
