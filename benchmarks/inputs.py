"""The files that are measured: a policy as it is, with the markup that Word leaves, longer, and as a PDF."""

from __future__ import annotations

import io
import itertools
import random
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from policy_kit.model import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MAIN = "word/document.xml"
_LOOK = (
    f'<w:rPr xmlns:w="{W[1:-1]}"><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
    '<w:color w:val="000000"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr>'
)


def with_words_own_markup(data: bytes) -> bytes:
    """The same policy as Word leaves it after years: one to five words a run, a look on each, revision marks
    of each session, spelling marks."""
    return _changed(data, _crowd)


def repeated(data: bytes, times: int) -> bytes:
    """A policy whose text stands so many times, one after the other."""

    def repeat(body: etree._Element) -> None:
        last = body[-1]
        nodes = list(body)[:-1]
        for _ in range(times - 1):
            for node in nodes:
                last.addprevious(deepcopy(node))

    return _changed(data, repeat)


def first_part(data: bytes, share: float) -> bytes:
    """The first part of a policy's text."""

    def cut(body: etree._Element) -> None:
        nodes = list(body)[:-1]
        for node in nodes[int(len(nodes) * share) :]:
            body.remove(node)

    return _changed(data, cut)


_made = itertools.count(1)


def in_other_words(document: Document) -> Document:
    """The same policy with a word of its own in every text, so that nothing kept of another one helps."""
    mark = f"qx{next(_made)}"

    def changed(text: str) -> str:
        return f"{text} {mark}" if text.strip() else text

    blocks = (
        replace(block, text=changed(block.text), cells=tuple(map(changed, block.cells)))
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def _changed(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == _MAIN:
                root = etree.fromstring(part)
                change(root[0])
                part = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(info.filename, part)
    return out.getvalue()


def _crowd(body: etree._Element) -> None:
    draw = random.Random(2021)  # the same markup in each run, not a secret
    look = etree.fromstring(_LOOK)
    for number, paragraph in enumerate(body.iter(f"{W}p")):
        for name in ("rsidR", "rsidRPr", "rsidRDefault", "rsidP"):
            paragraph.set(f"{W}{name}", f"{draw.randrange(2**31):08X}")
        paragraph.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", f"{number:08X}")
        for run in list(paragraph.iter(f"{W}r")):
            _split(run, look, draw)


def _split(run: etree._Element, look: etree._Element, draw: random.Random) -> None:
    texts = run.findall(f"{W}t")
    if len(texts) != 1 or len(run) > 2:
        return
    words = (texts[0].text or "").split(" ")
    at = 0
    while at < len(words):
        length = draw.randint(1, 5)
        piece = deepcopy(run)
        piece.set(f"{W}rsidRPr", f"{draw.randrange(2**31):08X}")
        own = piece.find(f"{W}rPr")
        if own is None:
            piece.insert(0, deepcopy(look))
        else:
            own.extend(deepcopy(child) for child in look)
        text = next(piece.iter(f"{W}t"))
        text.text = " ".join(words[at : at + length]) + (" " if at + length < len(words) else "")
        text.set(_SPACE, "preserve")
        run.addprevious(piece)
        if draw.random() < 0.1:
            run.addprevious(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))
        at += length
    if (parent := run.getparent()) is not None:
        parent.remove(run)
