"""How the parts of a text are numbered in words: "Article 3.", "Part Two:", "Rule C –", "M1."."""

from __future__ import annotations

_NUMBER_WORDS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty(?:[- ]\w+)?|the \w+"
)
# A part's name with its number, and the mark that sets it off; a title with a capital must follow.
SET_OFF = (
    r"(?P<part>(?i:section|part|chapter|article|clause|paragraph|rule|question|topic|area|principle|standard"
    r"|strand|theme|unit|book|title|item|sheet|card|page|form|step|task|note|point|heading|module|pillar|key)"
    rf"\s+(?:\d{{1,2}}(?:\.\d{{1,2}})*|[IVX]{{1,5}}|[A-Z]|(?i:{_NUMBER_WORDS}))"
    r"|[A-Z]\d{1,2}(?:\.\d{1,2})*)\s*[.:)–—-]+\s*(?=[^\W\d_a-z])"
)
