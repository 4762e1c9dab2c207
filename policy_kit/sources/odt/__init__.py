"""OpenDocument text (.odt, .ott, .fodt), as LibreOffice, Google Docs and Word write it."""

from __future__ import annotations

from pathlib import Path

from policy_kit.model import Document

__all__ = ["read_odt"]


def read_odt(path: Path, data: bytes) -> Document:
    """Read an OpenDocument text into a Document.

    path: only names the file; data: its bytes. Raises UnreadableFile, in one line for the user, if the
    file is damaged, locked with a password, or larger than sources/limits.py allows.
    """
    from policy_kit.sources.odt.reading import read_whole

    return read_whole(path, data)
