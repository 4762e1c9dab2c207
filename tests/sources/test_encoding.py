"""Text in the encodings that schools' files are in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_kit.sources.encoding import decoded, is_wide_text
from policy_kit.sources.html.parsing import page_text

_TEXT = "Pupils’ “devices” – £5, café"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert decoded(_TEXT.encode(encoding)) == _TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_its_mark(encoding: str) -> None:
    data = "Our online safety policy".encode(encoding)
    assert is_wide_text(data)
    assert decoded(data) == "Our online safety policy"


def test_one_bad_byte_does_not_turn_the_rest() -> None:
    assert decoded((_TEXT + _TEXT).encode()[:-1] + b"\xff") == (_TEXT + _TEXT)[:-1] + "\ufffd\ufffd"


@given(st.binary(max_size=200))
def test_any_bytes_become_some_text(data: bytes) -> None:
    assert isinstance(decoded(data), str)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ("<meta charset=iso-8859-15>", "iso-8859-15"),
        ("", "utf-8"),
        ("", "cp1252"),
        ('<meta charset="utf-8">', "cp1252"),  # what the page says is wrong
        ('<meta charset="no-such-thing">', "utf-8"),
        ('<meta charset="rot13">', "utf-8"),
        ("", "utf-16"),
    ],
)
def test_pages_are_read_in_the_encoding_they_say_or_show(head: str, encoding: str) -> None:
    text = f"{head}<p>café £5</p>" if encoding != "iso-8859-15" else f"{head}<p>café £5 €</p>"
    assert page_text(text.encode(encoding)) == text


def test_a_byte_order_mark_outweighs_what_a_page_declares() -> None:
    page = f'<meta charset="iso-8859-1"><p>{_TEXT}</p>'
    assert _TEXT in page_text(page.encode("utf-8-sig"))
    assert _TEXT in page_text(page.encode("utf-16"))
