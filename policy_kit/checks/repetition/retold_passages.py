"""Paragraphs, and lists with their lead-in, that say again in other words what another one says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from policy_kit.checks.outline import Section
from policy_kit.checks.repetition.likeness import (
    Stretch,
    Words,
    have_other_doers,
    is_parallel,
    is_pledge,
    phases_of,
    words_of,
)
from policy_kit.checks.repetition.retold import PASSAGES, WITHIN, names_of, retold_pairs, without_names
from policy_kit.model import Block, BlockKind, Document, Policy
from policy_kit.quick import dataclass

_FEWEST_WORDS = 25
_SAYING = 6  # words, which an item of a list has on average if it says something
_OWN_VOICE = frozenset({"i", "my", "me"})


@dataclass(frozen=True, slots=True)
class RetoldPair:
    """A passage and the one that says it again, each by its blocks; near: both stand in one section."""

    first: tuple[Block, ...]
    copy: tuple[Block, ...]
    near: bool


def retold_passages(
    policy: Policy, sections: Sequence[Section], stretches: Mapping[int, Stretch]
) -> Iterator[RetoldPair]:
    """The passages among `stretches` (by block number) that say again what one before them says.

    Agreements and forms say for whoever signs them what the policy says, so no two passages of theirs are
    held against each other, nor what somebody says for himself. Names of people and firms say who, not what:
    left out.
    """
    names = names_of(policy)
    section_of = {b.index: s for s in sections for b in s.blocks}
    passages = [p for p in _passages(policy.document, stretches) if not _only_names(p, stretches)]
    words = [
        tuple(w for b in p for w in without_names(stretches[b.index].words, names, [b.text]))
        for p in passages
    ]
    for i, j in retold_pairs(words, lambda *_: PASSAGES, WITHIN):
        if min(len(words[i]), len(words[j])) < _FEWEST_WORDS:
            continue
        above = [section_of.get(passages[n][0].index) for n in (i, j)]
        if not _on_purpose(words[i], words[j], above):
            yield RetoldPair(passages[i], passages[j], above[0] is above[1])


def _passages(document: Document, stretches: Mapping[int, Stretch]) -> Iterator[tuple[Block, ...]]:
    """Each paragraph with the list that follows it."""
    passage: list[Block] = []
    for block in document.text_blocks:
        goes_on = block.kind is BlockKind.LIST_ITEM and block.index in stretches
        if passage and not goes_on:
            yield tuple(passage)
            passage = []
        if block.index in stretches:
            passage.append(block)
    if passage:
        yield tuple(passage)


def _only_names(passage: Sequence[Block], stretches: Mapping[int, Stretch]) -> bool:
    """Whether a list names things, policies or people, and says nothing of them."""
    items = [len(stretches[b.index].words) for b in passage if b.kind is BlockKind.LIST_ITEM]
    return len(items) > 1 and sum(items) < _SAYING * len(items)


def _on_purpose(a: Words, b: Words, above: Sequence[Section | None]) -> bool:
    """Whether they are alike because each says it of another matter, or of somebody else."""
    signed = [words for words, section in zip((a, b), above, strict=True) if section and section.for_signing]
    if len(signed) == 2 or any(not _OWN_VOICE.isdisjoint(words) for words in signed):
        return True
    titles = [words_of(section.title) if section else () for section in above]
    phases = [phases_of(words) | phases_of(title) for words, title in zip((a, b), titles, strict=True)]
    own_phase = phases[0] != phases[1] and (all(phases) or any(map(phases_of, titles)))
    others = have_other_doers(a, b, *titles) or is_parallel(a, b, *titles)
    return own_phase or is_pledge(a) or is_pledge(b) or others
