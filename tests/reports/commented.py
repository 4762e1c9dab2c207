"""Reads a commented Word file back: which comment says what, on which words, and what else changed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from lxml import etree

from policy_kit.findings import Finding, PolicyAudit
from policy_kit.model import Document, Policy
from policy_kit.sources import read
from tests.reports.results import finding
from tests.reports.wordfiles import part_of, with_part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"

QUOTES = (
    ("children safe", "children safe in education 2020"),
    ("children safe", "Keeping"),
    ("children safe", "safe in education"),
    ("Safer Helpline", "Helpline today"),
    ("Safer Helpline", "the Safer Helpline"),
    ("Phones are", "locked away"),
    ("Phones are", "Phones are locked away all day by staff."),
    ("alerts", "Reads <alerts> & acts"),
    ("alerts", "at once"),
    ("____", "____________"),
    ("____", "……………"),
    ("Words beside", "beside the box"),
)


def read_file(data: bytes, folder: Path) -> Document:
    path = folder / "policy.docx"
    path.write_bytes(data)
    return replace(read(path), path="policy.docx")


def audit_of(document: Document, findings: Iterable[Finding], **more: object) -> PolicyAudit:
    policy = Policy(document, "Policy", "Marsh Lane Primary", "", True, "", ())
    return PolicyAudit("policy.docx", None, policy, tuple(findings), **more)  # type: ignore[arg-type]


def finding_at(document: Document, words: str, quote: str, *, which: int = 0) -> Finding:
    blocks = [b for b in document.blocks if words in b.text]
    assert len(blocks) > which, words
    return finding("PK301", f"About: {quote}!", document.location(blocks[which]), quote, "Mend it.")


def comments_in(data: bytes) -> dict[str, list[str]]:
    """The lines of each comment, by number."""
    root = etree.fromstring(part_of(data, "word/comments.xml"))
    return {
        c.get(W + "id"): ["".join(t.text or "" for t in p.iter(W + "t")) for p in c.iter(W + "p")]
        for c in root
    }


def ranges_in(data: bytes) -> dict[str, str]:
    """The words that each comment is on, by number; paragraphs and tabs told apart by a space."""
    going: dict[str, list[str]] = {}
    done: dict[str, str] = {}
    for node in etree.fromstring(part_of(data, DOCUMENT)).iter():
        number = node.get(W + "id")
        if node.tag == W + "commentRangeStart":
            going[number] = []
        elif node.tag == W + "commentRangeEnd":
            done[number] = "".join(going.pop(number))
        for words in going.values():
            if node.tag == W + "t":
                words.append(node.text or "")
            elif node.tag in (W + "tab", W + "br"):
                words.append(" ")
    assert not going, "a comment has no end"
    return done


def words_by_message(data: bytes) -> dict[str, str]:
    """What each comment's finding says, and the words that the comment is on."""
    ranges = ranges_in(data)
    return {lines[1]: ranges[number] for number, lines in comments_in(data).items() if len(lines) > 1}


def plain(data: bytes, name: str = DOCUMENT) -> bytes:
    """A document without the comments from number 1 on, and with neighbouring runs of one look joined."""
    root = etree.fromstring(part_of(data, name))
    for node in list(root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")):
        if int(node.get(W + "id")) >= 1:
            gone = node.getparent() if node.tag == W + "commentReference" else node
            gone.getparent().remove(gone)
    for run in list(root.iter(W + "r")):
        before = run.getprevious()
        if before is not None and before.tag == W + "r" and _look(before) == _look(run):
            before.extend(c for c in run if c.tag != W + "rPr")
            run.getparent().remove(run)
    for text in list(root.iter(W + "t")):
        text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
        before = text.getprevious()
        if before is not None and before.tag == W + "t":
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)
    return etree.tostring(root, method="c14n")


def _look(run: etree._Element) -> tuple[object, ...]:
    look = run.find(W + "rPr")
    return dict(run.attrib), None if look is None else etree.tostring(look, method="c14n")


def without_comments(data: bytes) -> bytes:
    """python-docx's own empty comments part taken out again, as a new file of Word has none."""
    types = re.sub(rb"<Override[^>]*comments[^>]*/>", b"", part_of(data, "[Content_Types].xml"))
    rels = re.sub(rb"<Relationship [^>]*comments[^>]*/>", b"", part_of(data, "word/_rels/document.xml.rels"))
    data = with_part(with_part(data, "[Content_Types].xml", types), "word/_rels/document.xml.rels", rels)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            if info.filename != "word/comments.xml":
                new.writestr(info, old.read(info))
    return out.getvalue()


def plain_without_any(data: bytes) -> bytes:
    root = etree.fromstring(part_of(data, DOCUMENT))
    for node in list(root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")):
        gone = node.getparent() if node.tag == W + "commentReference" else node
        gone.getparent().remove(gone)
    return plain(with_part(data, DOCUMENT, etree.tostring(root)))
