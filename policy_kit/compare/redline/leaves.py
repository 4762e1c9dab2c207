"""A paragraph's words as leaves: each piece of text, tab, picture or sign with where it stands in the XML.

The text made of them is exact, unlike what the readers give for an audit: no space is tidied away. A field's
result counts, its instruction does not; what is no text (a picture, a note's sign) counts as one letter,
OBJECT, and is known by its key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element

from policy_kit.quick import dataclass
from policy_kit.sources.docx.fields import link_target
from policy_kit.sources.docx.names import ID, MATH, R, W
from policy_kit.sources.docx.symbols import symbol

OBJECT = "\ufffc"
PAGE_BREAK = "\x0c"

Keys = Callable[[_Element], str]
"""What tells an object (a note's sign, a picture, a link) apart from others, in either file."""

_R, _T, _RPR = W + "r", W + "t", W + "rPr"
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_SILENT = frozenset(
    W + name
    for name in (
        "fldChar", "instrText", "delInstrText", "delText", "commentReference", "annotationRef", "footnoteRef",
        "endnoteRef", "separator", "continuationSeparator", "lastRenderedPageBreak",
    )
)  # fmt: skip
_NOTES = frozenset((W + "footnoteReference", W + "endnoteReference"))
_STANDS_WHOLE = frozenset((MATH + "oMath", MATH + "oMathPara"))
_NO_WORDS = frozenset(
    W + name
    for name in (
        "pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "bookmarkStart", "bookmarkEnd", "proofErr",
        "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
    )
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Leaf:
    """One piece. run: the w:r it stands in (itself for a formula); group: the field of this paragraph that it
    belongs to, else -1; fixed: it must stay, whatever becomes of the words around it."""

    node: _Element
    run: _Element
    text: str
    start: int
    key: str = ""
    link: str = ""
    group: int = -1
    fixed: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def no_keys(node: _Element) -> str:
    """Keys for a paragraph whose file is not at hand: what the XML says."""
    return hashlib.blake2b(etree.tostring(node, method="c14n"), digest_size=8).hexdigest()


def leaves_of(paragraph: _Element, keys: Keys = no_keys) -> list[Leaf]:
    """The leaves of a w:p in reading order."""
    reading = _Reading(keys)
    reading.inside(paragraph, "")
    return reading.finished()


def text_of(leaves: list[Leaf]) -> str:
    """The exact text of leaves."""
    return "".join(leaf.text for leaf in leaves)


class _Reading:
    """The walk over one paragraph."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._leaves: list[Leaf] = []
        self._at = 0
        self._groups = 0
        self._open: list[bool] = []  # the fields that stand open here: whether each is at its instruction
        self._first = 0  # the first leaf of the outermost open field
        self._code: list[str] = []

    def finished(self) -> list[Leaf]:
        """The leaves; the signs of a field that does not end here must stay."""
        if self._open:
            for leaf in self._leaves[self._first :]:
                if leaf.group == self._groups:
                    leaf.group = -1
                    leaf.fixed = leaf.node.tag in _SILENT
        return self._leaves

    def inside(self, node: _Element, link: str) -> None:
        for child in node:
            tag = child.tag
            if tag == _R:
                self._run(child, link)
            elif tag in _NO_WORDS:
                continue
            elif tag in _STANDS_WHOLE:
                self._add(child, child, OBJECT, link, self._keys(child))
            elif tag == W + "hyperlink":
                self.inside(child, self._keys(child))
            else:
                self.inside(child, link)

    def _run(self, run: _Element, link: str) -> None:
        for node in run:
            tag = node.tag
            if tag == _RPR:
                continue
            if tag == _T:
                self._add(node, run, "" if self._silent else node.text or "", link)
            elif tag == W + "fldChar":
                self._field_sign(node, run, link)
            elif tag in _SILENT:
                if tag == W + "instrText" and len(self._open) == 1:
                    self._code.append(node.text or "")
                self._add(node, run, "", link)
                if tag == W + "commentReference":
                    self._leaves[-1].fixed = True
            elif self._silent:
                self._add(node, run, "", link)
            else:
                self._add(node, run, *self._sign(node, link))

    def _sign(self, node: _Element, link: str) -> tuple[str, str, str]:
        tag = node.tag
        if tag in _SIGNS:
            return _SIGNS[tag], link, ""
        if tag == W + "br":
            return (PAGE_BREAK if node.get(W + "type") in ("page", "column") else "\n"), link, ""
        if tag == W + "sym":
            shown = symbol(node.get(W + "font") or "", node.get(W + "char") or "")
            return (shown if len(shown) == 1 else OBJECT), link, "" if len(shown) == 1 else no_keys(node)
        return OBJECT, link, self._keys(node)

    @property
    def _silent(self) -> bool:
        return any(self._open)

    def _field_sign(self, node: _Element, run: _Element, link: str) -> None:
        kind = node.get(W + "fldCharType")
        if kind == "begin":
            if not self._open:
                self._groups += 1
                self._first, self._code = len(self._leaves), []
            self._open.append(True)
        elif kind == "separate" and self._open:
            self._open[-1] = False
        self._add(node, run, "", link)
        leaf = self._leaves[-1]
        leaf.fixed = not self._open
        if kind == "end" and self._open:
            self._open.pop()
            if not self._open:
                self._field_ends()

    def _field_ends(self) -> None:
        target = link_target("".join(self._code))
        if target:
            for leaf in self._leaves[self._first :]:
                leaf.link = target

    def _add(self, node: _Element, run: _Element, text: str, link: str, key: str = "") -> None:
        group = self._groups if self._open else -1
        self._leaves.append(Leaf(node, run, text, self._at, key, link, group))
        self._at += len(text)


def note_id(node: _Element) -> str | None:
    """The number of the note that a sign in the text stands for, or None if it is no such sign."""
    return node.get(ID) if node.tag in _NOTES else None


def relation_id(node: _Element) -> str:
    """The id by which a w:hyperlink names its address, '' for a place in the file."""
    return node.get(R + "id") or ""
