"""Tells the measured figures: in the terminal, and as the table of the README."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.evaluate.scoring import FAMILIES, Scores

ROOT = Path(__file__).resolve().parents[2]
RESULTS = Path(__file__).with_name("results.json")
README = ROOT / "README.md"
BEGIN = "<!-- figures: written by `make evaluate` -->"
END = "<!-- end of the figures -->"
BARS = {"headings to sections": 0.97, "section status": 0.93} | {
    f"{name}, F1": 0.97 for name in ("stale references", "duplicates", "dates", "placeholders")
}
_STATUSES = ("present", "thin", "missing", "not-applicable")

Figures = Mapping[str, float | int]


def told(title: str, scores: Scores) -> Iterator[str]:
    """The scores of one part, line by line."""
    yield f"{title}: {scores.documents} documents"
    yield f"  told apart from other documents  {_share(scores.kind_accuracy)}"
    yield f"  headings to sections             {_share(scores.heading_accuracy)} of {scores.headings}"
    near = scores.headings_near / scores.headings if scores.headings else 1.0
    yield f"    or to one section of several   {_share(near)}"
    asked = sum(scores.status.values())
    yield f"  section status                   {_share(scores.status_agreement)} of {asked}"
    yield f"    {'the reader says':<18}" + "".join(f"{'told ' + s:>20}" for s in _STATUSES)
    for reader in _STATUSES:
        counts = "".join(f"{scores.status[reader, tool]:>20}" for tool in _STATUSES)
        yield f"    {reader:<18}{counts}"
    yield f"  {'':<22}{'precision':>10}{'recall':>10}{'F1':>10}{'labelled':>10}{'told':>10}"
    for name, family in scores.families.items():
        shares = "".join(f"{_share(n):>10}" for n in (family.precision, family.recall, family.f1))
        yield f"  {name:<22}{shares}{family.labelled:>10}{family.told:>10}"


def details(scores: Scores) -> Iterator[str]:
    """Every disagreement, one a line."""
    yield from scores.disagreements
    for name, family in scores.families.items():
        yield from (f"[{name}] {line}" for line in family.disagreements)


def _share(share: float) -> str:
    return f"{share * 100:.1f} %"


def table(parts: Mapping[str, Figures]) -> str:
    """The README's table: a row a figure, a column a part."""
    titles = {"tune": "tuned on", "measure": "only measured"}
    shown = [part for part in titles if parts.get(part, {}).get("documents")]
    rows = [
        "| | " + " | ".join(f"{titles[p]} ({parts[p]['documents']} documents)" for p in shown) + " |",
        "|---|" + "---|" * len(shown),
    ]
    for name in ("told apart from other documents", "headings to sections", "section status"):
        cells = [_share(parts[p][name]) for p in shown]
        rows += [f"| {name} | " + " | ".join(cells) + " |"]
    for name in FAMILIES:
        cells = [
            " / ".join(_share(parts[p][f"{name}, {figure}"]) for figure in ("precision", "recall", "F1"))
            for p in shown
        ]
        rows += [f"| {name}: precision / recall / F1 | " + " | ".join(cells) + " |"]
    return "\n".join(rows)


def load_results() -> dict[str, dict[str, float | int]]:
    """The figures as last written down."""
    held: dict[str, dict[str, float | int]] = json.loads(RESULTS.read_text(encoding="utf-8"))
    return held


def write_results(parts: Mapping[str, Figures]) -> None:
    """Write the figures down, and the README's table from them."""
    RESULTS.write_text(json.dumps(parts, indent=1) + "\n", encoding="utf-8")
    README.write_text(with_table(README.read_text(encoding="utf-8"), table(parts)), encoding="utf-8")


def with_table(readme: str, made: str) -> str:
    """The README with what stands between the marks replaced. Raises ValueError without the marks."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError("README.md has lost the marks between which the figures stand")
    return f"{before}{BEGIN}\n\n{made}\n\n{END}{after}"


def table_in(readme: str) -> str:
    """The table as the README has it."""
    return readme.partition(BEGIN)[2].partition(END)[0].strip()
