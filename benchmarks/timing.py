"""Times things in turns, so that a noisy machine is noisy for all of them alike."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


def medians(
    things: Mapping[str, Callable[[], object]], rounds: int, *, settled: bool = False
) -> dict[str, float]:
    """The median work of the processor for each, in seconds, over rounds in which each has its turn.

    That of the processes that it starts counts with it. The clock would tell what others do on the machine.
    settled: each turn is taken twice and the second measured, for what takes so little that clearing up
    the memory of the one before would count.
    """
    taken: dict[str, list[float]] = {name: [] for name in things}
    for thing in things.values():
        thing()
    for _ in range(rounds):
        for name, thing in things.items():
            if settled:
                thing()
            start = _worked()
            thing()
            taken[name].append(_worked() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def _worked() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


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


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds by the clock and of the processor, megabytes of memory at its peak."""

    seconds: float
    worked: float
    megabytes: float


# Run by a small process of its own: a child begins with the memory of the process it was split from.
_MEASURE = """
import os, subprocess, sys, time
start = time.perf_counter()
with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
a_megabyte = 1024**2 if sys.platform == "darwin" else 1024
print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / a_megabyte)
"""


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command and measure it; its output is thrown away.

    A Python that it starts may keep what it compiles of its modules, as an installed one has it, whatever
    this process was told.
    """
    measure = [sys.executable, "-I", "-S", "-c", _MEASURE, *command]
    told = subprocess.run(measure, capture_output=True, text=True, check=True, env=_keeping()).stdout
    return Cost(*map(float, told.split()))


def _keeping() -> dict[str, str]:
    told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept = Path(tempfile.gettempdir()) / "policy-kit-benchmarks"
    return {**told, "PYTHONPYCACHEPREFIX": str(kept)}
