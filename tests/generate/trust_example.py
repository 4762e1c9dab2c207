"""Makes what examples/trust-template holds beside its words: the badge and the profiles of twenty schools.

`python -m tests.generate.trust_example` writes them anew; a test holds the files to this.
"""

from __future__ import annotations

import csv
import io
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from policy_kit.generate.provenance import as_json
from policy_kit.generate.samples import sample_schools
from policy_kit.profile.as_written import as_written
from policy_kit.profile.fields import profile_fields

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "trust-template"
_SIDE = 96
_INK, _PAPER = (0x6B, 0x1F, 0x4A), (0xFF, 0xFF, 0xFF)
_PLACES = (
    "Ferrymoor", "Alder Bank", "Brackenhurst", "Coldwell", "Dunlin Road", "Elver Street", "Foxcote",
    "Gannet Hill", "Hazel Ford", "Iron Bridge Lane", "Juniper Row", "Kestrel Way", "Lapwing", "Marsh End",
    "Nuthatch", "Osier Bed", "Plover Lane", "Quarry Field", "Rushmere", "Sedge Hill",
)  # fmt: skip
_NAMES = (
    "Asha Reed", "Ben Colley", "Cara Dunn", "Dev Patel-Ward", "Ela Brook", "Finn Astley", "Gita Marsh",
    "Hugh Penrose", "Ida Lowe", "Jon Tarrant",
)  # fmt: skip


def badge() -> bytes:
    """The trust's badge as a PNG: a boat under a star."""
    rows = bytearray()
    for y in range(_SIDE):
        rows.append(0)
        for x in range(_SIDE):
            rows += bytes(_INK if _inked(x - _SIDE // 2, y) else _PAPER)
    head = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _inked(x: int, y: int) -> bool:
    star = abs(x) + abs(y - 18) <= 12 and min(abs(x), abs(y - 18)) <= 3
    mast = abs(x) <= 2 and 34 <= y <= 66
    sail = 36 <= y <= 64 and 4 <= x <= (y - 32) * 0.9
    hull = 66 <= y <= 84 and abs(x) <= 44 - (y - 66) * 1.1
    return star or mast or sail or hull


def schools() -> list[dict[str, Any]]:
    """Twenty schools of the trust, of every kind an academy can be, each with people of its own."""
    kinds = [fields for fields in sample_schools().values() if fields["phase"] != "nursery"]
    return [_school(n, place, kinds[n % len(kinds)]) for n, place in enumerate(_PLACES)]


def _school(n: int, place: str, kind: Mapping[str, Any]) -> dict[str, Any]:
    def person(post: int) -> dict[str, str]:
        return {"name": _NAMES[(n + post) % len(_NAMES)]}

    site = f"{place.lower().replace(' ', '')}.example"
    own = {
        "school_name": f"{place} School",
        "short_name": place,
        "approved_by": "Local governing body",
        "urn": str(199_300 + n),
        "school_type": "academy",
        "trust_name": "Ferrymoor Learning Trust",
        "governing_body_word": "local governing body",
        "faith": None,
        "trust_safeguarding_lead": {"name": "Priya Holt"},
        "headteacher": person(0),
        "dsl": {**person(1), "contact": f"ext {210 + n}"},
        "deputy_dsls": [person(2)],
        "online_safety_lead": person(3),
        "slt_filtering_lead": person(1),
        "link_governor": person(4),
        "chair_of_governors": {**person(5), "contact": f"chair@{site}"},
        "dpo": {"name": "Ferrymoor Data Protection", "contact": "dpo@ferrymoor.example"},
        "school_email": f"office@{site}",
        "website": f"https://www.{site}",
        "linked_policy_titles": [{"title": "Child protection policy", "url": f"https://www.{site}/cp"}],
        "social_accounts": [{"platform": "Facebook", "handle": f"{place.replace(' ', '')}School"}],
        "social_account_managers": ["Office manager"],
        "policy_owner": {**person(1), "role": "DSL"},
        "logo_description": None,
        "colour": None,
    }
    return {name: value for name, value in {**kind, **own}.items() if value is not None}


def schools_csv() -> bytes:
    """The twenty schools as a trust would keep them: a row a school."""
    rows = schools()
    known = profile_fields()
    columns = [name for name in known if any(name in row for row in rows)]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([as_written(known[c], as_json(row[c])) if c in row else "" for c in columns])
    return out.getvalue().encode("utf-8-sig")


if __name__ == "__main__":
    EXAMPLE.joinpath("badge.png").write_bytes(badge())
    EXAMPLE.joinpath("schools.csv").write_bytes(schools_csv())
