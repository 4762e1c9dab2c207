"""Draws valid profiles: every choice and condition of the schema, and words that are hostile but true.

`profiles()` keeps to what a school might be called and write, so that a policy made from it must audit
clean on `ON`; `profiles(words=wild_words())` puts any text at all where text may stand.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from policy_kit.profile import profile_fields
from policy_kit.profile.blanks import left_blank

ON = datetime.date(2026, 11, 21)

SCHOOL_NAMES = (
    "Harrow Lane Primary School",
    "St Peter & St Paul's <Church> School",
    "Saint Méabh’s “Wee” School",
    'The "Old Mill" School',
    "Ysgol O'Brien-Đặng & Sons",
    "مدرسة النور School",
    "桜 School of English",
    "Школа Мира",
    "School no. 7 – Upper/Lower (Girls)",
    "100% Academy",
    "Q",
    "A" * 90 + " School",
    "The Very Reverend Archdeacon Theophilus Ogunbanjo-Fitzwilliam Memorial Church of England Aided School",
    "C:\\Temp\\School",
    "Robert'); DROP TABLE Schools;-- School",
    "=1+1 School",
    "$&*@!^~` School",
)
PEOPLE = (
    "Mrs Ade Larkin",
    "Mr Owen Pryce",
    "Ms Siân O’Dowd",
    "Dr Nguyễn Thị Hạnh",
    "Prof. J. R. R. de la Cruz-Müller",
    "Sister Mary-Agnes",
    "Miss D’Arcy & Co",
    "Mx Łukasz Żółć",
    "Rev’d Dr Funmilayo Ransome",
    "王 小明",
    "Mr O",
)
POSTS = ("Deputy head", "Assistant head (pastoral)", "Head of pastoral & care", "Office manager")
REACH = ("ext 210", "01632 960111", "dsl@school.example", "+44 (0)1632 960111", "01632 960111 ext 4")
PRODUCTS = (
    "ClearGate",
    "Watch<Point> & Co",
    "“SafeLog” 2.0",
    "R&D Filter",
    "O'Filter",
    "Überwacher",
    "A/B",
    "Plus+",
)
PHRASES = (
    "at the end of the day, to a parent the second time",
    "pupils who walk alone & have a signed form",
    "the DSL is phoned at any hour (day or night), and 999 if nobody answers",
    "read at 8am on the next school day",
)
POLICIES = (
    "Child protection policy",
    "Behaviour policy",
    "Relationships, sex and health education policy",
    "R&D policy",
)
# Of each phase: ages and stages that go together.
_TAUGHT: dict[str, list[tuple[str, list[str]]]] = {
    "nursery": [("2-5", ["EYFS"]), ("3-5", ["EYFS"])],
    "infant": [("4-7", ["EYFS", "KS1"]), ("5-7", ["KS1"])],
    "junior": [("7-11", ["KS2"])],
    "primary": [("3-11", ["EYFS", "KS1", "KS2"]), ("5-11", ["KS1", "KS2"]), ("4-9", ["EYFS", "KS1", "KS2"])],
    "middle": [("9-13", ["KS2", "KS3"]), ("8-12", ["KS2", "KS3"])],
    "secondary": [("11-16", ["KS3", "KS4"]), ("11-18", ["KS3", "KS4", "KS5"]), ("14-19", ["KS4", "KS5"])],
    "all-through": [
        ("3-18", ["EYFS", "KS1", "KS2", "KS3", "KS4", "KS5"]),
        ("5-16", ["KS1", "KS2", "KS3", "KS4"]),
    ],
    "sixth-form": [("16-19", ["KS5"])],
    "special": [("2-19", ["EYFS", "KS1", "KS2", "KS3", "KS4", "KS5"]), ("11-16", ["KS3", "KS4"])],
    "alternative": [("5-16", ["KS1", "KS2", "KS3", "KS4"]), ("14-16", ["KS4"])],
}


def wild_words() -> st.SearchStrategy[str]:
    """Any text that a field may hold: any script, any punctuation, no controls and no placeholders."""
    letters = st.characters(exclude_categories=("Cc", "Cs", "Cn"))
    return st.text(letters, min_size=1, max_size=40).filter(_may_stand)


def _may_stand(text: str) -> bool:
    """Not blank, and nothing that the rules on placeholders reject; they have tests of their own."""
    return bool(text.strip()) and not list(left_blank({"school_name": " ".join(text.split())}))


@st.composite
def profiles(draw: st.DrawFn, words: st.SearchStrategy[str] | None = None) -> dict[str, Any]:
    """A valid profile as data: persons as text or objects, optional fields there or not."""

    def said(*choices: str) -> str:
        return draw(words if words is not None else st.sampled_from(choices))

    def person(*, contact: bool = False, role: bool = False) -> Any:
        parts = {"name": said(*PEOPLE)}
        if role or draw(st.booleans()):
            parts["role"] = said(*POSTS)
        if contact or draw(st.booleans()):
            parts["contact"] = draw(st.sampled_from(REACH)) if words is None else said()
        return parts

    def several(make: Any, least: int = 1, most: int = 4) -> list[Any]:
        items = [make() for _ in range(draw(st.integers(least, most)))]
        return [item for i, item in enumerate(items) if _key(item) not in map(_key, items[:i])]

    def choice(name: str) -> str:
        return draw(st.sampled_from(profile_fields()[name].choices))

    fields = draw(_kind_of_school())
    fields |= {
        "school_name": said(*SCHOOL_NAMES),
        "urn": str(draw(st.integers(100_000, 999_999))),
        "local_authority": said("Northmere Council", "Carrow & Esk Council"),
        "safeguarding_partnership": said(
            "Northmere Safeguarding Children Partnership", "Carrow & Esk Partnership"
        ),
        "head_title": choice("head_title"),
        "pupil_word": choice("pupil_word"),
        "governing_body_word": draw(st.sampled_from(_governing_words(fields))),
        "headteacher": person(),
        "dsl": person(contact=True),
        "deputy_dsls": [{"name": draw(st.sampled_from(("Ms Imogen Vale", "Mr Kofi Brandt & Co")))}],
        "slt_filtering_lead": person(),
        "link_governor": person(),
        "chair_of_governors": person(contact=True),
        "dpo": person(contact=True),
        "policy_owner": person(role=True),
        "it_provider": {"name": said("BrightNet Schools", "R&D <Networks> Ltd"), "contact": "01632 960111"},
        "recording_system": said(*PRODUCTS),
        "email_system": said(*PRODUCTS),
        "parent_comms": said(*PRODUCTS),
        "isp": said(*PRODUCTS),
        "filtering_product": said(*PRODUCTS),
        "monitoring_product": said(*PRODUCTS),
        "monitoring_report_to": several(lambda: said(*POSTS)),
        "byod": choice("byod"),
        "learning_platforms": several(lambda: said(*PRODUCTS), 0),
        "ai_tools_approved": {
            "staff": several(lambda: said(*PRODUCTS), 0, 2),
            "pupils": several(lambda: said(*PRODUCTS), 0, 2),
        },
        "phone_policy_choice": choice("phone_policy_choice"),
        "phone_who_may_bring": said(*PHRASES),
        "phone_confiscation_return": said(*PHRASES),
        "search_authorised_staff": several(lambda: said(*POSTS)),
        "audit_tool": f"{said(*PRODUCTS)}, June 2026",
        "governor_report_interval": choice("governor_report_interval"),
        "linked_policy_titles": several(lambda: _linked(draw, said(*POLICIES))),
        "approved_by": said("Full governing board", "Curriculum & Safeguarding Committee"),
        "kcsie_edition": 2026,
        "school_email": draw(st.sampled_from(["office@harrowlane.example", "o.ffice+1@sub.school.example"])),
        "school_phone": draw(st.sampled_from(["01632 960100", "+44 (0)1632 960100", "01632960100"])),
        "website": draw(
            st.sampled_from(["https://www.harrowlane.example", "http://school.example/a?b=1&c=2"])
        ),
        "lado_contact": f"{said('LADO', 'LADO & co')}, 01632 960222",
        "social_care_contact": f"{said('Northmere front door')}, 01632 960333",
        "prevent_contact": "prevent@northmere.example",
    }
    fields |= draw(_days())
    accounts = several(
        lambda: {"platform": said("FriendPage", "Pixshare"), "handle": said("@school", "A & B")}, 0, 3
    )
    fields["social_accounts"] = accounts
    has_managers: bool = draw(st.booleans())
    if accounts or has_managers:
        fields["social_account_managers"] = several(lambda: said(*POSTS))
    if fields["device_scheme"] in ("loans", "one-to-one") or fields["is_boarding"] or draw(st.booleans()):
        fields["monitoring_out_of_hours"] = said(*PHRASES)
    optional: dict[str, Callable[[], Any]] = {
        "short_name": lambda: said("Harrow Lane", "St P & P"),
        "faith": lambda: said("Church of England", "Quaker"),
        "trust_safeguarding_lead": person,
        "online_safety_lead": person,
        "senco": person,
        "computing_lead": person,
        "rshe_lead": person,
        "mis": lambda: said(*PRODUCTS),
        "video_platform": lambda: said(*PRODUCTS),
        "curriculum_scheme": lambda: said("Project Lantern"),
        "version": lambda: said("2026.1", "v<2>", "1.10"),
        "police_contact": lambda: said("PC 4021, Northmere Police"),
        "local_risks": lambda: said("group chat fallouts; two scam messages"),
        "lets_premises": lambda: draw(st.booleans()),
        "colour": lambda: draw(st.sampled_from(["#1F3864", "#FFD700", "#6b1f3a"])),
    }
    fields |= {name: make() for name, make in optional.items() if draw(st.booleans())}
    return {name: fields[name] for name in profile_fields() if name in fields}


@st.composite
def _kind_of_school(draw: st.DrawFn) -> dict[str, Any]:
    phase = draw(st.sampled_from(profile_fields()["phase"].choices))
    kinds = set(profile_fields()["school_type"].choices)
    if phase != "alternative":
        kinds -= {"pru"}
    if phase != "special":
        kinds -= {"non-maintained-special"}
    ages, stages = draw(st.sampled_from(_TAUGHT[phase]))
    kind = draw(st.sampled_from(sorted(kinds)))
    fields = {
        "phase": phase,
        "age_range": ages,
        "key_stages": stages,
        "has_eyfs": "EYFS" in stages,
        "has_sixth_form": "KS5" in stages and (phase != "special" or draw(st.booleans())),
        "is_boarding": draw(st.booleans()),
        "school_type": kind,
        "device_scheme": draw(st.sampled_from(profile_fields()["device_scheme"].choices)),
    }
    if kind in ("academy", "free-school") or draw(st.booleans()):
        fields["trust_name"] = draw(st.sampled_from(["Beacon Tides Trust", "Faith & Hope <Learning> Trust"]))
    return fields


@st.composite
def _days(draw: st.DrawFn) -> dict[str, datetime.date]:
    """Days of a policy that is in date on ON."""
    written = draw(st.dates(datetime.date(2026, 8, 20), datetime.date(2026, 10, 20)))
    reviewed = draw(st.dates(written, datetime.date(2026, 10, 25)))
    return {
        "fm_last_review": draw(st.dates(datetime.date(2026, 9, 1), ON)),
        "date_written": written,
        "date_last_reviewed": reviewed,
        "date_approved": draw(st.dates(reviewed, ON)),
        "date_next_review": draw(st.dates(datetime.date(2026, 12, 20), reviewed.replace(year=2027))),
    }


def _governing_words(fields: dict[str, Any]) -> list[str]:
    """The words that fit the kind of school: no trust board without a trust."""
    words = list(profile_fields()["governing_body_word"].choices)
    return [w for w in words if "trust" not in w or fields.get("trust_name")]


def _linked(draw: st.DrawFn, title: str) -> Any:
    if draw(st.booleans()):
        return {"title": title, "url": "https://www.harrowlane.example/policies?id=1&v=2"}
    return {"title": title}


def _key(item: Any) -> str:
    """What makes two items the same once they are tidied."""
    return " ".join(repr(sorted(item.items()) if isinstance(item, dict) else item).split())
