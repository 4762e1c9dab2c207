"""`python -m benchmarks.trust [POLICIES]`: a trust's run, the search for copies, and the register of schools.

Each is told beside what it is measured against, in one run. The search for copies stands beside datasketch,
which is only needed here (`pip install '.[bench]'`); without it that line is left out.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from benchmarks.trust_inputs import register, sections, trust_of
from policy_kit.trust.across.sketches import Groups, marks_of, runs_of, sketch_of, words_of

POLICIES = 200
ROUNDS = 3
SECTIONS = 25_000
ROWS = 52_000
_MB = 1_000_000


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else POLICIES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _register(folder / "gias")
        _copies()
        _runs(folder, count)


_GATHER = """
import resource, sys, time
from pathlib import Path
from policy_kit.trust import schools_of_register
start = time.perf_counter()
draft = schools_of_register(Path(sys.argv[1]), "7001")
taken = time.perf_counter() - start
print(len(draft.schools), taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
_READ = """
import csv, sys, time
start = time.perf_counter()
rows = sum(1 for _ in csv.reader(open(sys.argv[1], encoding="latin-1", newline="")))
print(rows, time.perf_counter() - start, 0)
"""
_PEAK = """
import multiprocessing, resource, sys
from datetime import date
from pathlib import Path
from policy_kit.trust import Store, audit_trust, load_trust
with Store(None) as store:
    audit_trust(load_trust(Path(sys.argv[1])), date(2026, 11, 21), store, jobs=2)
for child in multiprocessing.active_children():
    child.join()
print(0, 0, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _register(folder: Path) -> None:
    """A trust of 40 schools out of 52,000 rows, in a process of its own."""
    size = register(folder, ROWS, members=40)
    file = next(folder.glob("edubasealldata*"))
    print(f"The register of schools: {ROWS:,} rows, {size / _MB:.0f} MB")
    for what, program, path in (("a trust's 40 schools", _GATHER, folder), ("csv.reader alone", _READ, file)):
        runs = [_told(program, path) for _ in range(ROUNDS)]
        taken, memory = sorted(r[1] for r in runs)[ROUNDS // 2], max(r[2] for r in runs)
        print(f"  {what:<44}{taken:9.2f} s" + (f"{memory / 1000:9.0f} MB at most" if memory else ""))


def _told(code: str, path: Path) -> tuple[float, float, float]:
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    count, taken, memory = done.stdout.split()
    return float(count), float(taken), float(memory)


def _copies() -> None:
    """The search for sections that stand alike, over sections of which a third are copies with edits."""
    texts, truth = sections(SECTIONS)
    print(f"Sections that stand alike: {SECTIONS:,} sections, {sum(map(len, texts)) / _MB:.0f} MB of text")
    found: dict[str, tuple[float, float, float]] = {}
    methods: dict[str, Callable[[list[str]], list[tuple[int, ...]]]] = {"sketches": _by_sketches}
    try:
        import datasketch  # noqa: F401
    except ImportError:
        print("  datasketch is not installed: pip install '.[bench]' to compare with it")
    else:
        methods["datasketch MinHash (64) and LSH"] = _by_datasketch
    for name, method in methods.items():
        start = time.perf_counter()
        groups = method(texts)
        found[name] = time.perf_counter() - start, *_right(groups, truth)
    first = next(iter(found.values()))[0]
    for name, (taken, recall, wrong) in found.items():
        print(f"  {name:<44}{taken:9.2f} s {taken / first:6.2f} x")
        print(f"    copies found {recall:.3f}, wrongly joined {wrong:.4f}")


def _by_sketches(texts: list[str]) -> list[tuple[int, ...]]:
    groups: Groups[int] = Groups()
    for number, text in enumerate(texts):
        groups.add(number, sketch_of(runs_of(marks_of(text))))
    return list(groups.several())


def _by_datasketch(texts: list[str]) -> list[tuple[int, ...]]:
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=0.6, num_perm=64)
    groups: dict[int, list[int]] = {}
    for number, text in enumerate(texts):
        words = words_of(text)
        mark = MinHash(num_perm=64)
        runs = zip(words, words[1:], words[2:], strict=False)
        mark.update_batch([" ".join(run).encode() for run in runs])
        near = lsh.query(mark)
        if near:
            groups[near[0]].append(number)
        else:
            lsh.insert(number, mark)
            groups[number] = [number]
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _right(groups: list[tuple[int, ...]], truth: list[int]) -> tuple[float, float]:
    """The share of copies that stand with their original, and of joined sections that belong elsewhere."""
    right = wrong = 0
    for group in groups:
        own = max({truth[n] for n in group}, key=[truth[n] for n in group].count)
        right += sum(truth[n] == own for n in group) - 1
        wrong += sum(truth[n] != own for n in group)
    copies = len(truth) - len(set(truth))
    return right / copies, wrong / max(right + wrong, 1)


def _runs(folder: Path, count: int) -> None:
    """A cold run with one process and with two, a warm one, and pandoc turning the same files into text.

    The work is what the processors did, all processes together; on a busy machine it tells more than the
    clock does.
    """
    manifest = trust_of(folder / "trust", count)
    ten = trust_of(folder / "ten", 10)
    print(f"A trust of {count:,} policies of about 30 pages, Word files, all different")
    taken: dict[str, list[tuple[float, float]]] = {}
    for _ in range(ROUNDS):
        for jobs in (1, 2):
            with _timed(taken, f"all read, {jobs} process{'es' if jobs > 1 else ''}"):
                _status(manifest, folder / f"memory-{jobs}.sqlite", jobs, fresh=True)
        first = yaml.safe_load(manifest.read_text(encoding="utf-8"))["schools"][0]["policies"]
        shutil.copy(next(ten.parent.glob("*.docx")), manifest.parent / first)
        with _timed(taken, "one changed, the rest remembered"):
            _status(manifest, folder / "memory-2.sqlite", 2, fresh=False)
        if shutil.which("pandoc"):
            few = sorted(manifest.parent.glob("*.docx"))[:10]
            with _timed(taken, "pandoc to text, one by one (of 10)", count / len(few)):
                for path in few:
                    subprocess.run(["pandoc", "-t", "plain", "-o", "/dev/null", path], check=True)
    medians = {name: sorted(times)[len(times) // 2] for name, times in taken.items()}
    base, _ = medians["all read, 1 process"]
    for name, (seconds, worked) in medians.items():
        print(f"  {name:<44}{seconds:9.2f} s {base / seconds:8.2f} x as fast; {worked:8.2f} s of work")
    for what, path in (("10", ten), (f"{count:,}", manifest)):
        print(f"  most memory of a worker, {what + ' policies':<24}{_peak(path):14.0f} MB")


@contextmanager
def _timed(taken: dict[str, list[tuple[float, float]]], name: str, scale: float = 1.0) -> Iterator[None]:
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    yield
    worked = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    taken.setdefault(name, []).append(((time.perf_counter() - start) * scale, worked * scale))


def _status(manifest: Path, memory: Path, jobs: int, *, fresh: bool) -> None:
    if fresh:
        memory.unlink(missing_ok=True)
    command = [
        sys.executable, "-m", "policy_kit", "trust", "status", str(manifest), "--jobs", str(jobs),
        "--cache", str(memory), "--on", "2026-11-21",
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True)


def _peak(manifest: Path) -> float:
    """The most memory that a worker process used, as the operating system has it."""
    return _told(_PEAK, manifest)[2] / 1000


if __name__ == "__main__":
    main()
