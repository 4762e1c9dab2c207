"""Invented schools of every kind, for trying a template before a real school meets its faults."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any


def _person(name: str, role: str = "", contact: str = "") -> dict[str, str]:
    return {"name": name, **({"role": role} if role else {}), **({"contact": contact} if contact else {})}


_PRIMARY: dict[str, Any] = {
    "school_name": "St Peter & St Paul’s Primary School",
    "short_name": "St Peter’s",
    "urn": "199001",
    "phase": "primary",
    "age_range": "3-11",
    "key_stages": ["EYFS", "KS1", "KS2"],
    "has_eyfs": True,
    "has_sixth_form": False,
    "is_boarding": False,
    "school_type": "academy",
    "faith": "Church of England",
    "local_authority": "Northmere Council",
    "trust_name": "Beacon Tides Trust",
    "trust_safeguarding_lead": _person("Priti Osborne"),
    "safeguarding_partnership": "Northmere Safeguarding Children Partnership",
    "head_title": "Headteacher",
    "pupil_word": "pupils",
    "governing_body_word": "governing board",
    "headteacher": _person("Mrs Ade Larkin"),
    "dsl": _person("Mr Owen Pryce", contact="ext 210"),
    "deputy_dsls": [_person("Ms Farah Bell"), _person("Mrs Jo Tan")],
    "online_safety_lead": _person("Miss Rae Holt"),
    "slt_filtering_lead": _person("Mr Owen Pryce"),
    "link_governor": _person("Dr Sam Okoro"),
    "chair_of_governors": _person("Lynn Marsh", contact="chair@stpeters.example"),
    "dpo": _person("DPO Services Ltd", contact="dpo@example.org"),
    "senco": _person("Mrs Kit Dunn"),
    "computing_lead": _person("Mr Ben Ash"),
    "lets_premises": True,
    "logo_description": "Two crossed keys",
    "colour": "#1F3864",
    "rshe_lead": _person("Miss Una Frost"),
    "it_provider": _person("BrightNet Schools", contact="01632 960111"),
    "isp": "GridLink",
    "filtering_product": "ClearGate",
    "monitoring_product": "WatchPoint plus staff supervision",
    "monitoring_report_to": ["DSL", "Headteacher"],
    "monitoring_out_of_hours": "read at 8am on the next school day",
    "fm_last_review": date(2026, 9, 22),
    "device_scheme": "loans",
    "byod": "staff",
    "mis": "Rollbook MIS",
    "recording_system": "CPOMS",
    "email_system": "Microsoft 365",
    "parent_comms": "ParentPost",
    "learning_platforms": ["Google Classroom", "Tapestry"],
    "video_platform": "Microsoft Teams",
    "ai_tools_approved": {"staff": ["Copilot"], "pupils": ["Copilot"]},
    "social_accounts": [{"platform": "Facebook", "handle": "StPetersPrimary"}],
    "social_account_managers": ["Office manager"],
    "phone_policy_choice": "handed-in",
    "phone_who_may_bring": "pupils in Years 5 and 6 who walk home alone",
    "phone_confiscation_return": "at the end of the day, to a parent the second time",
    "search_authorised_staff": ["Headteacher", "Deputy headteacher", "DSL"],
    "curriculum_scheme": "Project Evolve",
    "audit_tool": "360 degree safe, June 2026",
    "governor_report_interval": "termly",
    "date_written": date(2026, 9, 3),
    "date_approved": date(2026, 10, 8),
    "approved_by": "Full governing board",
    "date_last_reviewed": date(2026, 9, 3),
    "date_next_review": date(2027, 9, 1),
    "kcsie_edition": 2026,
    "policy_owner": _person("Mr Owen Pryce", role="DSL"),
    "version": "2026.1",
    "school_email": "office@stpeters.example",
    "school_phone": "01632 960100",
    "website": "https://www.stpeters.example",
    "lado_contact": "LADO, Northmere, 01632 960222",
    "social_care_contact": "Northmere front door, 01632 960333",
    "prevent_contact": "Northmere Prevent team, prevent@northmere.example",
    "police_contact": "Northmere Police schools team, 01632 960444",
    "linked_policy_titles": [{"title": "Child protection policy", "url": "https://www.stpeters.example/cp"}],
    "local_risks": "fallings-out in group chats in Year 6",
}
_MAY_BE_LEFT_OUT = (
    "short_name", "faith", "trust_name", "trust_safeguarding_lead", "online_safety_lead", "senco",
    "computing_lead", "rshe_lead", "monitoring_out_of_hours", "mis", "video_platform",
    "curriculum_scheme", "version", "police_contact", "local_risks",
)  # fmt: skip
_OTHERS: dict[str, dict[str, Any]] = {
    "a small maintained school with nothing more than it must give": {
        "school_type": "community", "age_range": "5-11", "key_stages": ["KS1", "KS2"], "has_eyfs": False,
        "device_scheme": "none",
        "byod": "none", "social_accounts": [], "ai_tools_approved": {"staff": [], "pupils": []},
        "phone_policy_choice": "not-on-site", "deputy_dsls": [_person("Ms Farah Bell")],
        "governing_body_word": "governing body", "pupil_word": "children",
    },
    "a boarding school with a sixth form": {
        "school_type": "independent", "phase": "all-through", "age_range": "7-18", "is_boarding": True,
        "key_stages": ["KS2", "KS3", "KS4", "KS5"], "has_eyfs": False, "has_sixth_form": True,
        "head_title": "Principal", "pupil_word": "students", "governing_body_word": "proprietor",
        "monitoring_report_to": ["DSL", "Principal"], "search_authorised_staff": ["Principal", "DSL"],
        "device_scheme": "one-to-one", "byod": "staff-and-sixth-form", "version": "2",
        "monitoring_out_of_hours": "boarding staff read them at all hours",
        "phone_policy_choice": "lockers-or-pouches",
    },
    "a pupil referral unit": {
        "school_type": "pru", "phase": "alternative", "key_stages": ["KS3", "KS4"], "has_eyfs": False,
        "pupil_word": "learners", "governing_body_word": "management committee",
        "device_scheme": "class-sets",
        "phone_policy_choice": "never-used-seen-heard",
    },
    "a non-maintained special school": {
        "school_type": "non-maintained-special", "phase": "special",
        "key_stages": ["EYFS", "KS1", "KS2", "KS3"],
        "byod": "all",
    },
    "a nursery school": {
        "school_type": "community", "phase": "nursery", "key_stages": ["EYFS"], "age_range": "2-4",
        "phone_policy_choice": "not-on-site", "social_accounts": [],
    },
}  # fmt: skip


def sample_schools() -> Mapping[str, Mapping[str, Any]]:
    """Profile fields by a short description of the school: one that gives everything, and five others."""
    bare = {name: value for name, value in _PRIMARY.items() if name not in _MAY_BE_LEFT_OUT}
    bare["device_scheme"] = "class-sets"
    schools = {"a primary academy in a trust that gives everything": _PRIMARY}
    schools |= {kind: {**bare, **own} for kind, own in _OTHERS.items()}
    return MappingProxyType(schools)
