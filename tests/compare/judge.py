"""Accepts or rejects all tracked changes of a Word file, written from ISO/IEC 29500-1, 17.13.5, and from
nothing of the product: what the redlines are judged by."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STORIES = ("document", "header", "footer", "footnotes", "endnotes")


def parts(data: bytes) -> dict[str, etree._Element]:
    """The parts of a Word file that hold text, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in sorted(archive.namelist())
            if name.startswith("word/") and name.endswith(".xml") and name[5:].startswith(STORIES)
        }


def accepted(data: bytes) -> dict[str, etree._Element]:
    """The parts with all changes accepted."""
    return _resolved(data, come="ins", go="del")


def rejected(data: bytes) -> dict[str, etree._Element]:
    """The parts with all changes rejected."""
    return _resolved(data, come="del", go="ins")


def _resolved(data: bytes, come: str, go: str) -> dict[str, etree._Element]:
    found = parts(data)
    for root in found.values():
        _resolve(root, come, go)
    for kind in ("footnote", "endnote"):
        _drop_orphans(found, kind)
    return found


def _drop_orphans(found: dict[str, etree._Element], kind: str) -> None:
    """A note whose sign is gone from the text is gone with it."""
    signs = {n.get(W + "id") for root in found.values() for n in root.iter(f"{W}{kind}Reference")}
    for note in list(found.get(f"word/{kind}s.xml", ())):
        if note.get(W + "type") is None and note.get(W + "id") not in signs:
            note.getparent().remove(note)


def _resolve(root: etree._Element, come: str, go: str) -> None:
    for row in list(root.iter(W + "tr")):
        if row.find(f"{W}trPr/{W}{go}") is not None:
            row.getparent().remove(row)
    for table in list(root.iter(W + "tbl")):
        if table.find(f".//{W}tr") is None:
            table.getparent().remove(table)
    ends = [p for p in root.iter(W + "p") if p.find(f"{W}pPr/{W}rPr/{W}{go}") is not None]
    for name in ("pPrChange", "rPrChange"):
        for change in list(root.iter(W + name)):
            _settle(change, keep_new=come == "ins")
    for mark in list(root.iter(W + go)):
        mark.getparent().remove(mark)
    for mark in list(root.iter(W + come)):
        parent = mark.getparent()
        if parent.tag in (W + "rPr", W + "trPr"):
            parent.remove(mark)
        else:
            for child in list(mark):
                mark.addprevious(child)
            parent.remove(mark)
    for name, plain in (("delText", "t"), ("delInstrText", "instrText")):
        for node in root.iter(W + name):
            node.tag = W + plain
    for paragraph in ends:
        _join(paragraph)
    for link in list(root.iter(W + "hyperlink")):
        if not len(link):
            link.getparent().remove(link)
    for look in reversed(list(root.iter(W + "rPr", W + "trPr", W + "pPr"))):
        if not len(look):
            look.getparent().remove(look)


def _settle(change: etree._Element, keep_new: bool) -> None:
    """Drop the former properties, or put them back; what they cannot hold (the end's look, a break) stays."""
    now = change.getparent()
    now.remove(change)
    if keep_new:
        return
    stay = [child for child in now if child.tag in (W + "rPr", W + "sectPr")] if now.tag == W + "pPr" else []
    for child in list(now):
        now.remove(child)
    former = change[0] if len(change) else ()
    now.extend([*former, *stay])


def _join(paragraph: etree._Element) -> None:
    """A paragraph without its end runs on into the next; one that holds nothing any more is no paragraph."""
    nxt = _next_block(paragraph)
    words = [child for child in paragraph if child.tag != W + "pPr"]
    if nxt is not None and nxt.tag == W + "p":
        at = 1 if nxt.find(W + "pPr") is not None else 0
        for child in reversed(words):
            nxt.insert(at, child)
        paragraph.getparent().remove(paragraph)
    elif not any(_text(child) for child in words):
        assert nxt is not None, "the last paragraph of what holds it lost its end"
        paragraph.getparent().remove(paragraph)
    else:
        raise AssertionError(f"words before a table lost their paragraph's end: {_text(paragraph)!r}")


def _next_block(paragraph: etree._Element) -> etree._Element | None:
    """The next paragraph or table in the same cell, note or body, through content controls."""
    node = paragraph
    while node is not None:
        following = node.getnext()
        while following is not None:
            if following.tag in (W + "p", W + "tbl"):
                return following
            inside = following.find(f".//{W}p") if following.tag == W + "sdt" else None
            if inside is not None:
                return inside
            following = following.getnext()
        node = node.getparent()
        if node is not None and node.tag not in (W + "sdt", W + "sdtContent"):
            return None
    return None


