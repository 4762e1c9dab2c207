"""Joins the lines of a paragraph that a PDF or a narrow window broke: words mended, addresses whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

_WORD = re.compile(r"\b[^\W\d_]++(?:-[^\W\d_]++)*+(?!-)")  # not what stands before a hyphen at a line's end
_ENDS_HYPHENATED = re.compile(r"([^\W_]+(?:[-‐][^\W_]+)*)[-‐]$")
_STARTS_WORD = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S*[-/=_&?%]$", re.IGNORECASE)
_SOFT = ("\u00ad", "\u0002", "\ufffe")  # the hyphens that only a line's end shows
_ENDS_SPECIAL = frozenset(("-", "‐", "/", "=", "_", "&", "?", "%", " ", *_SOFT))
_ANY_HYPHEN = re.compile("[‐\u00ad\u0002\ufffe]")
_KEEP_AFTER = frozenset(
    (
        "anti", "co", "cross", "cyber", "e", "ex", "half", "high", "in", "long", "low", "mid", "multi", "non",
        "off", "on", "one", "over", "peer", "post", "pre", "pro", "re", "self", "semi", "short", "single",
        "sub", "third", "two", "un", "under", "up", "well",
    )
)  # fmt: skip
_MANY = 200  # words asked after which they are counted all at once
_SEAM = 200  # characters before a line's end that decide how the next is joined


class Joiner:
    """Joins lines of one document, whose other words decide whether a hyphen was only the line's end."""

    def __init__(self, all_text: Callable[[], str]) -> None:
        """all_text: gives the whole text; only asked once a hyphen stands at a line's end."""
        self._all_text = all_text
        self._counts: Counter[str] | None = None
        self._text: str | None = None
        self._asked = 0

    def join(self, first: str, second: str) -> str:
        """The two lines as one text."""
        first, second = first.rstrip(), second.lstrip()
        if not first or not second:
            return first or second
        if first.endswith(_SOFT):
            return self._hyphen(first[:-1].rstrip("-‐") + "-", second)
        if first.endswith(("-", "‐")):
            return self._hyphen(first, second)
        if first.endswith("/") and not first.endswith(" /"):
            whole = _ADDRESS_END.search(first) and not second[0].isupper()
            word = not _ADDRESS_END.search(first) and "://" not in first[-60:]
            return first + second if whole or word else f"{first} {second}"
        if _ADDRESS_END.search(first) and not second[0].isupper():
            return first + second
        return f"{first} {second}"

    def join_all(self, lines: Sequence[str]) -> str:
        """Any number of lines as one text; one copy in all, as a trap may have a million."""
        if not any(line[-1:] in _ENDS_SPECIAL for line in lines if line):
            return " ".join(line.strip() for line in lines).strip()
        out: list[str] = []
        for line in lines:
            before = out.pop() if out else ""
            if len(before) > _SEAM:
                out.append(before[:-_SEAM])
                before = before[-_SEAM:]
            out.append(self.join(before, line))
        text = "".join(out).strip()
        return text[:-1] + "-" if text.endswith(_SOFT[1:]) else text

    def _hyphen(self, first: str, second: str) -> str:
        if _ADDRESS_END.search(first):
            return first + second
        left, right = _ENDS_HYPHENATED.search(first), _STARTS_WORD.match(second)
        if left is None or right is None:  # a dash, or a range
            return f"{first} {second}" if first.endswith((" -", " ‐")) else first + second
        return first + second if self._keeps_hyphen(left[1], right[0]) else first[:-1] + second

    def _keeps_hyphen(self, left: str, right: str) -> bool:
        if not (left.isalpha() or "-" in left) or not right[0].islower():
            return True
        left, right = left.lower(), right.lower()
        with_hyphen, without = self._stands(f"{left}-{right}"), self._stands(left + right)
        if with_hyphen or without:
            return with_hyphen >= without
        last = re.split("[-‐]", left)[-1]
        return last in _KEEP_AFTER or "-" in left or bool(self._stands(left) and self._stands(right))

    def _stands(self, word: str) -> int:
        """How often a word stands whole in the document, not counting what stands before a hyphen.

        A few are searched for; for more, the words are counted once.
        """
        self._asked += 1
        if self._asked <= _MANY:
            if self._text is None:
                self._text = _ANY_HYPHEN.sub("-", self._all_text().lower())
            return _times(self._text, word)
        return self._words()[word]

    def _words(self) -> Counter[str]:
        if self._counts is None:
            self._counts = Counter(_WORD.findall(self._text or ""))
        return self._counts


def _times(text: str, word: str) -> int:
    """How often a word stands in a text with no letter or hyphen beside it."""
    count = 0
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        before, after = text[at - 1 : at], text[end : end + 1]
        count += not (before.isalpha() or before == "-" or after.isalpha() or after == "-")
        at = text.find(word, end)
    return count
