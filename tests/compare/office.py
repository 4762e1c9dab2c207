"""Lets LibreOffice accept or reject all changes of Word files, and says what their paragraphs are then.

Run by the Python that LibreOffice brings with it, which knows its API; one start for all files.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

PYTHON = next((p for p in ("/usr/bin/python3", shutil.which("python3") or "") if p and Path(p).exists()), "")
_SCRIPT = Path(__file__).with_name("office_script.py")


def is_there() -> bool:
    """Whether LibreOffice and a Python that can speak to it are installed."""
    if not (shutil.which("soffice") and PYTHON):
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


def paragraphs(files: dict[str, tuple[str, bytes]]) -> dict[str, list[list[object]]]:
    """For each name the paragraphs [style, text, in a list] of a file after "accept", "reject" or "open"."""
    with tempfile.TemporaryDirectory() as folder:
        todo = {}
        for name, (what, data) in files.items():
            path = Path(folder, f"{name}.docx")
            path.write_bytes(data)
            todo[name] = [what, str(path)]
        done = subprocess.run(
            [PYTHON, str(_SCRIPT), folder],
            input=json.dumps(todo),
            capture_output=True,
            text=True,
            timeout=240,
            check=True,
        )
    found: dict[str, list[list[object]]] = json.loads(done.stdout)
    return found
