"""A Word file without fields is no template: every school would get the same words."""

from __future__ import annotations

import pytest

from policy_kit.errors import TemplateFault
from policy_kit.generate.render import compile_template
from policy_kit.resources import bundled


def test_a_word_file_without_fields_is_refused() -> None:
    with pytest.raises(TemplateFault, match="has no fields"):
        compile_template(bundled("examples").joinpath("old-policy", "policy.docx").read_bytes(), "old.docx")
