"""From a profile and a template to a school's Word policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from policy_kit.generate.apart import Apart
from policy_kit.generate.context import template_context
from policy_kit.generate.names import safe_name
from policy_kit.generate.policy import Order, make_policy
from policy_kit.generate.school_look import look_of
from policy_kit.generate.templates import TemplateFile, find_template
from policy_kit.standard import load_standard

if TYPE_CHECKING:
    from policy_kit.profile import Profile


def generate_policy(profile: Profile, template: str | Path = "online-safety", *, on: date) -> bytes:
    """Return a school's policy as a Word file; the same profile, template and day give the same bytes.

    `template` is the name of a shipped template or the path of a Word file; one from elsewhere is filled
    in a process of its own. Raises TemplateFault, with the place, if it cannot be filled, and
    InvalidProfile if the logo cannot be used.
    """
    found = find_template(template)
    with maker(found) as make:
        return make(order_for(profile, found, on))


def policy_name(profile: Profile, on: date) -> str:
    """The name for a school's policy file, without its ending: the school's and the year of approval."""
    approved = profile.fields.get("date_approved")
    year = approved.year if isinstance(approved, date) else on.year
    return safe_name(str(profile.fields.get("school_name") or "school"), year)


@contextmanager
def maker(template: TemplateFile) -> Iterator[Callable[[Order], bytes]]:
    """What makes policies from a template: here for our own, in another process for any other."""
    if template.ours:
        yield lambda order: make_policy(template.data, template.name, order)
        return
    with Apart(template.data, template.name) as apart:
        yield apart.make


def order_for(profile: Profile, template: TemplateFile, on: date) -> Order:
    """What one school's policy is made of. Raises InvalidProfile if its logo cannot be used."""
    standard = load_standard(template.standard)
    return Order(
        context=template_context(profile.fields),
        fields=dict(profile.fields),
        on=on,
        template_id=template.id,
        standard=(standard.id, standard.version),
        look=look_of(profile),
    )
