"""Turns what the walk gathered into blocks: says of each paragraph what it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from policy_kit.model import Block, BlockKind, Part
from policy_kit.sources.docx.drafts import Draft, Paragraph, Row
from policy_kit.sources.docx.marks import Format
from policy_kit.sources.docx.symbols import as_seen
from policy_kit.sources.heading_words import reads_like_heading
from policy_kit.sources.looks import Look, find_headings
from policy_kit.sources.numbered import with_numbered
from policy_kit.sources.outline import mark_contents, typed_bullet, typed_number

_LONGEST_HEADING = 40  # words; a longer paragraph in a heading style is text in the wrong style
_NEARLY_ALL = 0.85  # of a line's characters: a number or a colon is often left out of the bold
_MOST_TITLES = 2  # a title style used more often makes headings
_LAID_OUT = 0.4  # of the text in tables of one column, from which they lay out the page
_RUNNING = (Part.BODY, Part.TEXT_BOX)


class Assembly:
    """The blocks of a document as they are put together, and which draft became which block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._looks: dict[int, Look] = {}
        self._titles: dict[str, list[int]] = {}
        self._places: dict[int, int] = {}

    def add(self, drafts: Iterable[Draft]) -> None:
        """Add the drafts of one part, in reading order."""
        before: Paragraph | None = None
        for draft in drafts:
            if isinstance(draft, Row):
                before = None
                self._row(draft)
            else:
                if draft.first_line is None:
                    self._paragraph(draft, before)
                else:
                    for one in _split_first_line(draft):
                        self._paragraph(one, before)
                self._places[id(draft)] = len(self.blocks) - 1
                before = draft

    def place(self, draft: Draft | None) -> Block | None:
        """The block that a draft became, or else the one before it; None if there is none."""
        at = self._places.get(id(draft)) if draft is not None else None
        return None if at is None or not self.blocks else self.blocks[max(at, 0)]

    def finish(self) -> None:
        """Find contents lists that were typed and headings that were made by hand, and even out tabs."""
        for places in self._titles.values():
            for index in places if len(places) <= _MOST_TITLES else ():
                self._looks.pop(index, None)
        self._forget_boxes()
        marked = mark_contents(self.blocks)
        blocks = find_headings(marked, self._looks)
        if blocks != marked:  # contents lists that name headings made by hand
            blocks = mark_contents(blocks)
        blocks = with_numbered(blocks)
        self.blocks = [
            replace(b, text=_on_one_space(b.text), cells=tuple(map(_on_one_space, b.cells)))
            if "\t" in b.text
            else b
            for b in blocks
        ]

    def _forget_boxes(self) -> None:
        """A bold line in a table around a few lines heads that box, not what follows it.

        Where such tables hold much of the text, they only lay out the page.
        """
        boxed = [b for b in self.blocks if b.table is not None and b.kind is not BlockKind.TABLE_ROW]
        if sum(len(b.text) for b in boxed) < _LAID_OUT * sum(len(b.text) for b in self.blocks):
            for block in boxed:
                look = self._looks.get(block.index)
                if (
                    look is not None
                    and not look.shaded
                    and not typed_number(block.text)[0]
                    and not block.number
                ):
                    del self._looks[block.index]

    def _paragraph(self, draft: Paragraph, before: Paragraph | None) -> None:
        text = _tidy(draft.raw_text)
        if not text:
            return
        index = len(self.blocks)
        running = draft.part in _RUNNING
        kind, level, number, text = _kind(draft, text, running)
        self.blocks.append(
            Block(
                index, kind, text, level, number, draft.by if kind is BlockKind.HEADING else "",
                draft.style.name, draft.page if running else None, None, draft.part, (), draft.table, False,
                tuple(draft.links), _marked(draft.highlighted) if draft.highlighted else (),
            )
        )  # fmt: skip
        if running and len(text) < 2_000:
            if draft.style.title:
                self._titles.setdefault(draft.style.name, []).append(index)
            among = before is not None and before.shaded and before.table is None
            self._looks[index] = _look(draft.looks, draft.shaded and not among)

    def _row(self, draft: Row) -> None:
        cells = tuple(
            "\n".join(f"{p.number} {text}".strip() for p in cell if (text := _tidy(p.raw_text)) or p.number)
            for cell in draft.cells
        )
        filled = [cell for cell in cells if cell]
        index = len(self.blocks)
        if filled:
            paragraphs = draft.paragraphs
            contents = all(p.contents for p in paragraphs)
            self.blocks.append(
                Block(
                    index=index,
                    kind=BlockKind.CONTENTS if contents else BlockKind.TABLE_ROW,
                    text=" | ".join(filled),
                    style=paragraphs[0].style.name,
                    page=draft.page if draft.part in _RUNNING else None,
                    part=draft.part,
                    cells=cells,
                    table=draft.table,
                    header_row=draft.header,
                    links=tuple(link for p in paragraphs for link in p.links),
                    highlighted=_marked([words for p in paragraphs for words in p.highlighted]),
                )
            )
        for one in (draft, *draft.paragraphs):
            self._places[id(one)] = len(self.blocks) - 1


