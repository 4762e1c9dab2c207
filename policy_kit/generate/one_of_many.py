"""Makes the policy of one school among many, or says why it was left or could not be made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.errors import InvalidProfile, OutputFault, PolicyKitError
from policy_kit.files import write_whole
from policy_kit.generate.generating import order_for
from policy_kit.generate.policy import Order
from policy_kit.generate.provenance import as_json
from policy_kit.generate.school_look import told_of
from policy_kit.generate.templates import TemplateFile
from policy_kit.quick import dataclass
from policy_kit.version import __version__

if TYPE_CHECKING:
    from policy_kit.profile import Profile

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


@dataclass(frozen=True, slots=True)
class Plan:
    """What holds for every school of a run; `before` is the index of the last run, by file name."""

    template: TemplateFile
    before: Mapping[str, Mapping[str, str]]
    on: date
    force: bool


@dataclass(frozen=True, slots=True)
class Task:
    """One school: where its profile came from, the profile or its fault, and the file to make."""

    where: str
    profile: Profile | InvalidProfile
    path: Path


_KEPT = (
    "was edited since it was made, or stood there before, and is kept; renew it to carry the edits over, or"
    " add --force to make it anew without them"
)


def make_one(task: Task, plan: Plan, make: Callable[[Order], bytes]) -> Made:
    """Make one school's file, and tell what the school should know of its look."""
    if isinstance(task.profile, InvalidProfile):
        return Made(task.where, FAILED, message=str(task.profile))
    try:
        order = order_for(task.profile, plan.template, plan.on)
    except InvalidProfile as fault:
        return Made(task.where, FAILED, message=str(fault))
    made = _made(task.where, order, task.path, plan, make)
    return replace(made, message=told_of(task.profile)) if made.status == MADE else made


def _made(where: str, order: Order, path: Path, plan: Plan, make: Callable[[Order], bytes]) -> Made:
    """Make one school's file, or leave it, or say why it could not be made."""
    row = Made(
        where,
        FAILED,
        school=str(order.fields.get("school_name") or ""),
        urn=str(order.fields.get("urn") or ""),
        file=path.name,
        made_of=_made_of(order, plan.template),
    )
    try:
        last = plan.before.get(path.name, {})
        if last.get("made_of") == row.made_of and last.get("sha256") == _sha256_of(path):
            return replace(row, status=UNCHANGED, sha256=last["sha256"])
        policy = make(order)
        digest = hashlib.sha256(policy).hexdigest()
        if _sha256_of(path) == digest:
            return replace(row, status=UNCHANGED, sha256=digest)
        if path.is_file() and not plan.force:
            raise OutputFault(f"{path}: {_KEPT}")
        write_whole(path, policy, force=plan.force, to_disk=False)
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
