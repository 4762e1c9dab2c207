"""Opens a file that is a zip inside (.docx, .odt) without trusting a byte of it.

Nothing is ever written or fetched. What is unpacked is bounded by sources/limits.py; every fault of
the file becomes one UnreadableFile that names the file, what is wrong and what to do.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.errors import UnreadableFile
from policy_kit.regexes import regex
from policy_kit.sources import limits
from policy_kit.sources.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Archive", "is_encrypted_package", "open_archive", "parse_xml", "password_needed"]

_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,  # zipfile's word for a part with a password
    UnicodeDecodeError,
    ValueError,
    OverflowError,
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OUTSIDE = regex(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|\x00")
_MEND = "open the original in Word and save it again, or ask for a fresh copy"


class Archive:
    """The parts of a zip file, read one at a time and never more than the limits allow."""

    def __init__(self, data: bytes, label: str) -> None:
        self.label = label
        self._data = data
        self._read_so_far = 0
        self._zip = _opened(data, label)
        self._members = _Members(self._zip.infolist(), label)
        self.names: tuple[str, ...] = tuple(sorted(self._members.names))

    def has(self, name: str) -> bool:
        """Whether the file holds this part; capitals do not matter, as Word has it."""
        return name.lower() in self._members.by_name

    def size(self, name: str) -> int:
        """The size in bytes that a part says it has, 0 if there is none of this name."""
        info = self._members.by_name.get(name.lower())
        return info.file_size if info else 0

    def packed(self, name: str) -> bytes:
        """A part as it is packed: enough to tell whether it is one that was read before."""
        info = self._members.by_name.get(name.lower())
        if info is None or len(self._data) < info.header_offset + 30:
            return b""
        lengths = struct.unpack_from("<HH", self._data, info.header_offset + 26)
        start = info.header_offset + 30 + sum(lengths)
        return self._data[start : start + info.compress_size]

    def read(self, name: str) -> bytes:
        """Unpack one part. Raises UnreadableFile if it is missing, damaged, locked or too large."""
        info = self._members.by_name.get(name.lower())
        if info is None:
            raise UnreadableFile(f"{self.label}: the part {name} is missing, so the file is damaged; {_MEND}")
        if info.flag_bits & 0x1:
            raise UnreadableFile(
                f"{self.label}: the file is locked with a password; save a copy without a password "
                "and use that"
            )
        _refuse_bomb(info, self.label)
        room = limits.MAX_READ_BYTES - self._read_so_far
        try:
            with self._zip.open(info) as part:
                data = part.read(min(limits.MAX_PART_BYTES, room) + 1)
        except _FAULTS as error:
            raise UnreadableFile(
                f"{self.label}: the part {name} is damaged (a bad download or a failing disk does "
                f"this); {_MEND}"
            ) from error
        self._read_so_far += len(data)
        if len(data) > limits.MAX_PART_BYTES or self._read_so_far > limits.MAX_READ_BYTES:
            raise _too_large(self.label, name)
        return data

    def xml(self, name: str, tidy: Callable[[bytes], bytes] | None = None) -> _Element:
        """Unpack and parse one part. Raises UnreadableFile as `read` and `parse_xml` do."""
        return parse_xml(self.read(name), f"{self.label}: the part {name}", tidy)


class _Members:
    """The zip's directory, checked: names that stay inside, no name twice, sizes within bounds."""

    def __init__(self, infos: list[zipfile.ZipInfo], label: str) -> None:
        self.by_name: dict[str, zipfile.ZipInfo] = {}
        self.names: list[str] = []
        if sum(info.file_size for info in infos) > limits.MAX_UNPACKED_BYTES:
            raise UnreadableFile(
                f"{label}: would unpack to more than {limits.MAX_UNPACKED_BYTES // limits.MEGABYTE} "
                "MB, far more "
                "than a policy needs, so it was not opened; if the file is yours, take its large pictures out"
            )
        for info in infos:
            name = info.filename.replace("\\", "/")
            if _OUTSIDE.search(name) or _OUTSIDE.search(info.orig_filename.replace("\\", "/")):
                raise UnreadableFile(
                    f"{label}: holds a part named {name[:60]!r} that points outside the file, which no word "
                    "processor makes; do not open it, and ask the sender for a fresh copy"
                )
            key = name.lower()
            if key in self.by_name:
                raise UnreadableFile(f"{label}: holds the part {name[:60]} twice, so it is damaged; {_MEND}")
            self.by_name[key] = info
            self.names.append(name)


