"""Takes elements out of an XML tree, alone or with what they hold left in their place."""

from __future__ import annotations

from lxml.etree import _Element


def remove(node: _Element) -> None:
    """Take an element out with all that it holds; one without a parent stays as it is."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def unwrap(node: _Element) -> None:
    """Leave what an element holds in its place, and take the element out."""
    parent = node.getparent()
    if parent is None:
        return
    at = parent.index(node)
    for child in reversed(list(node)):
        parent.insert(at, child)
    parent.remove(node)
