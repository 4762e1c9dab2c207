"""Cuts a document into sentences with their lead-ins, and passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from policy_kit.by_text import KeptOfEach, kept_by_text
from policy_kit.model import Block, BlockKind, Document
from policy_kit.regexes import regex
from policy_kit.regexes.texts import Texts, Vocabulary
from policy_kit.sections.lines import is_label, is_reference, leads_in, opens_a_list, split_sentences
from policy_kit.sections.passages import Passages, Sentence
from policy_kit.sections.standing import asides, asked_of_all, denials, purposes, wishes
from policy_kit.sections.subjects import doers, is_post, opens_with_post
from policy_kit.sections.wording import Token, tokens

_NOTED = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
_LONGEST_NOTE = 12  # words of an item or row that is a note rather than a sentence


# The number of a clause is no word of it: "13.5 If …" says nothing of those who are 13.
_OF_A_CLAUSE = regex(r"^\s*(?:\d{1,2}(?:\.\d{1,2})+\.?|[A-Z]\.\d{1,2})(?=\s+[A-Z])")


class _Told(NamedTuple):
    """What a sentence tells by its words alone; short: it has few enough for a note."""

    words: Sequence[Token]
    short: bool
    reference: bool
    doers: frozenset[str]


@kept_by_text
def _told_by(text: str) -> _Told:
    return _Told(
        tokens(_OF_A_CLAUSE.sub("", text)),
        len(text.split()) <= _LONGEST_NOTE,
        is_reference(text),
        doers(text),
    )


@kept_by_text
def _sentences_of(text: str) -> tuple[str, ...]:
    return tuple(split_sentences(text))


class _Cutter:
    """Walks the blocks once, keeping the headings and lead-ins that stand open."""

    def __init__(self) -> None:
        self.sentences: list[Sentence] = []
        self.of_block: dict[int, tuple[int, ...]] = {}
        self.members: dict[int, list[int]] = {}
        self.trail: list[tuple[int, int]] = []  # (level, sentence number) of the headings above
        self.lead_ins: list[tuple[int, int]] = []  # (list level, sentence number)
        self.passage = -1
        self.header: tuple[int | None, int] = (None, -1)  # table, sentence of its header row
        self.post = -1  # the heading right above, if it names a post and nothing else

    def add(self, block: Block, text: str, *, lead_in: int = -1) -> int:
        number = len(self.sentences)
        told = _told_by(text)
        found = Sentence(
            number=number,
            block=block.index,
            text=text,
            words=told.words,
            passage=self.passage,
            lead_in=lead_in,
            headings=tuple(n for _, n in reversed(self.trail)),
            is_heading=block.is_heading,
            is_row=block.kind is BlockKind.TABLE_ROW,
            is_item=block.kind is BlockKind.LIST_ITEM,
            is_note=told.short and block.kind in _NOTED,
            reference=told.reference and not block.is_heading,
            doers=told.doers or (self.sentences[lead_in].doers if lead_in >= 0 else frozenset()),
        )
        self.sentences.append(found)
        self.of_block[block.index] = (*self.of_block.get(block.index, ()), number)
        self.members.setdefault(self.passage, []).append(number)
        return number

    def heading(self, block: Block) -> None:
        while self.trail and self.trail[-1][0] >= block.level:
            self.trail.pop()
        self.passage += 1
        number = self.add(block, block.text)
        self.trail.append((block.level, number))
        opens = block.text.rstrip().endswith("?") or leads_in(block.text)
        self.lead_ins = [(-1, number)] if opens else []
        self.post = number if is_post(block.text) else -1

    def paragraph(self, block: Block) -> None:
        self.passage += 1
        self.post = -1
        number = -1
        last = len(self.sentences) - 1  # what comes after a list hangs from its lead-in no longer
        lead_in = last if self.lead_ins and self.lead_ins[-1] == (-1, last) else -1
        for text in _sentences_of(block.text):
            labelled = number < 0 and lead_in < 0 and is_label(text)
            number = self.add(block, text, lead_in=lead_in)
            lead_in = number if labelled else lead_in
        opens = number >= 0 and leads_in(block.text)
        self.lead_ins = [(-1, number)] if opens else []

    def item(self, block: Block) -> None:
        self._close_lead_ins(block)
        if self.post >= 0 and not self.lead_ins:  # "Governors", and right below what they do
            self.lead_ins = [(-1, self.post)]
        self.post = -1
        if not self.lead_ins:
            # Bullets that nothing introduces are paragraphs of their own, each with what hangs from it.
            self.passage += 1 if block.level == 0 or not self._continues_list(block) else 0
        lead_in = self.lead_ins[-1][1] if self.lead_ins else -1
        number = -1
        for text in _sentences_of(block.text):
            labelled = number < 0 and (is_label(text) or opens_with_post(text))
            number = self.add(block, text, lead_in=lead_in)
            lead_in = number if labelled else lead_in
        if number >= 0 and leads_in(block.text):
            self.lead_ins.append((block.level, number))

    def _close_lead_ins(self, block: Block) -> None:
        """Close the lead-ins that an item does not hang from.

        A bullet that ends in a colon also introduces the bullets after it on its own level: many
        files lose the nesting. The next such bullet takes its place.
        """
        while self.lead_ins and self.lead_ins[-1][0] > block.level:
            self.lead_ins.pop()
        if self.lead_ins and self.lead_ins[-1][0] == block.level:
            before = self.sentences[self.lead_ins[-1][1]].text
            if opens_a_list(block.text) or not opens_a_list(before):
                self.lead_ins.pop()

    def _continues_list(self, block: Block) -> bool:
        return bool(self.sentences) and self.sentences[-1].block == block.index - 1

    def row(self, block: Block) -> None:
        """A row is one sentence under its table's header; cells of prose are their own, under its first."""
        self.passage += 1
        if block.table != self.header[0]:
            self.header = (block.table, -1)
        first, *others = [c for c in block.cells if c.strip()] or [block.text]
        prose = [_sentences_of(cell) for cell in others]
        if all(len(cell) < 2 for cell in prose):
            number = self.add(block, " | ".join((first, *others)), lead_in=self.header[1])
        else:
            number = self.add(block, first, lead_in=self.header[1])
            for text in (text for cell in prose for text in cell):
                self.add(block, text, lead_in=number)
        if block.header_row:
            self.header = (block.table, number)


