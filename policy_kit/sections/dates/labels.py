"""The words beside a date that say what it is: next review, approval, last review, start, writing…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.by_text import kept_by_text
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.regexes.alternatives import Alternatives
from policy_kit.sections.dates.wordings import WORDINGS, Sense


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a text: where it stands and what it says of its date."""

    words: str
    start: int
    end: int
    sense: Sense
    names_date: bool = False  # it has "date", "due", "by" or "on": so a blank after it is a missing date


_ANY = Alternatives(("|".join(wordings) for _, wordings in WORDINGS), re.IGNORECASE)
_NAMES_DATE = regex(
    r"\bdates?\b|\bdue\b|\bby$|\bon$|^next\b|\bvalid\b|\bexpir|\brenew|^approved|^ratified|^agreed",
    re.IGNORECASE,
)

SENTENCE_END = regex(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bRev)(?<!\bSt)[.!?]\s+[A-Z“\"]")
FILLER = regex(
    r"\b(?:this|the|our|policy|document|online|safety|e-?safety|by|on|and|whom"
    r"|full|governing|body|board|governors?|trust(?:ees)?"
    r"|committee|local|school|academy|date|of|for|is|was|in|due|it|staff|with"
    r"|who|when|has|been|be|directors|council|chair"
    r"|insert"
    r"|if applicable|locally|centrally|formally|at|last|first|please|enter"
    r"|agreed|or|day|month|year|dd|mm|yyyy|yy)\b|[\W_]",
    re.IGNORECASE,
)


# Without one of these there is no label: cheaper to ask than the whole pattern.
_NEEDS = (
    *(
        "view",
        "change",
        "think",
        "in front of",
        "void",
        "use",
        "no longer",
        "since",
        "in place",
        "a new ",
        "sign-off",
        "did so",
        "done so",
        "acceptance",
        "endorsement",
        "names to",
        "last before",
        "last with",
        "name to",
        "began on",
        "begins on",
        "signature to",
        "compared",
        "veiw",
        "checked",
        "approv",
        "ratif",
        "adopt",
        "agree",
        "date",
        "effective",
        "force",
        "implement",
        "writ",
        "version",
    ),
    *(
        "creat",
        "issue",
        "draft",
        "publi",
        "produc",
        "develop",
        "shared",
        "circulat",
        "renew",
        "revis",
        "amend",
    ),
    *(
        "valid",
        "expir",
        "endors",
        "sign",
        "authoris",
        "pass",
        "accept",
        "prepar",
        "introduc",
        "commenc",
        "staff",
    ),
    *("applies", "compiled", "consult", "distribut", "communicat", "operational", "visit", "again"),
    *("due again", "check it", "read it", "look at", "falls", "made by the", "have a"),
    *("minuted", "checked by", "in use", "starts", "good until", "due back", "update", "looked at"),
    *("look at", "look over", "looked at", "go over", "gone over", "through", "come back", "return"),
    *(
        "next",
        "again",
        "until",
        "comes",
        "goes",
        "brought",
        "back to",
        "last ",
        "gave",
        "given",
        "consider",
        "due",
        "when",
    ),
    *("applicable", "operative", "live", "in place", "take effect", "takes effect", "runs from", "amended"),
    *("wrote", "drew up", "said yes", "go-ahead", "correct", "lapses", "took place"),
)


def has_label(text: str) -> bool:
    """Whether a text may hold a label at all."""
    lower = text.lower()
    return any(need in lower for need in _NEEDS)


@kept_by_text
def labels(text: str) -> tuple[Label, ...]:
    """The labels in a text, in order."""
    return tuple(_labels(text)) if has_label(text) else ()


def _labels(text: str) -> Iterator[Label]:
    spaced = re.sub(r"\s", " ", text)
    for number, found in _ANY.finditer(spaced):
        words, sense = found[0], WORDINGS[number][0]
        yield Label(words.strip(), found.start(), found.end(), sense, bool(_NAMES_DATE.search(words)))
