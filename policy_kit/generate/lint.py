"""Looks a Word template over before a school meets its faults: what `policy-kit template check` says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from policy_kit.errors import TemplateFault
from policy_kit.generate.context import known_names, no_such_field, template_context
from policy_kit.generate.fields import fields_asked
from policy_kit.generate.generating import maker
from policy_kit.generate.issues import TemplateIssue
from policy_kit.generate.leftovers import refuse_unfillable
from policy_kit.generate.looks import look_issues
from policy_kit.generate.package import unpack
from policy_kit.generate.policy import Order
from policy_kit.generate.samples import sample_schools
from policy_kit.generate.tags import FILLED, Line, Tag, tagged_lines, taken
from policy_kit.generate.templates import TemplateFile, find_template

_ENDS = {"endif": "if", "endfor": "for"}
_TRIAL_DAY = date(2026, 11, 21)


def check_template(template: str | Path) -> list[TemplateIssue]:
    """Return what is wrong with a template, in the order of the file; an empty list if nothing is.

    If its tags are sound, it is filled on trial for a school of each kind. Raises TemplateFault if it
    cannot be opened at all.
    """
    found = find_template(template)
    parts = unpack(found.data, found.name)
    lines = list(tagged_lines(parts, found.name))
    issues = [*_whole_file(parts, found.name), *_tags(lines), *look_issues(parts, found.name)]
    return issues or list(_trial(found))


def _whole_file(parts: Mapping[str, bytes], name: str) -> Iterator[TemplateIssue]:
    try:
        refuse_unfillable(parts, name, fillable=lambda part: bool(FILLED.fullmatch(part)))
    except TemplateFault as fault:
        yield TemplateIssue("the whole file", str(fault).removeprefix(f"{name}: "))


def _tags(lines: list[Line]) -> Iterator[TemplateIssue]:
    for line in lines:
        yield from _typing(line)
    for asked in fields_asked(lines):
        if asked.fault:
            yield TemplateIssue(asked.line.place, f"in “{asked.tag.words}”: {asked.fault}")
        for path in asked.paths:
            if path.partition(".")[0] not in known_names():
                yield TemplateIssue(asked.line.place, no_such_field(path.partition(".")[0]))
    for part in dict.fromkeys(line.part for line in lines):
        yield from _balance([line for line in lines if line.part == part])


def _typing(line: Line) -> Iterator[TemplateIssue]:
    """How the tags of one paragraph are typed."""
    swallowing = [tag for tag in line.tags if tag.takes == "p"]
    if len(swallowing) > 1:
        yield TemplateIssue(
            line.place,
            "more than one {%p … %} stands in this paragraph, and each takes the whole paragraph with it; "
            "give each a paragraph of its own",
        )
    elif swallowing and not line.only_tags:
        yield TemplateIssue(
            line.place,
            f"the text beside {{%p {swallowing[0].words} %}} will be lost; put it in a paragraph of its own",
        )
    for tag in line.tags:
        if tag.kind == "open":
            yield TemplateIssue(
                line.place, f"the tag “{tag.words}” is not closed in its paragraph; type it in one go"
            )
        if tag.trims:
            yield TemplateIssue(
                line.place, f"take the - out of the tag “{tag.words}”; it can swallow headers"
            )
        if tag.kind == "say" and not tag.takes and line.only_tags and len(line.tags) == 1:
            yield TemplateIssue(
                line.place,
                f"“{tag.words}” alone in its paragraph leaves an empty line; write {{%p {tag.words} %}}",
            )


def _balance(lines: list[Line]) -> Iterator[TemplateIssue]:
    """Each if and for of a part has its end, of the same form."""
    waiting: list[tuple[Tag, Line]] = []
    for line in lines:
        for tag in line.tags:
            if tag.verb in ("if", "for"):
                waiting.append((tag, line))
            elif tag.verb in _ENDS:
                if not waiting or waiting[-1][0].verb != _ENDS[tag.verb]:
                    yield TemplateIssue(line.place, f"“{tag.words}” closes nothing that was opened")
                    return
                opened, at = waiting.pop()
                if opened.takes != tag.takes:
                    form = f"{{%{opened.takes} {tag.words} %}}" if opened.takes else f"{{% {tag.words} %}}"
                    what = f"takes its {taken(opened)}" if opened.takes else "is written plainly"
                    yield TemplateIssue(
                        line.place, f"“{opened.words}” ({at.place}) {what}, so its end must be {form}"
                    )
    for tag, line in waiting:
        yield TemplateIssue(line.place, f"“{tag.words}” is never closed")


def _trial(found: TemplateFile) -> Iterator[TemplateIssue]:
    """Fill the template for a school of each kind; the same fault is told once."""
    told: set[str] = set()
    with maker(found) as make:
        for kind, fields in sample_schools().items():
            order = Order(template_context(fields), fields, _TRIAL_DAY, found.id, (found.standard, ""))
            try:
                make(order)
            except TemplateFault as fault:
                message = str(fault).removeprefix(f"{found.name}: ")
                if message not in told:
                    told.add(message)
                    yield TemplateIssue(f"on trial for {kind}", message)
