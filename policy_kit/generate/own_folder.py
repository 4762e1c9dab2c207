"""A trust's own template folder: the clauses it writes itself, and in template.yaml what the rest comes from.

based_on: online-safety          # sections without a clause here are ours
colour: "#6B1F4A"                # in place of the layout's
logo: badge.png                  # on the cover, in place of each school's
logo_description: A boat under a star, the badge of the Ferrymoor Learning Trust
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from policy_kit.errors import TemplateFault
from policy_kit.generate.colours import readable
from policy_kit.generate.logo import read_logo
from policy_kit.generate.package import DOCUMENT, pack, parse, serialise, unpack
from policy_kit.generate.school_look import SchoolLook, place_logo, with_colour
from policy_kit.generate.templates import shipped_templates
from policy_kit.quick import dataclass
from policy_kit.resources import bundled
from policy_kit.yaml_faults import NotYaml, plain_yaml

SETTINGS = "template.yaml"
_KEYS = ("based_on", "colour", "logo", "logo_description")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class OwnFolder:
    """What a template folder says of itself.

    based_on: the shipped template that gives the sections and layout it leaves out, or ''; told: what
    whoever builds it should know.
    """

    based_on: str = ""
    look: SchoolLook = field(default_factory=SchoolLook)
    told: str = ""

    @property
    def rest(self) -> Traversable | None:
        """The folder of the shipped template that it is based on."""
        return bundled("templates").joinpath(self.based_on) if self.based_on else None


def read_own_folder(folder: Path) -> OwnFolder:
    """Return what a folder's template.yaml says; a folder without one is based on nothing.

    Raises TemplateFault, naming the file and the key, for what cannot be used, and InvalidProfile for a
    logo that cannot.
    """
    path = folder / SETTINGS
    if not path.is_file():
        return OwnFolder()
    given = _settings(path)
    based_on, colour = str(given.get("based_on") or ""), str(given.get("colour") or "")
    if based_on and based_on not in shipped_templates():
        raise TemplateFault(f"{path}: based_on: there is no template “{based_on}”; {_known()}")
    if colour and not _COLOUR.fullmatch(colour):
        raise TemplateFault(f'{path}: colour: “{colour}” is no colour; write it as "#1F3864", in quotes')
    used = readable(colour.removeprefix("#")) if colour else ""
    logo, described = given.get("logo"), str(given.get("logo_description") or "")
    if logo and not described:
        raise TemplateFault(
            f"{path}: logo_description: is missing; say what the logo shows, for those who cannot see it"
        )
    picture = read_logo(folder, str(logo), str(path)) if logo else None
    darker = colour.removeprefix("#").upper() != used.upper()
    told = f"{path}: colour: {colour} is too light for words on white, so #{used} is used" if darker else ""
    return OwnFolder(based_on, SchoolLook(used, picture, described), told)


def _known() -> str:
    return f"there is {', '.join(shipped_templates())}"


def _settings(path: Path) -> Mapping[str, Any]:
    try:
        given = plain_yaml(path.read_text(encoding="utf-8"))
    except NotYaml as error:
        raise TemplateFault(f"{path}, {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateFault(f"{path}: could not be read as text ({error})") from error
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise TemplateFault(f"{path}: it must hold lines such as “based_on: online-safety”")
    for key in given:
        if key not in _KEYS:
            near = get_close_matches(str(key), _KEYS, 1)
            hint = f"did you mean {near[0]}?" if near else f"it may hold {', '.join(_KEYS)}"
            raise TemplateFault(f"{path}: “{key}” is not known; {hint}")
    return given


def dressed(template: bytes, look: SchoolLook) -> bytes:
    """The template in a trust's own look: its colour for the layout's, its logo where a school's would go."""
    parts = unpack(template, "the template")
    if look.logo is not None:
        root = parse(parts[DOCUMENT], "the template", DOCUMENT)
        parts = place_logo(root, parts, look)
        parts[DOCUMENT] = serialise(root)
    return pack(with_colour(parts, look.colour) if look.colour else parts)
