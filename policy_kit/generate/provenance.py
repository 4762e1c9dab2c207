"""The record a generated policy carries of how it was made, in a custom XML part of the Word file.

A year later `renew` needs nothing else: template, standard, profile, the day, and the text as generated,
block by block. Word and LibreOffice keep the part and never show it.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from policy_kit.generate.contents import contents_paragraphs
from policy_kit.generate.package import CONTENT_TYPES, parse, serialise
from policy_kit.generate.places import section_of
from policy_kit.generate.wordml import NUMBER, TBL, TC, TR, P, property_of, style_of, text_of, w

if TYPE_CHECKING:
    from lxml import etree

NAMESPACE = "https://policy-kit.example/provenance"
_ITEM = re.compile(r"customXml/item(\d+)\.xml")
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def blocks_of(root: etree._Element, levels: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """The text as generated: each heading, paragraph, list item and table row, with its section."""
    skipped = contents_paragraphs(root)
    section, tables = "", 0
    body = root.find(w("body"))
    for element in () if body is None else body.iter(P, TBL):
        if element.tag == TBL and not _in_table(element):
            tables += 1
            yield from _rows(element, section, tables)
        elif element.tag == P and element not in skipped and not _in_table(element):
            style = style_of(element)
            text = text_of(element).strip()
            if style in levels and levels[style] == 0:
                section = section_of(element)
            if text:
                yield {
                    "section": section,
                    "kind": _kind(element, style, levels),
                    "level": levels.get(style, -1) + 1,
                    "style": style,
                    "text": text,
                }


def _rows(table: etree._Element, section: str, number: int) -> Iterator[dict[str, Any]]:
    said = {"section": section, "kind": "table-row", "style": "", "table": number}
    for row in table.iterfind(TR):
        cells = [" ".join(text_of(p).strip() for p in cell.iter(P)).strip() for cell in row.iterfind(TC)]
        if any(cells):
            text = " | ".join(cell for cell in cells if cell)
            yield {**said, "text": text, "cells": cells}


def _in_table(element: etree._Element) -> bool:
    return next(element.iterancestors(TC), None) is not None


def _kind(element: etree._Element, style: str, levels: Mapping[str, int]) -> str:
    if style in levels:
        return "heading"
    numbered = property_of(element, NUMBER) is not None
    return "list-item" if numbered or style.startswith("List") else "paragraph"


def record_xml(record: Mapping[str, Any]) -> bytes:
    """The record, of JSON types, as an XML part: JSON text inside one element."""
    text = escape(json.dumps(record, sort_keys=True))
    return f'{_XML}<provenance xmlns="{NAMESPACE}">{text}</provenance>'.encode()


def as_json(value: object) -> Any:
    """A profile's value as JSON can hold it, dates as ISO text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [as_json(inner) for inner in value]
    return value


def with_record(parts: Mapping[str, bytes], record: Mapping[str, Any]) -> dict[str, bytes]:
    """The parts of a Word file with the record added, or put in the place of an older one."""
    return _with_item(parts, record_xml(record))


def with_record_of(parts: Mapping[str, bytes], other: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a Word file with the record that another holds; as they are if it holds none."""
    held = _records(other)
    return _with_item(parts, other[held[0]]) if held else dict(parts)


def _records(parts: Mapping[str, bytes]) -> list[str]:
    """The names of the parts that are a record of ours."""
    items = sorted((int(found[1]), name) for name in parts if (found := _ITEM.fullmatch(name)))
    return [name for _, name in items if NAMESPACE.encode() in parts[name]]


def _with_item(parts: Mapping[str, bytes], xml: bytes) -> dict[str, bytes]:
    out = dict(parts)
    ours = _records(parts)
    if ours:
        out[ours[0]] = xml
        return out
    number = max((int(found[1]) for name in out if (found := _ITEM.fullmatch(name))), default=0) + 1
    out[f"customXml/item{number}.xml"] = xml
    out[f"customXml/itemProps{number}.xml"] = _item_properties()
    relation = f'<Relationship Id="rId1" Type="{_RELATION}Props" Target="itemProps{number}.xml"/>'
    relations = f'{_XML}<Relationships xmlns="{_PACKAGE}">{relation}</Relationships>'
    out[f"customXml/_rels/item{number}.xml.rels"] = relations.encode()
    link = {"Id": "rIdProvenance", "Type": _RELATION, "Target": f"../customXml/item{number}.xml"}
    links = out.get(_DOCUMENT_RELATIONS, f'<Relationships xmlns="{_PACKAGE}"/>'.encode())
    out[_DOCUMENT_RELATIONS] = _with_child(links, _DOCUMENT_RELATIONS, "Relationship", link)
    kind = {"PartName": f"/customXml/itemProps{number}.xml", "ContentType": _PROPERTIES_TYPE}
    out[CONTENT_TYPES] = _with_child(out[CONTENT_TYPES], CONTENT_TYPES, "Override", kind)
    return out


def _item_properties() -> bytes:
    identity = str(uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)).upper()
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    item = (
        f'<ds:datastoreItem ds:itemID="{{{identity}}}" xmlns:ds="{_CUSTOM_XML}">{schema}</ds:datastoreItem>'
    )
    return (_XML + item).encode()


def _with_child(xml: bytes, name: str, tag: str, attributes: dict[str, str]) -> bytes:
    """A list of relationships or content types with one more entry."""
    from lxml import etree

    root = parse(xml, "the template", name)
    etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{tag}", attributes)
    return serialise(root)
