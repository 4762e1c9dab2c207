"""Makes one school's policy: template filled, numbers and contents put in, provenance written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any

from policy_kit.generate.aside import Shortened, learn, put_back, set_aside
from policy_kit.generate.contents import fill_contents
from policy_kit.generate.context import Plain
from policy_kit.generate.headings import headings
from policy_kit.generate.package import DOCUMENT, pack, parse, serialise
from policy_kit.generate.properties import with_dates
from policy_kit.generate.provenance import as_json, blocks_of, said_by, with_record
from policy_kit.generate.references import fill_references
from policy_kit.generate.render import CompiledTemplate, compile_template, fill
from policy_kit.generate.school_look import SchoolLook, place_logo, with_colour
from policy_kit.generate.styles import Styles, styles_of
from policy_kit.generate.tables import mend_tables
from policy_kit.quick import dataclass
from policy_kit.version import __version__


@dataclass(frozen=True, slots=True)
class Order:
    """What one school's policy is made of, as plain data, so that another process can make it too.

    context: every name a template may use; fields: the profile as it goes into the provenance;
    standard: (id, version); look: the school's colour and logo.
    """

    context: Mapping[str, Plain]
    fields: Mapping[str, Any]
    on: date
    template_id: str
    standard: tuple[str, str]
    look: SchoolLook = field(default_factory=SchoolLook)

    def as_json(self) -> dict[str, Any]:
        """The order as JSON can hold it."""
        return {
            "context": as_json(self.context),
            "fields": as_json(self.fields),
            "on": self.on.isoformat(),
            "template_id": self.template_id,
            "standard": list(self.standard),
            "look": self.look.as_json(),
        }

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Order:
        """The order that `as_json` gave."""
        standard = given["standard"]
        return cls(
            given["context"],
            given["fields"],
            date.fromisoformat(given["on"]),
            given["template_id"],
            (standard[0], standard[1]),
            SchoolLook.from_json(given["look"]),
        )


def make_policy(template: bytes, name: str, order: Order) -> bytes:
    """Return the Word file; the same order gives the same bytes.

    Raises TemplateFault, with the place, if the template cannot be used or a value is missing.
    """
    compiled = compile_template(template, name)
    parts = fill(compiled, order.context)
    styles = styles_of(parts, name)
    short = _shortened(parts[DOCUMENT], compiled, styles)
    root = parse(short.document, name, DOCUMENT)
    found = headings(root, parts, name)
    fill_references(root, found, name)
    contents = fill_contents(root, found, styles)
    mend_tables(root, styles.ids)
    parts = place_logo(root, parts, order.look)
    parts[DOCUMENT] = put_back(serialise(root), short)
    if order.look.colour:
        parts = with_colour(parts, order.look.colour)
    parts = with_dates(parts, order.on, name)
    aside = [[compiled.known[unit] for unit in run] for run in short.runs]
    record = {
        "made_by": f"policy_kit {__version__}",
        "template": {"id": order.template_id, "version": compiled.version},
        "standard": {"id": order.standard[0], "version": order.standard[1]},
        "on": order.on.isoformat(),
        "profile": as_json(order.fields),
        "blocks": list(blocks_of(root, styles.levels, contents, aside)),
    }
    return pack(with_record(parts, record))


def _shortened(document: bytes, compiled: CompiledTemplate, styles: Styles) -> Shortened:
    """The filled document with what is the same for most schools set aside, if it can be."""
    if not compiled.plain:
        return Shortened(document)
    short = set_aside(document, styles.levels)
    sound = learn(short, compiled.known, lambda unit: said_by(unit, styles.levels), compiled.name)
    return short if sound else Shortened(document)
