"""What is wrong with a YAML file is told by line and in plain words, and nothing brings the process down."""

from __future__ import annotations

import pytest

from policy_kit.yaml_faults import NotYaml, plain_yaml

FAULTS = {
    "a: [1, 2\nb: 3\n": "line 2: this is not valid YAML; a bracket",
    "suppress: [\n": "line 2: this is not valid YAML; a bracket",
    "a:\n  b: 1\n c: 2\n": "line 3: this is not valid YAML; this line is not indented",
    "a: 'x\n": "line 2: this is not valid YAML; a quote",
    "a: 1\nb: c: d\n": "line 2: this is not valid YAML; a value that holds a colon",
    "a: !!python/object:os.system {}\n": "line 1: this is not valid YAML; a value that begins with !",
    "a: 1\nuntil: 2027-02-30\n": "line 2: no calendar has this date",
    "a:\n- " + "[" * 100_000 + "]" * 100_000: "line 2: this is nested too deeply",
    "- " * 100_000: "line 1: this is nested too deeply",
}


@pytest.mark.parametrize(("text", "told"), FAULTS.items(), ids=lambda one: one[:40])
def test_a_fault_is_told_by_line_and_in_plain_words(text: str, told: str) -> None:
    with pytest.raises(NotYaml) as caught:
        plain_yaml(text)
    assert str(caught.value).startswith(told)


def test_what_is_whole_is_read() -> None:
    nested = "[" * 100 + "]" * 100
    assert plain_yaml(f"a: 1\nb: [x, 2027-01-02]\nc: {nested}\n")["a"] == 1
    assert plain_yaml("") is None
