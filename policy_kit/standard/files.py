"""Reads a standard's files, JSON or YAML, and puts what they refer to in its place.

A reference is the name of a shipped standard (`online-safety`) or a path beside the file that names
it. Nothing is ever fetched from a network.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policy_kit.errors import InvalidStandard
from policy_kit.resources import bundled
from policy_kit.yaml_faults import NotYaml, plain_yaml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_SUFFIX = "-policy.schema.json"
_LONGEST_CHAIN = 12


@cache
def shipped_standards() -> tuple[str, ...]:
    """The names of the standards that come with the product."""
    names = (entry.name for entry in bundled("schemas").iterdir())
    return tuple(sorted(n.removesuffix(_SUFFIX) for n in names if n.endswith(_SUFFIX)))


def locate(name_or_path: str, beside: Traversable | None = None) -> tuple[Traversable, Traversable]:
    """Find a standard's file; return it and its folder.

    Raises InvalidStandard if there is none of that name or at that path.
    """
    if name_or_path in shipped_standards():
        folder = bundled("schemas")
        return folder.joinpath(name_or_path + _SUFFIX), folder
    if "://" in name_or_path:
        raise InvalidStandard(
            f"{name_or_path}: a standard is never fetched from the web; save the file beside yours"
        )
    if beside is not None:
        file = beside.joinpath(*name_or_path.split("/"))
        parent = beside.joinpath(*name_or_path.split("/")[:-1])
        if file.is_file():
            return file, parent
    path = Path(name_or_path)
    if path.is_file():
        return path, path.parent
    known = ", ".join(shipped_standards())
    raise InvalidStandard(
        f"{name_or_path}: there is no such standard; give a file, or one of these names: {known}"
    )


def parse(file: Traversable) -> dict[str, Any]:
    """Return the mapping a JSON or YAML file holds. Raises InvalidStandard with the line of a fault."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidStandard(f"{file.name}: could not be read as text ({error})") from error
    if file.name.endswith(".json"):
        try:
            data = json.loads(text)
        except (json.JSONDecodeError, RecursionError) as error:
            line = getattr(error, "lineno", 1)
            raise InvalidStandard(f"{file.name}, line {line}: this is not valid JSON ({error})") from error
    else:
        data = _parse_yaml(text, file.name)
    if not isinstance(data, dict):
        raise InvalidStandard(f"{file.name}: a standard is a mapping with $id, title and properties")
    return data


def _parse_yaml(text: str, name: str) -> object:
    try:
        return plain_yaml(text)
    except NotYaml as error:
        raise InvalidStandard(f"{name}, {error}") from error


def inline(schema: Any, folder: Traversable, depth: int = 0) -> Any:
    """Return the schema with each `$ref` replaced by the file it names; raises InvalidStandard."""
    if depth > _LONGEST_CHAIN:
        raise InvalidStandard(f"a standard's files refer to one another more than {_LONGEST_CHAIN} deep")
    if isinstance(schema, list):
        return [inline(item, folder, depth) for item in schema]
    if not isinstance(schema, dict):
        return schema
    out = {k: inline(v, folder, depth) for k, v in schema.items() if k not in ("$ref", "$id", "$schema")}
    reference = schema.get("$ref")
    if reference is None:
        return out
    file, parent = locate(str(reference), folder)
    target = inline(parse(file), parent, depth + 1)
    if not out:
        return target
    return {**out, "allOf": [target, *out.get("allOf", [])]}


def files_of(name: str) -> tuple[str, ...]:
    """The files of a shipped standard: their paths under schemas/, in order, each once."""
    found: dict[str, None] = {}
    waiting = [name + _SUFFIX]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = None
            text = bundled("schemas").joinpath(*path.split("/")).read_text(encoding="utf-8")
            beside = path.rpartition("/")[0]
            named = re.findall(r'"\$ref": *"([^"]+)"', text)
            waiting += [one if one in shipped_standards() else f"{beside}/{one}".lstrip("/") for one in named]
    return tuple(sorted(found))
