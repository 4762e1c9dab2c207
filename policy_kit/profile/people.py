"""A person, an account or a policy written on one line, taken apart: "Mr Owen Pryce, DSL, ext 210"."""

from __future__ import annotations

import re

from policy_kit.naming.legal_forms import LEGAL_FORM
from policy_kit.regexes import regex

_CONTACT = regex(
    r"@|https?://|www\.|^(?:c/o|care of|via|by letter)\b"
    r"|\b(?:ext(?:ension|n)?|tel(?:ephone)?|phone|mobile|room)\b\.?:? ?\d"
    r"|^[+(]?\d[\d ()\-]{4,}",
    re.IGNORECASE,
)
# Letters after a name, and the ends of firms' names, belong to the name and not to a post.
_PART_OF_NAME = regex(
    r"(?:OBE|MBE|CBE|DBE|KBE|JP|DL|PhD|EdD|MA|MSc|MEd|BA|BSc|NPQH|FRSA|Jr|Sr"
    rf"|.*\b{LEGAL_FORM})\.?",
    re.IGNORECASE,
)
_BRACKETED = regex(r"(.+?)\s*[(<]([^()<>]+(?:\(\d[^()]*\))?[^()<>]*)[)>]")
_WITH_ADDRESS = regex(r"(.+?),?\s*[(<]?((?:https?://|www\.)[^\s()<>]+)[)>]?")


def person_from_text(text: str) -> dict[str, str]:
    """Return {name, role, contact}, with the parts that the text gives; after the name commas divide.

    What reads as a phone number, extension, e-mail or web address is the contact, the rest the role.
    """
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed and _CONTACT.search(bracketed[2]):
        text = f"{bracketed[1]}, {bracketed[2]}"
    parts = [part.strip() for part in text.split(",")]
    parts = [part for part in parts if part]
    contact: list[str] = []
    while len(parts) > 1 and _CONTACT.search(parts[-1]):
        contact.insert(0, parts.pop())
    firm = max((i for i, part in enumerate(parts[1:], 1) if _PART_OF_NAME.fullmatch(part)), default=0)
    person = {
        "name": ", ".join(parts[: firm + 1]),
        "role": ", ".join(parts[firm + 1 :]),
        "contact": ", ".join(contact),
    }
    return {key: value for key, value in person.items() if value}


def organisation_from_text(text: str) -> dict[str, str]:
    """Return {name, contact}: as for a person, but nothing in the name is a role."""
    person = person_from_text(text)
    role = person.pop("role", "")
    if role:
        person["name"] = f"{person['name']}, {role}"
    return person


def account_from_text(text: str) -> dict[str, str] | str:
    """Return {platform, handle} from "platform: handle"; the text itself if it is not of that form."""
    platform, colon, handle = (part.strip() for part in text.partition(":"))
    if not colon or not platform or not handle or handle.startswith("//"):
        return text
    return {"platform": platform, "handle": handle}


def linked_policy_from_text(text: str) -> dict[str, str]:
    """Return {title, url} from a title that an address may follow."""
    found = _WITH_ADDRESS.fullmatch(text)
    if not found:
        return {"title": text}
    return {"title": found[1].rstrip(" ,:-–"), "url": found[2]}


def on_one_line(kind: str, parts: dict[str, str]) -> str | None:
    """The one-line form that reads back as the same parts, or None where there is none."""
    match kind:
        case "account":
            text = f"{parts.get('platform', '')}: {parts.get('handle', '')}"
            return text if account_from_text(text) == parts else None
        case "linkedPolicy":
            text = ", ".join(part for part in (parts.get("title"), parts.get("url")) if part)
            return text if linked_policy_from_text(text) == parts else None
    text = ", ".join(parts[key] for key in ("name", "role", "contact") if parts.get(key))
    read = organisation_from_text if kind == "organisation" else person_from_text
    return text if read(text) == parts else None
