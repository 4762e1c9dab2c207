"""Asks for a profile's facts in the terminal: one at a time, explained, checked and kept as given."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from policy_kit.profile import Field

_WIDTH = 78
_BACK = "<"
_UNBROKEN = "\N{NO-BREAK SPACE}"  # keeps a choice with its number on one line
_HOW = (
    "Enter takes what stands in [brackets]; < goes back a question. Ctrl-C leaves, and what you have "
    "answered is kept: the same command goes on from there."
)


class GoBack(Exception):
    """The person wants the question before."""


class Interview:
    """Asks for what a school must give and has not given yet, and keeps each answer as it comes.

    answers: field ids to valid values; keep: called with all answers after each; on, kcsie: the day
    and the edition in force, for what is suggested; every: ask again for what is answered already.
    """

    def __init__(
        self,
        answers: Mapping[str, Any],
        keep: Callable[[Mapping[str, Any]], None],
        on: datetime.date,
        kcsie: int | None,
        *,
        every: bool = False,
    ) -> None:
        self._answers = dict(answers)
        self._again = set(answers) if every else set()
        self._keep = keep
        self._on, self._kcsie = on, kcsie
        self._asked: list[str] = []
        self._group = ""

    def run(self) -> dict[str, Any]:
        """Ask until nothing is missing, and return the answers. Raises click.Abort if the person leaves."""
        click.echo(textwrap.fill(_HOW, _WIDTH))
        while waiting := self._waiting():
            try:
                self._ask(waiting[0], len(waiting))
            except GoBack:
                if self._asked:
                    self._again.add(self._asked.pop())
        return self._answers

    def _settled(self) -> dict[str, Any]:
        return {name: value for name, value in self._answers.items() if name not in self._again}

    def _fill_in_what_follows(self) -> None:
        from policy_kit.profile import derived

        follows = derived(self._settled())
        self._answers.update(follows)
        self._again -= set(follows)

    def _waiting(self) -> list[str]:
        """The fields still to ask for, in order."""
        from policy_kit.profile import missing_fields, profile_fields

        self._fill_in_what_follows()
        needed = set(missing_fields(self._settled()))
        return [name for name in profile_fields() if name in needed or name in self._again]

    def _ask(self, name: str, to_go: int) -> None:
        from policy_kit.profile import normalised, profile_fields

        field = profile_fields()[name]
        default = self._default(field)
        self._show(field, to_go)
        while True:
            value = _answer(field, default)
            faults = self._faults(field, value)
            if not faults:
                break
            for fault in faults:
                _say(fault, colour="red")
        self._answers |= normalised({name: value})
        self._again.discard(name)
        self._asked.append(name)
        self._fill_in_what_follows()
        self._keep(self._answers)

    def _default(self, field: Field) -> str:
        from policy_kit.profile import as_written, suggestion

        value = self._answers.get(field.id)
        if value is None:
            value = suggestion(field.id, self._settled(), self._on, self._kcsie)
        return "" if value is None else as_written(field, value)

    def _faults(self, field: Field, value: Any) -> list[str]:
        """What is wrong with the answer, alone or beside the others given so far."""
        from policy_kit.profile import derived, missing_fields, profile_fields, validate_profile

        if value in ("", []) and not field.may_be_empty:
            return ["This one needs an answer."]
        together = {**self._settled(), field.id: value}
        together |= derived(together)
        missing = missing_fields(together)
        faults = [fault for fault in validate_profile(together) if fault.field not in missing]
        return [
            fault.message
            if fault.field == field.id
            else f"{profile_fields()[fault.field].title}: {fault.message}"
            for fault in faults
        ]

    def _show(self, field: Field, to_go: int) -> None:
        from policy_kit.profile import example_of, group_titles

        if field.group != self._group:
            self._group = field.group
            title = group_titles()[field.group]
            click.secho(f"\n── {title} {'─' * (_WIDTH - len(title) - 4)}", fg="cyan")
        done = len(self._asked)
        click.echo()
        click.secho(field.title, bold=True, nl=False)
        click.secho(f"  ({done + 1} of {done + to_go})", dim=True)
        _say(field.description)
        if field.choices:
            _say(_allowed(field), colour="cyan")
        elif field.kind != "boolean":
            _say(f"For example: {example_of(field)}", colour="cyan")


def _answer(field: Field, default: str) -> Any:
    """What the person types, lists one item a line. Raises GoBack."""
    if field.kind == "map":
        groups = {}
        for group in ("staff", "pupils"):
            groups[group] = _lines(f"  for {group}", "none", empty=True)
        return groups
    if field.kind == "list":
        return _lines("  one per line", default, empty=field.may_be_empty)
    hint = "yes or no " if field.kind == "boolean" else ""
    typed = _typed(f"  {hint}[{default}] >" if default else f"  {hint}>")
    if field.choices and typed.isdecimal() and 1 <= int(typed) <= len(field.choices):
        return field.choices[int(typed) - 1]
    return typed or default


def _lines(hint: str, default: str, *, empty: bool) -> list[str]:
    """Lines up to an empty one; Enter at once takes the default, or nothing where that is allowed."""
    default = default or ("none" if empty else "")
    shown = f"{hint} [{default}] >" if default else f"{hint} >"
    lines: list[str] = []
    while typed := _typed(shown if not lines else "  and (Enter ends) >"):
        lines.append(typed)
    together = "; ".join(lines) or default
    items = [item.strip() for item in together.split(";") if item.strip()]
    return [] if empty and [item.casefold() for item in items] == ["none"] else items


def _typed(shown: str) -> str:
    text: str = click.prompt(shown, default="", show_default=False, prompt_suffix=" ")
    if text.strip() == _BACK:
        raise GoBack
    return text.strip()


def _allowed(field: Field) -> str:
    if field.kind == "list":
        return f"Any of: {', '.join(field.choices)}"
    numbered = (f"{n} {choice}" for n, choice in enumerate(field.choices, 1))
    return "   ".join(choice.replace(" ", _UNBROKEN) for choice in numbered)


def _say(text: str, colour: str | None = None) -> None:
    told = textwrap.fill(
        text,
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
    click.secho(told.replace(_UNBROKEN, " "), fg=colour)
