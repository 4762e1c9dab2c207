"""What a line is by its words: how many sentences, a label, a title with an address, a list's lead-in."""

from __future__ import annotations

import re

from policy_kit.regexes import regex, seldom

_SENTENCE_END = regex(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+|(?<=;)\s+")
_MAY_END = regex(r"[.!?;][\"”’)]*\s|\n")  # half of what is split is one sentence, as this tells soonest
_ABBREVIATION = regex(r"(?:\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|St|No|para|vs|Rev|approx|incl)\.)$", re.IGNORECASE)
_INITIAL = regex(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Revd?|Sir|Prof)\.?(?: [A-Z]\.)+$")  # of a name that goes on
_LEADS_IN = regex(
    r"(?::|\b(?:to|will|must|should|include|includes|including|by|are|is|that)[-–—…;. ]*)$", re.IGNORECASE
)
_DRAWN_OUT = "-–—…;. "
_LONGEST_OPENER = 10  # letters, the one before it included
# A mail address is looked for from where a run of letters begins, so that a long one is read once.
_ADDRESS = seldom(r"https?://\S+|www\.\S+|(?<!\S)\S[^\s@]*+@\S+\.\w+|\b\w+\.(?:org|com|gov|co)\.?(?:uk)?\S*")
_LONGEST_LABEL = 7
_LONGEST_TITLE = 6  # words; a longer line that ends with a stop is a statement
_VERB = regex(
    r"\b(?:will|must|should|shall|is|are|was|has|have|may|can|cannot|do|does|ensure\w*|report\w*|use[sd]?|make[s]?"
    r"|review\w*|train\w*|take[s]?|includ\w+|provid\w+|support\w*|teach\w*|inform\w*)\b",
    re.IGNORECASE,
)
# Somebody who does something, or a word said to somebody: a title has neither.
_SPEAKS = regex(
    r"\b(?:we|they|you|he|she|it|nobody|everyone|anyone|please|read|go(?:es)?|tell|ask|keep|follow\w*|sign|agree"
    r"|know|learn|sends?|gives?|shows?|shares?|keeps?|holds?|check\w*|work|handled?|dealt|covered|applies|must|says?)\b",
    re.IGNORECASE,
)


def split_sentences(text: str) -> list[str]:
    """The sentences of a paragraph; abbreviations, initials and web addresses do not end one."""
    if not _MAY_END.search(text):
        return [text.strip()] if text.strip() else []
    out: list[str] = []
    for piece in filter(None, map(str.strip, _SENTENCE_END.split(text))):
        if out and (_ABBREVIATION.search(out[-1]) or _INITIAL.search(out[-1])):
            out[-1] = f"{out[-1]} {piece}"
        else:
            out.append(piece)
    return out


def without_addresses(text: str) -> str:
    """A text without its web and mail addresses."""
    return _ADDRESS.sub(" ", text)


def is_reference(text: str) -> bool:
    """Whether a line is an address, or a title with one, rather than a statement."""
    bare = without_addresses(text)
    words = len(bare.split())
    if bare != text:
        return words < 14 and not re.search(r"\b(?:will|must|should|are|is)\b", bare)
    if words > _LONGEST_TITLE and bare.rstrip().endswith("."):
        return False
    return words < 12 and not _VERB.search(bare) and not _SPEAKS.search(bare)


def is_label(sentence: str) -> bool:
    """Whether a paragraph's first sentence only says what the rest is about: "Sexting." or "Staff:"."""
    return len(sentence.split()) <= _LONGEST_LABEL and not _VERB.search(sentence)


def is_title(text: str) -> bool:
    """Whether a few words name something, without saying anything of it."""
    return not (_VERB.search(text) or _SPEAKS.search(text))


def leads_in(text: str) -> bool:
    """Whether a text ends as if more followed: with a colon, or "Staff will …"."""
    text = text.strip()
    # Only its end is looked at: the pattern would be tried at each letter of the text.
    end = len(text.rstrip(_DRAWN_OUT))
    return bool(_LEADS_IN.search(text, max(end - _LONGEST_OPENER, 0)))


def opens_a_list(text: str) -> bool:
    """Whether an item is the lead-in of those after it on its own level: many files lose the nesting."""
    text = text.rstrip()
    return text.endswith(":") or (text.endswith(";") and leads_in(text))
