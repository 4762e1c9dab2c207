"""Faults of repetition: sections and passages pasted again."""

from __future__ import annotations

import random
import re

from policy_kit.model import BlockKind
from tests.mutate.drafts import Draft, Injected, choose


def _edited(text: str, rng: random.Random) -> str:
    """A text with one or two words put in, as someone mends one of two copies."""
    words = text.split()
    for _ in range(min(2, len(words) // 12)):
        middles = [n for n in range(1, len(words)) if words[n].islower() and words[n - 1].isalpha()]
        middles = [n for n in middles if words[n - 1].lower() not in ("a", "an")]
        if middles:
            words.insert(rng.choice(middles), rng.choice(("always", "usually", "promptly")))
    return " ".join(words)


def section_twice(draft: Draft, rng: random.Random) -> Injected | None:
    """A section stands again further on, a few words changed and its bullets in another order."""
    apart = (
        "",
        "document-control",
        "appendices",
        "useful-contacts",
        "linked-policies",
        "roles-and-responsibilities",
    )
    among = [c for c in draft.chapters() if c[2] not in apart]
    long = [(a, b) for a, b, _ in among if sum(len(x.text.split()) for x in draft.blocks[a:b]) > 60]
    if not long:
        return None
    start, end = rng.choice(long)
    copy = draft.blocks[start:end]
    after = rng.choice([b for a, b, _ in draft.chapters()[1:-1] if a >= start])
    body = copy[1:]
    if all(b.kind is BlockKind.LIST_ITEM for b in body) and rng.random() < 0.5:
        rng.shuffle(body)
    draft.add(after, copy[0].text, BlockKind.HEADING, 1)
    for offset, block in enumerate(body, 1):
        level = block.level
        draft.add(after + offset, _edited(block.text, rng), block.kind, level)
    moved = draft.tidy()
    return Injected(("PK201",), (start + moved, after + moved), note=copy[0].text)


def passage_twice(draft: Draft, rng: random.Random) -> Injected | None:
    """A paragraph of a section stands in it a second time."""
    at = choose(rng, [p for p in draft.body_paragraphs(30) if "\n" not in draft.blocks[p].text])
    if at is None:
        return None
    _, end, _ = next(c for c in draft.chapters() if c[0] < at < c[1])
    draft.add(end, draft.blocks[at].text)
    # A part of the section that is this paragraph alone stands twice as a section.
    return Injected(("PK202", "PK201"), (at, at - 1, end), note=draft.blocks[at].text[:40])


def bullet_twice(draft: Draft, rng: random.Random) -> Injected | None:
    """A bullet stands twice in one list, the second time with a name or a word changed."""
    last, _, _ = draft.chapters()[-1]  # the appendices: an agreement may repeat itself
    lists = [
        at
        for at in draft.where(lambda b: b.kind is BlockKind.LIST_ITEM and len(b.text.split()) >= 12)
        if at < last
        and draft.section_of(at) not in ("", "appendices", "useful-contacts", "legislation-and-guidance")
    ]
    at = choose(rng, lists)
    if at is None:
        return None
    end = at
    while draft.blocks[end].kind is BlockKind.LIST_ITEM:
        end += 1
    text = re.sub(r"\bstaff\b", "all staff", draft.blocks[at].text, count=1)
    draft.add(end, text, BlockKind.LIST_ITEM, draft.blocks[at].level)
    return Injected(("PK202",), (at, end), note=text)
