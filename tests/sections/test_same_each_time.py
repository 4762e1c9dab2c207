"""A heading as like two sections names the same one in every process, whatever order its words hash in."""

from __future__ import annotations

import os
import subprocess
import sys

_ASK = """
from policy_kit.sections.compiled import heading_index_of
from policy_kit.sections.headings import match_heading
from policy_kit.standard import load_standard
index = heading_index_of(load_standard())
words = sorted(index.weight)
pairs = [f"{one} {other}" for one in words[::9] for other in words[4::11]]
print([[m.section for m in match_heading(text, index)] for text in pairs])
"""


def _asked(seed: str) -> str:
    command = [sys.executable, "-c", _ASK]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_headings_are_matched_in_the_same_order_by_every_process() -> None:
    first = _asked("1")
    assert "-" in first
    assert first == _asked("2")
