"""Where two paragraphs differ, by their leaves."""

from __future__ import annotations

from collections.abc import Sequence

from policy_kit.compare.redline.leaves import OBJECT, Leaf
from policy_kit.compare.words import Edit, tokens_of, word_edits


def edits_of(old: Sequence[Leaf], new: Sequence[Leaf], *, links: bool) -> list[Edit]:
    """Where two paragraphs differ, in letters. links: whether words that lead elsewhere differ."""
    old_tokens, old_starts = _tokens(old, links=links)
    new_tokens, new_starts = _tokens(new, links=links)
    return [
        Edit(old_starts[e.old_start], old_starts[e.old_end], new_starts[e.new_start], new_starts[e.new_end])
        for e in word_edits(old_tokens, new_tokens)
    ]


def _tokens(leaves: Sequence[Leaf], *, links: bool) -> tuple[list[str], list[int]]:
    """The words of leaves, each with what else tells it apart, and the letter at which each begins."""
    text = "".join(leaf.text for leaf in leaves)
    about: dict[int, str] = {}
    for leaf in leaves:
        if leaf.text == OBJECT:
            about[leaf.start] = leaf.key
        elif links and leaf.link:
            about.update(dict.fromkeys(range(leaf.start, leaf.end), leaf.link))
    tokens: list[str] = []
    starts: list[int] = []
    at = 0
    for token in tokens_of(text):
        starts.append(at)
        more = about.get(at)
        tokens.append(f"{token}\0{more}" if more else token)
        at += len(token)
    starts.append(at)
    return tokens, starts
