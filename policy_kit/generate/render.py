"""Fills a Word template for one school: the only module that knows docxtpl.

docxtpl's own reading of tags torn over Word's runs, and of its `{%p`, `{%tr` and `{%r` forms, is used; its
rendering is not. That recompiles the same source for every school (195 of 224 ms of a render), escapes
properties twice, leaves tags in parts it does not know, and by default runs any Python a template asks for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from policy_kit.errors import TemplateFault
from policy_kit.generate.aside import fit_for_it
from policy_kit.generate.by_docxtpl import finished, literals, needs_docxtpl
from policy_kit.generate.context import Plain, no_such_field
from policy_kit.generate.expressions import (
    BUDGET,
    Budget,
    NotAllowed,
    PolicyEnvironment,
    absent,
    checked,
    environment,
)
from policy_kit.generate.leftovers import refuse_leftovers, refuse_unfillable
from policy_kit.generate.package import DOCUMENT, parse, unpack
from policy_kit.generate.places import part_name, places
from policy_kit.generate.styles import styles_of
from policy_kit.generate.templates import template_version
from policy_kit.generate.wordml import paragraphs
from policy_kit.generate.words import Unprintable
from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from jinja2 import Template

    from policy_kit.generate.provenance import Said

MAX_FILLED = 20_000_000  # characters of one part; a long policy has under one million
_WORD_PARTS = re.compile(r"word/(document|(header|footer)\d*|footnotes)\.xml")
_DATA_PARTS = re.compile(r"docProps/\w+\.xml|customXml/item\d+\.xml")
_MARK = "pk"
_TOKENS = re.compile(rf'(<w:p [^>]*?) ?{_MARK}="(\d+)"([^>]*>)|(</w:p>)|(\{{%)')


@dataclass(frozen=True)
class _Part:
    """One part to fill: its compiled template, and for each line of the source where that stands.

    by_docxtpl: whether docxtpl has to finish it; literals: braces that it is meant to print.
    """

    name: str
    template: Template
    places: tuple[str, ...]
    by_docxtpl: bool = False
    literals: tuple[str, ...] = ()


@dataclass(frozen=True)
class CompiledTemplate:
    """A Word template, read, judged and compiled once, to be filled for any number of schools.

    plain: whether its paragraphs can be set aside; known: what they say, which is the same for most schools.
    """

    name: str
    version: str
    parts: Mapping[str, bytes]
    fillable: tuple[_Part, ...]
    plain: bool = False
    known: dict[bytes, Said] = field(default_factory=dict, compare=False)


@lru_cache(maxsize=4)
def compile_template(data: bytes, name: str) -> CompiledTemplate:
    """Read a Word template. Raises TemplateFault, with the place, for what may not or cannot be filled."""
    parts = unpack(data, name)
    refuse_unfillable(parts, name, fillable=lambda part: bool(_WORD_PARTS.fullmatch(part)))
    env = environment()
    levels = styles_of(parts, name).levels
    fillable: list[_Part] = []
    for part in sorted(parts):
        if b"{" not in parts[part]:
            continue
        if _WORD_PARTS.fullmatch(part):
            fillable.append(_word_part(env, parts[part], part, name, levels))
        elif _DATA_PARTS.fullmatch(part):
            source = parts[part].decode("utf-8", "replace").replace("\n", " ")
            fillable.append(_compiled(env, source, part, (part_name(part),), name))
    if not _TAG_START.search(_MARKUP.sub(b"", b"".join(parts[p] for p in parts if _WORD_PARTS.fullmatch(p)))):
        raise TemplateFault(
            f"{name}: this Word file has no fields, so every school would get the same words; "
            "`policy-kit template list` shows the templates there are"
        )
    plain = fit_for_it(parts[DOCUMENT])
    return CompiledTemplate(name, template_version(data), parts, tuple(fillable), plain)


_MARKUP = re.compile(rb"<[^>]+>")
_TAG_START = re.compile(rb"\{[{%]")


def _word_part(env: PolicyEnvironment, xml: bytes, part: str, name: str, levels: Mapping[str, int]) -> _Part:
    from docxtpl import DocxTemplate
    from lxml import etree

    root = parse(xml, name, part)
    where = [place.words for place in places(root, part, levels)]
    for number, paragraph in enumerate(paragraphs(root)):
        paragraph.set(_MARK, str(number))
    shaped, meant = needs_docxtpl(root), literals(root)
    engine: Any = DocxTemplate(part)
    source = etree.tostring(root, encoding="unicode").replace("\n", " ")
    patched, lines = _by_paragraph(engine.patch_xml(source))
    at = tuple(where[n] if n < len(where) else "" for n in lines)
    return replace(_compiled(env, patched, part, at, name), by_docxtpl=shaped, literals=meant)


def _by_paragraph(source: str) -> tuple[str, list[int]]:
    """The source with each paragraph and each statement between paragraphs on a line of its own.

    Jinja tells a fault by its line, so the lines are told apart by paragraph number, which comes back too.
    """
    out: list[str] = []
    lines = [0]
    start, depth = 0, 0
    for found in _TOKENS.finditer(source):
        opening, number, rest, closing, statement = found.groups()
        out.append(source[start : found.start()])
        start = found.end()
        if number:
            depth += not rest.endswith("/>")
            out.append(f"\n{opening.rstrip()}{rest}")
            lines.append(int(number))
        elif closing:
            depth -= 1
            out.append(closing)
        elif depth > 0:
            out.append(statement)
        else:
            out.append(f"\n{statement}")
            lines.append(lines[-1] + 1)
    out.append(source[start:])
    return "".join(out), lines


def _compiled(env: PolicyEnvironment, source: str, part: str, where: tuple[str, ...], name: str) -> _Part:
    try:
        tree = checked(env, source)
        # Jinja takes a tree as well as a text, though it says only text
        return _Part(part, env.from_string(tree), where)
    except NotAllowed as fault:
        raise TemplateFault(f"{name}: {_at(where, fault.line)}: {fault}") from fault
    except RecursionError as error:
        raise TemplateFault(f"{name}: {part_name(part)}: its tags are nested too deep") from error


def _at(where: tuple[str, ...], line: int) -> str:
    return where[min(line, len(where)) - 1] if where else "somewhere"


def fill(template: CompiledTemplate, context: Mapping[str, Plain]) -> dict[str, bytes]:
    """Return the parts of the template filled with these values.

    Raises TemplateFault naming the field and its place if a value is missing, cannot be printed, or if the
    template would take too long or grow too big.
    """
    names = {name: _given(name, value) for name, value in context.items()}
    parts = dict(template.parts)
    for part in template.fillable:
        filled = _filled(part, names, template.name)
        if part.by_docxtpl:
            filled = finished(filled, template.name, part.name, body=part.name == DOCUMENT)
        parts[part.name] = filled.encode()
    meant = [text for part in template.fillable for text in part.literals]
    refuse_leftovers(parts, {**context, "": meant} if meant else context, template.name)
    return parts


def _given(path: str, value: Plain) -> object:
    """A value as the template sees it: nothing becomes a stand-in that knows its own name."""
    if value is None:
        return absent(path)
    if isinstance(value, dict):
        return {key: _given(f"{path}.{key}", inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_given(f"{path}, item {n}", inner) for n, inner in enumerate(value, 1)]
    return value


def _filled(part: _Part, names: Mapping[str, object], name: str) -> str:
    from jinja2 import TemplateError

    context = part.template.new_context({**names, BUDGET: Budget()})
    out: list[str] = []
    size = 0
    try:
        for piece in part.template.root_render_func(context):
            size += len(piece)
            if size > MAX_FILLED:
                raise TemplateFault(f"{name}: {part_name(part.name)} grows far beyond what a policy can be")
            out.append(piece)
    except (
        Unprintable,
        TemplateError,
        TypeError,
        ValueError,
        LookupError,
        ArithmeticError,
    ) as error:
        place = _at(part.places, _line(error))
        raise TemplateFault(f"{name}: {place}: {_told(error)}") from error
    except (RecursionError, MemoryError) as error:
        raise TemplateFault(
            f"{name}: {part_name(part.name)} asks for more than this machine should give"
        ) from error
    return without_empty_runs("".join(out).replace("\n", ""))


_EMPTY_RUNS = re.compile(
    r"<w:r(?: [^>]*)?>(?:<w:rPr/>|<w:rPr>[^<]*(?:<(?!/w:rPr>)[^<]*)*</w:rPr>)?"
    r"(?:<w:t(?: [^>]*)?(?:/>|></w:t>))+</w:r>"
)


def without_empty_runs(xml: str) -> str:
    """A condition inside a line leaves runs with no text where it does not hold; Word needs none of them."""
    return _EMPTY_RUNS.sub("", xml)


def _line(error: BaseException) -> int:
    """The line of the template at which it failed, read off Jinja's own record."""
    line = 1
    trace = error.__traceback__
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def _told(error: Exception) -> str:
    message = str(error)
    if isinstance(error, Unprintable):
        return f"a tag here cannot be filled: the value {message}"
    if isinstance(error, TypeError) and "argument" in message:
        return "a filter here is given more than it takes, or not what it takes"
    if isinstance(error, ValueError) and "unpack" in message:
        return "a loop with two names goes through pairs: {% for group, tools in ai_tools_approved|items %}"
    if found := re.match(r"there is no field called “([^”]*)”", message):
        return no_such_field(found[1])
    if message.startswith("the profile gives no"):
        return f"{message}; add it to the profile, or put {{% if … %}} round this in the template"
    return message
