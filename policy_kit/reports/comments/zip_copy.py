"""Copies a zip file with some of its parts changed, and leaves the packed bytes of the others as they are.

The standard library can only unpack a part and pack it again. Here a picture stays the very bytes it was, and
a part that is a trap is never unpacked.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

from policy_kit.quick import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_IN_UTF8 = 0x800
_NEEDS = 20  # the version of the format that folders and deflate ask for
_MOST_BYTES, _MOST_PARTS = 0xFFFF_FFFF, 0xFFFF
_Time = tuple[int, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One part as it stands in the zip."""

    name: str
    when: _Time
    method: int
    crc: int
    size: int
    packed: bytes
    system: int = 0
    inner: int = 0
    outer: int = 0

    @property
    def written_name(self) -> bytes:
        return self.name.encode("utf-8")

    @property
    def about(self) -> tuple[int, ...]:
        """The fields that the part's own head and its line in the directory share."""
        year, month, day, hour, minute, second = self.when
        date, time = (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2
        flags = 0 if self.name.isascii() else _IN_UTF8
        return (
            flags, self.method, time, date, self.crc, len(self.packed), self.size, len(self.written_name), 0,
        )  # fmt: skip


def copy_with(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the zip file `data` with these parts changed, or added at its end.

    Raises ValueError if the result is too large for the plain zip format, zipfile.BadZipFile if `data` is no
    zip file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        infos = old.infolist()
    there = {info.filename for info in infos}
    entries = [
        _anew(info.orig_filename, info.date_time, changed[info.filename], info)
        if info.filename in changed
        else _kept(data, info)
        for info in infos
    ]
    when = infos[0].date_time if infos else (1980, 1, 1, 0, 0, 0)
    entries += [_anew(name, when, changed[name]) for name in sorted(set(changed) - there)]
    return _written(entries)


def _kept(data: bytes, info: zipfile.ZipInfo) -> _Entry:
    name_length, extra_length = struct.unpack_from("<2H", data, info.header_offset + 26)
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    return _Entry(
        info.orig_filename, info.date_time, info.compress_type, info.CRC, info.file_size,
        data[start : start + info.compress_size], info.create_system, info.internal_attr, info.external_attr,
    )  # fmt: skip


def _anew(name: str, when: _Time, content: bytes, like: zipfile.ZipInfo | None = None) -> _Entry:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    entry = _Entry(name, when, zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content), packed)
    if like is None:
        return entry
    return _Entry(
        name, when, entry.method, entry.crc, entry.size, packed, like.create_system, like.internal_attr,
        like.external_attr,
    )  # fmt: skip


def _written(entries: Iterable[_Entry]) -> bytes:
    out, directory = io.BytesIO(), io.BytesIO()
    number = 0
    for number, entry in enumerate(entries, 1):
        at = out.tell()
        if at + len(entry.packed) > _MOST_BYTES or entry.size > _MOST_BYTES or number > _MOST_PARTS:
            raise ValueError("too large for a plain zip file")
        out.write(_LOCAL.pack(b"PK\3\4", _NEEDS, *entry.about) + entry.written_name + entry.packed)
        directory.write(
            _CENTRAL.pack(
                b"PK\1\2",
                entry.system << 8 | _NEEDS,
                _NEEDS,
                *entry.about,
                0,
                0,
                entry.inner,
                entry.outer,
                at,
            )
            + entry.written_name
        )
    end = _END.pack(b"PK\5\6", 0, 0, number, number, directory.tell(), out.tell(), 0)
    return out.getvalue() + directory.getvalue() + end
