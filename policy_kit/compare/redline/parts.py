"""The parts of the file being redlined: changed, added to, and written again with all others as they were."""

from __future__ import annotations

import hashlib
import posixpath

from lxml import etree
from lxml.etree import _Element

from policy_kit.compare.redline.reading import WordText
from policy_kit.errors import PolicyKitError
from policy_kit.reports.comments.zip_copy import copy_with
from policy_kit.sources.docx.names import ID, WP, W, whole

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT_TYPES = "[Content_Types].xml"


class Parts:
    """The old file's parts as they are changed. The trees of its text are those of the WordText given."""

    def __init__(self, word: WordText) -> None:
        self.word = word
        self._roots: dict[str, _Element] = {}
        self._added: dict[str, bytes] = {}
        self._pictures: dict[bytes, str] = {}
        self._drawings = 0
        self.new_notes: list[_Element] = []  # brought in with the words of another file
        self._touched: set[str] = set(word.roots) if word.accepted else set()

    def touch(self, part: str) -> None:
        """Note that a part of the text has changed."""
        self._touched.add(part)

    def root(self, part: str) -> _Element:
        """The root of a part, to be changed."""
        if part in self.word.roots:
            self._touched.add(part)
            return self.word.roots[part]
        if part not in self._roots:
            self._roots[part] = self.word.package.xml(part)
        return self._roots[part]

    def has(self, part: str) -> bool:
        return part in self._added or part in self._roots or self.word.package.archive.has(part)

    def relate(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """The id under which a part points to something, added if it does not yet.

        target: an address, or another part's name.
        """
        folder, name = posixpath.split(part)
        written = target if external else posixpath.relpath(target, folder or ".")
        root = self._relations_root(posixpath.join(folder, "_rels", f"{name}.rels"))
        taken = set()
        for node in root:
            taken.add(node.get("Id"))
            same = node.get("Type") == _KIND + kind and (node.get("TargetMode") == "External") == external
            if same and node.get("Target") == written:
                return node.get("Id") or ""
        key = next(k for n in range(1, len(taken) + 2) if (k := f"rIdRedline{n}") not in taken)
        about = {"Id": key, "Type": _KIND + kind, "Target": written}
        if external:
            about["TargetMode"] = "External"
        etree.SubElement(root, _RELATIONSHIPS + "Relationship", about)
        return key

    def _relations_root(self, rels: str) -> _Element:
        if rels not in self._roots and not self.word.package.archive.has(rels):
            self._roots[rels] = etree.Element(_RELATIONSHIPS + "Relationships")
        return self.root(rels)

    def add_part(self, name: str, data: bytes | _Element, content_type: str) -> None:
        """Add a part and announce what it is."""
        if isinstance(data, bytes):
            self._added[name] = data
        else:
            self._roots[name] = data
        types = self.root(_CONTENT_TYPES)
        about = {"PartName": f"/{name}", "ContentType": content_type}
        etree.SubElement(types, _TYPES + "Override", about)

    def add_picture(self, like: str, data: bytes, content_type: str) -> str:
        """Add a picture under a free name and return that; the same picture is added once."""
        digest = hashlib.blake2b(data, digest_size=16).digest()
        if digest not in self._pictures:
            name = self.free_name(like)
            self.add_part(name, data, content_type)
            self._pictures[digest] = name
        return self._pictures[digest]

    def next_drawing(self) -> int:
        """A number that no drawing of the file has."""
        if not self._drawings:
            numbers = (whole(n.get("id")) for r in self.word.roots.values() for n in r.iter(WP + "docPr"))
            self._drawings = max((n for n in numbers if n is not None and n < 2**30), default=0)
        self._drawings += 1
        return self._drawings

    def free_name(self, like: str) -> str:
        """A part's name that is not taken yet, made from one: media/image.png, media/image1.png …"""
        stem, dot, ending = like.rpartition(".")
        if not self.has(like):
            return like
        return next(n for k in range(1, 100_000) if not self.has(n := f"{stem}{k}{dot}{ending}"))

    def first_free_number(self) -> int:
        """A number above those of all marks and bookmarks of the file."""
        numbers = [
            number
            for root in self.word.roots.values()
            for node in root.iter()
            if (number := whole(node.get(ID))) is not None
        ]
        return max((n for n in numbers if n < 2**30), default=0) + 1

    def saved(self) -> bytes:
        """The whole file; a part that was not changed keeps its packed bytes. Raises PolicyKitError if too
        large."""
        changed = dict(self._added)
        for name in self._touched:
            changed[self._exact(name)] = _serialised(self.word.roots[name])
        for name, root in self._roots.items():
            changed[self._exact(name)] = _serialised(root)
        try:
            return copy_with(self.word.data, changed)
        except ValueError as error:
            raise PolicyKitError(
                f"{self.word.label}: could not be copied ({error}); save it again"
            ) from error

    def _exact(self, name: str) -> str:
        """A part's name as the zip spells it: capitals do not matter in a package, but do in a zip."""
        known = {one.lower(): one for one in self.word.package.archive.names}
        return known.get(name.lower(), name)


def _serialised(root: _Element) -> bytes:
    root.attrib.pop(W + "conformance", "")
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
