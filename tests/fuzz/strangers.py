"""Audits every file of a folder, and tracks the changes from each Word file to the next.

`make strangers FOLDER=~/documents` runs it on files that nobody made for these tests, such as the samples of
other word processors. No file may bring an audit down, none but a policy may be taken for one, and accepting
the changes between two files must give the second, unless it is told what could not be carried over. What
fails is told, one line a file.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from policy_kit.audit import AuditOptions, audit_file, facts_for
from policy_kit.compare.redlining import redline_files
from policy_kit.errors import PolicyKitError
from policy_kit.facts import Facts
from policy_kit.model import Document
from policy_kit.sources import is_readable_name, read

_DAY = date(2026, 11, 21)


def failures(files: Sequence[Path]) -> Iterator[str]:
    """What fails on the files, a line each."""
    options = AuditOptions()
    facts = facts_for(_DAY, options)
    for path in files:
        yield from _of_an_audit(path, facts, options)
    for old, new in pairwise(path for path in files if path.suffix.lower() == ".docx"):
        yield from _of_changes(old, new)


def _of_an_audit(path: Path, facts: Facts, options: AuditOptions) -> Iterator[str]:
    try:
        audit, _ = audit_file(path, facts, options)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must be told
        yield f"{path}: the audit failed: {_told(error)}"
        return
    if audit.policy is not None and audit.policy.is_policy:
        yield f"{path}: is taken for an online safety policy"


def _of_changes(old: Path, new: Path) -> Iterator[str]:
    try:
        tracked = redline_files(old, new, _DAY)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "changes.docx"
            path.write_bytes(tracked.data)
            accepted = read(path)
        if not tracked.told and _said(accepted) != _said(read(new)):
            yield f"{old}, {new}: accepting the changes does not give the second"
    except PolicyKitError:
        return  # told in one line, as the audit of the file was
    except Exception as error:  # noqa: BLE001 - whatever it is, it must be told
        yield f"{old}, {new}: the comparison failed: {_told(error)}"


def _said(document: Document) -> list[str]:
    return sorted(filter(None, (" ".join(block.text.split()) for block in document.body)))


def _told(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(place.filename).name}, line {place.lineno})"


def main() -> None:
    """Tell what fails in the folder that the command line names; status 1 if anything does."""
    folder = Path(sys.argv[1]).expanduser()
    files = sorted(path for path in folder.rglob("*") if path.is_file() and is_readable_name(path))
    found = 0
    for line in failures(files):
        print(line)
        found += 1
    print(f"{len(files)} files, {found} failures")
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
