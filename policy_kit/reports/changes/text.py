"""What changed, on a screen: in substance first, then section by section."""

from __future__ import annotations

from policy_kit.changes import Changes, PassageChange, PassageFate, PieceFate, SubstanceChange
from policy_kit.reports.changes.wording import (
    PASSAGE_WORDS,
    around,
    basis,
    by_kind,
    fate_of,
    headline,
    in_one_line,
    tally,
    title_of,
)
from policy_kit.reports.phrases import one_line, shortened
from policy_kit.reports.text_page import Page

_FIRST_FEW = 10
_CONTEXT = 6  # words of the same text told before and after a change
_LONGEST = 300  # letters of a passage that is new or gone
_SIGNS = {
    PassageFate.CHANGED: "~", PassageFate.ADDED: "+", PassageFate.REMOVED: "-", PassageFate.MOVED: ">",
    PassageFate.REORDERED: ">",
}  # fmt: skip


def render_text(changes: Changes, *, width: int = 80, colour: bool = False) -> str:
    """Tell what changed as text of at most `width` columns, and never fewer than 40."""
    page = Page(max(width, 40), colour)
    page.line(f"{one_line(changes.old.path)} → {one_line(changes.new.path)}", style="bold")
    page.line(headline(changes), style="bold")
    page.line(tally(changes), indent=2)
    for file in (changes.old, changes.new):
        if not file.is_policy:
            page.line(f"{one_line(file.path)} does not look like an online safety policy.", indent=2)
    _substance(page, changes)
    _sections(page, changes)
    page.heading("About this comparison")
    for line in basis(changes):
        page.line(line)
    return "\n".join(page.lines) + "\n"


def _substance(page: Page, changes: Changes) -> None:
    if not changes.substance:
        return
    page.heading("What changed in substance")
    for title, found in by_kind(changes):
        page.line(f"{title} ({len(found)})", style="bold")
        for change in found[:_FIRST_FEW]:
            _one(page, change)
        if len(found) > _FIRST_FEW:
            page.line(f"and {len(found) - _FIRST_FEW} more, in the sections below", indent=4)


def _one(page: Page, change: SubstanceChange) -> None:
    page.line(shortened(in_one_line(change), _LONGEST), indent=4, first="  - ")
    quote = change.new_quote or change.old_quote
    if change.section:
        page.line(one_line(change.section), indent=6, style="dim")
    if quote and quote not in (change.before, change.after):
        page.line(f"“{shortened(quote, _LONGEST)}”", indent=6, style="dim")


def _sections(page: Page, changes: Changes) -> None:
    touched = [section for section in changes.sections if section.is_touched]
    if touched:
        page.heading("Section by section")
    for section in touched:
        page.gap()
        page.line(title_of(section), style="bold underline")
        page.line(fate_of(section), indent=2, style="cyan")
        for passage in section.passages:
            if passage.fate is not PassageFate.SAME:
                _passage(page, passage)
    same = [title_of(section) for section in changes.sections if not section.is_touched]
    if same and touched:
        page.heading(f"The same ({len(same)})")
        page.line("; ".join(same))


def _passage(page: Page, change: PassageChange) -> None:
    side = change.new or change.old
    if side is None:
        return
    sign = f"  {_SIGNS[change.fate]} "
    if change.pieces:
        said = "".join(_marked(piece.fate, piece.text) for piece in around(change.pieces, _CONTEXT))
        page.line(one_line(said), indent=4, first=sign, first_style="yellow")
    else:
        style = {PassageFate.ADDED: "green", PassageFate.REMOVED: "red"}.get(change.fate, "")
        page.line(shortened(side.text, _LONGEST), indent=4, first=sign, style=style, first_style=style)
    remark = _remark(change)
    if remark:
        page.line(remark, indent=4, style="dim")


def _marked(fate: PieceFate, text: str) -> str:
    """Words taken out stand in [- -], words put in in {+ +}, as they do for other programs of this kind."""
    if fate is PieceFate.SAME:
        return text
    inner, before, after = text.strip(), text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not inner:
        return text
    return f"{before}[-{inner}-]{after}" if fate is PieceFate.REMOVED else f"{before}{{+{inner}+}}{after}"


def _remark(change: PassageChange) -> str:
    if change.fate is PassageFate.REORDERED:
        return f"({PASSAGE_WORDS[change.fate]})"
    if change.fate is not PassageFate.MOVED:
        return ""
    if not change.other_section:
        return "(moved within this section)"
    return f"(moved {'to' if change.new is None else 'from'} {one_line(change.other_section)})"
