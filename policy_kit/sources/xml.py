"""Parses XML that may be hostile: no DTD, no entity, no network, no tree larger than the limits."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from policy_kit.errors import UnreadableFile
from policy_kit.regexes import regex
from policy_kit.sources import limits

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

_ENCODING = regex(rb"""\bencoding\s*=\s*["']([^"']*)["']""")
# All of these share ASCII's first half, so that a "<!DOCTYPE" cannot hide in them.
_PLAIN_ENCODINGS = frozenset(
    ("utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "latin-1", "latin1", "windows-1252")
)
_OF_A_MARK = ("DTD_XMLID_VALUE", "DTD_ID_REDEFINED")
_OF_AN_ATTRIBUTE = regex(r"Namespace prefix \S+ for \S+ on ")
_WIDE_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_WIDE_STARTS = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
_MEND = "open the original in Word and save it again, or ask for a fresh copy"


def parse_xml(data: bytes, where: str, tidy: Callable[[bytes], bytes] | None = None) -> _Element:
    """Parse a whole XML part and return its root.

    where: names the file and part in messages; tidy: changes the bytes, by then UTF-8 or as good as,
    before they are parsed. Raises UnreadableFile if the XML is damaged, declares
    a document type or entities (the door to XML bombs and to files of this computer), is in an
    encoding that Word never writes, or would take too much memory.
    """
    from lxml import etree

    data = _narrowed(data, where)
    if _has_doctype(data):
        raise _doctype_found(where)
    if tidy is not None:
        data = tidy(data)
    refuse_large(data, where)
    try:
        root = _parsed(data)
    except (etree.XMLSyntaxError, ValueError, UnicodeError) as error:
        if "XML_PARSE_HUGE" in str(error) or "Excessive depth" in str(error):  # libxml2's own bounds
            raise UnreadableFile(
                f"{where} holds a text, or elements in one another, far beyond what a policy needs, so it "
                "was not read; split the file, or ask for a fresh copy"
            ) from error
        raise UnreadableFile(f"{where} is damaged ({_short(error)}); {_MEND}") from error
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.externalDTD is not None:
        raise _doctype_found(where)
    return root


def _parsed(data: bytes) -> _Element:
    from lxml import etree

    parser = _parser(recover=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        if not _is_only_misnamed(parser):
            raise
    return etree.fromstring(data, _parser(recover=True))


def _parser(*, recover: bool) -> XMLParser:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _is_only_misnamed(parser: XMLParser) -> bool:
    """Whether all that is wrong with the XML is an attribute's name or an element's mark.

    Such files are whole, and LibreOffice opens them: a program forgot to declare the prefix of an
    attribute, or gave a paragraph a mark that no mark may be. An element that is not declared is no such
    thing: it may be the text.
    """
    return bool(parser.error_log) and all(
        error.type_name in _OF_A_MARK
        or (error.type_name == "NS_ERR_UNDEFINED_NAMESPACE" and _OF_AN_ATTRIBUTE.match(error.message))
        for error in parser.error_log
    )


def refuse_large(data: bytes, where: str) -> None:
    """Raise UnreadableFile if a tree of this XML would take too much memory. where: names file and part."""
    tree_bytes = (
        len(data)
        + data.count(b"<") * limits.TREE_BYTES_A_TAG
        + data.count(b"=") * limits.TREE_BYTES_AN_ATTRIBUTE
    )
    if len(data) > limits.MAX_PART_BYTES or tree_bytes > limits.MAX_TREE_BYTES:
        raise UnreadableFile(
            f"{where} would take more than {limits.MAX_TREE_BYTES // limits.MEGABYTE} MB of memory, "
            "far more than a "
            "policy needs, so it was not read; split the file, or ask for a fresh copy"
        )


def _doctype_found(where: str) -> UnreadableFile:
    return UnreadableFile(
        f"{where} declares a document type (DTD), which a word processor never writes and an attacker "
        "may, so it "
        "was not read; ask the sender for a fresh copy"
    )


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:100]


def _narrowed(data: bytes, where: str) -> bytes:
    """The same XML as bytes in which ASCII is ASCII; UTF-16 becomes UTF-8."""
    for mark, wide in (*_WIDE_MARKS, *_WIDE_STARTS):
        if data.startswith(mark):
            try:
                text = data.decode(wide).lstrip("\ufeff")
            except UnicodeDecodeError as error:
                raise UnreadableFile(f"{where} is damaged (broken UTF-16); {_MEND}") from error
            return re.sub(r"^<\?xml[^>]*\?>", "", text).encode("utf-8", "surrogatepass")
    data = data.removeprefix(b"\xef\xbb\xbf")
    declaration = data[: max(data.find(b"?>"), 0)] if data.startswith(b"<?xml") else b""
    declared = _ENCODING.search(declaration)
    encoding = declared[1].decode("ascii", "replace").strip().lower() if declared else "utf-8"
    if encoding not in _PLAIN_ENCODINGS:
        raise UnreadableFile(
            f"{where} is written in the encoding {encoding[:30]}, which Word never uses, so it was "
            "not read; ask "
            "for a fresh copy"
        )
    return data


def _has_doctype(data: bytes) -> bool:
    """Whether a document type is declared before the root element.

    Looked for before parsing, because attribute defaults of a DTD fill memory while the tree is built;
    comments and instructions of any length before it are stepped over.
    """
    at = 0
    while True:
        at = data.find(b"<", at)
        if at < 0:
            return False
        if data.startswith(b"<?", at):
            end = data.find(b"?>", at)
        elif data.startswith(b"<!--", at):
            end = data.find(b"-->", at + 4)
        else:
            return data.startswith(b"<!", at)
        if end < 0:
            return False
        at = end + 2
