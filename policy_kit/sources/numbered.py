"""Finds the headings of a document by their typed numbers, telling them from numbered lists.

Shared by the readers of formats without styles (plain text, PDF). What is a heading there is a matter of
the whole: its numbers run on through the document, text stands below it, and its words are no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policy_kit.model import Block, BlockKind, Part
from policy_kit.quick import dataclass, replace
from policy_kit.regexes import regex
from policy_kit.sources.heading_words import reads_like_heading
from policy_kit.sources.outline import number_depth, typed_number

_NAMED = regex(r"(?:appendix|annexe?|schedule)\s+(?:\d{1,2}|[A-Z]|[IVX]+)\b", re.IGNORECASE)
_PAGE_AFTER = regex(r"(?:\t|\s{2,}|[.…_]{2,}\s*)\d{1,3}$|\.{4,}|…{2,}")
_TWO_WORDS = regex(r"[\W\d_]*([^\W\d_]+)(?:[\W\d_]+([^\W\d_]+))?")
_SCHEME = 3  # numbered lines that are headings with nothing but their numbers to tell it
_STEP = 3  # how many numbers may be missing before a number is no longer the next
_SINGLE_WORDS, _DOTTED_WORDS = 14, 26


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    number: str
    parts: tuple[int, ...]  # () for "Appendix B"
    words: int


def numbered_headings(blocks: Sequence[Block]) -> dict[int, int]:
    """The places in `blocks` of the headings that typed numbers tell, with their levels.

    blocks: the running text in order, contents lists already marked. A label such as "Appendix B" is
    level 1, and lets the numbers start again below it.
    """
    candidates = [c for at, b in enumerate(blocks) if (c := _candidate(at, b)) is not None]
    standing = [c for run in _runs(candidates) for c in _not_listed(run)]
    return {c.at: len(c.parts) or 1 for c in _in_sequence(standing)}


def with_numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Where nothing else tells headings, the lines whose typed numbers do, if they are three or more."""
    if any(block.is_heading for block in blocks):
        return tuple(blocks)
    levels = numbered_headings(blocks)
    if len(levels) < _SCHEME:
        return tuple(blocks)
    return tuple(
        replace(b, kind=BlockKind.HEADING, level=min(levels[at], 9), heading_by="look") if at in levels else b
        for at, b in enumerate(blocks)
    )


def _candidate(at: int, block: Block) -> _Candidate | None:
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or len(block.text) > 250:
        return None
    if block.part not in (Part.BODY, Part.TEXT_BOX):
        return None
    text = block.text.strip()
    if not (text[:1].isdigit() or text[:1] in "(AaSs"):
        return None
    number, rest = typed_number(text)
    if not number or "\n" in text or _PAGE_AFTER.search(text):
        return None
    words = len(rest.split())
    if _NAMED.match(number):
        named = words <= _SINGLE_WORDS and not rest.endswith((".", ";", ","))
        return _Candidate(at, number, (), words) if named else None
    if not re.fullmatch(r"\d+(?:\.\d+)*", number) or not rest or text.startswith("("):
        return None
    parts = tuple(int(p) for p in number.split("."))
    return (
        _Candidate(at, number, parts[: number_depth(number)], words)
        if _titles(text, rest, len(parts))
        else None
    )


def _titles(text: str, rest: str, depth: int) -> bool:
    """Whether the words after a number title what follows. "4.1 The leadership team will:" does, as its
    number is one of a scheme; "1. We will:" need not.
    """
    words = rest.split()
    if rest.endswith((".", ";", ",", "!")) or not (
        rest[0].isupper() or rest[0] in "\"'“‘(" or rest[:2] in ("e-", "iP")
    ):
        return False
    if depth == 1:
        return len(words) <= _SINGLE_WORDS and reads_like_heading(text)
    return len(words) <= _DOTTED_WORDS and not re.search(r"[.;]\s+[A-Z]", rest)


def _runs(candidates: Sequence[_Candidate]) -> Iterator[list[_Candidate]]:
    """Candidates that stand one upon another with rising numbers, together: a list, or a heading and its
    first subheading."""
    run: list[_Candidate] = []
    for candidate in candidates:
        if run and (candidate.at != run[-1].at + 1 or candidate.parts <= run[-1].parts):
            yield run
            run = []
        run.append(candidate)
    if run:
        yield run


def _not_listed(run: list[_Candidate]) -> Iterator[_Candidate]:
    """The members of a run that are headings: not those with a like one directly above or below."""
    for place, candidate in enumerate(run):
        near = run[max(place - 1, 0) : place] + run[place + 1 : place + 2]
        like = [c for c in near if len(c.parts) == len(candidate.parts) and candidate.parts]
        if len(candidate.parts) >= 2:
            listed = len(like) == 2 or (bool(like) and candidate.words > 8)
        else:
            listed = bool(like)
        if not listed:
            yield candidate


def _in_sequence(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Those whose numbers carry on from the last: a list further down that starts at 1 again does not."""
    top = 0
    restart = True
    for candidate in candidates:
        if not candidate.parts:
            restart = True
            yield candidate
        elif len(candidate.parts) == 1:
            number = candidate.parts[0]
            if top <= number <= top + _STEP or (restart and number == 1):
                top, restart = number, False
                yield candidate
        elif restart or top <= candidate.parts[0] <= top + _STEP:
            top = candidate.parts[0]
            yield candidate


def with_broken_contents(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Mark as CONTENTS a contents list that a PDF broke into lines and stray page numbers.

    Its entries are told by their echo: number and first words stand again further down, as headings.
    """
    keys = [_echo_key(b) for b in blocks]
    last = {key: at for at, key in enumerate(keys) if key}
    echoed = [at for at, key in enumerate(keys) if key and last[key] > at]
    if not echoed:
        return tuple(blocks)
    body = min(last[key] for at in echoed if (key := keys[at]))
    entries = [at for at in echoed if at < body]
    if len(entries) < 4 or body > 0.65 * len(blocks):
        return tuple(blocks)
    marked = set(entries)
    for at in range(entries[0], body):
        text = blocks[at].text
        if at > entries[-1] and at - 1 not in marked:
            break
        stray = re.fullmatch(r"\d{1,3}", text)
        numbered = keys[at] is not None and len(text.split()) <= _SINGLE_WORDS and not text.endswith(".")
        tail = at - 1 in marked and len(text.split()) <= 6 and not re.search(r"[:.]|\d{4}", text)
        if stray or numbered or (tail and keys[at - 1]):
            marked.add(at)
    return tuple(
        replace(b, kind=BlockKind.CONTENTS, level=0, heading_by="") if at in marked else b
        for at, b in enumerate(blocks)
    )


def _echo_key(block: Block) -> tuple[str, ...] | None:
    if block.kind is BlockKind.CONTENTS or block.part is not Part.BODY or len(block.text) > 250:
        return None
    number, rest = typed_number(block.text.replace(" | ", " "))
    if not number:
        return None
    words = _TWO_WORDS.match(rest.casefold())
    return (number, words[1], words[2] or "") if words else None
