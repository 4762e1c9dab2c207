"""Reads a file in a child process with bounds, where a library that unpacks for itself knows none.

A PDF of 2 KB may unpack to gigabytes, or draw a form that draws ten others that each draw ten. The child may
take so much memory and time and no more; whatever happens to it is one line for the user. Where a system
cannot split a process (Windows), the file is read without this.
"""

from __future__ import annotations

import os
import pickle
import sys
import traceback
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from policy_kit.errors import UnreadableFile
from policy_kit.model import Document
from policy_kit.sources import limits

_REFUSED, _TOO_MUCH, _FAILED = 1, 2, 3


def confined(path: Path, read: Callable[[], Document]) -> Document:
    """What `read` gives. Raises UnreadableFile as it does, and if it takes too much memory or time.

    path: only names the file in messages.
    """
    if not hasattr(os, "fork") or sys.platform == "win32":
        return read()
    sys.stdout.flush()
    receive, send = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a progress bar's thread is not needed in the child
        child = os.fork()
    if child == 0:
        os.close(receive)
        _work(send, read)
    os.close(send)
    with os.fdopen(receive, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code == _REFUSED:
        raise UnreadableFile(told.decode())
    if code == _FAILED:  # a fault of ours, which must not hide as one of the file
        raise RuntimeError(told.decode())
    if code != 0:
        raise UnreadableFile(
            f"{path}: takes more than {limits.CHILD_BYTES // limits.MEGABYTE} MB of memory or "
            f"{limits.CHILD_SECONDS} seconds to unpack, as only a file made to harm does, so it was not "
            "read; ask the sender for a fresh copy"
        )
    document: Document = pickle.loads(told)  # noqa: S301  # our own child's words
    return document


def _work(send: int, read: Callable[[], Document]) -> None:
    """The child's whole life: read within bounds, send what came of it, end without a trace."""
    code = _TOO_MUCH
    try:
        _bound()
        told, code = _outcome(read)
        with os.fdopen(send, "wb") as pipe:
            pipe.write(told)
    except MemoryError:
        code = _TOO_MUCH
    finally:
        os._exit(code)


def _outcome(read: Callable[[], Document]) -> tuple[bytes, int]:
    try:
        return pickle.dumps(read(), pickle.HIGHEST_PROTOCOL), 0
    except UnreadableFile as error:
        return str(error).encode(), _REFUSED
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # told to the parent, which raises it
        return traceback.format_exc().encode(), _FAILED


def _bound() -> None:
    import resource

    try:
        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + limits.CHILD_BYTES,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        pass  # a system that does not tell or bound memory: time is bounded all the same
    with suppress(OSError, ValueError):  # where the system's own bound is lower, that one holds
        resource.setrlimit(resource.RLIMIT_CPU, (limits.CHILD_SECONDS,) * 2)
