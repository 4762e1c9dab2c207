"""Signs that Word keeps in symbol fonts, as the Unicode signs that a person sees."""

from __future__ import annotations

from policy_kit.regexes import regex

_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3A: "🖥", 0x45: "☜", 0x46: "☞",
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "⌧", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪",
    0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "☐"}
_WINGDINGS_3 = {0x22: "→", 0x21: "←", 0x23: "↑", 0x24: "↓", 0x7D: "▶", 0x84: "▶"}
_SYMBOL = {
    0x2D: "−", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x70: "π", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xA8: "♦", 0xAC: "←", 0xAD: "↑",
    0xAE: "→", 0xAF: "↓", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xDE: "⇒", 0xE2: "®", 0xE3: "©",
    0xE4: "™",
}  # fmt: skip
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
}
UNKNOWN = ""


def symbol(font: str, code: str) -> str:
    """The sign that <w:sym> shows; UNKNOWN if it is not known here."""
    try:
        value = int(code, 16)
    except ValueError:
        return UNKNOWN
    signs = _FONTS.get(font.casefold())
    private = 0xF000 <= value <= 0xF0FF
    if signs is not None:
        return signs.get(value - 0xF000 if private else value, UNKNOWN)
    known = 0x20 <= value < 0xD800 or 0xE000 <= value <= 0x10FFFF
    return chr(value) if known and not private else UNKNOWN


# Text copied from such fonts keeps their private codes; the font is lost, so the commonest sign is taken.
_PRIVATE = {0xF000 + code: sign for table in (_SYMBOL, _WINGDINGS) for code, sign in table.items()}
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F))
_TABLE = {**_PRIVATE, **_INVISIBLE}


_IN_TABLE = regex(f"[{''.join(map(chr, _TABLE))}]")


def as_seen(text: str) -> str:
    """Text with the private codes of symbol fonts as signs, without soft hyphens and invisible marks."""
    return text if text.isascii() or not _IN_TABLE.search(text) else text.translate(_TABLE)
