"""Policies for many schools at once: one file each, an index of what was made, and a fault stops no other."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.errors import InvalidProfile, OutputFault
from policy_kit.files import write_whole
from policy_kit.generate.generating import policy_name
from policy_kit.generate.names import Names
from policy_kit.generate.one_of_many import Made, Plan, Task
from policy_kit.generate.spreading import spread
from policy_kit.generate.templates import find_template

if TYPE_CHECKING:
    from policy_kit.profile import Profile

INDEX = "index.csv"
COLUMNS = ("from", "school", "urn", "status", "file", "sha256", "made_of", "message")


def generate_many(
    profiles: Iterable[tuple[str, Profile | InvalidProfile]],
    template: str | Path,
    out_dir: Path,
    *,
    on: date,
    force: bool = False,
    jobs: int = 1,
) -> Iterator[Made]:
    """Make a policy for each profile in a folder, yielding what became of each, in the order given.

    A profile that is not valid becomes a failed row. A school whose template and profile are as they were
    is left alone, if its file is. `jobs` is how many processes share the work. The index is written at the
    end, and when the work is broken off. Raises TemplateFault if there is no such template, OutputFault if
    the folder cannot be made or written.
    """
    found = find_template(template)
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputFault(f"{out_dir}: the folder could not be made ({error.strerror})") from error
    plan = Plan(found, read_index(out_dir / INDEX), on, force)
    done: list[Made] = []
    try:
        yield from spread(_tasks(profiles, out_dir, on), plan, jobs, done)
    finally:
        write_whole(out_dir / INDEX, index_csv(done), force=True)


def _tasks(
    profiles: Iterable[tuple[str, Profile | InvalidProfile]], out_dir: Path, on: date
) -> Iterator[Task]:
    names = Names()
    for where, profile in profiles:
        if isinstance(profile, InvalidProfile):
            yield Task(where, profile, out_dir)
        else:
            yield Task(where, profile, out_dir / f"{names.give(policy_name(profile, on))}.docx")


def index_csv(done: Iterable[Made]) -> bytes:
    """The index as a CSV that Excel opens as it is; a cell that Excel would reckon with is made text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for made in done:
        writer.writerow(
            [f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell for cell in made.row()]
        )
    return out.getvalue().encode("utf-8-sig")


def read_index(path: Path) -> dict[str, dict[str, str]]:
    """An earlier index by file name; nothing if there is none or it is no index of ours."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if tuple(rows.fieldnames or ()) != COLUMNS:
        return {}
    return {row["file"]: row for row in rows if row["file"] and row["sha256"]}
