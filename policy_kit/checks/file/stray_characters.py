"""Are there characters or marks in the text that nobody typed? Garbled letters, markup, page furniture.

They come from a file that was converted, scanned or copied from the web. Each is small, but they show that
nobody read the policy through, and a screen reader says them aloud.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

from policy_kit.checks.placing import around, place
from policy_kit.checks.running_text import Hit, RunningText, text_of
from policy_kit.facts import Facts
from policy_kit.findings import Finding, Rule, Severity
from policy_kit.model import Block, Confidence, Policy
from policy_kit.quick import dataclass
from policy_kit.regexes import regex, seldom

STRAY_CHARACTERS = Rule(
    "PK707", "stray-characters", Severity.WARNING, "Garbage characters, markup or page furniture in the text."
)
RULES: tuple[Rule, ...] = (STRAY_CHARACTERS,)

_WORD_PROCESSED = ("docx", "odt", "doc", "rtf", "pdf")
# UTF-8 read as Windows-1252 ("â€™" for an apostrophe, "Ã©" for é), and Symbol bullets read as letters.
_GARBLED = regex(
    "â€[™œ\u009d˜“”¢¦\u0093\u0094\u0099\u009c]?|Ã[\u0080-\u00bf¡-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[£©®°·§\u00a0½¼»«]|ï‚·|ï¿½|\ufffd"
)
_PRIVATE = regex("[\ue000-\uf8ff]+")
_MARKUP = regex(
    r"</?(?:u|b|i|p|br|em|strong|span|div|li|ul|ol|td|tr|th|table|font|a|sup|sub"
    r"|h[1-6])(?:\s[^<>]{0,200})?/?>|&(?:nbsp|amp|lt|gt|quot|rsquo|lsquo|ndash|#\d{2,5});",
    re.IGNORECASE,
)
_STARS = regex(r"\*\*[^\s*][^*\n]{0,200}\*\*|(?<!\w)__[A-Za-z][^_\n]{0,100}[A-Za-z]__(?!\w)|^#{1,6} (?=\w)")
_PAGE_OF = seldom(r"\bPage\s*(?:\|\s*)?\d{1,3}\s*(?:of|/)\s*\d{1,3}\b", re.IGNORECASE)
_LETTERS = regex(
    r"[^\x00-\u024f\u0370-\u03ff\u1e00-\u2bff\u3000-\u303f\ufe00-\ufe0f\U0001f000-\U0001ffff\ue000-\uf8ff\ufffd]+"
)
_WORDS = regex(r"\w*[\u0370-\u052f]\w*")
# Scripts that a school may well write a word of welcome, or a language's name, in.
_WRITTEN_IN = (
    "ARABIC",
    "CYRILLIC",
    "HEBREW",
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "HANGUL",
    "DEVANAGARI",
    "BENGALI",
    "GURMUKHI",
    "GUJARATI",
    "TAMIL",
)


@dataclass(frozen=True, slots=True)
class _Kind:
    id: str
    what: str
    mend: str
    severity: Severity
    hits: Callable[[RunningText], Iterator[Hit]]


def check(policy: Policy, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - every check has this form
    """Yield one finding for each kind of stray matter, at its first place."""
    text = text_of(policy.document)
    for kind in _KINDS:
        if kind.id == "stars" and policy.document.format not in _WORD_PROCESSED:
            continue
        hits = list(kind.hits(text))
        if hits:
            yield _finding(policy, kind, hits)
    yield from _furniture(policy, text)


def _finding(policy: Policy, kind: _Kind, hits: list[Hit]) -> Finding:
    first = hits[0]
    more = f" (and {len(hits) - 1} more)" if len(hits) > 1 else ""
    return place(
        policy,
        STRAY_CHARACTERS,
        first.block,
        f"“{first.words.strip()[:60]}” in the text is {kind.what}{more}.",
        kind.mend,
        quote=around(first.text, first.start, first.end),
        severity=kind.severity,
        related=[hit.block for hit in hits[1:]],
        key=kind.id,
    )


def _foreign(text: RunningText) -> Iterator[Hit]:
    """A letter or three of another script, alone in a line of English; whole words of one are left alone."""
    for block, line in text.lines:
        if line.isascii():
            continue
        for match in _LETTERS.finditer(line):
            letters = [c for c in match[0] if c.isalpha()]
            if letters and len(letters) <= 3 and not _script(letters[0]).startswith(_WRITTEN_IN):
                yield Hit(block, line, match)
        for match in _WORDS.finditer(line):
            if _is_mixed(match[0]):
                yield Hit(block, line, match)


def _is_mixed(word: str) -> bool:
    """Whether Latin letters stand in one word with Greek or Cyrillic ones that look like them."""
    scripts = {_script(letter).split(" ", 1)[0] for letter in word if letter.isalpha()}
    return "LATIN" in scripts and bool(scripts & {"CYRILLIC", "GREEK"}) and len(word) > 2


def _script(letter: str) -> str:
    return unicodedata.name(letter, "")


def _garbled(text: RunningText) -> Iterator[Hit]:
    return text.find(_GARBLED, "â", "ã", "ï", "\ufffd")


_PASTE = "Delete it, or type the letter that belongs there; paste as “text only” next time."
_KINDS: tuple[_Kind, ...] = (
    _Kind("garbled", "a letter garbled on its way between programs", _PASTE, Severity.WARNING, _garbled),
    _Kind(
        "foreign",
        "a letter of another script, a slip of scanning or copying",
        _PASTE,
        Severity.WARNING,
        _foreign,
    ),
    _Kind(
        "private",
        "a symbol that only one font can show",
        "Replace it with an ordinary bullet or delete it.",
        Severity.ADVICE,
        lambda text: (hit for block, line in text.lines if not line.isascii() for hit in _hits(block, line)),
    ),
    _Kind(
        "markup",
        "a web page's markup",
        "Delete the marks and keep the words.",
        Severity.WARNING,
        lambda text: text.find(_MARKUP, "<", "&"),
    ),
    _Kind(
        "stars",
        "marking for bold text or a heading that Word does not know",
        "Delete the marks and use Word's own bold or heading style.",
        Severity.ADVICE,
        lambda text: text.find(_STARS, "**", "__", "# "),
    ),
)


def _hits(block: Block, line: str) -> Iterator[Hit]:
    return (Hit(block, line, match) for match in _PRIVATE.finditer(line))


def _furniture(policy: Policy, text: RunningText) -> Iterator[Finding]:
    """Page numbers, and the header's or footer's own words, in the middle of the text."""
    body = {b.index for b in policy.document.text_blocks}
    found = [hit.block for hit in text.find(_PAGE_OF, "page ", "page|") if hit.block.index in body]
    margins = {_bare(m.text) for m in policy.document.margins if len(m.text.split()) >= 3} - {""}
    if margins:
        longest = max(map(len, margins)) + 20
        lines = [b for b in policy.document.text_blocks if len(b.text) <= longest and not b.is_heading]
        repeats = [b for b in lines if _bare(b.text) in margins]
        counts = Counter(_bare(b.text) for b in repeats)
        # The title on the cover is often the header's text too: once is no fault.
        found += [b for b in repeats if counts[_bare(b.text)] > 1]
    if found:
        found.sort(key=lambda block: block.index)
        yield place(
            policy,
            STRAY_CHARACTERS,
            found[0],
            f"“{' '.join(found[0].text.split()[:12])}” belongs in the header or footer, not in the text"
            + (f" (and {len(found) - 1} more)." if len(found) > 1 else "."),
            "Delete it from the text; a page number belongs in the footer, where Word counts for you.",
            severity=Severity.ADVICE,
            confidence=Confidence.MEDIUM,
            related=found[1:],
            key="furniture",
        )


def _bare(text: str) -> str:
    return re.sub(r"[\d\W]+", " ", text.casefold()).strip()
