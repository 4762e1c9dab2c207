"""`python -m benchmarks.trust_curve [POLICIES...]`: what a trust's run costs as its schools grow in number.

Each policy is a page of text, and all are different: what grows is the number of schools. Told for each
number: the work of all processors, cold and with one changed file, and the most memory of a process.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import yaml

from benchmarks.timing import Cost, cost_of

POLICIES = (100, 1_000, 24_000)  # the last: about every school of England
_HEADINGS = (
    "Aims", "Roles and responsibilities", "Filtering and monitoring", "Mobile phones", "Reporting a concern",
    "Training", "Review",
)  # fmt: skip
_WHO = ("The DSL", "The headteacher", "Each teacher", "Our technician", "The governors", "Parents", "Pupils")
_DOES = (
    "looks at the alerts", "checks the filter", "reports a worry about a child", "reads this policy",
    "keeps phones away", "is trained in online safety", "signs the agreement",
)  # fmt: skip
_WHEN = (
    "every day", "each week", "every term", "once a year", "at once", "at induction", "when it is asked for",
)  # fmt: skip


def main() -> None:
    counts = [int(given) for given in sys.argv[1:]] or POLICIES
    print("A trust of one-page policies, two processes")
    print(
        f"  {'policies':>10}{'cold, s of work':>18}{'ms a policy':>13}{'warm, s of work':>17}{'most MB':>10}"
    )
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            manifest = trust_of(Path(name), count)
            cold = _run(manifest)
            (manifest.parent / "policy-00000.md").write_text(_policy(count), encoding="utf-8")
            warm = _run(manifest)
        each, most = 1000 * cold.worked / count, max(cold.megabytes, warm.megabytes)
        print(f"  {count:>10,}{cold.worked:>18.1f}{each:>13.1f}{warm.worked:>17.1f}{most:>10.0f}", flush=True)


def trust_of(folder: Path, count: int) -> Path:
    """A manifest of so many schools, each with its own page of text."""
    schools = []
    for number in range(count):
        file = folder / f"policy-{number:05}.md"
        file.write_text(_policy(number), encoding="utf-8")
        schools.append({"name": f"Benchmark{number} School", "policies": file.name})
    manifest = folder / "trust.yaml"
    manifest.write_text(yaml.safe_dump({"trust": "Benchmark Trust", "schools": schools}), encoding="utf-8")
    return manifest


def _policy(number: int) -> str:
    chance = random.Random(number)
    parts = [f"# Online safety policy of Benchmark{number} School\n"]
    for heading in _HEADINGS:
        said = " ".join(_sentence(chance) for _ in range(5))
        parts.append(f"## {heading}\n\n{said}\n")
    return "\n".join(parts)


def _sentence(chance: random.Random) -> str:
    told = f"{chance.choice(_WHO)} {chance.choice(_DOES)} {chance.choice(_WHEN)}"
    return f"{told}, by note {chance.randrange(10**6)}."


def _run(manifest: Path) -> Cost:
    command = [sys.executable, "-m", "policy_kit", "trust", "status", str(manifest), "--jobs", "2"]
    return cost_of([*command, "--on", "2026-11-21"])


if __name__ == "__main__":
    main()
