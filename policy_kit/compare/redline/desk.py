"""What every hand at a redline shares: the file, its parts, the pen, the comments, and what was told."""

from __future__ import annotations

from lxml.etree import _Element

from policy_kit.compare.redline.carrying import Carrier
from policy_kit.compare.redline.lists import Lists
from policy_kit.compare.redline.making import plain_paragraph
from policy_kit.compare.redline.parts import Parts
from policy_kit.compare.redline.pen import Pen
from policy_kit.compare.redline.plan import Content, Plain, Remark
from policy_kit.compare.redline.reading import WordText
from policy_kit.compare.redline.remarks import Remarks
from policy_kit.compare.redline.styles import StyleBook


class Desk:
    """One redline as it is being made."""

    def __init__(self, old: WordText, parts: Parts, pen: Pen, remarks: Remarks) -> None:
        self.old = old
        self.parts = parts
        self.pen = pen
        self.remarks = remarks
        self.told: list[str] = []
        self.lists = Lists(parts)
        self._styles = StyleBook(parts)
        self._carriers: dict[WordText, Carrier] = {}

    def carrier(self, source: WordText) -> Carrier:
        """What brings paragraphs of another file into this one."""
        if source not in self._carriers:
            self._carriers[source] = Carrier(self.parts, source, self.lists, self._styles, self.told)
        return self._carriers[source]

    def content(self, content: Content, part: str) -> _Element:
        """A new w:p for a part of the file, unmarked."""
        if isinstance(content, Plain):
            return plain_paragraph(content, self.old)
        return self.carrier(content.source).paragraph(content.paragraph, part)

    def remark(self, paragraph: _Element, remark: Remark, part: str) -> None:
        """Word takes comments in its running text only; elsewhere they are told."""
        if part != self.old.package.main:
            self.told.append(
                f"a comment could not stand in a note, header or footer: {' '.join(remark.lines)}"
            )
            return
        self.parts.touch(part)
        self.remarks.put(paragraph, remark)
