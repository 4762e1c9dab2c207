"""Feeds broken files to the readers, led by which lines of them each file reaches.

`make fuzz` runs it on every format for a minute; `python -m tests.fuzz.readers pdf -max_total_time=3600` on
one for an hour. What makes a reader fail is written to the folder as crash-… and told with its traceback.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["policy_kit"]):
    from policy_kit.errors import UnreadableFile
    from policy_kit.sources import assembling
    from policy_kit.sources.docx.reading import read_whole as read_docx
    from policy_kit.sources.html.reading import read_whole as read_html
    from policy_kit.sources.kinds import kind_of
    from policy_kit.sources.markdown import read_markdown
    from policy_kit.sources.odt.reading import read_whole as read_odt
    from policy_kit.sources.pdf.reading import read_whole as read_pdf
    from policy_kit.sources.text import read_text

from tests.sources.seeds import seed
from tests.sources.zip_parts import packed, unpacked

READERS = {
    "docx": read_docx, "odt": read_odt, "pdf": read_pdf, "html": read_html, "markdown": read_markdown,
    "text": read_text,
}  # fmt: skip
ZIPPED = ("docx", "odt")


def target(name: str, data: bytes) -> None:
    """Read one input: a file, or for zipped formats the parts of one, which are packed here."""
    path = Path(f"policy.{name}")
    whole = packed(data) if name in ZIPPED and data[:1] != b"P" else data
    try:
        kind_of(whole, path)
        document = READERS[name](path, whole)
        assembling.refuse_beyond_limits(document, path)
    except UnreadableFile as refused:
        if not str(refused).isprintable():
            raise RuntimeError(f"more than one line: {refused!r}") from refused
        return
    for at, block in enumerate(document.blocks):
        if block.index != at or not document.location(block):
            raise RuntimeError(f"block {at} is out of place")


def main() -> None:
    """Fuzz the format named first; what follows is for libFuzzer."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in READERS:
        raise SystemExit(f"name a format: {', '.join(READERS)}")
    with tempfile.TemporaryDirectory() as corpus:
        (Path(corpus) / "seed").write_bytes(seed(name))
        if name in ZIPPED:
            (Path(corpus) / "parts").write_bytes(unpacked(seed(name)))
        atheris.Setup(
            [sys.argv[0], corpus, "-timeout=20", "-rss_limit_mb=1500", "-max_len=200000", *sys.argv[2:]],
            lambda data: target(name, data),
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
