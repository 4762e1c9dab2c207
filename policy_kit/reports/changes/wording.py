"""The words in which every report tells what changed."""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.changes import (
    Changes,
    PassageFate,
    Piece,
    PieceFate,
    SectionChange,
    SectionFate,
    Substance,
    SubstanceChange,
)
from policy_kit.reports.phrases import counted, day, one_line, sentence

SUBSTANCE_TITLES = {
    Substance.DATE: "Dates",
    Substance.NAME: "Names",
    Substance.DUTY: "Duties",
    Substance.NUMBER: "Numbers",
    Substance.REFERENCE: "References",
}
PASSAGE_WORDS = {
    PassageFate.SAME: "the same",
    PassageFate.CHANGED: "changed",
    PassageFate.ADDED: "new",
    PassageFate.REMOVED: "taken out",
    PassageFate.MOVED: "moved",
    PassageFate.REORDERED: "in another order",
}
NO_HEADING = "Before the first heading"
CANNOT_JUDGE = (
    "policy-kit tells what differs in the words of two files. Whether a change is right stays with the "
    "people who approve the policy."
)


def title_of(section: SectionChange) -> str:
    """The heading of a section as it is told."""
    return one_line(section.title) or NO_HEADING


def fate_of(section: SectionChange) -> str:
    """What became of a section, in a few words: "changed, moved, renamed from “5. Passwords”"."""
    words = [_main_fate(section)]
    if section.moved:
        words.append("moved")
    if section.renamed:
        words.append(f"renamed from “{one_line(section.old[0].title) or NO_HEADING}”")
    told = [word for word in words if word]
    return ", ".join(told) or "the same"


def _main_fate(section: SectionChange) -> str:
    if section.fate is SectionFate.ADDED:
        return "new"
    if section.fate is SectionFate.REMOVED:
        return "taken out"
    if section.fate is SectionFate.SPLIT:
        return "split into " + _names([h.title for h in section.new])
    if section.fate is SectionFate.MERGED:
        return "merged from " + _names([h.title for h in section.old])
    return "changed" if section.fate is SectionFate.CHANGED else ""


def _names(titles: list[str]) -> str:
    quoted = [f"“{one_line(title) or NO_HEADING}”" for title in titles]
    return ", ".join(quoted[:-1]) + (" and " if len(quoted) > 1 else "") + quoted[-1]


def headline(changes: Changes) -> str:
    """The comparison in one line."""
    if changes.is_same:
        return "The two files say the same"
    touched = sum(section.is_touched for section in changes.sections)
    return f"{counted(touched, 'section')} of {len(changes.sections)} changed"


def tally(changes: Changes) -> str:
    """How many passages fared how: "21 changed, 1 new, 1 taken out"."""
    counts = changes.counts
    told = [f"{counts[fate]:,} {PASSAGE_WORDS[fate]}" for fate in PassageFate if counts[fate]]
    return f"Passages: {', '.join(told)}."


def by_kind(changes: Changes) -> Iterator[tuple[str, list[SubstanceChange]]]:
    """The changes in substance under their titles."""
    for kind, title in SUBSTANCE_TITLES.items():
        found = [one for one in changes.substance if one.kind is kind]
        if found:
            yield title, found


def in_one_line(change: SubstanceChange) -> str:
    """A change in substance: "Next review: September 2025 → September 2026"."""
    before, after = one_line(change.before), one_line(change.after)
    if not before or not after:
        said = f"{after} (new)" if after else f"{before} (gone)"
        if change.label in ("New duty", "Duty taken out"):
            said = before or after
    else:
        said = f"{before} → {after}"
    more = f" ({change.places} places)" if change.places > 1 else ""
    return f"{one_line(change.label)}: {said}{more}"


def basis(changes: Changes) -> tuple[str, ...]:
    """What a report rests on."""
    from policy_kit.version import __version__

    return (
        f"Compared on {day(changes.on)}. Made by policy-kit {__version__}.",
        *(sentence(one_line(note)) for note in changes.notes),
        CANNOT_JUDGE,
    )


def around(pieces: tuple[Piece, ...], words: int) -> tuple[Piece, ...]:
    """The pieces with long stretches of the same words cut to a few at each change."""
    out: list[Piece] = []
    for number, piece in enumerate(pieces):
        if piece.fate is not PieceFate.SAME:
            out.append(piece)
            continue
        first, last = number == 0, number == len(pieces) - 1
        out.append(Piece(piece.fate, _cut(piece.text, words, first=first, last=last)))
    return tuple(out)


def _cut(text: str, words: int, *, first: bool, last: bool) -> str:
    found = text.split(" ")
    if len(found) <= 2 * words + 2:
        return text
    head = [] if first else [*found[:words]]
    tail = [] if last else [*found[-words:]]
    return " ".join((*head, "…", *tail))
