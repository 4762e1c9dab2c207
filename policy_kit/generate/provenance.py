"""The record a generated policy carries of how it was made, in a custom XML part of the Word file.

A year later `renew` needs nothing else: template, standard, profile, the day, and the text as generated,
block by block. Word and LibreOffice keep the part and never show it.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from policy_kit.generate.aside import place_of
from policy_kit.generate.package import CONTENT_TYPES, parse, serialise
from policy_kit.generate.places import section_of
from policy_kit.generate.wordml import TBL, TC, TR, P, Told, told_paragraphs, w
from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from lxml import etree

NAMESPACE = "https://policy-kit.example/provenance"
_ITEM = re.compile(r"customXml/item(\d+)\.xml")
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_BODY = w("body")
_DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Said:
    """What a paragraph or table says, before it is known where it stands: blocks without their section."""

    table: bool
    blocks: tuple[Mapping[str, Any], ...]


def said_by(element: etree._Element, levels: Mapping[str, int]) -> Said:
    """What one paragraph or table of a body says."""
    told = list(told_paragraphs(element))
    if element.tag == TBL:
        return Said(True, tuple(_rows(element, {p.element: p.text.strip() for p in told})))
    return Said(False, tuple(_block(p, levels) for p in told if p.text.strip()))


def blocks_of(
    root: etree._Element,
    levels: Mapping[str, int],
    skipped: Container[etree._Element] = (),
    aside: Sequence[Sequence[Said]] = (),
) -> Iterator[dict[str, Any]]:
    """The text as generated: each heading, paragraph, list item and table row, with its section.

    levels: the heading styles; skipped: the paragraphs of the contents list, which says what others say;
    aside: what those runs say that were set aside, by the number of their place.
    """
    body = root.find(_BODY)
    if body is None:
        return
    told = list(told_paragraphs(body))
    texts = {paragraph.element: paragraph.text.strip() for paragraph in told}
    tables = _tables(body)
    section, number, last = "", 0, None
    said: Sequence[Said]
    for paragraph in told:
        element = paragraph.element
        if aside and (place := place_of(element)) is not None:
            said = aside[place]
        elif (table := tables.get(element)) is not None:
            said = [] if table is last else [Said(True, tuple(_rows(table, texts)))]
            last = table
        elif element in skipped:
            continue
        else:
            if levels.get(paragraph.style) == 0:
                section = section_of(element)
            said = [Said(False, (_block(paragraph, levels),))] if texts[element] else []
        for one in said:
            if one.table:
                number += 1
                for block in one.blocks:
                    yield {**block, "section": section, "table": number}
            else:
                for block in one.blocks:
                    yield {**block, "section": section}


def _tables(body: etree._Element) -> dict[etree._Element, etree._Element]:
    """The outermost table of each paragraph that stands in one."""
    out: dict[etree._Element, etree._Element] = {}
    for table in body.iter(TBL):
        for paragraph in table.iter(P):
            out.setdefault(paragraph, table)
    return out


def _rows(table: etree._Element, texts: Mapping[etree._Element, str]) -> Iterator[dict[str, Any]]:
    for row in table.iterfind(TR):
        cells = [" ".join(texts[p] for p in cell.iter(P)).strip() for cell in row.iterfind(TC)]
        if any(cells):
            text = " | ".join(cell for cell in cells if cell)
            yield {"kind": "table-row", "style": "", "text": text, "cells": cells}


def _block(paragraph: Told, levels: Mapping[str, int]) -> dict[str, Any]:
    listed = paragraph.numbered or paragraph.style.startswith("List")
    kind = "list-item" if listed else "paragraph"
    return {
        "kind": "heading" if paragraph.style in levels else kind,
        "level": levels.get(paragraph.style, -1) + 1,
        "style": paragraph.style,
        "text": paragraph.text.strip(),
    }


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
