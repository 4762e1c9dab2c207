"""Refuses what no filling could make right: tracked changes, macros, and tags where nothing is filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote
from xml.sax.saxutils import unescape

from policy_kit.errors import TemplateFault
from policy_kit.generate.issues import TemplateIssue
from policy_kit.generate.package import DOCUMENT, parse
from policy_kit.generate.places import part_name, place_of, places
from policy_kit.generate.styles import styles_of
from policy_kit.generate.wordml import W, paragraphs, text_of, w

_TAG = re.compile(r"\{\{.{0,60}|\{%.{0,60}|\{#.{0,60}")
_MARKUP = re.compile(r"<[^>]*>")
_REVISIONS = tuple(
    w(name)
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "tblGridChange", "tblPrExChange", "numberingChange",
        "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_ADDRESS = re.compile(r'Target="([^"]*)"')
WHOLE_FILE = "the whole file"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def refuse_unfillable(parts: Mapping[str, bytes], name: str, fillable: Callable[[str], bool]) -> None:
    """Raise TemplateFault, with the place and the mend, for what must be put right in Word first."""
    for issue in unfillable(parts, name, fillable):
        where = "" if issue.place == WHOLE_FILE else f"{issue.place}: "
        raise TemplateFault(f"{name}: {where}{issue.message}")


def unfillable(
    parts: Mapping[str, bytes], name: str, fillable: Callable[[str], bool]
) -> Iterator[TemplateIssue]:
    """Everything that must be put right in Word first, each with its place and the mend."""
    if _STRICT in parts[DOCUMENT][:4000]:
        yield TemplateIssue(WHOLE_FILE, "it is saved as Strict Open XML; save it as “Word Document (.docx)”")
        return
    if W.encode() not in parts[DOCUMENT]:
        yield TemplateIssue(
            WHOLE_FILE, "the text of this Word file is damaged; open it in Word and save it again"
        )
        return
    if any(part.endswith("vbaProject.bin") for part in parts):
        yield TemplateIssue(
            WHOLE_FILE, "it holds macros; save it in Word as “Word Document (.docx)”, without them"
        )
    for part in sorted(parts):
        if part.startswith("word/") and part.endswith(".xml"):
            yield from _revisions(parts, part, name)
            if not fillable(part):
                yield from _stray_tags(parts, part, name)
        elif part.endswith(".rels"):
            yield from _tags_in_addresses(parts[part])


def _revisions(parts: Mapping[str, bytes], part: str, name: str) -> Iterator[TemplateIssue]:
    """Tracked changes of a part: what is taken out would still be filled, and both would be printed."""
    if part.count("/") != 1 or W.encode() not in parts[part]:
        return
    root = parse(parts[part], name, part)
    found = list(root.iter(*_REVISIONS))
    if found:
        whole = "the text" if part == DOCUMENT else part_name(part)
        yield TemplateIssue(
            place_of(found[0], root, part, styles_of(parts, name).levels),
            f"{len(found)} tracked changes are left in {whole}; accept or reject them in Word (Review, "
            "Accept All Changes) and save it again",
        )


def _stray_tags(parts: Mapping[str, bytes], part: str, name: str) -> Iterator[TemplateIssue]:
    if not (tag := _first_tag(parts[part])):
        return
    place = part_name(part)
    if part.count("/") == 1 and W.encode() in parts[part]:
        root = parse(parts[part], name, part)
        where = zip(places(root, part, {}), paragraphs(root), strict=True)
        place = next((at.words for at, p in where if _TAG.search(text_of(p))), place)
    yield TemplateIssue(
        place, f"{part_name(part)} holds the tag {tag}, which is not filled in there; move it to the text"
    )


def _tags_in_addresses(relations: bytes) -> Iterator[TemplateIssue]:
    """Word writes {{ website }} in a link's address as %7B%7B%20website%20%7D%7D, which nothing fills in."""
    for address in _ADDRESS.findall(relations.decode("utf-8", "replace")):
        if _TAG.search(unquote(unescape(address))):
            yield TemplateIssue(
                "a link",
                f"its address “{unquote(unescape(address))}” holds a tag, which is not filled in there; "
                "write the address as text, or link to an address that is the same for every school",
            )


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
