"""The guidance register: dated facts about guidance, law, bodies and terms, and what was in force when."""

from policy_kit.guidance.loading import load_register
from policy_kit.guidance.model import CalendarEntry, Edition, GuidanceDocument, Organisation, Term
from policy_kit.guidance.register import InForce, Register

__all__ = [
    "CalendarEntry",
    "Edition",
    "GuidanceDocument",
    "InForce",
    "Organisation",
    "Register",
    "Term",
    "load_register",
]
