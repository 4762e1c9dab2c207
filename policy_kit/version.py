"""The version of this tool, as reports and generated files name it."""

__version__ = "0.1.0"
