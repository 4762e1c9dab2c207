"""Sets aside what no step after filling has to touch, so that only the rest is worked on as a tree.

Most of a policy is paragraphs and tables that are the same for every school, with no heading, link or field
in them. Each stands as one empty paragraph while numbers, contents, logo and colour are put in, and comes
back byte for byte. What such a paragraph says is read once, for the first school that has it; reading it
is also what proves it sound.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, MutableMapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from policy_kit.errors import TemplateFault
from policy_kit.generate.package import DOCUMENT, parse
from policy_kit.generate.wordml import w
from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from lxml import etree

Said = TypeVar("Said")
MARK = w("rsidP")  # an attribute that a paragraph may have, so that the tree stays a Word document's
_SIGN = "aside-"
_PLACE = b'<w:p w:rsidP="aside-%d"/>'
_CELL_PLACE = b"%b</w:tc></w:tr></w:tbl>" % _PLACE
_PLACES = re.compile(rb'<w:p w:rsidP="aside-(\d+)"/>(?:</w:tc></w:tr></w:tbl>)?')
# A table up to the first paragraph of its first cell, group 1 its properties with the caption.
_CAPTIONED = re.compile(
    rb"(<w:tbl><w:tblPr>(?:(?!</w:tblPr>).)*Appendix #.*?</w:tblPr>)(?:<w:tblGrid>.*?</w:tblGrid>)?"
    rb"<w:tr(?: [^>]*)?>(?:<w:trPr>.*?</w:trPr>)?<w:tc>(?:<w:tcPr>.*?</w:tcPr>)?(?=<w:p[ >])"
)
_NO_STYLES: frozenset[str] = frozenset()
_BODY, _BODY_END = b"<w:body>", b"</w:body>"
_P, _P_LONG, _P_END = b"<w:p>", b"<w:p ", b"</w:p>"
_TBL = b"<w:tbl>"
_OPENING = re.compile(rb"<(w:\w+)>?")
_MOST_KNOWN = 5_000
_NEVER = (b"<!--", b"<?", b"<![", b'"aside-')  # in the body: what the plain search below would stumble over
_TOUCHED = (
    b"<w:hyperlink", b"<w:bookmark", b"<w:fldChar", b"<w:instrText", b"txbxContent", b"[", b"Appendix #",
    b"<w:sectPr",
)  # fmt: skip
_STYLE = re.compile(rb'<w:pStyle w:val="([^"]*)"')
_BARE_CELL = re.compile(rb"(?<!</w:p>)</w:tc>")


@dataclass(frozen=True, slots=True)
class Shortened:
    """A document with runs of paragraphs and tables set aside.

    runs: those paragraphs and tables, by the number of their place; texts: what comes back in that place.
    """

    document: bytes
    runs: tuple[tuple[bytes, ...], ...] = ()
    texts: tuple[bytes, ...] = ()


def fit_for_it(template: bytes) -> bool:
    """Whether a template's document is written so plainly that paragraphs can be found without parsing it.

    What a school's facts bring is escaped, so what holds of the template holds of every policy.
    """
    start = template.find(_BODY)
    return 0 <= start < template.rfind(_BODY_END) and all(template.find(sign, start) < 0 for sign in _NEVER)


def set_aside(document: bytes, heading_styles: Collection[str]) -> Shortened:
    """Return the document with what need not be touched set aside; `fit_for_it` says if it may be."""
    start = document.find(_BODY)
    end = document.rfind(_BODY_END)
    start += len(_BODY)
    runs: list[tuple[bytes, ...]] = []
    texts: list[bytes] = []
    out = [document[:start]]
    for aside, run in _runs(list(_units(document[start:end])), frozenset(heading_styles)):
        for units, kept, text in [(run, b"", b"".join(run))] if aside else map(_captioned, run):
            out.append(kept)
            if units:
                out.append((_CELL_PLACE if kept else _PLACE) % len(runs))
                runs.append(tuple(units))
                texts.append(text)
    return Shortened(b"".join([*out, document[end:]]), tuple(runs), tuple(texts))


def put_back(document: bytes, shortened: Shortened) -> bytes:
    """Return the document with everything that was set aside in its place again."""
    texts = shortened.texts
    return _PLACES.sub(lambda found: texts[int(found[1])], document) if texts else document


@lru_cache(maxsize=_MOST_KNOWN)
def _captioned(unit: bytes) -> tuple[Sequence[bytes], bytes, bytes]:
    """What to set aside of a unit that is kept, what of it to keep, and what comes back after that.

    The caption of a table may wait for an appendix's letter; its rows need not wait with it.
    """
    found = _CAPTIONED.match(unit)
    if found and _plain(_TBL + unit[found.end(1) :], _NO_STYLES):
        return (unit,), unit[: found.end()], unit[found.end() :]
    return (), unit, b""


def place_of(paragraph: etree._Element) -> int | None:
    """The number of the run that this paragraph stands for, or None if it is a paragraph of its own."""
    said = paragraph.get(MARK, "")
    return int(said.removeprefix(_SIGN)) if said.startswith(_SIGN) else None


def learn(
    shortened: Shortened,
    known: MutableMapping[bytes, Said],
    read: Callable[[etree._Element], Said],
    name: str,
) -> bool:
    """Read what is set aside and not yet known into `known`; False if it is not sound, piece by piece."""
    if len(known) > _MOST_KNOWN:
        known.clear()
    new = [unit for unit in dict.fromkeys(u for run in shortened.runs for u in run) if unit not in known]
    if not new:
        return True
    head = shortened.document[: shortened.document.find(_BODY) + len(_BODY)]
    try:
        root = parse(b"".join([head, *new, b"</w:body></w:document>"]), name, DOCUMENT)
    except TemplateFault:
        return False
    if len(root[0]) != len(new):
        return False
    known.update(zip(new, map(read, root[0]), strict=True))
    return True


@lru_cache(maxsize=_MOST_KNOWN)
def _plain(unit: bytes, heading_styles: frozenset[str]) -> bool:
    """Whether no later step works on this paragraph or table, and nothing in it has to be mended."""
    if any(sign in unit for sign in _TOUCHED):
        return False
    if unit.startswith(_TBL):
        return b"<w:tr" in unit and unit.count(_TBL) == 1 and not _BARE_CELL.search(unit)
    found = _STYLE.search(unit)
    return _is_paragraph(unit) and not (found and found[1].decode() in heading_styles)


def _is_paragraph(unit: bytes) -> bool:
    return unit.startswith((_P, _P_LONG)) and unit.endswith((_P_END, b"/>"))


def _units(body: bytes) -> Iterator[bytes]:
    """What a body holds, one by one: paragraphs, tables, and whatever else; a last one may be cut short."""
    at = 0
    while found := _OPENING.match(body, at):
        end = body.find(_P_END, at) + len(_P_END) if found[0] == _P else 0
        if not end or body.find(_P, at + 1, end) >= 0 or body.find(_P_LONG, at + 1, end) >= 0:
            end = _end(body, at, found[1])
        yield body[at:end]
        at = end
    if at < len(body):
        yield body[at:]


def _end(body: bytes, at: int, name: bytes) -> int:
    """Where the element that begins here ends; the end of the body if it is never closed."""
    head = body.find(b">", at)
    if body[head - 1 : head] == b"/":
        return head + 1
    plain, long, closing = _tags(name)
    depth, seen = 0, at
    while (end := body.find(closing, seen)) >= 0:
        end += len(closing)
        depth += body.count(plain, seen, end) + body.count(long, seen, end) - 1
        if depth == 0:
            return end
        seen = end
    return len(body)


@lru_cache(maxsize=64)
def _tags(name: bytes) -> tuple[bytes, bytes, bytes]:
    return b"<%b>" % name, b"<%b " % name, b"</%b>" % name


def _runs(units: Sequence[bytes], heading_styles: frozenset[str]) -> Iterator[tuple[bool, list[bytes]]]:
    """The units in runs of those to set aside and those to keep; all of a field is kept."""
    open_fields = 0
    run: list[bytes] = []
    before = False
    for number, unit in enumerate(units):
        aside = _plain(unit, heading_styles) and not open_fields
        if aside and unit.startswith(_TBL):
            aside = _parted(units, number)
        elif not aside:
            open_fields += unit.count(b'w:fldCharType="begin"') - unit.count(b'w:fldCharType="end"')
        if run and aside != before:
            yield before, run
            run = []
        run.append(unit)
        before = aside
    if run:
        yield before, run


def _parted(units: Sequence[bytes], number: int) -> bool:
    """Whether a table has paragraphs on either side that will stay, so that it can touch no other."""
    sides = [*units[max(number - 1, 0) : number], *units[number + 1 : number + 2]]
    return len(sides) == 2 and all(_is_paragraph(side) and b"[" not in side for side in sides)
