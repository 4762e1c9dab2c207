"""Policies to renew: generated, edited in their XML, and read again as a person reads them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from policy_kit.compare.redline import read_word
from policy_kit.generate import generate_policy
from policy_kit.generate.package import DOCUMENT, pack, parse, serialise, unpack
from policy_kit.generate.wordml import P, T, w
from policy_kit.model import Part
from policy_kit.profile import Profile, load_profile

ROOT = Path(__file__).resolve().parents[2]
PROFILE = ROOT / "examples" / "primary-in-a-trust" / "profile.yaml"
LAST_YEAR, THIS_YEAR = date(2025, 9, 10), date(2026, 11, 30)


def this_years(**changed: Any) -> Profile:
    """The profile of an invented school, with fields changed."""
    found = load_profile(PROFILE)
    return Profile({**found.fields, **changed}, found.path) if changed else found


@cache
def generated(dsl: str = "") -> bytes:
    """The school's policy as generated last year, with another DSL if named."""
    changed = {"dsl": {"name": dsl, "contact": "ext 209"}, "policy_owner": {"name": "Ms Ode"}} if dsl else {}
    return generate_policy(this_years(**changed), on=LAST_YEAR)


def lines(data: bytes) -> list[str]:
    """What a Word file's body says, paragraph by paragraph, the contents list left out."""
    word = read_word(data, "a policy")
    return [
        p.text.strip() for p in word.paragraphs if p.part is Part.BODY and not p.contents and p.text.strip()
    ]


def with_body(data: bytes, edit: Callable[[list[Any]], None]) -> bytes:
    """A Word file after an edit of the plain paragraphs of its body."""
    parts = unpack(data, "a policy")
    root = parse(parts[DOCUMENT], "a policy", DOCUMENT)
    edit(plain_paragraphs(root))
    parts[DOCUMENT] = serialise(root)
    return pack(parts)


def plain_paragraphs(root: Any) -> list[Any]:
    """The body's paragraphs with words: no headings, nothing in tables or in the contents list."""
    body = root.find(w("body"))
    return [
        p
        for p in body.iterchildren(P)
        if "".join(t.text or "" for t in p.iter(T)).strip() and not _is_heading(p)
    ]


def _is_heading(paragraph: Any) -> bool:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    name = "" if style is None else style.get(w("val"), "")
    return name.startswith(("Heading", "Appendix", "TOC", "Title", "Contents", "Subtitle", "Cover"))


def write(paragraph: Any, text: str) -> None:
    """Put a text in the place of all that a paragraph says, in the look of its first run."""
    held = list(paragraph.iter(T))
    held[0].text = text
    for other in held[1:]:
        other.text = ""


def said(paragraph: Any) -> str:
    return "".join(t.text or "" for t in paragraph.iter(T))


def put_after(paragraph: Any, text: str) -> None:
    """A new paragraph behind another, in its look."""
    new = copy.deepcopy(paragraph)
    write(new, text)
    paragraph.addnext(new)
