"""Makes PDFs of Word files through LibreOffice, where it is installed: tagged, with bookmarks.

Each run has a LibreOffice profile of its own, so that a LibreOffice the user has open is not disturbed, and a
time limit.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from policy_kit.errors import OutputFault

SECONDS_TO_START = 60
SECONDS_EACH = 60
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_OPTIONS = ("UseTaggedPDF", "ExportBookmarks", "DisplayPDFDocumentTitle")


def libreoffice() -> str | None:
    """The LibreOffice program of this machine, or None if there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def word_to_pdf(files: Sequence[bytes]) -> tuple[bytes, ...]:
    """Return a PDF of each Word file, in order.

    Raises OutputFault if LibreOffice is not installed, fails or takes too long.
    """
    program = libreoffice()
    if program is None:
        raise OutputFault(
            "making a PDF needs LibreOffice, which was not found here; install it from libreoffice.org, "
            "or open the Word file and save it as PDF"
        )
    with tempfile.TemporaryDirectory(prefix="policy-kit-") as folder:
        return _convert(program, files, Path(folder))


def _convert(program: str, files: Sequence[bytes], folder: Path) -> tuple[bytes, ...]:
    inputs = [folder / f"{number}.docx" for number in range(len(files))]
    for path, content in zip(inputs, files, strict=True):
        path.write_bytes(content)
    options = json.dumps({name: {"type": "boolean", "value": "true"} for name in _OPTIONS})
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--norestore", "--nolockcheck", "--nodefault",
        "--convert-to", f"pdf:writer_pdf_Export:{options}",
        "--outdir", str(folder),
        *map(str, inputs),
    ]  # fmt: skip
    _run(command, SECONDS_TO_START + SECONDS_EACH * len(inputs))
    return tuple(_result(path.with_suffix(".pdf")) for path in inputs)


def _run(command: list[str], limit: int) -> None:
    """Run LibreOffice and wait; in a group of its own, so that the limit ends its child process as well."""
    try:
        with subprocess.Popen(  # noqa: S603  # the program was found by name and every path is our own
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:  # fmt: skip
            try:
                process.wait(limit)
            except subprocess.TimeoutExpired:
                _end(process)
                raise OutputFault(
                    f"LibreOffice took more than {limit} seconds and was stopped; try again"
                ) from None
    except OSError as error:
        raise OutputFault(
            f"LibreOffice could not be started ({error}); open it once by hand, then try again"
        ) from error


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _result(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputFault("LibreOffice made no PDF; open the Word file and save it as PDF instead") from error
