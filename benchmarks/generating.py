"""Generation beside docxtpl used the plain way, on the shipped template and on one as Word saves it.

docxtpl opens, patches, compiles, fills and saves the template for each school and does no more; ours also
puts in section numbers and the contents list, proves the file sound, and writes the record for `renew`.
Both get the same values. Processor time is measured, which neighbours on the machine disturb least, and a
ratio is taken in each round, in which each has its turn.
"""

from __future__ import annotations

import io
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from docxtpl import DocxTemplate
from jinja2 import Environment

from policy_kit.generate.context import template_context
from policy_kit.generate.expressions import absent
from policy_kit.generate.package import DOCUMENT, pack, unpack
from policy_kit.generate.policy import Order, make_policy
from policy_kit.generate.provenance import as_json
from policy_kit.generate.samples import sample_schools
from policy_kit.generate.templates import find_template
from policy_kit.generate.words import FILTERS, text_of_value

_DAY = date(2026, 11, 21)
_ROUNDS = 5
_MANY = 1_000
_RUN = re.compile(r'<w:r>(<w:rPr>.*?</w:rPr>)?<w:t(?: xml:space="preserve")?>([^<]*)</w:t></w:r>')


def schools(count: int) -> list[dict[str, Any]]:
    """Invented schools of every kind, no two alike."""
    kinds = list(sample_schools().values())
    return [
        {
            **kinds[n % len(kinds)],
            "school_name": f"Harrow Lane School {n}",
            "urn": str(200_000 + n),
            "isp": f"GridLink {n}",
            "headteacher": {"name": f"Mrs Ade Larkin-{n}"},
        }
        for n in range(count)
    ]


def as_word_saves(template: bytes, seed: int = 1) -> bytes:
    """The template with the markup Word leaves: a run for every few words, each with its looks and marks."""
    drawn = random.Random(seed)  # only shapes the sample
    parts = unpack(template, "template")

    def torn(found: re.Match[str]) -> str:
        looks = found[1] or '<w:rPr><w:rFonts w:cstheme="minorHAnsi"/><w:szCs w:val="22"/></w:rPr>'
        words = re.findall(r"\S*\s*", found[2])
        out: list[str] = []
        while words := [word for word in words if word]:
            taken = drawn.randint(1, 5)
            text, words = "".join(words[:taken]), words[taken:]
            mark = f"00{drawn.randrange(16**6):06X}"
            said = f'<w:t xml:space="preserve">{text}</w:t>'
            out.append(f'<w:r w:rsidR="{mark}" w:rsidRPr="{mark}">{looks}{said}</w:r>')
            if drawn.random() < 0.2:
                out.append('<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>')
        return "".join(out)

    parts[DOCUMENT] = _RUN.sub(torn, parts[DOCUMENT].decode()).encode()
    return pack(parts)


def _plain(template: bytes) -> Callable[[Mapping[str, Any]], object]:
    """docxtpl as its documentation shows it, with escaping switched on so that no name is lost."""

    def make(fields: Mapping[str, Any]) -> object:
        env = Environment(autoescape=True, finalize=text_of_value)
        env.filters.update(FILTERS)
        document = DocxTemplate(io.BytesIO(template))
        document.render(_named("", template_context(fields)), env, autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return make


def _named(path: str, value: Any) -> Any:
    """The values, with the stand-in that a field left out has in a template."""
    if value is None:
        return absent(path)
    if isinstance(value, Mapping):
        return {key: _named(f"{path}.{key}".lstrip("."), inner) for key, inner in value.items()}
    return [_named(path, inner) for inner in value] if isinstance(value, list) else value


def _ours(template: bytes) -> Callable[[Mapping[str, Any]], object]:
    def make(fields: Mapping[str, Any]) -> object:
        order = Order(template_context(fields), fields, _DAY, "benchmark", ("online-safety", "1"))
        return make_policy(template, "benchmark.docx", order)

    return make


def _a_school(make: Callable[[Mapping[str, Any]], object], given: Sequence[Mapping[str, Any]]) -> float:
    start = time.process_time()
    for fields in given:
        make(fields)
    return (time.process_time() - start) / len(given)


def beside_docxtpl(title: str, template: bytes, few: int) -> None:
    """Print the processor time a school of each, over different schools, and the ratio of the two."""
    plain, ours = _plain(template), _ours(template)
    given = schools(60)
    ours(given[0])
    rounds = [(_a_school(plain, given[:few]), _a_school(ours, given)) for _ in range(_ROUNDS)]
    print(f"{title} ({len(unpack(template, 't')[DOCUMENT]) // 1000} KB of markup)")
    _line("docxtpl, the plain way, a school, ms", [plain * 1000 for plain, _ in rounds])
    _line("policy_kit, a school, ms", [ours * 1000 for _, ours in rounds])
    _line("ratio", [plain / ours for plain, ours in rounds])


def _line(what: str, figures: Sequence[float]) -> None:
    print(f"  {what:<40}{statistics.median(figures):9.2f}  ({min(figures):.2f} to {max(figures):.2f})")


@dataclass(frozen=True, slots=True)
class _Run:
    """What a run of `generate` takes: seconds on the clock and of all processors, and most memory in MB."""

    clock: float
    processors: float
    memory: float


def _a_run(profiles: Path, jobs: int) -> _Run:
    with tempfile.TemporaryDirectory() as out:
        command = ["-m", "policy_kit", "generate", str(profiles), "-o", out, "--jobs", str(jobs)]
        before, used = time.perf_counter(), _of_children()
        subprocess.run([sys.executable, *command, "--on", _DAY.isoformat()], capture_output=True, check=True)
        clock = time.perf_counter() - before
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    return _Run(clock, _of_children() - used, memory)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def many() -> None:
    """Print what 1,000 schools take on one process and on two, and what memory 100 and 1,000 take.

    The clock tells of two processes only on a machine with two processors to spare; processor time tells
    how much the sharing itself costs, and so what is within reach: twice one over what both take together.
    """
    with tempfile.TemporaryDirectory() as folder:
        few, all_of_them = Path(folder, "few"), Path(folder, "all")
        for place, count in ((few, _MANY // 10), (all_of_them, _MANY)):
            place.mkdir()
            for n, fields in enumerate(schools(count)):
                text = yaml.safe_dump(as_json(fields), allow_unicode=True)
                (place / f"{n:05}.yaml").write_text(text, encoding="utf-8")
        small = _a_run(few, 1).memory
        rounds = [(_a_run(all_of_them, 1), _a_run(all_of_them, 2)) for _ in range(3)]
    print(f"{_MANY:,} schools, the whole command")
    _line("one process, s on the clock", [one.clock for one, _ in rounds])
    _line("two processes, s on the clock", [two.clock for _, two in rounds])
    _line("ratio on the clock", [one.clock / two.clock for one, two in rounds])
    _line(
        "ratio within reach, by processor time", [2 * one.processors / two.processors for one, two in rounds]
    )
    large = rounds[0][0].memory
    print(f"  memory at most: {_MANY // 10} schools {small:.0f} MB, {_MANY:,} schools {large:.0f} MB")


def generating() -> None:
    """`make bench`: generation."""
    template = find_template("online-safety").data
    beside_docxtpl("The shipped template", template, few=6)
    beside_docxtpl("The same, as Word saves it", as_word_saves(template), few=2)
    many()


if __name__ == "__main__":
    generating()
