"""The product works as people install it: from a wheel, from a source archive, and from a checkout.

Each is run from an empty folder, so that no file of the checkout can stand in for one that was not installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("templates/online-safety", "schemas/online-safety", "examples/old-policy", "docs/checks")


def run(*command: str | Path, cwd: Path, path: Path | None = None) -> str:
    environment = {**os.environ, "PYTHONPATH": str(path) if path else ""}
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=cwd, env=environment, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel and a source archive; the wheel is built from the archive."""
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


# Whether what is worked out beforehand came with it, and is fresh.
_READY = """
from policy_kit.regexes.kept import _kept
from policy_kit.sections.compiled import _data
from policy_kit.standard import load_standard
standard = load_standard()
print(bool(standard.digest), bool(_data(standard)), len(_kept().entries) > 500)
"""


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_an_installed_archive_does_the_main_job(built: Path, tmp_path: Path, kind: str) -> None:
    (archive,) = built.glob(kind)
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    run(
        "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", site, archive,
        cwd=elsewhere,
    )  # fmt: skip
    where = run("-c", "import policy_kit; print(policy_kit.__file__)", cwd=elsewhere, path=site)
    assert str(site) in where
    assert run("-c", _READY, cwd=elsewhere, path=site).split() == ["True", "True", "True"]
    told = run("-m", "policy_kit", "demo", "out", "--on", "2026-11-21", cwd=elsewhere, path=site)
    assert "Not ready to sign" in told
    assert (elsewhere / "out" / "generated policy.docx").is_file()
    assert "PK301" in run("-m", "policy_kit", "explain", "PK301", cwd=elsewhere, path=site)


def test_the_checkout_works_in_place(tmp_path: Path) -> None:
    where = run("-c", "import policy_kit; print(policy_kit.__file__)", cwd=tmp_path, path=ROOT)
    assert str(ROOT) in where
    assert "online-safety" in run("-m", "policy_kit", "standard", "list", cwd=tmp_path, path=ROOT)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_wheel_carries_what_the_checkout_has(built: Path, folder: str) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        carried = {n.removeprefix("policy_kit/_bundled/") for n in archive.namelist() if "/_bundled/" in n}
    there = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()}
    assert there <= carried


def test_no_code_stands_among_the_data() -> None:
    """A Python file under templates/ or schemas/ would make the installation from a checkout fail."""
    assert not [p for name in ("templates", "schemas", "examples") for p in (ROOT / name).rglob("*.py")]


def test_the_pinned_versions_name_no_address() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert all("==" in line for line in text.splitlines() if line and not line.startswith("#"))
