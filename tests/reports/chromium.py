"""Runs a page in a real browser without a screen, and gives back what the page became."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def page_after(page: str, script: str, *, width: int = 1280, dark: bool = False, guarded: bool = True) -> str:
    """The page as the browser has it after running `script` in it.

    guarded: whether the page's own security policy stands; a script added to the page runs only without.
    """
    assert PROGRAM is not None
    if not guarded:
        page = _POLICY.sub("", page)
    if script:
        page = page.replace("</body>", f"<script>{script}</script></body>")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        file.write_text(page, encoding="utf-8")
        scheme = ["--blink-settings=preferredColorScheme=0"] if dark else []
        done = subprocess.run(
            [
                PROGRAM, *_QUIET, *scheme, f"--user-data-dir={folder}/profile", f"--window-size={width},900",
                "--virtual-time-budget=20000", "--dump-dom", file.as_uri(),
            ],
            capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
    return done.stdout
