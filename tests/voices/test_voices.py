"""What was learned of the voice in which a school's name stands is what the passages teach, and holds."""

from __future__ import annotations

import json

from policy_kit.checks.identity.voices import FILE, around
from tests.voices.learn import examples, learned, source_digest, told_rightly


def test_what_is_kept_is_what_the_passages_teach() -> None:
    """If this fails: `python -m tests.voices.learn --write`."""
    given = examples()
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    assert kept["from"] == source_digest(given)
    assert kept["weights"] == learned(given)


def test_it_holds_for_passages_that_were_not_learned_from() -> None:
    right, wrong, missed = told_rightly(examples())
    assert right / (right + wrong) >= 0.8
    assert right / (right + missed) >= 0.8


def test_a_name_that_opens_a_sentence_has_nothing_before_it() -> None:
    text = "Pupils visited our friends. Elmcroft Primary School keeps a record."
    start = text.index("Elmcroft")
    assert around(text, start, start + len("Elmcroft Primary School")) == ("", " keeps a record")
