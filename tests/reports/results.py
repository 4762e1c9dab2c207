"""Three invented audits, bad, middling and clean, that every report is tried on; no check made them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from policy_kit.findings import (
    AuditResult,
    Finding,
    PolicyAudit,
    Rule,
    Severity,
    Source,
    Suppression,
    with_fingerprints,
)
from policy_kit.model import (
    Confidence,
    DateKind,
    Document,
    Evidence,
    Location,
    NotChecked,
    Part,
    Person,
    PointResult,
    Policy,
    PolicyDate,
    SectionResult,
    SectionStatus,
)
from policy_kit.standard import Point, Standard, StandardSection
from tests.build import document_from_markup

ON = date(2026, 11, 21)
_E, _W, _A = Severity.ERROR, Severity.WARNING, Severity.ADVICE
RULES = {
    rule.code: rule
    for rule in (
        Rule("PK101", "missing-section", _E, "A section the standard requires has no text."),
        Rule("PK103", "missing-point", _E, "A must point was not found in a section."),
        Rule("PK202", "duplicated-passage", _W, "A paragraph or bullet stands twice."),
        Rule("PK301", "superseded-edition", _E, "An old edition of guidance is cited."),
        Rule("PK303", "retired-term", _A, "Wording that the guidance gave up."),
        Rule("PK401", "review-overdue", _E, "The next review date is past."),
        Rule("PK501", "placeholder-left", _E, "A blank of the template was left in."),
        Rule("PK603", "people-disagree", _W, "Names or posts clash inside the policy."),
        Rule("PK705", "broken-link", _A, "An empty, split or malformed link."),
    )
}
STANDARD = Standard(
    id="online-safety",
    title="Online safety policy",
    version="2026.11",
    checked_on=date(2026, 11, 20),
    sections=tuple(
        StandardSection(id_, title, level, purpose, order, (title,), (), points, questions, 12)
        for order, (id_, title, level, purpose, points, questions) in enumerate(
            (
                (
                    "document-control", "Document control", "expected", "Says who approved it and when.",
                    (Point("dc-review", "Gives the next review date", "must", "", ()),),
                    ("When did the board last read it?",),
                ),
                (
                    "aims-and-scope", "Aims and scope", "expected", "Says what it is for and whom it binds.",
                    (Point("as-who", "Says to whom the policy applies", "must", "", ()),),
                    ("Does every adult in school know it binds them?",),
                ),
                (
                    "filtering-and-monitoring", "Filtering and monitoring", "statutory",
                    "Says what is filtered and watched, and who owns it.",
                    (
                        Point("fm-roles", "Names who is responsible", "must", "", ()),
                        Point("fm-review", "Reviews provision every year", "must", "", ()),
                        Point("fm-test", "Says how filtering is tested", "should", "", ()),
                    ),
                    ("Show us the last yearly review.", "Who tested the filter, and on what device?"),
                ),
                (
                    "generative-ai", "Generative AI", "recommended", "Says how AI tools may be used.",
                    (Point("ai-use", "Says which tools may be used", "must", "", ()),), (),
                ),
                (
                    "remote-learning", "Remote learning", "recommended", "Says how pupils learn from home.",
                    (), (),
                ),
            )
        )
    ),
    words={},
    schema={},
)  # fmt: skip
_KCSIE = Source("Keeping children safe in education", "https://guidance.example/kcsie")

BAD_MARKUP = """
# Saltmarsh Primary School Online Safety Policy
Approved by governors on 4 March 2021. Next review: March 2022.
The headteacher is Ms Orla Quill. Our DSL is ==[insert name]==.
[toc] 1. Aims 2
# 1. Aims
This policy applies to all pupils, staff & visitors.
Staff follow Keeping children safe in education 2020.
# 2. Filtering
- The leadership team is responsible for filtering.
- Staff report blocked sites to the office.
  - by e-mail
| Who | What |
| DSL | reads the alerts |
| Office | keeps the log <b>safe</b> |
## 2.1 E-safety messages
Pupils are taught e-safety each half term.
[header] Saltmarsh Primary School
[footnote] See the trust's data policy.
"""
MIDDLING_MARKUP = """
# Otterbrook School Online Safety Policy
Approved: 10 September 2026. Next review: September 2027.
# Aims and scope
This policy applies to everyone who works or learns here.
# Filtering and monitoring
The DSL leads on filtering and monitoring.
Provision is reviewed every year by the DSL and governors.
Provision is reviewed every year by the DSL and governors.
"""
CLEAN_MARKUP = """
# Harbour View Academy Online Safety Policy
Approved: 10 September 2026. Next review: September 2027.
# Aims and scope
This policy applies to everyone who works or learns here.
# Filtering and monitoring
The DSL leads on filtering and monitoring, and reviews provision every year.
"""


def finding(
    code: str, message: str, location: Location, quote: str = "", suggestion: str = "", **more: object
) -> Finding:
    """A finding of one of RULES, with the rule's severity unless told otherwise."""
    rule = RULES[code]
    severity = more.pop("severity", rule.severity)
    return Finding(rule, message, location, severity, quote=quote, suggestion=suggestion, **more)  # type: ignore[arg-type]


