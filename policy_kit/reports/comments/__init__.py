"""Puts comments into a copy of a Word file and leaves all the rest of it as it was, byte for byte."""
