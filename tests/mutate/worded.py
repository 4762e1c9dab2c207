"""Faults of guidance, terms, bodies, addresses and time: sentences put in, and editions set back."""

from __future__ import annotations

import random
from dataclasses import replace

from policy_kit.model import BlockKind, Link
from tests.mutate.drafts import Draft, Injected, choose


def _told(
    draft: Draft, rng: random.Random, sentence: str, codes: tuple[str, ...], *allowed: str
) -> Injected | None:
    """Put a sentence at the end of a paragraph of the policy."""
    at = choose(rng, draft.body_paragraphs())
    if at is None:
        return None
    draft.say(at, f"{draft.blocks[at].text} {sentence}")
    return Injected(codes, (at,), allowed=allowed, note=sentence)


def edition_set_back(draft: Draft, rng: random.Random) -> Injected | None:
    """One citation names an edition that was replaced."""
    at = choose(rng, draft.where(lambda b: b.kind is BlockKind.LIST_ITEM and b.text.startswith(_CITED)))
    if at is None:
        return None
    year = rng.choice(("2021", "2022", "2023", "2024", "2025"))
    old = draft.blocks[at].text
    title = next(t for t in _CITED if old.startswith(t))
    if title.startswith("Working"):
        year = rng.choice(("2018", "2023"))
    draft.say(at, old.replace("2026", year))
    return Injected(("PK301",), (at,), allowed=("PK305",), note=f"{title} {year}")


_CITED = ("Keeping children safe in education 2026", "Working together to safeguard children 2026")
_OLD_EDITIONS = (
    "Staff have read part one of Keeping children safe in education (2023).",
    "This follows KCSIE 2022.",
    "We follow the EYFS statutory framework 2021.",
    "The board has read Working together to safeguard children (2018).",
    "Our relationships lessons follow the statutory RSHE guidance of 2019.",
)


def old_edition_cited(draft: Draft, rng: random.Random) -> Injected | None:
    """A sentence names an old edition in another section."""
    return _told(draft, rng, rng.choice(_OLD_EDITIONS), ("PK301",), "PK305")


_WITHDRAWN = (
    "We follow Sexual violence and sexual harassment between children in schools and colleges (2021).",
    "Personal records are kept under the Data Protection Act 1998.",
)


def withdrawn_guidance(draft: Draft, rng: random.Random) -> Injected | None:
    """A sentence rests on guidance or law that is gone."""
    return _told(draft, rng, rng.choice(_WITHDRAWN), ("PK302",))


_TERMS = (
    "All peer on peer abuse is recorded.",
    "We treat sexting as a safeguarding matter.",
    "Our e-safety lessons are planned by the computing lead.",
    "Pupils learn about the three areas of risk: content, contact and conduct.",
    "Youth produced sexual imagery is never forwarded.",
    "Nobody is to be exposed to child pornography.",
    "Revenge porn is a crime.",
    "SRE lessons come before the summer.",
)


def term_retired(draft: Draft, rng: random.Random) -> Injected | None:
    """A sentence uses words that guidance gave up."""
    return _told(draft, rng, rng.choice(_TERMS), ("PK303",))


_BODIES = (
    "Parents find more at www.thinkuknow.co.uk.",
    "We use the resources of UKCCIS.",
    "The Local Safeguarding Children Board offers courses.",
    "The NSPCC's Net Aware site has reviews of apps.",
    "Becta's advice on systems is followed.",
    "Parents may report fraud to Action Fraud.",
)


def body_closed(draft: Draft, rng: random.Random) -> Injected | None:
    """A sentence sends the reader to a body or service that has closed."""
    return _told(draft, rng, rng.choice(_BODIES), ("PK304", "PK303"))


_PASSED = (
    "During the national lockdown, lessons are held online.",
    "While schools are closed because of COVID-19, we ring each family.",
    "This year's Safer Internet Day 2023 is led by Year 6.",
    "In September 2022 we will introduce new lessons on this.",
)


def time_bound(draft: Draft, rng: random.Random) -> Injected | None:
    """A sentence is of a time that has passed."""
    return _told(draft, rng, rng.choice(_PASSED), ("PK306",))


_MISSPELT = (
    "Help is at helpline@saferrinternet.org.uk.",
    "We follow Keeping children safe in eduction.",
    "Look at www.internetmaters.org with your child.",
    "The Internet Watch Foundaton takes reports.",
    "Childline is on 0800 1112 for every child.",
    "The UK Safer Intenet Centre has resources.",
    "Report it at reportharmfulcontant.com.",
)


def reference_misspelt(draft: Draft, rng: random.Random) -> Injected | None:
    """A known title, body, address or number has a slip in it."""
    return _told(draft, rng, rng.choice(_MISSPELT), ("PK307",))


_ADDRESSES = (
    ("empty", "our page for parents", ""),
    ("file", "the form", "file:///S:/Shared/forms/form.docx"),
    ("space", "the site", "https://www.parents corner.example/"),
    ("twice", "the guide", "https://https://www.guide.example/"),
)


def link_broken(draft: Draft, rng: random.Random) -> Injected | None:
    """A link leads nowhere."""
    at = choose(rng, draft.body_paragraphs())
    if at is None:
        return None
    kind, words, target = rng.choice(_ADDRESSES)
    block = draft.blocks[at]
    text = f"{block.text} More is on {words}."
    draft.blocks[at] = replace(block, text=text, links=(*block.links, Link(words, target)))
    return Injected(("PK705",), (at,), note=kind)


def address_split(draft: Draft, rng: random.Random) -> Injected | None:
    """A typed address is broken by a space."""
    return _told(
        draft, rng, "More is at https://www.parents-corner.example/online- safety-at-home/games.", ("PK705",)
    )


_GARBAGE = ("â€™", "\u0ea7\u0eb2\u0ea3", "Ã©", "\ufffd", "&nbsp;", "<u>", "**")


def garbage(draft: Draft, rng: random.Random) -> Injected | None:
    """Characters or markup that do not belong stand in a sentence."""
    at = choose(rng, draft.body_paragraphs())
    if at is None:
        return None
    words = draft.blocks[at].text.split(" ")
    middle = rng.randrange(3, len(words) - 2)
    mark = rng.choice(_GARBAGE)
    if mark in ("<u>", "**"):
        words[middle] = f"{mark}{words[middle]}{mark.replace('<', '</')}"
    else:
        words[middle] = (
            f"{words[middle]}{mark}" if mark in ("â€™", "Ã©", "\ufffd") else f"{words[middle]} {mark}"
        )
    draft.say(at, " ".join(words))
    return Injected(("PK707",), (at,), note=repr(mark))
