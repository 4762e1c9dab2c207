"""Writes the zip that a Word file is, so that the same parts give the same bytes and no part is packed twice.

A run over many schools writes the same styles, numbering and settings each time: what has been packed is
kept. `zipfile` cannot take a part that is packed already, which is all that is written here for.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache

_LEVEL = 1  # a third of the work of the usual 6, for a file an eighth bigger
_KEPT = 64_000  # bytes: parts up to this size may be the same for every school
_PICTURES = (".png", ".jpg", ".jpeg", ".gif")  # packed already
_DAY = 0x21  # 1 January 1980, the oldest a zip can hold, keeps the clock out of the bytes
_VERSION, _UTF8, _STORED, _DEFLATED = 20, 0x800, 0, 8
_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END = struct.Struct("<4sHHHHLLH")


def zip_of(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of these entries, in this order, without times."""
    body: list[bytes] = []
    index: list[bytes] = []
    offset = 0
    for name, data in entries:
        label = name.encode()
        flags = 0 if label.isascii() else _UTF8
        method, crc, packed = _kept(name, data) if len(data) <= _KEPT else _packed(name, data)
        facts = (_VERSION, flags, method, 0, _DAY, crc, len(packed), len(data), len(label), 0)
        local = _LOCAL.pack(b"PK\3\4", *facts)
        index += [_CENTRAL.pack(b"PK\1\2", _VERSION, *facts, 0, 0, 0, 0, offset), label]
        body += [local, label, packed]
        offset += len(local) + len(label) + len(packed)
    central = b"".join(index)
    count = len(index) // 2
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(central), offset, 0)
    return b"".join([*body, central, end])


def _packed(name: str, data: bytes) -> tuple[int, int, bytes]:
    """How an entry is packed, its checksum and what is written of it."""
    if name.lower().endswith(_PICTURES):
        return _STORED, zlib.crc32(data), data
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _DEFLATED, zlib.crc32(data), packer.compress(data) + packer.flush()


_kept = lru_cache(maxsize=64)(_packed)
