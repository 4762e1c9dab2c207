"""Fills in the numbers that only a filled policy has: appendix letters, and references to section numbers.

A `#` stands for the number: in a heading `Appendix #: …`, and in the words of a link inside the policy,
`[section #](#filtering-and-monitoring)`. Which sections and appendices a school has decides what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policy_kit.errors import TemplateFault
from policy_kit.generate.headings import letters
from policy_kit.generate.wordml import VALUE, P, T, w
from policy_kit.generate.writing import APPENDIX, BOOKMARK_PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from policy_kit.generate.headings import Heading


_CAPTION, _LINK = w("tblCaption"), w("hyperlink")
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_ID, _NAME = w("id"), w("name")


def fill_references(root: etree._Element, headings: Iterable[Heading], name: str) -> None:
    """Put letters and numbers for every `#`; raises TemplateFault for a link that leads nowhere."""
    _drop_repeated_bookmarks(root)
    numbers: dict[str, str] = {}
    lettered: dict[etree._Element, str] = {}
    appendices = 0
    for heading in headings:
        number = heading.number
        if found := APPENDIX.match(heading.text):
            appendices += 1
            number = letters(appendices) if found[1] == "#" else found[1]
            _put(heading.paragraph, number)
            lettered[heading.paragraph] = number
        for mark in heading.paragraph.iter(_START):
            numbers[mark.get(_NAME, "")] = number
    _put_in_captions(root, lettered)
    for link in root.iter(_LINK):
        anchor = link.get(w("anchor"), "")
        if not anchor.startswith(BOOKMARK_PREFIX):
            continue
        if anchor not in numbers:
            said = "".join(text.text or "" for text in link.iter(T)).strip()
            wanted = anchor.removeprefix(BOOKMARK_PREFIX).replace("_", "-")
            raise TemplateFault(
                f"{name}: “{said}” leads to “{wanted}”, which this school's policy does not have; "
                "put the reference under the same condition as what it leads to"
            )
        _put(link, numbers[anchor])


def _put_in_captions(root: etree._Element, lettered: Mapping[etree._Element, str]) -> None:
    """A table is captioned, for those who cannot see it, by the heading it stands under, letter and all."""
    captions = [c for c in root.iter(_CAPTION) if "Appendix #" in c.get(VALUE, "")]
    if not captions:
        return
    letter = ""
    for element in root.iter(P, _CAPTION):
        letter = lettered.get(element, letter)
        if element.tag != P and letter:
            element.set(VALUE, element.get(VALUE, "").replace("Appendix #", f"Appendix {letter}", 1))


def _put(element: etree._Element, number: str) -> None:
    """Write a number for the first `#` in the words of a heading or link."""
    for text in element.iter(T):
        if text.text and "#" in text.text:
            text.text = text.text.replace("#", number, 1)
            return


def _drop_repeated_bookmarks(root: etree._Element) -> None:
    """A heading inside a loop brings its bookmark each time round; Word wants each name once."""
    seen: set[str] = set()
    ended: set[str] = set()
    for mark in list(root.iter(_START, _END)):
        label = mark.get(_NAME, "") if mark.tag == _START else ""
        number = mark.get(_ID, "")
        parent = mark.getparent()
        repeated = label in seen if label else number in ended
        if label:
            seen.add(label)
        else:
            ended.add(number)
        if repeated and parent is not None:
            parent.remove(mark)
