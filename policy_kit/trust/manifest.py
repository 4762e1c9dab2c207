"""A trust's manifest: its name, standard and template, and where each school's profile and policies are."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policy_kit.errors import InvalidManifest, InvalidProfile, UnreadableFile
from policy_kit.naming import name_key
from policy_kit.profile import OF_A_MANIFEST, read_source
from policy_kit.quick import dataclass
from policy_kit.resources import bundled
from policy_kit.roll_up import Cycle

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

DEFAULT = "online-safety"
_AT_MOST = 8  # faults told of one manifest


@dataclass(frozen=True, slots=True)
class School:
    """One school of the trust: its profile and its policies as paths that can be opened.

    files: for each policy its path as the manifest gives it, which is how reports name it.
    """

    name: str
    urn: str = ""
    profile: Path | None = None
    policies: tuple[Path, ...] = ()
    files: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Trust:
    """A trust as its manifest gives it; standard, template and letter are names of shipped ones or paths."""

    name: str
    path: Path
    schools: tuple[School, ...]
    standard: str = DEFAULT
    template: str = DEFAULT
    earlier_templates: tuple[str, ...] = ()
    letter: str = ""
    cycle: Cycle | None = None
    contact: str = ""
    group_uid: str = ""

    @property
    def folder(self) -> Path:
        """The folder that the manifest's paths are taken from."""
        return self.path.parent


def load_trust(path: Path) -> Trust:
    """Read and check a manifest, YAML or JSON.

    Raises UnreadableFile if it cannot be read, and InvalidManifest with every fault, by line or place.
    """
    try:
        source = read_source(path, OF_A_MANIFEST)
    except UnreadableFile as error:
        raise UnreadableFile(_of_a_manifest(str(error), path)) from error
    except InvalidProfile as error:
        raise InvalidManifest(_of_a_manifest(str(error), path)) from error
    if not source.data:
        raise InvalidManifest(f"{path}: the manifest is empty; `policy-kit trust init` makes one")
    faults = [str(fault) for fault in source.faults]
    faults += [_told(error, source.lines) for error in _validator().iter_errors(dict(source.data))]
    faults += _twice(source.data)
    if faults:
        more = f" (and {len(faults) - _AT_MOST} more)" if len(faults) > _AT_MOST else ""
        raise InvalidManifest(f"{path}: " + "; ".join(faults[:_AT_MOST]) + more)
    return _trust(path, source.data)


def _of_a_manifest(told: str, path: Path) -> str:
    """What is told of a profile's file, told of a manifest."""
    told = told.removeprefix(str(path))
    told = told.replace("school_name: Harrow Lane Primary School", "trust: Beacon Tides Trust")
    told = told.replace("a profile", "a manifest").replace("`policy-kit init`", "`policy-kit trust init`")
    return f"{path}{told}"


def _trust(path: Path, data: Mapping[str, Any]) -> Trust:
    folder = path.parent
    cycle = data.get("cycle")
    return Trust(
        name=" ".join(str(data["trust"]).split()),
        path=path,
        schools=tuple(_school(folder, given) for given in data["schools"]),
        standard=_named(folder, data.get("standard")),
        template=_named(folder, data.get("template")),
        earlier_templates=tuple(_named(folder, t) for t in data.get("earlier_templates") or ()),
        letter=str(folder / data["letter"]) if data.get("letter") else "",
        cycle=_cycle(cycle) if cycle else None,
        contact=str(data.get("contact") or ""),
        group_uid=str(data.get("group_uid") or ""),
    )


def _named(folder: Path, given: object) -> str:
    """A shipped standard's or template's name as it is; anything else is a path beside the manifest."""
    text = str(given or DEFAULT)
    return text if text == DEFAULT else str(folder / text)


def _cycle(given: Mapping[str, Any]) -> Cycle:
    starts = date.fromisoformat(given["starts"]) if given.get("starts") else None
    return Cycle(str(given["name"]), starts, date.fromisoformat(given["due"]))


def _school(folder: Path, given: Mapping[str, Any]) -> School:
    policies = given.get("policies") or ()
    files = (policies,) if isinstance(policies, str) else tuple(policies)
    return School(
        name=" ".join(str(given["name"]).split()),
        urn=str(given.get("urn") or ""),
        profile=folder / given["profile"] if given.get("profile") else None,
        policies=tuple(folder / file for file in files),
        files=tuple(files),
        contact=str(given.get("contact") or ""),
    )


def _twice(data: Mapping[str, Any]) -> list[str]:
    """Two entries of one school: their results would be told apart by nothing."""
    faults: list[str] = []
    schools = [s for s in data.get("schools") or () if isinstance(s, Mapping)]
    for what, form in (("name", name_key), ("urn", str.strip)):
        seen: set[str] = set()
        for number, school in enumerate(schools, 1):
            value = form(str(school.get(what) or ""))
            if value and value in seen:
                faults.append(f"school {number}: its {what} {school[what]!r} stands twice; keep one entry")
            seen.add(value)
    return faults


def _told(error: Any, lines: Mapping[str, int]) -> str:
    """One fault of the schema in plain words, with the place."""
    path = list(error.absolute_path)
    where = " ".join(f"school {part + 1}" if path[0] == "schools" and isinstance(part, int) else
                     str(part) for part in path if part != "schools") if path else ""  # fmt: skip
    line = lines.get(str(path[0])) if path and path[0] != "schools" else None
    place = f"line {line}, {where}: " if line else f"{where}: " if where else ""
    words = _WORDS.get(error.validator)
    return place + (words(error) if words else str(error.message))


def _required(error: Any) -> str:
    missing = [name for name in error.validator_value if name not in error.instance]
    return f"{', '.join(missing)} is missing"


def _unknown(error: Any) -> str:
    extra = sorted(set(error.instance) - set(error.schema.get("properties", {})))
    known = ", ".join(error.schema.get("properties", {}))
    return f"{extra[0]!r} is not known here; what may stand here is {known}"


_WORDS: dict[str, Callable[[Any], str]] = {
    "required": _required,
    "additionalProperties": _unknown,
    "anyOf": lambda _: "say where its profile or its policies are, or give its urn",
    "format": lambda error: f"{error.instance!r} is not a day; write it as 2026-11-30",
    "minItems": lambda _: "names no school; add one under schools",
    "maxItems": lambda error: (
        f"{len(error.instance):,} entries, and at most {error.validator_value:,} may stand here"
    ),
    "pattern": lambda error: f"{error.instance!r} is not of the form it should have",
    "type": lambda error: f"{error.instance!r} should be {error.validator_value}",
}


@cache
def _validator() -> Validator:
    from jsonschema import Draft202012Validator

    from policy_kit.profile.formats import format_checker

    text = bundled("schemas").joinpath("trust.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text), format_checker=format_checker())
