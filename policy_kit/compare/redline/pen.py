"""Who marks up, and when."""

from __future__ import annotations

from itertools import count

from lxml import etree
from lxml.etree import _Element

from policy_kit.quick import dataclass
from policy_kit.sources.docx.names import W


@dataclass
class Pen:
    """Who marks up and when; gives each mark a number that no other mark of the file has."""

    author: str
    date: str
    numbers: count[int]

    def mark(self, name: str) -> _Element:
        """A w:ins, w:del or w:pPrChange in the author's name."""
        about = {W + "id": str(next(self.numbers)), W + "author": self.author, W + "date": self.date}
        return etree.Element(W + name, about)
