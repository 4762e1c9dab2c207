"""Sets aside the paragraphs that hold nothing but runs of words, before a part is parsed.

They are most of a policy, and Word may split their words into runs of two or three, each with a look of its
own: a tree of all that takes most of a reader's time and memory. A pattern over the markup gets the same at a
fraction of the cost. What the pattern does not cover to the letter stays in the tree, with its every fault.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from policy_kit.regexes import regex
from policy_kit.sources import limits
from policy_kit.sources.docx.marks import PLAIN, Marks, Run, read_marks
from policy_kit.sources.docx.names import W
from policy_kit.sources.docx.said import NOTHING, Said, read_said

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policy_kit.sources.docx.styles import Style, Styles

PLACE = "plain"  # the attribute by which what stands in for a paragraph names it
_ROOT = regex(r'(?:<\?xml [^<>]*\?>)?\s*<w:document((?:\s+[\w:.-]+="[^"<>]*")*)\s*>')
_NAMESPACE = regex(r'xmlns:\w+="[^"<>]*"')
_ATTRIBUTES = r'(?: (?!xmlns)[\w:]+="[^"<>&\x00-\x1f]*")*'
_BESIDE = rf"(?:<w:(?:proofErr|bookmarkStart|bookmarkEnd){_ATTRIBUTES}/>)*"
_BEGINS = ("<w:p>", "<w:p ")
_START = regex(rf"<w:p{_ATTRIBUTES}>(?:<w:pPr>(.*?)</w:pPr>)?{_BESIDE}")
_TEXT = r"[^<&\x00-\x08\x0b-\x1f\ufffe\uffff]*"
_RUNS = regex(
    rf"<w:r{_ATTRIBUTES}>(?:<w:rPr>((?:<[^<>/]+/>)*)</w:rPr>)?"
    rf'<w:t(?: xml:space="preserve")?>({_TEXT})</w:t></w:r>{_BESIDE}|(?s:(.+))'
)
_END = "</w:p>"
_WALKED = ("<w:sectPr", "<w:pageBreakBefore", "Change")  # in a w:pPr: what the tree is asked for as a whole
_KEPT = 256  # ways of a paragraph or a run; a file with more is left to the tree

Words = tuple[str, str, int]
"""Runs of one look, one after the other: the markup of the look, the text, and how many characters stand in
runs that are not only space."""


class Plain:
    """The paragraphs of one part that were set aside."""

    def __init__(self, declared: str) -> None:
        self._declared = declared
        self._paragraphs: list[tuple[Said, list[Words]]] = []
        self._said: dict[str, Said | None] = {"": NOTHING}
        self._marks: dict[str, tuple[Marks, str | None, bool]] = {"": (PLAIN, None, False)}
        self._looks: dict[str, dict[str, Run]] = {}

    def __len__(self) -> int:
        return len(self._paragraphs)

    def read(self, paragraph: _Element) -> tuple[Said, list[Words]] | None:
        """What a paragraph says of itself and its words, or None if it was left to the tree."""
        place = paragraph.get(PLACE)
        return None if place is None else self._paragraphs[int(place)]

    def look(self, look: str, style: Style, styles: Styles) -> Run:
        """How a run looks in a paragraph of a style."""
        looks = self._looks.setdefault(style.id, {})
        if look not in looks:
            marks, style_id, highlighted = self._marks[look]
            looks[look] = Run(styles.run(style.format, style_id, marks), highlighted)
        return looks[look]

    def set_aside(self, markup: str) -> str:
        """The markup with an empty paragraph in place of each that is plain."""
        kept: list[str] = []
        *pieces, rest = markup.split(_END)
        for piece in pieces:  # up to a paragraph's end, which is the end of the last one that begins in it
            at = 0 if piece.startswith(_BEGINS) else max(map(piece.rfind, _BEGINS))
            few = len(self._paragraphs) < limits.MAX_BLOCKS  # a file with more is refused, as the tree tells
            paragraph = self._plain(piece, at) if at >= 0 and few else None
            if paragraph is None:
                kept += (piece, _END)
            else:
                kept += (piece[:at], f'<w:p {PLACE}="{len(self._paragraphs)}"/>')
                self._paragraphs.append(paragraph)
        return "".join((*kept, rest))

    def _plain(self, piece: str, at: int) -> tuple[Said, list[Words]] | None:
        """The paragraph that begins at a place and is the rest of the piece, if it is plain."""
        start = _START.match(piece, at)
        said = self._said_by(start[1] or "") if start else None
        if start is None or said is None:
            return None
        runs = _RUNS.findall(piece, start.end())
        if not runs:
            return said, []
        look, text, other = runs[-1]
        if other or not self._known(look):
            return None
        if len(runs) == 1:
            return said, [(look, text, 0 if text.isspace() else len(text))]
        words = [_joined(look, list(alike)) for look, alike in groupby(runs, itemgetter(0))]
        return (said, words) if all(self._known(look) for look, _, _ in words) else None

    def _said_by(self, properties: str) -> Said | None:
        """What a w:pPr says, by its markup; None if it is left to the tree."""
        if properties not in self._said:
            if len(self._said) > _KEPT:
                return None
            walked = any(sign in properties for sign in _WALKED)
            node = None if walked else self._parsed("pPr", properties)
            self._said[properties] = None if node is None else read_said(node)
        return self._said[properties]

    def _known(self, look: str) -> bool:
        """Whether a w:rPr can be told by its markup."""
        if look in self._marks:
            return True
        node = self._parsed("rPr", look) if len(self._marks) <= _KEPT else None
        if node is None:
            return False
        marks, style_id, highlighted, changed = read_marks(node)
        if not changed:
            self._marks[look] = (marks, style_id, highlighted)
        return not changed

    def _parsed(self, name: str, inside: str) -> _Element | None:
        from lxml import etree

        try:
            return etree.fromstring(f"<w:{name} {self._declared}>{inside}</w:{name}>")
        except etree.XMLSyntaxError:
            return None  # the whole part is parsed next, and tells it


def _joined(look: str, runs: list[tuple[str, str, str]]) -> Words:
    texts = [text for _, text, _ in runs]
    return look, "".join(texts), sum(len(text) for text in texts if not text.isspace())


def without_plain(data: bytes) -> tuple[bytes, Plain | None]:
    """The main part's XML without its plain paragraphs, and these; as it was, and None, if it is unusual.

    Usual is: UTF-8, the prefix w declared once and at the root, no comment and no CDATA. Then what looks
    like a paragraph in the markup is one.
    """
    try:
        markup = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, None
    root = _ROOT.match(markup)
    if root is None or f'xmlns:w="{W[1:-1]}"' not in root[1]:
        return data, None
    plain = Plain(" ".join(_NAMESPACE.findall(root[1])))
    rest = plain.set_aside(markup)
    # Asked of the rest, which is short: a plain paragraph has none of these.
    unusual = "<!" in rest or "<?" in rest[2:] or rest.count("xmlns:w=") != 1
    if unusual or rest.count(f' {PLACE}="') != len(plain):
        return data, None
    return rest.encode("utf-8"), plain
