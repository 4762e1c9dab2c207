"""A dataclass that is frozen for the type checker and quick to make.

Python sets each field of a frozen dataclass through a call of its own, which makes one of 15 fields eight
times as dear as a plain one. Of blocks there are thousands in a long policy; that they do not change is held
by mypy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as quick_dataclass
else:
    from dataclasses import dataclass

    def quick_dataclass(*, frozen, slots):
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["quick_dataclass"]
