"""What a reading was made of, as one short mark: the same mark, the same reading."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from policy_kit.facts import Facts
from policy_kit.settings import settings_beside
from policy_kit.trust.across.wording import TemplateWording

_OF_CODE = (".py", ".j2", ".css", ".js", ".json")


@cache
def code_version() -> str:
    """A mark of this program's own files, so that a new version reads everything anew."""
    mark = blake2b(digest_size=16)
    for name, data in _sources(files("policy_kit"), ""):
        mark.update(name.encode() + b"\0" + data + b"\0")
    return mark.hexdigest()


def _sources(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    out: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir() and entry.name not in ("__pycache__", "_bundled"):
            out += _sources(entry, f"{name}/")
        elif entry.name.endswith(_OF_CODE):
            out.append((name, entry.read_bytes()))
    return out


def basis_of(facts: Facts, templates: Sequence[TemplateWording], members: Sequence[str]) -> str:
    """A mark of all that is the same for every school: code, standard, register, day, templates, members."""
    standard, register = facts.standard, facts.register
    parts = (
        code_version(), facts.on.isoformat(), standard.id, standard.version, repr(standard.sections),
        repr(sorted(standard.words.items())), json.dumps(standard.schema, sort_keys=True),
        register.checked_on.isoformat(), repr(register.documents), repr(register.organisations),
        repr(register.terms), repr(register.calendar),
        *(f"{t.label} {t.version}" for t in templates), json.dumps(list(members)),
    )  # fmt: skip
    return _digest(*(part.encode() for part in parts))


def mark_of(basis: str, path: Path, named: tuple[str, str], profile: Mapping[str, object] | None) -> str:
    """The mark of one policy's reading; '' where the file cannot be opened (it is then read, and says why).

    named: the school and the file as reports name them.
    """
    try:
        data = path.read_bytes()
        settings = settings_beside(path)
        accepted = settings.read_bytes() if settings else b""
    except OSError:
        return ""
    facts = json.dumps(profile, sort_keys=True, default=str) if profile is not None else "none"
    return _digest(basis.encode(), data, accepted, facts.encode(), json.dumps(named).encode())


def _digest(*parts: bytes) -> str:
    mark = blake2b(digest_size=20)
    for part in parts:
        mark.update(len(part).to_bytes(8, "big"))
        mark.update(part)
    return mark.hexdigest()
