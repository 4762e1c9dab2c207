"""The fields a template asks for: what `policy-kit template fields` lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from policy_kit.errors import TemplateFault
from policy_kit.generate.context import template_context
from policy_kit.generate.expressions import NotAllowed, checked, environment, fields_of, loop_names
from policy_kit.generate.package import unpack
from policy_kit.generate.tags import Line, Tag, tagged_lines
from policy_kit.generate.templates import find_template
from policy_kit.profile.fields import profile_fields
from policy_kit.quick import dataclass


@dataclass(frozen=True, slots=True)
class TemplateField:
    """One field a template asks for: its path, what kind of value it is, and the sections that use it."""

    path: str
    type: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one tag asks for: the paths of fields, or the fault that keeps it from asking ('' if none)."""

    line: Line
    tag: Tag
    paths: tuple[str, ...] = ()
    fault: str = ""


def fields_asked(lines: Iterable[Line]) -> Iterator[Asked]:
    """What each tag asks of a profile, the names that loops give left out."""
    env = environment()
    own: set[str] = set()
    for line in lines:
        for tag in line.tags:
            if tag.kind == "open":
                continue
            try:
                tree = checked(env, _whole(tag))
            except NotAllowed as fault:
                yield Asked(line, tag, fault=str(fault))
                continue
            own |= loop_names(tree)
            yield Asked(line, tag, tuple(p for p in fields_of(tree) if p.partition(".")[0] not in own))


def _whole(tag: Tag) -> str:
    """A tag as a template of its own, so that it can be judged alone."""
    if tag.kind == "print":
        return f"{{{{ {tag.words} }}}}"
    if tag.shapes_cell:
        value = tag.words.partition(" ")[2]
        return f"{{{{ {value} }}}}" if value else ""
    before = {
        "elif": "{% if 0 %}",
        "else": "{% if 0 %}",
        "endif": "{% if 0 %}",
        "endfor": "{% for x in [] %}",
    }
    after = {"if": "{% endif %}", "elif": "{% endif %}", "else": "{% endif %}", "for": "{% endfor %}"}
    return f"{before.get(tag.verb, '')}{{% {tag.words} %}}{after.get(tag.verb, '')}"


def template_fields(template: str | Path) -> list[TemplateField]:
    """Return every field that a template asks for, by path.

    Raises TemplateFault if it cannot be opened, or a tag in it cannot be understood.
    """
    found = find_template(template)
    used: dict[str, dict[str, None]] = {}
    for asked in fields_asked(tagged_lines(unpack(found.data, found.name), found.name)):
        if asked.fault:
            raise TemplateFault(f"{found.name}: {asked.line.place}: in “{asked.tag.words}”: {asked.fault}")
        for path in asked.paths:
            used.setdefault(path, {}).update({asked.line.section: None} if asked.line.section else {})
    return [TemplateField(path, _type_of(path), tuple(used[path])) for path in sorted(used)]


_KINDS = {
    "boolean": "yes or no", "date": "date", "integer": "number", "list": "list", "map": "lists by group",
    "person": "person", "personWithContact": "person", "personWithRole": "person",
    "organisation": "name and contact", "enum": "one of a set",
}  # fmt: skip


def _type_of(path: str) -> str:
    """What kind of value a field holds, in words."""
    name, _, part = path.partition(".")
    field = profile_fields().get(name)
    if field is None:
        return "yes or no" if isinstance(template_context({}).get(name), bool) else "text"
    if field.kind == "map" and part:
        return "list"
    return "text" if part else _KINDS.get(field.kind, "text")
