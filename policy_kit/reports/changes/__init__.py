"""What changed between two policies, told as text, as a web page, or for other programs."""

from __future__ import annotations

from collections.abc import Callable

from policy_kit.changes import Changes

__all__ = ["CHANGE_REPORTS"]


def _text(changes: Changes) -> str:
    from policy_kit.reports.changes.text import render_text

    return render_text(changes)


def _json(changes: Changes) -> str:
    from policy_kit.reports.changes.json import render_json

    return render_json(changes)


def _html(changes: Changes) -> str:
    from policy_kit.reports.changes.html import render_html

    return render_html(changes)


CHANGE_REPORTS: dict[str, Callable[[Changes], str]] = {"text": _text, "json": _json, "html": _html}
