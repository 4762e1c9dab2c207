"""Web pages: a school's policy page, or a document saved as HTML by a word processor."""

from __future__ import annotations

from pathlib import Path

from policy_kit.model import Document

__all__ = ["read_html"]


def read_html(path: Path, data: bytes) -> Document:
    """Read a web page into a Document: its main content, without menus, banners and what is hidden.

    path: only names the file; data: its bytes. No script is run and nothing is fetched. `line` of a block
    is its line in the file. Raises UnreadableFile, in one line for the user, if the page is damaged or
    larger than sources/limits.py allows.
    """
    from policy_kit.sources.html.reading import read_whole

    return read_whole(path, data)
