"""Reads a policy in any of the formats schools use into the one Document.

The reader is chosen by what the file holds, never by its name alone: a .docx that is really a PDF is
read as a PDF. Readers are imported when they are used, so that a Word audit never loads a PDF library.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from policy_kit.model import Document
from policy_kit.sources.assembling import refuse_beyond_limits
from policy_kit.sources.kinds import kind_of
from policy_kit.sources.opening import file_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[Path, bytes], Document]

__all__ = ["FORMATS", "is_readable_name", "read"]

FORMATS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "docx": ("Word", (".docx", ".docm", ".dotx", ".dotm")),
        "odt": ("OpenDocument text", (".odt", ".ott", ".fodt")),
        "pdf": ("PDF", (".pdf",)),
        "html": ("web page", (".html", ".htm", ".xhtml")),
        "markdown": ("Markdown", (".md", ".markdown")),
        "text": ("plain text", (".txt", ".text")),
        "doc": ("Word 97-2003", (".doc", ".dot")),
        "rtf": ("Rich Text", (".rtf",)),
    }
)
"""The formats that are read: for each its name for people and the endings its files have."""

_READERS = {
    "docx": ("docx", "read_docx"),
    "odt": ("odt", "read_odt"),
    "pdf": ("pdf", "read_pdf"),
    "html": ("html", "read_html"),
    "markdown": ("markdown", "read_markdown"),
    "text": ("text", "read_text"),
    "doc": ("legacy", "read_legacy"),
    "rtf": ("legacy", "read_legacy"),
}
_SUFFIXES = frozenset(suffix for _, suffixes in FORMATS.values() for suffix in suffixes)


def read(path: Path) -> Document:
    """Read one file into a Document, by the reader that its content asks for.

    Raises UnreadableFile, in one line that names the file, what is wrong and what to do: for what is
    missing, a folder, a pipe or device, not permitted, empty, too large, locked with a password,
    damaged, hostile, or of a kind that is not read.
    """
    data = file_bytes(path)
    with _uncollected():
        document = _reader(kind_of(data, path))(path, data)
    refuse_beyond_limits(document, path)
    return document


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for garbage in circles: a reader makes much and drops nothing until it is done."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def is_readable_name(path: Path) -> bool:
    """Whether a file found in a folder is worth reading, by its name.

    Hidden files and the lock files that Word ("~$policy.docx") and LibreOffice leave are not.
    """
    return not path.name.startswith((".", "~")) and path.suffix.lower() in _SUFFIXES


def _reader(kind: str) -> Reader:
    """The reader of a format; each import is the price of that format alone."""
    from importlib import import_module

    module, name = _READERS[kind]
    reader: Reader = getattr(import_module(f"policy_kit.sources.{module}"), name)
    return reader
