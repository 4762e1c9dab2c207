"""What a school did to its policy of 2025 by hand, as a safeguarding lead would in Word.

`python -m tests.renew.school_edits` writes examples/renewal/policy-2025.docx anew from the file as generated.
"""

from __future__ import annotations

import copy
import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from policy_kit.generate.package import pack, unpack

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "renewal"
GENERATED = EXAMPLE / "as-generated-2025.docx"
EDITED = EXAMPLE / "policy-2025.docx"

Word = Any


def _find(word: Word, start: str) -> Paragraph:
    """The first paragraph, in tables or not, that begins so."""
    every = (Paragraph(p, word._body) for p in word.element.body.iter(docx.oxml.ns.qn("w:p")))
    return next(p for p in every if p.text.startswith(start) and not p.style.name.startswith("toc"))


def say(start: str, old: str, new: str) -> Callable[[Word], None]:
    """Put words in the place of others inside a paragraph, in the look of the run they stand in."""

    def edit(word: Word) -> None:
        run = next(run for run in _find(word, start).runs if old in run.text)
        run.text = run.text.replace(old, new, 1)

    return edit


def add(start: str, sentence: str) -> Callable[[Word], None]:
    """Write a sentence at a paragraph's end."""
    return lambda word: _find(word, start).add_run(f" {sentence}")


def after(start: str, *lines: str, like: str = "") -> Callable[[Word], None]:
    """Write paragraphs behind a paragraph, in its look or in that of another."""

    def edit(word: Word) -> None:
        last = _find(word, start)._p
        for line in lines:
            model = copy.deepcopy(_find(word, like or start)._p)
            for child in list(model):
                if child.tag != docx.oxml.ns.qn("w:pPr"):
                    model.remove(child)
            last.addnext(model)
            Paragraph(model, word._body).add_run(line)
            last = model

    return edit


def take_out(start: str) -> Callable[[Word], None]:
    """Delete a paragraph."""

    def edit(word: Word) -> None:
        paragraph = _find(word, start)._p
        paragraph.getparent().remove(paragraph)

    return edit


def chapter_out(heading: str) -> Callable[[Word], None]:
    """Delete a whole chapter."""

    def edit(word: Word) -> None:
        here = _find(word, heading)._p
        while True:
            following = here.getnext()
            here.getparent().remove(here)
            here = following
            if here.tag != docx.oxml.ns.qn("w:p") or Paragraph(here, word._body).style.name == "Heading 1":
                return

    return edit


def move(start: str, before: str) -> Callable[[Word], None]:
    """Drag a paragraph to another place."""
    return lambda word: _find(word, before)._p.addprevious(_find(word, start)._p)


def embolden(start: str) -> Callable[[Word], None]:
    """Make a paragraph bold; its words stay."""

    def edit(word: Word) -> None:
        for run in _find(word, start).runs:
            run.bold = True

    return edit


def row(label: str, *cells: str) -> Callable[[Word], None]:
    """Add a row to a table behind the row with that label."""

    def edit(word: Word) -> None:
        source = next(_find(word, label)._p.iterancestors(docx.oxml.ns.qn("w:tr")))
        new = copy.deepcopy(source)
        source.addnext(new)
        for cell, text in zip(new.iter(docx.oxml.ns.qn("w:tc")), cells, strict=True):
            paragraph = Paragraph(next(cell.iter(docx.oxml.ns.qn("w:p"))), word._body)
            for run in paragraph.runs[1:]:
                run._r.getparent().remove(run._r)
            paragraph.runs[0].text = text

    return edit


def picture(start: str) -> Callable[[Word], None]:
    """Put a picture behind a paragraph: a plain square of colour stands for the children's poster."""

    def edit(word: Word) -> None:
        word.add_picture(io.BytesIO(_square()), width=Cm(3))
        holder = word.paragraphs[-1]
        holder._p.find(f".//{{{docx.oxml.ns.nsmap['wp']}}}docPr").set("descr", "The poster that Year 5 made")
        _find(word, start)._p.addnext(holder._p)

    return edit


def _square() -> bytes:
    """A small PNG of one colour."""
    line = b"\x00" + b"\x2f\x6f\x8f" * 8

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(line * 8))
        + chunk(b"IEND", b"")
    )


def table(start: str, rows: tuple[tuple[str, str], ...]) -> Callable[[Word], None]:
    """Put a table behind a paragraph."""

    def edit(word: Word) -> None:
        made = word.add_table(rows=0, cols=2)
        for cells in rows:
            for cell, text in zip(made.add_row().cells, cells, strict=True):
                cell.text = text
        _find(word, start)._p.addnext(made._tbl)

    return edit


EDITS: tuple[Callable[[Word], None], ...] = (
    add("The aim of this policy", "Online, as in our playground: be kind, be brave, tell someone."),
    say("This policy applies to everyone", "governors, volunteers", "governors, club leaders, volunteers"),
    say("Contact: harm from other people", "grooming,", "grooming, strangers in the games our pupils play,"),
    add("Every year the designated safeguarding lead leads", "The school council reads the result first."),
    move("receives reports on online safety", "seeks assurance that filtering"),
    say("Ms Cat Jones, the designated safeguarding lead", "Ms Cat Jones", "Ms Nia Patel"),
    say("In the early years, children learn", "ask a grown-up", "ask a grown-up they know"),
    after("recognise when something online tries", "know that Friday's assembly is a good moment to ask"),
    say("We ask pupils what they think", "surveys and", "surveys, the digital leaders and"),
    add("All staff have training at least once a year", "Ours is on the first training day of September."),
    take_out("Volunteers, supply staff and contractors have the training"),
    say("We want parents and carers to feel able", "our website", "our website, a tea morning each term"),
    say("We review filtering and monitoring again", "is found, when working", "is found and when working"),
    say(
        "The devices that pupils use stay on site", "The devices that pupils use stay on site",
        "All our tablets are locked in their trolleys at half past three",
    ),
    add("No filter is perfect.", "We say so to pupils too."),
    embolden("A lesson is recorded only with a good reason."),
    after(
        "Guest speakers, tutors and mentors", "Our digital leaders",
        like="Remote learning and video meetings",
    ),
    after(
        "Our digital leaders",
        "Six pupils from Years 4 to 6 are digital leaders. They help younger classes online.",
        "They meet Mr Ben Ash on Tuesdays at lunchtime, and never deal with a worry on their own.",
        like="This policy is read with our child protection policy.",
    ),
    add("A fake, parody or insulting account", "We tell the trust's press officer the same day."),
    say("Mobile phones and smart devices", "Mobile phones and", "Phones, watches and other"),
    say("A phone that is brought to school is handed in", "on arrival", "at the office before the bell"),
    chapter_out("Online hate and prejudice"),
    row("Online safety lead", "Digital leaders' teacher", "Mr Ben Ash", "ext 231"),
    picture("We ask pupils what they think"),
    table(
        "Any concern about a child online is reported",
        (("When", "Whom to see"), ("In lessons", "your teacher"), ("At lunch", "Mrs Dunn in the Nest")),
    ),
)  # fmt: skip


def edited(data: bytes) -> bytes:
    """The file with all the edits, the same bytes each time."""
    word = docx.Document(io.BytesIO(data))
    for edit in EDITS:
        edit(word)
    out = io.BytesIO()
    word.save(out)
    return pack(unpack(out.getvalue(), "the school's file"))


if __name__ == "__main__":
    EDITED.write_bytes(edited(GENERATED.read_bytes()))
