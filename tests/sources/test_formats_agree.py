"""The same policy gives the same sections and findings in every format; what a format forces is data."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from policy_kit.audit import AuditOptions, audit_file, facts_for
from policy_kit.generate import generate_policy
from policy_kit.libreoffice import libreoffice
from policy_kit.profile import load_profile
from tests.e2e.commands import EXAMPLES, REAL, ROOT

_DIFFERENCES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("format_differences.yaml").read_text(encoding="utf-8")
)
_DAY = date(2026, 11, 21)
_REAL = REAL / "litherland-moss-2021-headings.docx"
_FILTERS = {"odt": "odt", "pdf": "pdf", "html": "html:HTML (StarWriter)", "txt": "txt:Text (encoded):UTF8"}
_PROFILES = sorted(EXAMPLES.glob("*/profile.yaml"))


@lru_cache(maxsize=4)
def _told(path: Path) -> tuple[dict[str, str], Counter[tuple[str, str]]]:
    """The sections found and the findings of a file, their places apart."""
    options = AuditOptions()
    audit, _ = audit_file(path, facts_for(_DAY, options), options)
    assert audit.policy is not None, audit.error
    sections = {section.id: str(section.status) for section in audit.policy.sections}
    return sections, Counter((f.rule.code, f.message) for f in audit.findings)


def _forced(policy: str, suffix: str) -> set[str]:
    """The codes of findings that may differ."""
    here = (one for one in _DIFFERENCES if one["policy"] == policy and one["format"] == suffix)
    return {code for one in here for code in one["findings"]}


def _agrees(word: Path, other: Path, policy: str) -> None:
    sections, findings = _told(word)
    their_sections, their_findings = _told(other)
    assert len(sections) > 30
    assert their_sections == sections
    differ = (findings - their_findings) + (their_findings - findings)
    assert {code for code, _ in differ} <= _forced(policy, other.suffix[1:]), differ


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every example in Word and in each format that LibreOffice saves it in."""
    program = libreoffice()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("formats")
    for profile in _PROFILES:
        data = generate_policy(load_profile(profile), on=_DAY)
        (folder / f"{profile.parent.name}.docx").write_bytes(data)
    shutil.copy(EXAMPLES / "old-policy" / "policy.docx", folder / "old-policy.docx")
    if _REAL.is_file():
        shutil.copy(_REAL, folder / "real.docx")
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    for kind in _FILTERS.values():
        command = [program, own, "--headless", "--convert-to", kind, "--outdir", str(folder), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.libreoffice
@pytest.mark.parametrize("suffix", _FILTERS)
@pytest.mark.parametrize("name", (*(p.parent.name for p in _PROFILES), "old-policy", "real"))
def test_saved_in_another_format(saved: Path, name: str, suffix: str) -> None:
    word = saved / f"{name}.docx"
    if not word.is_file():
        pytest.skip("the real policy is not beside the project")
    _agrees(word, word.with_suffix(f".{suffix}"), name if name in ("old-policy", "real") else "generated")


def _beside() -> Iterator[Any]:
    for suffix in ("odt", "pdf", "txt"):
        path = REAL / f"litherland-moss-2021.{suffix}"
        missing = not (path.is_file() and _REAL.is_file())
        mark = pytest.mark.skipif(missing, reason="the real policy is not beside the project")
        yield pytest.param(path, marks=mark, id=suffix)


@pytest.mark.parametrize("path", tuple(_beside()))
def test_real_policy_in_each_format(path: Path) -> None:
    _agrees(_REAL, path, "real")


def test_each_difference_is_explained_to_the_reader() -> None:
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    for one in _DIFFERENCES:
        assert one["why"] in page
