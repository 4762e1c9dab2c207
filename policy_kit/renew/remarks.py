"""The comments that a renewal puts beside what a person has to decide, or should know."""

from __future__ import annotations

from policy_kit.compare.redline import Remark
from policy_kit.renew.model import Conflict, Followed

AUTHOR = "policy_kit"
TO_DECIDE = "To decide:"
_LONGEST = 600


def conflict_remark(conflict: Conflict, why: str) -> Remark:
    """What each side did with a sentence, why the template changed, and what to do about it.

    why: what is known of the template's reason, in a sentence; '' if nothing is.
    """
    if not conflict.mine and conflict.base:
        first = (
            "you took this out, and this year's template words it anew. It is put back for you to look at."
        )
        act = "Keep it, or take it out again; then delete this comment."
    elif not conflict.theirs:
        first = "you changed this, and this year's template no longer has it. Your words stand."
        act = "Keep your words, or take them out; then delete this comment."
    else:
        first = "you and this year's template both changed this. Both texts stand, yours first."
        act = "Keep one, or write one from both, and take the other out; then delete this comment."
    said = [f"{TO_DECIDE} {first}"]
    for label, text in (
        ("Last year's template", conflict.base),
        ("Yours", conflict.mine),
        ("This year's template", conflict.theirs),
    ):
        if text:
            said.append(f"{label}: “{_short(text)}”")
    if why:
        said.append(f"Why the template changed: {why}")
    return Remark((*said, act), author=AUTHOR)


def followed_remark(followed: Followed, label: str) -> Remark:
    """That a name or date follows the profile though the file said something else."""
    return Remark(
        (
            "Taken from the profile.",
            f"Your file said “{followed.yours}” here. The profile says “{followed.profile}” ({label}).",
            "If your file was right, mend the profile and renew again.",
        ),
        words=followed.profile,
        author=AUTHOR,
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
