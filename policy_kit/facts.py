"""All that a check may know besides the policy: passed in, never read from a clock or a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from policy_kit.guidance import Register
from policy_kit.quick import dataclass
from policy_kit.standard import Standard

if TYPE_CHECKING:
    from policy_kit.profile import Profile


@dataclass(frozen=True)
class Facts:
    """The standard, the guidance register, the school's profile if given, and the day.

    known_schools: names of other schools (from the school register, a trust or an area), for
    spotting a name that was left in from elsewhere. registered_schools: the names of all schools, from the
    register of schools, by which a name is sure to be one.
    """

    standard: Standard
    register: Register
    on: date
    profile: Profile | None = None
    known_schools: tuple[str, ...] = ()
    registered_schools: tuple[str, ...] = ()
