"""What changed as one web page: the summary on top, then both files side by side, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from policy_kit.changes import (
    Changes,
    PassageChange,
    PassageFate,
    Piece,
    PieceFate,
    SectionChange,
    SectionFate,
    Substance,
    SubstanceChange,
)
from policy_kit.quick import dataclass
from policy_kit.reports.changes.wording import (
    PASSAGE_WORDS,
    basis,
    by_kind,
    fate_of,
    headline,
    in_one_line,
    tally,
    title_of,
)
from policy_kit.reports.pages import render_page
from policy_kit.reports.phrases import one_line, printable

_CHIPS = {
    SectionFate.SAME: "not-applicable", SectionFate.CHANGED: "advice", SectionFate.ADDED: "present",
    SectionFate.REMOVED: "missing", SectionFate.SPLIT: "thin", SectionFate.MERGED: "thin",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One passage of both files side by side, or a stretch of passages that are the same (`same`)."""

    fate: str = ""
    remark: str = ""
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One section as the page shows it."""

    anchor: str
    title: str
    fate: str
    chip: str
    rows: tuple[Row, ...]


def render_html(changes: Changes) -> str:
    """Tell what changed as one HTML page that needs nothing else, no script either."""
    views = [_view(number, section) for number, section in enumerate(changes.sections, 1)]
    touched = [v for v, section in zip(views, changes.sections, strict=True) if section.is_touched]
    anchors = {view.title: view.anchor for view in reversed(views)}
    return render_page(
        "changes/changes.html.j2",
        ("page.css", "changes/changes.css"),
        title=f"What changed: {one_line(changes.new.title) or one_line(changes.new.path)}",
        changes=changes,
        headline=headline(changes),
        tally=tally(changes),
        substance=[
            (
                title,
                [(in_one_line(one), _quotes(one), anchors.get(one_line(one.section), "")) for one in found],
            )
            for title, found in by_kind(changes)
        ],
        touched=touched,
        same=[view.title for view in views if view not in touched],
        basis=basis(changes),
        doubtful=[one_line(f.path) for f in (changes.old, changes.new) if not f.is_policy],
    )


def _quotes(change: SubstanceChange) -> list[tuple[str, str]]:
    """What both files say, where the line above does not say it already; a date or a name says enough."""
    if change.kind in (Substance.DATE, Substance.NAME):
        return []
    said = ("", change.before, change.after)
    both = (("Old", change.old_quote), ("New", change.new_quote))
    return [(name, one_line(quote)) for name, quote in both if quote not in said]


def _view(number: int, section: SectionChange) -> View:
    chip = _CHIPS[section.fate]
    if section.fate is SectionFate.SAME and section.is_touched:
        chip = "thin"
    return View(f"s{number}", title_of(section), fate_of(section), chip, tuple(_rows(section)))


def _rows(section: SectionChange) -> Iterator[Row]:
    for same, passages in groupby(section.passages, key=lambda p: p.fate is PassageFate.SAME):
        if same:
            yield Row(same=tuple(printable(p.new.text) for p in passages if p.new))
        else:
            yield from map(_row, passages)


def _row(change: PassageChange) -> Row:
    old, new = change.old, change.new
    pieces = change.pieces
    if not pieces:
        told = PieceFate.SAME if old and new else PieceFate.REMOVED if old else PieceFate.ADDED
        left = [Piece(told, old.text)] if old else []
        right = [Piece(told, new.text)] if new else []
    else:
        left = [piece for piece in pieces if piece.fate is not PieceFate.ADDED]
        right = [piece for piece in pieces if piece.fate is not PieceFate.REMOVED]
    return Row(PASSAGE_WORDS[change.fate], _remark(change), _printed(left), _printed(right))


def _printed(pieces: list[Piece]) -> tuple[Piece, ...]:
    return tuple(Piece(piece.fate, printable(piece.text)) for piece in pieces)


def _remark(change: PassageChange) -> str:
    if change.fate is not PassageFate.MOVED:
        return ""
    if not change.other_section:
        return "within this section"
    return f"{'to' if change.new is None else 'from'} {one_line(change.other_section)}"
