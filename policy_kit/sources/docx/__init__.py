"""Word files (.docx, .docm, .dotx), read straight from their XML so that no text and no heading is lost."""

from __future__ import annotations

from pathlib import Path

from policy_kit.model import Document

__all__ = ["read_docx"]


def read_docx(path: Path, data: bytes) -> Document:
    """Read a Word file into a Document.

    path: only names the file; data: its bytes. Raises UnreadableFile, in one line for the user, if the file
    is damaged, locked with a password, no Word file, or larger than sources/limits.py allows. Nothing of
    the file is run, written or fetched. docs/reading.md tells what is read and what is reported as not read.
    """
    from policy_kit.sources.docx.reading import read_whole

    return read_whole(path, data)
