"""Reads what a file says about itself: its properties, and the record that a generated policy carries."""

from __future__ import annotations

from policy_kit.sources.docx.names import PROVENANCE
from policy_kit.sources.docx.package import Package

_NAMES = {
    "title": "title",
    "subject": "subject",
    "creator": "author",
    "lastModifiedBy": "last_modified_by",
    "created": "created",
    "modified": "modified",
    "keywords": "keywords",
    "category": "category",
    "description": "description",
    "version": "version",
    "Company": "company",
    "Manager": "manager",
    "Template": "template",
    "Application": "application",
}


def read_properties(package: Package) -> tuple[tuple[str, str], ...]:
    """Title, author, company and so on, as (name, value) pairs in a fixed order; empty ones left out."""
    found: dict[str, str] = {}
    for kind in ("core-properties", "extended-properties"):
        part = package.first(kind, "")
        for node in package.xml(part) if part else ():
            name = _NAMES.get(node.tag.rpartition("}")[2])
            value = " ".join((node.text or "").split())
            if name and value:
                found.setdefault(name, value)
    return tuple((name, found[name]) for name in _NAMES.values() if name in found)


def read_provenance(package: Package) -> str:
    """The record of a generated file, as JSON text; "" if the file carries none."""
    mark = PROVENANCE.encode()
    for relation in package.relations(package.main).values():
        part = relation.target
        if relation.kind != "customXml" or relation.external or not package.archive.has(part):
            continue
        if mark in package.archive.read(part):
            root = package.xml(part)
            if root.tag.startswith(f"{{{PROVENANCE}}}"):
                return "".join(str(text) for text in root.itertext()).strip()
    return ""
