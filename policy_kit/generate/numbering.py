"""The numbering of a generated policy: headings 1, 1.1, 1.1.1, bullets, and numbered lists."""

from __future__ import annotations

from policy_kit.generate.wordml import W

HEADING_LIST, BULLET_LIST, NUMBER_LIST = 1, 2, 3
FIRST_CLAUSE_LIST = 1001  # Word gives its own lists low numbers
_STEP = 397  # 0.7 cm, in twentieths of a point
_LEVELS = {
    HEADING_LIST: (("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")),
    BULLET_LIST: (("bullet", "\u2022"), ("bullet", "\u2013"), ("bullet", "\u25aa")),
    NUMBER_LIST: (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3)")),
}
_STYLES = {
    HEADING_LIST: ("Heading1", "Heading2", "Heading3"),
    BULLET_LIST: ("ListBullet", "ListBullet2", "ListBullet3"),
    NUMBER_LIST: ("ListNumber", "ListNumber2", "ListNumber3"),
}
_HEADING_INDENT = 794  # 1.4 cm: room for 33.10 in the heading's size


def numbering_xml() -> str:
    """The numbering part of the layout: one list for headings, one for bullets, one for numbered lists."""
    kinds = "".join(_abstract(list_id) for list_id in _LEVELS)
    lists = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in _LEVELS)
    return f'<w:numbering xmlns:w="{W}">{kinds}{lists}</w:numbering>'


def _abstract(list_id: int) -> str:
    levels = []
    for level, (kind, text) in enumerate(_LEVELS[list_id]):
        left, hanging = _STEP * (level + 1), _STEP
        if list_id == HEADING_LIST:
            left = hanging = _HEADING_INDENT
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:pStyle w:val="{_STYLES[list_id][level]}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        )
    inside = f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}'
    return f'<w:abstractNum w:abstractNumId="{list_id}">{inside}</w:abstractNum>'


def list_instance(list_id: int, kind: int) -> str:
    """One numbered list of the policy, counting from 1 (a, i) whatever lists stand before it."""
    anew = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(3)
    )
    return f'<w:num xmlns:w="{W}" w:numId="{list_id}"><w:abstractNumId w:val="{kind}"/>{anew}</w:num>'
