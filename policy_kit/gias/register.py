"""Finds a school, a group and a group's schools in the files of the DfE's register of schools.

The files are what the register offers for download: edubasealldata*.csv (every school), alllinksdata*.csv
(which school is in which group), allgroupsdata*.csv (trusts and other groups). Their columns come and go,
so only those used are asked for. They are read as a stream: the largest is 60 MB.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from policy_kit.errors import PolicyKitError, UnreadableFile

School = Mapping[str, str]

URN = "URN"
NAME = "EstablishmentName"
STATUS = "EstablishmentStatus (name)"
GROUP = "Group UID"
GROUP_NAME = "Group Name"
_STEMS = {"schools": "edubasealldata", "links": "alllinksdata", "groups": "allgroupsdata"}
_WHERE = "https://get-information-schools.service.gov.uk, under Downloads"
_MARK = "\ufeff".encode().decode("latin-1")  # of UTF-8, as Latin-1 reads it


def find_school(register: Path, urn: str) -> School:
    """Return the row of one open school, by column name.

    register: an edubasealldata file, or a folder that holds one. Raises UnreadableFile if it is not
    the register, and PolicyKitError if no school has the number or the school is closed.
    """
    file = _file(register, "schools")
    wanted = urn.strip()
    for row in _rows_with(file, URN, {wanted}, needed=(URN, NAME, STATUS)):
        if _is_open(row):
            return row
        day = f" on {row['CloseDate']}" if row.get("CloseDate") else ""
        raise PolicyKitError(f"{file}: {row[NAME]} ({wanted}) closed{day}; give the school that followed it")
    raise PolicyKitError(
        f"{file}: no school has the number {wanted}; look it up at {_WHERE.partition(',')[0]}"
    )


def all_school_names(register: Path) -> tuple[str, ...]:
    """Return the name of every school, open or closed, each once and in order.

    register: an edubasealldata file, or a folder that holds one. Raises UnreadableFile if it is no such file.
    """
    with _opened(_file(register, "schools"), needed=(URN, NAME)) as (header, rows):
        at = header.index(NAME)
        return tuple(sorted({_decoded(row[at]).strip() for row in rows if len(row) > at}))


def find_group(folder: Path, group_uid: str) -> School:
    """Return the row of one group (a trust, a federation) by its Group UID; raises as find_school does."""
    file = _file(folder, "groups")
    for row in _rows_with(file, GROUP, {group_uid.strip()}, needed=(GROUP, GROUP_NAME)):
        return row
    raise PolicyKitError(f"{file}: no group has the Group UID {group_uid}")


def schools_of_group(folder: Path, group_uid: str) -> tuple[School, ...]:
    """Return the rows of a group's open schools, by name.

    Membership is what the links file says by Group UID, not the trust named in a school's own row, which
    may be stale. Raises UnreadableFile if a file is missing or not the register's, and PolicyKitError if
    the group has no school.
    """
    links = _file(folder, "links")
    urns = {row[URN] for row in _rows_with(links, GROUP, {group_uid.strip()}, needed=(URN, GROUP))}
    if not urns:
        raise PolicyKitError(f"{links}: no school belongs to a group with the Group UID {group_uid}")
    register = _file(folder, "schools")
    rows = _rows_with(register, URN, urns, needed=(URN, NAME, STATUS))
    return tuple(sorted((row for row in rows if _is_open(row)), key=lambda row: (row[NAME], row[URN])))


def _is_open(row: School) -> bool:
    """Open, or open and proposed to close."""
    return row[STATUS].startswith("Open")


def _file(path: Path, kind: str) -> Path:
    """The file itself, or the newest of its kind in a folder: their names end in the day."""
    stem = _STEMS[kind]
    if not path.is_dir():
        return path
    found = sorted(p for p in path.iterdir() if p.name.startswith(stem) and p.suffix.lower() == ".csv")
    if not found:
        raise UnreadableFile(f"{path}: holds no {stem}….csv; download it from {_WHERE}")
    return found[-1]


def _rows_with(
    file: Path, column: str, values: Iterable[str], needed: tuple[str, ...]
) -> Iterator[dict[str, str]]:
    """The rows whose column holds one of the values; only these are decoded."""
    wanted = frozenset(values)
    with _opened(file, needed) as (header, rows):
        at = header.index(column)
        for row in rows:
            if len(row) > at and row[at] in wanted:
                yield dict(zip(header, (_decoded(cell).strip() for cell in row), strict=False))


@contextmanager
def _opened(file: Path, needed: tuple[str, ...]) -> Iterator[tuple[list[str], Iterator[list[str]]]]:
    """The column names and the rows of a file of the register. Latin-1 reads any byte."""
    try:
        with file.open(encoding="latin-1", newline="") as stream:
            if stream.read(len(_MARK)) != _MARK:
                stream.seek(0)
            reader = csv.reader(stream)
            header = [_decoded(name).strip() for name in next(reader, [])]
            _check_columns(file, header, needed)
            yield header, reader
    except FileNotFoundError as error:
        raise UnreadableFile(f"{file}: there is no such file; download it from {_WHERE}") from error
    except OSError as error:
        raise UnreadableFile(f"{file}: could not be read ({error.strerror or error})") from error
    except csv.Error as error:
        raise UnreadableFile(f"{file}: this is not valid CSV ({error}); download it again") from error


def _check_columns(file: Path, header: list[str], needed: tuple[str, ...]) -> None:
    missing = [name for name in needed if name not in header]
    if missing:
        raise UnreadableFile(
            f"{file}: has no column {missing[0]!r}, so it is not this file of the register; "
            f"download it from {_WHERE}"
        )


def _decoded(cell: str) -> str:
    """A cell read as Latin-1 as it was meant: UTF-8 if its bytes are that, else Windows-1252."""
    if cell.isascii():
        return cell
    data = cell.encode("latin-1")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
