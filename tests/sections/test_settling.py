"""A heading heads what is said under it, as far as its words and its text tell."""

from __future__ import annotations

from datetime import date

import pytest

from policy_kit.audit import AuditOptions, audit_document, facts_for
from policy_kit.guidance import load_register
from policy_kit.model import Block, BlockKind, Document
from policy_kit.sections.recognising import recognise
from policy_kit.standard import load_standard
from tests.build import document_from_markup

STANDARD = load_standard()


def heads(markup: str) -> dict[str, set[str]]:
    """The sections of each heading of a document that the markup describes."""
    document = document_from_markup(markup)
    policy = recognise(document, STANDARD, load_register(), date(2026, 11, 21), None)
    return {b.text: set(policy.section_of_block[b.index]) for b in document.text_blocks if b.is_heading}


REST = """
## Filtering and monitoring

The internet is filtered. A page that is wrongly blocked is unblocked when a teacher asks for it.

## Mobile phones

Pupils hand in their mobile phones at the office and collect them at the end of the day.
"""
NUDES = "Staff who learn of a nude image do not view, copy or share it, and tell the DSL at once."
NETWORK = "Our technicians keep the network patched, backed up and behind a firewall."
EDITOR = (
    "# Online safety policy\n## Our website\n\nThe business manager edits the website, and the head looks at"
    " each page before it is published. The contact details on the website are those of the office. Nothing"
    " goes on the website that names a pupil, and the governors check each term that it holds what it must."
)


def test_a_sentence_gives_a_heading_the_section_that_has_no_other() -> None:
    text = f"{EDITOR}\n\n{NUDES}\n{REST}"
    assert heads(text)["Our website"] == {"website-and-publishing", "sharing-nudes"}


def test_so_does_one_beside_a_sentence_of_the_headings_own_matter() -> None:
    text = f"# Online safety policy\n## Email\n\nStaff write from school accounts only. {NUDES}\n{REST}"
    assert heads(text)["Email"] == {"email-and-communication", "sharing-nudes"}


def test_a_section_with_a_heading_of_its_own_is_not_given_by_a_sentence() -> None:
    other = f"## Sharing nudes\n\n{NUDES}\n"
    text = f"{EDITOR} {NUDES}\n{other}{REST}"
    assert heads(text)["Our website"] == {"website-and-publishing"}


@pytest.mark.parametrize(
    ("said", "sections"),
    [
        (NETWORK, {"security-and-passwords"}),
        (
            f"{NETWORK} Personal data is kept under the UK GDPR and the Data Protection Act 2018.",
            {"security-and-passwords", "data-protection"},
        ),
    ],
)
def test_of_two_sections_named_the_one_that_nothing_is_said_of_goes(said: str, sections: set[str]) -> None:
    text = f"# Online safety policy\n## Our network and our data\n\n{said}\n{REST}"
    assert heads(text)["Our network and our data"] == sections


def test_a_label_gives_its_section_where_a_point_of_it_follows() -> None:
    nudes = f"## Sharing nudes\n\n{NUDES}\n"
    said = f"Sexting. {NUDES}"
    text = f"# Online safety policy\n## Cyberbullying\n\nBullying online is bullying.\n\n{{}}\n{nudes}{REST}"
    assert heads(text.format(said))["Cyberbullying"] == {"cyberbullying", "sharing-nudes"}
    assert heads(text.format("Sexting. It is in the news."))["Cyberbullying"] == {"cyberbullying"}


@pytest.mark.parametrize(("label", "named"), [("Contact", False), ("Contacts", True)])
def test_a_kind_of_risk_that_opens_a_paragraph_names_no_addresses(label: str, named: bool) -> None:
    text = f"# Online safety policy\n## Our approach\n\n{label}: strangers who write to a child.\n{REST}"
    policy = recognise(document_from_markup(text), STANDARD, load_register(), date(2026, 11, 21), None)
    contacts = next(s for s in policy.sections if s.id == "useful-contacts")
    assert bool(contacts.words) is named


def test_a_chapter_without_text_heads_what_stands_in_it() -> None:
    text = "# Online safety policy\n## Reporting concerns\n### {}\n\nPupils hand in their phones.\n" + REST
    assert heads(text.format("Phones in school"))["Reporting concerns"] == set()
    assert heads(text.format("Who to tell"))["Reporting concerns"] == {"reporting-and-responding"}


@pytest.mark.parametrize(
    ("above", "below", "sections"),
    [
        ("Sharing nudes", "Members of the group are told to leave the picture alone.", {"sharing-nudes"}),
        ("Reporting concerns", "Pictures of pupils are kept for a year.", {"images-and-video"}),
    ],
)
def test_under_a_harm_the_means_is_no_matter_of_its_own(above: str, below: str, sections: set[str]) -> None:
    under = f"## {above}\n\nThe DSL leads.\n\n### Pictures in a group chat\n\n{below}\n"
    assert heads(f"# Online safety policy\n{under}{REST}")["Pictures in a group chat"] == sections


