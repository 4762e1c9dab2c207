"""Headers and footers: where the template's differ from the school's only in facts, the facts are renewed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from policy_kit.compare.redline import Change, Copied, Operation
from policy_kit.model import Part
from policy_kit.renew.facts import settle
from policy_kit.renew.model import Fact
from policy_kit.renew.texts import plain

if TYPE_CHECKING:
    from policy_kit.compare.redline import WordText


def margin_operations(mine: WordText, theirs: WordText, facts: Sequence[Fact]) -> Iterator[Operation]:
    """Changes to headers and footers in which the template changed facts and nothing else."""
    for part in (Part.HEADER, Part.FOOTER):
        new = [p for p in theirs.paragraphs if p.part is part and p.text.strip()]
        for old in (p for p in mine.paragraphs if p.part is part and p.text.strip()):
            for other in new:
                if plain(other.text) == plain(old.text):
                    break
                settled = settle(old.text, old.text, other.text, facts).base
                if plain(settled) == plain(other.text):
                    yield Change(old.index, Copied(theirs, other.index))
                    break
