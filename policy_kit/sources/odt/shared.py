"""What all parts of one OpenDocument file have in common while it is read."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass
from policy_kit.sources.gathering import Gathered
from policy_kit.sources.odt.lists import Counters, Numbering
from policy_kit.sources.odt.styles import Styles
from policy_kit.sources.odt.words import WordReader

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class ListPlace:
    """Where in a list the walk is. fresh: the item has not had its first paragraph yet."""

    counters: Counters
    style: str
    depth: int
    start: str | None
    fresh: bool


@dataclass(slots=True)
class Shared:
    """Styles, how far lists and pages have counted, and what is found on the way.

    paged: whether the file says where its pages break; fields: what those of its forms show; unread: what
    could not be read, each with the draft it stands at.
    """

    path: Path
    styles: Styles
    numbering: Numbering
    words: WordReader
    paged: bool
    fields: dict[str, str] = field(default_factory=dict)
    pages: int = 1
    words_seen: bool = False
    count: int = 0
    tables: int = 0
    master_pages: list[str] = field(default_factory=list)
    comments: list[tuple[str, str, Gathered]] = field(default_factory=list)
    notes: list[_Element] = field(default_factory=list)
    unread: list[tuple[str, str, Gathered | None]] = field(default_factory=list)
    pictures: set[str] = field(default_factory=set)

    @property
    def page(self) -> int | None:
        """The page that the walk has come to, if the file tells pages."""
        return self.pages if self.paged else None

    def new_page(self, *, started: bool = False) -> None:
        """A page ends here. started: the author's own break, which at the very start breaks nothing."""
        if self.words_seen or not started:
            self.pages += 1
