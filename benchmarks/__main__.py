"""`make bench`: start-up, reading, auditing and comparing, each beside what it is measured against."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.auditing import auditing_beside_pandoc, growing
from benchmarks.checking import checking
from benchmarks.comparing import comparing, growing_pairs, slow_on_purpose
from benchmarks.generating import generating
from benchmarks.inputs import first_part, in_other_words, repeated, with_words_own_markup
from benchmarks.reading import reading_pdf, reading_word
from benchmarks.timing import medians, python, show
from policy_kit.audit import AuditOptions, audit_document, audit_file, facts_for
from policy_kit.generate import generate_policy
from policy_kit.profile import load_profile
from policy_kit.sources import read

ROOT = Path(__file__).resolve().parents[1]
DAY = date(2026, 11, 21)
PAGES = (10, 33, 100, 330, 1000)
BARE = "import click\n@click.command()\ndef main(): pass\nmain(['--help'])"


def start_up() -> None:
    things = {
        "a bare click program, --help": python("-c", BARE),
        "policy-kit --help": python("-m", "policy_kit", "--help"),
    }
    show("Start-up, whole process", medians(things, 15), "a bare click program, --help")


def auditing(path: Path) -> None:
    options = AuditOptions()
    facts = facts_for(DAY, options)
    things: dict[str, Callable[[], object]] = {
        "read": lambda: read(path),
        "full audit, its words met before": lambda: audit_file(path, facts, options),
        "full audit, its words not met before": lambda: audit_document(in_other_words(read(path)), facts),
    }
    show("Auditing a Word file of 33 pages, in process", medians(things, 9), "read")


def main() -> None:
    """Measure on the real example where it is beside the project, else on a generated policy."""
    with TemporaryDirectory() as folder:
        files = _files(Path(folder))
        start_up()
        reading_word(files["word"], "a Word file of 33 pages")
        reading_word(files["marked"], "the same with Word's own markup")
        if "pdf" in files:
            reading_pdf(files["pdf"], "a PDF of 33 pages")
        auditing(files["word"])
        checking(files["word"])
        auditing_beside_pandoc(
            {
                "33 pages": files["word"],
                "33 pages, Word's own markup": files["marked"],
                "198 pages": files["long"],
            }
        )
        comparing(files["word"], DAY)
        growing_pairs([block.text for block in read(files["word"]).text_blocks])
        slow_on_purpose()
        growing({pages: files[str(pages)] for pages in PAGES})
    generating()


def _files(folder: Path) -> dict[str, Path]:
    real = ROOT.parent / "shared" / "examples" / "litherland-moss-2021-headings.docx"
    if real.is_file():
        data = real.read_bytes()
    else:  # about as long
        profile = load_profile(ROOT / "examples" / "primary-in-a-trust" / "profile.yaml")
        data = generate_policy(profile, on=DAY)
    made = {"word": data, "marked": with_words_own_markup(data), "long": repeated(data, 6)}
    for pages in PAGES:
        whole = repeated(data, max(round(pages / 33), 1))
        made[str(pages)] = first_part(data, pages / 33) if pages < 33 else whole
    files = {}
    for name, content in made.items():
        files[name] = folder / f"{name}.docx"
        files[name].write_bytes(content)
    if (pdf := real.with_name("litherland-moss-2021.pdf")).is_file():
        files["pdf"] = pdf
    return files


if __name__ == "__main__":
    main()
