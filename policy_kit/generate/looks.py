"""What can be wrong with a template's looks: styles that are not there, pictures nobody describes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from policy_kit.generate.issues import TemplateIssue
from policy_kit.generate.package import parse
from policy_kit.generate.places import places
from policy_kit.generate.styles import styles_of
from policy_kit.generate.wordml import paragraphs, style_of

_PARTS = re.compile(r"word/(document|(header|footer)\d*)\.xml")
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def look_issues(parts: Mapping[str, bytes], name: str) -> Iterator[TemplateIssue]:
    """Paragraphs in a style the file does not have, and pictures without alternative text."""
    styles = styles_of(parts, name)
    for part in sorted(parts):
        if not _PARTS.fullmatch(part):
            continue
        root = parse(parts[part], name, part)
        for place, paragraph in zip(places(root, part, styles.levels), paragraphs(root), strict=True):
            style = style_of(paragraph)
            if style and styles.ids and style not in styles.ids:
                yield TemplateIssue(
                    place.words, f"its style “{style}” is not in this file; give it another in Word"
                )
            for picture in paragraph.iter(_PICTURE):
                decorative = next(picture.iter(_DECORATIVE), None)
                if not picture.get("descr") and (decorative is None or decorative.get("val") != "1"):
                    yield TemplateIssue(
                        place.words,
                        "a picture has no alternative text, so a screen reader says nothing of it; "
                        "right-click it in Word and choose View Alt Text",
                    )
