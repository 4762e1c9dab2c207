"""Which of a block's links lead somewhere that its text does not show."""

from __future__ import annotations

from collections.abc import Iterator

from policy_kit.model.document import Block, Link

_FEW = 20
_PIECE = 8  # letters: so many of an address seldom stand in a text that does not show it


def unshown_links(block: Block) -> Iterator[Link]:
    """The links of a block whose address does not stand in its text.

    Of many links the text is not read again for each: most addresses that it does not show have an end that
    it does not hold, and those that it shows stand in the order of the links.
    """
    text = block.text
    if len(block.links) <= _FEW:
        yield from (link for link in block.links if link.target not in text)
        return
    pieces = {text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1)}
    last = 0
    for link in block.links:
        target = link.target
        if len(target) >= _PIECE and target[-_PIECE:] not in pieces:
            yield link
            continue
        at = text.find(target, last)
        if at < 0:
            at = text.find(target)
        if at < 0:
            yield link
        else:
            last = at
