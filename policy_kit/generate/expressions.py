"""What a template may ask: fields, conditions and loops, and nothing that could harm or hang a machine.

A template is a document that may come from anyone, so it is never trusted: only the node types, filters
and tests named here are let through, before anything runs; loops and output are counted as it runs.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from jinja2 import nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.runtime import StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from policy_kit.generate.words import FILTERS, JINJA_FILTERS, JINJA_TESTS, text_of_value

if TYPE_CHECKING:
    from jinja2.runtime import Context

MAX_TURNS = 20_000  # of all loops of one template together
DEEPEST_LOOP = 3
LONGEST_CONSTANT = 2_000
_MOST_COLUMNS = 64  # as many as a table of Word can have
_COUNTED = "_counted"
BUDGET = "_budget"  # the name is out of a template's reach: it begins with an underscore

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Name, nodes.Getattr,
    nodes.Getitem, nodes.Const, nodes.List, nodes.Tuple, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Keyword, nodes.Add, nodes.Concat, nodes.Mul,
)  # fmt: skip
_JINJA_NAMES = ("self", "caller", "varargs", "kwargs")
# Where the attribute that it goes by stands among the arguments of a filter.
_BY_ATTRIBUTE = {"sort": 2, "unique": 1}
_RECORD_PARTS = ("name", "role", "contact", "title", "url", "platform", "handle")
_PLAIN_NAMES = {
    "Call": "a call, such as x()", "Assign": "{% set %}", "AssignBlock": "{% set %}", "Mul": "multiplying",
    "Pow": "raising to a power", "Mod": "the % sign", "Macro": "{% macro %}", "Import": "{% import %}",
    "FromImport": "{% from %}", "Include": "{% include %}", "Extends": "{% extends %}",
    "Block": "{% block %}",    "CallBlock": "{% call %}", "FilterBlock": "{% filter %}", "With": "{% with %}",
    "Scope": "{% autoescape %}", "Slice": "a slice [a:b]", "Dict": "a dictionary",
}  # fmt: skip


class NotAllowed(ValueError):
    """Something a template may not do; `line` counts from 1 in what was parsed."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line or 1


class FieldFault(ValueError):
    """A field that is used in a way its value does not allow."""


class Unknown(StrictUndefined):
    """A name that is no field at all: any use of it is a fault."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return f"there is no field called “{self._undefined_name}”"


class Absent(Undefined):
    """A field that the profile leaves out: it may be asked after, but never printed."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return f"the profile gives no “{self._undefined_name}”"

    def __str__(self) -> str:
        raise UndefinedError(self._undefined_message)


def absent(name: str) -> Absent:
    """The stand-in for a field that is left out."""
    return Absent(name=name)


class Budget:
    """How many turns the loops of one template may still take."""

    def __init__(self, turns: int = MAX_TURNS) -> None:
        self._left = turns

    def spend(self, turns: int) -> None:
        self._left -= turns
        if self._left < 0:
            raise SecurityError(f"its loops go round more than {MAX_TURNS:,} times")


@pass_context
def _counted(context: Context, value: Any) -> Any:
    """What a loop goes through, its turns counted against the budget of this policy."""
    if isinstance(value, str | int | float | bool):
        raise FieldFault("a loop goes through a list, and this is a single value")
    items = list(value)
    context[BUDGET].spend(len(items))
    return items


