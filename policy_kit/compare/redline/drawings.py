"""Which drawings can be copied from one Word file to another."""

from __future__ import annotations

from lxml.etree import _Element

from policy_kit.sources.docx.names import A, R


def is_plain(node: _Element) -> bool:
    """Whether a drawing needs no more than pictures and words, so that it can be copied to another file.

    A chart, a diagram or an embedded sheet needs parts of its own; those count as one and the same in both
    files.
    """
    needs = [key for inner in node.iter() for key in inner.attrib if str(key).startswith(R)]
    return len(needs) == len(list(node.iter(A + "blip")))
