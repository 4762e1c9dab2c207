"""How a citation stands on a day: current, superseded, withdrawn, or not to be told."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from policy_kit.guidance.citations import Citation
from policy_kit.guidance.model import Edition, GuidanceDocument
from policy_kit.guidance.register import Register
from policy_kit.quick import dataclass


class State(StrEnum):
    """How a citation stands on a day."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    UNDATED = "undated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """A citation judged for a day and a nation.

    cited: the edition it means, if the register knows it; in_force: the one in force that day.
    """

    citation: Citation
    document: GuidanceDocument
    state: State
    cited: Edition | None = None
    in_force: Edition | None = None


def judge(citation: Citation, register: Register, on: date, nation: str = "England") -> Standing | None:
    """How a citation stands; None if the register does not hold its document."""
    document = register.document(citation.document_id)
    if document is None:
        return None
    cited = document.edition(citation.edition) if citation.edition else None
    in_force = register.in_force(document.id, on, nation)
    return Standing(citation, document, _state(citation, document, cited, in_force, on), cited, in_force)


def _state(
    citation: Citation,
    document: GuidanceDocument,
    cited: Edition | None,
    in_force: Edition | None,
    on: date,
) -> State:
    ended = document.ends(document.line[-1]) if document.line else None
    if document.withdrawn and ended and ended <= on:
        return State.WITHDRAWN
    if citation.how == "wording":
        return _state_of_wording(citation, document, on)
    if citation.year is None and cited is None:
        return State.UNDATED
    if cited is not None:
        return _state_of_edition(cited, document, in_force, on)
    if in_force and citation.year and in_force.years and citation.year < min(in_force.years):
        return State.SUPERSEDED
    return State.UNKNOWN


def _state_of_wording(citation: Citation, document: GuidanceDocument, on: date) -> State:
    """Wording of editions before one is old once that one is in force; wording with no edition is old."""
    wording = citation.wording
    first = document.edition(wording.before) if wording and wording.before else None
    if first is None or first.starts is None:
        return State.SUPERSEDED
    return State.SUPERSEDED if first.starts <= on else State.CURRENT


def _state_of_edition(
    cited: Edition, document: GuidanceDocument, in_force: Edition | None, on: date
) -> State:
    if cited.kind == "not-issued":
        return State.SUPERSEDED
    if in_force and cited.label == in_force.label:
        return State.CURRENT
    if cited.starts and cited.starts > on:
        return State.CURRENT  # known, and ahead of its day
    ends = document.ends(cited)
    if ends is not None:
        return State.SUPERSEDED if ends <= on else State.CURRENT
    if in_force and cited.superseded_by:
        return State.SUPERSEDED
    return State.UNKNOWN
