"""What holds for every Word file: no word is lost or told twice, and no file makes the reader fail."""

from __future__ import annotations

import itertools
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.errors import UnreadableFile
from policy_kit.model import Document
from policy_kit.sources.docx import read_docx
from tests.sources.docx.build import Parts, files_of, para, read_parts, styled, word_file, zipped
from tests.sources.docx.markup import load_cases, parts_of

_WORD = "WORD"
_GONE = "GONE"
_RUN = f'<w:r><w:t xml:space="preserve">{_WORD} </w:t></w:r>'
_CHOICE = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{2}</mc:Fallback></mc:AlternateContent>"
_BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{2}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_LEFT, _RIGHT = "<w:tc>{}</w:tc><w:tc><w:p/></w:tc>", "<w:tc><w:p/></w:tc><w:tc>{}</w:tc>"
_TWO_ROWS = f"<w:tbl><w:tr>{_LEFT}</w:tr><w:tr>{_RIGHT}</w:tr></w:tbl>"
_INLINE_WRAPPERS = (
    "<w:ins>{}</w:ins>",
    "<w:moveTo>{}</w:moveTo>",
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:smartTag>{}</w:smartTag>",
    "<w:customXml>{}</w:customXml>",
    '<w:fldSimple w:instr="PAGE">{}</w:fldSimple>',
    '<w:dir w:val="ltr">{}</w:dir>',
    _CHOICE.replace("{2}", f"<w:r><w:t>{_GONE}</w:t></w:r>"),
    _FIELD,
    "<w:r><w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
)
_NOT_TEXT = (
    f"<w:del><w:r><w:delText>{_GONE}</w:delText></w:r></w:del>",
    f"<w:moveFrom><w:r><w:t>{_GONE}</w:t></w:r></w:moveFrom>",
    f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{_GONE}</w:t></w:r>",
)
_BLOCK_WRAPPERS = (
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:customXml>{}</w:customXml>",
    "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
    _TWO_ROWS,
    "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
    _BOX.replace("{2}", para(_GONE)),
)


def _wrapped(wrappers: tuple[str, ...]) -> Callable[[st.SearchStrategy[str]], st.SearchStrategy[str]]:
    def extend(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        pieces = st.lists(inner, min_size=1, max_size=3).map("".join)
        return st.builds(
            lambda wrapper, piece: wrapper.replace("{}", piece), st.sampled_from(wrappers), pieces
        )

    return extend


_inline = st.recursive(st.sampled_from((_RUN, *_NOT_TEXT)), _wrapped(_INLINE_WRAPPERS), max_leaves=5)
_style = st.sampled_from(
    ("", *(f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>' for name in ("Heading1", "TOC1", "Title")))
)
_paragraph = st.builds("<w:p>{}{}</w:p>".format, _style, st.lists(_inline, max_size=3).map("".join))
_blocks = st.recursive(_paragraph, _wrapped(_BLOCK_WRAPPERS), max_leaves=6)


@given(st.lists(_blocks, min_size=1, max_size=4).map("".join))
@settings(max_examples=150, deadline=None)
def test_every_word_is_read_once_and_what_is_gone_never(body: str) -> None:
    numbers = itertools.count()
    body = re.sub(_WORD, lambda _: f"w{next(numbers)}", body)
    document = read_parts(body)
    read = Counter(re.findall(r"w\d+", " ".join(b.text for b in document.blocks)))
    assert read == Counter(f"w{n}" for n in range(next(numbers)))
    assert not any(_GONE in b.text for b in document.blocks)


_cases = [parts_of(case) for name in ("headings", "text", "not_read") for case in load_cases(name)]
_WHOLE = Parts(
    body="".join(p.body for p in _cases),
    relations={key: value for p in _cases for key, value in p.relations.items()},
    files={key: value for p in _cases for key, value in p.files.items()},
)


def _read(data: bytes) -> Document | UnreadableFile:
    """Read a file that may be broken. Anything else than these two outcomes fails the test."""
    started = time.perf_counter()
    try:
        found: Document | UnreadableFile = read_docx(Path("policy.docx"), data)
    except UnreadableFile as error:
        assert "\n" not in str(error)
        found = error
    assert time.perf_counter() - started < 5
    return found


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_flipped_and_cut_files_are_read_or_refused(data: st.DataObject) -> None:
    whole = word_file(_WHOLE)
    broken = bytearray(whole)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        broken[at] ^= 1 << data.draw(st.integers(0, 7))
    cut = data.draw(st.integers(0, len(whole)))
    _read(bytes(broken[:cut]) if data.draw(st.booleans()) else bytes(broken))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_files_with_damaged_markup_are_read_or_refused(data: st.DataObject) -> None:
    files = files_of(_WHOLE)
    name = data.draw(st.sampled_from(sorted(files)))
    text = files[name]
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 60))
    odd = data.draw(st.sampled_from((b"", b"-1", b"9" * 30, b"%1%2", b"<w:p>", b"&x;", b"\xff", b'" x="')))
    files[name] = text[:start] + odd + text[start + length :]
    _read(zipped(files))


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_files_with_elements_in_odd_places_are_read_or_refused(data: st.DataObject) -> None:
    files = files_of(_WHOLE)
    text = files["word/document.xml"].decode()
    names = sorted(set(re.findall(r"<(\w+:\w+)", text)))
    for _ in range(3):
        old, new = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(names))
        text = re.sub(rf"(</?){old}(?=[\s/>])", rf"\g<1>{new}", text)
    _read(zipped({**files, "word/document.xml": text.encode()}))


def test_reading_twice_gives_the_same() -> None:
    data = word_file(_WHOLE)
    assert read_docx(Path("p.docx"), data) == read_docx(Path("p.docx"), data)


def test_deep_inline_nesting_is_no_trap() -> None:
    for wrapper in _INLINE_WRAPPERS:
        before, _, after = wrapper.partition("{}")
        depth = 220 // max(before.count("<w:") + before.count("<mc:"), 1)
        assert isinstance(_read(word_file(f"<w:p>{before * depth}{_RUN}{after * depth}</w:p>")), Document)


def _cost(body: str) -> float:
    data = word_file(body)
    best = 99.0
    for _ in range(3):
        started = time.process_time()
        _read(data)
        best = min(best, time.process_time() - started)
    return best


def test_time_grows_with_length_and_no_faster() -> None:
    """Twelve times the text may cost at most thirty times the time, whatever it is made of."""
    look = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'
    link = f'<w:hyperlink w:anchor="a"><w:r>{look}<w:t>a </w:t></w:r></w:hyperlink>'
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    row = f"<w:tr><w:tc>{para('a')}</w:tc><w:tc>{para('b')}</w:tc></w:tr>"
    pieces: dict[str, Callable[[int], str]] = {
        "headings and text": lambda n: (styled("Aims", "Heading1") + para("Some words here.")) * n,
        "bold lines": lambda n: "".join(para(f"Topic {i} of all", run="<w:b/>") for i in range(n)),
        "contents lines": lambda n: para("Contents") * n,
        "one long paragraph": lambda n: f"<w:p>{link * n}</w:p>",
        "breaks": lambda n: f"<w:p>{'<w:r><w:br/></w:r>' * n}</w:p>",
        "open fields": lambda n: f"<w:p>{field * n}</w:p>",
        "one table": lambda n: f"<w:tbl>{row * n}</w:tbl>",
    }
    for name, make in pieces.items():
        short, long = _cost(make(150)), _cost(make(1_800))
        assert long < 30 * max(short, 0.004), name
