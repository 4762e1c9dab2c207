"""Old Word (.doc) and Rich Text (.rtf) files: LibreOffice, where installed, turns them into .docx first.

It runs on its own, without macros, with a profile of its own and for a limited time; the file is copied
to a temporary folder first, so that nothing is written beside it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess  # nosec: LibreOffice is started by its full path, with arguments of our own
import tempfile
from dataclasses import replace
from pathlib import Path

from policy_kit.digests import sha256
from policy_kit.errors import UnreadableFile
from policy_kit.model import Document

_SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice")
_ELSEWHERE = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
)
_NO_MACROS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"
 oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_SAVE = "open it in Word and save it as a Word Document (.docx)"


def read_legacy(path: Path, data: bytes) -> Document:
    """Read a .doc or .rtf file by way of LibreOffice.

    Raises UnreadableFile, in one line with the mend, if LibreOffice is not installed, cannot read the
    file, or takes longer than it should.
    """
    from policy_kit.sources.docx import read_docx

    kind = "rtf" if data.lstrip()[:5] == b"{\\rtf" else "doc"
    program = find_libreoffice()
    if program is None:
        name = "a Rich Text (.rtf)" if kind == "rtf" else "an old Word 97-2003 (.doc)"
        raise UnreadableFile(
            f"{path}: is {name} file, which is read only where LibreOffice is installed; {_SAVE}"
        )
    document = read_docx(path, _converted(program, path, data, kind))
    return replace(document, format=kind, sha256=sha256(data).hexdigest())


def find_libreoffice() -> str | None:
    """The full path of LibreOffice's program, None if it is not installed."""
    for name in _PROGRAMS:
        if found := shutil.which(name):
            return found
    return next((str(place) for place in _ELSEWHERE if place.is_file()), None)


def _converted(program: str, path: Path, data: bytes, kind: str) -> bytes:
    """The file as .docx."""
    with tempfile.TemporaryDirectory(prefix="policy-kit-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_NO_MACROS, encoding="utf-8")
        source = folder / f"policy.{kind}"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(folder),
            str(source),
        ]
        _run(command, path, folder)
        try:
            return (folder / "policy.docx").read_bytes()
        except OSError as error:
            raise UnreadableFile(
                f"{path}: LibreOffice could not read it; the file may be damaged; {_SAVE}"
            ) from error


def _run(command: list[str], path: Path, folder: Path) -> None:
    environment = {**os.environ, "HOME": str(folder)}
    try:
        process = subprocess.Popen(  # noqa: S603
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise UnreadableFile(
            f"{path}: LibreOffice could not be started ({error.strerror}); {_SAVE}"
        ) from error
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(
            f"{path}: LibreOffice did not finish with it in {_SECONDS} seconds; {_SAVE}"
        ) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and what it started: soffice is a script around the real program."""
    if process.poll() is None:
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait()
