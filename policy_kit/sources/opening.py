"""Takes a file's bytes off the disk, or says in one line why it cannot be."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from policy_kit.errors import UnreadableFile
from policy_kit.sources import limits


def file_bytes(path: Path) -> bytes:
    """All the bytes of an ordinary file within the size limit.

    Never waits on a pipe or device. Raises UnreadableFile, in one line that names the file and the mend.
    """
    try:
        state = path.stat()
        _refuse_unordinary(path, state.st_mode)
        if state.st_size > limits.MAX_FILE_BYTES:
            raise UnreadableFile(
                f"{path}: is larger than {limits.MAX_FILE_BYTES // limits.MEGABYTE} MB; a policy's size is "
                "mostly its pictures, so save a copy with them compressed or taken out"
            )
        # Opened without waiting and looked at again: it may have been swapped for a pipe since.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            state = os.fstat(handle)
            _refuse_unordinary(path, state.st_mode)
            data = file.read(min(state.st_size, limits.MAX_FILE_BYTES))  # makes room for as much as is asked
    except FileNotFoundError as error:
        raise UnreadableFile(
            f"{path}: there is no such file; check the spelling, and that you are in the right folder"
        ) from error
    except PermissionError as error:
        raise UnreadableFile(
            f"{path}: you are not allowed to read this file; ask its owner for access, or copy it to a "
            "folder of your own"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(
            f"{path}: could not be read ({reason}); copy the file to this computer and try again"
        ) from error
    if not data:
        raise UnreadableFile(
            f"{path}: the file is empty (0 bytes); it may not have finished downloading, so get a fresh copy"
        )
    return data


def _refuse_unordinary(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise UnreadableFile(f"{path}: is a folder, not a file; name the policy file inside it")
    if not stat.S_ISREG(mode):
        raise UnreadableFile(
            f"{path}: is not an ordinary file (it is a pipe, a socket or a device); save the policy as a "
            "file and give its name"
        )
