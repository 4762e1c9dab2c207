"""Finds a template: one that is shipped, by name, or any Word file, by path."""

from __future__ import annotations

import hashlib
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from policy_kit.errors import TemplateFault
from policy_kit.quick import dataclass
from policy_kit.resources import bundled

_FILE = "template.docx"


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template as found: its id and bytes, and whether it is ours or came from elsewhere.

    standard: the standard whose sections it holds.
    """

    id: str
    name: str
    data: bytes
    ours: bool
    standard: str


def template_version(data: bytes) -> str:
    """What tells one state of a template from another: the beginning of its sha256."""
    return hashlib.sha256(data).hexdigest()[:12]


@cache
def shipped_templates() -> tuple[str, ...]:
    """The names of the templates that come with the product."""
    folders = (entry for entry in bundled("templates").iterdir() if entry.is_dir())
    return tuple(sorted(folder.name for folder in folders if folder.joinpath(_FILE).is_file()))


def find_template(name_or_path: str | Path) -> TemplateFile:
    """Return a template by the name of a shipped one or the path of a Word file.

    Raises TemplateFault if there is none, or it cannot be read.
    """
    given = str(name_or_path)
    if given in shipped_templates():
        data = bundled("templates").joinpath(given, _FILE).read_bytes()
        return TemplateFile(given, _FILE, data, ours=True, standard=given)
    path = Path(given)
    if not path.is_file():
        near = get_close_matches(given, shipped_templates(), 1)
        hint = (
            f"did you mean {near[0]}?" if near else f"give a Word file, or {', '.join(shipped_templates())}"
        )
        raise TemplateFault(f"{given}: there is no such template; {hint}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TemplateFault(f"{given}: could not be read ({error.strerror})") from error
    return TemplateFile(path.stem, path.name, data, ours=False, standard="online-safety")
