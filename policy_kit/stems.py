"""The form in which a word is compared, so that its plurals, verb forms and spellings count as one."""

from __future__ import annotations

import re
from functools import lru_cache

_IRREGULAR = {
    "children": "child", "taught": "teach", "told": "tell", "held": "hold", "sent": "send",
    "kept": "keep", "made": "make", "making": "make", "taken": "take", "given": "give",
    "shown": "show", "spoken": "speak", "spoke": "speak", "written": "write", "wrote": "write",
    "seen": "see", "known": "know", "led": "lead", "chosen": "choose", "found": "find",
    "said": "say", "sought": "seek", "understood": "understand", "met": "meet", "dealt": "deal",
    "women": "woman", "men": "man", "learnt": "learn", "bodies": "body", "staffs": "staff",
    "data": "data", "media": "media", "lies": "lie", "is": "is", "was": "was", "has": "has", "this": "this",
    "bought": "buy", "brought": "bring", "lost": "lose", "heard": "hear", "built": "build", "caught": "catch",
    "spent": "spend", "lent": "lend", "sold": "sell", "stolen": "steal", "broken": "break", "drawn": "draw",
    "got": "get", "paid": "pay", "chose": "choose", "agreed": "agre", "forbidden": "forbid", "hidden": "hide",
    "thought": "think", "began": "begin", "ran": "run", "went": "go", "gone": "go", "goes": "go",
    # Words that would else pass for another: a note for "not", a theme for "them", an outing for "out".
    "note": "note", "notes": "note", "noted": "note", "noting": "note", "theme": "theme", "themes": "theme",
    "here": "here", "none": "none", "site": "site", "sites": "site", "outing": "outing", "outings": "outing",
    "evening": "evening", "evenings": "evening", "come": "come", "comes": "come", "coming": "come",
    "paste": "paste", "pasted": "paste", "pasting": "paste", "setting": "setting", "settings": "setting",
    "news": "news", "suite": "suite", "suites": "suite", "boarding": "boarding", "bare": "bare",
    "heading": "heading", "headings": "heading", "embed": "embed", "following": "following", "ups": "up",
}  # fmt: skip
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The form in which a lower-case word is compared: `policies` and `policy` give the same."""
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or word.isdigit():
        return word
    word = _without_plural(_with_s(word) if "z" in word else word)
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and not _VOWELS.isdisjoint(root):
            word = _undoubled(root)
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _with_s(word: str) -> str:
    """`organize` gives `organise`, `analyzed` `analysed`."""
    word = re.sub(r"iz(e|ed|es|er|ers|ing|ation|ations)$", r"is\1", word)
    return re.sub(r"yz(e|ed|es|ing)$", r"ys\1", word)


def _without_plural(word: str) -> str:
    if not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


def _undoubled(root: str) -> str:
    """`plann` gives `plan`, but `skill` and `process` stay."""
    doubled = len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz"
    return root[:-1] if doubled else root
