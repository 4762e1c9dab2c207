"""A policy arrives by e-mail from anyone: what harms costs one line, status 2, and little memory and time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.commands import DAY, policy_kit
from tests.sources.hostile import HEAVY, SMALL

_MOST_MEGABYTES, _MOST_SECONDS = 500, 10
# Runs a command and tells what it took: itself or the child that took most memory, and all their time.
_MEASURED = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "policy_kit", *sys.argv[1:]], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stderr.write(done.stderr)
a_megabyte = 1024 ** 2 if sys.platform == "darwin" else 1024
print(done.returncode, used.ru_maxrss // a_megabyte, used.ru_utime + used.ru_stime)
"""


def test_each_of_many_costs_one_line(tmp_path: Path) -> None:
    files = [tmp_path / name for name in SMALL]
    for path in files:
        path.write_bytes(SMALL[path.name]())
    pipe = tmp_path / "pipe.docx"
    os.mkfifo(pipe)
    done = policy_kit("audit", *files, pipe, "--quiet", "--on", DAY, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == len(files) + 1, done.stderr
    for path, line in zip([*files, pipe], lines, strict=True):
        shown = str(path).replace("\n", "\\n").replace("\u202e", "\\u202e")
        assert line.startswith(f"policy-kit: {shown}: "), line
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*SMALL, "pipe.docx"])


@pytest.mark.parametrize("name", HEAVY)
def test_what_would_fill_memory_or_the_day_is_refused_in_time(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HEAVY[name]())
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, "audit", str(path), "--on", DAY],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    status, megabytes, seconds = done.stdout.split()
    assert int(status) == 2, done.stdout + done.stderr
    assert done.stderr.startswith(f"policy-kit: {path}: ")
    assert done.stderr.count("\n") == 1
    assert int(megabytes) < _MOST_MEGABYTES
    assert float(seconds) < _MOST_SECONDS
    assert [p.name for p in tmp_path.iterdir()] == [name]