def _at(document: Document, words: str) -> Location:
    return document.location(next(b for b in document.blocks if words in b.text))


def _section(
    document: Document, section_id: str, status: SectionStatus, found: dict[str, str], heading: str = ""
) -> SectionResult:
    """A section's result; `found` maps each point that is met to the words that make it."""
    standard = STANDARD.section(section_id)
    assert standard is not None
    points = tuple(
        PointResult(
            p.id, p.text, p.level, p.id in found,
            Evidence(found[p.id], _at(document, found[p.id])) if p.id in found else None,
        )
        for p in standard.points
    )  # fmt: skip
    headings = tuple(b for b in document.blocks if heading and b.is_heading and b.text == heading)
    blocks = tuple(b for b in document.text_blocks if heading and heading in document.heading_path(b))
    return SectionResult(
        section_id, standard.title, standard.level, status, headings, blocks,
        sum(len(b.text.split()) for b in blocks), points,
        reason="the school teaches no one at home" if status is SectionStatus.NOT_APPLICABLE else "",
    )  # fmt: skip


def _policy(document: Document, school: str, sections: tuple[SectionResult, ...], **more: object) -> Policy:
    title = document.blocks[0].text
    return Policy(document, title, school, "", True, "", sections, **more)  # type: ignore[arg-type]


def result_of(*audits: PolicyAudit, warnings: tuple[str, ...] = ()) -> AuditResult:
    """An audit's result on the tests' day."""
    return AuditResult(
        ON, STANDARD.id, STANDARD.version, date(2026, 11, 18), audits, warnings,
        STANDARD.title, STANDARD.checked_on,
    )  # fmt: skip


def bad_audit() -> PolicyAudit:
    """A policy with faults of every severity, parts not read, findings accepted, and too many of one kind."""
    document = replace(
        document_from_markup(BAD_MARKUP, "policies/saltmarsh.docx"),
        not_checked=(NotChecked("a picture of text", "it has no text behind it", Location(("1. Aims",), 5)),),
    )
    present, thin, missing = SectionStatus.PRESENT, SectionStatus.THIN, SectionStatus.MISSING
    sections = (
        _section(document, "document-control", present, {"dc-review": "Next review: March 2022"},
                 "Saltmarsh Primary School Online Safety Policy"),
        _section(document, "aims-and-scope", present, {"as-who": "applies to all pupils, staff & visitors"},
                 "1. Aims"),
        _section(document, "filtering-and-monitoring", thin,
                 {"fm-roles": "The leadership team is responsible for filtering."}, "2. Filtering"),
        _section(document, "generative-ai", missing, {}),
        _section(document, "remote-learning", SectionStatus.NOT_APPLICABLE, {}),
    )  # fmt: skip
    approval = _at(document, "Approved by governors")
    dates = (
        PolicyDate("March 2022", DateKind.NEXT_REVIEW, date(2022, 3, 31), "month", approval, "Next review"),
        PolicyDate("4 March 2021", DateKind.APPROVED, date(2021, 3, 4), "day", approval, "Approved"),
        PolicyDate("", DateKind.SHARED, None, "day", approval, "Shared with staff"),
    )
    policy = _policy(
        document, "Saltmarsh Primary School", sections, dates=dates,
        people=(Person("Orla Quill", "headteacher", _at(document, "Orla Quill"), "headteacher"),),
    )  # fmt: skip
    findings = with_fingerprints((*_bad_findings(document), *_many_of_a_kind(document)))
    marked = replace(
        findings[-1], suppressed=Suppression("the trust's own wording", date(2027, 1, 31), "settings")
    )
    unread = (NotChecked("the chart on page 3", "charts are not read"),)
    return PolicyAudit(document.path, None, policy, (*findings[:-1], marked), unread)


