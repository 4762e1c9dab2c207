"""A school's colour made fit to read: WCAG 2.1 contrast, and the pale tint that goes with it.

The rule is that of the accessibility regulations for public bodies: level AA, 4.5 to 1 for text.
"""

from __future__ import annotations

from collections.abc import Iterable

ENOUGH = 4.5
WHITE = "FFFFFF"
_PALE = 0.9  # how much of the tint is white
_STEP = 0.96


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart for the eye, from 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tint(colour: str) -> str:
    """The pale version of a colour, for shading behind text."""
    return _hex(255 * _PALE + part * (1 - _PALE) for part in _parts(colour))


def readable(colour: str) -> str:
    """The colour, darkened as far as text in it needs to be read on white and on its own tint.

    colour: six hexadecimal digits, without #.
    """
    colour = colour.upper()
    while min(contrast(colour, WHITE), contrast(colour, tint(colour))) < ENOUGH:
        colour = _hex(part * _STEP for part in _parts(colour))
    return colour


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[0:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)


def _hex(parts: Iterable[float]) -> str:
    return "".join(f"{int(part):02X}" for part in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
