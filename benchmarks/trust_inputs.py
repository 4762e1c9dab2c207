"""What the trust's benchmark measures on: invented, and the same in every run."""

from __future__ import annotations

import csv
import random
import re
from datetime import date
from pathlib import Path

import yaml

from policy_kit.generate import generate_policy
from policy_kit.generate.package import DOCUMENT, pack, unpack
from policy_kit.profile import Profile
from tests.generate.making import SCHOOL
from tests.gias.test_register import GROUP_COLUMNS, LINK_COLUMNS, PRIMARY, SCHOOL_COLUMNS

_EDITS = 6


def trust_of(folder: Path, count: int) -> Path:
    """A trust of so many schools whose policies are one generated policy, edited here and there in each."""
    folder.mkdir(parents=True)
    parts = unpack(generate_policy(Profile(SCHOOL), on=date(2026, 10, 12)), "policy.docx")
    xml = parts[DOCUMENT].decode()
    words = [m.span(1) for m in re.finditer(r"<w:t[^>]*>([^<{]{40,})</w:t>", xml)]
    schools = []
    for number in range(count):
        chance = random.Random(number)
        text = xml
        for start, end in sorted(chance.sample(words, _EDITS), reverse=True):
            text = text[:start] + f"School {number} says it in its own way here, edit {end}." + text[end:]
        file = folder / f"policy-{number:04}.docx"
        file.write_bytes(pack({**parts, DOCUMENT: text.encode()}))
        schools.append({"name": f"Benchmark School {number:04}", "policies": file.name})
    manifest = folder / "trust.yaml"
    manifest.write_text(yaml.safe_dump({"trust": "Benchmark Trust", "schools": schools}), encoding="utf-8")
    return manifest


def sections(count: int) -> tuple[list[str], list[int]]:
    """Texts of some 200 words, a third of them copies with a few words changed; and which is whose copy."""
    chance = random.Random(7)
    vocabulary = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrst"] * 3
    vocabulary += [f"{word}ing" for word in vocabulary[:600]]
    texts: list[str] = []
    truth: list[int] = []
    for number in range(count):
        if number and number % 3 == 0:
            original = chance.randrange(number)
            original = truth[original]
            words = texts[original].split()
            for _ in range(chance.randrange(1, 9)):
                words[chance.randrange(len(words))] = chance.choice(vocabulary)
            truth.append(original)
        else:
            words = chance.choices(vocabulary, k=chance.randrange(120, 280))
            truth.append(number)
        texts.append(" ".join(words))
    return texts, truth


def register(folder: Path, rows: int, members: int) -> int:
    """The register's three files with their real columns; the size of the largest."""
    folder.mkdir(parents=True)
    filler = dict.fromkeys(SCHOOL_COLUMNS[20::3], "Does not apply")  # the real file is 60 MB
    with (folder / "edubasealldata20261120.csv").open("w", encoding="cp1252", newline="") as out:
        writer = csv.DictWriter(out, SCHOOL_COLUMNS, restval="", quoting=csv.QUOTE_ALL)
        writer.writeheader()
        for number in range(rows):
            writer.writerow(
                {**filler, **PRIMARY, "URN": 100_000 + number, "EstablishmentName": f"School {number}"}
            )
    step = rows // members
    links = [
        {"URN": 100_000 + n, "Group UID": 7001 if n % step == 0 else 8000 + n % 900} for n in range(rows // 2)
    ]
    links += [{"URN": 100_000 + n, "Group UID": 7001} for n in range(rows // 2, rows) if n % step == 0]
    groups = [{"Group UID": 7001, "Group Name": "BEACON TIDES TRUST"}]
    for stem, columns, data in (
        ("alllinksdata", LINK_COLUMNS, links),
        ("allgroupsdata", GROUP_COLUMNS, groups),
    ):
        with (folder / f"{stem}20261120.csv").open("w", encoding="cp1252", newline="") as out:
            writer = csv.DictWriter(out, columns, restval="", quoting=csv.QUOTE_ALL)
            writer.writeheader()
            writer.writerows(data)
    return (folder / "edubasealldata20261120.csv").stat().st_size
