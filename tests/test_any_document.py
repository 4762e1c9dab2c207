"""Whatever stands in a file, an audit comes to its end: rows without words, short headings, lone labels."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policy_kit.audit import AuditOptions, audit_document, facts_for
from policy_kit.facts import Facts
from policy_kit.model import Block, BlockKind, Document, Part

_WORDS = (
    "", " ", "\n", "–", "|", ":", "1.", "1.1", "§", "ok", "Date", "Date:", "Review date",
    "Next review: ", "Approved by", "Signed ____", "Version", "2.0", "DSL", "DSL:", "Mrs A. Bell",
    "Mrs A. Bell, DSL", "Chair", "12 May 2026", "May", "2026", "31/09/26", "Autumn 2026", "Annually",
    "[insert name]", "TBC", "Oakdene School", "www.oakdene.example", "head@oakdene.example", "KCSIE",
    "KCSIE 2019", "Contents", "Filtering", "Roles", "Staff will:",
    "The DSL leads on online safety; she reviews it each year.", "Pupils must not film others.",
    "Our policy is reviewed by governors on", "Appendix 1", "Acceptable use", "☐", "é", "٣", "\u202e",
    "a" * 300,
)  # fmt: skip
_text = st.sampled_from(_WORDS) | st.lists(st.sampled_from(_WORDS), max_size=4).map("\n".join)
_row = st.tuples(st.just(BlockKind.TABLE_ROW), st.lists(_text, min_size=1, max_size=4))
# A table that lays a page out, or of a single cell, holds headings, paragraphs and items.
_other = st.tuples(st.sampled_from([k for k in BlockKind if k is not BlockKind.TABLE_ROW]), _text)


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    blocks: list[Block] = []
    for index, (kind, said) in enumerate(draw(st.lists(_row | _other, max_size=14))):
        row = kind is BlockKind.TABLE_ROW
        before = blocks[-1].table if blocks else None
        opens = row and before is None
        inside = row or draw(st.booleans())
        table = (index if before is None else before) if inside else None
        blocks.append(
            Block(
                index=index,
                kind=kind,
                text=" | ".join(said) if row else str(said),
                level=draw(st.integers(1, 3)) if kind is BlockKind.HEADING else draw(st.integers(0, 2)),
                heading_by="style" if kind is BlockKind.HEADING else "",
                part=draw(st.sampled_from([Part.BODY, Part.BODY, Part.BODY, *Part])),
                cells=tuple(said) if row else (),
                table=table,
                header_row=opens and draw(st.booleans()),
            )
        )
    return Document(path="policy.docx", format="docx", sha256="0" * 64, blocks=tuple(blocks))


@lru_cache(maxsize=1)
def _facts() -> Facts:
    return facts_for(date(2026, 11, 21), AuditOptions())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=_documents())
def test_an_audit_comes_to_its_end(document: Document) -> None:
    facts = _facts()  # not an argument: shown with a failure it would hide the document
    policy, findings = audit_document(document, facts)
    assert len(policy.sections) == len(facts.standard.sections)
    assert all(f.location.block is None or f.location.block < len(document.blocks) for f in findings)
