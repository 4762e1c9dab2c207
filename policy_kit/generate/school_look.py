"""A school's own look: its colour in place of the layout's, and its logo where the template has room."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from xml.sax.saxutils import quoteattr

from policy_kit.generate.colours import readable, tint
from policy_kit.generate.logo import Logo, read_logo
from policy_kit.generate.package import CONTENT_TYPES, parse, serialise
from policy_kit.generate.wordml import P, R, T, W, text_of, w
from policy_kit.quick import dataclass

if TYPE_CHECKING:
    from lxml import etree

    from policy_kit.profile import Profile

LOGO_MARK = "[[logo]]"
COLOUR, TINT = "1F3864", "E9EFF7"  # the layout's, which a school's take the place of
_RELATIONS = "word/_rels/document.xml.rels"
_WIDEST, _TALLEST = 170.0, 85.0  # of the logo, in points
_POINT = 12_700  # English Metric Units in a point
_COLOURED = re.compile(r"word/(document|styles|(header|footer)\d*)\.xml")
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


@dataclass(frozen=True, slots=True)
class SchoolLook:
    """What a school's policy is dressed in; `colour` is six hexadecimal digits, fit to read, or ''."""

    colour: str = ""
    logo: Logo | None = None
    described: str = ""

    def as_json(self) -> dict[str, Any]:
        """The look as JSON can hold it."""
        logo = self.logo
        picture = [base64.b64encode(logo.data).decode(), logo.kind, logo.width, logo.height] if logo else None
        return {"colour": self.colour, "logo": picture, "described": self.described}

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Self:
        """The look that `as_json` gave."""
        picture = given["logo"]
        logo = Logo(base64.b64decode(picture[0]), *picture[1:]) if picture else None
        return cls(given["colour"], logo, given["described"])


def look_of(profile: Profile) -> SchoolLook:
    """The look that a profile asks for. Raises InvalidProfile if its logo cannot be used."""
    name, colour = profile.fields.get("logo"), str(profile.fields.get("colour") or "")
    logo = None
    if name:
        file = profile.path.rpartition(", row ")[0] or profile.path
        logo = read_logo(Path(file).parent, str(name), profile.path)
    described = profile.fields.get("logo_description") or f"Logo of {profile.fields.get('school_name')}"
    return SchoolLook(readable(colour.removeprefix("#")) if colour else "", logo, str(described))


def told_of(profile: Profile) -> str:
    """What a school should know of its colour: that it was darkened, and to which; '' if it was not."""
    asked = str(profile.fields.get("colour") or "").removeprefix("#").upper()
    if not asked or (used := readable(asked)) == asked:
        return ""
    return (
        f"{profile.path}: colour: #{asked} is too light for words on white, so #{used} is used; text needs a "
        "contrast of 4.5 to 1"
    )


def with_colour(parts: Mapping[str, bytes], colour: str) -> dict[str, bytes]:
    """The parts with the layout's colour and tint changed for the school's."""
    out = dict(parts)
    pairs = ((COLOUR, colour), (TINT, tint(colour)))
    for name in filter(_COLOURED.fullmatch, parts):
        for ours, theirs in pairs:
            out[name] = out[name].replace(f'"{ours}"'.encode(), f'"{theirs}"'.encode())
    return out


def place_logo(root: etree._Element, parts: Mapping[str, bytes], look: SchoolLook) -> dict[str, bytes]:
    """Put the logo where the mark stands, or take the mark out; return the parts with its file."""
    out = dict(parts)
    for mark in _marks(root):
        parent = mark.getparent()
        if parent is None:
            continue
        if look.logo is None:
            parent.remove(mark)
            continue
        for run in mark.findall(w("r")):
            mark.remove(run)
        mark.append(parse(_picture(look.logo, look.described).encode(), "the logo", "logo"))
        out = _with_file(out, look.logo)
    return out


def _marks(root: etree._Element) -> list[etree._Element]:
    """The paragraphs that say where the logo goes; Word may have torn the mark over runs."""
    opened = (text for text in root.iter(T) if "[" in (text.text or ""))
    near = dict.fromkeys(p for text in opened for p in text.iterancestors(P))
    return [paragraph for paragraph in near if text_of(paragraph).strip() == LOGO_MARK]


def _with_file(parts: Mapping[str, bytes], logo: Logo) -> dict[str, bytes]:
    name = f"school-logo.{logo.kind}"
    relation = f'<Relationship Id="rIdLogo" Type="{R}/image" Target="media/{name}"/></Relationships>'
    types = parts[CONTENT_TYPES]
    if f'Extension="{logo.kind}"'.encode() not in types:
        kind = f'<Default Extension="{logo.kind}" ContentType="image/{logo.kind}"/></Types>'
        types = _checked(types.replace(b"</Types>", kind.encode()), CONTENT_TYPES)
    links = parts[_RELATIONS].replace(b"</Relationships>", relation.encode())
    return {**parts, f"word/media/{name}": logo.data, CONTENT_TYPES: types, _RELATIONS: links}


def _checked(xml: bytes, part: str) -> bytes:
    return serialise(parse(xml, "the template", part))


def _picture(logo: Logo, described: str) -> str:
    scale = min(_WIDEST / logo.width, _TALLEST / logo.height)
    size = f'cx="{round(logo.width * scale * _POINT)}" cy="{round(logo.height * scale * _POINT)}"'
    said = f'id="1" name="School logo" descr={quoteattr(described)}'
    return (
        f'<w:r xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:pic="{_PIC}"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {said}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        f'<a:graphicData uri="{_PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr {said}/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
