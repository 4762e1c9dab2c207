"""The parts of a Word file and how they point to one another (Open Packaging Conventions)."""

from __future__ import annotations

import posixpath
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from policy_kit.errors import UnreadableFile
from policy_kit.quick import dataclass
from policy_kit.sources import limits
from policy_kit.sources.archive import Archive
from policy_kit.sources.docx.names import W, from_strict
from policy_kit.sources.docx.plain import Plain, without_plain
from policy_kit.sources.xml import refuse_large

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_WORD = (
    ("xl/workbook.xml", "an Excel workbook"),
    ("xl/workbook.bin", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("index/document.iwa", "a Pages document (in Pages choose File, Export To, Word)"),
    ("content.xml", "an OpenDocument file (rename it so that it ends in .odt)"),
    ("meta-inf/container.xml", "an e-book"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One pointer from a part: what kind of thing it points to, and where (a part or an address)."""

    kind: str
    target: str
    external: bool


class Package:
    """A Word file opened: its main part found, its other parts to be read by what they are."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.label = archive.label
        self._relations: dict[str, dict[str, Relation]] = {}
        self.main = self._main_part()

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part points to, by id; {} if it points to nothing."""
        if part not in self._relations:
            folder, _, name = part.rpartition("/")
            rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
            self._relations[part] = self._read_relations(rels, folder) if self.archive.has(rels) else {}
        return self._relations[part]

    def first(self, kind: str, part: str | None = None) -> str | None:
        """The part of a kind ("styles") that a part (usually the main one) points to, if it is there."""
        for relation in self.relations(self.main if part is None else part).values():
            if relation.kind == kind and not relation.external and self.archive.has(relation.target):
                return relation.target
        return None

    def xml(self, part: str) -> _Element:
        """Parse a part, with the names of strict files brought to the usual ones."""
        return self.archive.xml(part, from_strict)

    def main_xml(self) -> tuple[_Element, Plain | None]:
        """Parse the main part without its plain paragraphs, which come beside it if any were set aside."""
        aside: list[Plain | None] = []

        def tidy(data: bytes) -> bytes:
            data = from_strict(data)
            refuse_large(data, f"{self.label}: the part {self.main}")
            data, plain = without_plain(data)
            aside.append(plain)
            return data

        return self.archive.xml(self.main, tidy), aside[0]

    @cached_property
    def kind(self) -> str:
        """docx, docm, dotx or dotm, by what the file says its main part is."""
        types = self.archive.read("[Content_Types].xml") if self.archive.has("[Content_Types].xml") else b""
        letter = "m" if b"macroEnabled" in types or self.first("vbaProject") else "x"
        return ("dot" if b".template." in types or b"EnabledTemplate" in types else "doc") + letter

    def _read_relations(self, rels: str, folder: str) -> dict[str, Relation]:
        found: dict[str, Relation] = {}
        for node in islice(self.archive.xml(rels, from_strict), limits.MAX_RELATIONS):
            target = node.get("Target") or ""
            external = node.get("TargetMode") == "External"
            if not external:
                base = "" if target.startswith("/") else folder
                target = posixpath.normpath(posixpath.join("/", base, target.lstrip("/"))).lstrip("/")
            kind = (node.get("Type") or "").rsplit("/", 1)[-1]
            found[node.get("Id") or ""] = Relation(kind, target, external)
        return found

    def _main_part(self) -> str:
        main = self.first("officeDocument", "") if self.archive.has("_rels/.rels") else None
        if main is None and self.archive.has("word/document.xml"):
            main = "word/document.xml"
        if (
            main is not None
            and main.lower().endswith(".xml")
            and not main.lower().startswith(("xl/", "ppt/"))
        ):
            return main
        names = {name.lower() for name in self.archive.names}
        kind = next((told for name, told in _NOT_WORD if name in names), "")
        if kind:
            raise UnreadableFile(
                f"{self.label}: is not a Word file but {kind}; open it in its own program and save it as a "
                "Word Document (.docx)"
            )
        raise UnreadableFile(
            f"{self.label}: is a zip file with no Word document inside; unpack it, and give what is in it"
        )

    def body(self, root: _Element) -> _Element:
        """The body of the main part. Raises UnreadableFile if the part is something else."""
        body = root.find(W + "body")
        if root.tag != W + "document" or body is None:
            raise UnreadableFile(
                f"{self.label}: its main part holds no Word text, so the file is damaged or was made by a "
                "faulty program; open it in Word and save it again"
            )
        return body
