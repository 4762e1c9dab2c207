"""Puts words in between the words of a paragraph: where, in which link, and in whose look."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree
from lxml.etree import _Element

from policy_kit.compare.redline.leaves import OBJECT, Leaf
from policy_kit.compare.redline.pen import Pen
from policy_kit.sources.docx.names import R, W

_R, _RPR, _P = W + "r", W + "rPr", W + "p"
# What a word put among others takes from its own file; font and size it takes from its neighbours.
_SHOWN = frozenset(W + name for name in ("b", "bCs", "i", "iCs", "u", "strike", "vertAlign", "highlight"))
_NOT_TAKEN = frozenset(W + name for name in ("rPrChange", "ins", "del", "vanish", "webHidden", "noProof"))
PLAIN = "plain"
"""Set on a run that was made of words alone, which has no look of its own; never written to a file."""
GONE = "gone"
"""Stands where something could not be carried over from another file; never written to a file."""
_ORDER_OF_NAMES = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr "
    "shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_ORDER = {W + name: place for place, name in enumerate(_ORDER_OF_NAMES.split())}
"""The order in which Word wants what a w:rPr says (ISO/IEC 29500-1, CT_RPr)."""


class Insertion:
    """Where words go in, and whose look they take."""

    def __init__(self, paragraph: _Element, leaves: Sequence[Leaf], start: int, end: int) -> None:
        self._paragraph = paragraph
        following = (
            n for n, leaf in enumerate(leaves) if leaf.start >= end and not _ends_field(leaf, leaves, end)
        )
        at = next(following, len(leaves))
        self._before = leaves[at - 1] if at else None
        self._after = leaves[at] if at < len(leaves) else None
        taken = [leaf for leaf in leaves if start <= leaf.start and leaf.end <= end]
        near = [*taken, *reversed(leaves[:at]), *leaves[at:]]
        self._near = [leaf for leaf in near if leaf.text and OBJECT not in leaf.text and leaf.run.tag == _R]

    def put(self, coming: Sequence[Leaf], pen: Pen, *, own_look: bool) -> None:
        """Put copies of leaves in, marked as inserted."""
        anchor: _Element | None = None
        wrapper: tuple[str, _Element] | None = None
        mark: _Element | None = None
        last_run: _Element | None = None
        run: _Element | None = None
        for leaf in coming:
            link = _link_above(leaf)
            host = self._host(leaf.link) if anchor is None else None
            in_place = host is not None and leaf.link != ""
            if leaf.link and link is not None and not in_place:
                if wrapper is None or wrapper[0] != leaf.link:
                    wrapper = (leaf.link, _shallow(link))
                    anchor = self._add(wrapper[1], anchor, leaf.link, inside=False)
                    mark = run = None
                holder: _Element | None = wrapper[1]
            else:
                if wrapper is not None:
                    mark = run = None
                wrapper, holder = None, None
            if mark is None:
                mark = pen.mark("ins")
                if holder is not None:
                    holder.append(mark)
                else:
                    anchor = self._add(mark, anchor, leaf.link, inside=True)
            if run is None or last_run is not leaf.run:
                run = self._run_for(leaf, own_look=own_look)
                mark.append(run)
                last_run = leaf.run
            if run.tag == _R and leaf.node.tag != GONE:
                run.append(copy.deepcopy(leaf.node))

    def _add(self, node: _Element, anchor: _Element | None, link: str, *, inside: bool) -> _Element:
        if anchor is not None:
            anchor.addnext(node)
        elif self._before is not None:
            _outermost(
                self._before, self._after, self._paragraph, self._host(link) if inside else None
            ).addnext(node)
        elif self._after is not None:
            _outermost(self._after, None, self._paragraph, self._host(link) if inside else None).addprevious(
                node
            )
        else:
            self._paragraph.append(node)
        return node

    def _host(self, link: str) -> _Element | None:
        """The link beside the place that the words belong to as well."""
        for leaf in (self._before, self._after):
            if leaf is not None and link and leaf.link == link and leaf.group < 0:
                return _link_above(leaf)
        return None

    def _run_for(self, leaf: Leaf, *, own_look: bool) -> _Element:
        if leaf.run.tag != _R:
            return copy.deepcopy(leaf.run)
        run = etree.Element(_R)
        own = leaf.run.find(_RPR)
        look = copy.deepcopy(own) if own_look and own is not None else None
        if not own_look:
            look = _among(self._neighbour(leaf), leaf)
        if look is not None and len(look):
            run.append(look)
        return run

    def _neighbour(self, leaf: Leaf) -> _Element | None:
        alike = [near for near in self._near if bool(near.link) == bool(leaf.link)]
        if alike:
            return alike[0].run.find(_RPR)
        return self._paragraph.find(f"{W}pPr/{_RPR}")


def _among(neighbour: _Element | None, leaf: Leaf) -> _Element | None:
    """The look of a word put in: its neighbour's, with what its own file shows of bold, italics and the
    like."""
    look = etree.Element(_RPR)
    own = leaf.run.find(_RPR)
    plain = leaf.run.get(PLAIN) is not None
    for child in neighbour if neighbour is not None else ():
        if child.tag not in _NOT_TAKEN and (plain or child.tag not in _SHOWN):
            look.append(copy.deepcopy(child))
    if not plain:
        for child in own if own is not None else ():
            if child.tag in _SHOWN:
                look.append(copy.deepcopy(child))
    look[:] = sorted(look, key=lambda child: _ORDER.get(str(child.tag), len(_ORDER)))
    return look


def _ends_field(leaf: Leaf, leaves: Sequence[Leaf], at: int) -> bool:
    """Whether a leaf belongs to a field that began before this place."""
    if leaf.group < 0:
        return False
    return next(other for other in leaves if other.group == leaf.group).start < at and leaf.start <= at


def _link_above(leaf: Leaf) -> _Element | None:
    at = leaf.run.getparent()
    while at is not None and at.tag != _P:
        if at.tag == W + "hyperlink":
            return at
        at = at.getparent()
    return None


def _shallow(link: _Element) -> _Element:
    """A w:hyperlink to the same address with nothing in it."""
    kept = {key: value for key in (R + "id", W + "anchor", W + "history") if (value := link.get(key))}
    return etree.Element(link.tag, kept)


def _outermost(leaf: Leaf, other: Leaf | None, paragraph: _Element, host: _Element | None) -> _Element:
    """What is wrapped around a leaf but not around its neighbour; no further than the host."""
    around = set()
    at = other.run.getparent() if other is not None else paragraph
    while at is not None:
        around.add(at)
        at = at.getparent()
    around.add(paragraph)
    if host is not None:
        around.add(host)
    node = leaf.run
    parent = node.getparent()
    while parent is not None and parent not in around:
        node, parent = parent, parent.getparent()
    return node
