"""Did you mean: the nearest field or choice to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from policy_kit.profile.fields import profile_fields

_NEAR = 0.7
_LONGEST = 80  # nothing longer is a slip for a field or a choice


def nearest_field(name: str) -> str | None:
    """The id of the field whose id or title is nearest to a misspelt one, or None."""
    by_form = {field.title.casefold(): field.id for field in profile_fields().values()}
    by_form |= {name_.replace("_", " "): name_ for name_ in profile_fields()}
    form = " ".join(name.casefold().replace("_", " ").replace("-", " ").split())
    close = get_close_matches(form[:_LONGEST], by_form, 1, _NEAR)
    return by_form[close[0]] if close else None


def nearest_choice(word: str, choices: Iterable[str]) -> str | None:
    """The choice nearest to a misspelt one, or None."""
    by_form = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(word.casefold()[:_LONGEST], by_form, 1, _NEAR)
    return by_form[close[0]] if close else None


def did_you_mean(word: str | None) -> str:
    """The question after a fault ("; did you mean primary?"), or nothing where nothing is near."""
    return f"; did you mean {word}?" if word else ""