def test_a_text_to_sign_is_an_appendix() -> None:
    text = (
        "# Online safety policy\n## Our tablet promise\n\nI ask first. I am kind. I tell a grown-up.\n" + REST
    )
    assert heads(text)["Our tablet promise"] == {"appendices"}


def test_the_policys_own_name_and_the_line_over_it_are_titles() -> None:
    text = f"# Tansy Hill School\n# Our policy on safe use of the internet\n\nAgreed in May.\n{REST}"
    assert list(heads(text).values())[:2] == [set(), set()]


MANY = "".join(f"# Other matters {number}\n\nThe office keeps a list.\n\n" for number in "123456789")
DATED = "Agreed by the governors on 4 March 2026. It is read again by 4 March 2027.\n\n"


@pytest.mark.parametrize("title", ["Growing up with screens at Tansy Hill", "Safe online: what we all do"])
def test_where_levels_are_lost_the_first_line_is_the_title(title: str) -> None:
    assert heads(f"# {title}\n\n{DATED}{MANY}")[title] == set()
    assert heads(f"# Mobile phones\n\n{NUDES}\n\n{MANY}")["Mobile phones"] != set()
    assert heads(f"Tansy Hill School\n\n# {title}\n\n{DATED}{MANY}")[title] != set()
    few = MANY.partition("# Other matters 2")[0]
    assert heads(f"# {title}\n\n{DATED}{few}")[title] != set()


TRAINED = "New staff are trained in online safety in their first week."
FRIENDS = (
    "Nobody on the staff has pupils as friends or followers on social networks, or shows them a profile."
)


def test_a_place_heads_what_its_paragraphs_say() -> None:
    text = f"# Online safety policy\n## In the staff room\n\n{TRAINED}\n\n{FRIENDS}\n{REST}"
    assert heads(text)["In the staff room"] == {"staff-training", "social-media"}


def test_so_does_a_sub_heading_under_another_matter() -> None:
    above = (
        "# Online safety policy\n## Lessons about online safety\n\nPupils are taught it in PSHE each year.\n"
    )
    text = f"{above}### The staff room\n\n{FRIENDS}\n{REST}"
    assert heads(text)["The staff room"] == {"social-media"}


def test_a_matter_with_no_other_heading_is_headed_where_most_is_of_it() -> None:
    said = f"We keep to these rules. {NUDES} They never ask a pupil to send it or to delete it."
    text = f"# Online safety policy\n## Our website\n\n{said}\n{REST}"
    assert heads(text)["Our website"] == {"sharing-nudes"}


def test_of_two_matters_named_one_with_a_bare_word_gives_way() -> None:
    text = f"# Online safety policy\n## Phones and watches\n\n{{}}\n{REST}"
    pouch = (
        "Mobile phones and smart watches go into a pouch at the gate and stay there until the end of the day."
    )
    assert heads(text.format(pouch))["Phones and watches"] == {"mobile-and-smart-devices"}


def test_a_heading_over_nothing_heads_nothing_unless_its_wording_is_known() -> None:
    text = (
        f"# Online safety policy\n## Phones for everyone\n## Mobile phones\n## Next\n\nThe DSL leads.\n{REST}"
    )
    found = heads(text)
    assert (found["Phones for everyone"], found["Mobile phones"]) == (set(), {"mobile-and-smart-devices"})


def test_what_only_opens_a_policy_heads_nothing() -> None:
    text = f"# Online safety policy\n## {{}}\n\n{NUDES}\n{REST}"
    assert heads(text.format("Introduction"))["Introduction"] == set()
    assert heads(text.format("In the yard"))["In the yard"] == {"sharing-nudes"}


@pytest.mark.parametrize(
    ("said", "sections"),
    [
        ("We hope that each child grows in courage, and in love of learning.", set()),
        (
            "We hope that each child will be at home with technology and safe in it.",
            {"aims-and-scope"},
        ),
    ],
)
def test_a_motto_heads_the_aims_where_it_is_of_technology(said: str, sections: set[str]) -> None:
    for heading in ("Our vision", "School aims", "Mission statement"):
        assert heads(f"# Online safety policy\n## {heading}\n\n{said}\n{REST}")[heading] == sections


COPY = "The office keeps a copy."  # of no section's matter


@pytest.mark.parametrize(
    ("above", "below", "sections"),
    [
        ("Acceptable use in practice", "Internet access and filtering", {"filtering-and-monitoring"}),
        ("Managing information systems", "How should personal data be protected?", {"data-protection"}),
        ("Policy and leadership", "Other policies on the same shelf", {"linked-policies"}),
        ("Policy and leadership", "Curriculum leaders", {"roles-and-responsibilities"}),  # a post
        (
            "Reporting and responding",
            "The incident log of each class",
            {"reporting-and-responding"},
        ),
        ("The four risks online", "Contact", {"risk-categories"}),
    ],
)
def test_where_next_to_nothing_is_said_a_headings_words_tell(
    above: str, below: str, sections: set[str]
) -> None:
    text = f"# Online safety policy\n## {above}\n\n### First of all\n\n{COPY}\n### {below}\n\n{COPY}\n{REST}"
    assert heads(text)[below] == sections


