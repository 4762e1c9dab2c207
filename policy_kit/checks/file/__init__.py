"""Faults of the file rather than of its words: marks, headings, links, stray characters."""
