"""Policies for many schools at once: one file each, an index of what was made, and a fault stops no other."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.errors import InvalidProfile, OutputFault, PolicyKitError
from policy_kit.files import write_whole
from policy_kit.generate.generating import maker, order_for, policy_name
from policy_kit.generate.names import Names
from policy_kit.generate.policy import Order
from policy_kit.generate.provenance import as_json
from policy_kit.generate.school_look import told_of
from policy_kit.generate.templates import TemplateFile, find_template
from policy_kit.version import __version__

if TYPE_CHECKING:
    from policy_kit.profile import Profile

INDEX = "index.csv"
COLUMNS = ("from", "school", "urn", "status", "file", "sha256", "made_of", "message")
MADE, UNCHANGED, FAILED = "made", "unchanged", "failed"


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one school: made, unchanged since last time, or failed with a message.

    where: the file, or file and row, that the profile came from; made_of: a mark of the template, the
    profile and the version of this tool, by which a later run knows that nothing has changed.
    """

    where: str
    status: str
    school: str = ""
    urn: str = ""
    file: str = ""
    sha256: str = ""
    made_of: str = ""
    message: str = ""

    def row(self) -> tuple[str, ...]:
        """The row of the index."""
        return (
            self.where, self.school, self.urn, self.status, self.file, self.sha256, self.made_of, self.message
        )  # fmt: skip


def generate_many(
    profiles: Iterable[tuple[str, Profile | InvalidProfile]],
    template: str | Path,
    out_dir: Path,
    *,
    on: date,
    force: bool = False,
) -> Iterator[Made]:
    """Make a policy for each profile in a folder, yielding what became of each as it is done.

    A profile that is not valid becomes a failed row. A school whose template and profile are as they were
    is left alone, if its file is. The index is written at the end, and when the work is broken off.
    Raises TemplateFault if there is no such template, OutputFault if the folder cannot be made or written.
    """
    found = find_template(template)
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputFault(f"{out_dir}: the folder could not be made ({error.strerror})") from error
    before = read_index(out_dir / INDEX)
    names = Names()
    done: list[Made] = []
    try:
        with maker(found) as make:
            for where, profile in profiles:
                if isinstance(profile, InvalidProfile):
                    made = Made(where, FAILED, message=str(profile))
                else:
                    name = names.give(policy_name(profile, on)) + ".docx"
                    made = _for_school(where, profile, found, out_dir / name, before, make, on, force=force)
                done.append(made)
                yield made
    finally:
        write_whole(out_dir / INDEX, index_csv(done), force=True)


def _for_school(
    where: str,
    profile: Profile,
    template: TemplateFile,
    path: Path,
    before: Mapping[str, Mapping[str, str]],
    make: Callable[[Order], bytes],
    on: date,
    *,
    force: bool,
) -> Made:
    """Make one school's file, and tell what the school should know of its look."""
    try:
        order = order_for(profile, template, on)
    except InvalidProfile as fault:
        return Made(where, FAILED, message=str(fault))
    made = _made(where, order, template, path, before, make, force=force)
    return replace(made, message=told_of(profile)) if made.status == MADE else made


def _made(
    where: str,
    order: Order,
    template: TemplateFile,
    path: Path,
    before: Mapping[str, Mapping[str, str]],
    make: Callable[[Order], bytes],
    *,
    force: bool,
) -> Made:
    """Make one school's file, or leave it, or say why it could not be made."""
    row = Made(
        where,
        FAILED,
        school=str(order.fields.get("school_name") or ""),
        urn=str(order.fields.get("urn") or ""),
        file=path.name,
        made_of=_made_of(order, template),
    )
    try:
        last = before.get(path.name, {})
        if last.get("made_of") == row.made_of and last.get("sha256") == _sha256_of(path):
            return replace(row, status=UNCHANGED, sha256=last["sha256"])
        policy = make(order)
        digest = hashlib.sha256(policy).hexdigest()
        if _sha256_of(path) == digest:
            return replace(row, status=UNCHANGED, sha256=digest)
        write_whole(path, policy, force=force)
    except PolicyKitError as fault:
        return replace(row, message=str(fault))
    return replace(row, status=MADE, sha256=digest)


def _made_of(order: Order, template: TemplateFile) -> str:
    """A mark of all that decides a policy's text; the day does not, so a later run leaves it alone."""
    template_mark = hashlib.sha256(template.data).hexdigest()
    parts = [__version__, template_mark, order.standard, as_json(order.fields), order.look.as_json()]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def _sha256_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


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
