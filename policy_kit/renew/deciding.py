"""Whether anything is left to decide in a renewal: the comments that ask for it and are not done."""

from __future__ import annotations

from pathlib import Path

from policy_kit.model import Comment
from policy_kit.renew.remarks import TO_DECIDE
from policy_kit.sources import read


def left_to_decide(path: Path) -> tuple[Comment, ...]:
    """The comments of a Word file that a renewal put there for a person to settle.

    Raises UnreadableFile if the file cannot be read.
    """
    return tuple(c for c in read(path).comments if c.text.lstrip().startswith(TO_DECIDE))
