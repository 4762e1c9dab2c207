"""The looks of a generated policy, as data: its Word styles, from which the styles part is written."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from policy_kit.generate.fragments import TEXT_WIDTH
from policy_kit.generate.numbering import BULLET_LIST, HEADING_LIST, NUMBER_LIST
from policy_kit.generate.school_look import COLOUR
from policy_kit.generate.school_look import TINT as TINT_OF_COLOUR
from policy_kit.generate.wordml import W
from policy_kit.quick import dataclass

FONT = "Arial"
NAVY, TINT = COLOUR, TINT_OF_COLOUR
GREY, RULE, WHITE = "595959", "A6A6A6", "FFFFFF"


@dataclass(frozen=True, slots=True)
class Look:
    """One paragraph style; sizes and spaces in points."""

    name: str
    base: str = "Normal"
    then: str = ""
    size: float = 0
    bold: bool = False
    colour: str = ""
    before: float | None = None
    after: float | None = None
    properties: tuple[str, ...] = ()
    keeps: bool = False  # stays with the next paragraph and is not split


def _numbered(list_id: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def _tabs(*stops: tuple[str, int]) -> str:
    return "<w:tabs>" + "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in stops) + "</w:tabs>"


def _line(side: str, size: int, space: int, colour: str) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/></w:pBdr>'


_SHADED = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
_NOT_NUMBERED = (
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
    '<w:ind w:left="0" w:firstLine="0"/>',
)
_FILLED = f'<w:shd w:val="clear" w:color="auto" w:fill="{NAVY}"/>'
_BANNER = (
    "<w:pBdr>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="48" w:space="{space}" w:color="{NAVY}"/>'
        for side, space in (("top", 22), ("left", 14), ("bottom", 24), ("right", 14))
    )
    + "</w:pBdr>"
)
_INSET_FAR = '<w:ind w:left="397" w:right="397"/>'
_BOX = (
    f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{TINT}"/>'
    f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{NAVY}"/>'
    f'<w:bottom w:val="single" w:sz="4" w:space="4" w:color="{TINT}"/></w:pBdr>'
)
_INSET = '<w:ind w:left="227"/>'
_NEW_PAGE = "<w:pageBreakBefore/>"
_CLOSE = '<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>'
_TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_FOOT_LINE = _line("top", 4, 6, RULE)
_MARGIN_TABS = _tabs(("right", TEXT_WIDTH))
_LEADER = f'<w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/>'
_CONTENTS_1 = (
    f'<w:tabs><w:tab w:val="left" w:pos="567"/>{_LEADER}</w:tabs>',
    '<w:ind w:left="567" w:hanging="567"/>',
)
_CONTENTS_2 = (f"<w:tabs>{_LEADER}</w:tabs>", '<w:ind w:left="567"/>')


def _heading(level: int, size: float, colour: str, before: float, after: float) -> Look:
    number = (_numbered(HEADING_LIST, level - 1), _outline(level - 1))
    name = f"heading {level}"
    return Look(name, "Normal", "BodyText", size, True, colour, before, after, number, keeps=True)


def _list_looks() -> dict[str, Look]:
    looks = {}
    for kind, list_id in (("Bullet", BULLET_LIST), ("Number", NUMBER_LIST)):
        for depth in range(3):
            nth = str(depth + 1) if depth else ""
            properties = (_numbered(list_id, depth),)
            looks[f"List{kind}{nth}"] = Look(f"List {kind} {nth}".strip(), after=3, properties=properties)
    return looks


# The school's name on the cover, above the title and part of it: smaller and lighter.
COVER_SCHOOL = '<w:b w:val="0"/><w:sz w:val="36"/><w:szCs w:val="36"/>'

LOOKS: dict[str, Look] = {
    "BodyText": Look("Body Text"),
    "CoverLogo": Look("Cover Logo", before=24, after=0),
    "Title": Look("Title", "Normal", "Subtitle", 34, True, WHITE, 130, 40, (_BANNER, _FILLED, _INSET_FAR)),
    "Subtitle": Look("Subtitle", size=16, colour=NAVY, after=8),
    "CoverNote": Look("Cover Note", size=12, colour=GREY, after=4),
    "Heading1": _heading(1, 16, NAVY, 22, 6),
    "Heading2": _heading(2, 13, NAVY, 14, 4),
    "Heading3": _heading(3, 11, GREY, 10, 3),
    "AppendixHeading": Look(
        "Appendix Heading", "Heading2", "BodyText", 15, True, NAVY, 0, 8,
        (_NEW_PAGE, *_NOT_NUMBERED, _outline(1)), keeps=True,
    ),
    "AppendixSubheading": Look(
        "Appendix Subheading", "Heading3", "BodyText", properties=(*_NOT_NUMBERED, _outline(2)), keeps=True
    ),
    "ContentsHeading": Look("Contents Heading", size=16, bold=True, colour=NAVY, after=8, keeps=True),
    "TOC1": Look("toc 1", size=9.5, properties=(_CLOSE, *_CONTENTS_1)),
    "TOC2": Look("toc 2", size=9.5, properties=(_CLOSE, *_CONTENTS_2)),
    **_list_looks(),
    "Callout": Look(
        "Callout", before=6, after=8,
        properties=("<w:keepLines/>", _BOX, _SHADED, _INSET),
    ),
    "TableText": Look("Table Text", size=10, before=2, after=2),
    "TableHeading": Look("Table Heading", "TableText", bold=True, colour=NAVY, keeps=True),
    "TableGap": Look("Table Gap", size=4, after=0),
    "PictureText": Look("Picture Text", "TableText", size=15, before=6, after=6),
    "FlowchartText": Look("Flowchart Text", size=9.5, after=0, properties=(_TIGHT, '<w:jc w:val="center"/>')),
    "Header": Look("header", size=9, colour=GREY, after=0, properties=(_MARGIN_TABS,)),
    "Footer": Look("footer", size=9, colour=GREY, after=0, properties=(_MARGIN_TABS, _FOOT_LINE)),
    "TemplateTag": Look("Template Tag", size=8, colour="767676", after=0),
}  # fmt: skip

_BUILT_IN = re.compile(r"Body Text|Title|Subtitle|header|footer|heading \d|toc \d|List (Bullet|Number).*")
_ORDER = (
    "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs", "spacing",
    "ind", "jc", "outlineLvl",
)  # fmt: skip

_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" '
    f'w:cs="{FONT}"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" '
    'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="120" '
    'w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
_FIXED = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    "<w:semiHidden/></w:style>"
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>'
    '<w:color w:val="0B5394"/><w:u w:val="single"/></w:rPr></w:style>'
)


def _table_style() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for s in sides)
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr>'
    parts = "".join(
        f'<w:tblStylePr w:type="{part}">{shade}</w:tblStylePr>' for part in ("firstRow", "firstCol")
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="PolicyTable"><w:name w:val="Policy Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f"{parts}</w:style>"
    )


def styles_xml() -> str:
    """The styles part: defaults in British English, then every look."""
    styles = "".join(_style(style_id, look) for style_id, look in LOOKS.items())
    return f'<w:styles xmlns:w="{W}">{_DEFAULTS}{_FIXED}{styles}{_table_style()}</w:styles>'


def _style(style_id: str, look: Look) -> str:
    custom = "" if _BUILT_IN.fullmatch(look.name) else ' w:customStyle="1"'
    then = f'<w:next w:val="{look.then}"/>' if look.then else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id}"><w:name w:val={quoteattr(look.name)}/>'
        f'<w:basedOn w:val="{look.base}"/>{then}<w:qFormat/>'
        f"<w:pPr>{_paragraph_look(look)}</w:pPr><w:rPr>{_run_look(look)}</w:rPr></w:style>"
    )


def _paragraph_look(look: Look) -> str:
    keeps = ("<w:keepNext/>", "<w:keepLines/>") if look.keeps else ()
    sides = (("before", look.before), ("after", look.after))
    spaces = "".join(f' w:{side}="{round(points * 20)}"' for side, points in sides if points is not None)
    spacing = (f"<w:spacing{spaces}/>",) if spaces else ()
    found = {_element(part): part for part in (*keeps, *spacing, *look.properties)}
    return "".join(found[name] for name in _ORDER if name in found)


def _element(xml: str) -> str:
    """The name of the element that a piece of XML begins with: `<w:spacing …/>` gives spacing."""
    return str(re.findall(r"<w:(\w+)", xml)[0])


def _run_look(look: Look) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    colour = f'<w:color w:val="{look.colour}"/>' if look.colour else ""
    half_points = round(look.size * 2)
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if look.size else ""
    return bold + colour + size
