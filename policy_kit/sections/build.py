"""Writes down what is worked out of the shipped standards, so that no command has to.

Run `python -m policy_kit.sections.build`; building the package does so too. See `standard.compiled`.
"""

from __future__ import annotations

from policy_kit.sections import compiled
from policy_kit.standard import load_standard, shipped_standards
from policy_kit.standard.compiled import write_compiled
from policy_kit.standard.files import files_of
from policy_kit.standard.loading import standard_from_files


def build() -> None:
    """Write the data of all shipped standards."""
    write_compiled({name: (standard_from_files(name), files_of(name)) for name in shipped_standards()})
    load_standard.cache_clear()
    compiled.write_compiled(load_standard(name) for name in shipped_standards())


if __name__ == "__main__":
    build()
