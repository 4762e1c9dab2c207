"""Words and signs are learned from examples, the same each time."""

from __future__ import annotations

from policy_kit.sections.likely import NONE, features
from policy_kit.sections.weighing import Signs, Way
from tests.headings.learn import SECTIONS, Example, Seen, as_kept, signs_learned, tells_rightly, words_learned

PHONES, PICTURES = (
    SECTIONS.index("mobile-and-smart-devices"),
    SECTIONS.index("images-and-video"),
)
TOLD = {
    "phone gate": PHONES, "phone pouch": PHONES, "gate pouch": PHONES,
    "camera consent": PICTURES, "camera picture": PICTURES, "picture consent": PICTURES,
}  # fmt: skip


def examples() -> list[Example]:
    return [Example(features((), [text.split()]), (place,)) for text, place in TOLD.items()]


def test_words_are_learned_from_examples_and_always_alike() -> None:
    words = words_learned(examples())
    assert words == words_learned(examples())
    chances = as_kept(words).chances((), [["phone", "pouch", "picture"]])
    assert max(chances, key=lambda section: chances[section]) == "mobile-and-smart-devices"


def test_signs_are_weighed_by_what_readers_say() -> None:
    def seen(made: bool, labelled: set[str]) -> Seen:
        signs = Signs(
            Way.NONE, 0.3, 0.3, first=False, of_none=0.0, made=made, spoken=False, bare=False,
            touched=False, everywhere=False, words=50,
        )  # fmt: skip
        return Seen("a", (frozenset(labelled),), (), [], (), {"images-and-video": signs})

    both = [seen(made=True, labelled={"images-and-video"}), seen(made=False, labelled=set())] * 20
    weights = signs_learned(both)
    assert weights["made"] > 0
    assert all(tells_rightly(one, weights) for one in both)
    assert NONE in SECTIONS
