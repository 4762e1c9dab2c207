"""The words that every report uses for the same thing, so that no two reports tell it differently."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from policy_kit.findings import AuditResult, PolicyAudit, Severity
from policy_kit.model import Confidence, DateKind, Location, Part, PointResult, PolicyDate, SectionStatus
from policy_kit.regexes import regex

STATUS_WORDS = {
    SectionStatus.MISSING: "not found",
    SectionStatus.THIN: "thin",
    SectionStatus.PRESENT: "found",
    SectionStatus.NOT_APPLICABLE: "does not apply",
}
SEVERITY_WORDS = {
    Severity.ERROR: "mend first",
    Severity.WARNING: "mend before the next review",
    Severity.ADVICE: "would be better",
}
CONFIDENCE_WORDS = {
    Confidence.HIGH: "sure",
    Confidence.MEDIUM: "fairly sure",
    Confidence.LOW: "not sure: look before you change it",
}
DATE_WORDS = {
    DateKind.APPROVED: "approved",
    DateKind.EFFECTIVE: "in effect from",
    DateKind.WRITTEN: "written",
    DateKind.REVIEWED: "reviewed",
    DateKind.SHARED: "shared with staff",
    DateKind.NEXT_REVIEW: "next review",
    DateKind.PERIOD_END: "end of the period it covers",
    DateKind.OTHER: "another date",
}
_PART_WORDS = {
    Part.TEXT_BOX: "in a text box",
    Part.FOOTNOTE: "in a footnote",
    Part.ENDNOTE: "in an endnote",
    Part.HEADER: "in the page header",
    Part.FOOTER: "in the page footer",
}
WHOLE_DOCUMENT = "The document as a whole"
CANNOT_CERTIFY = (
    "policy-kit reports what it found, and did not find, in the words of a policy. It cannot certify a "
    "policy: that judgement stays with the people who approve it."
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Control characters drive a terminal and break XML; direction overrides make text read as what it is not;
# half characters (surrogates) come from broken file names and cannot be written at all.
_UNPRINTABLE = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def printable(text: str) -> str:
    """The text with what no page or terminal can show safely replaced by a visible mark."""
    return _UNPRINTABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Printable text with every run of white space made one space."""
    return " ".join(printable(text).split())


def told_point(point: PointResult) -> str:
    """What a point asks, on one line, with the finding that speaks against it where there is one."""
    return f"{one_line(point.text)} (see finding {point.spoilt})" if point.spoilt else one_line(point.text)


def day(when: date) -> str:
    """A date as it is said: 21 November 2026."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def when(found: PolicyDate) -> str:
    """A policy's date no more exactly than the policy gives it: July 2026 is not 31 July."""
    if found.date is None:
        return "left blank"
    if found.precision == "month":
        return f"{_MONTHS[found.date.month - 1]} {found.date.year}"
    if found.precision == "year":
        return str(found.date.year)
    return f"by {day(found.date)}" if found.precision == "term" else day(found.date)


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun: 1 thing, 2 things."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def shortened(text: str, most: int) -> str:
    """One line of at most `most` letters, cut at a word with an ellipsis."""
    text = one_line(text)
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:…") + "…"


def sentence(text: str) -> str:
    """The text as a sentence: with a full stop unless it ends in a mark of its own."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:" else f"{text}."


def capital(text: str) -> str:
    """The text with a capital first letter and the rest as it stands."""
    return text[:1].upper() + text[1:]


def place(location: Location, *, headings: int = 3) -> str:
    """Where a passage stands, for a person: headings, then page or line; '' if nothing is known."""
    path = " › ".join(one_line(h) for h in location.heading_path[-headings:])
    if not path and location.block is not None and location.part in (Part.BODY, Part.TEXT_BOX):
        path = "before the first heading"
    parts = [path]
    if location.part in _PART_WORDS:
        parts.append(_PART_WORDS[location.part])
    if location.page is not None:
        parts.append(f"page {location.page}")
    elif location.line is not None:
        parts.append(f"line {location.line}")
    return ", ".join(p for p in parts if p)


class RestsOn(Protocol):
    """What a report rests on: an audit's result has it, and a trust's."""

    @property
    def on(self) -> date: ...
    @property
    def standard_id(self) -> str: ...
    @property
    def standard_title(self) -> str: ...
    @property
    def standard_version(self) -> str: ...
    @property
    def standard_checked_on(self) -> date | None: ...
    @property
    def register_checked_on(self) -> date: ...
    @property
    def warnings(self) -> tuple[str, ...]: ...


def standard_name(result: RestsOn) -> str:
    """What the standard calls its kind of policy, for the middle of a sentence: online safety policy."""
    title = one_line(result.standard_title) or f"{result.standard_id.replace('-', ' ')} policy"
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def verdict(audit: PolicyAudit, result: AuditResult) -> str:
    """Whether the policy is fit to sign, in one line."""
    if audit.policy is None:
        return "Could not be read"
    if not audit.policy.is_policy:
        return f"This does not look like {_with_article(standard_name(result))}"
    errors = audit.summary.errors
    if errors:
        return f"Not ready to sign: {counted(errors, 'thing')} to mend first"
    if held := sum(f.severity is Severity.ERROR and f.suppressed is not None for f in audit.findings):
        still = f"{counted(held, 'thing')} to mend first {'is' if held == 1 else 'are'} accepted for now"
        return f"Nothing new that must be mended before signing, but {still}"
    return "Nothing found that must be mended before signing"


def _with_article(noun: str) -> str:
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def remarks(audit: PolicyAudit, unread: int) -> tuple[str, ...]:
    """What goes with the verdict: why it is no policy, what can wait, what was not read."""
    if audit.policy is None:
        return (sentence(one_line(audit.error or "The file gave no text")),)
    out = []
    counts = audit.summary
    if not audit.policy.is_policy:
        out.append(sentence(capital(one_line(audit.policy.why_not))))
    later = [
        f"{counts.warnings} to mend before the next review" if counts.warnings else "",
        f"{counts.advice} that would make it better" if counts.advice else "",
    ]
    if any(later):
        out.append(f"What can wait: {' and '.join(t for t in later if t)}.")
    if unread:
        out.append(f"{counted(unread, 'part')} could not be read or judged: see Not checked.")
    return tuple(t for t in out if t)


def basis(result: RestsOn) -> tuple[str, ...]:
    """What a report rests on: the day, the versions, and what it cannot do."""
    from policy_kit.version import __version__

    checked = f", last checked on {day(result.standard_checked_on)}" if result.standard_checked_on else ""
    return (
        f"This report speaks of {day(result.on)}.",
        f"Standard: {standard_name(result)}, version {result.standard_version}{checked}.",
        f"Guidance register: last checked on {day(result.register_checked_on)}.",
        f"Made by policy-kit {__version__}.",
        *(sentence(one_line(warning)) for warning in result.warnings),
        CANNOT_CERTIFY,
    )
