"""On which page a paragraph stands, as far as the file tells."""

from __future__ import annotations

from collections.abc import Sequence

_FULL_PAGE = 2_200  # characters; a page of a policy holds about 3,000


class Pages:
    """Counts pages while a body is read.

    Word marks where each page began when it last showed the file; those marks are exact. Without them only
    the breaks that the author set are known: they tell the page until more text follows than one page
    holds, and from there on the page is None.
    """

    def __init__(self, marked: bool = False, broken: bool = False, sections: Sequence[bool] = ()) -> None:
        """sections: for each section of the body, whether it starts on a new page."""
        self._marked = marked
        self._sections = iter(sections[1:])
        self._stretch = 0
        self.page: int | None = 1 if marked or broken or any(sections[1:]) else None
        self.counting = self.page is not None and not marked  # whether `read` must be told

    def mark(self) -> None:
        """Word's own mark of where a page began."""
        if self.page is not None:
            self.page += 1

    def broken(self) -> None:
        """A page break that the author set."""
        if not self._marked and self.page is not None:
            self.page = self.page + 1 if self._stretch <= _FULL_PAGE else None
            self._stretch = 0

    def section_ends(self) -> None:
        """The next section begins."""
        if next(self._sections, False):
            self.broken()

    def read(self, characters: int) -> None:
        """So much text was read since; for where `counting` is on."""
        self._stretch += characters
        if self._stretch > _FULL_PAGE:
            self.page = None
            self.counting = False
