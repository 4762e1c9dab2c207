"""The school's own Word file with a comment at the words of each finding, and nothing else changed."""

from __future__ import annotations

from collections.abc import Iterable

from policy_kit.errors import PolicyKitError
from policy_kit.findings import AuditResult, Finding, PolicyAudit
from policy_kit.model import Confidence, Part
from policy_kit.reports.arranging import not_checked_of, worst_first
from policy_kit.reports.comments.letters import Body, letters_of, read_body
from policy_kit.reports.comments.marks import Mark, put_marks
from policy_kit.reports.comments.package import WordFile
from policy_kit.reports.comments.part import (
    Note,
    is_word_namespace,
    next_number,
    serialised,
    with_notes,
)
from policy_kit.reports.comments.places import Alignment
from policy_kit.reports.phrases import (
    CANNOT_CERTIFY,
    CONFIDENCE_WORDS,
    SEVERITY_WORDS,
    basis,
    capital,
    one_line,
    place,
    sentence,
    verdict,
)


def annotate(original: bytes, audit: PolicyAudit, result: AuditResult | None = None) -> bytes:
    """Return a copy of a Word file with the open findings of its audit as comments.

    original: the very file that was audited; result: the audit that the day and the versions are told from.
    A finding whose words stand where Word takes no comment (a page header, a footnote), or that is about
    something absent, is told in a first comment on the opening words.
    Raises PolicyKitError if the file is no Word file, is damaged, or was not read.
    """
    if audit.policy is None:
        raise PolicyKitError(f"{audit.path}: was not read, so there is nothing to comment on")
    file = WordFile(original, audit.path)
    root = file.xml(file.main)
    word = root.tag[: root.tag.find("}") + 1]
    body = root.find(f"{word}body")
    if not is_word_namespace(word) or body is None:
        raise PolicyKitError(
            f"{audit.path}: its main part holds no Word text; open it in Word and save it again"
        )
    read = read_body(body, word)
    if not read.letters.paragraphs:
        raise PolicyKitError(f"{audit.path}: has no paragraph to put a comment on")
    first = next_number(file, word)
    marks, notes = _marks_and_notes(audit, result, read, first)
    put_marks(marks, read.letters, word)
    day = f"{result.on.isoformat()}T00:00:00Z" if result else ""
    return file.with_parts({**with_notes(file, word, notes, first, day), file.main: serialised(root)})


def _marks_and_notes(
    audit: PolicyAudit, result: AuditResult | None, read: Body, first: int
) -> tuple[list[Mark], list[Note]]:
    """Where each comment goes and what it says; the first is about the whole."""
    placed: list[tuple[Mark, Finding]] = []
    elsewhere: list[Finding] = []
    where = _Places(audit, read)
    for finding in worst_first(audit.open_findings):
        mark = where.mark(finding, first + 1 + len(placed))
        if mark:
            placed.append((mark, finding))
        else:
            elsewhere.append(finding)
    opening = _opening_mark(read, first)
    notes = [_opening_note(audit, result, elsewhere), *(_note(finding) for _, finding in placed)]
    return [opening, *(mark for mark, _ in placed)], notes


class _Places:
    """Finds the words of findings in the file."""

    def __init__(self, audit: PolicyAudit, read: Body) -> None:
        assert audit.policy is not None  # noqa: S101  # annotate has refused a file that was not read
        self._document = audit.policy.document
        self._boxes = read.boxes
        self._alignment = Alignment(self._document, read.letters)

    def mark(self, finding: Finding, number: int) -> Mark | None:
        """The mark for a finding, or None if its words are not where a comment can stand."""
        index = finding.location.block
        if index is None or not 0 <= index < len(self._document.blocks):
            return None
        block = self._document.blocks[index]
        if block.part is Part.TEXT_BOX:
            words = letters_of(block.text)
            hung_on = next((paragraph for text, paragraph in self._boxes if words and words in text), None)
            return Mark(number, paragraph=hung_on) if hung_on is not None else None
        found = self._alignment.quote(block, finding.quote) if block.part is Part.BODY else None
        return Mark(number, *found) if found else None


def _opening_mark(read: Body, number: int) -> Mark:
    """On the first words of the file, or on its first paragraph if it has none."""
    letters = read.letters
    if not letters.text:
        return Mark(number, paragraph=letters.paragraphs[0][1])
    return Mark(number, *letters.span(letters.paragraph_at(0)))


def _opening_note(audit: PolicyAudit, result: AuditResult | None, elsewhere: Iterable[Finding]) -> Note:
    lines = [verdict(audit, result) if result else "What policy-kit found"]
    lines.append("Each further comment by policy-kit stands at the words it is about.")
    for finding in elsewhere:
        where = place(finding.location)
        lines.append(f"{_label(finding)}: " + " ".join(_told(finding, f"Where: {where}." if where else "")))
    for item in not_checked_of(audit):
        missed = f"{one_line(item.what)}: {sentence(one_line(item.reason))}"
        lines.append(f"Not checked: {missed} {place(item.location)}".strip())
    lines += basis(result) if result else (CANNOT_CERTIFY,)
    return Note(tuple(lines))


def _note(finding: Finding) -> Note:
    also = "; ".join(place(where) for where in finding.related)
    return Note((_label(finding), *_told(finding, f"Also at: {also}." if also else "")))


def _label(finding: Finding) -> str:
    doubt = "" if finding.confidence is Confidence.HIGH else f" ({CONFIDENCE_WORDS[finding.confidence]})"
    severity = capital(SEVERITY_WORDS[finding.severity])
    return f"{severity}: {finding.rule.code} {finding.rule.name}{doubt}"


def _told(finding: Finding, where: str) -> tuple[str, ...]:
    """What is wrong, where, what to do, and the source."""
    suggestion = sentence(one_line(finding.suggestion))
    sources = "; ".join(one_line(f"{source.title} {source.url}") for source in finding.sources)
    lines = (
        sentence(one_line(finding.message)),
        where,
        f"What to do: {suggestion}" if suggestion else "",
        f"Source: {sources}" if sources else "",
    )
    return tuple(line for line in lines if line)
