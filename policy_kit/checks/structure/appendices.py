"""Appendix labels used twice, left out, or pointed to though there is no such appendix."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from policy_kit.checks.outline import AppendixLabel, Section, appendix_label
from policy_kit.checks.placing import around
from policy_kit.checks.running_text import Hit, text_of
from policy_kit.model import Block, BlockKind, Confidence, Document
from policy_kit.quick import dataclass
from policy_kit.regexes import seldom

_POINTER = seldom(r"\b(Appendix|Annexe?)\s+(\d{1,2}|[A-H])\b(?!\s*(?:[-–:]\s*\w|\.\d))", re.IGNORECASE)
_ELSEWHERE = seldom(
    r"\b(?:KCSIE|keeping children|working together|guidance|DfE|statutory|UKCIS|framework|EYFS|Prevent"
    r"|(?:child protection|safeguarding"
    r"|behaviour|anti-bullying|data protection|staff|other|separate|that"
    r"|another) (?:and \w+ )?(?:policy|policies|handbook|document)"
    r"|our [\w ]{3,40} policy|code of conduct|handbook|Ofsted|Act|trust)\b",
    re.IGNORECASE,
)
_NAMED_AFTER = seldom(r"\s*(?:of|in|to|from) (?:the |our )?(?!this\b)[A-Z‘'“\"]")


@dataclass(frozen=True, slots=True)
class AppendixFault:
    """One thing wrong with the appendices, ready to be told."""

    block: Block
    message: str
    suggestion: str
    quote: str
    confidence: Confidence
    related: tuple[Block, ...]
    key: str


def appendix_faults(document: Document, sections: Sequence[Section]) -> Iterator[AppendixFault]:
    """Yield the appendix labels that stand twice, the gaps, and the pointers to none."""
    by_label: dict[AppendixLabel, list[Section]] = defaultdict(list)
    for section in sections:
        if section.appendix and section.appendix.mark:
            by_label[section.appendix].append(section)
    yield from _repeated(by_label)
    standing = _standing(document)
    yield from _gaps(by_label, standing)
    if standing:
        yield from _lost(document, standing)


def _repeated(by_label: dict[AppendixLabel, list[Section]]) -> Iterator[AppendixFault]:
    for label, same in by_label.items():
        titles = list(dict.fromkeys(s.title.casefold() for s in same))
        if len(same) > 1 and len(titles) > 1:
            yield AppendixFault(
                same[1].heading,
                f"{label} stands before {len(same)} headings: {' and '.join(f'“{s.title}”' for s in same)}.",
                "Renumber the later ones, and put right the places that point to them.",
                same[1].heading.display,
                Confidence.HIGH,
                tuple(s.heading for s in same),
                str(label),
            )


def _standing(document: Document) -> frozenset[tuple[str, str]]:
    """The appendices there are: any short line that opens with a label counts, whatever its style."""
    labels = (appendix_label(b.text) for b in document.text_blocks if len(b.text) < 160)
    return frozenset((label.word, label.mark) for label in labels if label and label.mark)


def _gaps(
    by_label: dict[AppendixLabel, list[Section]], standing: frozenset[tuple[str, str]]
) -> Iterator[AppendixFault]:
    before: tuple[AppendixLabel, int] | None = None
    for label, same in by_label.items():
        place = _ordinal(label.mark)
        if place and before and before[0].word == label.word and place > before[1] + 1:
            missing = [_same_kind(label.mark, n) for n in range(before[1] + 1, place)]
            missing = [m for m in missing if (label.word, m) not in standing]
            if 0 < len(missing) <= 2:
                names = " and ".join(str(AppendixLabel(label.word, m)) for m in missing)
                yield AppendixFault(
                    same[0].heading,
                    f"There is no {names}: {label} comes next after {before[0]}.",
                    "Check that no appendix was lost. If none was, renumber those after the gap.",
                    same[0].heading.display,
                    Confidence.MEDIUM,
                    (),
                    names,
                )
        if place:
            before = (label, place)


def _ordinal(mark: str) -> int:
    if mark.isdigit():
        return int(mark)
    return ord(mark) - ord("A") + 1 if len(mark) == 1 and "A" <= mark <= "Z" else 0


def _same_kind(mark: str, place: int) -> str:
    return str(place) if mark.isdigit() else chr(ord("A") + place - 1)


def _lost(document: Document, standing: frozenset[tuple[str, str]]) -> Iterator[AppendixFault]:
    """Pointers to appendices of this policy that do not exist, told as one fault."""
    lost: dict[AppendixLabel, list[Hit]] = defaultdict(list)
    for hit in text_of(document).find(_POINTER, "appendix ", "annex"):
        word = "annex" if hit.match[1].lower().startswith("annex") else "appendix"
        label = AppendixLabel(word, hit.match[2].upper())
        if hit.block.is_heading or hit.block.kind is BlockKind.CONTENTS:
            continue
        if (word, label.mark) not in standing and not _points_elsewhere(hit) and hit.before.strip():
            lost[label].append(hit)
    known = {word for word, _ in standing}
    # A policy with appendices that speaks of an annex most likely means another document's.
    labels = [label for label in lost if label.word in known]
    if labels:
        first = lost[labels[0]][0]
        names = " and ".join(str(label) for label in labels)
        there = "there is no such appendix" if len(labels) == 1 else "there are no such appendices"
        yield AppendixFault(
            first.block,
            f"The text points to {names}, but {there}.",
            "Add what is missing, or point to where the matter now stands.",
            around(first.text, first.start, first.end),
            Confidence.MEDIUM,
            tuple(hit.block for label in labels for hit in lost[label]),
            f"lost {names}",
        )


def _points_elsewhere(hit: Hit) -> bool:
    """Whether the sentence speaks of another document's appendix."""
    return bool(
        _ELSEWHERE.search(f"{hit.sentence_before} {hit.sentence_after}") or _NAMED_AFTER.match(hit.after)
    )
