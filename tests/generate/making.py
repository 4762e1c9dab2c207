"""Makes small templates and policies for the tests, and reads all of their text back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from policy_kit.generate.build import build_template
from policy_kit.generate.context import template_context
from policy_kit.generate.layout import build_layout
from policy_kit.generate.package import DOCUMENT, pack, unpack
from policy_kit.generate.policy import Order, make_policy
from policy_kit.generate.samples import sample_schools
from policy_kit.generate.wordml import NAMESPACES, P, R, W, style_of, text_of, w

ON = date(2026, 11, 21)
CLAUSES = Path(__file__).parent / "clauses"
SCHOOL: Mapping[str, Any] = next(iter(sample_schools().values()))
STANDARD = ("online-safety", "2026.11")


def order(on: date = ON, /, **changes: Any) -> Order:
    """An order for the sample school with some fields changed; None takes a field out."""
    fields = {name: value for name, value in {**SCHOOL, **changes}.items() if value is not None}
    return Order(template_context(fields), fields, on, "sample", STANDARD)


def template_from(folder: Path, clauses: Mapping[str, str], layout: bytes | None = None) -> bytes:
    """A template of these clauses, by section id."""
    for section_id, text in clauses.items():
        (folder / f"{section_id}.md").write_text(text, encoding="utf-8")
    return build_template(folder, layout or build_layout())


def word_file(body: str, **parts: str) -> bytes:
    """The shipped layout with raw WordprocessingML as its body; `parts` replace others by stem."""
    made = unpack(build_layout(), "layout.docx")
    document = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    made[DOCUMENT] = document.encode()
    for name in [*made]:
        stem = name.rsplit("/", 1)[-1].partition(".")[0]
        if stem in parts and name.endswith(".xml"):
            made[name] = parts[stem].encode()
    return pack(made)


def para(*runs: str, style: str = "BodyText") -> str:
    """A paragraph; each argument is a run of its own, as Word tears text."""
    inside = "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def lines(policy: bytes) -> list[str]:
    """Each paragraph of the body with text, after its style: `Heading1: Aims`."""
    root = etree.fromstring(unpack(policy, "policy")[DOCUMENT])
    return [f"{style_of(p)}: {text_of(p).strip()}" for p in root.iter(P) if text_of(p).strip()]


def text(policy: bytes) -> str:
    """All text of the body."""
    return "\n".join(line.partition(": ")[2] for line in lines(policy))


def made(body: str, **changes: Any) -> str:
    """The text that a body becomes for the sample school with some fields changed."""
    return text(make_policy(word_file(body), "test.docx", order(**changes)))


def with_part(docx: bytes, name: str, content: bytes) -> bytes:
    """A Word file with one part put in, or put in the place of another."""
    parts = unpack(docx, "test.docx")
    parts[name] = content
    return pack(parts)


def zipped(**entries: bytes) -> bytes:
    """A zip of these entries; __ in a name stands for /."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


__all__ = ["CLAUSES", "NAMESPACES", "ON", "SCHOOL", "lines", "made", "order", "para", "text", "w"]
