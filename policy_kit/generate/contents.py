"""Fills the contents list of a policy, so that it is right when the file is opened.

Word works out page numbers only when it lays the pages out, and asks an alarming question if a file tells
it to do so on opening. So the entries are written here, each a link with a page field that stays blank
until Word fills it (on “Update Table”): what is shown is never wrong. Where LibreOffice has laid the pages
out for a PDF, `with_pages` puts its numbers in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from policy_kit.generate.fragments import field, field_end, field_start, paragraph, run
from policy_kit.generate.package import DOCUMENT, pack, parse, serialise, unpack
from policy_kit.generate.styles import Styles
from policy_kit.generate.wordml import PPR, RUN, P, R, W, text_of, w
from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

    from policy_kit.generate.headings import Heading

_OUTLINE = re.compile(r'\\o\s*"?(\d)\s*-\s*(\d)"?')
_STYLES = re.compile(r'\\t\s*"([^"]*)"')
_MARK, _CODE, _KIND = w("fldChar"), w("instrText"), w("fldCharType")
_START, _END, _ID, _NAME = w("bookmarkStart"), w("bookmarkEnd"), w("id"), w("name")
_FIRST_BOOKMARK = 500_000  # ids above any that a template uses


@dataclass(frozen=True, slots=True)
class _Field:
    """A contents field: its code and the paragraphs of the body that it takes up."""

    code: str
    paragraphs: tuple[etree._Element, ...]


def fill_contents(root: etree._Element, headings: Sequence[Heading], styles: Styles) -> set[etree._Element]:
    """Write the entries of every contents field of a document; return the paragraphs of its contents.

    A document without such a field stays as it is.
    """
    listing: set[etree._Element] = set()
    for found in _fields(root):
        shown = _shown(found, headings, styles)
        if not shown:
            listing.update(found.paragraphs)
            continue
        entries = [
            _entry(level, heading, _bookmarked(heading, number))
            for number, (level, heading) in enumerate(shown, 1)
        ]
        entries[0] = entries[0].replace("</w:pPr>", "</w:pPr>" + field_start(found.code), 1)
        entries[-1] = entries[-1].removesuffix("</w:p>") + field_end() + "</w:p>"
        xml = f'<w:body xmlns:w="{W}" xmlns:r="{R}">{"".join(entries)}</w:body>'.encode()
        first = found.paragraphs[0]
        for entry in list(parse(xml, "contents", "contents")):
            first.addprevious(entry)
            listing.add(entry)
        for old in found.paragraphs:
            parent = old.getparent()
            if parent is not None:
                parent.remove(old)
    return listing


def _shown(found: _Field, headings: Sequence[Heading], styles: Styles) -> list[tuple[int, Heading]]:
    wanted = _wanted(found.code, styles.by_name)
    return [(wanted[h.style], h) for h in headings if h.style in wanted]


def listed(root: etree._Element, headings: Sequence[Heading], styles: Styles) -> list[tuple[int, Heading]]:
    """The headings that a document's first contents field lists, with their levels there; [] without one."""
    return next((_shown(found, headings, styles) for found in _fields(root)), [])


def _fields(root: etree._Element) -> list[_Field]:
    """The contents fields, each with the paragraphs from its beginning to its end."""
    out: list[_Field] = []
    code, depth = "", 0
    members: list[etree._Element] = []
    for node in root.iter(P, _MARK, _CODE):
        if node.tag == P:
            members = [*members, node] if code else [node]
        elif node.tag == _CODE:
            if not code and (node.text or "").lstrip().upper().startswith("TOC "):
                code, depth = node.text or "", 1
        elif code and (kind := node.get(_KIND)) in ("begin", "end"):
            depth += 1 if kind == "begin" else -1
            if depth == 0:
                out.append(_Field(code, tuple(members)))
                code = ""
    return out


def contents_paragraphs(root: etree._Element) -> set[etree._Element]:
    """The paragraphs of a document that belong to a contents list."""
    return {paragraph for found in _fields(root) for paragraph in found.paragraphs}


def _wanted(code: str, by_name: Mapping[str, str]) -> dict[str, int]:
    """The heading styles that a contents field lists, by id, with the level each has in the list."""
    wanted: dict[str, int] = {}
    first, last = next(((int(a), int(b)) for a, b in _OUTLINE.findall(code)), (0, -1))
    for level in range(first, last + 1):
        if style_id := by_name.get(f"heading {level}"):
            wanted[style_id] = level
    for listed in _STYLES.findall(code):
        pairs = listed.split(",")
        for name, level_text in zip(pairs[::2], pairs[1::2], strict=False):
            style_id = by_name.get(name.strip().casefold())
            if style_id and level_text.strip().isdecimal():
                wanted[style_id] = int(level_text)
    return wanted


def _bookmarked(heading: Heading, number: int) -> str:
    """The bookmark that a contents entry leads to, put round the heading's words."""
    name = f"_Toc{number:09d}"
    paragraph, label = heading.paragraph, str(_FIRST_BOOKMARK + number)
    start = paragraph.makeelement(_START, {_ID: label, _NAME: name})
    has_properties = len(paragraph) and paragraph[0].tag == PPR
    paragraph.insert(1 if has_properties else 0, start)
    paragraph.append(paragraph.makeelement(_END, {_ID: label}))
    return name


def _entry(level: int, heading: Heading, bookmark: str) -> str:
    number = run(heading.number) + "<w:r><w:tab/></w:r>" if heading.number else ""
    page = "<w:r><w:tab/></w:r>" + field(f" PAGEREF {bookmark} \\h ", "")
    inside = number + run(heading.text) + page
    link = f'<w:hyperlink w:anchor="{escape(bookmark)}" w:history="1">{inside}</w:hyperlink>'
    return paragraph(f"TOC{level}", link)


def with_pages(policy: bytes, pages: Mapping[str, int]) -> bytes:
    """The Word file with page numbers in its contents list.

    pages: by what an entry says, number and title with a space between; an entry not among them stays blank.
    """
    parts = unpack(policy, "policy")
    root = parse(parts[DOCUMENT], "policy", DOCUMENT)
    for entry in contents_paragraphs(root):
        page = pages.get(" ".join(text_of(entry).split()))
        for code in entry.iter(_CODE):
            if page is None or not (code.text or "").lstrip().startswith("PAGEREF "):
                continue
            run_of_code = code.getparent()
            separator = None if run_of_code is None else run_of_code.getnext()
            if separator is not None:
                shown = f'<w:body xmlns:w="{W}">{run(str(page))}</w:body>'.encode()
                separator.addnext(parse(shown, "contents", "contents")[0])
    parts[DOCUMENT] = serialise(root)
    return pack(parts)


def with_live_pages(policy: bytes) -> bytes:
    """The Word file with its contents list opened up: the same entries, no longer inside a contents field."""
    parts = unpack(policy, "policy")
    root = parse(parts[DOCUMENT], "policy", DOCUMENT)
    for entry in [entry for found in _fields(root) for entry in found.paragraphs]:
        for old in entry.findall(RUN):  # the entry itself, page field and all, is inside a hyperlink
            if old.find(w("fldChar")) is not None or old.find(w("instrText")) is not None:
                entry.remove(old)
    parts[DOCUMENT] = serialise(root)
    return pack(parts)
