"""The redline of two files: the old Word file with what the new one says as tracked changes."""

from __future__ import annotations

import datetime
from pathlib import Path

from policy_kit.compare.redline import Redlined, read_word, redline
from policy_kit.compare.tracking import plan_from_document, plan_from_word
from policy_kit.errors import PolicyKitError
from policy_kit.sources import read
from policy_kit.sources.kinds import kind_of
from policy_kit.sources.opening import file_bytes

AUTHOR = "policy-kit"


def redline_files(old: Path, new: Path, on: datetime.date, author: str = AUTHOR) -> Redlined:
    """The old Word file with the changes to the new file tracked, dated on this day.

    new: a Word file, whose look comes with its words, or any other that can be read, whose words take the
    look of the old file. Raises UnreadableFile if a file cannot be read, PolicyKitError if the old one is no
    Word file.
    """
    data = file_bytes(old)
    kind = kind_of(data, old)
    if kind != "docx":
        raise PolicyKitError(
            f"{old}: tracked changes can only be written into a Word file (.docx), and this is not one; "
            "open it in Word, save it as .docx and give that, or leave -o out to read what changed here"
        )
    before = read_word(data, str(old))
    other = file_bytes(new)
    told: list[str] = []
    if kind_of(other, new) == "docx":
        after = read_word(other, str(new))
        plan, told = plan_from_word(before, after)
        if after.accepted:
            told.append(f"{new}: its {after.accepted} tracked changes were taken as accepted")
    else:
        plan, told = plan_from_document(before, read(old), read(new))
    done = redline(data, plan, author=author, date=on, label=str(old))
    if done.accepted:
        told.append(
            f"{old}: its {done.accepted} tracked changes were taken as accepted, so that only the marks of "
            "this comparison stand in the redline"
        )
    return Redlined(done.data, done.accepted, (*told, *done.told))
