"""What the words beside a date say of it."""

from __future__ import annotations

from enum import StrEnum


class Sense(StrEnum):
    """What a label says of its date.

    The values of DateKind, and two that only the neighbourhood can settle: `review` ("Review date", the
    next or the last one) and `date` ("Date", of whatever stands before it).
    """

    NEXT_REVIEW = "next_review"
    APPROVED = "approved"
    REVIEWED = "reviewed"
    EFFECTIVE = "effective"
    WRITTEN = "written"
    SHARED = "shared"
    REVIEW = "review"
    DATE = "date"
    OTHER = "other"  # a day on which something was done to the policy, and no more is sure
    NONE = "none"  # a label that takes the date for something that is not the policy
