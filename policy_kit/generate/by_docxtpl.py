"""What a template may ask of docxtpl beyond filling in: table forms, pictures in loops, literal braces.

Few templates do, and each costs a reading of the whole document for every school, so only those parts that
hold such a form take this way. The work is docxtpl's own, and so is the result.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policy_kit.errors import TemplateFault
from policy_kit.generate.package import parse
from policy_kit.generate.tags import CELL_FORMS
from policy_kit.generate.wordml import paragraphs, text_of

if TYPE_CHECKING:
    from lxml import etree

_FORMS = re.compile(rf"\{{%\s*tc\s|\{{%\s*(?:{'|'.join(CELL_FORMS)})\b|\{{_[{{%]|[}}%]_\}}")
_LITERAL = re.compile(r"\{_[{%].*?[}%]_\}")
_LOOP = re.compile(r"\{%\s*(?:p|tr|tc|r)?\s*for\s")
_LOOP_END = re.compile(r"\{%\s*(?:p|tr|tc|r)?\s*endfor\b")
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_PICTURE = 1000  # where docxtpl begins to number pictures


def needs_docxtpl(root: etree._Element) -> bool:
    """Whether a part holds a form that plain filling does not do justice."""
    text = "".join(str(piece) for piece in root.itertext())
    return bool(_FORMS.search(text)) or _repeats_a_picture(root)


def _repeats_a_picture(root: etree._Element) -> bool:
    """Whether a picture stands in a loop, so that its number would come more than once."""
    depth = 0
    for paragraph in paragraphs(root):
        text = text_of(paragraph)
        opened = len(_LOOP.findall(text))
        if (depth or opened) and next(paragraph.iter(_PICTURE), None) is not None:
            return True
        depth += opened - len(_LOOP_END.findall(text))
    return False


def literals(root: etree._Element) -> tuple[str, ...]:
    """The braces that a part asks to have printed as they are: {_{ x }_} gives {{ x }}."""
    text = "".join(str(piece) for piece in root.itertext())
    return tuple(_plainly(found) for found in _LITERAL.findall(text))


def _plainly(text: str) -> str:
    return text.replace("{_{", "{{").replace("}_}", "}}").replace("{_%", "{%").replace("%_}", "%}")


class _Filled:
    """Stands where docxtpl has Jinja fill a part: it has been filled already, within our bounds."""

    def __init__(self, xml: str) -> None:
        self._xml = xml

    def from_string(self, _source: str) -> _Filled:
        return self

    def render(self, _context: object) -> str:
        return self._xml


def finished(xml: str, name: str, part: str, *, body: bool) -> str:
    """A filled part as docxtpl would leave it: tables put right, pictures numbered, braces plain.

    body: whether it is the document's text, whose tables docxtpl looks after. Raises TemplateFault if it is
    not well formed or a table cannot be put right.
    """
    from docxtpl import DocxTemplate
    from lxml import etree

    engine: Any = DocxTemplate(part)
    engine.docx_ids_index = _FIRST_PICTURE
    filled: str = engine.render_xml_part("", None, {}, _Filled(xml))
    if not body:
        return filled
    parse(filled.encode(), name, part)  # docxtpl's own reading passes over what is not well formed
    try:
        tree = engine.fix_tables(filled)
        engine.fix_docpr_ids(tree)
    except (AttributeError, TypeError, ValueError) as error:
        raise TemplateFault(
            f"{name}: a table in which columns are repeated or joined cannot be put right; make it anew in "
            "Word (Insert, Table)"
        ) from error
    return str(etree.tostring(tree, encoding="unicode"))
