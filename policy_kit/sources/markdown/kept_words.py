"""Tells words that look like markup ("<name of LEA>", "[Lead]: to be told") from markup: none is lost."""

from __future__ import annotations

import re

_ELEMENTS = frozenset(
    (
        "a", "abbr", "acronym", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "body",
        "br", "button", "caption", "center", "cite", "code", "col", "colgroup", "data", "dd", "del",
        "details", "dfn", "dialog", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "font",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i",
        "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark",
        "menu", "meta", "nav", "noscript", "object", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby",
        "s", "samp", "script", "section", "select", "small", "source", "span", "strike", "strong", "style",
        "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th",
        "thead", "time", "title", "tr", "tt", "u", "ul", "var", "video", "wbr",
    )
)  # fmt: skip
_NEED_NO_END = frozenset(
    (
        "body", "br", "col", "dd", "dt", "head", "hr", "html", "img", "input", "li", "link", "meta", "p",
        "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
    )
)  # fmt: skip
_BARE_ATTRIBUTES = frozenset(
    (
        "allowfullscreen", "async", "checked", "controls", "default", "defer", "disabled", "hidden", "loop",
        "multiple", "muted", "nowrap", "open", "readonly", "required", "reversed", "selected",
    )
)  # fmt: skip
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)((?:\s[^<>]*)?)(/?)>")
_VALUED = re.compile(r"""[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
_END = re.compile(r"</([A-Za-z][\w-]*)\s*>")
_OFFICE = re.compile(r"</?(?:[ovw]|st1):\w+[^<>]*>")  # left over where Word's own page was pasted
_BULLET = re.compile(r"^([ \t]*)[•◦▪●○‣][ \t]+(?=\S)", re.MULTILINE)
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]\s]{1,30}\]:[ \t]*", re.MULTILINE)
_LABEL = re.compile(r"^( {0,3})\[(?=[^\]\n]{1,200}\]:[ \t]*([^\n]*))", re.MULTILINE)
_ADDRESS = re.compile(r"^<?[^\s<>]*[/#.@:][^\s<>]+>?(?:\s+[\"'(].*)?\s*$")
# Signs that Unicode keeps out of texts.
_ANGLE, _SQUARE = "\ufdd0", "\ufdd1"
NOTE = "\ufdd2"
"""Stands before the words of a footnote."""


def with_words_kept(text: str) -> str:
    """The text with all replaced that a parser would take for markup and a person means as words.

    A tag has the name of an HTML element (or one of the text's own, if it also ends it), attributes that look
    like some, and an end where it needs one; other "<" open words. "[Name of lead]: to be told" is no address
    of a link. A line with a typed bullet is an item. `restored` puts the signs back.
    """
    text = _BULLET.sub(r"\1- ", text)
    if "[" in text:
        text = _FOOTNOTE.sub(NOTE, text)
        text = _LABEL.sub(
            lambda found: found[0] if _ADDRESS.search(found[2]) else f"{found[1]}{_SQUARE}", text
        )
    if "<" in text:
        text = _OFFICE.sub("", text)
        ended = {name.lower() for name in _END.findall(text)}
        text = _TAG.sub(lambda found: found[0] if _is_tag(found, ended) else _ANGLE + found[0][1:], text)
    return text


def restored(text: str) -> str:
    """Text with the signs back in that `with_words_kept` replaced."""
    return text.replace(_ANGLE, "<").replace(_SQUARE, "[")


def _is_tag(found: re.Match[str], ended: set[str]) -> bool:
    closing, name, attributes, bare = found[1], found[2].lower(), found[3], found[4]
    if name not in _ELEMENTS and name not in ended:
        return False
    left = _VALUED.sub("", attributes).replace("/", " ").split()
    if any(word.lower() not in _BARE_ATTRIBUTES for word in left):
        return False
    return bool(closing or bare or name in _NEED_NO_END or name in ended)
