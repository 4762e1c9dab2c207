"""References to section numbers, made to fit the headings of the result.

A chapter that the school added or took out moves the numbers of those after it. Word counts the headings
itself; what a sentence says of them ("see section 21") is text, and would be wrong.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from policy_kit.compare.redline.accepting import accept_changes
from policy_kit.generate.headings import headings
from policy_kit.generate.package import DOCUMENT, pack, parse, serialise, unpack
from policy_kit.generate.wordml import RUN, P, T, w
from policy_kit.generate.writing import BOOKMARK_PREFIX
from policy_kit.quick import dataclass
from policy_kit.renew.texts import plain
from policy_kit.renew.units import bare_heading

if TYPE_CHECKING:
    from lxml import etree

_LINK, _START, _END, _NAME, _ID = (
    w("hyperlink"), w("bookmarkStart"), w("bookmarkEnd"), w("name"), w("id"),
)  # fmt: skip
_INSERTED, _DELETED, _DELETED_TEXT, _LOOK = w("ins"), w("del"), w("delText"), w("rPr")
_HEADINGS = ("Heading", "Appendix")
_NUMBER = re.compile(r"\d+(?:\.\d+)*|\b[A-Z]\b")


@dataclass(frozen=True)
class Renumbered:
    """A Word file whose references fit. lost: the words of references to what is no longer there."""

    data: bytes
    lost: tuple[str, ...] = ()


def renumbered(data: bytes, new: bytes, author: str, on: date) -> Renumbered:
    """The renewal with its references set right; in the school's own text that is a tracked change.

    data: the renewal; new: this year's policy as generated, whose headings carry the marks that references
    lead to.
    """
    parts = unpack(data, "renewal")
    root = parse(parts[DOCUMENT], "renewal", DOCUMENT)
    _mark_headings(root, _marked(unpack(new, "this year's template")))
    numbers = _numbers(parts, root)
    lost: list[str] = []
    pen = _Pen(root, author, f"{on.isoformat()}T00:00:00Z")
    for link in [link for link in root.iter(_LINK) if link.get(w("anchor"), "").startswith(BOOKMARK_PREFIX)]:
        target = link.get(w("anchor"), "")
        if target not in numbers:
            lost.append(plain("".join(t.text or "" for t in link.iter(T))))
            continue
        for run in [run for run in link.iter(RUN) if not _inside(run, _DELETED, link)]:
            _set(run, numbers[target], pen, inserted=_inside(run, _INSERTED, None))
    parts[DOCUMENT] = serialise(root)
    return Renumbered(pack(parts), tuple(dict.fromkeys(filter(None, lost))))


def _marked(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The bookmarks that references lead to, each with the words of its heading."""
    root = parse(parts[DOCUMENT], "this year's template", DOCUMENT)
    return {
        mark.get(_NAME, ""): bare_heading(heading.text)
        for heading in headings(root, parts, "this year's template")
        for mark in heading.paragraph.iter(_START)
        if mark.get(_NAME, "").startswith(BOOKMARK_PREFIX)
    }


def _mark_headings(root: etree._Element, wanted: Mapping[str, str]) -> None:
    """Give the result's headings the bookmarks that this year's references lead to."""
    there = {mark.get(_NAME, "") for mark in root.iter(_START)}
    missing = {text: name for name, text in wanted.items() if name not in there}
    number = _highest(root, _START)
    for paragraph in root.iter(P):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        if not missing or style is None or not style.get(w("val"), "").startswith(_HEADINGS):
            continue
        name = missing.pop(bare_heading(_shown(paragraph)), "")
        if name:
            number += 1
            start = paragraph.makeelement(_START, {_ID: str(number), _NAME: name})
            end = paragraph.makeelement(_END, {_ID: str(number)})
            paragraph.insert(1 if paragraph.find(w("pPr")) is not None else 0, start)
            paragraph.append(end)


def _highest(root: etree._Element, *tags: str) -> int:
    """The highest number that elements of these kinds have."""
    return max((int(n.get(_ID, "0")) for n in root.iter(*tags) if n.get(_ID, "").isdecimal()), default=0)


def _shown(paragraph: etree._Element) -> str:
    """A paragraph's words but for those that are tracked as deleted (they are in w:delText)."""
    return plain("".join(text.text or "" for text in paragraph.iter(T)))


def _numbers(parts: Mapping[str, bytes], root: etree._Element) -> dict[str, str]:
    """For each mark the number its heading has once every change is accepted."""
    after = copy.deepcopy(root)
    accept_changes(after)
    found: dict[str, str] = {}
    for heading in headings(after, parts, "renewal"):
        for mark in heading.paragraph.iter(_START):
            found[mark.get(_NAME, "")] = heading.number or _letter(heading.text)
    return found


def _letter(heading: str) -> str:
    appendix = re.match(r"Appendix ([A-Z])\b", heading)
    return appendix[1] if appendix else ""


def _inside(node: etree._Element, tag: str, within: etree._Element | None) -> bool:
    for above in node.iterancestors():
        if above is within:
            return False
        if above.tag == tag:
            return True
    return False


class _Pen:
    """Writes tracked changes with numbers of their own."""

    def __init__(self, root: etree._Element, author: str, when: str) -> None:
        self._next = _highest(root, _INSERTED, _DELETED) + 1
        self._author, self._when = author, when

    def mark(self, run: etree._Element, tag: str) -> etree._Element:
        said = {_ID: str(self._next), w("author"): self._author, w("date"): self._when}
        self._next += 1
        return run.makeelement(tag, said)


def _set(run: etree._Element, number: str, pen: _Pen, *, inserted: bool) -> None:
    """Write a number in the place of the one in a run's words."""
    texts = list(run.iter(T))
    said = "".join(text.text or "" for text in texts)
    found = list(_NUMBER.finditer(said))
    if not number or not found or found[-1].group() == number:
        return
    place = found[-1]
    if inserted:
        texts[0].text = said[: place.start()] + number + said[place.end() :]
        for other in texts[1:]:
            other.text = ""
        return
    for piece in _pieces(run, said, place, number, pen):
        run.addprevious(piece)
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _pieces(
    run: etree._Element, said: str, place: re.Match[str], number: str, pen: _Pen
) -> Iterator[etree._Element]:
    """A run as what is before the number, the old number taken out, the new one, and the rest."""
    if said[: place.start()]:
        yield _run(run, said[: place.start()], T)
    gone, come = pen.mark(run, _DELETED), pen.mark(run, _INSERTED)
    gone.append(_run(run, place.group(), _DELETED_TEXT))
    come.append(_run(run, number, T))
    yield from (gone, come)
    if said[place.end() :]:
        yield _run(run, said[place.end() :], T)


def _run(like: etree._Element, text: str, tag: str) -> etree._Element:
    new = like.makeelement(RUN, {})
    look = like.find(_LOOK)
    if look is not None:
        new.append(copy.deepcopy(look))
    held = like.makeelement(tag, {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    held.text = text
    new.append(held)
    return new
