"""Makes one self-contained web page: nothing is fetched, and nothing that a policy says can run.

Every value is escaped by the template engine; the page's own style and script are the only ones that
its security policy lets a browser use.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def render_page(template: str, styles: tuple[str, ...], script: str = "", **view: Any) -> str:
    """Fill a page template of this folder with a view; `styles` and `script` are files of this folder."""
    from markupsafe import Markup

    style = "".join(_file(name) for name in styles)
    code = _file(script) if script else ""
    rules = ["default-src 'none'", f"style-src '{_mark(style)}'", "img-src data:", "form-action 'none'"]
    if code:
        rules.append(f"script-src '{_mark(code)}'")
    return _environment().get_template(template).render(
        style=Markup(style),  # noqa: S704  # our own file, not a policy's words
        script=Markup(code),  # noqa: S704  # our own file, not a policy's words
        security="; ".join([*rules, "base-uri 'none'"]),
        **view,
    )  # fmt: skip


def _file(name: str) -> str:
    return files("policy_kit.reports").joinpath(name).read_text(encoding="utf-8")


def _mark(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from policy_kit.reports.phrases import counted, day, one_line, place, sentence, shortened

    environment = Environment(
        loader=PackageLoader("policy_kit", "reports"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters.update(
        one_line=one_line, place=place, day=day, sentence=sentence, shortened=shortened
    )
    environment.globals["counted"] = counted
    return environment
