"""A paragraph's own properties, and the marks on its end."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence

from lxml import etree
from lxml.etree import _Element

from policy_kit.compare.redline.pen import Pen
from policy_kit.sources.docx.names import W

_PPR, _RPR, _SECT, _CHANGE = (W + name for name in ("pPr", "rPr", "sectPr", "pPrChange"))
_NOT_TRACKED = frozenset((_RPR, _SECT, _CHANGE))
# How a style works out, not what a person chose; programs write these or leave them out as they like.
_NO_MATTER = frozenset(W + name for name in ("cnfStyle", "divId"))


def properties_of(paragraph: _Element) -> list[_Element]:
    """What a w:pPr says that a w:pPrChange can hold: all but the end's look and a section's break."""
    properties = paragraph.find(_PPR)
    return [] if properties is None else [child for child in properties if child.tag not in _NOT_TRACKED]


def alike(one: Iterable[_Element], other: Iterable[_Element]) -> bool:
    """Whether two lists of properties say the same."""
    return _said(one) == _said(other)


def _said(properties: Iterable[_Element]) -> list[str]:
    """What properties say, by name; how their file spells the names' prefixes is no matter."""
    return sorted(
        f"{child.tag} {sorted(child.attrib.items())} {_said(child)}"
        for child in properties
        if child.tag not in _NO_MATTER
    )


def change_properties(paragraph: _Element, new: Sequence[_Element], pen: Pen) -> bool:
    """Give a paragraph these properties and keep the former ones as tracked; return whether they differ."""
    former = properties_of(paragraph)
    if alike(former, new):
        return False
    set_properties(paragraph, new)
    change = pen.mark("pPrChange")
    etree.SubElement(change, _PPR).extend(copy.deepcopy(child) for child in former)
    _own(paragraph).append(change)
    return True


def set_properties(paragraph: _Element, new: Iterable[_Element]) -> None:
    """Give a paragraph these properties, untracked; its end's look and section break stay."""
    properties = _own(paragraph)
    for child in [child for child in properties if child.tag not in (_RPR, _SECT)]:
        properties.remove(child)
    for at, child in enumerate(new):
        properties.insert(at, copy.deepcopy(child))


def mark_end(paragraph: _Element, kind: str, pen: Pen) -> None:
    """Track a paragraph's end as inserted ("ins") or deleted ("del")."""
    properties = _own(paragraph)
    look = properties.find(_RPR)
    if look is None:
        look = etree.Element(_RPR)
        after = next((child for child in properties if child.tag in (_SECT, _CHANGE)), None)
        if after is not None:
            after.addprevious(look)
        else:
            properties.append(look)
    look.insert(0, pen.mark(kind))


def move_break(source: _Element, target: _Element) -> None:
    """Move a section's break from one paragraph's end to another's."""
    properties = source.find(_PPR)
    section = properties.find(_SECT) if properties is not None else None
    if section is None:
        return
    own = _own(target)
    change = own.find(_CHANGE)
    if change is not None:
        change.addprevious(section)
    else:
        own.append(section)


def without_tracking(paragraph: _Element) -> None:
    """Take a tracked change of properties off, where the end is tracked as new and so are they."""
    properties = paragraph.find(_PPR)
    change = properties.find(_CHANGE) if properties is not None else None
    if properties is not None and change is not None:
        properties.remove(change)


def _own(paragraph: _Element) -> _Element:
    properties = paragraph.find(_PPR)
    if properties is None:
        properties = etree.Element(_PPR)
        paragraph.insert(0, properties)
    return properties
