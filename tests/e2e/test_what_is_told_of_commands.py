"""The guides and READMEs are true: their commands and options are there, their files and links too."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from policy_kit.guidance import load_register
from policy_kit.standard import load_standard
from tests.e2e.commands import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*/README.md")])
_TYPED = re.compile(r"^ *(?:\$ )?(policy-kit .*)$|`(policy-kit [^`]+)`", re.MULTILINE)


def commands(page: Path) -> Iterator[list[str]]:
    """The words of each command that a page shows."""
    for found in _TYPED.finditer(page.read_text(encoding="utf-8")):
        yield shlex.split((found[1] or found[2]).replace("\\|", "|"), comments=True)[1:]


def named(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the words name, through its groups, and the words left."""
    command: click.Command = import_module(f"policy_kit.cli.{words[0]}").command
    left = words[1:]
    while isinstance(command, click.Group) and left:
        inner = command.get_command(click.Context(command), left[0])
        assert inner is not None, words
        command, left = inner, left[1:]
    return command, left


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_and_options_that_are_told_are_there(page: Path) -> None:
    for words in commands(page):
        if words and not words[0].startswith("-"):
            command, left = named(words)
            known = {option for each in command.params for option in (*each.opts, "--help")}
            asked = {word.split("=")[0] for word in left if word.startswith("-") and word != "-"}
            assert asked <= known, words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_and_links_that_are_told_are_there(page: Path) -> None:
    text = re.sub(r"^(```+).*?^\1$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)\s]+)\)", re.sub(r"`+[^`]*`+", "", text))
    for link in links:
        assert (page.parent / link.split("#")[0]).exists(), link
    told = re.findall(r"`((?:docs|examples|schemas|templates|tests|policy_kit)/[\w./-]*)`", text)
    for name in told:
        assert (ROOT / name).exists(), name
    for command in commands(page):
        for word in command:
            if word.startswith("examples/"):
                assert (ROOT / word).exists(), word


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_table_is_not_broken_off_by_an_empty_line(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines[2:], 2):
        if line.startswith("|") and not lines[number - 1]:
            below = lines[number + 1] if number + 1 < len(lines) else ""
            assert below.startswith("|"), f"{page.name}, line {number + 1}"


def test_the_numbers_of_the_readme_are_those_of_the_data() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    standard = load_standard("online-safety")
    points = sum(len(section.points) for section in standard.sections)
    assert f"the {len(standard.sections)} sections and {points} points" in readme
    assert f"dates every edition of {len(load_register().documents)} documents" in readme
