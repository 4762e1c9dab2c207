"""Chooses what of a web page is the policy: its main content, without menus, banners and hidden parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEVER_SHOWN = frozenset(
    (
        "script", "style", "noscript", "template", "head", "button",
        "map", "datalist", "progress", "meter",
    )
)  # fmt: skip
_FURNITURE_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar")
)
_FURNITURE_WORDS = frozenset(
    (
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "share", "sharing",
        "pagination", "pager", "sitemap", "masthead", "footer", "header", "toolbar", "skip",
    )
)  # fmt: skip
_BANNER_WORDS = frozenset(
    ("cookie", "cookies", "consent", "gdpr", "popup", "modal", "newsletter", "announcement")
)
_READ_ALOUD_ONLY = frozenset(
    ("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "skip-link")
)
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"([.#])([\w-]+)")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BANNER_MOST = 250  # words of a cookie banner or the like
_LINKED = 0.6  # of a part's words that stand in links, if it is a menu
_MAIN_SHARE = 0.4  # of the page's words that its main part must hold to be taken for it
_CONTENT_NAMES = re.compile(
    r"(?:main|page|entry|post|article|site|body)?[-_]?content(?:[-_]?(?:main|area|inner|wrapper|body))?"
    r"|main|primary",
    re.IGNORECASE,
)


def main_content(root: _Element) -> _Element:
    """The element that holds the policy. What is no part of it is taken out of the tree."""
    body = next((node for node in root.iter("body")), root)
    hidden = _hidden_names(root)
    _take_out(body, lambda node: _is_unseen(node, hidden))
    main = _marked_main(body)
    _take_out(main if main is not None else body, _is_furniture)
    if main is not None:
        return main
    whole = _count(body)
    named = [
        node
        for node in body.iter("div", "section", "td")
        if any(
            _CONTENT_NAMES.fullmatch(name) for name in (node.get("id", ""), *node.get("class", "").split())
        )
    ]
    best = max(named, key=_count, default=None)
    return best if best is not None and _count(best) >= 0.7 * whole else body


def _marked_main(body: _Element) -> _Element | None:
    """What the page itself marks as its main part, if most of its words stand there."""
    whole = sum(_count(child) for child in body if not _is_furniture(child)) or 1
    marked: Iterator[_Element] = (
        node
        for node in body.iter()
        if isinstance(node.tag, str) and (node.tag in ("main", "article") or node.get("role") == "main")
    )
    found = sorted(marked, key=lambda node: (node.tag == "article", -_count(node)))
    return next((node for node in found if _count(node) >= _MAIN_SHARE * whole), None)


def _take_out(top: _Element, unwanted: object) -> None:
    for node in [n for n in top.iterdescendants() if isinstance(n.tag, str)]:
        if node.getparent() is not None and unwanted(node):  # type: ignore[operator]
            _drop(node)


def _drop(node: _Element) -> None:
    """Take an element out of the tree, leaving the text after it."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        said = (before.tail if before is not None else parent.text) or ""
        said = _NO_XML.sub(" ", said + node.tail)  # a page may hold signs that lxml reads and does not take
        if before is not None:
            before.tail = said
        else:
            parent.text = said
    parent.remove(node)


def _is_unseen(node: _Element, hidden: frozenset[str]) -> bool:
    """Whether a browser shows nothing of an element."""
    tag = node.tag
    if (
        tag in _NEVER_SHOWN
        or node.get("hidden") is not None
        or (tag == "dialog" and node.get("open") is None)
    ):
        return True
    if _HIDING.search(node.get("style") or ""):
        return True
    classes = (node.get("class") or "").split()
    if any(name.lower() in _READ_ALOUD_ONLY for name in classes):
        return True
    return bool(hidden) and (f"#{node.get('id')}" in hidden or any(f".{name}" in hidden for name in classes))


def _is_furniture(node: _Element) -> bool:
    """Whether an element belongs to the site and not to the page: menus, banners, footers."""
    tag = node.tag
    if not isinstance(tag, str):
        return False
    if tag == "nav" or (node.get("role") or "").lower() in _FURNITURE_ROLES:
        return True
    inside = any(up.tag in ("article", "main") for up in node.iterancestors())
    if tag in ("header", "footer", "aside") and not inside:
        return True
    if tag not in ("div", "section", "aside", "ul", "ol", "p", "header", "footer", "form"):
        return False
    names = set(re.split(r"[^a-z]+", f"{node.get('id') or ''} {node.get('class') or ''}".lower()))
    if names & _BANNER_WORDS and not inside:
        return _count(node) <= _BANNER_MOST and next(node.iter("a", "button", "label"), None) is not None
    return bool(names & _FURNITURE_WORDS) and _linked_share(node) >= _LINKED


def _linked_share(node: _Element) -> float:
    whole = _count(node)
    return sum(_count(link) for link in node.iter("a")) / whole if whole else 1.0


def _count(node: _Element) -> int:
    """How many words an element holds."""
    return sum(len(str(text).split()) for text in node.itertext())


def _hidden_names(root: _Element) -> frozenset[str]:
    """The classes and ids that the page's own style sheets hide; only plain selectors are understood."""
    found: set[str] = set()
    for style in root.iter("style"):
        for selectors, rules in _RULE.findall((style.text or "")[:200_000]):
            if _HIDING.search(rules):
                simple = (_SIMPLE.fullmatch(one.strip()) for one in selectors.split(","))
                found.update(match[0] for match in simple if match)
    return frozenset(found)
