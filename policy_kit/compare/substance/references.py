"""Which guidance and which addresses only one of the files refers to, and in which editions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_kit.changes import Substance, SubstanceChange
from policy_kit.guidance import Register
from policy_kit.guidance.citations import Citation, find_citations
from policy_kit.model import Location, Policy
from policy_kit.sections.lines import split_sentences

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s|<>\"”)]+", re.IGNORECASE)


def changed_references(old: Policy, new: Policy, register: Register) -> Iterator[SubstanceChange]:
    """The guidance and the web addresses that only one file names, or that both name in other editions."""
    was, now = _by_document(old, register), _by_document(new, register)
    titles = {document.id: document.title for document in register.documents}
    for document in dict.fromkeys((*was, *now)):
        before, after = was.get(document, []), now.get(document, [])
        gone, come = _editions(before), _editions(after)
        if set(gone) != set(come) or bool(before) != bool(after):
            yield _told(titles.get(document, document), before, after, old, new)
    yield from _changed_addresses(old, new)


def _by_document(policy: Policy, register: Register) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = {}
    for citation in find_citations(policy.document.text_blocks, register):
        if citation.how not in ("wording", "link"):
            found.setdefault(citation.document_id, []).append(citation)
    return found


def _editions(citations: list[Citation]) -> dict[str, Citation]:
    """The editions that a file names, each with where it does so first; those undated are left out."""
    named: dict[str, Citation] = {}
    for citation in citations:
        edition = citation.edition or (str(citation.year) if citation.year else "")
        if edition:
            named.setdefault(edition, citation)
    return named


def _told(
    title: str, before: list[Citation], after: list[Citation], old: Policy, new: Policy
) -> SubstanceChange:
    gone, come = _editions(before), _editions(after)
    left = next((c for e, c in gone.items() if e not in come), before[0] if before else None)
    right = next((c for e, c in come.items() if e not in gone), after[0] if after else None)
    old_place, new_place = _place(old, left), _place(new, right)
    here = new_place or old_place
    return SubstanceChange(
        Substance.REFERENCE, title, _said(before, gone), _said(after, come),
        here.heading_path[-1] if here and here.heading_path else "",
        _quote(old, left), _quote(new, right), old_place, new_place,
    )  # fmt: skip


def _said(citations: list[Citation], editions: dict[str, Citation]) -> str:
    if not citations:
        return ""
    return ", ".join(sorted(editions)) or "named without a year"


def _place(policy: Policy, citation: Citation | None) -> Location | None:
    return policy.location(policy.document.blocks[citation.block]) if citation else None


def _quote(policy: Policy, citation: Citation | None) -> str:
    """The sentence that a citation stands in, or all of its paragraph."""
    if citation is None:
        return ""
    text = policy.document.blocks[citation.block].text
    words = text[slice(*citation.span)]
    return next((one for one in split_sentences(text) if words and words in one), text)


def _changed_addresses(old: Policy, new: Policy) -> Iterator[SubstanceChange]:
    was, now = _addresses(old), _addresses(new)
    for address, (shown, place) in was.items():
        if address not in now:
            yield SubstanceChange(Substance.REFERENCE, "Web address", shown, "", old_location=place)
    for address, (shown, place) in now.items():
        if address not in was:
            yield SubstanceChange(Substance.REFERENCE, "Web address", "", shown, new_location=place)


def _addresses(policy: Policy) -> dict[str, tuple[str, Location]]:
    """The web addresses of the running text and behind its links, each where it stands first."""
    found: dict[str, tuple[str, Location]] = {}
    for block in policy.document.text_blocks:
        targets = [link.target for link in block.links]
        for target in (*_ADDRESS.findall(block.text), *targets):
            if _ADDRESS.match(target):
                shown = target.rstrip(".,;:")
                key = re.sub(r"^https?://(?:www\.)?|^www\.", "", shown.casefold()).rstrip("/")
                found.setdefault(key, (shown, policy.location(block)))
    return found
