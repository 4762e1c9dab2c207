"""Lists of another Word file in the old one: the list that its paragraphs stand for there, or a copy."""

from __future__ import annotations

import copy
import posixpath
from typing import TYPE_CHECKING

from lxml import etree
from lxml.etree import _Element

from policy_kit.compare.redline.parts import Parts
from policy_kit.compare.redline.trees import remove
from policy_kit.sources.docx.names import VAL, W, whole

if TYPE_CHECKING:
    from policy_kit.compare.redline.reading import WordText

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_ABSTRACT, _NUM, _ABSTRACT_ID, _NUM_ID = (
    W + name for name in ("abstractNum", "num", "abstractNumId", "numId")
)
_P, _PPR, _NUM_PR = W + "p", W + "pPr", W + "numPr"
_BEFORE_NUM_PR = frozenset(
    W + name for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


class Lists:
    """The old file's lists, added to as paragraphs come in."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._paired: dict[tuple[WordText, int], int] = {}  # (a source, its list) -> the old file's list
        self._looks: dict[tuple[WordText, int], bytes] = {}
        self._by_look: dict[bytes, int] | None = None

    def pair(self, old: _Element, source: WordText, new: _Element) -> None:
        """Note that a paragraph of the old file and one of another are the same item: their lists are one."""
        mine, theirs = _number_of(old), _number_of(new)
        known = mine and theirs and source is not self._parts.word
        if known and self._look(self._parts.word, mine) == self._look(source, theirs):
            self._paired.setdefault((source, theirs), mine)

    def _look(self, word: WordText, number: int) -> bytes:
        if (word, number) not in self._looks:
            self._looks[word, number] = _look(word.numbering, number)
        return self._looks[word, number]

    def renumber(self, node: _Element, source: WordText) -> None:
        """Let the items of a copied node name the old file's lists."""
        if source is self._parts.word:
            return
        for pointer in node.iter(_NUM_ID):
            number = whole(pointer.get(VAL)) or 0
            if number:
                pointer.set(VAL, str(self._number_for(source, number)))

    def of_styles(self, node: _Element, source: WordText) -> dict[_Element, tuple[int, int]]:
        """For each paragraph of a node that names no list itself: its style's list (0: none) and level."""
        found: dict[_Element, tuple[int, int]] = {}
        for paragraph in node.iter(_P):
            if paragraph.find(f"{_PPR}/{_NUM_PR}") is None:
                found[paragraph] = _by_style(paragraph, source)
        return found

    def keep_lists(self, by_style: dict[_Element, tuple[int, int]], source: WordText) -> None:
        """Say in the paragraph itself what its style said in its own file, where the old file's style of that
        name says otherwise: headings numbered by their style in one file may not be in the other."""
        for paragraph, (number, level) in by_style.items():
            if bool(number) == bool(_by_style(paragraph, self._parts.word)[0]) or source is self._parts.word:
                continue
            properties = paragraph.find(_PPR)
            if properties is None:
                properties = etree.Element(_PPR)
                paragraph.insert(0, properties)
            own = etree.Element(_NUM_PR)
            if number:
                etree.SubElement(own, W + "ilvl", {VAL: str(level)})
            etree.SubElement(own, _NUM_ID, {VAL: str(self._number_for(source, number) if number else 0)})
            _put_in_place(properties, own)

    def _number_for(self, source: WordText, number: int) -> int:
        key = (source, number)
        if key not in self._paired:
            look = self._look(source, number)
            bullet = b"bullet" in look
            known = self._known().get(look) if bullet else None
            self._paired[key] = known if known is not None else self._copy(source, number)
        return self._paired[key]

    def _known(self) -> dict[bytes, int]:
        """The old file's lists by how they look, the first of each."""
        if self._by_look is None:
            self._by_look = {}
            root = self._parts.word.numbering
            for node in root.iterchildren(_NUM) if root is not None else ():
                number = whole(node.get(_NUM_ID))
                if number:
                    self._by_look.setdefault(self._look(self._parts.word, number), number)
        return self._by_look

    def _copy(self, source: WordText, number: int) -> int:
        abstract, num = _definition(source.numbering, number)
        if abstract is None or num is None:
            return 0
        root = self._root()
        abstract_number = 1 + max((whole(n.get(_ABSTRACT_ID)) or 0 for n in root.iter(_ABSTRACT)), default=0)
        new_number = 1 + max((whole(n.get(_NUM_ID)) or 0 for n in root.iterchildren(_NUM)), default=0)
        abstract, num = copy.deepcopy(abstract), copy.deepcopy(num)
        abstract.set(_ABSTRACT_ID, str(abstract_number))
        for name in ("nsid", "tmpl", "styleLink", "numStyleLink"):
            for child in abstract.findall(W + name):
                abstract.remove(child)
        for tied in list(abstract.iter(W + "pStyle", W + "lvlPicBulletId")):
            remove(tied)
        num.set(_NUM_ID, str(new_number))
        num.find(_ABSTRACT_ID).set(VAL, str(abstract_number))  # type: ignore[union-attr]
        last = next(reversed(list(root.iterchildren(_ABSTRACT))), None)
        if last is None:
            root.insert(0, abstract)
        else:
            last.addnext(abstract)
        nums = list(root.iterchildren(_NUM))
        (nums[-1] if nums else abstract).addnext(num)
        return new_number

    def _root(self) -> _Element:
        package = self._parts.word.package
        name = package.first("numbering") or posixpath.join(posixpath.dirname(package.main), "numbering.xml")
        if not self._parts.has(name):
            self._parts.add_part(name, etree.Element(W + "numbering", nsmap={"w": W[1:-1]}), _CONTENT)
            self._parts.relate(package.main, "numbering", name)
        return self._parts.root(name)


def _by_style(paragraph: _Element, word: WordText) -> tuple[int, int]:
    """The list that a paragraph is in by its style, 0 for none, and the level."""
    pointer = paragraph.find(f"{_PPR}/{W}pStyle")
    style = word.styles.paragraph(pointer.get(VAL) if pointer is not None else None)
    number = style.number_id or 0
    tied = word.list_levels.level_of_style(number, style.id) if number else None
    return number, (style.number_level or 0) if tied is None else tied


def _put_in_place(properties: _Element, own: _Element) -> None:
    """Put a w:numPr where Word wants it: after what comes before it in a w:pPr (ISO/IEC 29500-1, CT_PPr)."""
    before = [child for child in properties if child.tag in _BEFORE_NUM_PR]
    if before:
        before[-1].addnext(own)
    else:
        properties.insert(0, own)


def _number_of(paragraph: _Element) -> int:
    pointer = paragraph.find(f"{W}pPr/{W}numPr/{_NUM_ID}")
    return (whole(pointer.get(VAL)) or 0) if pointer is not None else 0


def _definition(root: _Element | None, number: int) -> tuple[_Element | None, _Element | None]:
    """A list's rules and the list itself."""
    if root is None:
        return None, None
    num = next((n for n in root.iterchildren(_NUM) if whole(n.get(_NUM_ID)) == number), None)
    pointer = num.find(_ABSTRACT_ID) if num is not None else None
    wanted = whole(pointer.get(VAL)) if pointer is not None else None
    rules = next((n for n in root.iterchildren(_ABSTRACT) if whole(n.get(_ABSTRACT_ID)) == wanted), None)
    return rules, num


def _look(root: _Element | None, number: int) -> bytes:
    """What a list shows at each level: its kinds of number and its signs."""
    rules, num = _definition(root, number)
    if rules is None or num is None:
        return b""
    levels = [
        "|".join((child.get(VAL) or "") for child in level if child.tag in (W + "numFmt", W + "lvlText"))
        for level in (*rules.iterchildren(W + "lvl"), *num.iter(W + "lvl"))
    ]
    return "\n".join(levels).encode()
