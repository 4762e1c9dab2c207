"""Whether anything is left to decide in a renewal: the comments that ask for it and are not done."""

from __future__ import annotations

from pathlib import Path

from policy_kit.model import Comment
from policy_kit.renew.record import read_record
from policy_kit.renew.remarks import TO_DECIDE
from policy_kit.renew.renewing import NoBase
from policy_kit.sources import read


def left_to_decide(path: Path) -> tuple[Comment, ...]:
    """The comments of a Word file that a renewal put there for a person to settle.

    Raises UnreadableFile if the file cannot be read, NoBase if it is no renewal: it holds no such comment,
    and no record of having been made here.
    """
    document = read(path)
    left = tuple(c for c in document.comments if c.text.lstrip().startswith(TO_DECIDE))
    if not left and read_record(document.provenance) is None:
        raise NoBase(f"{path}: this file does not come from `policy-kit renew`, so it has nothing to check")
    return left
