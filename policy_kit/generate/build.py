"""Builds a Word template from clauses and a layout: what `policy-kit template build` does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from policy_kit.errors import TemplateFault
from policy_kit.generate.clauses import read_clause
from policy_kit.generate.layout import SECTIONS_MARK
from policy_kit.generate.numbering import FIRST_CLAUSE_LIST, list_instance
from policy_kit.generate.package import DOCUMENT, pack, parse, serialise, unpack
from policy_kit.generate.wordml import NAMESPACES, R, W, paragraphs, text_of, w
from policy_kit.generate.writing import ClauseWriter, Ledger, bookmark
from policy_kit.standard import load_standard

if TYPE_CHECKING:
    from lxml import etree

_RELATIONS = "word/_rels/document.xml.rels"
_NUMBERING = "word/numbering.xml"
_NO_LISTS = "its numbered lists are gone; start again from the layout that was shipped"


def missing_clauses(
    clauses: Traversable, standard: str = "online-safety", rest: Traversable | None = None
) -> tuple[str, ...]:
    """The ids of the standard's sections that have no clause file, in the standard's order."""
    files = _files(clauses, rest)
    return tuple(s.id for s in load_standard(standard).sections if f"{s.id}.md" not in files)


def build_template(
    clauses: Traversable,
    layout: bytes,
    standard: str = "online-safety",
    rest: Traversable | None = None,
) -> bytes:
    """Compile the clause files of a folder, in the standard's order, into the layout; return a Word file.

    rest: a folder of clauses for the sections that the first has none for. A section without a clause is
    left out: ask `missing_clauses`. Raises TemplateFault, naming clause file and line, for what is not in
    the clause language, and for a file that is no section of the standard.
    """
    parts = unpack(layout, "layout.docx")
    ledger = Ledger()
    body = "".join(_sections(_files(clauses, rest), standard, ledger))
    _check_anchors(ledger, missing_clauses(clauses, standard, rest))
    parts[DOCUMENT] = _with_sections(parts[DOCUMENT], body)
    parts[_RELATIONS] = _with_addresses(parts[_RELATIONS], ledger)
    parts[_NUMBERING] = _with_lists(parts.get(_NUMBERING), ledger)
    return pack(parts)


def _files(clauses: Traversable, rest: Traversable | None) -> dict[str, Traversable]:
    """The clause files by name: a folder's own, and for what it leaves out the rest's."""
    folders = (clauses,) if rest is None else (rest, clauses)
    return {e.name: e for folder in folders for e in folder.iterdir() if e.name.endswith(".md")}


def _sections(files: Mapping[str, Traversable], standard: str, ledger: Ledger) -> Iterator[str]:
    order = [section.id for section in load_standard(standard).sections]
    for name in sorted(set(files) - {f"{section_id}.md" for section_id in order}):
        near = get_close_matches(name.removesuffix(".md"), order, 1)
        hint = f"; did you mean {near[0]}.md?" if near else ""
        raise TemplateFault(f"{name}: the standard {standard} has no such section{hint}")
    for section_id in order:
        file = files.get(f"{section_id}.md")
        if file is None:
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateFault(f"{file.name}: could not be read as text ({error})") from error
        yield ClauseWriter(section_id, file.name, ledger, FIRST_CLAUSE_LIST).write(
            read_clause(text, file.name)
        )


def _check_anchors(ledger: Ledger, left_out: tuple[str, ...]) -> None:
    """Every link inside the policy leads somewhere; a section still to be written counts."""
    known = {*ledger.bookmarks, *(bookmark(section_id) for section_id in left_out)}
    for anchor, place in ledger.links.items():
        if bookmark(anchor) not in known:
            raise TemplateFault(
                f"{place}: the link leads to #{anchor}, which is no section and no heading's anchor"
            )


def _with_sections(document: bytes, body: str) -> bytes:
    """The layout's document with the sections where its mark stands."""
    root = parse(document, "layout.docx", DOCUMENT)
    marks = [p for p in paragraphs(root) if text_of(p).strip() == SECTIONS_MARK]
    if len(marks) != 1:
        count = len(marks)
        raise TemplateFault(
            f"layout.docx: {count} paragraphs say {SECTIONS_MARK}; one must, where the sections go"
        )
    mark = marks[0]
    parent = mark.getparent()
    if parent is None or parent.tag != w("body"):
        raise TemplateFault(f"layout.docx: {SECTIONS_MARK} must not stand in a table or box")
    fragment = f'<w:body xmlns:w="{W}" xmlns:r="{R}">{body}</w:body>'.encode()
    place = parent.index(mark)
    parent.remove(mark)
    for offset, element in enumerate(list(parse(fragment, "clauses", "clauses"))):
        parent.insert(place + offset, element)
    return _tidy(root)


def _tidy(root: etree._Element) -> bytes:
    from lxml import etree

    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return serialise(root)


def _with_addresses(relations: bytes, ledger: Ledger) -> bytes:
    links = "".join(
        f'<Relationship Id="{link_id}" Type="{R}/hyperlink" Target={quoteattr(url)} TargetMode="External"/>'
        for url, link_id in ledger.addresses.items()
    )
    return relations.replace(b"</Relationships>", links.encode() + b"</Relationships>")


def _with_lists(numbering: bytes | None, ledger: Ledger) -> bytes:
    """The numbering with one list for each numbered list of the clauses, so that each counts from 1."""
    if numbering is None:
        raise TemplateFault(f"layout.docx: {_NO_LISTS}")
    root = parse(numbering, "layout.docx", _NUMBERING)
    kind = next((k for k in root.iterfind("w:abstractNum", NAMESPACES) if _numbers_list(k)), None)
    lists = root.findall("w:num", NAMESPACES)
    if kind is None or not lists:
        raise TemplateFault(f"layout.docx: {_NO_LISTS}")
    if any(int(given.get(w("numId"), "0")) >= FIRST_CLAUSE_LIST for given in lists):
        raise TemplateFault(
            f"layout.docx: it has over {FIRST_CLAUSE_LIST} lists of its own; take lists out of it"
        )
    for n in reversed(range(ledger.lists)):
        xml = list_instance(FIRST_CLAUSE_LIST + n, int(kind.get(w("abstractNumId"), "0")))
        lists[-1].addnext(parse(xml.encode(), "clauses", "lists"))
    return _tidy(root)


def _numbers_list(kind: etree._Element) -> bool:
    style = kind.find("w:lvl/w:pStyle", NAMESPACES)
    return style is not None and style.get(w("val")) == "ListNumber"
