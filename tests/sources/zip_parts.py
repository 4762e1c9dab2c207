"""A zip's parts as plain bytes and back, so that what is changed at random is text and not packing."""

from __future__ import annotations

import io
import zipfile

_MARK = b"\n=part= "


def unpacked(data: bytes) -> bytes:
    """The parts of a zip, one after the other, each after a line with its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(_MARK + name.encode() + b"\n" + archive.read(name) for name in archive.namelist())


def packed(parts: bytes) -> bytes:
    """The zip of such parts; of those with one name, the first."""
    out = io.BytesIO()
    done: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for piece in parts.split(_MARK)[1:]:
            name, _, text = piece.partition(b"\n")
            shown = name.decode("utf-8", "replace").replace("\x00", "")[:100]
            if shown and shown not in done:
                done.add(shown)
                archive.writestr(zipfile.ZipInfo(shown), text)
    return out.getvalue()