def _tidy(raw: str) -> str:
    """Text with each run of spaces as one space; tabs stay for now, since contents lists show by them."""
    if raw.isprintable() and raw[:1] != " " and raw[-1:] != " " and "  " not in raw:
        return raw  # most: told at a glance, since tabs, line ends and codes of symbols are not printable
    text = as_seen(raw)
    if "\t" not in text and "\n" not in text:
        return " ".join(text.split())
    lines = (
        "\t".join(" ".join(piece.split()) for piece in line.split("\t")).strip() for line in text.split("\n")
    )
    return "\n".join(line for line in lines if line)


def _on_one_space(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _marked(pieces: Iterable[list[str]]) -> tuple[str, ...]:
    return tuple(text for piece in pieces if (text := _on_one_space(as_seen("".join(piece))).strip()))


def _kind(draft: Paragraph, text: str, running: bool) -> tuple[BlockKind, int, str, str]:
    """What a paragraph is, its level, its number, and its text without a typed bullet."""
    if draft.contents:
        return BlockKind.CONTENTS, 0, draft.number, text
    if draft.level and running and len(text.split()) <= _LONGEST_HEADING:
        return BlockKind.HEADING, draft.level, draft.number, text
    bullet = typed_bullet(text) if running else None
    if draft.list_level >= 0:
        if bullet is not None and bullet[0] and not draft.number:
            return BlockKind.LIST_ITEM, draft.list_level + 1, "", bullet[1]
        return BlockKind.LIST_ITEM, draft.list_level, draft.number, text
    if bullet is not None and not draft.number:
        return BlockKind.LIST_ITEM, bullet[0], "", bullet[1]
    return BlockKind.PARAGRAPH, 0, draft.number, text


def _look(looks: dict[Format, int], shaded: bool) -> Look:
    """The look that nearly all of a paragraph's words share."""
    if len(looks) == 1:
        return _plain_look(next(iter(looks)), shaded)
    total = sum(looks.values()) or 1
    sizes: dict[int, int] = {}
    for look, length in looks.items():
        sizes[look.size] = sizes.get(look.size, 0) + length

    def nearly_all(name: str) -> bool:
        return sum(length for look, length in looks.items() if getattr(look, name)) >= _NEARLY_ALL * total

    return Look(
        bold=nearly_all("bold"),
        size=max(sizes, key=lambda size: (sizes[size], size), default=0) / 2,
        capitals=nearly_all("capitals"),
        underlined=nearly_all("underlined"),
        italic=nearly_all("italic"),
        shaded=shaded,
    )


@lru_cache(maxsize=512)
def _plain_look(one: Format, shaded: bool) -> Look:
    return Look(one.bold, one.size / 2, one.capitals, one.underlined, one.italic, shaded)


def _split_first_line(draft: Paragraph) -> tuple[Paragraph, ...]:
    """A bold line and the text after a line break are two things that were typed as one paragraph."""
    if draft.first_line is None or draft.level or draft.contents or draft.list_level >= 0:
        return (draft,)
    length, looks = draft.first_line
    rest = {look: count - looks.get(look, 0) for look, count in draft.looks.items()}
    rest = {look: count for look, count in rest.items() if count}
    first = _tidy("".join(draft.pieces[:length]))
    bold = bool(looks) and all(look.bold for look in looks)
    if not bold or any(look.bold for look in rest) or not reads_like_heading(first):
        return (draft,)
    following = draft.parted(draft.pieces[length:], rest)
    if len(following.raw_text.split()) < 6:
        return (draft,)
    following.links, following.highlighted = draft.links, draft.highlighted
    heading = draft.parted(draft.pieces[:length], looks)
    heading.number, heading.shaded = draft.number, draft.shaded
    return heading, following
