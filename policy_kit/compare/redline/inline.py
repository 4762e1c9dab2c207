"""Marks up the words inside one paragraph: what goes is wrapped as deleted, what comes is put in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from policy_kit.compare.redline.insertion import GONE, PLAIN, Insertion
from policy_kit.compare.redline.leaves import Leaf
from policy_kit.compare.redline.pen import Pen
from policy_kit.compare.redline.runs import cut_at, divide_runs, wrap, wrap_deleted
from policy_kit.compare.redline.trees import remove
from policy_kit.compare.words import Edit
from policy_kit.sources.docx.names import W

_R, _P, _DEL, _INS = W + "r", W + "p", W + "del", W + "ins"


def whole_fields(edits: Sequence[Edit], leaves: Sequence[Leaf]) -> list[Edit]:
    """The same edits, grown so that each takes a field as a whole or not at all."""
    spans: dict[int, tuple[int, int]] = {}
    for leaf in leaves:
        if leaf.group >= 0:
            first, last = spans.get(leaf.group, (leaf.start, leaf.end))
            spans[leaf.group] = (min(first, leaf.start), max(last, leaf.end))
    out = list(edits)
    for first, last in spans.values():
        touched = [e for e in out if e.old_start < last and e.old_end > first]
        if not touched:
            continue
        before, after = max(touched[0].old_start - first, 0), max(last - touched[-1].old_end, 0)
        whole = Edit(
            touched[0].old_start - before,
            touched[-1].old_end + after,
            touched[0].new_start - before,
            touched[-1].new_end + after,
        )
        at = out.index(touched[0])
        out[at : at + len(touched)] = [whole]
    return _touching_joined(out)


def _touching_joined(edits: Iterable[Edit]) -> list[Edit]:
    out: list[Edit] = []
    for edit in edits:
        if out and edit.old_start <= out[-1].old_end and edit.new_start <= out[-1].new_end:
            last = out.pop()
            edit = Edit(  # noqa: PLW2901
                last.old_start,
                max(edit.old_end, last.old_end),
                last.new_start,
                max(edit.new_end, last.new_end),
            )
        out.append(edit)
    return out


def mark_up(
    paragraph: _Element,
    leaves: list[Leaf],
    new: list[Leaf],
    edits: Sequence[Edit],
    pen: Pen,
    *,
    own_look: bool,
) -> None:
    """Mark up a paragraph in place.

    leaves: those of `paragraph`; new: those of the paragraph that it becomes, whose runs are copied; edits:
    in letters of both texts; own_look: whether inserted words look as in their own file, not as their
    neighbours.
    """
    edits = whole_fields(edits, leaves)
    cut_at(leaves, {at for e in edits for at in (e.old_start, e.old_end)})
    cut_at(new, {at for e in edits for at in (e.new_start, e.new_end)})
    gone = [_deleted(leaf, leaves, edits) for leaf in leaves]
    divide_runs(leaves, gone, {e.old_end for e in edits})
    for edit in edits:
        coming = [
            leaf for leaf in new if edit.new_start <= leaf.start and leaf.end <= edit.new_end and leaf.text
        ]
        if coming:
            place = Insertion(paragraph, leaves, edit.old_start, edit.old_end)
            place.put(coming, pen, own_look=own_look)
    wrap_deleted([leaf.run for leaf, goes in zip(leaves, gone, strict=True) if goes], pen)


def delete_words(leaves: Sequence[Leaf], pen: Pen) -> None:
    """Mark all of a paragraph's words as deleted, but what must stay."""
    gone = [not leaf.fixed for leaf in leaves]
    divide_runs(leaves, gone, set())
    wrap_deleted([leaf.run for leaf, goes in zip(leaves, gone, strict=True) if goes], pen)


def insert_words(paragraph: _Element, pen: Pen) -> None:
    """Mark all of a new paragraph's words as inserted."""
    for run in paragraph.iter(_R):
        run.attrib.pop(PLAIN, "")
    for gap in list(paragraph.iter(GONE)):
        remove(gap)
    for run in [r for r in paragraph.iter(_R, "{*}oMath") if _inside_paragraph(r, paragraph)]:
        wrap(run, pen.mark("ins"))


def _inside_paragraph(run: _Element, paragraph: _Element) -> bool:
    """Whether a run is one of the paragraph's own: not of a text box, not wrapped already."""
    at = run.getparent()
    while at is not None and at is not paragraph:
        if at.tag in (_P, _R, _INS, _DEL):
            return False
        at = at.getparent()
    return at is paragraph


def _deleted(leaf: Leaf, leaves: Sequence[Leaf], edits: Sequence[Edit]) -> bool:
    if leaf.fixed:
        return False
    if leaf.text:
        return any(e.old_start <= leaf.start and leaf.end <= e.old_end for e in edits)
    if leaf.group < 0:
        return False
    words = [other for other in leaves if other.group == leaf.group and other.text]
    return bool(words) and _deleted(words[0], leaves, edits)
