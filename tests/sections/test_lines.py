"""Where a sentence may end is told before the text is split."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.sections.lines import _MAY_END, _SENTENCE_END, split_sentences


@given(st.text('aA1.!?;"”’)(“ \n\u00a0', max_size=12))
def test_a_text_is_passed_over_only_where_no_sentence_ends(text: str) -> None:
    if _SENTENCE_END.search(text):
        assert _MAY_END.search(text)


def test_sentences() -> None:
    assert split_sentences("  One only ") == ["One only"]
    assert split_sentences(" \t") == []
    assert split_sentences("So it is. It is; really\nso.") == ["So it is.", "It is;", "really", "so."]
