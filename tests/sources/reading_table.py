"""Makes the tables of docs/reading.md: what is read of each format, found by reading a sample of each kind.

A format joins with a module of samples, named in FORMATS. `python -m tests.sources.reading_table` writes the
tables anew; a test holds the page to them.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from policy_kit.model import BlockKind, Document
from policy_kit.sources import read

NO_SUCH_THING = Path(__file__).with_name("no_such_thing.yaml")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "reading.md"
FORMATS = (  # column title, module with samples() -> Iterable[Sample]
    ("Word", "tests.sources.docx.samples"),
    ("ODT", "tests.sources.odt.samples"),
    ("PDF", "tests.sources.pdf.samples"),
    ("web page", "tests.sources.html.samples"),
    ("Markdown", "tests.sources.markdown.samples"),
    ("text", "tests.sources.text.samples"),
)
GROUPS = (
    ("heading", "Headings"),
    ("text", "Text"),
    ("left out", "Left out, because it is not the policy's text"),
    ("reported", "Reported as not read"),
)
_BEGIN = "<!-- made by tests/sources/reading_table.py -->"
_END = "<!-- end of what is made -->"


@dataclass(frozen=True)
class Sample:
    """One small file of a format that holds one kind of thing.

    kind: the row of the table; group: one of GROUPS; words: those to look for (of a heading, its text);
    file: its name and bytes.
    """

    kind: str
    group: str
    words: str
    file: tuple[str, bytes]


def outcome(sample: Sample, document: Document) -> str:
    """What became of a sample's words."""
    found = [b for b in document.blocks if sample.words in b.display]
    if sample.group == "left out":
        return "taken for text" if found else "left out"
    if sample.group == "reported":
        return "reported" if document.not_checked else "lost"
    if sample.group == "heading":
        headings = [b for b in found if b.is_heading]
        if len(headings) == 1:
            return "heading, by its look" if headings[0].heading_by == "look" else "heading"
        return "heading, twice" if headings else "as text" if found else _lost(document)
    if any(sample.words in comment.text for comment in document.comments):
        return "told apart"
    if any(sample.words in words for block in document.blocks for words in block.highlighted):
        return "told apart"
    if any(sample.words in value for _, value in document.properties):
        return "read"
    if not found:
        return _lost(document)
    return "told apart" if found[0].kind is BlockKind.CONTENTS else "read"


def _lost(document: Document) -> str:
    return "reported" if document.not_checked else "lost"


@lru_cache(maxsize=1)
def outcomes() -> dict[tuple[str, str], dict[str, str]]:
    """For each group and kind, each format's outcome."""
    table: dict[tuple[str, str], dict[str, str]] = {}
    with TemporaryDirectory() as folder:
        for title, module in FORMATS:
            samples: Iterable[Sample] = importlib.import_module(module).samples()
            for sample in samples:
                path = Path(folder) / sample.file[0]
                path.write_bytes(sample.file[1])
                table.setdefault((sample.group, sample.kind), {})[title] = outcome(sample, read(path))
    return table


def tables() -> str:
    """The tables as Markdown."""
    found = outcomes()
    titles = [title for title, _ in FORMATS]
    out = []
    for group, heading in GROUPS:
        rows = [(kind, cells) for (g, kind), cells in found.items() if g == group]
        if rows:
            out.append(f"### {heading}\n")
            out.append(f"| | {' | '.join(titles)} |\n|---|{'---|' * len(titles)}")
            out.extend(
                f"| {kind} | {' | '.join(cells.get(t, '–') for t in titles)} |" for kind, cells in rows
            )
            out.append("")
    return "\n".join(out)


def page_with(made: str, page: str) -> str:
    """The page with what stands between its marks replaced."""
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}\n\n{made}\n{_END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page_with(tables(), PAGE.read_text(encoding="utf-8")), encoding="utf-8")
