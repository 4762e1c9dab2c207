"""Parses HTML that may be broken or hostile, in the encoding that it says or shows."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.errors import UnreadableFile
from policy_kit.sources import limits
from policy_kit.sources.encoding import decoded, is_wide_text, marked_encoding

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_PICTURE_DATA = re.compile(rb"""data:[\w/+.;=-]{0,80},[^"'\s>)]{200,}""")
_MOST_ATTRIBUTES = 1_000
_QUOTED = re.compile(rb"""=\s*(?:"[^"]*"|'[^']*')""")
_MEND = "save the page again as 'Webpage, HTML only', or save it as a PDF"


def parse_html(data: bytes, path: Path) -> _Element:
    """The root of a page. Raises UnreadableFile if it has no content, or is too large or too deep."""
    from lxml import etree

    text = _PICTURE_DATA.sub(b"", page_text(data).encode("utf-8", "replace"))
    if (
        len(text) > limits.MAX_PART_BYTES
        or text.count(b"<") * limits.TREE_BYTES_A_TAG > limits.MAX_TREE_BYTES
    ):
        raise UnreadableFile(
            f"{path}: is a web page far larger than a policy, so it was not read; save the policy alone as a "
            "file of its own"
        )
    if _has_crowded_tag(text):
        raise UnreadableFile(
            f"{path}: has an element with more than {_MOST_ATTRIBUTES:,} attributes, as no page needs, so it "
            f"was not read; {_MEND}"
        )
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.replace(b"\x00", b""), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"{path}: the web page is damaged or holds nothing; {_MEND}") from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):  # what follows would be lost unseen
        raise UnreadableFile(
            f"{path}: its parts stand inside one another deeper, or its text is longer, than any page needs, "
            f"so it was not read; {_MEND}"
        )
    if root is None:
        raise UnreadableFile(f"{path}: the web page holds nothing; {_MEND}")
    return root


def _has_crowded_tag(text: bytes) -> bool:
    """Whether a tag has so many attributes that the parser, which compares each with each, would hang."""
    for piece in text.split(b"<"):
        if len(piece) > 2 * _MOST_ATTRIBUTES:
            bare = _QUOTED.sub(b"", piece).partition(b">")[0]
            if len(bare.split()) > _MOST_ATTRIBUTES:
                return True
    return False


def page_text(data: bytes) -> str:
    """The text of a page: by its byte order mark, by what it declares, or by what it looks like."""
    if marked_encoding(data) or is_wide_text(data):
        return decoded(data)
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        name = "cp1252"  # what browsers take these to mean
    if name in ("", "utf-8", "utf8", "utf-16", "utf16") or not _is_text_encoding(name):
        return decoded(data)
    return data.decode(name, "replace")


def _is_text_encoding(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except LookupError:
        return False