def _text(node: etree._Element) -> str:
    out = []
    for child in node.iter():
        if child.tag == W + "t":
            out.append(child.text or "")
        elif child.tag in (W + "tab", W + "br", W + "cr", W + "drawing", W + "noBreakHyphen") and _in_run(
            child
        ):
            out.append(
                {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}.get(
                    child.tag[len(W) :], "\ufffc"
                )
            )
    return "".join(out)


def _in_run(node: etree._Element) -> bool:
    return node.getparent() is not None and node.getparent().tag == W + "r"


def said(found: dict[str, etree._Element]) -> dict[str, list[tuple[str, str, str, str]]]:
    """What each part says: for each paragraph where it stands, its style, its list and its text."""
    return {name: [_line(p) for p in root.iter(W + "p") if not _in_box(p)] for name, root in found.items()}


def _line(p: etree._Element) -> tuple[str, str, str, str]:
    where = "/".join(
        f"{a.tag[len(W) :]}{a.getparent().index(a) if a.tag != W + 'tbl' else ''}"
        for a in reversed(list(p.iterancestors(W + "tbl", W + "tr", W + "tc")))
    )
    style = p.find(f"{W}pPr/{W}pStyle")
    number, level = p.find(f"{W}pPr/{W}numPr/{W}numId"), p.find(f"{W}pPr/{W}numPr/{W}ilvl")
    listed = (
        f"{number.get(W + 'val')}.{level.get(W + 'val') if level is not None else 0}"
        if number is not None
        else ""
    )
    return where, style.get(W + "val") if style is not None else "", listed, _text(p)


def _in_box(p: etree._Element) -> bool:
    return any(a.tag == W + "txbxContent" for a in p.iterancestors())


def texts(found: dict[str, etree._Element], name: str = "word/document.xml") -> list[str]:
    """The paragraphs of a part, as text."""
    return [line[3] for line in said(found)[name]]


def same_xml(one: dict[str, etree._Element], other: dict[str, etree._Element]) -> None:
    """Assert that two files hold the same, to the last property, but for how their words are cut into
    runs."""
    assert one.keys() == other.keys()
    for name, root in one.items():
        assert _canonical(root) == _canonical(other[name]), name


def _canonical(root: etree._Element) -> str:
    root = etree.fromstring(etree.tostring(root))
    for simple in list(root.iter(W + "fldSimple")):
        _open_simple(simple)
    for holder in root.iter(W + "body", W + "tc", W + "hdr", W + "ftr"):
        _end_with_paragraph(holder)
    for run in list(root.iter(W + "r")):
        for key in [k for k in run.attrib if "rsid" in k]:
            del run.attrib[key]
    for run in list(root.iter(W + "r")):
        before = run.getprevious()
        if before is not None and before.tag == W + "r" and _look(before) == _look(run):
            for child in [c for c in run if c.tag != W + "rPr"]:
                before.append(child)
            run.getparent().remove(run)
            _merge_texts(before)
        else:
            _merge_texts(run)
    for node in root.iter():
        node.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    return etree.tostring(root, method="c14n").decode()


def _end_with_paragraph(holder: etree._Element) -> None:
    """Word ends a text, cell or margin with a paragraph, whatever the file says."""
    blocks = [child for child in holder if child.tag in (W + "p", W + "tbl", W + "sdt")]
    after_break = blocks and blocks[-1].find(f"{W}pPr/{W}sectPr") is not None
    if not blocks or blocks[-1].tag == W + "tbl" or after_break:
        section = holder.find(W + "sectPr")
        last = etree.SubElement(holder, W + "p")
        if section is not None:
            section.addprevious(last)


def _open_simple(simple: etree._Element) -> None:
    """The same field as runs."""
    for kind in ("begin", "separate"):
        run = etree.SubElement(simple, W + "r")
        etree.SubElement(run, W + "fldChar", {W + "fldCharType": kind})
        simple.addprevious(run)
        if kind == "begin":
            run = etree.SubElement(simple, W + "r")
            etree.SubElement(run, W + "instrText").text = simple.get(W + "instr")
            simple.addprevious(run)
    run = etree.SubElement(simple, W + "r")
    etree.SubElement(run, W + "fldChar", {W + "fldCharType": "end"})
    for child in list(simple):
        simple.addprevious(child)
    simple.getparent().remove(simple)


def _look(run: etree._Element) -> bytes:
    look = run.find(W + "rPr")
    return b"" if look is None else etree.tostring(look, method="c14n")


def _merge_texts(run: etree._Element) -> None:
    for text in list(run.iter(W + "t")):
        before = text.getprevious()
        if before is not None and before.tag == W + "t" and before.getparent() is text.getparent():
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)
