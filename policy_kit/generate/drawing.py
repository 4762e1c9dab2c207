"""Draws a flowchart as Word shapes: one group in the line of the text, described for a screen reader."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from xml.sax.saxutils import quoteattr

from policy_kit.generate.flowchart import Flowchart, Step
from policy_kit.generate.fragments import paragraph
from policy_kit.quick import dataclass

POINT = 12_700  # English Metric Units, in which drawings are measured
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WIDTH = 480.0  # of the text, in points
_SPINE, _ASIDE, _BETWEEN = 268.0, 156.0, 56.0
_ARROW, _LINE, _PADDING, _LEAST = 15.0, 12.0, 10.0, 24.0
_LETTER = 5.2  # the width of a letter at the size of the text, on the wide side
_INSIDE = 16.0  # what a box keeps free to the left and right of its text
_POINTED = 44.0  # and what the points of a question take
_FILLED_IN = 22  # letters that a field's value usually has

_BELOW = '<w:spacing w:after="200"/>'

Writer = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle on the drawing, in points."""

    x: float
    y: float
    width: float
    height: float


def draw(chart: Flowchart, runs: Writer, number: int) -> str:
    """The paragraph that holds the chart. `runs` writes text with its fields; `number` is its identity."""
    shapes = _Shapes(runs)
    y = 0.0
    for position, step in enumerate(chart.steps):
        height = _height(step)
        shapes.step(step, _Box(0, y, _SPINE, height), ends=position in (0, len(chart.steps) - 1))
        y += height
        if position + 1 < len(chart.steps):
            shapes.arrow(_Box(_SPINE / 2, y, 0, _ARROW))
            if step.aside:
                shapes.label("No", _Box(_SPINE / 2 + 4, y, 30, _ARROW))
            y += _ARROW
    return paragraph("FlowchartText", f"<w:r>{_group(chart.title, shapes.written, y, number)}</w:r>", _BELOW)


def _height(step: Step) -> float:
    pointed = _POINTED if step.aside else _INSIDE
    lines = max(_lines(step.text, _SPINE - pointed), _lines(step.aside, _ASIDE - _INSIDE))
    return max(lines * _LINE + _PADDING, _LEAST)


def _lines(text: str, width: float) -> int:
    letters = len("".join(_spelt_out(text)))
    return math.ceil(letters * _LETTER / width)


def _spelt_out(text: str) -> Iterator[str]:
    """The text with each field as long as its value is likely to be."""
    for piece in text.split("{{"):
        _tag, closed, rest = piece.partition("}}")
        yield "x" * _FILLED_IN + rest if closed else piece


class _Shapes:
    """Writes shapes one after another, each with an identity of its own."""

    def __init__(self, runs: Writer) -> None:
        self._runs = runs
        self._count = 0
        self.written = ""

    def step(self, step: Step, box: _Box, *, ends: bool) -> None:
        kind = "flowChartPreparation" if step.aside else "roundRect" if ends else "rect"
        self._text(step.text, box, kind, "filled" if ends else "tinted" if step.aside else "plain")
        if step.aside:
            middle = box.y + box.height / 2
            self.arrow(_Box(_SPINE, middle, _BETWEEN, 0))
            self.label("Yes", _Box(_SPINE + 6, middle - _LINE - 3, 34, _LINE + 3))
            self._text(step.aside, _Box(_SPINE + _BETWEEN, box.y, _ASIDE, box.height), "rect", "plain")

    def arrow(self, box: _Box) -> None:
        line = f'<a:ln w="12700">{_fill("595959")}<a:tailEnd type="triangle"/></a:ln>'
        self._shape("<wps:cNvCnPr/>", box, "line", line, "<wps:bodyPr/>")

    def label(self, text: str, box: _Box) -> None:
        inside = _text_box(paragraph("FlowchartText", self._runs(text)))
        self._shape("<wps:cNvSpPr/>", box, "rect", "<a:noFill/><a:ln><a:noFill/></a:ln>", inside)

    def _text(self, text: str, box: _Box, kind: str, look: str) -> None:
        words = f"**{text}**" if look == "filled" else text
        inside = _text_box(paragraph("FlowchartText", self._runs(words)))
        self._shape("<wps:cNvSpPr/>", box, kind, _LOOKS[look], inside)

    def _shape(self, of: str, box: _Box, kind: str, look: str, inside: str) -> None:
        self._count += 1
        self.written += (
            f'<wps:wsp><wps:cNvPr id="{self._count}" name="Shape {self._count}"/>{of}<wps:spPr>'
            f'<a:xfrm><a:off x="{_emu(box.x)}" y="{_emu(box.y)}"/>'
            f'<a:ext cx="{_emu(box.width)}" cy="{_emu(box.height)}"/></a:xfrm>'
            f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{look}</wps:spPr>{inside}</wps:wsp>'
        )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _outlined(fill: str) -> str:
    return f'{_fill(fill)}<a:ln w="12700">{_fill("1F3864")}</a:ln>'


# In the layout's own colour and tint, so that they change with the school's.
_LOOKS = {"plain": _outlined("FFFFFF"), "tinted": _outlined("E9EFF7"), "filled": _outlined("E9EFF7")}


def _text_box(content: str) -> str:
    return (
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="square" lIns="50800" tIns="25400" rIns="50800" bIns="25400" anchor="ctr"/>'
    )


def _group(title: str, shapes: str, height: float, number: int) -> str:
    """The group; `mc:Choice` is how Word itself marks a drawing that Word 2007 could not show."""
    size = f'cx="{_emu(_WIDTH)}" cy="{_emu(height)}"'
    said = quoteattr(f"Flowchart: {title}. The same steps are given in words below it.")
    return (
        f'<mc:AlternateContent xmlns:mc="{_MC}" xmlns:wpg="{_WPG}" xmlns:wps="{_WPS}" xmlns:wp="{_WP}" '
        f'xmlns:a="{_A}"><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {size}/><wp:effectExtent l="12700" t="12700" r="12700" b="12700"/>'
        f'<wp:docPr id="{number}" name="Flowchart {number}" descr={said}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_WPG}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm></wpg:grpSpPr>'
        f"{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        "</mc:AlternateContent>"
    )


def _emu(points: float) -> int:
    return round(points * POINT)
