"""The properties of a generated file: the day given in place of the clock's, and no trace of who made it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from policy_kit.generate.package import parse, serialise

if TYPE_CHECKING:
    from lxml import etree

_CORE = "docProps/core.xml"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


def with_dates(parts: Mapping[str, bytes], on: date, name: str) -> dict[str, bytes]:
    """The parts with a first revision, made on the day given by the author the template names."""
    out = dict(parts)
    if _CORE not in out:
        return out
    root = parse(out[_CORE], name, _CORE)
    for term in ("created", "modified"):
        element = _the(root, f"{{{_TERMS}}}{term}")
        element.set(_TYPE, "dcterms:W3CDTF")
        element.text = f"{on.isoformat()}T00:00:00Z"
    creator = root.find(f"{{{_DC}}}creator")
    _the(root, f"{{{_CP}}}lastModifiedBy").text = (creator.text if creator is not None else "") or ""
    _the(root, f"{{{_CP}}}revision").text = "1"
    for stale in ("lastPrinted",):
        for element in root.findall(f"{{{_CP}}}{stale}"):
            root.remove(element)
    out[_CORE] = serialise(root)
    return out


def _the(root: etree._Element, tag: str) -> etree._Element:
    from lxml import etree

    found = root.find(tag)
    return etree.SubElement(root, tag, nsmap={"dcterms": _TERMS}) if found is None else found
