"""A Word file as it is once every tracked change is accepted and every comment gone."""

from __future__ import annotations

import re

from policy_kit.compare.redline.accepting import accept_changes
from policy_kit.generate.package import pack, parse, serialise, unpack
from policy_kit.generate.wordml import w

_HELD = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_COMMENTS = re.compile(r"word/comments\w*\.xml")
_MARKS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))


def accepted(data: bytes, label: str) -> bytes:
    """The file with its changes accepted and without comments; label names it in messages.

    Raises TemplateFault if it is no Word file.
    """
    parts = unpack(data, label)
    for name in parts:
        if _HELD.fullmatch(name):
            root = parse(parts[name], label, name)
            accept_changes(root)
            for mark in list(root.iter(*_MARKS)):
                parent = mark.getparent()
                if parent is not None:
                    parent.remove(mark)
            parts[name] = serialise(root)
        elif _COMMENTS.fullmatch(name):
            root = parse(parts[name], label, name)
            root[:] = []
            parts[name] = serialise(root)
    return pack(parts)
