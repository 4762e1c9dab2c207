"""Writes files so that nothing is lost and nothing is half-written."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from policy_kit.errors import OutputFault


def write_whole(path: Path, data: bytes, *, force: bool = False, to_disk: bool = True) -> None:
    """Write `data` to `path`: beside it first, then renamed, so that a reader sees all or nothing.

    to_disk: wait until the disk has it, so that it outlives a power cut; of a thousand files that can be
    made again, waiting for each would take longer than making them.

    Raises OutputFault, in one line for the user, if the file exists and `force` is not given, if the
    folder is missing or cannot be written, or if the disk is full.
    """
    import tempfile  # takes longer than all else here, and most commands write no file

    must_be_free(path, force=force)
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            if to_disk:
                os.fsync(out.fileno())
        _give_usual_mode(temporary)
        Path(temporary).replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputFault(f"{path}: could not be written ({reason}); nothing was left behind") from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)


def must_be_free(path: Path, *, force: bool) -> None:
    """Raise OutputFault, as `write_whole` does, if nothing may be written there: before the work is done."""
    if path.is_dir():
        raise OutputFault(f"{path}: this is a folder; give a file name")
    if path.exists() and not force:
        raise OutputFault(f"{path}: already exists; choose another name, or add --force to replace it")
    if not path.parent.is_dir():
        raise OutputFault(f"{path}: the folder {path.parent} does not exist; make it first")


def _give_usual_mode(path: str) -> None:
    """A temporary file is private; the finished one has the rights a new file would have."""
    mask = os.umask(0)
    os.umask(mask)
    Path(path).chmod(0o666 & ~mask)
