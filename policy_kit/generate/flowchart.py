"""Reads a flowchart in a clause: steps one under another, and questions that lead aside on a yes."""

from __future__ import annotations

from policy_kit.errors import TemplateFault
from policy_kit.quick import dataclass

OPENS, CLOSES = "```flowchart", "```"
_FEWEST, _MOST = 2, 12  # more do not fit on a page


@dataclass(frozen=True, slots=True)
class Step:
    """One box of the chart; a question has what to do where the answer is yes, `aside`."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Flowchart:
    """A flowchart from its line of the clause: its title, which a screen reader says, and its steps."""

    line: int
    title: str
    steps: tuple[Step, ...]


class FlowchartReader:
    """Gathers the lines of one flowchart; `take` is true until the line that closes it."""

    def __init__(self, name: str, line: int, opening: str) -> None:
        self._name = name
        self._line = line
        self._title = opening.removeprefix(OPENS).strip()
        self._steps: list[Step] = []
        if not self._title or "{" in self._title:
            raise self._fault(line, "a flowchart has a title without fields: ```flowchart What to do")

    def take(self, number: int, line: str) -> bool:
        """Read a line; False where it closes the chart. Raises TemplateFault for what is no step."""
        if line == CLOSES:
            return False
        if line.strip():
            self._steps.append(self._step(number, line.strip()))
        return True

    def chart(self) -> Flowchart:
        """The chart read. Raises TemplateFault if it has too few steps or too many for a page."""
        if not _FEWEST <= len(self._steps) <= _MOST:
            raise self._fault(
                self._line, f"a flowchart has {_FEWEST} to {_MOST} steps, and this has {len(self._steps)}"
            )
        return Flowchart(self._line, self._title, tuple(self._steps))

    def never_closed(self) -> TemplateFault:
        """The fault of a chart that runs to the end of the file."""
        return self._fault(self._line, "this flowchart is never closed; end it with ``` on its own line")

    def _step(self, number: int, line: str) -> Step:
        question, arrow, aside = (part.strip() for part in line.partition("=>"))
        if not line.startswith("?"):
            if arrow:
                raise self._fault(number, "only a question leads aside; begin it with ? and a space")
            return Step(line)
        question = question.removeprefix("?").strip()
        if not question or not aside:
            raise self._fault(number, "a question is written `? Is it urgent? => Call 999`")
        return Step(question, aside)

    def _fault(self, line: int, message: str) -> TemplateFault:
        return TemplateFault(f"{self._name}, line {line}: {message}")
