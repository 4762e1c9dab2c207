"""Templates and the policies made from them: compile clauses, look a template over, fill it for schools.

Importing this package is light; each name is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policy_kit.generate.build import build_template, missing_clauses
    from policy_kit.generate.fields import TemplateField, template_fields
    from policy_kit.generate.generating import generate_policy, policy_name
    from policy_kit.generate.issues import TemplateIssue
    from policy_kit.generate.layout import build_layout
    from policy_kit.generate.lint import check_template
    from policy_kit.generate.many import generate_many
    from policy_kit.generate.one_of_many import Made
    from policy_kit.generate.own_folder import OwnFolder, dressed, read_own_folder
    from policy_kit.generate.pdf import to_pdf, with_page_numbers
    from policy_kit.generate.school_look import told_of
    from policy_kit.generate.templates import find_template, shipped_templates, template_version

_HOMES = {
    "Made": "one_of_many",
    "OwnFolder": "own_folder",
    "dressed": "own_folder",
    "read_own_folder": "own_folder",
    "TemplateField": "fields",
    "TemplateIssue": "issues",
    "build_layout": "layout",
    "build_template": "build",
    "check_template": "lint",
    "find_template": "templates",
    "generate_many": "many",
    "generate_policy": "generating",
    "missing_clauses": "build",
    "policy_name": "generating",
    "shipped_templates": "templates",
    "template_fields": "fields",
    "template_version": "templates",
    "to_pdf": "pdf",
    "told_of": "school_look",
    "with_page_numbers": "pdf",
}

__all__ = [
    "Made",
    "OwnFolder",
    "TemplateField",
    "TemplateIssue",
    "build_layout",
    "build_template",
    "check_template",
    "dressed",
    "find_template",
    "generate_many",
    "generate_policy",
    "missing_clauses",
    "policy_name",
    "read_own_folder",
    "shipped_templates",
    "template_fields",
    "template_version",
    "to_pdf",
    "told_of",
    "with_page_numbers",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"policy_kit.generate.{_HOMES[name]}"), name)
