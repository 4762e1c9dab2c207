"""How alike two stretches of text are, and which stretches are worth comparing.

Comparing every pair would take minutes on a long document. Runs of three words are indexed instead, and
only stretches that share enough of them are compared with care, so the time grows with the length.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping

from policy_kit.model import Block
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

Words = tuple[str, ...]
Runs = frozenset[int]
Shared = Mapping[tuple[int, int], int]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PURPOSE = 0.25  # the share of what differs from which it is taken for meant
_KEPT = 3  # the places remembered for one run of words

_WORD = regex(r"\w+")
_APOSTROPHES = "'’‘`"
# One school's word for the same children, swapped when a text is taken from elsewhere.
_SAME = dict.fromkeys(
    ("pupil", "pupils", "student", "students", "learner", "learners", "child", "children", "childrens"),
    "pupil",
) | {"programme": "program", "colour": "color", "organisation": "organization", "behavior": "behaviour"}
_AUDIENCES = {
    **dict.fromkeys(("pupil", "pupils"), "pupils"),
    **dict.fromkeys(("staff", "teacher", "teachers", "employee", "employees", "adults"), "staff"),
    **dict.fromkeys(("parent", "parents", "carer", "carers", "families"), "parents"),
    **dict.fromkeys(("governor", "governors", "governing", "trustees", "trust"), "governors"),
    **dict.fromkeys(
        ("visitor", "visitors", "contractor", "contractors", "volunteer", "volunteers"), "visitors"
    ),
    **dict.fromkeys(("dsl", "headteacher", "principal", "senco", "technician", "technicians"), "leaders"),
}
# Who does it, by the words of a title or the first of a sentence.
_DOERS = {
    **_AUDIENCES,
    **dict.fromkeys(("head", "headteacher", "principal"), "head"),
    **dict.fromkeys(("carers", "carer", "family", "guardians"), "parents"),
    **dict.fromkeys(("adult", "tutor", "tutors", "colleagues"), "staff"),
    **dict.fromkeys(("dsl", "lead", "leads"), "lead"),
    **dict.fromkeys(("technician", "technicians", "manager", "network"), "technicians"),
    **dict.fromkeys(("directors", "board", "trustee"), "governors"),
}
_OPENING = 4  # words, in which a sentence names who does it
_PHASES = _words(
    "ks1 ks2 ks3 ks4 ks5 eyfs key stage year years primary secondary reception nursery sixth early"
)
_COUNTED = _words("key stage year years early")  # they name a phase with a number, or a phase beside them
_CASES = _words("if when where whenever should in once after following before any every each")
_NEGATIONS = _words("not no never cannot without unless except")
SMALL = _words(
    "a an the and or of to in on for by with at as is are be been will shall should must may can that "
    "this these"
    " those it its their our we they any all also from into which who where when if such other"
)


_NUMBER = regex(r"^\W*(?:(?:[A-Z]\.)?\d+(?:\.\d+)*[.)]?|\(?(?:[a-z]|[ivx]{1,4})\))\s+(?=\S)")


def words_of(text: str) -> Words:
    """The words of a text for comparing: lower case, no apostrophes, one word for the children."""
    lowered = text.lower()
    for mark in _APOSTROPHES:
        lowered = lowered.replace(mark, "")
    return tuple([_SAME.get(word, word) for word in _WORD.findall(lowered)])


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block's words and its runs of three words, ready for comparing."""

    block: Block
    words: Words
    runs: Runs


def stretch_of(block: Block) -> Stretch:
    """A block made ready for comparing, without the number that it bears; of a row its longest cell."""
    text = max(block.cells, key=len) if block.cells else block.text
    words = words_of(_NUMBER.sub("", text))
    return Stretch(block, words, runs_of(words))


def runs_of(words: Words) -> Runs:
    """Every run of three words, as its hash: a long policy has a hundred thousand, and numbers are light."""
    return frozenset(map(hash, zip(words, words[1:], words[2:], strict=False)))


def telling(words: Iterable[str]) -> Counter[str]:
    """The words that carry meaning, counted."""
    return Counter(word for word in words if word not in SMALL)


def audiences(words: Iterable[str]) -> frozenset[str]:
    """Who the words speak of: pupils, staff, parents, governors, visitors, leaders."""
    return frozenset(_AUDIENCES[word] for word in words if word in _AUDIENCES)


def has_phase(words: Iterable[str]) -> bool:
    """Whether the words single out a key stage, a year or a phase."""
    return any(word in _PHASES or word.isdigit() for word in words)


def phases_of(words: Words) -> frozenset[str]:
    """The phases that a text speaks of: a nursery, a key stage, a year by its number; not "each year"."""
    named = {word for word in words if word in _PHASES and word not in _COUNTED}
    counted = itertools.pairwise(words)
    return frozenset(named | {number for word, number in counted if word in _COUNTED and number.isdigit()})


