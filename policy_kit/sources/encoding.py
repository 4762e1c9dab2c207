"""Decodes text whose encoding nobody states: what Windows, Word, a web page or a PDF left behind."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark its own begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def marked_encoding(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark tells, and the mark's length; None without a mark."""
    return next(((name, len(mark)) for mark, name in _MARKS if data.startswith(mark)), None)


def decoded(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else what Windows calls ANSI.

    Never fails: a byte that is no letter becomes U+FFFD, which a reader sees and a check can report.
    """
    if marked := marked_encoding(data):
        name, length = marked
        return data[length:].decode(name, "replace")
    if name := _unmarked_wide(data):
        return data.decode(name, "replace")
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    # A large UTF-8 file with one bad byte (cut short, say) must not turn each “ into â€œ.
    if wrong == 0 or wrong < sum(1 for c in text if c > "\x7f") - wrong:
        return text
    return data.decode("cp1252", "replace")


def is_wide_text(data: bytes) -> bool:
    """Whether bytes are text of two or four bytes a letter (UTF-16, UTF-32)."""
    marked = marked_encoding(data)
    return (marked is not None and marked[0] != "utf-8") or bool(_unmarked_wide(data))


def _unmarked_wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of English is zero."""
    sample = data[:4096]
    if len(sample) < 8:
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even == 0:
        return "utf-16-le"
    if even > 0.7 * half and odd == 0:
        return "utf-16-be"
    return ""
