"""`explain CODE`: a check's page, as it stands in docs/checks/."""

from __future__ import annotations

from collections.abc import Iterator

import click

from policy_kit.cli.options import terminal
from policy_kit.errors import PolicyKitError
from policy_kit.reports.text_page import Page
from policy_kit.resources import bundled

_CODE = 7
_NAME = 24


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Say what a check finds, why it matters, and how to mend or suppress it.

    \b
    Examples:
      policy-kit explain           (lists the checks)
      policy-kit explain PK301
    """
    from policy_kit.checks import RULES

    rules = {rule.code: rule for rule in RULES}
    page = Page(terminal()[1])
    if code is None:
        for rule in sorted(rules.values(), key=lambda r: r.code):
            first = f"{rule.code:<{_CODE}}{rule.name:<{_NAME}}"
            page.line(rule.summary[:1].upper() + rule.summary[1:].rstrip("."), first=first, indent=len(first))
        click.echo("\n".join(page.lines))
        return
    by_name = {rule.name: rule for rule in RULES}
    found = rules.get(code.upper()) or by_name.get(code.lower())
    if found is None:
        raise PolicyKitError(f"{code}: there is no such check; `policy-kit explain` lists them all")
    text = bundled("docs/checks").joinpath(f"{found.code}.md").read_text(encoding="utf-8")
    for paragraph in _paragraphs(text):
        if page.lines:
            page.gap()
        if paragraph.startswith("    "):
            page.lines.extend(paragraph.splitlines())
        else:
            page.line(paragraph)
    click.echo("\n".join(page.lines))


def _paragraphs(text: str) -> Iterator[str]:
    """The page between its empty lines: paragraphs to be laid out anew, and what is set in to be typed."""
    yield from (part.rstrip() for part in text.strip("\n").split("\n\n") if part.strip())
