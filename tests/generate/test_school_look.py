"""A school's logo and colour: used as asked where they can be, told where they cannot."""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from policy_kit.errors import InvalidProfile
from policy_kit.generate import told_of
from policy_kit.generate.build import build_template
from policy_kit.generate.colours import ENOUGH, WHITE, contrast, readable, tint
from policy_kit.generate.generating import generate_policy
from policy_kit.generate.layout import build_layout
from policy_kit.generate.logo import LARGEST, Logo, logo_from
from policy_kit.generate.package import CONTENT_TYPES, DOCUMENT, unpack
from policy_kit.generate.policy import Order, make_policy
from policy_kit.generate.school_look import SchoolLook, look_of
from policy_kit.profile import Profile
from tests.e2e.commands import DAY, policy_kit
from tests.generate.making import CLAUSES, ON, SCHOOL, order

_COLOURS = st.from_regex(r"[0-9A-F]{6}", fullmatch=True)
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def png(width: int = 40, height: int = 20) -> bytes:
    """A small PNG of one grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x80" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def jpeg(width: int = 40, height: int = 20) -> bytes:
    """The beginning of a JPEG, up to its measurements, and its end."""
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"note"
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + comment + frame + b"\xff\xd9"


def _profile(folder: Path, **fields: Any) -> Profile:
    return Profile({**SCHOOL, **fields}, str(folder / "school.yaml"))


@pytest.fixture(scope="module")
def template() -> bytes:
    return build_template(CLAUSES, build_layout())


def _with(template: bytes, look: SchoolLook) -> Mapping[str, bytes]:
    plain = order()
    wanted = Order(plain.context, plain.fields, ON, plain.template_id, plain.standard, look)
    return unpack(
        make_policy(template, "t.docx", Order.from_json(json.loads(json.dumps(wanted.as_json())))), "p"
    )


@given(_COLOURS)
def test_any_colour_becomes_one_that_can_be_read(colour: str) -> None:
    used = readable(colour)
    assert contrast(used, WHITE) >= ENOUGH
    assert contrast(used, tint(used)) >= ENOUGH
    assert readable(used) == used


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        ("777777", "FFFFFF", 4.48),
        ("0000FF", "FFFFFF", 8.59),
    ],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(expected, abs=0.01)


def test_the_schools_colour_takes_the_place_of_the_layouts(template: bytes) -> None:
    parts = _with(template, SchoolLook("6B1F3A"))
    for name in ("word/styles.xml", DOCUMENT):
        assert b'"1F3864"' not in parts[name]
        assert b'"E9EFF7"' not in parts[name]
    assert b'w:fill="6B1F3A"' in parts["word/styles.xml"]


def test_a_dark_colour_is_kept_and_a_light_one_darkened_and_told(tmp_path: Path) -> None:
    assert look_of(_profile(tmp_path, colour="#6B1F3A")).colour == "6B1F3A"
    assert told_of(_profile(tmp_path, colour="#6B1F3A")) == ""
    used = look_of(_profile(tmp_path, colour="#ffd700")).colour
    assert used != "FFD700"
    told = told_of(_profile(tmp_path, colour="#ffd700"))
    assert told.startswith(
        f"{tmp_path / 'school.yaml'}: colour: #FFD700 is too light for words on white, so #{used}"
    )


def test_a_logo_is_put_on_the_cover_and_described(template: bytes) -> None:
    parts = _with(template, SchoolLook(logo=logo_from(png(), "logo"), described="Two “keys” & a star"))
    root = etree.fromstring(parts[DOCUMENT])
    (drawing,) = root.iter(f"{_PICTURE}docPr")
    assert drawing.get("descr") == "Two “keys” & a star"
    (extent,) = root.iter(f"{_PICTURE}extent")
    assert int(extent.get("cx", "0")) == 2 * int(extent.get("cy", "1"))
    assert parts["word/media/school-logo.png"] == png()
    assert b'Extension="png" ContentType="image/png"' in parts[CONTENT_TYPES]
    assert b'Target="media/school-logo.png"' in parts["word/_rels/document.xml.rels"]


def test_without_a_logo_its_place_is_gone(template: bytes) -> None:
    parts = _with(template, SchoolLook())
    assert b"[[logo]]" not in parts[DOCUMENT]
    assert b"CoverLogo" not in parts[DOCUMENT]
    assert not any("media" in name for name in parts)


@pytest.mark.parametrize(("data", "kind"), [(png(300, 200), "png"), (jpeg(300, 200), "jpeg")])
def test_png_and_jpeg_are_measured(data: bytes, kind: str) -> None:
    assert logo_from(data, "x") == Logo(data, kind, 300, 200)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"GIF89a" + b"\0" * 50, "is not a whole PNG or JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is not a whole PNG or JPEG"),
        (b"", "is not a whole PNG or JPEG"),
        (png()[:-20], "is not a whole PNG or JPEG"),
        (jpeg()[:8], "is not a whole PNG or JPEG"),
        (png(8, 200), "is 8 by 200 pixels"),
        (jpeg(40, 9000), "is 40 by 9000 pixels"),
    ],
)
def test_anything_else_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(InvalidProfile, match=says):
        logo_from(data, "school.yaml: logo: badge")


@given(st.binary(max_size=300), st.sampled_from((b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")))
def test_no_bytes_do_more_than_be_refused(data: bytes, before: bytes) -> None:
    try:
        logo = logo_from(before + data, "x")
    except InvalidProfile:
        return
    assert 16 <= min(logo.width, logo.height) <= max(logo.width, logo.height) <= 6_000


def test_a_logo_is_read_only_from_the_profiles_own_folder(tmp_path: Path) -> None:
    home = tmp_path / "school"
    (home / "pictures").mkdir(parents=True)
    (home / "pictures" / "badge.png").write_bytes(png())
    (tmp_path / "secret.png").write_bytes(png())
    (home / "link.png").symlink_to(tmp_path / "secret.png")
    (home / "huge.png").write_bytes(png() + b"\0" * LARGEST)
    assert look_of(_profile(home, logo="pictures/badge.png")).logo is not None
    row = Profile({**SCHOOL, "logo": "pictures/badge.png"}, f"{home / 'schools.csv'}, row 3")
    assert look_of(row).logo is not None
    for name, says in (
        ("../secret.png", "is not in the profile's folder"),
        ("link.png", "is not in the profile's folder"),
        ("none.png", "could not be read"),
        ("huge.png", "is larger than 2 MB"),
    ):
        with pytest.raises(InvalidProfile, match=re.escape(says)):
            look_of(_profile(home, logo=name))


def test_a_profile_with_a_logo_makes_the_same_bytes_each_time(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    profile = _profile(tmp_path, logo="logo.png", colour="#3B7A57")
    assert generate_policy(profile, on=ON) == generate_policy(profile, on=ON)


def test_a_missing_logo_is_one_line_and_makes_nothing(tmp_path: Path) -> None:
    example = Path(__file__).resolve().parents[2] / "examples" / "nursery" / "profile.yaml"
    text = example.read_text("utf-8") + "\nlogo: nowhere.png\ncolour: '#FFEE00'\n"
    text = text.replace("# logo:", "# was logo:").replace("# colour:", "# was colour:")
    (tmp_path / "school.yaml").write_text(text, encoding="utf-8")
    done = policy_kit("generate", "school.yaml", "-o", "p.docx", "--on", DAY, cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "school.yaml: logo:" in done.stderr
    assert not (tmp_path / "p.docx").exists()
    (tmp_path / "nowhere.png").write_bytes(png())
    done = policy_kit("generate", "school.yaml", "-o", "p.docx", "--on", DAY, cwd=tmp_path)
    assert done.returncode == 0
    assert "#FFEE00 is too light for words on white" in done.stderr
