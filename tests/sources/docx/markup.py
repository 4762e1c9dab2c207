"""The short forms that the case files use for the commonest paragraphs: {h1:Filtering}, {p:Text.}."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from tests.sources.docx.build import NUMBERING, STYLES, Parts, para, part_xml, relations_xml, styled

CASES = Path(__file__).parent / "cases"
_SHORT = re.compile(r"\{(h1|h2|h3|p|b|u|li|title|toc):([^{}]*)\}")
_STYLES = {"h1": "Heading1", "h2": "Heading2", "h3": "Heading3", "title": "Title", "toc": "TOC1"}
_ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def load_cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    cases = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(cases, list)
    return cases


def expanded(body: str) -> str:
    """The markup with its short forms written out."""
    return _SHORT.sub(_paragraph, body)


def parts_of(case: dict[str, Any]) -> Parts:
    """What a case says of its file."""
    files = {name: part_xml(*_tagged(text)) if isinstance(text, dict) else text for name, text in
             case.get("files", {}).items()}  # fmt: skip
    if "package" in case:  # further pointers of the file as a whole
        pointers = {"rId1": ("officeDocument", "word/document.xml"), **case["package"]}
        files["_rels/.rels"] = relations_xml(pointers)
    return Parts(
        body=expanded(case["body"] + case.get("last", "")),
        styles=STYLES + case.get("styles", ""),
        numbering=NUMBERING + case.get("numbering", ""),
        relations={key: tuple(value) for key, value in case.get("relations", {}).items()},
        files=files,
        section=case.get("section", ""),
    )


def _tagged(part: dict[str, str]) -> tuple[str, str]:
    (item,) = part.items()
    return item[0], expanded(item[1])


def _paragraph(found: re.Match[str]) -> str:
    kind, text = found.groups()
    text = " ".join(text.split())
    if kind == "b":
        return para(text, run="<w:b/>")
    if kind == "u":
        return para(text, run='<w:u w:val="single"/>')
    if kind == "li":
        return para(text, _ITEM)
    return styled(text, _STYLES[kind]) if kind in _STYLES else para(text)
