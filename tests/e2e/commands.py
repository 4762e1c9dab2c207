"""Runs the commands as a person types them, in a process of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
REAL = ROOT.parent / "shared" / "examples"
DAY = "2026-11-21"


def policy_kit(
    *arguments: str | Path, cwd: Path | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run `policy-kit` with these arguments; its output as text."""
    return subprocess.run(
        [sys.executable, "-m", "policy_kit", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
