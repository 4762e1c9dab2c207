"""A zip file copied with some parts changed: the others keep their packed bytes."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.reports.comments.zip_copy import copy_with

_NAMES = st.sampled_from(("a.xml", "word/b.xml", "word/é.png", "c.bin", "深.txt"))


def _zip(parts: dict[str, bytes], method: int, *, streamed: bool = False) -> bytes:
    class Unseekable(io.RawIOBase):
        """A zip written to a pipe has its sizes after each part instead of before."""

        def __init__(self) -> None:
            self.kept = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.kept += bytes(data)  # type: ignore[call-overload]
            return len(data)  # type: ignore[arg-type]

    out = Unseekable() if streamed else io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:  # type: ignore[arg-type]
        for name, content in parts.items():
            file.writestr(name, content)
    return bytes(out.kept) if isinstance(out, Unseekable) else out.getvalue()


@settings(deadline=None)
@given(
    st.dictionaries(_NAMES, st.binary(max_size=300), min_size=1),
    st.dictionaries(_NAMES, st.binary(max_size=300)),
    st.sampled_from((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)),
    st.booleans(),
)
def test_every_part_is_there_changed_or_as_it_was(
    parts: dict[str, bytes], changed: dict[str, bytes], method: int, streamed: bool
) -> None:
    made = copy_with(_zip(parts, method, streamed=streamed), changed)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert file.testzip() is None
        assert {name: file.read(name) for name in file.namelist()} == {**parts, **changed}
        assert file.namelist()[: len(parts)] == list(parts)


def test_words_before_the_zip_do_no_harm() -> None:
    data = b"#! a program that unpacks itself\n" + _zip({"a.xml": b"a" * 50}, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(io.BytesIO(copy_with(data, {"b.xml": b"b"}))) as file:
        assert (file.read("a.xml"), file.read("b.xml")) == (b"a" * 50, b"b")


def test_a_part_that_is_a_trap_is_copied_without_being_unpacked() -> None:
    data = _zip({"a.xml": b"a", "huge.png": bytes(30_000_000)}, zipfile.ZIP_DEFLATED)
    made = copy_with(data, {"a.xml": b"b"})
    assert abs(len(made) - len(data)) < 100
