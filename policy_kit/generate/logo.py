"""A school's logo: read from beside its profile, and taken only if it is a PNG or JPEG of a sensible size.

Nothing in the file is trusted but its first bytes and its measurements; it goes into the Word file as it is.
"""

from __future__ import annotations

import struct
from pathlib import Path

from policy_kit.errors import InvalidProfile
from policy_kit.quick import dataclass

LARGEST = 2_000_000  # bytes; each policy carries it
SMALLEST_SIDE, LONGEST_SIDE = 16, 6_000  # pixels
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the JPEG markers that give its measurements


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that may be used: its bytes, its kind (png or jpeg) and its measurements in pixels."""

    data: bytes
    kind: str
    width: int
    height: int


def read_logo(folder: Path, name: str, where: str) -> Logo:
    """Return the logo of that name in the folder of the profile `where`.

    Raises InvalidProfile, naming the profile and the file, if it is not there, not inside the folder, too
    large, or no picture of those kinds.
    """
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise InvalidProfile(f"{where}: logo: {name} is not in the profile's folder; copy it there")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InvalidProfile(f"{where}: logo: {path} could not be read ({error.strerror})") from error
    if len(data) > LARGEST:
        raise InvalidProfile(
            f"{where}: logo: {path} is larger than {LARGEST // 1_000_000} MB; save a smaller copy"
        )
    return logo_from(data, f"{where}: logo: {path}")


def logo_from(data: bytes, where: str) -> Logo:
    """The logo that the bytes are. Raises InvalidProfile, `where` first, if they are none of use."""
    kind = "png" if data.startswith(_PNG) else "jpeg" if data.startswith(_JPEG) else ""
    size = _png_size(data) if kind == "png" else _jpeg_size(data) if kind else None
    if size is None:
        raise InvalidProfile(f"{where} is not a whole PNG or JPEG picture; save it again as PNG")
    width, height = size
    if min(size) < SMALLEST_SIDE or max(size) > LONGEST_SIDE:
        raise InvalidProfile(
            f"{where} is {width} by {height} pixels; each side must be {SMALLEST_SIDE} to {LONGEST_SIDE}"
        )
    return Logo(data, kind, width, height)


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or b"IEND" not in data[-12:]:
        return None
    return struct.unpack(">II", data[16:24])


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """The measurements from the first frame header, found by going from one segment to the next."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + max(length, 2)
    return None
