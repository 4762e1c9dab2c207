"""Fields in the one form that can be marked as deleted."""

from __future__ import annotations

from lxml.etree import _Element

from policy_kit.sources.docx.names import W


def open_simple_fields(paragraph: _Element) -> None:
    """Write a paragraph's w:fldSimple as runs, the only form of a field that can be marked as deleted."""
    for simple in list(paragraph.iter(W + "fldSimple")):
        run = simple.makeelement(W + "r")
        signs = []
        for kind in ("begin", "code", "separate"):
            sign = run.makeelement(W + "r")
            if kind == "code":
                code = sign.makeelement(W + "instrText")
                code.text = simple.get(W + "instr") or ""
                sign.append(code)
            else:
                sign.append(sign.makeelement(W + "fldChar", {W + "fldCharType": kind}))
            signs.append(sign)
        for node in (*signs, *list(simple)):
            simple.addprevious(node)
        end = run.makeelement(W + "r")
        end.append(end.makeelement(W + "fldChar", {W + "fldCharType": "end"}))
        simple.addprevious(end)
        parent = simple.getparent()
        if parent is not None:
            parent.remove(simple)
