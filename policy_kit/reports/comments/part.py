"""The part of a Word file that holds its comments: added to where there is one, made where there is none."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass
from policy_kit.reports.comments.package import WordFile
from policy_kit.reports.phrases import printable

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "policy-kit"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CONTENT_TYPES = "[Content_Types].xml"
# Word's namespace in the usual files and in "Strict Open XML" ones, with what relations are called there.
_KINDS = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    ),
    "http://purl.oclc.org/ooxml/wordprocessingml/main": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    ),
}


@dataclass(frozen=True, slots=True)
class Note:
    """One comment: its lines, the first in bold; who makes it."""

    lines: tuple[str, ...]
    author: str = AUTHOR


def is_word_namespace(word: str) -> bool:
    """Whether a namespace in braces is one of Word's."""
    return word[1:-1] in _KINDS


def next_number(file: WordFile, word: str) -> int:
    """The number that the first added comment has: one more than the highest there is."""
    part = _existing(file, word)
    if part is None:
        return 0
    numbers = [child.get(word + "id") or "" for child in file.xml(part)]
    return max((int(number) for number in numbers if number.isdigit()), default=-1) + 1


def with_notes(file: WordFile, word: str, notes: Sequence[Note], first: int, date: str) -> dict[str, bytes]:
    """The parts that change when comments are added, numbered from `first`, dated if `date` is given."""
    from lxml import etree

    part = _existing(file, word)
    if part is not None:
        root = file.xml(part)
        changed: dict[str, bytes] = {}
    else:
        root = etree.Element(word + "comments", nsmap={"w": word[1:-1]})
        part, changed = _announced(file, word)
    for number, note in enumerate(notes, first):
        root.append(_comment(note, number, word, date))
    return {**changed, part: serialised(root)}


def serialised(root: _Element) -> bytes:
    """An XML part as Word writes it."""
    from lxml import etree

    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _existing(file: WordFile, word: str) -> str | None:
    """The comments part that the main part points to."""
    rels = file.relations_of(file.main)
    if not file.has(rels):
        return None
    for relation in file.xml(rels):
        if relation.get("Type") == _KINDS[word[1:-1]]:
            target = relation.get("Target") or ""
            folder = "" if target.startswith("/") else posixpath.dirname(file.main)
            name = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
            return name if file.has(name) else None
    return None


def _announced(file: WordFile, word: str) -> tuple[str, dict[str, bytes]]:
    """A name for a new comments part, and the parts that tell of it."""
    from lxml import etree

    folder = posixpath.dirname(file.main)
    names = [f"comments{number or ''}.xml" for number in range(1000)]
    name = next(name for name in names if not file.has(posixpath.join(folder, name)))
    rels = file.relations_of(file.main)
    relations = file.xml(rels) if file.has(rels) else etree.Element(_RELATIONS + "Relationships")
    taken = {relation.get("Id") for relation in relations}
    key = next(key for number in range(len(taken) + 1) if (key := f"rIdPolicyKit{number}") not in taken)
    about = {"Id": key, "Type": _KINDS[word[1:-1]], "Target": name}
    etree.SubElement(relations, _RELATIONS + "Relationship", about)
    types = file.xml(_CONTENT_TYPES)
    part = posixpath.join(folder, name)
    etree.SubElement(types, _TYPES + "Override", {"PartName": f"/{part}", "ContentType": _CONTENT})
    return part, {rels: serialised(relations), _CONTENT_TYPES: serialised(types)}


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.replace("-", " ").split()).upper()[:3]


def _comment(note: Note, number: int, word: str, date: str) -> _Element:
    from lxml import etree

    about = {word + "id": str(number), word + "author": note.author}
    about[word + "initials"] = _initials(note.author)
    if date:
        about[word + "date"] = date
    comment = etree.Element(word + "comment", about, nsmap={"w": word[1:-1]})
    for place, line in enumerate(note.lines):
        paragraph = etree.SubElement(comment, word + "p")
        if place == 0:
            etree.SubElement(etree.SubElement(paragraph, word + "r"), word + "annotationRef")
        run = etree.SubElement(paragraph, word + "r")
        if place == 0:
            etree.SubElement(etree.SubElement(run, word + "rPr"), word + "b")
        text = etree.SubElement(run, word + "t", {_SPACE: "preserve"})
        text.text = printable(line)
    return comment
