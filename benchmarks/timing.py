"""Times things in turns, so that a noisy machine is noisy for all of them alike."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping


def medians(things: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median time of each, in seconds, over rounds in which each has its turn."""
    taken: dict[str, list[float]] = {name: [] for name in things}
    for thing in things.values():
        thing()
    for _ in range(rounds):
        for name, thing in things.items():
            start = time.perf_counter()
            thing()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def python(*arguments: str) -> Callable[[], object]:
    """A call that runs this Python with the arguments, in a process of its own."""
    command = [sys.executable, *arguments]

    def run() -> object:
        return subprocess.run(command, capture_output=True, check=False)

    return run


def show(title: str, found: Mapping[str, float], against: str) -> None:
    """Print each time in milliseconds and as a ratio to the one it is measured against."""
    print(title)
    for name, seconds in found.items():
        print(f"  {name:<44}{seconds * 1000:9.1f} ms {seconds / found[against]:8.2f} x")
