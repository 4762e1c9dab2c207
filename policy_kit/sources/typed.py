"""Numbers and bullets that were typed, told from what only looks like them."""

from __future__ import annotations

import re

from policy_kit.numbering import SET_OFF
from policy_kit.regexes import regex

_LABELLED = regex(
    r"((?i:section|part|chapter|appendix|annexe?|schedule)\s+(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,5}))"
    r"(?!\w|\.\S)(\s*[.:)–—-]*\s*)(.*)",
    re.DOTALL,
)
# Other words that number the parts of a text do so only where a mark and a title follow: "Article 3. Scope".
_SCHEME = regex(rf"{SET_OFF}(?P<title>.+)", re.DOTALL)
_NUMBERED = regex(r"\(?([1-9]\d?(?:\.\d{1,2}){0,5})(\)\.?|[.:]|\s?[–—-](?=\s))?(\s*)(.*)", re.DOTALL)
_LETTERED = regex(
    r"(?:\(([A-Za-z]|[ivx]{1,5})\)|([A-Za-z]|[ivx]{1,5})\)"
    r"|([A-Ha-h]|[IVX]{1,5}|[J-Z](?=\.\s+[A-Z]\S* [a-z]))\.)\s+(.+)",  # "J. Smith" is a name
    re.DOTALL,
)
_MAY_BE_NUMBERED = regex(
    r"[\d(]|\w{1,5}[).]|[a-z]\d|\w{4,9} (?:\d|\w\b|[ivx]{1,5}\b|one|t[wehi]|f[io]|s[ie]|e[il]|nine)",
    re.IGNORECASE,
)
_TITLE_START = regex(r"[^\W\d_a-z]|[\"'“‘(]|i[A-Z]|e-?[A-Z]|e-[Ss]afety")
_MONTH = regex(
    r"(?:st|nd|rd|th)?\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d|$)",
    re.IGNORECASE,
)
_BULLET = regex(r"(?:([-–—*])\s+|([•●∙·▪■◾◆❖➢➤►▶✓✔⮚\uf0a7\uf0b7\uf0d8\uf0fc])\s*|([o◦○])\s+)(?=\S)")


def typed_number(text: str) -> tuple[str, str]:
    """Split a typed number from the words after it: "7.3 Filtering" gives ("7.3", "Filtering").

    "Appendix B: Forms" gives ("Appendix B", "Forms"); without a number, the number is "" and the rest
    is the text. Dates, times, years and quantities ("1 in 5 children") are no numbers.
    """
    text = text.strip()
    if not _MAY_BE_NUMBERED.match(text):  # most lines: told at a glance
        return "", text
    if found := _LABELLED.fullmatch(text):
        number, mark, rest = found.groups()
        if not rest or mark.strip() or not rest[0].islower():
            return number, rest.strip()
    if found := _SCHEME.fullmatch(text):
        return found["part"], found["title"].strip()
    if (found := _NUMBERED.fullmatch(text)) and _numbers(text, *found.groups()):
        return found[1], found[4].strip()
    if found := _LETTERED.fullmatch(text):
        return found[1] or found[2] or found[3], found[4].strip()
    return "", text


def _numbers(text: str, number: str, mark: str | None, gap: str, rest: str) -> bool:
    """Whether a number at the start of a line numbers it, rather than being part of what it says."""
    if not rest:
        return not text.startswith("(") or mark is not None
    if _MONTH.match(rest) or not (gap or ((mark or "." in number) and _TITLE_START.match(rest))):
        return False
    return bool(mark) or bool(_TITLE_START.match(rest))


def number_depth(number: str) -> int:
    """How deep a number stands: 1 for "7", "7.0" and "Appendix B", 2 for "7.3"; 0 if it cannot be told."""
    digits = re.search(r"\d+(?:\.\d+)*", number)
    if digits is None:
        return 1 if " " in number else 0
    parts = digits[0].split(".")
    while len(parts) > 1 and parts[-1] == "0":
        parts.pop()
    return len(parts)


def typed_bullet(text: str) -> tuple[int, str] | None:
    """The list level and the words of a line that starts with a typed bullet, or None.

    The "o" that Word's second level leaves behind, and hollow bullets, are level 1; others level 0.
    """
    if text[:1].isalnum() and text[:1] != "o":  # most lines: told at a glance
        return None
    found = _BULLET.match(text)
    if found is None:
        return None
    return (1 if found[3] else 0), text[found.end() :]