@pytest.mark.parametrize(
    ("below", "said", "sections"),
    [
        # A post is no matter, whatever its name says, and its duties touch on other matters.
        ("The house", NETWORK, {"roles-and-responsibilities"}),
        ("The peripatetic technician", FRIENDS, {"roles-and-responsibilities"}),
        ("Curriculum leaders", "They meet the DSL every half-term.", {"roles-and-responsibilities"}),
        ("The staff room", FRIENDS, {"social-media"}),  # but this is told nowhere else
    ],
)
def test_under_roles_stand_posts(below: str, said: str, sections: set[str]) -> None:
    above = "# Online safety policy\n## Roles and responsibilities\n\nThe DSL leads on online safety.\n"
    own = "## Network security\n\nPasswords are kept secret.\n"
    assert heads(f"{above}### {below}\n\n{said}\n{own}{REST}")[below] == sections


def test_the_law_in_an_appendix_is_no_appendix() -> None:
    law = (
        "A2 Legislation and guidance\n\nKeeping children safe in education 2026; Prevent duty guidance 2023."
    )
    text = f"# Online safety policy\n{REST}\n## Appendices\n\n### A1 Agreement\n\nI sign.\n\n### {law}\n"
    found = heads(text)
    assert found["A2 Legislation and guidance"] == {"legislation-and-guidance"}
    assert found["A1 Agreement"] == {"appendices"}


def test_a_known_heading_that_joins_two_matters_is_of_both() -> None:
    heading = "Policy development, monitoring and review"
    approved = (
        "The governing body approved this policy on 4 March 2026. The next review is due in March 2027."
    )
    checked = "Governors receive a report on incidents each term, and the policy is reviewed each year."
    text = f"# Online safety policy\n## {heading}\n\n{approved} {checked}\n{REST}"
    assert heads(text)[heading] == {"document-control", "monitoring-and-review"}
    text = (
        f"# Online safety policy\n## Parents and carers\n\nWe hold a workshop for parents each term.\n{REST}"
    )
    assert heads(text)["Parents and carers"] == {"parents-and-carers"}


def test_training_is_for_staff_and_volunteers_together() -> None:
    above = (
        "# Online safety policy\n## Education and training\n\nPupils are taught online safety each year.\n"
    )
    text = f"{above}### Staff and volunteers\n\n{TRAINED}\n{REST}"
    assert heads(text)["Staff and volunteers"] == {"staff-training"}


def test_roles_at_the_back_are_roles() -> None:
    duties = (
        "### All staff\n\nThey read this policy.\n\n### The governors\n\nThey hold the head to account.\n"
    )
    text = f"# Online safety policy\n{REST}\n## Appendix 1: Who does what\n\n{{}}\n"
    assert set(map(frozenset, list(heads(text.format(duties)).values())[-3:])) == {
        frozenset({"roles-and-responsibilities"})
    }
    assert "appendices" in heads(text.format("I sign here."))["Appendix 1: Who does what"]


def test_what_follows_appendices_on_its_level_stands_in_them() -> None:
    signed = "## What I do\n\nI sign.\n\n## Parents\n\nI agree.\n"
    found = heads(f"# Online safety policy\n{REST}\n## Appendices\n\n{signed}")
    assert [found[h] for h in ("Appendices", "What I do", "Parents")] == [{"appendices"}] * 3


def test_what_serves_a_headings_own_matter_gives_it_no_other() -> None:
    watched = "Staff who see a sign of extremism tell the DSL at once."
    duty = "This follows the Prevent duty guidance of 2023."
    under = heads(f"# Online safety policy\n## Extremism\n\n{watched} {duty}\n{REST}")
    assert under["Extremism"] == {"radicalisation"}
    elsewhere = heads(f"{EDITOR}\n\n{duty} It follows Keeping children safe in education 2026 too.\n{REST}")
    assert elsewhere["Our website"] == {"website-and-publishing", "legislation-and-guidance"}


@pytest.mark.parametrize(
    ("heading", "sections"),
    [
        ("Appendix 2: Legislation", {"legislation-and-guidance"}),
        ("Appendix 3. Useful contacts", {"useful-contacts"}),
        ("Appendix 4: Passwords", {"appendices", "security-and-passwords"}),  # no list
        ("Appendix 5: Flow chart", {"appendices"}),
    ],
)
def test_a_list_at_the_back_is_of_its_own_section_alone(heading: str, sections: set[str]) -> None:
    assert heads(f"# Online safety policy\n{REST}\n## {heading}\n\n{COPY}\n")[heading] == sections


def test_headings_without_a_word_end_no_audit() -> None:
    headings = tuple(
        Block(at, BlockKind.HEADING, "", level=1 + at % 2, heading_by="style") for at in range(10)
    )
    document = Document("policy.docx", "docx", "", headings)
    policy, _ = audit_document(document, facts_for(date(2026, 11, 21), AuditOptions()))
    assert not policy.is_policy
