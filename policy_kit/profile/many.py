"""The profiles of many schools, however they are kept: one file, a folder of files, or a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from policy_kit.errors import InvalidProfile, UnreadableFile
from policy_kit.profile.model import Profile
from policy_kit.profile.reading import profile_files
from policy_kit.profile.tables import TABLE_SUFFIXES, count_rows, profiles_in_table
from policy_kit.profile.validating import load_profile


def load_profiles(path: Path) -> Iterator[tuple[str, Profile | InvalidProfile]]:
    """Yield (where it stands, the profile or what is wrong with it) for each school, in a fixed order.

    path: a folder of YAML or JSON profiles, a CSV or XLSX with a row a school, or one profile. One bad
    file or row never stops the rest. Raises UnreadableFile if the path itself cannot be read, and
    InvalidProfile if a table's headings are not fields.
    """
    if path.is_dir():
        return _in_folder(path)
    if path.suffix.lower() in TABLE_SUFFIXES:
        return profiles_in_table(path)
    if not path.exists():
        raise UnreadableFile(f"{path}: there is no such file or folder")
    return iter([_one(path)])


def count_profiles(path: Path) -> int:
    """How many schools a path holds, sound or not. Raises as `load_profiles` does for the path itself."""
    if path.is_dir():
        return sum(1 for _ in profile_files(path))
    return count_rows(path) if path.suffix.lower() in TABLE_SUFFIXES else 1


def _in_folder(folder: Path) -> Iterator[tuple[str, Profile | InvalidProfile]]:
    try:
        files = list(profile_files(folder))
    except OSError as error:
        raise UnreadableFile(f"{folder}: could not be read ({error.strerror or error})") from error
    if not files:
        raise UnreadableFile(f"{folder}: there is no profile in this folder, no .yaml, .yml or .json file")
    return map(_one, files)


def _one(path: Path) -> tuple[str, Profile | InvalidProfile]:
    try:
        return str(path), load_profile(path)
    except InvalidProfile as error:
        return str(path), error
    except UnreadableFile as error:
        return str(path), InvalidProfile(str(error))
