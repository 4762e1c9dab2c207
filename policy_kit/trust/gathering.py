"""Gathers the schools of a trust: from a folder of policies, a table, or the DfE's register of schools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from policy_kit.errors import InvalidProfile, PolicyKitError, UnreadableFile
from policy_kit.gias import GROUP_NAME, NAME, find_group, school_fields, schools_of_group
from policy_kit.naming import out_of_capitals
from policy_kit.profile.tables import partial_rows
from policy_kit.sources import is_readable_name
from policy_kit.trust.drafting import Draft, Drafted, as_trust
from policy_kit.trust.manifest import Trust
from policy_kit.trust.profiles import known_fields
from policy_kit.trust.whose import Whose, names_in

_POLICIES = ("policies", "policy", "file")  # what a table's column of files may be called


def schools_in_folder(folder: Path) -> Draft:
    """The schools whose policies a folder and its folders hold, by what each says and what it is called.

    Raises UnreadableFile if the folder holds no policy.
    """
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and is_readable_name(p)]
    if not files:
        raise UnreadableFile(f"{folder}: this folder holds no Word, PDF, ODT, web or text file")
    read = [names_in(path) for path in files]
    whose = Whose(out_of_capitals(one.school) for one in read)
    schools: dict[str, list[Path]] = {}
    notes: list[str] = []
    for one in read:
        name, note = whose.of(one, folder)
        schools.setdefault(name, []).append(one.path)
        if note:
            notes.append(note)
    trusts = Counter(one.trust for one in read if one.trust)
    trust = trusts.most_common(1)[0][0] if trusts else ""
    in_order = sorted(schools.items(), key=lambda item: (item[0].casefold(), item[0]))
    drafted = tuple(Drafted(name, {}, tuple(paths)) for name, paths in in_order)
    return Draft(out_of_capitals(trust), "", drafted, (*notes, *_many_files(drafted, folder)))


def _many_files(schools: Iterable[Drafted], folder: Path) -> Iterator[str]:
    """A note for each school with more than one file: last year's beside this year's counts as well."""
    for school in schools:
        if len(school.policies) > 1:
            files = "; ".join(path.relative_to(folder).as_posix() for path in school.policies)
            yield (
                f"{school.name} has {len(school.policies)} files ({files}), and all of them are audited and "
                "counted; if one is an old edition or no policy, take its line out of the manifest"
            )


def trust_of_folder(folder: Path) -> Trust:
    """A folder of policies as a trust, for a look at them without a manifest."""
    return as_trust(schools_in_folder(folder), folder / "trust.yaml")


def schools_in_table(path: Path) -> Draft:
    """The schools of a CSV or XLSX with a row a school; any of a profile's fields may be a column.

    A column `policies` names each school's files, beside the table, with ; between. Raises UnreadableFile
    if the table cannot be read and InvalidProfile, naming cells, if it holds what no field can.
    """
    schools: list[Drafted] = []
    trusts: Counter[str] = Counter()
    for where, data, extra in partial_rows(path, _POLICIES):
        known = known_fields(data, where)
        if known.faults:
            raise InvalidProfile("\n  ".join(known.faults))
        fields = dict(known.fields)
        name = str(fields.get("school_name") or "")
        if not name:
            raise InvalidProfile(f"{where}: the school's name is missing")
        trusts[str(fields.get("trust_name") or "")] += 1
        files = tuple(path.parent / file.strip() for file in extra.split(";") if file.strip())
        schools.append(Drafted(name, fields, files))
    trust = next((name for name, _ in trusts.most_common() if name), "")
    return Draft(trust, "", tuple(schools))


def schools_of_register(folder: Path, group_uid: str) -> Draft:
    """The open schools of a group in the register's files, with what the register knows of each.

    Raises UnreadableFile if a file is missing or is not the register's, and PolicyKitError if the group
    is not there or has no open school.
    """
    group = find_group(folder, group_uid)
    rows = schools_of_group(folder, group_uid)
    if not rows:
        raise PolicyKitError(f"{folder}: the group {group_uid} has no open school")
    trust = out_of_capitals(group[GROUP_NAME])
    return Draft(trust, group_uid.strip(), tuple(_registered(rows, trust)))


def _registered(rows: Any, trust: str) -> Iterator[Drafted]:
    for row in rows:
        fields = school_fields(row)
        if "trust_name" in fields:
            fields["trust_name"] = trust  # a school's own row may have the name of an earlier trust
        known = known_fields(fields, row[NAME])
        yield Drafted(row[NAME], {n: v for n, v in known.fields.items() if n != "school_name"})
