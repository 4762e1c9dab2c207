"""A Word file as a redline sees it: every paragraph, row and table by number, with its exact text."""

from __future__ import annotations

import hashlib
from functools import cached_property

from lxml import etree
from lxml.etree import _Element

from policy_kit.compare.redline.drawings import is_plain
from policy_kit.compare.redline.leaves import leaves_of, note_id, relation_id, text_of
from policy_kit.compare.redline.structure import Chain, WordParagraph, WordRow, WordStory, WordTable
from policy_kit.compare.redline.walking import Walk
from policy_kit.sources.archive import open_archive
from policy_kit.sources.docx.names import ID, VAL, A, R, W
from policy_kit.sources.docx.numbering import Numbering
from policy_kit.sources.docx.package import Package
from policy_kit.sources.docx.styles import Styles, read_styles

_P = W + "p"
_SMALL_PICTURE = 4_000_000  # bytes; a larger one is known by its packed form


class WordText:
    """A Word file opened for a redline, as the old file or as one that paragraphs are copied from.

    accepted: how many tracked changes it held; they count as accepted. Its trees are never changed through
    the operations of a plan: `redline` opens the old file anew.
    """

    def __init__(self, data: bytes, label: str) -> None:
        self.label = label
        self.data = data
        self.package = Package(open_archive(data, label))
        self.roots: dict[str, _Element] = {}
        self.accepted = 0
        self.paragraphs: tuple[WordParagraph, ...] = ()
        self.rows: tuple[WordRow, ...] = ()
        self.tables: tuple[WordTable, ...] = ()
        self.stories: tuple[WordStory, ...] = ()
        self.elements: list[_Element] = []
        self.row_elements: list[_Element] = []
        self.table_elements: list[_Element] = []
        self.chains: list[Chain] = []
        self.part_of: list[str] = []  # for each paragraph the name of its part
        Walk(self).whole()

    @cached_property
    def styles(self) -> Styles:
        return read_styles(self.package)

    @cached_property
    def style_nodes(self) -> dict[tuple[str, str], _Element]:
        """Each style as the file defines it, by kind ("paragraph", "character") and id."""
        name = self.package.first("styles")
        found: dict[tuple[str, str], _Element] = {}
        for node in self.package.xml(name).iterchildren(W + "style") if name else ():
            found.setdefault((node.get(W + "type", "paragraph"), node.get(W + "styleId") or ""), node)
        return found

    @cached_property
    def style_ids(self) -> dict[tuple[str, str], str]:
        """The id of each style by kind and name; the name is the same in files of every language."""
        ids: dict[tuple[str, str], str] = {}
        for (kind, key), node in self.style_nodes.items():
            name = node.find(W + "name")
            ids.setdefault((kind, (name.get(VAL) or "" if name is not None else key).casefold()), key)
        return ids

    @cached_property
    def numbering(self) -> _Element | None:
        """The root of the numbering part."""
        name = self.package.first("numbering")
        return self.package.xml(name) if name else None

    @cached_property
    def list_levels(self) -> Numbering:
        """The file's lists, to be asked what they tie to styles."""
        return Numbering(self.numbering)

    @cached_property
    def note_texts(self) -> dict[tuple[str, str], str]:
        """The words of each note, by kind ("footnotes") and number."""
        found: dict[tuple[str, str], str] = {}
        for kind in ("footnotes", "endnotes"):
            name = self.package.first(kind)
            for note in self.roots[name] if name else ():
                words = "\n".join(text_of(leaves_of(p)) for p in note.iter(_P))
                found[kind, note.get(ID) or ""] = words
        return found

    def keys(self, part_name: str) -> Keys:
        """What tells objects of a part apart, so that the same picture is the same in another file."""
        return Keys(self, part_name)


class Keys:
    """Tells the objects of one part by what a person sees: a note's words, a picture's bytes, a link's
    address."""

    def __init__(self, word: WordText, part_name: str) -> None:
        self._word = word
        self._relations = word.package.relations(part_name)

    def __call__(self, node: _Element) -> str:
        if node.tag == W + "hyperlink":
            relation = self._relations.get(relation_id(node))
            anchor = node.get(W + "anchor")
            return (relation.target if relation else "") + (f"#{anchor}" if anchor else "")
        number = note_id(node)
        if number is not None:
            kind = "footnotes" if node.tag == W + "footnoteReference" else "endnotes"
            return f"{kind}:{self._word.note_texts.get((kind, number), '')}"
        if not is_plain(node):
            return "object"
        pictures = [self._picture(blip.get(R + "embed")) for blip in node.iter(A + "blip")]
        words = "\n".join(text_of(leaves_of(p)) for p in node.iter(_P))
        if pictures or words:
            return " ".join((*pictures, words))
        return hashlib.blake2b(etree.tostring(node, method="c14n"), digest_size=8).hexdigest()

    def _picture(self, relation_id: str | None) -> str:
        relation = self._relations.get(relation_id or "")
        if relation is None or relation.external or not self._word.package.archive.has(relation.target):
            return relation.target if relation else ""
        archive = self._word.package.archive
        small = archive.size(relation.target) <= _SMALL_PICTURE
        data = archive.read(relation.target) if small else archive.packed(relation.target)
        return hashlib.blake2b(data, digest_size=8).hexdigest()


def read_word(data: bytes, label: str) -> WordText:
    """Open a Word file for a redline.

    label names the file in messages. Raises UnreadableFile, in one line, if it is no Word file, is damaged,
    locked or larger than sources/limits.py allows.
    """
    return WordText(data, label)