def open_archive(source: Path | bytes, label: str = "") -> Archive:
    """Open a zip-based document for bounded reading.

    source: a path, or the bytes already read (then `label` names the file in messages).
    Raises UnreadableFile, in one line, for what is no such file, is locked, damaged or a trap.
    """
    if isinstance(source, Path):
        label = label or str(source)
        try:
            if source.stat().st_size > limits.MAX_FILE_BYTES:
                raise _file_too_large(label)
            source = source.read_bytes()
        except OSError as error:
            raise UnreadableFile(f"{label}: could not be read ({error.strerror or error})") from error
    label = label or "the file"
    if len(source) > limits.MAX_FILE_BYTES:
        raise _file_too_large(label)
    return Archive(source, label)


def is_encrypted_package(data: bytes) -> bool:
    """Whether these bytes are a Word file behind a password (an OLE container with EncryptedPackage)."""
    return data.startswith(b"\xd0\xcf\x11\xe0") and "EncryptedPackage".encode("utf-16-le") in data


def password_needed(label: str) -> UnreadableFile:
    """The one line for a file that opens only with a password."""
    return UnreadableFile(
        f"{label}: the file is locked with a password or rights management; open it in Word, choose "
        "File, Info, "
        "Protect Document, Encrypt with Password, empty the box, and save a copy"
    )


def _file_too_large(label: str) -> UnreadableFile:
    return UnreadableFile(
        f"{label}: is larger than {limits.MAX_FILE_BYTES // limits.MEGABYTE} MB; in Word choose File, "
        "Compress "
        "Pictures, or save a copy without its pictures"
    )


def _too_large(label: str, name: str) -> UnreadableFile:
    return UnreadableFile(
        f"{label}: the part {name[:60]} unpacks to more than "
        f"{limits.MAX_PART_BYTES // limits.MEGABYTE} MB, far "
        "more than a policy's text needs, so it was not read; ask for a fresh copy"
    )


def _refuse_bomb(info: zipfile.ZipInfo, label: str) -> None:
    """Refuse a part that is packed as only a trap is: before a byte of it is unpacked."""
    if info.file_size > limits.MAX_PART_BYTES:
        raise _too_large(label, info.filename)
    ratio = info.file_size / max(info.compress_size, 1)
    if info.file_size >= limits.RATIO_MATTERS_FROM and ratio > limits.MAX_RATIO:
        raise UnreadableFile(
            f"{label}: the part {info.filename[:60]} is packed {ratio:.0f} to 1, as only a zip bomb "
            "is (the limit "
            f"is {limits.MAX_RATIO} to 1), so it was not read; ask the sender for a fresh copy"
        )
    if info.compress_type not in _METHODS:
        raise UnreadableFile(f"{label}: is packed in a way that Word does not use; {_MEND}")


def _opened(data: bytes, label: str) -> zipfile.ZipFile:
    if is_encrypted_package(data):
        raise password_needed(label)
    # Counted before zipfile builds an object for each of what may be a million entries.
    if data.count(b"PK\x01\x02") > limits.MAX_PARTS:
        raise UnreadableFile(
            f"{label}: is made of more than {limits.MAX_PARTS:,} parts, which no policy is, so it was "
            "not opened; "
            "ask the sender for a fresh copy"
        )
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS as error:
        raise UnreadableFile(f"{label}: {_what_instead(data)}") from error


def _what_instead(data: bytes) -> str:
    """What the bytes are, if they are no zip, and the mend."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data:
        return "the file is empty; " + _MEND
    if data.startswith(b"PK"):
        return f"the file is cut short or damaged (a download or sync that stopped does this); {_MEND}"
    kinds = (
        (b"{\\rtf", "an RTF file"),
        (b"<!doctype html", "a web page"),
        (b"<html", "a web page"),
        (b"%pdf", "a PDF"),
        (b"\xd0\xcf\x11\xe0", "an old Word 97-2003 file"),
        (b"<?xml", "an XML file"),
    )
    kind = next((name for magic, name in kinds if start.startswith(magic)), "")
    if kind:
        return f"is {kind} under another name; open it in Word and save it as a Word Document (.docx)"
    return f"is not a Word file, or is damaged from its first byte; {_MEND}"
