"""Generates, audits, compares and renews school online safety policies."""

__version__ = "0.1.0"
