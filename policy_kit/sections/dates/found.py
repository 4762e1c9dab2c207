"""What reading yields before it is settled what each date means."""

from __future__ import annotations

from policy_kit.model import Block
from policy_kit.quick import dataclass
from policy_kit.sections.dates.expressions import DateExpression
from policy_kit.sections.dates.lines import Pair
from policy_kit.sections.dates.places import Place
from policy_kit.sections.dates.wordings import Sense


@dataclass(frozen=True, slots=True)
class Found:
    """A date, or a label with none, at a block.

    column: table and column if it stands under a column heading; history: it is a row of a version table.
    """

    label: str
    sense: Sense
    text: str
    expression: DateExpression | None
    block: Block
    place: Place
    column: tuple[int, int] | None = None
    history: bool = False

    @property
    def is_dated(self) -> bool:
        return self.expression is not None and not self.expression.is_blank


def found(pair: Pair, block: Block, place: Place) -> Found:
    """The pair as it was found."""
    return Found(pair.label.words, pair.label.sense, pair.text, pair.expression, block, place)
