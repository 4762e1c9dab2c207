"""Faults of names: another school's, people's, posts', nations' and phases'."""

from __future__ import annotations

import random
import re
from typing import Any

from tests.mutate.drafts import Draft, Injected, choose

_OTHERS = (
    "Marlpit Hill Primary School",
    "St Wilfrid's Catholic Academy",
    "Ravensbourne High School",
    "Tolworth Green Infant School",
    "The Winterborne Academy",
)


def other_school(draft: Draft, rng: random.Random) -> Injected | None:
    """Another school's name stands in one paragraph."""
    at = choose(rng, draft.body_paragraphs())
    if at is None:
        return None
    if not draft.clean.school_name and not draft.known:
        return None  # a school that the policy does not name may be any
    name = rng.choice(_OTHERS)
    form = rng.choice(
        ("At {} this is checked each term.", "Staff of {} follow this.", "{} keeps a record of it.")
    )
    draft.say(at, f"{draft.blocks[at].text} {form.format(name)}")
    return Injected(("PK601",), (at,), note=name)


def _name(given: Any) -> str:
    return str(given["name"] if isinstance(given, dict) else given)


def lead_changed(draft: Draft, rng: random.Random) -> Injected | None:
    """The safeguarding lead has another name in one place."""
    dsl = _name(draft.profile["dsl"])
    places = draft.where(
        lambda b: re.search(rf"{re.escape(dsl)}, the designated safeguarding lead", b.text) is not None
    )
    at = choose(rng, places)
    if at is None:
        return None
    other = rng.choice(("Mrs Harriet Quill", "Mr Tobias Wren", "Ms Dalia Fenn"))
    draft.swap(at, f"{dsl}, the designated", f"{other}, the designated")
    return Injected(("PK603",), (at, *_key_row(draft, "Designated safeguarding lead")))


def _key_row(draft: Draft, post: str) -> list[int]:
    return draft.where(lambda b: bool(b.cells) and b.cells[0].startswith(post))


def head_title(draft: Draft, rng: random.Random) -> Injected | None:
    """One paragraph gives the head another title."""
    at = choose(rng, draft.body_paragraphs())
    if at is None:
        return None
    other = "Headteacher" if str(draft.profile["head_title"]) == "Principal" else "Principal"
    draft.say(at, f"{draft.blocks[at].text} The {other} is told the same day.")
    return Injected(("PK603",), note=other)


def name_blank(draft: Draft, rng: random.Random) -> Injected | None:
    """A key person's name was not filled in."""
    post = rng.choice(("Designated safeguarding lead", "Link governor", "Headteacher", "Principal"))
    at = choose(rng, [r for r in _key_row(draft, post) if len(draft.blocks[r].cells) == 3])
    if at is None:
        return None
    cells = draft.blocks[at].cells
    draft.say(at, f"{cells[0]} |  | {cells[2]}")
    return Injected(("PK602",), (at,), note=post)


_NATIONS = (
    "Our self-review is sent to Estyn each year.",
    "Lessons are planned with Hwb and the Digital Competence Framework of Wales.",
    "We follow the National Guidance for Child Protection in Scotland.",
    "The Education Authority of Northern Ireland runs our network with C2k.",
)


def wrong_nation(draft: Draft, rng: random.Random) -> Injected | None:
    """A sentence is of another nation's schools."""
    at = choose(rng, draft.body_paragraphs())
    if at is None:
        return None
    sentence = rng.choice(_NATIONS)
    draft.say(at, f"{draft.blocks[at].text} {sentence}")
    return Injected(("PK604",), (at,), note=sentence)


def wrong_phase(draft: Draft, rng: random.Random) -> Injected | None:
    """A sentence is of children that the school does not have."""
    phase = str(draft.profile["phase"])
    said = {
        "primary": "Sixth form students may use their own laptops at KS5.",
        "infant": "Pupils in Year 9 choose their GCSE options online.",
        "junior": "Pupils in KS4 sign for their own laptops.",
        "nursery": "Pupils in Year 11 sign for their own laptops.",
        "secondary": "Children in the Early Years Foundation Stage use tablets with an adult, as KS1 does.",
    }.get(phase)
    if not draft.known and phase not in draft.clean.school_name.lower():
        return None
    at = choose(rng, draft.body_paragraphs())
    if at is None or said is None:
        return None
    draft.say(at, f"{draft.blocks[at].text} {said}")
    return Injected(("PK604",), (at,), note=f"{phase}: {said}")


def other_trust(draft: Draft, rng: random.Random) -> Injected | None:
    """Another trust's name stands in one paragraph of a school in a trust."""
    at = choose(rng, draft.body_paragraphs())
    own = draft.profile.get("trust_name") if draft.known else draft.clean.trust_name
    if at is None or not own:
        return None
    draft.say(at, f"{draft.blocks[at].text} The Chalk Downs Multi Academy Trust is told of it.")
    return Injected(("PK601",), (at,))
