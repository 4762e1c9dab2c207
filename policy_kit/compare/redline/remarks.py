"""The comments of a redline: anchored while the words are marked up, written once the file is."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from policy_kit.compare.redline.plan import Remark
from policy_kit.quick import dataclass
from policy_kit.reports.comments.package import WordFile
from policy_kit.reports.comments.part import Note, next_number, with_notes
from policy_kit.sources.docx.names import ID, W

_R, _T, _DEL_T = W + "r", W + "t", W + "delText"


@dataclass
class Remarks:
    """The comments put in so far. first: the number of the first."""

    first: int
    author: str
    notes: list[Note]

    def put(self, paragraph: _Element, remark: Remark) -> None:
        """Anchor a comment in a paragraph of the body: around the runs that hold its words, or around all."""
        number = self.first + len(self.notes)
        self.notes.append(Note(remark.lines, remark.author or self.author))
        runs = _holding(paragraph, remark.words)
        opening, closing, reference = _signs(number)
        if runs:
            _outside(runs[0], paragraph).addprevious(opening)
            last = _outside(runs[-1], paragraph)
            last.addnext(closing)
            closing.addnext(reference)
            return
        properties = paragraph.find(W + "pPr")
        paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, opening)
        paragraph.append(closing)
        paragraph.append(reference)


def numbered_from(data: bytes, label: str) -> int:
    """The number that the first added comment of a file has."""
    return next_number(WordFile(data, label), W)


def with_remarks(data: bytes, label: str, remarks: Remarks, date: str) -> bytes:
    """The file with the words of its comments, which are anchored already."""
    if not remarks.notes:
        return data
    file = WordFile(data, label)
    return file.with_parts(with_notes(file, W, remarks.notes, remarks.first, date))


def _holding(paragraph: _Element, words: str) -> list[_Element]:
    """The runs that hold the first place with these words, as marked up (deleted ones too)."""
    if not words:
        return []
    text, places = "", []
    for run in paragraph.iter(_R):
        inside = "".join(node.text or "" for node in run.iterchildren(_T, _DEL_T))
        places.append((len(text), len(text) + len(inside), run))
        text += inside
    at = text.find(words)
    return [run for start, end, run in places if at >= 0 and start < at + len(words) and end > at]


def _outside(run: _Element, paragraph: _Element) -> _Element:
    """What holds a run directly under its paragraph."""
    node = run
    parent = node.getparent()
    while parent is not None and parent is not paragraph:
        node, parent = parent, parent.getparent()
    return node


def _signs(number: int) -> tuple[_Element, _Element, _Element]:
    about = {ID: str(number)}
    reference = etree.Element(_R)
    etree.SubElement(reference, W + "commentReference", about)
    return (
        etree.Element(W + "commentRangeStart", about),
        etree.Element(W + "commentRangeEnd", about),
        reference,
    )
