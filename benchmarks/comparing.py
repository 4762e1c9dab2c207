"""Comparing beside diff-match-patch on whole documents; how it grows; what pairs made to be slow cost."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from diff_match_patch import diff_match_patch

from benchmarks.timing import medians, show
from policy_kit.compare.comparing import compare_documents
from policy_kit.compare.lines import line_of
from policy_kit.compare.matching import match
from policy_kit.compare.passages import pieces_of
from policy_kit.compare.redline import read_word, redline
from policy_kit.compare.tracking import plan_from_word
from policy_kit.compare.words import edits_between, tokens_of
from policy_kit.sources import read

_WORDS = (
    "staff",
    "pupils",
    "parents",
    "will",
    "must",
    "not",
    "read",
    "act",
    "report",
    "policy",
    "online",
    "term",
    "use",
)


def comparing(path: Path, on: date) -> None:
    """Two versions of a policy with a change in each tenth paragraph, and two that have nothing in common."""
    old = [block.text for block in read(path).text_blocks]
    new = _edited(old)
    strange = _strange(len(old))
    things: dict[str, Callable[[], object]] = {
        "diff-match-patch, whole document": lambda: _by_library("\n".join(old), "\n".join(new)),
        "diff-match-patch over all words at once": lambda: edits_between(
            tokens_of("\n".join(old)), tokens_of("\n".join(new))
        ),
        "paragraphs, then words": lambda: _by_paragraph(old, new),
        "the same, nothing in common": lambda: _by_paragraph(old, strange),
    }
    show(
        f"What differs between two versions of {len(old)} paragraphs", medians(things, 7), next(iter(things))
    )
    whole(path, on)


def whole(path: Path, on: date) -> None:
    """Everything that `compare` does beyond reading, and a redline, beside reading the two files."""
    one, data = read(path), path.read_bytes()
    before, after = read_word(data, "old"), read_word(data, "new")
    things: dict[str, Callable[[], object]] = {
        "reading both": lambda: (read(path), read(path)),
        "comparing, recognising included": lambda: compare_documents(one, read(path), on),
        "planning and writing a redline": lambda: redline(
            data, plan_from_word(before, after)[0], author="benchmark", date=on
        ),
    }
    show("A Word file of 33 pages against itself", medians(things, 5), "reading both")


def growing_pairs(base: Sequence[str]) -> None:
    """Pairing paragraphs at one to sixteen times the length, with few edits and with none in common."""
    for times in (1, 4, 16):
        old = [f"{text} {n}" for n in range(times) for text in base]
        new, strange = _edited(old), _strange(len(old))
        things: dict[str, Callable[[], object]] = {
            "few edits": lambda old=old, new=new: _by_paragraph(old, new),
            "nothing in common": lambda old=old, new=strange: _by_paragraph(old, new),
        }
        show(f"{len(old)} paragraphs", medians(things, 3), "few edits")


def slow_on_purpose() -> None:
    """Pairs that cost a careless comparison minutes."""
    alike = ["The school will act."] * 3_000
    dice = random.Random(7)  # a benchmark's words, no secret
    long_one, long_two = (" ".join(dice.choices(_WORDS, k=20_000)) for _ in range(2))
    nearly = [[f"{_sentence(dice)} {n % 7}" for n in range(2_000)] for _ in range(2)]
    things: dict[str, Callable[[], object]] = {
        "3,000 paragraphs that are all the same, one taken out": lambda: _by_paragraph(alike, alike[1:]),
        "one paragraph of 20,000 words, rewritten": lambda: pieces_of(long_one, long_two),
        "2,000 paragraphs of the same 20 words each": lambda: _by_paragraph(*nearly),
    }
    found = medians(things, 1)
    show("Pairs made to be slow", found, next(iter(found)))


def _by_library(old: str, new: str) -> object:
    library = diff_match_patch()
    found = library.diff_main(old, new)
    library.diff_cleanupSemantic(found)
    return found


def _by_paragraph(old: Sequence[str], new: Sequence[str]) -> object:
    lines = [line_of(text) for text in old], [line_of(text) for text in new]
    pairs = match(*lines)
    return [pieces_of(old[i], new[j]) for i, j in pairs.items() if lines[0][i].key != lines[1][j].key]


def _edited(texts: Sequence[str]) -> list[str]:
    """Each tenth paragraph with a word changed, each fiftieth gone, each seventieth doubled."""
    out = []
    for number, text in enumerate(texts, 1):
        if number % 50 == 0:
            continue
        words = text.split(" ")
        if number % 10 == 0:
            words[len(words) // 2] = "otherwise"
        out += [" ".join(words)] * (2 if number % 70 == 0 else 1)
    return out


def _strange(count: int) -> list[str]:
    dice = random.Random(3)
    return [" ".join(f"w{dice.randrange(4000)}" for _ in range(20)) for _ in range(count)]


def _sentence(dice: random.Random) -> str:
    return " ".join(dice.choices(_WORDS, k=20))