def cut(document: Document, blocks: Iterable[Block] | None = None) -> Passages:
    """Cut the running text (the contents list left out) into sentences and passages."""
    cutter = _Cutter()
    for block in blocks if blocks is not None else document.text_blocks:
        if not block.text.strip():
            continue
        if block.kind is BlockKind.HEADING:
            cutter.heading(block)
        elif block.kind is BlockKind.LIST_ITEM:
            cutter.item(block)
        elif block.kind is BlockKind.TABLE_ROW:
            cutter.row(block)
        else:
            cutter.paragraph(block)
    members = {k: tuple(v) for k, v in cutter.members.items()}
    return Passages(_with_standing(cutter.sentences, document.vocabulary), cutter.of_block, members)


def _with_standing(sentences: list[Sentence], vocabulary: Vocabulary) -> tuple[Sentence, ...]:
    """The sentences, each told for what it is: all are asked at once, since few are a wish or a denial."""
    standing = _STANDING.of([s.text for s in sentences], partial(_standing_of, vocabulary=vocabulary))
    meant = {s.number for s, told in zip(sentences, standing, strict=True) if told.purpose}
    return tuple(
        replace(s, **told._replace(purpose=purpose)._asdict()) if told is not _PLAIN or purpose else s
        for s, told in zip(sentences, standing, strict=True)
        for purpose in (s.number in meant or s.lead_in in meant,)
    )


class _Standing(NamedTuple):
    """What a sentence is told for by its words alone."""

    wish: bool = False
    denial: bool = False
    aside: bool = False
    purpose: bool = False
    of_all: bool = False


_PLAIN = _Standing()
_STANDING: KeptOfEach[_Standing] = KeptOfEach()


def _standing_of(sentences: Sequence[str], vocabulary: Vocabulary) -> Iterator[_Standing]:
    texts = Texts(sentences, vocabulary)
    kinds = [frozenset(kind(texts)) for kind in (wishes, denials, asides, purposes, asked_of_all)]
    told = frozenset().union(*kinds)
    for number in range(len(sentences)):
        yield _Standing(*[number in kind for kind in kinds]) if number in told else _PLAIN
