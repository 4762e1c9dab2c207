"""Where in a YAML or JSON file each value stands, so that a fault can name its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

Path = tuple[str | int, ...]


def lines_of(text: str) -> dict[Path, int]:
    """The line (from 1) of each key and item, by its path. JSON is read as the YAML that it is.

    Raises yaml.YAMLError if the text is neither.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return dict(_walk(root, ())) if root is not None else {}


def line_at(lines: dict[Path, int], path: Sequence[str | int]) -> int:
    """The line of the innermost part of the path that stands in the file."""
    for length in range(len(path), -1, -1):
        if (found := lines.get(tuple(path[:length]))) is not None:
            return found
    return 1


def _walk(node: yaml.Node, path: Path, line: int | None = None) -> Iterator[tuple[Path, int]]:
    yield path, line if line is not None else node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = str(getattr(key, "value", ""))
            yield from _walk(value, (*path, name), key.start_mark.line + 1)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _walk(item, (*path, number))
