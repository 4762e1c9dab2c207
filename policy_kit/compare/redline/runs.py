"""Cuts texts and runs where marks begin and end, and wraps them."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from policy_kit.compare.redline.leaves import Leaf
from policy_kit.compare.redline.pen import Pen
from policy_kit.sources.docx.names import W

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_T, _RPR = W + "t", W + "rPr"


def cut_at(leaves: list[Leaf], places: set[int]) -> None:
    """Cut texts in two at these letters; both halves stay in their run."""
    at = 0
    while at < len(leaves):
        leaf = leaves[at]
        inside = [p for p in places if leaf.start < p < leaf.end]
        if inside:
            first = min(inside)
            rest = copy.deepcopy(leaf.node)
            rest.tail = None
            leaf.node.text, rest.text = leaf.text[: first - leaf.start], leaf.text[first - leaf.start :]
            for half in (leaf.node, rest):
                half.set(SPACE, "preserve")
            leaf.node.addnext(rest)
            leaves.insert(
                at + 1,
                Leaf(rest, leaf.run, rest.text or "", first, leaf.key, leaf.link, leaf.group, leaf.fixed),
            )
            leaf.text = leaf.node.text or ""
        at += 1


def divide_runs(leaves: Sequence[Leaf], gone: Sequence[bool], places: set[int]) -> None:
    """Divide runs so that each is deleted or kept as a whole and none reaches over a place of insertion."""
    for at in range(1, len(leaves)):
        before, leaf = leaves[at - 1], leaves[at]
        if before.run is not leaf.run or leaf.run is leaf.node:
            continue
        if gone[at - 1] == gone[at] and not (leaf.start in places and before.end == leaf.start):
            continue
        second = _divide(leaf.run, leaf.node)
        for later in leaves[at:]:
            if later.run is before.run:
                later.run = second


def _divide(run: _Element, first: _Element) -> _Element:
    """Make two runs of one, the second beginning with `first`; both look as the one did."""
    second = copy.copy(run)
    for child in list(second):
        second.remove(child)
    look = run.find(_RPR)
    if look is not None:
        second.append(copy.deepcopy(look))
    inside = [child for child in run if child.tag != _RPR]
    second.extend(inside[inside.index(first) :])
    second.tail, run.tail = run.tail, None
    run.addnext(second)
    return second


def wrap_deleted(runs: Iterable[_Element], pen: Pen) -> None:
    """Wrap runs as deleted; those side by side in one mark."""
    last: _Element | None = None
    for run in dict.fromkeys(runs):
        before = run.getprevious()
        if last is not None and before is last:
            last.append(run)
        else:
            last = pen.mark("del")
            wrap(run, last)
        for node in run.iter(_T, W + "instrText"):
            if node.getparent() is run:
                node.tag = W + ("delText" if node.tag == _T else "delInstrText")


def wrap(run: _Element, mark: _Element) -> None:
    """Put a mark around a run."""
    mark.tail, run.tail = run.tail, None
    run.addprevious(mark)
    mark.append(run)
