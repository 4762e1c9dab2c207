"""PDF files: the words as they stand on the page, and the structure that their place and look tell."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from pathlib import Path

from policy_kit.model import Document

__all__ = ["read_pdf"]


def read_pdf(path: Path, data: bytes) -> Document:
    """Read a PDF into a Document.

    path: only names the file; data: its bytes. Pages without text (scans) are told in `not_checked`.
    Raises UnreadableFile, in one line for the user, if the file is damaged, locked with a password, or
    larger than sources/limits.py allows, or takes more memory or time to unpack.
    """
    import_module("pypdfium2")  # here, so that not each child does
    from policy_kit.sources.confined import confined
    from policy_kit.sources.pdf.reading import read_whole

    return confined(path, partial(read_whole, path, data))
