"""Faults of completeness: blanks, notes of the template, text cut short, marks left in the file."""

from __future__ import annotations

import random

from policy_kit.model import BlockKind, Comment, NotChecked
from tests.mutate.drafts import Draft, Injected, choose

_BLANKS = (
    "[insert name]",
    "[name of school]",
    "xx/xx/xxxx",
    "{{ dsl.name }}",
    "<insert product>",
    "TBC",
    "________________",
    "[INSERT DATE]",
    "XXXX",
    "[add details here]",
)


def placeholder(draft: Draft, rng: random.Random) -> Injected | None:
    """A blank of a template stands in a sentence."""
    at = choose(rng, draft.body_paragraphs())
    if at is None:
        return None
    blank = rng.choice(_BLANKS)
    draft.say(at, f"{draft.blocks[at].text} Questions about this go to {blank}.")
    return Injected(("PK501",), (at,), note=blank)


_NOTES = (
    "Delete as appropriate.",
    "Adapt this template to your own setting before you adopt it.",
    "Schools should insert their own arrangements here.",
    "Note to author: remove this paragraph before the policy is approved.",
    "You should amend this section to reflect what your school does.",
)


def template_note(draft: Draft, rng: random.Random) -> Injected | None:
    """The template's word to its author stands in the policy."""
    at = choose(rng, draft.body_paragraphs())
    if at is None:
        return None
    note = rng.choice(_NOTES)
    draft.add(at + 1, note)
    return Injected(("PK504",), (at + 1,), allowed=("PK501",) if "insert" in note else (), note=note)


_CHOICES = (
    "The Headteacher/Principal decides what is done.",
    "It is reported to the Governing Body / Board of Trustees / Proprietor.",
    "The school/academy/college keeps a record.",
)


def choice_left(draft: Draft, rng: random.Random) -> Injected | None:
    """A choice that the template offers was not made."""
    at = choose(rng, draft.body_paragraphs())
    if at is None:
        return None
    choice = rng.choice(_CHOICES)
    draft.say(at, f"{draft.blocks[at].text} {choice}")
    return Injected(("PK504",), (at,), allowed=("PK603",), note=choice)


def tail_cut(draft: Draft, rng: random.Random) -> Injected | None:
    """The list after a lead-in is lost; the next thing is a heading or a sentence."""
    leads = [
        at
        for at in draft.where(lambda b: b.kind is BlockKind.PARAGRAPH and b.text.endswith(":"))
        if draft.section_of(at) not in ("", "appendices", "document-control")
        and draft.blocks[at + 1].kind is BlockKind.LIST_ITEM
    ]
    at = choose(rng, leads)
    if at is None:
        return None
    end = at + 1
    while draft.blocks[end].kind is BlockKind.LIST_ITEM:
        end += 1
    draft.cut(at + 1, end)
    return Injected(
        ("PK502",), (at,), allowed=("PK101", "PK102", "PK103", "PK503"), note=draft.blocks[at].text
    )


def _before_no_list(draft: Draft, least: int) -> list[int]:
    """Paragraphs that no list follows, which could go on with them."""
    paragraphs = draft.body_paragraphs(least)
    return [at for at in paragraphs if draft.blocks[at + 1].kind is not BlockKind.LIST_ITEM]


def sentence_cut(draft: Draft, rng: random.Random) -> Injected | None:
    """A paragraph stops in the middle of a sentence."""
    at = choose(rng, _before_no_list(draft, 25))
    if at is None:
        return None
    end = rng.choice(
        (" It is agreed with the", " Staff may also ask for their", " This is read by governors and")
    )
    draft.say(at, draft.blocks[at].text + end)
    return Injected(("PK502",), (at,), note=end)


def bullet_cut(draft: Draft, rng: random.Random) -> Injected | None:
    """A last bullet stops after a joining word."""
    at = choose(rng, _before_no_list(draft, 15))
    if at is None:
        return None
    for offset, text in enumerate(
        ("We look at:", "what pupils tell us in surveys", "what staff and parents say, and")
    ):
        draft.add(at + 1 + offset, text, BlockKind.LIST_ITEM if offset else BlockKind.PARAGRAPH)
    return Injected(("PK502",), (at + 3,))


def tracked_change(draft: Draft, rng: random.Random) -> Injected | None:
    """Tracked changes, or a comment, were left in the file."""
    if rng.random() < 0.5:
        draft.changes["revisions"] = rng.randrange(1, 9)
    else:
        at = draft.body_paragraphs()[0]
        where = draft.clean.document.location(draft.clean.document.blocks[draft.blocks[at].index])
        draft.changes["comments"] = (Comment("A. N. Other", "Is this still so?", where),)
    return Injected(("PK703",))


def not_read(draft: Draft, rng: random.Random) -> Injected | None:
    """A part could not be read."""
    at = draft.body_paragraphs()[0]
    where = draft.clean.document.location(draft.clean.document.blocks[draft.blocks[at].index])
    draft.changes["not_checked"] = (NotChecked("a picture", "it may hold text, which is not read", where),)
    return Injected(("PK706",))
