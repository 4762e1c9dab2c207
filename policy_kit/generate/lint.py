"""Looks a Word template over before a school meets its faults: what `policy-kit template check` says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from textwrap import shorten

from policy_kit.errors import TemplateFault
from policy_kit.generate.context import known_names, no_such_field, template_context
from policy_kit.generate.fields import fields_asked
from policy_kit.generate.generating import maker
from policy_kit.generate.issues import TemplateIssue
from policy_kit.generate.leftovers import unfillable
from policy_kit.generate.looks import look_issues
from policy_kit.generate.package import parse, unpack
from policy_kit.generate.policy import Order
from policy_kit.generate.samples import sample_schools
from policy_kit.generate.tags import FILLED, Line, Tag, tagged_lines, taken, without_tags
from policy_kit.generate.templates import TemplateFile, find_template
from policy_kit.generate.wordml import P, text_of, w

_ENDS = {"endif": "if", "endfor": "for"}
_COMMENTS = "word/comments.xml"
_TRIAL_DAY = date(2026, 11, 21)


def check_template(template: str | Path) -> list[TemplateIssue]:
    """Return what is wrong with a template, in the order of the file; an empty list if nothing is.

    If its tags are sound, it is filled on trial for a school of each kind. Raises TemplateFault if it
    cannot be opened at all.
    """
    found = find_template(template)
    parts = unpack(found.data, found.name)
    lines = list(tagged_lines(parts, found.name))
    issues = [
        *unfillable(parts, found.name, fillable=lambda part: bool(FILLED.fullmatch(part))),
        *_comments(parts, found.name),
        *_tags(lines),
        *look_issues(parts, found.name),
    ]
    return issues or list(_trial(found))


def _comments(parts: Mapping[str, bytes], name: str) -> Iterator[TemplateIssue]:
    """Comments in a template go into every school's policy; those without words, such as ink, too."""
    if _COMMENTS in parts:
        found = parse(parts[_COMMENTS], name, _COMMENTS).findall(w("comment"))
        if found:
            said = " ".join(text_of(p) for p in found[0].iter(P)).strip()
            quoted = shorten(said, 60, placeholder=" …")
            yield TemplateIssue(
                "the comments",
                f"{len(found)} comments are left (“{quoted}”), and each school's policy would carry them; "
                "delete them in Word (Review, Delete All Comments)",
            )


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
    for message in (*_swallowed(line), *(m for tag in line.tags for m in _typed(tag, line))):
        yield TemplateIssue(line.place, message)


def _swallowed(line: Line) -> Iterator[str]:
    """What is lost beside a tag that takes its whole paragraph or table row with it."""
    for takes, text, whole in (("p", line.text, "paragraph"), ("tr", line.row, "table row")):
        swallowing = [tag for tag in line.tags if tag.takes == takes]
        if not swallowing:
            continue
        words = swallowing[0].words
        if takes == "tr" and not text:
            yield (
                f"{{%tr {words} %}} works only in a table, and this paragraph is in none; "
                f"write {{%p {words} %}}"
            )
        elif len(re.findall(rf"\{{%{takes} ", text)) > 1:
            yield (
                f"more than one {{%{takes} … %}} stands in this {whole}, and each takes the whole {whole} "
                f"with it; give each a {whole} of its own"
            )
        elif without_tags(text):
            yield f"the text beside {{%{takes} {words} %}} will be lost; put it in a {whole} of its own"


def _typed(tag: Tag, line: Line) -> Iterator[str]:
    if tag.kind == "open":
        yield f"the tag “{tag.words}” is not closed in its paragraph; type it in one go"
    if tag.trims:
        yield f"take the - out of the tag “{tag.words}”; it can swallow headers"
    if (tag.takes == "tc" or tag.shapes_cell) and not line.row:
        yield f"“{tag.words}” works only in a table cell, and this paragraph is in none; take it out"
    alone = tag.kind == "say" and not tag.takes and line.only_tags and len(line.tags) == 1
    if alone and not tag.shapes_cell:
        yield f"“{tag.words}” alone in its paragraph leaves an empty line; write {{%p {tag.words} %}}"


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
