"""The words inside a paragraph of a clause: bold, italic, links, and Jinja left as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.quick import dataclass


class InlineFault(ValueError):
    """A slip inside a line; the caller adds file and line."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text in one look; `link` is an address, `#anchor`, or ''."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


_JINJA = r"\{\{.*?\}\}|\{%.*?%\}"
_CELL_TOKEN = re.compile(rf"({_JINJA})|(\\\|)|(\|)")
_TOKEN = re.compile(
    rf"(?P<jinja>{_JINJA})"
    r"|\\(?P<escaped>[\\*\[\]|<>#{}_-])"
    r"|(?P<bold>\*\*)"
    r"|(?P<italic>\*)"
    rf"|\[(?P<label>(?:{_JINJA}|\\.|[^\]\\])+)\]\((?P<target>(?:{_JINJA}|[^)\s])+)\)"
    r"|<(?P<bare>(?:https?://|mailto:)[^>\s]+)>"
)
_JINJA_PIECE = re.compile(f"({_JINJA})")
_QUOTES = {("'", True): "‘", ("'", False): "’", ('"', True): "“", ('"', False): "”"}
_TARGETS = ("https://", "http://", "mailto:", "tel:", "#", "{{")


def split_row(text: str) -> tuple[str, ...]:
    """The cells of a table row; a | in a Jinja tag or after a backslash does not part cells."""
    cells, start = [""], 0
    for found in _CELL_TOKEN.finditer(text):
        cells[-1] += text[start : found.start()]
        start = found.end()
        if found[3]:
            cells.append("")
        else:
            cells[-1] += "|" if found[2] else found[0]
    cells[-1] += text[start:]
    return tuple(cell.strip() for cell in cells)


def read_words(text: str) -> tuple[Words, ...]:
    """Return the stretches of a line. Raises InlineFault if bold, italic or a link is not closed."""
    out = _read(text, bold=False, italic=False, link="")
    return tuple(_with_quotes(_joined(out)))


def _with_quotes(words: list[Words]) -> Iterator[Words]:
    """The same words with straight quotes and apostrophes as a printer sets them; Jinja stays as it is."""
    before = " "
    for word in words:
        out: list[str] = []
        for piece in _JINJA_PIECE.split(word.text):
            if _JINJA_PIECE.fullmatch(piece):
                out.append(piece)
                before = "x"
                continue
            for letter in piece:
                opens = before.isspace() or before in "([/–—“‘"
                out.append(_QUOTES.get((letter, opens), letter))
                before = out[-1]
        yield Words("".join(out), word.bold, word.italic, word.link)


def plain(text: str) -> str:
    """The words of a line without their look."""
    return "".join(words.text for words in read_words(text))


def _read(text: str, *, bold: bool, italic: bool, link: str) -> list[Words]:
    out: list[Words] = []
    outer = (bold, italic)
    start = 0
    for found in _TOKEN.finditer(text):
        if found.start() > start:
            out.append(Words(text[start : found.start()], bold, italic, link))
        start = found.end()
        if found["bold"]:
            bold = not bold
        elif found["italic"]:
            italic = not italic
        elif found["label"] or found["bare"]:
            label, target = found["label"] or found["bare"], found["target"] or found["bare"]
            if link:
                raise InlineFault("a link stands inside a link")
            if not target.startswith(_TARGETS):
                raise InlineFault(f"the link to “{target}” is no web or e-mail address and no #section")
            out.extend(_read(label, bold=bold, italic=italic, link=target))
        else:
            out.append(Words(found["jinja"] or found["escaped"], bold, italic, link))
    if start < len(text):
        out.append(Words(text[start:], bold, italic, link))
    if (bold, italic) != outer:
        raise InlineFault("a star is not closed; write \\* for a star that is meant as one")
    if re.search(r"\]\(", "".join(w.text for w in out if not w.text.startswith("{"))):
        raise InlineFault("a link is broken; write [words](https://address) with no space in the address")
    return out


def _joined(words: list[Words]) -> list[Words]:
    """Neighbours of one look as one stretch, so that a Jinja tag is never torn over runs."""
    out: list[Words] = []
    for word in words:
        if out and (out[-1].bold, out[-1].italic, out[-1].link) == (word.bold, word.italic, word.link):
            out[-1] = Words(out[-1].text + word.text, word.bold, word.italic, word.link)
        else:
            out.append(word)
    return out
