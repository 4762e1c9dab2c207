"""The reading age of a text by the Flesch-Kincaid formula: its school grade, and five years more.

Kincaid and others, “Derivation of new readability formulas for Navy enlisted personnel” (1975): 0.39 words a
sentence, plus 11.8 syllables a word, less 15.59.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_FIRST_GRADE_STARTS_AT = 5
_WORD = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?")
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+")
_SILENT = re.compile(r"(?:[^laeiouycghsxz]es|[^aeiouytd]ed|[^laeiouy]e)$")
_VOWELS = re.compile(r"[aeiouy]+")


def reading_age(passages: Iterable[str]) -> float:
    """The age at which the passages (paragraphs or list items) can be read, on the whole."""
    sentences = [s for passage in passages for s in _SENTENCE.split(passage) if _WORD.search(s)]
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    syllables = sum(map(syllables_of, words))
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    return grade + _FIRST_GRADE_STARTS_AT


def syllables_of(word: str) -> int:
    """How many syllables a word has, by its groups of vowels; a short form in capitals as it is spelt.

    A silent e inside a compound (safeguarding) counts, so ages come out a little high, never low.
    """
    if word.isupper():
        return max(1, len(word)) if len(word) <= 3 else 2
    word = re.sub(r"[’'].*", "", word.lower())
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word) or word)))
