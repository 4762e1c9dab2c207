"""What Word's styles say of a paragraph: heading level, numbering, and how its words look.

Headings are known by the built-in style name, which is English in every language's Word ("heading 1"
behind "Überschrift 1"), by the styles a style is based on, and by the outline level; never by the name
that a person sees.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.sources import limits
from policy_kit.sources.docx.marks import PLAIN, Format, Marks, Run, read_marks
from policy_kit.sources.docx.names import VAL, W, from_strict, whole
from policy_kit.sources.docx.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = regex(r"heading ([1-9])\b", re.IGNORECASE)
_HEADING_ID = regex(r"heading[ _]?([1-9])", re.IGNORECASE)
_CONTENTS = regex(r"toc(?: ?\d| heading)?|contents(?: heading| \d)?|toa heading|index heading", re.IGNORECASE)
_BULLET = regex(r"(?:list bullet|list number|list continue)(?: ([2-9]))?", re.IGNORECASE)
_TITLES = frozenset(("title", "subtitle", "caption"))
_LONGEST_CHAIN = 30
_KEPT = 4
_FORMATS_KEPT = 4_096
_LARGEST_KEPT = 100_000


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style with all that it takes from those it is based on.

    level: 1 to 9 if it makes headings, else 0; by: "style" if from a built-in heading, "outline" if from
    an outline level of its own; title: whether it is for what stands on a cover; list_level: for Word's
    own list styles, else -1.
    """

    id: str
    name: str
    level: int
    by: str
    contents: bool
    title: bool
    number_id: int | None
    number_level: int | None
    list_level: int
    in_list: bool
    format: Format
    plain: Run  # a run that says nothing of its own look


@dataclass(slots=True)
class _Raw:
    """A style as the file has it."""

    id: str
    name: str
    based_on: str
    outline: int | None
    number_id: int | None
    number_level: int | None
    marks: Marks


class Styles:
    """The styles of one file, each worked out when it is first asked for."""

    def __init__(self, root: _Element | None) -> None:
        self._raw: dict[str, _Raw] = {}
        self._done: dict[str, Style] = {}
        self._formats: dict[tuple[Format, str, Marks], Format] = {}
        self._default_id = ""
        self._base = Format(size=20)
        if root is not None:
            self._gather(root)

    def _gather(self, root: _Element) -> None:
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if defaults is not None:
            self._base = _under(read_marks(defaults)[0], self._base)
        for node in root.iterchildren(W + "style"):
            kind = node.get(W + "type", "paragraph")
            if kind not in ("paragraph", "character") or len(self._raw) >= limits.MAX_STYLES:
                continue
            raw = _raw_style(node)
            self._raw[raw.id] = raw
            if kind == "paragraph" and node.get(W + "default") in ("1", "true", "on"):
                self._default_id = raw.id

    def paragraph(self, style_id: str | None) -> Style:
        """The style of a paragraph, by its w:pStyle (None: the file's default)."""
        key = self._default_id if style_id is None else style_id
        if key not in self._done:
            self._done[key] = self._worked_out(key)
        return self._done[key]

    def _chain(self, style_id: str) -> list[_Raw]:
        """A style and those it is based on, itself first; a circle is cut."""
        chain: list[_Raw] = []
        seen: set[str] = set()
        while style_id in self._raw and style_id not in seen and len(chain) < _LONGEST_CHAIN:
            seen.add(style_id)
            chain.append(self._raw[style_id])
            style_id = chain[-1].based_on
        return chain

    def _worked_out(self, style_id: str) -> Style:
        chain = self._chain(style_id)
        name = chain[0].name if chain else style_id
        level, by = _level(chain, style_id)
        numbered = next((raw for raw in chain if raw.number_id is not None), None)
        look = self._base
        for raw in reversed(chain):
            look = _under(raw.marks, look)
        bullet = _BULLET.fullmatch(name)
        return Style(
            id=style_id,
            name=name,
            level=level,
            by=by,
            contents=bool(_CONTENTS.fullmatch(name)),
            title=name.lower() in _TITLES,
            number_id=numbered.number_id if numbered else None,
            number_level=numbered.number_level if numbered else None,
            in_list=bool(bullet) or numbered is not None,
            list_level=int(bullet[1] or 1) - 1 if bullet else -1,
            format=look,
            plain=Run(look, highlighted=False),
        )

    def run(self, base: Format, style_id: str | None, direct: Marks) -> Format:
        """How a run looks: its paragraph's look, its character style, and what it says itself."""
        if style_id is None and direct is PLAIN:
            return base
        key = (base, style_id or "", direct)
        found = self._formats.get(key)
        if found is None:
            look = base
            if style_id is not None:
                for raw in reversed(self._chain(style_id)):
                    look = _toggled(raw.marks, look)
            if len(self._formats) >= _FORMATS_KEPT:
                self._formats.clear()
            found = self._formats[key] = _under(direct, look)
        return found


