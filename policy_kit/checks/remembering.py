"""Work that every check would do again on the same document, done once.

Checks are functions that share nothing; several of them start from the same reading of the document.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from policy_kit.model import Document

Made = TypeVar("Made")


def once_a_document(make: Callable[[Document], Made]) -> Callable[[Document], Made]:
    """Let `make` remember what it made of the latest document it was given, and of no other."""
    latest: list[tuple[weakref.ref[Document], Made]] = []

    @wraps(make)
    def remembered(document: Document) -> Made:
        if latest and latest[-1][0]() is document:
            return latest[-1][1]
        made = make(document)
        latest[:] = [(weakref.ref(document), made)]
        return made

    return remembered
