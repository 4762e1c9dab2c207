"""Faults of sections, headings, numbers and the contents list."""

from __future__ import annotations

import random
from dataclasses import replace

from policy_kit.model import BlockKind
from tests.mutate.drafts import Draft, Injected, choose

_APART = ("", "document-control", "appendices")
# What other sections lean on, or what other checks read off: cutting one of these is more than one fault.
_LEANED_ON = (*_APART, "legislation-and-guidance")


def _chapter(draft: Draft, rng: random.Random, apart: tuple[str, ...]) -> tuple[int, int, str] | None:
    among = [c for c in draft.chapters() if c[2] not in apart]
    return rng.choice(among) if among else None


def section_cut(draft: Draft, rng: random.Random) -> Injected | None:
    """A whole section is gone, and the contents list was renewed."""
    found = _chapter(draft, rng, _LEANED_ON)
    if found is None:
        return None
    start, end, section = found
    draft.cut(start, end)
    draft.tidy()
    return Injected(("PK101", "PK102"), section=section, allowed=("PK103",), note=section)


def _renamed(text: str, way: int) -> str:
    """A heading as another school might put it."""
    lower = text[0].lower() + text[1:] if not text[:2].isupper() else text
    middle = len(text) // 2
    return (
        text.upper(),
        f"{text}:",
        f"Our approach to {lower}",
        f"Policy on {lower}",
        f"How do we manage {lower}?",
        f"{text} at our school",
        f"Section 4: {text}",
        text.replace(" and ", " & ") if " and " in text else f"{text} (whole school)",
        text[:middle] + text[middle + 1 :] if text[middle].isalpha() else f"{text}.",
        text.title(),
    )[way]


WAYS = 10
_SLIP = 8


def heading_renamed(draft: Draft, rng: random.Random) -> Injected | None:
    """A heading is worded anew: the section must still be found, and nothing is told."""
    found = _chapter(draft, rng, _APART)
    if found is None:
        return None
    way = rng.randrange(WAYS)
    text = _renamed(draft.blocks[found[0]].text, way)
    draft.say(found[0], text)
    draft.tidy()
    # A slip in a heading that is a guidance's title is told as one.
    return Injected(allowed=("PK307",) if way == _SLIP else (), note=f"way {way}: {text}")


def section_emptied(draft: Draft, rng: random.Random) -> Injected | None:
    """A heading of a part is left with nothing under it."""
    heads = draft.where(lambda b: b.is_heading and b.level == 2)
    heads = [at for at in heads if draft.section_of(at) not in _APART]
    at = choose(rng, [h for h in heads if not draft.blocks[h + 1].is_heading])
    if at is None:
        return None
    draft.add(at, "Help with homework online", BlockKind.HEADING, 2)
    draft.blocks[at] = replace(draft.blocks[at], style="heading 2")
    return Injected(("PK503",), (at + draft.tidy(),))


_POINTERS = (
    "Please see our {policy} policy, which sets out how we deal with this.",
    "This is covered in the {policy} policy.",
    "How the school handles this is set out in our {policy} policy.",
    "Details of our procedures can be found in the {policy} policy.",
)


def pointer_only(draft: Draft, rng: random.Random) -> Injected | None:
    """A section's text gives way to a line that sends the reader to another policy."""
    found = _chapter(
        draft, rng, (*_LEANED_ON, "roles-and-responsibilities", "risk-categories", "linked-policies")
    )
    if found is None:
        return None
    start, end, section = found
    draft.cut(start + 1, end)
    policy = rng.choice(("behaviour", "data protection", "child protection", "acceptable use"))
    draft.add(start + 1, rng.choice(_POINTERS).format(policy=policy))
    draft.tidy()
    # Where an appendix belongs to the section, it has more text than a pointer, and is told as thin.
    return Injected(("PK104", "PK102"), section=section, allowed=("PK103",), note=section)


def appendix_repeated(draft: Draft, rng: random.Random) -> Injected | None:
    """Two appendices bear one letter, in the text and in the list."""
    heads = draft.where(lambda b: b.is_heading and b.text.startswith("Appendix"))
    if len(heads) < 3:
        return None
    n = rng.randrange(len(heads) - 1)
    first, second = (draft.blocks[at].text[9] for at in heads[n : n + 2])
    old = draft.blocks[heads[n + 1]].text
    new = old.replace(f"Appendix {second}", f"Appendix {first}")
    for at in draft.where(lambda b: b.text == old):
        draft.say(at, new)
    return Injected(("PK702",), (heads[n], heads[n + 1]))


def number_skipped(draft: Draft, rng: random.Random) -> Injected | None:
    """Typed numbers jump: the last part of a section is one too high."""
    heads = draft.where(lambda b: b.is_heading and b.level == 2 and b.number[:1].isdigit())
    last = [
        a
        for a, b in zip(heads, [*heads[1:], 0], strict=True)
        if not draft.blocks[b].number.startswith(draft.blocks[a].number.split(".")[0] + ".")
    ]
    at = choose(rng, [h for h in last if int(draft.blocks[h].number.split(".")[1]) > 2])
    if at is None:
        return None
    chapter, part = draft.blocks[at].number.split(".")
    draft.blocks[at] = replace(draft.blocks[at], number=f"{chapter}.{int(part) + 1}")
    return Injected(("PK702",), (at,))


def contents_entry_lost(draft: Draft, rng: random.Random) -> Injected | None:
    """A line of the contents list is gone."""
    entries = draft.where(lambda b: b.kind is BlockKind.CONTENTS and b.style == "toc 1")
    at = choose(rng, entries[1:-1])
    if at is None:
        return None
    draft.cut(at, at + 1)
    return Injected(("PK701",))


def contents_entry_stays(draft: Draft, rng: random.Random) -> Injected | None:
    """The contents list names a section that is not there."""
    entries = draft.where(lambda b: b.kind is BlockKind.CONTENTS and b.style == "toc 2")
    at = choose(rng, entries)
    if at is None:
        return None
    draft.blocks.insert(at, replace(draft.blocks[at], text="Appendix Z: Rota for the breakfast club"))
    return Injected(("PK701",), allowed=("PK702",))


def headings_by_hand(draft: Draft, rng: random.Random) -> Injected | None:
    """No heading has a style."""
    for at in draft.where(lambda b: b.is_heading):
        draft.blocks[at] = replace(draft.blocks[at], heading_by="look", style="Normal")
    return Injected(("PK704",))