class PolicyEnvironment(ImmutableSandboxedEnvironment):
    """Jinja with everything taken out that filling in a policy does not need."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)
    intercepted_unops = frozenset(ImmutableSandboxedEnvironment.default_unop_table)

    def call_binop(self, _context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator not in "+*" or not all(isinstance(side, int) for side in (left, right)):
            raise SecurityError(f"it reckons with “{operator}”, which a template may not")
        return left * right if operator == "*" else left + right

    def call_unop(self, _context: Context, operator: str, _arg: Any) -> Any:
        raise SecurityError(f"it reckons with “{operator}”, which a template may not")

    def is_safe_callable(self, _obj: Any) -> bool:
        return False


def environment() -> PolicyEnvironment:
    """A fresh environment: escapes everything, knows no globals, and only our filters and tests."""
    env = PolicyEnvironment(
        undefined=Unknown, autoescape=True, finalize=text_of_value, keep_trailing_newline=True
    )
    env.globals.clear()
    filters: dict[str, Callable[..., Any]] = {name: env.filters[name] for name in JINJA_FILTERS}
    env.filters = {**filters, **FILTERS, _COUNTED: _counted}
    env.tests = {name: env.tests[name] for name in JINJA_TESTS}
    return env


def checked(env: PolicyEnvironment, source: str) -> nodes.Template:
    """Parse a template and let it through: the tree with its loops counted.

    Raises NotAllowed, with the line, for a slip of the pen or for anything outside the language.
    """
    try:
        tree = env.parse(source)
    except TemplateSyntaxError as error:
        raise NotAllowed(_plainly(error), error.lineno) from error
    except RecursionError as error:
        raise NotAllowed("its tags are nested too deep", 1) from error
    for node in tree.find_all(nodes.Node):
        _check(node)
    _check_loops(tree, 0)
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
    return tree


def _plainly(error: TemplateSyntaxError) -> str:
    message = error.message or "a tag is not understood"
    if "Encountered unknown tag 'end" in message or "Unexpected end of template" in message:
        return f"an {{% if %}} or {{% for %}} and its end do not match ({message})"
    if "No filter named" in message or "No test named" in message:
        name = message.split("'")[1]
        return _no_such("filter" if "filter" in message else "test", name)
    return f"a tag is not understood ({message})"


def _no_such(kind: str, name: str) -> str:
    known = sorted([*FILTERS, *JINJA_FILTERS] if kind == "filter" else JINJA_TESTS)
    near = get_close_matches(name, known, 1)
    hint = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(known)}"
    return f"there is no {kind} “{name}” for templates; {hint}"


def _check(node: nodes.Node) -> None:
    match node:
        case nodes.Getattr(attr=str(name)) if name.startswith("_"):
            raise NotAllowed(f"“{name}” is not a part of any field", node.lineno)
        case nodes.Name(name=str(name)) if name.startswith("_") or name in _JINJA_NAMES:
            raise NotAllowed(f"“{name}” is no field", node.lineno)
        case nodes.Getitem(arg=nodes.Const(value=str(name))) if name.startswith("_"):
            raise NotAllowed(f"“{name}” is not a part of any field", node.lineno)
        case nodes.Const(value=str(text)) if len(text) > LONGEST_CONSTANT:
            raise NotAllowed("it holds a text far too long for a tag", node.lineno)
        case nodes.Const(value=int() | float() as number) if abs(number) > 10**9:
            raise NotAllowed("it holds a number far too big for a policy", node.lineno)
        case nodes.Filter(name=str(name)) if name not in FILTERS and name not in JINJA_FILTERS:
            raise NotAllowed(_no_such("filter", name), node.lineno)
        case nodes.Mul() if not _is_span(node):
            raise NotAllowed(f"{_PLAIN_NAMES['Mul']} is not allowed in a template", node.lineno)
        case nodes.Filter() if why := _wrong_arguments(node):
            raise NotAllowed(why, node.lineno)
        case nodes.Test(name=str(name)) if name not in JINJA_TESTS:
            raise NotAllowed(_no_such("test", name), node.lineno)
        case nodes.For(recursive=True):
            raise NotAllowed("a loop may not call itself", node.lineno)
    if not isinstance(node, _ALLOWED):
        kind = type(node).__name__
        raise NotAllowed(f"{_PLAIN_NAMES.get(kind, kind)} is not allowed in a template", node.lineno)


def _is_span(node: nodes.Mul) -> bool:
    """Whether it is what docxtpl writes for {% hm %} in a joined cell: so many columns for each turn."""
    match node.left, node.right:
        case nodes.Const(value=int(n)), nodes.Getattr(node=nodes.Name(name="loop"), attr="length"):
            return n < _MOST_COLUMNS
    return False


def _wrong_arguments(node: nodes.Filter) -> str:
    """Why a filter's arguments are refused: Jinja's sort and unique would read any attribute of a value."""
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        return "a filter's arguments are written out, not taken from a list"
    if node.name not in _BY_ATTRIBUTE:
        return ""
    named = [pair.value for pair in node.kwargs if pair.key == "attribute"]
    for given in (*named, *node.args[_BY_ATTRIBUTE[node.name] :]):
        if not isinstance(given, nodes.Const) or given.value not in _RECORD_PARTS:
            return f"{node.name} goes by {', '.join(_RECORD_PARTS)}, and by nothing else"
    return ""


def _check_loops(node: nodes.Node, depth: int) -> None:
    if depth > DEEPEST_LOOP:
        raise NotAllowed(f"loops stand more than {DEEPEST_LOOP} deep in one another", node.lineno)
    inside = depth + isinstance(node, nodes.For)
    for child in node.iter_child_nodes():
        _check_loops(child, inside)


def fields_of(tree: nodes.Template) -> tuple[str, ...]:
    """The fields a template asks for, as far as they are written (`dsl.contact`), loop names left out."""
    own = {"loop", *loop_names(tree)}
    inner = {id(node.node) for node in tree.find_all(nodes.Getattr)}
    paths = (_path(node) for node in tree.find_all((nodes.Getattr, nodes.Name)) if id(node) not in inner)
    return tuple(dict.fromkeys(path for path in paths if path and path.split(".")[0] not in own))


def loop_names(tree: nodes.Template) -> set[str]:
    """The names that a template's own loops give to what they go through."""
    targets = [loop.target for loop in tree.find_all(nodes.For)]
    names = [name for target in targets for name in (target, *target.find_all(nodes.Name))]
    return {name.name for name in names if isinstance(name, nodes.Name)}


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        inner = _path(node.node)
        return f"{inner}.{node.attr}" if inner else ""
    return ""
