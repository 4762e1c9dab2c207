"""The legal forms that end the full names of firms."""

from __future__ import annotations

LEGAL_FORMS = ("Ltd", "Limited", "LLP", "plc", "PLC", "CIC", "Inc")
LEGAL_FORM = f"(?:{'|'.join(LEGAL_FORMS)})"
"""One of them, as a part of a pattern."""
