"""Flowcharts: real shapes that a screen reader is told of, on one page, with the school's names in them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from lxml import etree

from policy_kit.errors import TemplateFault
from policy_kit.generate.package import DOCUMENT, unpack
from policy_kit.generate.policy import make_policy
from tests.generate.making import lines, order, template_from

_NAMES = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
}
_CHART = """# Aims

```flowchart What to do
Tell {{ dsl.name }}
? Is it urgent? => Call 999
Write it down
```

After it.
"""


def _root(folder: Path, clause: str = _CHART) -> etree._Element:
    policy = make_policy(template_from(folder, {"aims-and-scope": clause}), "t.docx", order())
    return etree.fromstring(unpack(policy, "policy")[DOCUMENT])


def test_steps_are_shapes_with_the_schools_names(tmp_path: Path) -> None:
    root = _root(tmp_path)
    said = [
        "".join(str(t) for t in box.itertext()) for box in root.iterfind(".//wps:txbx/w:txbxContent", _NAMES)
    ]
    assert said == ["Tell Mr Owen Pryce", "Is it urgent?", "Yes", "Call 999", "No", "Write it down"]
    kinds = [g.get("prst") for g in root.iterfind(".//a:prstGeom", _NAMES)]
    assert kinds.count("line") == 3
    assert kinds.count("flowChartPreparation") == 1


def test_a_screen_reader_is_told_of_the_chart_and_where_its_words_are(tmp_path: Path) -> None:
    (drawing,) = _root(tmp_path).iterfind(".//wp:docPr", _NAMES)
    assert drawing.get("descr") == "Flowchart: What to do. The same steps are given in words below it."


def test_text_goes_on_after_the_chart(tmp_path: Path) -> None:
    policy = make_policy(template_from(tmp_path, {"aims-and-scope": _CHART}), "t.docx", order())
    assert lines(policy)[-1] == "BodyText: After it."


def test_shapes_stand_on_the_page_and_apart(tmp_path: Path) -> None:
    steps = "\n".join(f"Step {n}: {'words ' * 12}" for n in range(12))
    root = _root(tmp_path, f"# Aims\n\n```flowchart Long\n{steps}\n```\n")
    (extent,) = root.iterfind(".//wp:inline/wp:extent", _NAMES)
    assert int(extent.get("cx", "0")) <= 170 * 36_000  # the text is 170 mm wide
    assert int(extent.get("cy", "0")) <= 240 * 36_000
    boxes = [
        (int(x.find("a:off", _NAMES).get("y")), int(x.find("a:ext", _NAMES).get("cy")))  # type: ignore[union-attr,arg-type]
        for shape in root.iterfind(".//wps:wsp", _NAMES)
        if shape.find("wps:txbx", _NAMES) is not None
        for x in shape.iterfind("wps:spPr/a:xfrm", _NAMES)
    ]
    assert all(y + height < following for (y, height), (following, _) in itertools.pairwise(boxes))


def test_a_longer_step_has_a_taller_box(tmp_path: Path) -> None:
    def heights(text: str) -> list[int]:
        folder = tmp_path / str(len(text))
        folder.mkdir()
        root = _root(folder, f"# Aims\n\n```flowchart T\n{text}\nEnd\n```\n")
        return [int(e.get("cy", "0")) for e in root.iterfind(".//wps:wsp/wps:spPr/a:xfrm/a:ext", _NAMES)]

    assert heights("word " * 40)[0] > heights("word")[0]


@pytest.mark.parametrize(
    ("chart", "says"),
    [
        ("```flowchart\na\nb\n```", "line 2: a flowchart has a title"),
        ("```flowchart {{ school }}\na\nb\n```", "line 2: a flowchart has a title without fields"),
        ("```flowchart T\na\n```", "line 2: a flowchart has 2 to 12 steps, and this has 1"),
        ("```flowchart T\na\nb", "line 2: this flowchart is never closed"),
        ("```flowchart T\na\n? b\n```", "line 4: a question is written"),
        ("```flowchart T\na => b\nc\n```", "line 3: only a question leads aside"),
    ],
)
def test_a_slip_in_a_chart_is_told_with_its_line(chart: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateFault) as told:
        template_from(tmp_path, {"aims-and-scope": f"# Aims\n{chart}\n"})
    assert str(told.value).startswith("aims-and-scope.md, ")
    assert says in str(told.value)
