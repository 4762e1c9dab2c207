"""For maintainers: compiles the register's YAML into register.json, which is what audits read.

Run `python -m policy_kit.guidance.build` after any change under policy_kit/guidance/data/.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policy_kit.regexes.literals import needs
from policy_kit.resources import bundled

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
COMPILED = HERE / "register.json"
_PATTERNS = ("pattern", "near", "unless", "keep", "cites", "subjects")
# What several patterns share, by the name that stands for it in the YAML. A title of everyday words is one
# only where the month or year it was published follows.
_SHARED = {
    "<dated>": r"""(?=[’'”"]?[\s,(–-]{1,4}(?:(?:DfE|HMG|HM\s+Government),?\s+)?"""
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+)?20\d\d\b)",
}
_NAMED = re.compile(r"(?<!\(\?P)<[a-z-]+>")  # and no group that has a name


def gather(folder: Path = DATA) -> dict[str, Any]:
    """The register as its YAML files hold it. Raises yaml.YAMLError or OSError, naming the file."""
    documents = [entry for file in sorted(folder.glob("documents/*.yaml")) for entry in _read(file)]
    return {
        "about": _read(folder / "about.yaml"),
        "documents": documents,
        "organisations": _read(folder / "organisations.yaml"),
        "terms": _read(folder / "terms.yaml"),
        "calendar": _read(folder / "calendar.yaml"),
    }


def _read(file: Path) -> Any:
    import yaml

    with file.open(encoding="utf-8") as stream:
        return _written_out(yaml.safe_load(stream))


def _written_out(data: Any) -> Any:
    """The data with what patterns share in place of its name; one that is unknown stays, as a fault."""
    if isinstance(data, list):
        return [_written_out(item) for item in data]
    if isinstance(data, dict):
        return {name: _written_out(value) for name, value in data.items()}
    if isinstance(data, str):
        return _NAMED.sub(lambda name: _SHARED.get(name[0], name[0]), data)
    return data


def faults(data: dict[str, Any]) -> list[str]:
    """What is wrong with the data by schemas/guidance.schema.json: one line a fault, [] if nothing is."""
    from jsonschema import Draft202012Validator

    schema = json.loads(bundled("schemas").joinpath("guidance.schema.json").read_text(encoding="utf-8"))
    found = Draft202012Validator(schema).iter_errors(data)
    return sorted(f"{_place(data, list(e.absolute_path))}: {e.message}" for e in found)


def _place(data: Any, path: list[str | int]) -> str:
    """Where in the data a fault is, by ids and labels rather than by numbers."""
    names: list[str] = []
    for step in path:
        data = data[step]
        named = isinstance(data, dict) and (data.get("id") or data.get("label"))
        names.append(str(named or step))
    return " > ".join(names)


def compile_register(folder: Path = DATA) -> str:
    """The text of register.json: the data, and the literals that each pattern needs.

    Raises ValueError, one line a fault, if the data does not fit the schema, and re.error for a pattern.
    """
    data = gather(folder)
    patterns = sorted(set(_patterns(data)))
    unknown = [
        f"{source}: no pattern is named {name}" for source in patterns for name in _NAMED.findall(source)
    ]
    wrong = faults(data) + unknown
    if wrong:
        raise ValueError("\n".join(wrong))
    data["needs"] = {source: needs(source) for source in patterns}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _patterns(data: Any) -> Iterator[str]:
    """Every regular expression in the data."""
    if isinstance(data, list):
        for item in data:
            yield from _patterns(item)
    elif isinstance(data, dict):
        for name, value in data.items():
            if name in _PATTERNS and isinstance(value, str):
                yield value
            elif name in _PATTERNS and value and isinstance(value[0], str):
                yield from value
            else:
                yield from _patterns(value)


def main() -> int:
    """Write register.json; 0 if done, 2 with the faults on stderr."""
    try:
        text = compile_register()
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    COMPILED.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
