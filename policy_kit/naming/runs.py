"""Runs of capitalised words, which is what a name looks like."""

from __future__ import annotations

from collections.abc import Sequence

from policy_kit.naming.words import word_set
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

_TOKEN = regex(r"[^\W\d_](?:[\w'’-]|\.(?=[^\W\d_]))*\.?|\d+(?:st|nd|rd|th)?|&|[^\w\s]")
_JOINS = frozenset(
    {"of", "and", "&", "the", "on", "upon", "in", "le", "de", "la", "under", "by", "with", "at"}
)
# Words with a capital that are no part of a name after them: sentence openings, titles of documents, posts.
_OPENERS = word_set(
    """
    a all an and any as at by dear each every following for from here hello if in into its it many may
    most my no not of on once only other our outside over per please she some that the their these they
    this those through to under until we welcome what when where which while who whole why with within
    you your about above across after against along also among around because before behind both but can
    could did do does during he her his how is are was were be been being has have had must shall should
    will would online safety e-safety esafety policy policies acceptable use agreement internet ict
    computing digital document version review reviewed date name school's title owner approved adopted
    ratified governor governors staff pupils pupil parents parent carers students student children child
    learners learner head headteacher principal chair leader leaders mr mrs ms miss dr rev designated
    safeguarding lead deputy appendix annex section part page contents key details information
    department education dfe ofsted nspcc ceop address website email tel telephone contact january
    february march april may june july august september october november december autumn spring summer
    term year guidance keeping using use visitors volunteers teachers teacher members behaviour
    statement procedures copyright trust remote learning mobile phone phones devices responsibilities
    roles responding managing protecting schools social media
    """
)


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name and where it stands in the text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """One token with its place."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.casefold().rstrip(".").replace("’", "'").removesuffix("'s")

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def ends_sentence(self) -> bool:
        return self.text.endswith(".") and len(self.text) > 4 and self.text.count(".") == 1


def words_of(text: str) -> list[Word]:
    """The words, numbers and marks of a text."""
    return [Word(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text)]


def run_left(words: Sequence[Word], at: int, *, longest: int = 9, also: frozenset[str] = frozenset()) -> int:
    """Where the run of capitalised words that ends at `at` begins; small words may stand inside it.

    also: words that belong to such names though they mostly open something else.
    """
    start = at
    while start > 0 and at - start < longest:
        step = _step_left(words, start, also)
        if step is None:
            break
        start = step
    return start


def _step_left(words: Sequence[Word], start: int, also: frozenset[str]) -> int | None:
    """One word further left, or over small words to the next capitalised one."""
    before = words[start - 1]
    if before.is_capital and before.lower in also:
        return start - 1
    if before.is_capital:
        return start - 1 if before.lower not in _OPENERS and not before.ends_sentence else None
    over = start - 1
    while over >= 0 and words[over].text in _JOINS and start - over <= 2:
        over -= 1
    if over < 0 or over == start - 1:
        return None
    joined = words[over]
    small = words[over + 1].text
    if not joined.is_capital or joined.lower in _OPENERS or joined.ends_sentence:
        return None
    if small in ("in", "by", "with", "at", "on", "under", "the"):
        return over if words[start].is_capital and small in ("the", "on", "le") else None
    return over


def run_right(words: Sequence[Word], at: int, *, longest: int = 3) -> int:
    """The index after the capitalised words that follow `at`."""
    end = at + 1
    while (
        end < len(words)
        and end - at <= longest
        and words[end].is_capital
        and words[end].lower not in _OPENERS
        and not words[end - 1].ends_sentence
    ):
        end += 1
    return end
