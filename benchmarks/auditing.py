"""Audits as whole processes, beside pandoc turning the same file into plain text, and how they grow."""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.timing import Cost, cost_of

_DAY = "2026-11-21"


def auditing_beside_pandoc(files: Mapping[str, Path]) -> None:
    """Time and peak memory of both, in turns."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        print("pandoc is not installed, so nothing is measured beside it")
        return
    print("Auditing beside `pandoc -t plain`, whole processes")
    for title, path in files.items():
        ours, theirs = [], []
        cost_of(_audit(path))
        for _ in range(7):
            ours.append(cost_of(_audit(path)))
            theirs.append(cost_of([pandoc, "-t", "plain", str(path)]))
        _show(title, _median(ours), _median(theirs))


def growing(files: Mapping[int, Path]) -> None:
    """Time and peak memory by the number of pages, and each beside the one before."""
    print("How an audit grows with the pages, whole processes")
    before: tuple[int, Cost] | None = None
    for pages, path in files.items():
        cost = _median([cost_of(_audit(path)) for _ in range(3)])
        grown = ""
        if before is not None:
            longer, dearer = pages / before[0], cost.worked / before[1].worked
            grown = f"{longer:6.1f} x the pages, {dearer:5.1f} x the work"
        shown = f"{cost.seconds * 1000:8.0f} ms{cost.worked * 1000:8.0f} ms worked{cost.megabytes:6.0f} MB"
        print(f"  {pages:5} pages{shown}  {grown}")
        before = (pages, cost)


def _audit(path: Path) -> list[str]:
    return [sys.executable, "-m", "policy_kit", "audit", str(path), "--on", _DAY]


def _median(costs: list[Cost]) -> Cost:
    middle = statistics.median
    return Cost(
        middle(cost.seconds for cost in costs),
        middle(cost.worked for cost in costs),
        middle(cost.megabytes for cost in costs),
    )


def _show(title: str, ours: Cost, theirs: Cost) -> None:
    by_clock, by_work = ours.seconds / theirs.seconds, ours.worked / theirs.worked
    memory = ours.megabytes / theirs.megabytes
    print(
        f"  {title:<30}{by_clock:5.2f} x its time ({by_work:.2f} x its work), {memory:.2f} x its memory   "
        f"{ours.seconds * 1000:.0f} / {theirs.seconds * 1000:.0f} ms, "
        f"{ours.megabytes:.0f} / {theirs.megabytes:.0f} MB"
    )
