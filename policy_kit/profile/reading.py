"""A profile's file as plain data, each value with its line: YAML or JSON, and nothing that could do harm.

YAML is read as text throughout: what `no`, `012345` or `2026.10` mean is the field's to say, not YAML's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policy_kit.errors import InvalidProfile, UnreadableFile
from policy_kit.profile.model import Fault, in_full
from policy_kit.quick import dataclass
from policy_kit.yaml_faults import too_deep, yaml_fault

if TYPE_CHECKING:
    import yaml

PROFILE_SUFFIXES = (".yaml", ".yml", ".json")
_DEEPEST = 20
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_YAML = "tag:yaml.org,2002:"
_STANDARD_TAGS = frozenset(_YAML + kind for kind in ("str", "seq", "map"))


@dataclass(frozen=True, slots=True)
class Room:
    """How much a file may hold, so that a wrong one is told before it fills the memory."""

    size: int  # bytes
    values: int


OF_A_PROFILE = Room(1_000_000, 20_000)
OF_A_MANIFEST = Room(50_000_000, 1_000_000)  # every school of England, with a few lines each


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds: data by field, the line of each field, and the faults that reading found."""

    data: Mapping[str, Any]
    lines: Mapping[str, int]
    faults: tuple[Fault, ...] = ()


def read_source(path: Path, room: Room = OF_A_PROFILE) -> Source:
    """Return what the YAML or JSON file holds.

    Raises UnreadableFile if it is missing, far too large or no text, and InvalidProfile if it is
    empty, is not a mapping of fields, or breaks the grammar of its format; the line is told.
    """
    text = _text_of(path, room)
    if not text.strip():
        raise InvalidProfile(f"{path}: the file is empty; `policy-kit init` makes a profile")
    return _from_json(text, path) if path.suffix.lower() == ".json" else _from_yaml(text, path, room)


def _text_of(path: Path, room: Room) -> str:
    try:
        if path.is_dir():
            raise UnreadableFile(f"{path}: this is a folder; give a profile, a YAML or JSON file")
        if path.stat().st_size > room.size:
            raise UnreadableFile(f"{path}: is far too large for a profile; is it the right file?")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(f"{path}: there is no such file; `policy-kit init` makes a profile") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(f"{path}: could not be read ({reason})") from error
    return text_from(data, path)


def text_from(data: bytes, path: Path) -> str:
    """The bytes as text: UTF-8 or UTF-16 with a mark, UTF-8, else as Windows saves it.

    Raises UnreadableFile for what is no text.
    """
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableFile(f"{path}: is not text; a profile is a YAML or JSON file")


def _from_json(text: str, path: Path) -> Source:
    faults: list[Fault] = []

    def gather(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        seen: dict[str, Any] = {}
        for key, value in pairs:
            if key in seen:
                faults.append(Fault(key, None, "stands twice; keep one"))
            seen[key] = value
        return seen

    try:
        data = json.loads(text, object_pairs_hook=gather)
    except json.JSONDecodeError as error:
        raise InvalidProfile(f"{path}, line {error.lineno}: this is not valid JSON ({error.msg})") from error
    except (ValueError, RecursionError) as error:
        raise InvalidProfile(f"{path}: this is not a profile; it holds something no field can") from error
    if not isinstance(data, dict):
        raise InvalidProfile(f"{path}: a profile is a JSON object of fields, such as {_SHAPE['json']}")
    lines = {}
    for key in data:
        found = re.search(rf"^\s*{re.escape(json.dumps(key))}\s*:", text, re.MULTILINE)
        if found:
            lines[key] = text.count("\n", 0, found.end()) + 1
    return Source(data, lines, tuple(faults))


_SHAPE = {
    "json": '{"school_name": "Harrow Lane Primary School"}',
    "yaml": "school_name: Harrow Lane Primary School",
}


def _from_yaml(text: str, path: Path, room: Room) -> Source:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        if too_deep(text):
            raise InvalidProfile(f"{path}: this is not a profile; it is nested too deeply")
        root = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        raise InvalidProfile(f"{path}, {yaml_fault(error, text)}") from error
    if root is None:
        return Source({}, {})  # only comments: a form not yet begun
    if not isinstance(root, yaml.MappingNode):
        raise InvalidProfile(
            f"{path}: a profile is a list of fields, each on a line, such as {_SHAPE['yaml']}"
        )
    walk = _Walk(path, room)
    data = walk.mapping(root, 0, top=True)
    return Source(data, walk.lines, tuple(walk.faults))


class _Walk:
    """Turns YAML nodes into data; counts as it goes, so that aliases of aliases cannot swell it."""

    def __init__(self, path: Path, room: Room) -> None:
        self.path = path
        self.room = room
        self.lines: dict[str, int] = {}
        self.faults: list[Fault] = []
        self._values = 0

    def mapping(self, node: yaml.MappingNode, depth: int, *, top: bool = False) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = self.value(key_node, depth + 1)
            if not isinstance(key, str):
                raise InvalidProfile(
                    in_full(str(self.path), [Fault("", line, "a field's name is missing here")])
                )
            if key in out:
                first = f", first in line {self.lines[key]}" if top else ""
                self.faults.append(Fault(key, line, f"stands twice{first}; keep one"))
                continue
            if top:
                self.lines[key] = line
            out[key] = self.value(value_node, depth + 1)
        return out

    def value(self, node: yaml.Node, depth: int) -> Any:
        import yaml

        self._count(node, depth)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, depth + 1) for item in node.value]
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        return None if plain and node.value in _NULLS else node.value

    def _count(self, node: yaml.Node, depth: int) -> None:
        self._values += 1
        line = node.start_mark.line + 1
        if self._values > self.room.values or depth > _DEEPEST:
            told = "this is far more than a profile holds; is it the right file?"
        elif node.tag not in _STANDARD_TAGS and node.tag != "!":
            told = f"{node.tag.replace(_YAML, '!!')} is not read; write the value without it"
        else:
            return
        raise InvalidProfile(in_full(str(self.path), [Fault("", line, told)]))


def profile_files(folder: Path) -> Iterator[Path]:
    """The YAML and JSON files of a folder, by name; not hidden ones, and not its policy-kit.yaml."""
    for path in sorted(folder.iterdir()):
        hidden = path.name.startswith((".", "~$"))
        if path.suffix.lower() in PROFILE_SUFFIXES and not hidden and path.name != "policy-kit.yaml":
            yield path
