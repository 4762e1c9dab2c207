"""Styles of another Word file in the old one: the style of the same name, or a copy where it has none."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml.etree import _Element

from policy_kit.compare.redline.parts import Parts
from policy_kit.compare.redline.trees import remove
from policy_kit.sources.docx.names import VAL, W

if TYPE_CHECKING:
    from policy_kit.compare.redline.reading import WordText

_KINDS = {W + "pStyle": "paragraph", W + "rStyle": "character", W + "tblStyle": "table"}
_POINTERS = {W + "basedOn": "", W + "next": "paragraph", W + "link": "*"}


class StyleBook:
    """The old file's styles, added to as paragraphs come in."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._ids = dict(parts.word.style_ids)
        self._taken = {key for _, key in parts.word.style_nodes}
        self._copied: dict[tuple[int, str, str], str] = {}

    def rename(self, node: _Element, source: WordText) -> None:
        """Let every paragraph, run and table of a copied node name the old file's styles."""
        if source is self._parts.word:
            return
        for pointer in list(node.iter(*_KINDS)):
            key = self.id_for(source, _KINDS[pointer.tag], pointer.get(VAL) or "")
            if key:
                pointer.set(VAL, key)
            else:
                remove(pointer)

    def id_for(self, source: WordText, kind: str, key: str) -> str:
        """The old file's id for a style of another file; '' if that has no such style."""
        node = source.style_nodes.get((kind, key))
        if node is None:
            return ""
        name = node.find(W + "name")
        said = (name.get(VAL) or "" if name is not None else key).casefold()
        if (kind, said) in self._ids:
            return self._ids[kind, said]
        return self._copy(source, kind, key, node, said)

    def _copy(self, source: WordText, kind: str, key: str, node: _Element, said: str) -> str:
        part = self._parts.word.package.first("styles")
        if part is None:
            return ""
        new_key = key
        number = 0
        while new_key in self._taken:
            number += 1
            new_key = f"{key}{number}"
        self._taken.add(new_key)
        self._ids[kind, said] = new_key  # known before its base is looked up: a circle ends here
        style = copy.deepcopy(node)
        style.set(W + "styleId", new_key)
        style.attrib.pop(W + "default", "")
        for pointer in list(style.iter(*_POINTERS)):
            based_kind = kind if pointer.tag == W + "basedOn" else "paragraph"
            target = (
                "" if pointer.tag == W + "link" else self.id_for(source, based_kind, pointer.get(VAL) or "")
            )
            if target:
                pointer.set(VAL, target)
            else:
                style.remove(pointer)
        for numbering in list(style.iter(W + "numPr")):
            remove(numbering)
        self._parts.root(part).append(style)
        return new_key
