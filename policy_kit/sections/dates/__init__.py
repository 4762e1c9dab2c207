"""The policy's own dates: approval, last and next review, writing, start, end; not those of what it cites."""

from __future__ import annotations

from collections.abc import Collection

from policy_kit.model import DateKind, Document, PolicyDate
from policy_kit.sections.dates.expressions import DateExpression, date_expressions
from policy_kit.sections.dates.found import Found
from policy_kit.sections.dates.own_lines import lifted
from policy_kit.sections.dates.places import placed_blocks
from policy_kit.sections.dates.reading import found_dates
from policy_kit.sections.dates.settling import settle
from policy_kit.sections.dates.titles import title_dates

__all__ = ["DateExpression", "date_expressions", "policy_dates"]


def policy_dates(document: Document, of_itself: Collection[int] = ()) -> tuple[PolicyDate, ...]:
    """The dates that a document gives for itself, in the order they stand, each once.

    of_itself: indexes of blocks that are known to speak of the policy itself, wherever they stand.

    Read on the cover, under headings on approval, review and versions, at the end, in headers and
    footers, and in sentences that name the policy. A label with a blank, with a date cut short or with
    "annually" for a date has `date` None. Dates of guidance, law, events and other documents are left out.
    """
    out: dict[tuple[object, ...], tuple[int, PolicyDate]] = {}
    blocks = lifted(document, placed_blocks(document, of_itself))
    for one, kind in settle(found_dates(document, blocks)):
        made = _policy_date(document, one, kind)
        out.setdefault(
            (kind, made.date, made.first, made.date is None and made.text), (one.block.index, made)
        )
    told = {(made.first, made.date) for _, made in out.values()}
    for expression, block, label in title_dates(blocks):
        if (expression.first, expression.last) in told:
            continue  # the value of a label on another line
        kind = DateKind.PERIOD_END if expression.period else DateKind.OTHER
        made = PolicyDate(
            text=expression.text,
            kind=kind,
            date=expression.last,
            precision=expression.precision,
            location=document.location(block),
            label=label,
            first=expression.first,
        )
        out.setdefault((kind, made.date, made.first, label), (block.index, made))
    return tuple(made for _, made in sorted(out.values(), key=lambda pair: pair[0]))


def _policy_date(document: Document, one: Found, kind: DateKind) -> PolicyDate:
    expression = one.expression
    return PolicyDate(
        text=one.text,
        kind=kind,
        date=expression.last if expression else None,
        precision=expression.precision if expression else "",
        location=document.location(one.block),
        label=f"Version history: {one.label}" if one.history else one.label,
        first=expression.first if expression else None,
    )
