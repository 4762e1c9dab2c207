"""The policy's dates are read wherever a school puts them, and those of other matters nowhere."""

from __future__ import annotations

import pytest

from policy_kit.audit import AuditOptions, audit_document, facts_for
from policy_kit.model import Block, BlockKind, Document
from policy_kit.sections.dates import policy_dates
from tests.build import document_from_markup
from tests.families.asking import DAY

_TITLE = "# Online Safety Policy\n\nHarrow Lane Primary School"
_AIMS = "# 1. Aims\n\nHarrow Lane Primary School wants every pupil to be safe online, here and at home."
_ROLES = "# 2. Roles\n\nThe head leads on safety, and every adult reports a worry to the DSL."
_BODY = "\n\n".join(
    f"# {number}. {title}\n\n{text}"
    for number, title, text in (
        (3, "Teaching", "Pupils are taught in computing and in PSHE how to be safe online."),
        (4, "Phones", "Phones are handed in at the gate and given back at the end of the day."),
        (5, "Filtering", "The filter blocks what would harm a child, and its log is read each week."),
        (6, "Complaints", "A complaint is sent to the office, which passes it on."),
    )
)
_RULES = (
    "I will be kind.\n\nI will keep my password to myself.\n\nI will tell an adult if I am worried.\n\n"
    "I will ask before I take a picture.\n\nI will hand in my phone.\n\nI will not open what I do not know."
    "\n\nSigned ______ Date ______"
)
_FORMS = "\n\n".join(
    f"# Appendix {letter}: Acceptable use agreement for {whom}\n\n{_RULES}"
    for letter, whom in (("A", "pupils"), ("B", "staff"), ("C", "parents"))
)
_PLACES = {
    "after the title": (_TITLE, "{}", _AIMS, _ROLES, _BODY, _FORMS),
    "under the aims": (_TITLE, _AIMS, "{}", _ROLES, _BODY, _FORMS),
    "under the roles": (_TITLE, _AIMS, _ROLES, "{}", _BODY, _FORMS),
    "under a foreword": (_TITLE, "# Foreword\n\nWe all live online now.", "{}", _AIMS, _ROLES, _BODY, _FORMS),
    "before the first agreement": (_TITLE, _AIMS, _ROLES, _BODY, "{}", _FORMS),
    "under a heading before the first agreement": (_TITLE, _AIMS, _ROLES, _BODY, "# 7. Signed", "{}", _FORMS),
    "after the last agreement": (_TITLE, _AIMS, _ROLES, _BODY, _FORMS, "{}"),
}
_SAID = {
    "a line": "Agreed by governors: 4 May 2026. Next review: May 2027.",
    "two lines": "Approved: 4 May 2026\n\nTo be reviewed: May 2027",
    "a table": "| Agreed by governors | 4 May 2026 |\n| Next review | May 2027 |",
    "a sentence": "This policy was agreed by governors on 4 May 2026 and will be reviewed in May 2027.",
    "a line of few words": "Agreed 4 May 2026 (governors). Due May 2027.",
    "a list": "- Agreed by governors: 4 May 2026\n- Next review: May 2027",
    "a signature": "Signed: J Poe (Chair of Governors)\n\nDate: 4 May 2026\n\nReview date: May 2027",
}


def _dates_in(parts: tuple[str, ...], said: str) -> set[tuple[str, str]]:
    text = "\n\n".join(parts).replace("{}", said)
    policy, _ = audit_document(document_from_markup(text), facts_for(DAY, AuditOptions()))
    return {(found.kind.value, str(found.date)) for found in policy.dates if found.date}


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("said", _SAID)
def test_dates_are_read_wherever_they_stand(place: str, said: str) -> None:
    assert _dates_in(_PLACES[place], _SAID[said]) == {
        ("approved", "2026-05-04"),
        ("next_review", "2027-05-31"),
    }


@pytest.mark.parametrize("heading", ["Filtering", "Staff training", "Linked policies", "The school network"])
@pytest.mark.parametrize("said", ["a line", "two lines", "a list"])
def test_lines_under_another_matter_are_not_the_policys(heading: str, said: str) -> None:
    under = f"# 3. {heading}\n\nThis is looked after by the network manager and the head.\n\n{{}}"
    assert _dates_in((_TITLE, _AIMS, _ROLES, under, _BODY, _FORMS), _SAID[said]) == set()


@pytest.mark.parametrize(
    "said",
    [
        "Next review: May 2027",
        "Agreed by governors: 4 May 2026",
        "Risk assessment agreed: 4 May 2026. Next review: May 2027.",
        "Ofsted inspected us on 4 May 2026.\n\nThe next visit is due in May 2027.",
    ],
)
def test_a_line_that_may_be_of_anything_is_left_alone(said: str) -> None:
    assert _dates_in(_PLACES["under the roles"], said) == set()


def test_a_row_without_cells_does_no_harm() -> None:
    rows = (("Version", "Approved on"), ("2", "4 May 2026"), ())
    blocks = tuple(
        Block(at, BlockKind.TABLE_ROW, " | ".join(cells), cells=cells, table=0)
        for at, cells in enumerate(rows)
    )
    (found,) = policy_dates(Document("policy.docx", "docx", "", blocks))
    assert str(found.date) == "2026-05-04"
