"""Our dataclass beside Python's own: the same objects, the same answers."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import field, replace
from typing import Any

import pytest

from policy_kit import quick


class _Fields:
    """What both kinds are made of."""

    name: str
    size: int = 3
    parts: list[int] = field(default_factory=list)
    hidden: str = field(default="h", repr=False, compare=False)
    worked_out: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "worked_out", self.size * 2)


def _both(**options: bool) -> tuple[type[Any], type[Any]]:
    def plain() -> type[Any]:
        given = {k: v for k, v in _Fields.__dict__.items() if k not in ("__dict__", "__weakref__")}
        return type("Thing", (), given)

    return dataclasses.dataclass(**options)(plain()), quick.dataclass(**options)(plain())


_OPTIONS: list[dict[str, bool]] = [
    {},
    {"frozen": True},
    {"slots": True},
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "eq": False},
]
_GIVEN: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("a",), {}),
    (("a", 5), {"parts": [1]}),
    ((), {"name": "b", "hidden": "x"}),
]


@pytest.mark.parametrize("options", _OPTIONS, ids=str)
@pytest.mark.parametrize(("given", "named"), _GIVEN)
def test_the_same_object_is_made(
    options: dict[str, bool], given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    theirs, ours = (kind(*given, **named) for kind in _both(**options))
    for name in ("name", "size", "parts", "hidden", "worked_out"):
        assert getattr(ours, name) == getattr(theirs, name)
    assert repr(ours).removeprefix("Thing") == repr(theirs).removeprefix("Thing")
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(quick.replace(theirs, size=7, name="c")) == repr(replace(theirs, size=7, name="c"))
    assert repr(quick.replace(ours, parts=[9])) == repr(replace(ours, parts=[9])) != repr(ours)
    changed = replace(ours, size=7)
    assert (changed.size, changed.worked_out, changed.name) == (7, 14, ours.name)


@pytest.mark.parametrize("options", _OPTIONS, ids=str)
def test_objects_compare_as_pythons_do(options: dict[str, bool]) -> None:
    theirs, ours = _both(**options)
    for kind in (theirs, ours):
        assert (kind("a", hidden="x") == kind("a", hidden="y")) is (options.get("eq", True))
        assert kind("a") != kind("b")
        assert kind("a") != "a"
    assert (ours.__hash__ is None) is (theirs.__hash__ is None)


def test_equal_ones_hash_alike() -> None:
    @quick.dataclass(frozen=True, slots=True)
    class Pair:
        left: int
        right: int = 0

    assert hash(Pair(1)) == hash(Pair(1, 0))
    assert len({Pair(1), Pair(1, 0), Pair(2)}) == 2
    assert not hasattr(Pair(1), "__dict__")


@quick.dataclass(frozen=True, slots=True)
class Kept:
    """One that a process hands to another."""

    name: str
    size: int = 3


def test_it_can_be_handed_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Kept("a", 4))) == Kept("a", 4)  # noqa: S301


def test_what_a_class_says_itself_stands() -> None:
    @quick.dataclass(frozen=True)
    class Named:
        name: str
        size: int = 0

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Named) and other.name == self.name

        def __hash__(self) -> int:
            return hash(self.name)

        def __repr__(self) -> str:
            return self.name

    assert Named("a", 1) == Named("a", 2)
    assert hash(Named("a", 1)) == hash("a")
    assert repr(Named("a")) == "a"


def test_what_lacks_is_told_as_python_tells_it() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Kept()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        Kept("a", colour="red")  # type: ignore[call-arg]
