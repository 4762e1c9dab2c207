"""Numbers as Word writes them: 3, 03, c, C, iii, III, 3rd, Three."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ONES = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
    "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
)  # fmt: skip
_TENS = ("Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")
_ORDINALS = {
    "One": "First", "Two": "Second", "Three": "Third", "Five": "Fifth", "Eight": "Eighth", "Nine": "Ninth",
    "Twelve": "Twelfth",
}  # fmt: skip


def written(count: int, style: str) -> str:
    """A number in one of Word's formats; a format not known here is written in digits."""
    if style == "none":
        return ""
    makers = {
        "decimalZero": lambda: f"{count:02d}",
        "lowerLetter": lambda: _letters(count).lower(),
        "upperLetter": lambda: _letters(count),
        "lowerRoman": lambda: _roman(count).lower(),
        "upperRoman": lambda: _roman(count),
        "ordinal": lambda: _ordinal(count),
        "cardinalText": lambda: _words(count),
        "ordinalText": lambda: _ordinal_words(count),
        "numberInDash": lambda: f"- {count} -",
        "decimalEnclosedParen": lambda: f"({count})",
    }
    maker = makers.get(style)
    return maker() if maker else str(count)


def _letters(count: int) -> str:
    """A to Z, then AA, BB (not AB), as Word does."""
    if not 1 <= count <= 780:
        return str(count)
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    if not 1 <= count <= 4999:
        return str(count)
    out = []
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        out.append(sign * times)
    return "".join(out)


def _ordinal(count: int) -> str:
    teens = 10 <= count % 100 <= 20
    return f"{count}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"


def _words(count: int) -> str:
    if not 0 <= count < 100:
        return str(count)
    if count < 20:
        return _ONES[count]
    tens = _TENS[count // 10 - 2]
    return f"{tens}-{_ONES[count % 10].lower()}" if count % 10 else tens


def _ordinal_words(count: int) -> str:
    if not 0 < count < 100:
        return _ordinal(count)
    head, dash, last = _words(count).rpartition("-")
    if last.endswith("y"):
        return f"{head}{dash}{last[:-1]}ieth"
    last = _ORDINALS.get(last.capitalize(), f"{last}th")
    return f"{head}{dash}{last.lower() if dash else last}"
