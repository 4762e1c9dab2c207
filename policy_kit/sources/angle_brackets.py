"""Tells words between angle brackets ("<name of LEA>") from markup, so that none is lost as a tag."""

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
_STAND_IN = "\ufdd0"  # a sign that Unicode keeps out of texts


def with_words_kept(text: str) -> str:
    """The text with each "<" that opens words and no tag replaced, so that a parser leaves it alone.

    A tag has the name of an HTML element (or one of the text's own, if it also ends it), attributes that look
    like some, and an end where it needs one. `restored` puts the signs back.
    """
    if "<" not in text:
        return text
    text = _OFFICE.sub("", text)
    ended = {name.lower() for name in _END.findall(text)}
    return _TAG.sub(lambda found: found[0] if _is_tag(found, ended) else _STAND_IN + found[0][1:], text)


def restored(text: str) -> str:
    """Text with the signs back in that `with_words_kept` replaced."""
    return text.replace(_STAND_IN, "<") if _STAND_IN in text else text


def _is_tag(found: re.Match[str], ended: set[str]) -> bool:
    closing, name, attributes, bare = found[1], found[2].lower(), found[3], found[4]
    if name not in _ELEMENTS and name not in ended:
        return False
    left = _VALUED.sub("", attributes).replace("/", " ").split()
    if any(word.lower() not in _BARE_ATTRIBUTES for word in left):
        return False
    return bool(closing or bare or name in _NEED_NO_END or name in ended)
