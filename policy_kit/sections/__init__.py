"""Document → Policy: which sections a document holds, which points they make, what it says of itself."""

from policy_kit.sections.recognising import recognise

__all__ = ["recognise"]