def shared_runs(stretches: Mapping[int, Runs]) -> Shared:
    """How many runs any two of the stretches share, if two or more; their numbers in the order given.

    A run that stands in very many stretches is paired with its first and its latest few only, so
    that a document that says one thing a thousand times costs no more than its length.
    """
    seen: set[int] = set()
    repeated: set[int] = set()
    for runs in stretches.values():
        repeated |= seen & runs
        seen |= runs
    places: dict[int, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for j, stretch in stretches.items():
        for run in stretch & repeated:
            before = places.setdefault(run, [])
            pairs.extend([(i, j) for i in before])
            if len(before) > _KEPT:
                del before[1]
            before.append(j)
    return {pair: count for pair, count in Counter(pairs).items() if count > 1}


def containment(a: Runs, b: Runs) -> float:
    """How much of the smaller stands in the other, 0 to 1."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def part_like(longer: Words, shorter: Words) -> Words:
    """The stretch of the longer text that says what the shorter one does; all of it if there is none."""
    runs = set(zip(shorter, shorter[1:], shorter[2:], strict=False))
    rows = enumerate(zip(longer, longer[1:], longer[2:], strict=False))
    places = [place for place, run in rows if run in runs]
    if not places:
        return longer
    middle = places[len(places) // 2]
    near = [place for place in places if abs(place - middle) <= len(shorter)]  # not what it shares by chance
    return longer[near[0] : near[-1] + 3]


def overlap(a: Words, b: Words) -> float:
    """How many words two texts share, of all they have, 0 to 1, whatever their order."""
    total = len(a) + len(b)
    return 2 * (Counter(a) & Counter(b)).total() / total if total else 0.0


def differences(a: Words, b: Words) -> tuple[Counter[str], Counter[str]]:
    """The telling words that only `a` has, and those that only `b` has."""
    left, right = telling(a), telling(b)
    return left - right, right - left


def is_parallel(a: Words, b: Words, title_a: Words, title_b: Words) -> bool:
    """Whether two alike texts differ on purpose: one for staff and one for pupils, or one for each topic.

    They do if a good part of what differs is the name of an audience that only one of them speaks of, on
    both sides, or words of only one title.
    """
    only_a, only_b = differences(a, b)
    spoken_a, spoken_b = _spoken_of(only_a, a), _spoken_of(only_b, b)
    on_purpose = 0
    if spoken_a.keys() - spoken_b.keys() and spoken_b.keys() - spoken_a.keys():
        on_purpose = spoken_a.total() + spoken_b.total()
    own_a, own_b = differences(title_a, title_b)
    on_purpose += _of_title(own_a, only_a, b) + _of_title(own_b, only_b, a)
    return on_purpose > 0 and on_purpose >= _PURPOSE * (only_a.total() + only_b.total())


def have_other_doers(a: Words, b: Words, title_a: Words, title_b: Words) -> bool:
    """Whether two texts say what two different people do, by their titles or by how they begin."""
    return any(
        one and other and not one & other
        for one, other in ((_doers(title_a), _doers(title_b)), (_subject(a), _subject(b)))
    )


def _doers(words: Words) -> frozenset[str]:
    return frozenset(_DOERS[word] for word in words if word in _DOERS)


def _subject(words: Words) -> frozenset[str]:
    return frozenset() if words[:1] and words[0] in _CASES else _doers(words[:_OPENING])


def _spoken_of(only: Counter[str], words: Words) -> Counter[str]:
    """The audiences that mostly stand in this text alone: one "staff" put in among many is an edit."""
    own = Counter(_AUDIENCES[w] for w in only.elements() if w in _AUDIENCES)
    whole = Counter(_AUDIENCES[w] for w in words if w in _AUDIENCES)
    return Counter({who: count for who, count in own.items() if 2 * count >= whole[who]})


def _of_title(own: Counter[str], only: Counter[str], other: Words) -> int:
    """How often words of one title alone turn up in its text and never in the other's."""
    return sum(only[word] for word in own if word not in other)


def is_pledge(words: Words) -> bool:
    """Whether somebody promises for himself, as in an agreement not called one: "I keep…, I lock…"."""
    said = Counter(words)
    return said["i"] >= 3 and 8 * (said["i"] + said["my"]) >= len(words)


def differ_in_meaning(a: Words, b: Words, *, numbers: bool = True) -> bool:
    """Whether what differs turns the sense: a "not", a year or key stage, or a number, on either side."""
    only_a, only_b = differences(a, b)
    changed = only_a.keys() | only_b.keys()
    if not any(word.isdigit() for word in changed):
        changed = {word for word in changed if word not in ("year", "years")}  # "a four-year-old"
    if not numbers:
        changed = {word for word in changed if not word.isdigit()}
    return bool(changed & _NEGATIONS) or has_phase(changed)
