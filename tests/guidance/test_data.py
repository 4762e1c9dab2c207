"""The register's data: complete, consistent, sourced, and in step with the file that audits read."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policy_kit.guidance import GuidanceDocument, load_register
from policy_kit.guidance.build import COMPILED, compile_register, faults, gather
from policy_kit.guidance.build import DATA as SOURCES
from policy_kit.guidance.dates import first_day
from policy_kit.guidance.model import NATIONS

REGISTER = load_register()
DATA = gather()
DOCUMENTS = [pytest.param(document, id=document.id) for document in REGISTER.documents]
NOT_FOR_USERS = re.compile(r"third-party file|asset_stamp")


def test_the_data_fits_its_schema() -> None:
    assert faults(DATA) == []


def test_a_fault_in_the_data_is_told_by_id_and_label() -> None:
    data: dict[str, Any] = json.loads(json.dumps(DATA))
    document = next(d for d in data["documents"] if d["id"] == "kcsie")
    document["editions"][0]["published"] = "April 2014"
    assert [f.split(":")[0] for f in faults(data)] == ["documents > kcsie > editions > 2014 > published"]


def test_the_compiled_file_is_in_step() -> None:
    assert COMPILED.read_text(encoding="utf-8") == compile_register(), (
        "run python -m policy_kit.guidance.build"
    )


def test_what_patterns_share_is_written_once_and_a_name_nobody_knows_is_told(tmp_path: Path) -> None:
    assert not any("<dated>" in pattern for d in DATA["documents"] for pattern in d["cites"])
    shutil.copytree(SOURCES, tmp_path / "data")
    conduct = tmp_path / "data" / "documents" / "conduct.yaml"
    conduct.write_text(conduct.read_text(encoding="utf-8").replace("<dated>", "<datde>"), encoding="utf-8")
    with pytest.raises(ValueError, match="force<datde>: no pattern is named <datde>"):
        compile_register(tmp_path / "data")


def test_nothing_of_the_research_was_lost() -> None:
    assert len(REGISTER.documents) >= 72
    assert sum(len(d.editions) for d in REGISTER.documents) >= 191
    assert len(REGISTER.organisations) == 53
    assert len(REGISTER.terms) >= 35
    assert len(REGISTER.calendar) == 25
    assert len(REGISTER.unsure) == 12


def test_ids_and_labels_are_unique() -> None:
    ids = [e.id for e in (*REGISTER.documents, *REGISTER.organisations, *REGISTER.terms)]
    documents = [d.id for d in REGISTER.documents]
    assert len(documents) == len(set(documents))
    assert len(set(ids)) >= len(ids) - 1  # a board that closed is a body, and was a term
    for document in REGISTER.documents:
        labels = [e.label for e in document.editions]
        assert len(labels) == len(set(labels)), document.id


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_successor_exists(document: GuidanceDocument) -> None:
    for edition in document.editions:
        assert not edition.superseded_by or document.edition(edition.superseded_by), edition.label
    assert not document.replaced_by or REGISTER.document(document.replaced_by)
    for wording in document.old_wording:
        for label in filter(None, (wording.edition, wording.before)):
            assert document.edition(label), label


@pytest.mark.parametrize("document", DOCUMENTS)
def test_successors_never_go_back_or_round(document: GuidanceDocument) -> None:
    for edition in document.editions:
        seen, step = {edition.label}, document.edition(edition.superseded_by)
        while step:
            assert step.label not in seen
            seen.add(step.label)
            step = document.edition(step.superseded_by)
        successor = document.edition(edition.superseded_by)
        if successor and successor.starts and edition.starts:
            assert edition.starts <= successor.starts


@pytest.mark.parametrize("document", DOCUMENTS)
def test_one_edition_at_most_is_in_force(document: GuidanceDocument) -> None:
    days = {d for e in document.line for d in (e.starts, document.ends(e)) if d}
    for day in days:
        held = [
            e.label
            for e in document.line
            if e.starts and e.starts <= day and ((ends := document.ends(e)) is None or day < ends)
        ]
        assert len(held) <= 1, (day, held)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_entry_has_a_source_or_says_that_it_is_from_memory(document: GuidanceDocument) -> None:
    for edition in document.editions:
        assert edition.source or edition.verified == "memory", edition.label
    assert document.source or document.verified == "memory" or any(e.source for e in document.editions)


def test_bodies_terms_and_calendar_have_a_source_or_say_that_they_are_from_memory() -> None:
    for entry in (*REGISTER.organisations, *REGISTER.terms, *REGISTER.calendar):
        assert entry.source or entry.verified == "memory", entry


def test_every_date_is_one() -> None:
    given = [
        d
        for document in REGISTER.documents
        for e in document.editions
        for d in (e.published, e.in_force_from, e.follow_from, e.withdrawn, document.withdrawn)
        if d
    ]
    given += [r.starts for o in REGISTER.organisations for r in o.retired if r.starts]
    given += [t.starts for t in REGISTER.terms if t.starts]
    assert all(date(1980, 1, 1) < first_day(d) < date(2030, 1, 1) for d in given)


def test_nations_are_named_in_full() -> None:
    for document in REGISTER.documents:
        assert set(document.nations) <= set(NATIONS), document.id


def texts_for_users() -> Iterator[str]:
    """Everything of the register that a report or a command may show."""
    for document in REGISTER.documents:
        yield from (document.title, document.note, document.instead, document.status_note, document.url)
        for edition in document.editions:
            yield from (edition.label, edition.title, edition.changes, edition.note, edition.caution)
        for report in document.reported:
            yield from (report.fact, report.note)
        yield from (w.means for w in document.old_wording)
    for organisation in REGISTER.organisations:
        yield from (organisation.name, organisation.now, organisation.note, organisation.url)
        for retired in organisation.retired:
            yield from (retired.what, retired.use)
    for term in REGISTER.terms:
        yield from (term.current, term.why, term.since, term.note, term.keep_if)
    for entry in REGISTER.calendar:
        yield from (entry.item, entry.frequency, entry.basis, entry.note)
    yield from REGISTER.unsure


def test_research_references_are_never_shown() -> None:
    assert [text for text in texts_for_users() if NOT_FOR_USERS.search(text)] == []


def test_no_real_school_is_named() -> None:
    compiled = COMPILED.read_text(encoding="utf-8")
    assert re.findall(r"https?://[^\"\s]*\.sch\.uk", compiled) == []
