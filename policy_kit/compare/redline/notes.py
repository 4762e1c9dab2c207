"""Carries footnotes and endnotes of another Word file over, with the sign that stands for them in the
text."""

from __future__ import annotations

import copy
import posixpath
from typing import TYPE_CHECKING

from lxml import etree
from lxml.etree import _Element

from policy_kit.compare.redline.parts import Parts
from policy_kit.sources.docx.names import ID, W, whole

if TYPE_CHECKING:
    from policy_kit.compare.redline.reading import WordText

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SEPARATORS = ("separator", "continuationSeparator")


def carry_note(reference: _Element, source: WordText, parts: Parts) -> _Element | None:
    """Copy the note that a sign stands for, let the sign name the copy, and return that; None if it has
    none."""
    kind = "footnotes" if reference.tag == W + "footnoteReference" else "endnotes"
    name = source.package.first(kind)
    key = reference.get(ID)
    note = next((n for n in source.roots[name] if n.get(ID) == key), None) if name else None
    if note is None:
        return None
    root = _notes_root(kind, parts)
    number = 1 + max((whole(n.get(ID)) or 0 for n in root), default=0)
    carried = copy.deepcopy(note)
    carried.set(ID, str(number))
    root.append(carried)
    reference.set(ID, str(number))
    parts.new_notes.append(carried)
    return carried


def drop_unused(parts: Parts) -> None:
    """Take out the notes whose signs were not put in after all: their words were the same in both files."""
    used = {
        (node.tag[: -len("Reference")], node.get(ID))
        for root in parts.word.roots.values()
        for node in root.iter(W + "footnoteReference", W + "endnoteReference")
    }
    for note in parts.new_notes:
        parent = note.getparent()
        if parent is not None and (note.tag, note.get(ID)) not in used:
            parent.remove(note)


def _notes_root(kind: str, parts: Parts) -> _Element:
    package = parts.word.package
    name = package.first(kind) or posixpath.join(posixpath.dirname(package.main), f"{kind}.xml")
    if not parts.has(name):
        parts.add_part(name, _empty(kind), f"{_CONTENT}{kind}+xml")
        parts.relate(package.main, kind, name)
    return parts.root(name)


def _empty(kind: str) -> _Element:
    """A part for notes with the two lines that Word draws above them."""
    root = etree.Element(W + kind, nsmap={"w": W[1:-1]})
    for number, line in enumerate(_SEPARATORS):
        note = etree.SubElement(root, W + kind[:-1], {W + "type": line, ID: str(number - 1)})
        etree.SubElement(etree.SubElement(etree.SubElement(note, W + "p"), W + "r"), W + line)
    return root