def _bad_findings(document: Document) -> tuple[Finding, ...]:
    filtering = "filtering-and-monitoring"
    return (
        finding("PK101", "There is no section on generative AI.", Location(), section="generative-ai",
                suggestion="Add a section that says which AI tools pupils and staff may use.",
                sources=(_KCSIE,)),
        finding("PK103", "Not found: reviews provision every year.", _at(document, "2. Filtering"),
                section=filtering, key="fm-review", quote="2. Filtering",
                suggestion="Say who reviews filtering and monitoring, how, and that it is every year.",
                sources=(_KCSIE, Source("Filtering and monitoring standards"))),
        finding("PK301", "The 2020 edition of Keeping children safe in education is cited; the 2026 edition "
                "is in force.", _at(document, "2020"), "Keeping children safe in education 2020",
                "Cite the 2026 edition, and read what changed before you do.", section="aims-and-scope",
                sources=(_KCSIE,), related=(_at(document, "E-safety messages"),)),
        finding("PK401", "The next review was due in March 2022.", _at(document, "Approved by governors"),
                "Next review: March 2022", "Review the policy, and set the next date.",
                section="document-control"),
        finding("PK501", "A blank of the template was left in.", _at(document, "insert name"),
                "[insert name]", "Write the name of the designated safeguarding lead.",
                section="document-control"),
        finding("PK303", "The guidance now says online safety.", _at(document, "taught e-safety"),
                "Pupils are taught e-safety each half term", "Write “online safety”.",
                section=filtering, confidence=Confidence.MEDIUM),
        finding("PK705", "A link in the page header leads nowhere.",
                Location((), document.margins[0].index, None, None, Part.HEADER), "Saltmarsh Primary School",
                "Take the link out."),
        finding("PK603", "The log's cell holds markup: <b>safe</b>.", _at(document, "keeps the log"),
                "<b>safe</b>", "=CMD() is text, and so is <script>alert(1)</script>.", section=filtering,
                confidence=Confidence.LOW),
    )  # fmt: skip


def _many_of_a_kind(document: Document) -> tuple[Finding, ...]:
    place = _at(document, "Staff report blocked sites")
    return tuple(
        finding("PK202", f"This bullet stands {n} times.", place, "Staff report blocked sites",
                "Keep one of them.", section="filtering-and-monitoring", key=str(n))
        for n in range(2, 9)
    )  # fmt: skip


def bad() -> AuditResult:
    """A policy that nobody should sign, with an ageing register."""
    return result_of(bad_audit(), warnings=("The guidance register was last checked 130 days ago",))


def middling_audit() -> PolicyAudit:
    """A policy that may be signed, with things to mend before the next review."""
    document = document_from_markup(MIDDLING_MARKUP, "otterbrook.docx")
    policy = _policy(document, "Otterbrook School", _good_sections(document), dates=_good_dates(document))
    repeated = _at(document, "Provision is reviewed")
    findings = (
        finding("PK202", "This paragraph stands twice.", repeated,
                "Provision is reviewed every year by the DSL and governors.", "Take one of the two out.",
                section="filtering-and-monitoring", related=(document.location(document.blocks[-1]),)),
        finding("PK103", "Not found: says how filtering is tested.",
                _at(document, "The DSL leads"), section="filtering-and-monitoring", severity=_A,
                suggestion="Say how the filter is tested, and by whom.", quote="The DSL leads on filtering"),
    )  # fmt: skip
    return PolicyAudit(document.path, None, policy, with_fingerprints(findings))


def middling() -> AuditResult:
    return result_of(middling_audit())


def clean_audit() -> PolicyAudit:
    """A policy in which nothing was found."""
    document = document_from_markup(CLEAN_MARKUP, "harbour-view.docx")
    sections, dates = _good_sections(document), _good_dates(document)
    return PolicyAudit(document.path, None, _policy(document, "Harbour View Academy", sections, dates=dates))


def clean() -> AuditResult:
    return result_of(clean_audit())


def _good_sections(document: Document) -> tuple[SectionResult, ...]:
    present = SectionStatus.PRESENT
    provision = next(b.text for b in document.blocks if "every year" in b.text)
    return (
        _section(document, "document-control", present, {"dc-review": "Next review: September 2027"},
                 document.blocks[0].text),
        _section(document, "aims-and-scope", present,
                 {"as-who": "This policy applies to everyone who works or learns here."}, "Aims and scope"),
        _section(document, "filtering-and-monitoring", present,
                 {"fm-roles": "The DSL leads on filtering and monitoring", "fm-review": provision},
                 "Filtering and monitoring"),
    )  # fmt: skip


def _good_dates(document: Document) -> tuple[PolicyDate, ...]:
    where = document.location(document.blocks[1])
    return (
        PolicyDate("10 September 2026", DateKind.APPROVED, date(2026, 9, 10), "day", where, "Approved"),
        PolicyDate("September 2027", DateKind.NEXT_REVIEW, date(2027, 9, 30), "month", where, "Next review"),
    )


def newsletter_audit() -> PolicyAudit:
    """A file that is no policy."""
    audit = clean_audit()
    assert audit.policy is not None
    policy = replace(
        audit.policy, is_policy=False, why_not="it does not call itself a policy on online safety"
    )
    return replace(audit, path="newsletter.pdf", policy=policy)


def unreadable_audit() -> PolicyAudit:
    """A file that could not be read."""
    return PolicyAudit(
        "broken.docx", error="broken.docx: is not a Word file; open it in Word and save it again"
    )


def folder() -> AuditResult:
    """Several files at once: one good, one bad, one no policy, one broken."""
    return result_of(clean_audit(), bad_audit(), newsletter_audit(), unreadable_audit())


NAMED = {"bad": bad, "middling": middling, "clean": clean}
