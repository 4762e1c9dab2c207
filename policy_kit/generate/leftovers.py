"""Refuses what no filling could make right: tracked changes, macros, and tags where nothing is filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from xml.sax.saxutils import unescape

from policy_kit.errors import TemplateFault
from policy_kit.generate.package import DOCUMENT, parse
from policy_kit.generate.places import part_name
from policy_kit.generate.wordml import W, w

_TAG = re.compile(r"\{\{.{0,60}|\{%.{0,60}|\{#.{0,60}")
_MARKUP = re.compile(r"<[^>]*>")
_FILLED_DATA = re.compile(r"docProps/\w+\.xml|customXml/item\d+\.xml")
_REVISIONS = tuple(
    w(name)
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "tblGridChange", "tblPrExChange", "numberingChange",
        "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def refuse_unfillable(parts: Mapping[str, bytes], name: str, fillable: Callable[[str], bool]) -> None:
    """Raise TemplateFault, with the place and the mend, for what must be put right in Word first."""
    if _STRICT in parts[DOCUMENT][:4000]:
        raise TemplateFault(f"{name}: it is saved as Strict Open XML; save it as “Word Document (.docx)”")
    if W.encode() not in parts[DOCUMENT]:
        raise TemplateFault(
            f"{name}: the text of this Word file is damaged; open it in Word and save it again"
        )
    if any(part.endswith("vbaProject.bin") for part in parts):
        raise TemplateFault(
            f"{name}: it holds macros; save it in Word as “Word Document (.docx)”, without them"
        )
    for part in sorted(parts):
        if not part.startswith("word/") or not part.endswith(".xml"):
            continue
        if part.count("/") == 1 and (count := _revisions(parts[part], name, part)):
            raise TemplateFault(
                f"{name}: {count} tracked changes are left in {_whole(part)}; accept or reject them in Word "
                "(Review, Accept All Changes) and save it again"
            )
        if not fillable(part) and (tag := _first_tag(parts[part])):
            raise TemplateFault(
                f"{name}: {part_name(part)} holds the tag {tag}, which is not filled in there; "
                "move it to the text"
            )


def _whole(part: str) -> str:
    return "the text" if part == DOCUMENT else part_name(part)


def _revisions(xml: bytes, name: str, part: str) -> int:
    if W.encode() not in xml:
        return 0
    return sum(1 for _ in parse(xml, name, part).iter(*_REVISIONS))


def _first_tag(xml: bytes) -> str:
    if b"{" not in xml:
        return ""
    text = unescape(_MARKUP.sub("", xml.decode("utf-8", "replace")))
    found = _TAG.search(text)
    return found[0].split("}")[0] + "…" if found else ""


def refuse_leftovers(parts: Mapping[str, bytes], values: object, name: str) -> None:
    """Raise TemplateFault if a tag is left in any part; braces that a value brought along are no tag."""
    own = sorted({text for text in _texts(values) if _TAG.search(text)}, key=len, reverse=True)
    for part in sorted(parts):
        if not part.endswith((".xml", ".rels")) or b"{" not in parts[part]:
            continue
        text = unescape(_MARKUP.sub("", parts[part].decode("utf-8", "replace")), {"&#34;": '"', "&#39;": "'"})
        for value in own:
            text = text.replace(value, "")
        if found := _TAG.search(text):
            raise TemplateFault(
                f"{name}: {part_name(part)}: the tag {found[0]}… was not filled in; "
                "type it again in Word in one go"
            )


def _texts(values: object) -> Iterator[str]:
    if isinstance(values, str):
        yield values
    elif isinstance(values, Mapping):
        for value in values.values():
            yield from _texts(value)
    elif isinstance(values, list):
        for value in values:
            yield from _texts(value)
