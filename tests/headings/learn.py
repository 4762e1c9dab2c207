"""Learns what the words of headings and their texts tell of sections, and how much each sign weighs.

Learned from the labelled headings of the tune part of the corpus, the tune half of the bank of headings and
the standard's own words; never from what is only measured. The signs are weighed by what is told of documents
whose words were not learned from, each sixth in turn, so that they hold for policies never seen.

    python -m tests.headings.learn             headings told as the reader does, document by document unseen
    python -m tests.headings.learn --write     and keep what was learned with the package
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from policy_kit.audit import AuditOptions, audit_file, facts_for
from policy_kit.sections import settling
from policy_kit.sections.headings import clean_heading
from policy_kit.sections.likely import FILE, NONE, Learned, features, written
from policy_kit.sections.lines import split_sentences
from policy_kit.sections.outline import Heading
from policy_kit.sections.weighing import Signs, Way, weigh
from policy_kit.sections.wording import stems_of
from tests.evaluate.labels import TUNED, Labelled, Readings, corpus
from tests.evaluate.layouts import built
from tests.evaluate.measuring import DAY
from tests.evaluate.scoring import headings_told
from tests.headings.bank import STANDARD, load
from tests.points import bank as wordings

SECTIONS = (*(s.id for s in STANDARD.sections), NONE)
_PARTS = 6
_WORDS = 5_000  # kept, those that tell most
_TIMES, _RATE, _LESS = 6, 0.15, 1e-4
# What an example of each counts, a heading of the corpus with its text counting 1.
_BANKED, _STANDARDS, _POINTS, _WORDINGS, _PARTS_COUNT = 0.5, 0.2, 0.3, 0.4, 0.4

Weights = dict[str, list[float]]


@dataclass(frozen=True)
class Example:
    """What a heading or a text is known by, the sections it is of, and how much it counts."""

    told: dict[str, float]
    sections: tuple[int, ...]
    counts: float = 1.0


@dataclass
class Seen:
    """A labelled heading with its text, and the signs by words learned elsewhere."""

    document: str
    readings: Readings
    head: tuple[str, ...]
    parts: list[settling.Sentences]
    held: tuple[str, ...]
    signs: dict[str, Signs] = field(default_factory=dict)

    @property
    def examples(self) -> Iterator[Example]:
        """The heading with its text; and each of several parts alone, as it is judged alone too."""
        places = _places(self.readings[0])
        yield Example(features(self.head, [words for part in self.parts for words in part]), places)
        if len(self.parts) > 1:
            for part in filter(settling.is_of_something, self.parts):
                yield Example(features((), part), places, _PARTS_COUNT)


def _places(sections: Iterable[str]) -> tuple[int, ...]:
    return tuple(SECTIONS.index(s) for s in sorted(sections)) or (SECTIONS.index(NONE),)


def of_the_standard() -> Iterator[Example]:
    """The headings and points of the standard, and the tune halves of the banks of headings and wordings."""
    for item in load("tune"):
        yield Example(features(stems_of(clean_heading(item.heading)), ()), _places(item.sections), _BANKED)
    for wording in wordings.load("tune"):
        if wording.grants:
            lines = (line.strip("|-# ") for line in wording.fragment.splitlines()[1:])
            text = [stems for line in lines for one in split_sentences(line) if (stems := stems_of(one))]
            yield Example(features((), text), _places([wording.section]), _WORDINGS)
    for section in STANDARD.sections:
        own = _places([section.id])
        for point in section.points:
            yield Example(features((), [stems_of(point.text)]), own, _POINTS)
        for heading in (*section.headings, *(h for sub in section.subsections for h in sub.headings)):
            yield Example(features(stems_of(heading), ()), own, _STANDARDS)


def words_learned(examples: Sequence[Example]) -> Weights:
    """The weights of the words that tell most, learned anew with these alone."""
    often = Counter(word for example in examples for word in example.told)
    weights = _descend(examples, {word for word, times in often.items() if times > 1})
    kept = sorted(weights, key=lambda word: (-max(map(abs, weights[word])), word))[:_WORDS]
    return _descend(examples, set(kept))


def _descend(examples: Sequence[Example], words: set[str]) -> Weights:
    """Weights under which the examples are likely, by small steps (each weight at a rate of its own)."""
    weights: Weights = {word: [0.0] * len(SECTIONS) for word in sorted(words)}
    steps: Weights = {word: [1e-3] * len(SECTIONS) for word in weights}
    known = [
        ([(word, held) for word, held in example.told.items() if word in words], example)
        for example in examples
    ]
    for turn in range(_TIMES):
        random.Random(turn).shuffle(known)
        for told, example in known:
            for place, wrong in _wrong(weights, told, example):
                for word, held in told:
                    change = wrong * held + _LESS * weights[word][place]
                    steps[word][place] += change * change
                    weights[word][place] -= _RATE * change / math.sqrt(steps[word][place])
    return weights


def _wrong(weights: Weights, told: list[tuple[str, float]], example: Example) -> list[tuple[int, float]]:
    """How far the chances are from what the example says, by place; what is next to nothing left out."""
    sums = [0.0] * len(SECTIONS)
    for word, held in told:
        for place, weight in enumerate(weights[word]):
            sums[place] += held * weight
    most = max(sums)
    shares = [math.exp(one - most) for one in sums]
    total = sum(shares)
    out = [example.counts * share / total for share in shares]
    for place in example.sections:
        out[place] -= example.counts / len(example.sections)
    return [(place, wrong) for place, wrong in enumerate(out) if abs(wrong) > 0.004]


def as_kept(weights: Weights) -> Learned:
    """As it is kept: in steps, and without the words that then tell nothing."""
    words = {word: told for word, held in weights.items() if (told := written(held))}
    return Learned(SECTIONS, words, {})


def signs_learned(seen: Sequence[Seen]) -> dict[str, float]:
    """How much each sign weighs."""
    weights: Counter[str] = Counter()
    steps: Counter[str] = Counter()
    rows = [
        (one.told(), float(section in _nearest(heading)))
        for heading in seen
        for section, one in heading.signs.items()
    ]
    for turn in range(12):
        random.Random(turn).shuffle(rows)
        for told, so in rows:
            total = math.fsum(weights[name] * held for name, held in told.items())
            wrong = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - so
            for name, held in told.items():
                change = wrong * held + _LESS * weights[name]
                steps[name] += change * change
                weights[name] -= 0.5 * change / math.sqrt(steps[name] + 1e-6)
    return {name: round(weight, 2) for name, weight in sorted(weights.items())}


def _nearest(heading: Seen) -> frozenset[str]:
    """The reading of two that the given sections are nearest to."""
    return min(heading.readings, key=lambda reading: len(reading ^ frozenset(heading.held)))


def told_of(heading: Seen, weights: dict[str, float]) -> frozenset[str]:
    """What the signs tell."""
    sums = {section: weigh(one, weights) for section, one in heading.signs.items()}
    told = frozenset(s for s, weight in sums.items() if weight >= 0)
    if not told and heading.held and sums:
        given = settling.OUTWEIGHS
        told = frozenset([max(sums, key=lambda s: sums[s] + (given if s in heading.held else 0))])
    return told


def error_of(heading: Seen, told: frozenset[str]) -> str:
    """How what is told differs from what the reader says; '' if it does not."""
    if told in heading.readings:
        return ""
    reading = min(heading.readings, key=lambda one: len(one ^ told))
    if not told or not reading:
        return "told none" if reading else "told one of none"
    if told < reading:
        return "passed over a further one"
    return "told a further one" if reading < told else "told another"


def seen_with(words: Learned, documents: Iterable[Labelled]) -> list[Seen]:
    """The labelled headings with text of their own, and the signs by these words."""
    facts, options = facts_for(DAY, AuditOptions()), AuditOptions()
    out: list[Seen] = []
    kept: dict[int, Seen] = {}

    def of_text(self: settling._Settling, heading: Heading, held: tuple[str, ...]) -> tuple[str, ...]:
        head = stems_of(clean_heading(heading.block.text))
        kept[heading.block.index] = Seen("", (), head, self.parts(heading), held, self.signs(heading, held))
        return held

    with (
        TemporaryDirectory() as folder,
        patch.object(settling, "learned", lambda: words),
        patch.object(settling._Settling, "_of_text", of_text),
    ):
        for labels in documents:
            if not labels.is_policy:
                continue
            kept.clear()
            name, data = built(labels.text, labels.layout)
            path = Path(folder) / name
            path.write_bytes(data)
            policy = audit_file(path, facts, options)[0].policy
            assert policy is not None
            for block, readings in headings_told(labels, policy):
                if block is not None and (one := kept.get(block.index)):
                    one.document, one.readings = labels.name, readings
                    out.append(one)
    return out


def source_digest(documents: Iterable[Labelled]) -> str:
    """What stands for all that is learned from: labels and texts, what words and signs are read from them.

    The rules for evidence are not in it: they change often, and what is learned bears with it.
    """
    digest = sha256()
    for labels in documents:
        if labels.headings:
            readings = [(words, [sorted(one) for one in either]) for words, either in labels.headings]
            digest.update(repr((labels.name, labels.text, labels.layout, readings)).encode())
    for example in of_the_standard():
        digest.update(repr(example).encode())
    for section in STANDARD.sections:
        digest.update(repr((section.id, section.topic)).encode())
    for way, yes in itertools.product(Way, (True, False)):
        signs = Signs(way, 0.5, 0.25, yes, 0.1, 0.2, 0.3, yes, yes, yes, yes, 50)
        digest.update(repr(signs.told()).encode())
    digest.update(repr([sorted(one) for one in (settling._EVERYWHERE, settling._TOUCH_ON_ALL)]).encode())
    return digest.hexdigest()[:16]


def main() -> None:
    """Learn, say how far it holds for documents not learned from, and keep it if asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.headings.learn")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    documents = [labels for labels in corpus(TUNED) if labels.is_policy]
    standard = list(of_the_standard())
    unlearned = Learned(SECTIONS, {}, {})
    examples = {
        labels.name: [e for one in seen_with(unlearned, [labels]) for e in one.examples]
        for labels in documents
    }
    folds: list[list[Seen]] = []
    for part in range(_PARTS):
        names = {labels.name for labels in documents[part::_PARTS]}
        others = [e for name, held in examples.items() if name not in names for e in held]
        words = as_kept(words_learned([*others, *standard]))
        folds.append(seen_with(words, documents[part::_PARTS]))
    errors = Counter(
        error_of(heading, told_of(heading, weights))
        for fold in folds
        for weights in [signs_learned([h for other in folds if other is not fold for h in other])]
        for heading in fold
    )
    print(
        f"of headings with text, by words of other documents: {errors.pop('', 0)} of {sum(map(len, folds))}"
    )
    print("\n".join(f"  {number:4} {error}" for error, number in errors.most_common()))
    if options.write:
        words = as_kept(words_learned([*(e for held in examples.values() for e in held), *standard]))
        signs = signs_learned([heading for fold in folds for heading in fold])
        data = {
            "from": source_digest(documents),
            "sections": words.sections,
            "signs": signs,
            "words": words.words,
        }
        FILE.write_text(
            json.dumps(data, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
