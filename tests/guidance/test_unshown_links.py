"""Links whose address the text does not show are the same, however many there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_kit.model import Block, BlockKind, Link
from policy_kit.model.unshown import unshown_links

WORDS = st.text(alphabet="ab.", max_size=12)


@given(WORDS, st.lists(WORDS, max_size=30), st.lists(WORDS, max_size=8))
def test_the_links_whose_address_is_not_shown(plain: str, targets: list[str], shown: list[str]) -> None:
    links = tuple(Link("here", target) for target in (*targets, *shown))
    block = Block(0, BlockKind.PARAGRAPH, " ".join([plain, *shown]), links=links)
    assert list(unshown_links(block)) == [link for link in links if link.target not in block.text]
