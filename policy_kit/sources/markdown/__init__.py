"""Markdown: headings, lists, tables and links as they are shown; words that look like markup are kept."""

from __future__ import annotations

from policy_kit.sources.markdown.reading import read_markdown

__all__ = ["read_markdown"]
