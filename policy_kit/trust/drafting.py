"""A trust not yet written down: its schools as gathered, and how they become a manifest and profiles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from policy_kit.errors import PolicyKitError
from policy_kit.generate.names import Names, safe_name
from policy_kit.naming import is_same_school
from policy_kit.profile import profile_as_yaml
from policy_kit.quick import dataclass
from policy_kit.trust.manifest import School, Trust

PROFILES = "profiles"
_HEAD = """\
# The manifest of a trust, for policy-kit: its schools, and where each one's profile and policies are.
# Paths are taken from this file's folder. What else may stand here (docs/trusts.md): the trust's own
# standard and template, its round of reviews (cycle), contacts.
"""


@dataclass(frozen=True)
class Drafted:
    """One school as gathered: its name, the facts known of it, and its policies."""

    name: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    policies: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A trust as gathered; notes: what the user should look at."""

    trust: str = ""
    group_uid: str = ""
    schools: tuple[Drafted, ...] = ()
    notes: tuple[str, ...] = ()


def joined(register: Draft, folder: Draft) -> Draft:
    """The schools of a register or table, with the policies that a folder holds of them.

    A policy whose school is not among them stays with a school of its own, and is told.
    """
    schools = list(register.schools)
    notes = [*register.notes, *folder.notes]
    for found in folder.schools:
        at = next((i for i, s in enumerate(schools) if is_same_school(s.name, found.name)), None)
        if at is not None:
            schools[at] = replace(schools[at], policies=(*schools[at].policies, *found.policies))
            continue
        schools.append(found)
        files = ", ".join(path.name for path in found.policies)
        notes.append(f"{found.name} ({files}) is not among the schools of the trust; see whose policy it is")
    trust = register.trust or folder.trust
    return Draft(trust, register.group_uid, tuple(schools), tuple(notes))


def as_trust(draft: Draft, path: Path) -> Trust:
    """The draft as a trust that can be audited; it has no profiles yet."""
    schools = (
        School(s.name, str(s.fields.get("urn") or ""), None, s.policies, _relative(s.policies, path.parent))
        for s in draft.schools
    )
    return Trust(draft.trust or path.parent.resolve().name, path, tuple(schools), group_uid=draft.group_uid)


def _relative(paths: Iterable[Path], folder: Path) -> tuple[str, ...]:
    return tuple(_from(path, folder) for path in paths)


def _from(path: Path, folder: Path) -> str:
    """A path as seen from a folder, with / between folders."""
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:  # on Windows, another drive
        return path.resolve().as_posix()


def files_of(draft: Draft, manifest: Path) -> Iterator[tuple[Path, bytes]]:
    """The files that the draft becomes: a profile for each school, and the manifest last.

    Raises PolicyKitError if there is no school to write down.
    """
    if not draft.schools:
        raise PolicyKitError(f"{manifest}: not written, since no school was found")
    names = Names()
    listed: list[dict[str, Any]] = []
    for school in draft.schools:
        name = names.give(safe_name(school.name))
        profile = f"{PROFILES}/{name}.yaml"
        fields = {"school_name": school.name, **school.fields}
        if draft.trust and "trust_name" not in fields:
            fields["trust_name"] = draft.trust
        yield manifest.parent / profile, profile_as_yaml(fields).encode("utf-8")
        listed.append(_entry(school, profile, manifest.parent))
    whole: dict[str, Any] = {"trust": draft.trust or "TO FILL IN: the trust's name"}
    if draft.group_uid:
        whole["group_uid"] = draft.group_uid
    yield manifest, (_HEAD + _yaml({**whole, "schools": listed})).encode("utf-8")


def _entry(school: Drafted, profile: str, folder: Path) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": school.name}
    if school.fields.get("urn"):
        entry["urn"] = str(school.fields["urn"])
    entry["profile"] = profile
    files = _relative(school.policies, folder)
    if files:
        entry["policies"] = files[0] if len(files) == 1 else list(files)
    return entry


def _yaml(value: dict[str, Any]) -> str:
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=100)
    return text