def _raw_style(node: _Element) -> _Raw:
    name = node.find(W + "name")
    based_on = node.find(W + "basedOn")
    paragraph = node.find(W + "pPr")
    look = node.find(W + "rPr")
    outline = number_id = number_level = None
    if paragraph is not None:
        outline = whole(_value(paragraph.find(W + "outlineLvl")))
        number_id = whole(_value(paragraph.find(f"{W}numPr/{W}numId")))
        number_level = whole(_value(paragraph.find(f"{W}numPr/{W}ilvl")))
    return _Raw(
        id=node.get(W + "styleId") or "",
        name=_value(name) or "",
        based_on=_value(based_on) or "",
        outline=outline,
        number_id=number_id,
        number_level=number_level,
        marks=PLAIN if look is None else read_marks(look)[0],
    )


def _value(node: _Element | None) -> str | None:
    return None if node is None else node.get(VAL)


def _level(chain: list[_Raw], style_id: str) -> tuple[int, str]:
    """The heading level that a style gives, and how it is known."""
    if not chain:  # some programs name Heading1 without defining it
        found = _HEADING_ID.fullmatch(style_id)
        return (int(found[1]), "style") if found else (0, "")
    for depth, raw in enumerate(chain):
        built_in = _HEADING.match(raw.name)
        if raw.outline is not None:
            if not 0 <= raw.outline <= 8:
                return 0, ""
            above = any(_HEADING.match(other.name) for other in chain[depth:])
            return raw.outline + 1, "style" if above else "outline"
        if built_in:
            return int(built_in[1]), "style"
    return 0, ""


def _under(marks: Marks, look: Format) -> Format:
    """A look with what one rPr says laid over it."""
    if marks == PLAIN:
        return look
    said = {name: value for name, value in marks._asdict().items() if value is not None}
    return look._replace(**said)


def _toggled(marks: Marks, look: Format) -> Format:
    """As `_under`, but a character style that is bold in a bold paragraph turns bold off, as Word does."""
    over = _under(marks, look)
    return over._replace(
        bold=over.bold if marks.bold is None else marks.bold != look.bold,
        italic=over.italic if marks.italic is None else marks.italic != look.italic,
    )


def _without_needless(data: bytes) -> bytes:
    """A styles part without the styles of tables and the list of styles Word might show.

    They are nine tenths of a usual one and say nothing that is needed here.
    """
    data = from_strict(data)
    kept: list[bytes] = []
    at = 0
    while (start := data.find(b"<w:style ", at)) >= 0:
        tag_end = data.find(b">", start)
        end = data.find(b"</w:style>", tag_end)
        if tag_end < 0 or end < 0:
            break
        if b'w:type="table"' in data[start:tag_end] and data[tag_end - 1 : tag_end] != b"/":
            kept.append(data[at:start])
            at = end + len(b"</w:style>")
        else:
            kept.append(data[at:end])
            at = end
    kept.append(data[at:])
    return b"".join(kept)


_cache: dict[bytes, Styles] = {}  # by the part as it is packed, which is quicker than unpacking it


def read_styles(package: Package) -> Styles:
    """The styles of a file; a school's files often share them, so the last few are kept."""
    part = package.first("styles")
    if part is None:
        return Styles(None)
    packed = package.archive.packed(part)
    found = _cache.get(packed)
    if found is None:
        found = Styles(package.archive.xml(part, _without_needless))
        if 0 < len(packed) <= _LARGEST_KEPT:
            while len(_cache) >= _KEPT:
                del _cache[next(iter(_cache))]
            _cache[packed] = found
    return found
