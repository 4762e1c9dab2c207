"""policy-kit.yaml: findings accepted for now, each with a reason and a day on which that ends."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from policy_kit.errors import InvalidSettings
from policy_kit.findings import Finding, Suppression
from policy_kit.quick import dataclass
from policy_kit.regexes import regex
from policy_kit.yaml_faults import NotYaml, plain_yaml

FILE_NAME = "policy-kit.yaml"
_CODE = regex(r"PK[1-7]\d\d")
_FINGERPRINT = regex(r"[0-9a-f]{16}")
_KEYS = {"check", "fingerprint", "reason", "expires"}


@dataclass(frozen=True, slots=True)
class Accepted:
    """One entry: a check code or a fingerprint, why it is accepted, and until when."""

    what: str
    reason: str
    expires: datetime.date


@dataclass(frozen=True, slots=True)
class Settings:
    """What a school has decided about its findings; `path` is '' where there is no file."""

    accepted: tuple[Accepted, ...] = ()
    path: str = ""


def settings_beside(policy: Path) -> Path | None:
    """The policy-kit.yaml in the policy's folder, if there is one."""
    path = policy.parent / FILE_NAME
    return path if path.is_file() else None


def load_settings(path: Path, known_codes: frozenset[str]) -> Settings:
    """Read a policy-kit.yaml. Raises InvalidSettings, listing every fault with its entry."""
    try:
        data = plain_yaml(path.read_text(encoding="utf-8-sig")) or {}
    except FileNotFoundError as error:
        raise InvalidSettings(f"{path}: there is no such file") from error
    except OSError as error:
        raise InvalidSettings(f"{path}: could not be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise InvalidSettings(f"{path}: is no text in UTF-8; save it as that") from error
    except NotYaml as error:
        raise InvalidSettings(f"{path}, {error}") from error
    entries = data.get("suppress", []) if isinstance(data, dict) else None
    if not isinstance(entries, list) or set(data) - {"suppress"}:
        raise InvalidSettings(f"{path}: the file holds one list named `suppress`")
    faults = [f"entry {n}: {fault}" for n, e in enumerate(entries, 1) for fault in _faults(e, known_codes)]
    if faults:
        raise InvalidSettings(f"{path}: " + "; ".join(faults))
    return Settings(tuple(_accepted(e) for e in entries), str(path))


def _faults(entry: Any, known_codes: frozenset[str]) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield "must have `check` or `fingerprint`, `reason` and `expires`"
        return
    for unknown in sorted(set(entry) - _KEYS):
        yield f"{unknown} is not known; use check or fingerprint, reason, expires"
    named = [k for k in ("check", "fingerprint") if entry.get(k)]
    if len(named) != 1:
        yield "needs either `check` or `fingerprint`"
    code, mark = str(entry.get("check") or ""), str(entry.get("fingerprint") or "")
    if code and (not _CODE.fullmatch(code) or code not in known_codes):
        yield f"{code} is no check code (`policy-kit explain` lists them)"
    if mark and not _FINGERPRINT.fullmatch(mark):
        yield f"{mark} is no fingerprint (16 letters and digits, as in the JSON report)"
    if len(str(entry.get("reason") or "").strip()) < 5:
        yield "needs a reason that a reader will understand"
    if not isinstance(entry.get("expires"), datetime.date):
        yield "needs `expires`, a date such as 2027-01-31"


def _accepted(entry: dict[str, Any]) -> Accepted:
    what = str(entry.get("check") or entry.get("fingerprint"))
    return Accepted(what, str(entry["reason"]).strip(), entry["expires"])


def apply_settings(findings: Iterable[Finding], settings: Settings, on: datetime.date) -> tuple[Finding, ...]:
    """The findings, those that an entry in force accepts marked as suppressed."""
    by_name = {a.what: a for a in settings.accepted if a.expires >= on}
    out = []
    for finding in findings:
        entry = by_name.get(finding.fingerprint) or by_name.get(finding.rule.code)
        if entry:
            marked = Suppression(entry.reason, entry.expires, "settings")
            out.append(replace(finding, suppressed=marked))
        else:
            out.append(finding)
    return tuple(out)


def expired(settings: Settings, on: datetime.date) -> tuple[str, ...]:
    """One line for each entry whose day has passed."""
    return tuple(
        f"{settings.path}: {a.what} was accepted until {a.expires:%-d %B %Y} ({a.reason}); it counts again. "
        "Mend it, or decide anew and set a later date."
        for a in settings.accepted
        if a.expires < on
    )


@dataclass(frozen=True, slots=True)
class Stood:
    """A finding of an earlier day: its code and words, and at how many places it stood."""

    told: str
    places: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """What stood on an earlier day: for each policy, by its path, what each fingerprint said and where."""

    policies: dict[str, dict[str, Stood]]
    path: str = ""

    def of(self, policy: str) -> dict[str, Stood]:
        """What stood in a policy: by its path, else by its name where only one policy bore it."""
        if policy in self.policies:
            return self.policies[policy]
        name = Path(policy).name
        same = [
            told for path, told in self.policies.items() if PurePath(path.replace("\\", "/")).name == name
        ]
        return same[0] if len(same) == 1 else {}


def load_baseline(path: Path) -> Baseline:
    """Read an earlier JSON report as a baseline. Raises InvalidSettings if it is none."""
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        found = {
            str(p["file"]["path"]): {
                str(f["fingerprint"]): Stood(
                    f"{f['check']} {f['quote'] or f['message']}", 1 + len(f["related"])
                )
                for f in p["findings"]
            }
            for p in report["policies"]
        }
    except FileNotFoundError as error:
        raise InvalidSettings(f"{path}: there is no such file; {_MAKE}") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InvalidSettings(f"{path}: is no baseline; {_MAKE}") from error
    return Baseline(found, str(path))


_MAKE = "make one with `policy-kit audit POLICY --format json -o baseline.json`"
_MOST_TOLD = 5


def apply_baseline(findings: Iterable[Finding], baseline: Baseline, policy: str) -> tuple[Finding, ...]:
    """The findings, those that stood in the baseline marked as accepted.

    One that has come to stand at more places counts: one of them is new.
    """
    stood = baseline.of(policy)
    mark = Suppression("stood when the baseline was made", None, "baseline")
    out = []
    for finding in findings:
        before = stood.get(finding.fingerprint)
        accepted = before is not None and 1 + len(finding.related) <= before.places
        out.append(replace(finding, suppressed=mark) if accepted and not finding.suppressed else finding)
    return tuple(out)


def mended(findings: Iterable[Finding], baseline: Baseline, policy: str) -> str:
    """One line on what of the baseline no longer stands in the policy, '' if all of it does."""
    now = {f.fingerprint for f in findings}
    gone = [stood.told for mark, stood in baseline.of(policy).items() if mark not in now]
    if not gone:
        return ""
    listed = "; ".join(_short(told) for told in gone[:_MOST_TOLD])
    more = f"; and {len(gone) - _MOST_TOLD} more" if len(gone) > _MOST_TOLD else ""
    many = "1 finding" if len(gone) == 1 else f"{len(gone)} findings"
    stand = "stands" if len(gone) == 1 else "stand"
    return f"{policy}: {many} of the baseline no longer {stand} ({listed}{more}). Make a new baseline."


def _short(told: str) -> str:
    code, _, words = told.partition(" ")
    words = " ".join(words.split())
    return f"{code} “{words if len(words) <= 60 else words[:59].rstrip() + '…'}”"
