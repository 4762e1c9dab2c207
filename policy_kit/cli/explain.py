"""`explain CODE`: a check's page, as it stands in docs/checks/."""

from __future__ import annotations

import click

from policy_kit.errors import PolicyKitError
from policy_kit.resources import bundled


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
    if code is None:
        for rule in sorted(rules.values(), key=lambda r: r.code):
            click.echo(f"{rule.code}  {rule.name:<24}{rule.summary}")
        return
    by_name = {rule.name: rule for rule in RULES}
    found = rules.get(code.upper()) or by_name.get(code.lower())
    if found is None:
        raise PolicyKitError(f"{code}: there is no such check; `policy-kit explain` lists them all")
    page = bundled("docs/checks").joinpath(f"{found.code}.md").read_text(encoding="utf-8")
    click.echo(page.rstrip())
