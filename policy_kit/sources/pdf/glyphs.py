"""Asks pdfium where the characters of a page stand and how they look: as few questions as will do.

Each question costs about a microsecond, and a page has 2,000 characters; its text alone takes some
1,500 microseconds. So only the ends of lines are asked about, and gaps only where a line is too wide.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import field
from typing import TYPE_CHECKING

from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_BOLD = re.compile(r"bold|black|heavy|semibd|demi(?!light)|-bd\b|,bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|-it\b|,it\b", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_NAME_BYTES = 128
_LOOKED_AT = 14  # characters of a font's first line by which it is known whether its boxes are even
_ALIKE = 1.08
_BELOW = 0.22  # of a size, that letters reach below the line
MAX_CHARACTERS = 200_000  # of one page; a poster of small print has 30,000

# How wide characters are in Helvetica, in thousandths of its size: other fonts are near enough a multiple.
_WIDTHS = bytes(
    [56] * 32
    + [28, 28, 36, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28]
    + [56] * 10
    + [28, 28, 58, 58, 58, 56, 102]
    + [67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72, 78, 67, 78, 72, 67, 61, 72, 67, 94, 67, 67, 61]
    + [28, 28, 28, 47, 56, 33]
    + [56, 56, 50, 56, 56, 28, 56, 56, 22, 22, 50, 22, 83, 56, 56, 56, 56, 33, 50, 28, 56, 50, 72, 50, 50, 50]
    + [33, 26, 33, 58, 56]
    + [56] * 128
)  # fmt: skip


def natural_width(text: str) -> float:
    """How wide a text would be in Helvetica of size 1."""
    return sum(text.encode("latin-1", "replace").translate(_WIDTHS)) / 100


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A font of the file. scale: its size in points for one point of its characters' boxes.

    uneven: its boxes are as high as each letter, so that they tell neither the size nor the line;
    measured: how wide some of its words are, for their letters; filled as lines are read.
    """

    name: str
    bold: bool
    italic: bool
    scale: float
    uneven: bool = False
    measured: list[float] = field(default_factory=list)

    @property
    def width(self) -> float:
        """How wide the font is, for Helvetica's 1."""
        return sorted(self.measured)[len(self.measured) // 2] if self.measured else 1.0


Box = tuple[float, float, float, float]
"""Where a character stands on the page as shown: left, bottom, right, top; x to the right, y upwards."""

_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


class Glyphs:
    """One page's characters. `text` is the page's text; places are counted in it."""

    def __init__(self, page: PdfPage, textpage: PdfTextPage, fonts: dict[bytes, Font]) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._handle = textpage.raw
        self._fonts = fonts
        self.text = ""
        count = raw.FPDFText_CountChars(self._handle)
        self.too_many = count > MAX_CHARACTERS
        if 0 < count <= MAX_CHARACTERS:
            buffer = ctypes.create_string_buffer((count + 1) * 2)
            pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
            taken = raw.FPDFText_GetText(self._handle, 0, count, pointer)
            self.text = buffer.raw[: max(taken - 1, 0) * 2].decode("utf-16-le", "replace")
        self._shifted = len(self.text) != count
        self._rect = raw.FS_RECTF()
        self._loose_box = raw.FPDFText_GetLooseCharBox
        self._font_info = raw.FPDFText_GetFontInfo
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._flags = ctypes.c_int()
        self.width, self.height = page.get_size()
        self._rotation = page.get_rotation() % 360

    def _index(self, place: int) -> int:
        """pdfium's own index of a character: its text may leave some out."""
        if not self._shifted:
            return place
        units = place + sum(1 for c in self.text[:place] if c > "\uffff")
        return max(int(self._raw.FPDFText_GetCharIndexFromTextIndex(self._handle, units)), 0)

    def box(self, place: int) -> Box:
        """The box of a character, as high as its font, whatever the letter."""
        rect = self._rect
        if not self._loose_box(self._handle, self._index(place) if self._shifted else place, rect):
            return _NOWHERE
        if self._rotation:
            return self._turned(rect.left, rect.bottom, rect.right, rect.top)
        return rect.left, rect.bottom, rect.right, rect.top

    def _turned(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box on a page that is stored sideways or upside down, as the reader sees it."""
        if self._rotation == 90:
            return bottom, self.height - right, top, self.height - left
        if self._rotation == 180:
            return self.width - right, self.height - top, self.width - left, self.height - bottom
        return self.width - top, left, self.width - bottom, right

    def font(self, place: int) -> Font:
        """The font of a character."""
        index = self._index(place)
        name = self._name
        if not self._font_info(self._handle, index, name, _NAME_BYTES, self._flags):
            name[0] = b"\x00"
        key: bytes = name.value
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = self._measured(key, place, index)
        return font

    def even_box(self, place: int) -> Box:
        """The box of a character of an uneven font, from its size and the line it stands on."""
        index = self._index(place)
        left, bottom, right, _ = self.box(place)
        size = self._size(index)
        x, y = ctypes.c_double(), ctypes.c_double()
        if self._raw.FPDFText_GetCharOrigin(self._handle, index, x, y):
            bottom = self._turned(x.value, y.value, x.value, y.value)[1] if self._rotation else y.value
            bottom -= _BELOW * size
        return left, bottom, right, bottom + size

    def _size(self, index: int) -> float:
        """The size of a character in points, 0 if it cannot be told."""
        matrix = self._raw.FS_MATRIX()
        if not self._raw.FPDFText_GetMatrix(self._handle, index, matrix):
            return 0.0
        upright: float = (matrix.c**2 + matrix.d**2) ** 0.5
        return float(self._raw.FPDFText_GetFontSize(self._handle, index)) * upright

    def _measured(self, key: bytes, place: int, index: int) -> Font:
        name = _SUBSET.sub("", key.decode("utf-8", "replace"))
        _, bottom, _, top = self.box(place)
        size = self._size(index)
        scale = size / (top - bottom) if top > bottom else 0.0
        return Font(
            name,
            bool(_BOLD.search(name)),
            bool(_ITALIC.search(name)),
            scale if 0.2 < scale < 5 else 1.0,
            uneven=size > 0 and self._is_uneven(place),
        )

    def _is_uneven(self, place: int) -> bool:
        """Whether the letters of a word or two differ in height, though their boxes should not."""
        line = self.text[place : place + _LOOKED_AT].partition("\n")[0]
        boxes = (self.box(place + at) for at, letter in enumerate(line) if letter.isalnum())
        high = [top - bottom for _, bottom, _, top in boxes]
        return max(high, default=0.0) > _ALIKE * min(high, default=0.0)
