"""Renews a policy: this year's template for this year's profile, with the school's edits of last year."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policy_kit.audit import AuditOptions, audit_policy
from policy_kit.compare.redline import Operation, Redlined, WordText, read_word, redline
from policy_kit.errors import PolicyKitError, UnreadableFile
from policy_kit.generate import find_template, generate_policy
from policy_kit.generate.package import pack, unpack
from policy_kit.generate.provenance import with_record_of
from policy_kit.guidance import load_register
from policy_kit.profile.fields import profile_fields
from policy_kit.quick import dataclass
from policy_kit.renew.accepted import accepted
from policy_kit.renew.changed_facts import changed_facts
from policy_kit.renew.entries import Entry, entries
from policy_kit.renew.listing import contents_operations
from policy_kit.renew.margins import margin_operations
from policy_kit.renew.marking import plan
from policy_kit.renew.merge_chapters import merge
from policy_kit.renew.model import Chapter, Fact, Merged
from policy_kit.renew.reasons import reasons
from policy_kit.renew.record import Record, read_record
from policy_kit.renew.references import renumbered
from policy_kit.renew.remarks import AUTHOR
from policy_kit.renew.retyped import with_retyped_headings
from policy_kit.renew.units import from_record, from_word
from policy_kit.sources import FORMATS, read
from policy_kit.standard import load_standard

if TYPE_CHECKING:
    from policy_kit.findings import AuditResult
    from policy_kit.profile import Profile


class NoBase(PolicyKitError):
    """A policy that does not carry the text it was generated as, and no such text was given."""


@dataclass(frozen=True)
class Renewal:
    """A renewal and what came of it.

    file: the Word file with tracked changes and comments; base: where last year's text was found; since: the
    day of it, None if not known; marked: changes that were tracked in the school's file already, and count as
    accepted; by_hand: what could not be carried over; audit: of the file with all changes accepted.
    """

    file: bytes
    entries: tuple[Entry, ...]
    base: str
    since: date | None
    on: date
    marked: int
    by_hand: tuple[str, ...]
    audit: AuditResult

    @property
    def conflicts(self) -> tuple[Entry, ...]:
        """What a person has to decide."""
        return tuple(entry for entry in self.entries if entry.kind == "conflict")


@dataclass(frozen=True, slots=True)
class _Base:
    """Last year's text as the template gave it, with what its record says."""

    chapters: tuple[Chapter, ...]
    told: str
    fields: Mapping[str, Any] | None = None
    since: date | None = None


def renew_policy(
    edited: Path,
    profile: Profile,
    template: str | Path = "online-safety",
    *,
    on: date,
    base: Path | None = None,
) -> Renewal:
    """Merge this year's template for a profile into last year's policy as the school edited it.

    edited: a Word file; base: the file as it was before the edits, if the file does not carry it itself.
    Raises NoBase if neither is there, UnreadableFile or TemplateFault for what cannot be used.
    """
    mine, record = _word_file(edited)
    found = _base_of(edited, record, base)
    new = generate_policy(profile, template, on=on)
    theirs = read_word(new, "this year's template")
    facts = changed_facts(found.fields, profile.fields) if found.fields else ()
    edits = with_retyped_headings(from_word(mine), found.chapters)
    merged = merge(found.chapters, edits, from_word(theirs), facts)
    standard = load_standard(find_template(template).standard)
    reason = reasons(load_register(), standard, facts, found.since or on, on)
    redlined = _marked(mine, theirs, merged, facts, reason, on)
    numbered = renumbered(redlined.data, new, AUTHOR, on)
    lost = (f"“{words}” leads to a section that is not there: mend the reference" for words in numbered.lost)
    return Renewal(
        file=_with_new_record(numbered.data, new),
        entries=entries(merged, reason),
        base=found.told,
        since=found.since,
        on=on,
        marked=redlined.accepted,
        by_hand=(*redlined.told, *lost),
        audit=_audited(numbered.data, edited, profile, standard.id, on),
    )


def _word_file(path: Path, fault: type[PolicyKitError] = NoBase) -> tuple[WordText, Record | None]:
    """Open a Word file for the merge, with the record it carries; any other format is a fault."""
    document = read(path)  # says what is wrong with a file that cannot be read
    if document.format != "docx":
        form = FORMATS[document.format][0]
        raise fault(f"{path}: this is a {form} file; renew needs the Word file (.docx) that was made here")
    return read_word(path.read_bytes(), str(path)), read_record(document.provenance)


def _base_of(edited: Path, record: Record | None, base: Path | None) -> _Base:
    if base is not None:
        word, last_year = _word_file(base, UnreadableFile)
        if last_year is None:
            return _Base(from_word(word), str(base))
        return replace(_from_record(last_year), chapters=from_word(word), told=str(base))
    if record is None:
        raise NoBase(
            f"{edited}: this file does not carry the text it was generated as (Google Docs drops it, and a "
            "policy from elsewhere never had it); give the file as it was before your edits with --base FILE"
        )
    return _from_record(record)


def _from_record(record: Record) -> _Base:
    return _Base(from_record(record.blocks), "the record in the file", record.fields, record.on)


def _label(field: str) -> str:
    known = profile_fields().get(field)
    return known.title if known else field


def _marked(
    mine: WordText, theirs: WordText, merged: Merged, facts: Sequence[Fact], reason: Any, on: date
) -> Redlined:
    """The school's file with the merge as tracked changes, the contents list last, when the rest is known."""
    operations: list[Operation] = [
        *plan(merged, mine, theirs, reason, _label),
        *margin_operations(mine, theirs, facts),
    ]
    first = redline(mine.data, operations, author=AUTHOR, date=on, label=mine.label)
    listed = contents_operations(mine, accepted(first.data, mine.label), mine.label)
    if not listed:
        return first
    return redline(mine.data, [*operations, *listed], author=AUTHOR, date=on, label=mine.label)


def _with_new_record(file: bytes, new: bytes) -> bytes:
    """The renewal with this year's record in it, so that next year's has its base."""
    return pack(with_record_of(unpack(file, "renewal"), unpack(new, "this year's template")))


def _audited(file: bytes, edited: Path, profile: Profile, standard: str, on: date) -> AuditResult:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / edited.name
        path.write_bytes(accepted(file, edited.name))
        return audit_policy(path, on, AuditOptions(standard=standard, profile=profile))
