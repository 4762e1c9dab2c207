"""Puts what a reader gathered into order: body, notes, margins; each block numbered by its place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from policy_kit.digests import sha256
from policy_kit.errors import UnreadableFile
from policy_kit.model import Block, Document, Part
from policy_kit.quick import replace
from policy_kit.sources import limits

_ORDER = {Part.FOOTNOTE: 1, Part.ENDNOTE: 1, Part.HEADER: 2, Part.FOOTER: 3}


def in_order(blocks: Iterable[Block], path: Path) -> tuple[Block, ...]:
    """The blocks in the order that Document promises, with their indexes.

    Raises UnreadableFile if there are more than any policy has.
    """
    ordered = sorted(blocks, key=lambda b: _ORDER.get(b.part, 0))
    if len(ordered) > limits.MAX_BLOCKS:
        raise too_many_blocks(path)
    return tuple(b if b.index == i else replace(b, index=i) for i, b in enumerate(ordered))


def too_many_blocks(path: Path) -> UnreadableFile:
    """The one line for a file with more paragraphs than any policy has."""
    return UnreadableFile(
        f"{path}: has more than {limits.MAX_BLOCKS:,} paragraphs, far more than a policy, so it was not "
        "read; save the policy alone as a file of its own"
    )


def refuse_beyond_limits(document: Document, path: Path) -> None:
    """Raise UnreadableFile for more text than any policy has: judging it would keep the user waiting."""
    if len(document.blocks) > limits.MAX_BLOCKS:
        raise too_many_blocks(path)
    beyond = ""
    texts = [block.text for block in document.blocks]
    longest = max(map(len, texts), default=0)
    if any(len(block.links) > limits.MAX_LINKS_IN_BLOCK for block in document.blocks if block.links):
        beyond = f"a paragraph with more than {limits.MAX_LINKS_IN_BLOCK:,} links"
    elif longest > limits.MAX_BLOCK_CHARACTERS:
        beyond = f"a paragraph of more than {limits.MAX_BLOCK_CHARACTERS:,} characters"
    elif longest > limits.MAX_UNBROKEN and any(map(_has_no_words, texts)):
        beyond = f"more than {limits.MAX_UNBROKEN:,} characters without a space between"
    elif sum(text.count(" ") for text in texts) > limits.MAX_WORDS:
        beyond = f"more than {limits.MAX_WORDS:,} words"
    if beyond:
        raise UnreadableFile(
            f"{path}: has {beyond}, far more than a policy, so it was not read; save the policy alone as a "
            "file of its own"
        )


def _has_no_words(text: str) -> bool:
    return len(text) > limits.MAX_UNBROKEN and any(len(word) > limits.MAX_UNBROKEN for word in text.split())


def document_of(path: Path, data: bytes, kind: str, blocks: tuple[Block, ...]) -> Document:
    """A Document of a format that has nothing besides its blocks."""
    return Document(path=str(path), format=kind, sha256=sha256(data).hexdigest(), blocks=blocks)


_FEWEST_HIDDEN = 3  # letters; fewer are a space or a sign that a program hid


def hidden_reason(words: str) -> str | None:
    """What is said of words that are set as hidden, and neither show nor print; None of a mere sign."""
    words = " ".join(words.split())
    if sum(map(str.isalpha, words)) < _FEWEST_HIDDEN:
        return None
    return f'they are set as hidden, do not print and were not read: "{words[:120]}"'


def picture_reason(described: str) -> str:
    """What is said of a picture that may hold words. described: what its author said of it, or nothing."""
    described = " ".join(described.split())
    told = f'; its description says "{described[:120]}"' if described else ""
    return f"if this picture holds words, they cannot be read{told}"
