"""What is wrong with a YAML file, in words for whoever typed it: PyYAML's own are for programmers."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

_DEEPEST = 200
_DATE = re.compile(r"\b(\d{4})-(\d\d?)-(\d\d?)\b")
# By PyYAML's words, both as it is written in Python and in C.
_HINTS = (
    (r"found character '\\t'|tab character", "lines are indented with spaces in YAML, not with a tab"),
    (r"mapping values are not allowed", "a value that holds a colon and a space needs quotes round it"),
    (r"could not find expected ':'", "a field is written as `name: value`, and the colon is missing here"),
    (r"unexpected end of stream|quoted scalar", "a quote is opened and not closed"),
    (r"found character that cannot start", "a value that begins with @, % or ` needs quotes round it"),
    (r"special characters|control characters", "there is a character here that no text may hold"),
    (r"undefined alias|anchor", "a value that begins with * or & needs quotes round it"),
    (r"another document|single document", "a file is one document; take out the line that is only ---"),
    (r"constructor for the tag", "a value that begins with ! needs quotes round it"),
    (r"node content|expected ',' or", "a bracket [ or { is opened and not closed before this line"),
    (r"expected key|expected <block end>|'-' indicator", "this line is not indented as those it belongs to"),
)


class NotYaml(ValueError):
    """A text that is no YAML; the message says on which line and why."""


def plain_yaml(text: str) -> Any:
    """The data that a text in YAML holds, made of nothing but plain values. Raises NotYaml."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        deep = too_deep(text)
        read = None if deep else yaml.load(text, Loader=loader)  # noqa: S506  # a safe loader, in C if there
    except yaml.YAMLError as error:
        raise NotYaml(yaml_fault(error, text)) from error
    except ValueError as error:
        raise NotYaml(f"line {_line_of_no_date(text)}: no calendar has this date ({error})") from error
    if deep:
        raise NotYaml(f"line {deep}: this is nested too deeply")
    return read


def too_deep(text: str) -> int:
    """The line on which lists stand in lists without end, which would bring PyYAML's C part down; else 0.

    Raises yaml.YAMLError where the text is no YAML before that.
    """
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                return event.start_mark.line + 1 if event.start_mark else 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return 0


def yaml_fault(error: yaml.YAMLError, text: str) -> str:
    """What to tell of a text that PyYAML refused: "line 2: this is not valid YAML; …"."""
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else _line_of_odd_character(error, text)
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or error)
    hint = next((hint for pattern, hint in _HINTS if re.search(pattern, problem)), "")
    return f"line {line}: this is not valid YAML; {hint or problem}"


def _line_of_odd_character(error: yaml.YAMLError, text: str) -> int:
    position = getattr(error, "position", 0)
    return text.count("\n", 0, position if isinstance(position, int) else 0) + 1


def _line_of_no_date(text: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        for year, month, day in _DATE.findall(line):
            try:
                date(int(year), int(month), int(day))
            except ValueError:
                return number
    return 1
