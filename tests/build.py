"""Builds a Document from a mini markup, so that a test shows its document in a few lines.

`# Heading` (one hash a level), `- item` (two spaces a nesting level), `| cell | cell |`, `[toc] line`,
`[header] line`, `[footer] line`, `[footnote] line`; anything else is a paragraph; `==words==` are
highlighted; `[text](address)` is a link.
"""

from __future__ import annotations

import re

from policy_kit.model import Block, BlockKind, Document, Link, Part

_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_MARKED = re.compile(r"==(.+?)==")
_PARTS = {"header": Part.HEADER, "footer": Part.FOOTER, "footnote": Part.FOOTNOTE}
_PART_ORDER = (Part.BODY, Part.FOOTNOTE, Part.HEADER, Part.FOOTER)


def document_from_markup(text: str, path: str = "policy.docx") -> Document:
    """Return the Document that the markup describes; block lines count from 1."""
    drafts: list[dict[str, object]] = []
    table = -1
    in_table = False
    for number, raw in enumerate(text.strip("\n").splitlines(), 1):
        if not raw.strip():
            in_table = False
            continue
        draft, is_row = _draft(raw, number)
        if is_row:
            if set(raw) <= set("|-: "):
                continue
            if not in_table:
                table += 1
            draft["table"] = table
            draft["header_row"] = not in_table
        in_table = is_row
        drafts.append(draft)
    drafts.sort(key=lambda d: _PART_ORDER.index(d.get("part", Part.BODY)))  # type: ignore[arg-type]
    blocks = tuple(Block(index=i, **d) for i, d in enumerate(drafts))  # type: ignore[arg-type]
    return Document(path=path, format="docx", sha256="0" * 64, blocks=blocks)


def _draft(raw: str, line: int) -> tuple[dict[str, object], bool]:
    """The fields of one block, and whether it is a table row."""
    draft: dict[str, object] = {"line": line}
    body = raw.strip()
    if found := re.match(r"\[(toc|header|footer|footnote)\]\s*(.*)", body):
        tag, body = found.groups()
        if tag == "toc":
            draft["kind"] = BlockKind.CONTENTS
        else:
            draft["kind"], draft["part"] = BlockKind.PARAGRAPH, _PARTS[tag]
    elif found := re.match(r"(#+)\s+(.*)", body):
        draft.update(kind=BlockKind.HEADING, level=len(found[1]), heading_by="style")
        body = found[2]
    elif found := re.match(r"(\s*)[-*]\s+(.*)", raw):
        draft.update(kind=BlockKind.LIST_ITEM, level=len(found[1]) // 2)
        body = found[2]
    elif body.startswith("|"):
        cells = tuple(_clean(c.strip()) for c in body.strip("|").split("|"))
        draft.update(kind=BlockKind.TABLE_ROW, cells=cells)
        draft["highlighted"] = tuple(_MARKED.findall(body))
        draft["text"] = " | ".join(c for c in cells if c)
        return draft, True
    else:
        draft["kind"] = BlockKind.PARAGRAPH
    draft["links"] = tuple(Link(m[1], m[2]) for m in _LINK.finditer(body))
    draft["highlighted"] = tuple(_MARKED.findall(body))
    draft["text"] = _clean(body)
    return draft, False


def _clean(text: str) -> str:
    return _MARKED.sub(r"\1", _LINK.sub(r"\1", text))
