"""Audits each document of the corpus in its layout and counts what agrees with its labels."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from policy_kit.audit import AuditOptions, audit_file, facts_for
from tests.evaluate.labels import Labelled, corpus
from tests.evaluate.layouts import built
from tests.evaluate.scoring import Scores

DAY = date(2026, 11, 21)


def measured(documents: Iterable[Labelled]) -> Scores:
    """The scores of some documents, each audited on the same day with no profile."""
    options = AuditOptions()
    facts = facts_for(DAY, options)
    scores = Scores()
    with TemporaryDirectory() as folder:
        for labels in documents:
            name, data = built(labels.text, labels.layout)
            path = Path(folder) / name
            path.write_bytes(data)
            audit, _ = audit_file(path, facts, options)
            scores.add(labels, audit)
    return scores


def figures(scores: Scores) -> dict[str, float | int]:
    """The figures of the table, as they are written down."""
    out: dict[str, float | int] = {
        "documents": scores.documents,
        "told apart from other documents": round(scores.kind_accuracy, 4),
        "headings to sections": round(scores.heading_accuracy, 4),
        "section status": round(scores.status_agreement, 4),
    }
    for name, family in scores.families.items():
        out[f"{name}, precision"] = round(family.precision, 4)
        out[f"{name}, recall"] = round(family.recall, 4)
        out[f"{name}, F1"] = round(family.f1, 4)
    return out


def measured_parts(parts: Iterable[str]) -> Scores:
    """The scores of parts of the corpus."""
    return measured(corpus(parts))
