"""Building: the committed template is what the clauses and layout make, and what is lacking is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_kit.errors import TemplateFault
from policy_kit.generate.build import build_template, missing_clauses
from policy_kit.generate.layout import SECTIONS_MARK, build_layout
from policy_kit.generate.lint import check_template
from policy_kit.generate.package import DOCUMENT, pack, unpack
from policy_kit.resources import bundled
from policy_kit.standard import load_standard
from tests.generate.making import CLAUSES, para, template_from

_SHIPPED = Path(__file__).resolve().parents[2] / "templates" / "online-safety"


def test_the_committed_layout_is_what_the_code_makes() -> None:
    committed = (_SHIPPED / "layout.docx").read_bytes()
    assert unpack(committed, "layout.docx") == unpack(build_layout(), "layout.docx")


def test_the_committed_template_is_what_the_clauses_make() -> None:
    layout = (_SHIPPED / "layout.docx").read_bytes()
    built = build_template(_SHIPPED / "clauses", layout)
    committed = (_SHIPPED / "template.docx").read_bytes()
    # parts and not the zip: another zlib may press the same text into other bytes
    assert unpack(committed, "template.docx") == unpack(built, "template.docx"), "run `make templates`"
    assert pack(unpack(committed, "template.docx")) == built


def test_every_section_of_the_standard_has_a_clause() -> None:
    assert missing_clauses(bundled("templates").joinpath("online-safety", "clauses")) == ()


def test_the_shipped_template_has_nothing_to_mend() -> None:
    assert check_template("online-safety") == []


def test_sections_stand_in_the_order_of_the_standard() -> None:
    document = unpack(build_template(CLAUSES, build_layout()), "t")[DOCUMENT].decode()
    order = [section.id for section in load_standard().sections]
    marks = [i for i in order if f'w:name="pk_{i.replace("-", "_")}"' in document]
    places = [document.index(f'w:name="pk_{i.replace("-", "_")}"') for i in marks]
    assert len(marks) == 5
    assert places == sorted(places)


def test_sections_without_a_clause_are_told_and_may_be_linked_to(tmp_path: Path) -> None:
    template_from(tmp_path, {"aims-and-scope": "# Aims\nSee [section #](#cyberbullying).\n"})
    missing = missing_clauses(tmp_path)
    assert "aims-and-scope" not in missing
    assert "cyberbullying" in missing


def test_a_clause_for_no_section_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(
        TemplateFault, match=r"cyber-bullying.md: the standard .* did you mean cyberbullying.md\?"
    ):
        template_from(tmp_path, {"cyber-bullying": "# Cyberbullying\n"})


def test_a_clause_that_is_not_text_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "cyberbullying.md").write_bytes(b"# \xff\xfe")
    with pytest.raises(TemplateFault, match=r"cyberbullying\.md: could not be read as text"):
        build_template(tmp_path, build_layout())


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (lambda x: x.replace(SECTIONS_MARK, ""), "0 paragraphs say"),
        (lambda x: x.replace("Academic year {{ academic_year }}", SECTIONS_MARK), "2 paragraphs say"),
        (lambda x: x.replace("<w:sdtContent>", f"<w:sdtContent>{para(SECTIONS_MARK)}")
                    .replace(f">{SECTIONS_MARK}</w:t></w:r></w:p><w:sectPr", "></w:t></w:r></w:p><w:sectPr"),
         "must not stand in a table or box"),
    ],
)  # fmt: skip
def test_an_edited_layout_must_keep_its_mark(edit: object, says: str, tmp_path: Path) -> None:
    parts = unpack(build_layout(), "layout.docx")
    parts[DOCUMENT] = edit(parts[DOCUMENT].decode()).encode()  # type: ignore[operator]
    with pytest.raises(TemplateFault, match=says):
        template_from(tmp_path, {"aims-and-scope": "# Aims\n"}, pack(parts))


def test_a_layout_without_lists_is_a_fault(tmp_path: Path) -> None:
    parts = unpack(build_layout(), "layout.docx")
    del parts["word/numbering.xml"]
    with pytest.raises(TemplateFault, match="its numbered lists are gone"):
        template_from(tmp_path, {"aims-and-scope": "# Aims\n"}, pack(parts))


def test_a_layout_in_another_look_is_kept(tmp_path: Path) -> None:
    parts = unpack(build_layout(), "layout.docx")
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"1F3864", b"7A0019")
    built = unpack(template_from(tmp_path, {"aims-and-scope": "# Aims\n1. a\n"}, pack(parts)), "t")
    assert b"7A0019" in built["word/styles.xml"]
