"""A policy with nothing recognised in it, for checks that look at the document alone."""

from __future__ import annotations

from policy_kit.model import Document, Policy
from tests.build import document_from_markup


def policy_of(document: Document, title: str = "Online Safety Policy") -> Policy:
    """A Policy around a document: no sections, dates or people."""
    return Policy(
        document=document,
        title=title,
        school_name="",
        trust_name="",
        is_policy=True,
        why_not="",
        sections=(),
    )


def bare_policy(markup: str, path: str = "policy.docx") -> Policy:
    """A Policy around the document that the markup describes."""
    return policy_of(document_from_markup(markup, path))
