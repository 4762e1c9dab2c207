"""How far a policy keeps to the trust's wording: by its own record, else by likeness to the templates."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from policy_kit.generate.templates import find_template, template_version
from policy_kit.model import Policy
from policy_kit.quick import dataclass
from policy_kit.roll_up import Reading, Wording
from policy_kit.sources import read
from policy_kit.trust.across.sketches import Runs, marks_of, runs_of

LIKELY = 0.4  # the share from which a policy without a record is taken to come from the template
_DEPARTS = 0.9  # a section under this share of what was generated for it is worth a look
_DEPARTS_LIKELY = 0.6  # where there is no record, the school's own facts count as departing too
_MOST_SECTIONS = 5
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


@dataclass(frozen=True)
class TemplateWording:
    """A template of the trust, and what a policy made from it calls it; `label` is its name for people."""

    label: str
    id: str
    version: str
    data: bytes
    current: bool

    @property
    def runs(self) -> Runs:
        """The template's own words, its fields left out; read when they are first asked for."""
        return _own_runs(self.data)


def wording_of(template: str, *, current: bool) -> TemplateWording:
    """The wording of a template, by name or path; raises TemplateFault or UnreadableFile."""
    found = find_template(template)
    label = found.id if found.ours else found.name
    return TemplateWording(label, found.id, template_version(found.data), found.data, current)


@lru_cache(maxsize=8)
def _own_runs(data: bytes) -> Runs:
    """The runs of a template's own words: none reaches over a field."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "template.docx")
        file.write_bytes(data)
        blocks = read(file).blocks
    return runs_of_texts(words for block in blocks for words in _TAG.split(block.text))


@dataclass(frozen=True, slots=True)
class Kept:
    """How much of a policy's wording is the template's: by section, '' for the whole, and which template."""

    template: str = ""
    version: str = ""
    shares: tuple[tuple[str, float], ...] = ()
    seen: str = ""


def kept_wording(policy: Policy, templates: Sequence[TemplateWording]) -> Kept:
    """Compare a policy with the text it was generated as, if it says so, else with the templates."""
    record = _record(policy.document.provenance)
    if record is not None:
        made = record["template"]
        base = runs_of_texts(b.get("text", "") for b in record["blocks"] if isinstance(b, Mapping))
        shares = _shares(policy, base)
        return Kept(str(made.get("id", ""))[:100], str(made.get("version", ""))[:40], shares)
    best: tuple[float, TemplateWording, tuple[tuple[str, float], ...]] | None = None
    for template in templates:
        shares = _shares(policy, template.runs)
        share = dict(shares).get("", 0.0)
        if best is None or share > best[0]:
            best = share, template, shares
    return Kept(shares=best[2], seen=best[1].label) if best else Kept()


def _record(text: str) -> Mapping[str, dict[str, object]] | None:
    """The provenance that a generated file carries; None where there is none, or it is not what we write."""
    try:
        record = json.loads(text) if text else None
    except ValueError:
        return None
    if not isinstance(record, dict) or not isinstance(record.get("template"), dict):
        return None
    return record if isinstance(record.get("blocks"), list) else None


def runs_of_texts(texts: Iterable[object]) -> Runs:
    """The runs of many texts; none reaches from one into the next."""
    return frozenset().union(*(runs_of(marks_of(str(text))) for text in texts))


def _shares(policy: Policy, base: Runs) -> tuple[tuple[str, float], ...]:
    counts: dict[str, list[int]] = {}
    for block in policy.document.text_blocks:
        runs = runs_of(marks_of(block.text))
        kept = len(runs & base)
        for section in ("", *policy.section_of_block.get(block.index, ())[:1]):
            both = counts.setdefault(section, [0, 0])
            both[0] += kept
            both[1] += len(runs)
    return tuple((section, round(kept / total, 5)) for section, (kept, total) in counts.items() if total)


def wording_states(
    readings: Iterable[Reading], templates: Sequence[TemplateWording], titles: Mapping[str, str]
) -> tuple[Wording, ...]:
    """Where each policy that could be read stands with the trust's templates, furthest from them first."""
    out = [_state(r, templates, titles) for r in readings if r.is_policy and r.of_template]
    order = {"old": 0, "likely-old": 1, "own": 2, "likely-current": 3, "current": 4}
    return tuple(sorted(out, key=lambda w: (order[w.state], w.share, w.school)))


def _state(reading: Reading, templates: Sequence[TemplateWording], titles: Mapping[str, str]) -> Wording:
    shares = dict(reading.of_template)
    share = shares.pop("", 0.0)
    state, label, version = _origin(reading, share, templates)
    limit = _DEPARTS if reading.template else _DEPARTS_LIKELY
    least = sorted(((titles[s], v) for s, v in shares.items() if s in titles and v < limit),
                   key=lambda pair: pair[1])[:_MOST_SECTIONS]  # fmt: skip
    told = tuple(least) if state != "own" else ()
    return Wording(reading.school, reading.file, state, label, version, share, told)


def _origin(reading: Reading, share: float, templates: Sequence[TemplateWording]) -> tuple[str, str, str]:
    if reading.template:
        current = any(t.current and t.version == reading.template_version for t in templates)
        return ("current" if current else "old"), reading.template, reading.template_version
    near = next((t for t in templates if t.label == reading.template_seen), None)
    if near is None or share < LIKELY:
        return "own", "", ""
    return ("likely-current" if near.current else "likely-old"), near.label, near.version
