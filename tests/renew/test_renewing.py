"""A renewed Word file keeps its laws, whatever the school wrote into it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_kit.generate import generate_policy
from policy_kit.generate.package import DOCUMENT, pack, unpack
from policy_kit.model import BlockKind
from policy_kit.renew import NoBase, renew_policy
from policy_kit.renew.accepted import accepted
from policy_kit.renew.record import read_record
from policy_kit.renew.references import renumbered
from policy_kit.renew.renewing import Renewal
from policy_kit.renew.telling import missing
from policy_kit.sources import read
from tests.compare import judge
from tests.renew.policies import (
    LAST_YEAR,
    THIS_YEAR,
    generated,
    lines,
    put_after,
    said,
    this_years,
    with_body,
    write,
)
from tests.renew.school_edits import EDITED, EDITS, GENERATED, edited


def renewed(data: bytes, folder: Path, **more: Any) -> Renewal:
    path = folder / "policy.docx"
    path.write_bytes(data)
    return renew_policy(path, this_years(), on=more.pop("on", THIS_YEAR), **more)


def taken(renewal: Renewal) -> list[str]:
    return lines(accepted(renewal.file, "the renewal"))


def can_be_taken_back(renewal: Renewal, data: bytes) -> bool:
    """Whether rejecting all changes gives the school's file, by a judge that knows nothing of the product."""
    return judge.said(judge.rejected(renewal.file)) == judge.said(judge.parts(data))


def of_kind(renewal: Renewal, kind: str) -> list[tuple[str, str, str]]:
    return [(e.base, e.mine, e.theirs) for e in renewal.entries if e.kind == kind]


def test_a_file_nobody_edited_becomes_this_years(tmp_path: Path) -> None:
    renewal = renewed(GENERATED.read_bytes(), tmp_path)
    assert taken(renewal) == lines(generate_policy(this_years(), on=THIS_YEAR))
    assert {e.kind for e in renewal.entries} == {"taken", "removed"}
    assert can_be_taken_back(renewal, GENERATED.read_bytes())


_EDITS = ("word", "sentence", "out", "after")


@st.composite
def _edits(draw: st.DrawFn) -> dict[int, str]:
    """Places among a policy's plain paragraphs, and what the school does there."""
    places = draw(st.sets(st.integers(0, 250), min_size=1, max_size=12))
    return {place: draw(st.sampled_from(_EDITS)) for place in places}


def apply(data: bytes, edits: dict[int, str]) -> bytes:
    def edit(paragraphs: list[Any]) -> None:
        for place, what in edits.items():
            paragraph = paragraphs[place % len(paragraphs)]
            if what == "word":
                write(paragraph, said(paragraph) + f" and at our gate {place}")
            elif what == "sentence":
                write(paragraph, f"{said(paragraph)} Our own line {place} stands here.")
            elif what == "after":
                put_after(paragraph, f"Our own paragraph {place} stands here.")
            elif paragraph.getparent() is not None:
                paragraph.getparent().remove(paragraph)

    return with_body(data, edit)


@given(_edits())
@settings(max_examples=6)
def test_without_a_change_of_the_template_the_file_is_the_schools(
    tmp_path_factory: pytest.TempPathFactory, edits: dict[int, str]
) -> None:
    data = apply(generated(), edits)
    renewal = renewed(data, tmp_path_factory.mktemp("same"), on=LAST_YEAR)
    assert taken(renewal) == lines(data)
    assert can_be_taken_back(renewal, data)
    assert {e.kind for e in renewal.entries} <= {"kept", "dropped"}


@given(_edits())
@settings(max_examples=6)
def test_what_the_school_wrote_stands_and_can_be_taken_back(
    tmp_path_factory: pytest.TempPathFactory, edits: dict[int, str]
) -> None:
    base = generated("Ms Cat Jones")
    data = apply(base, edits)
    renewal = renewed(data, tmp_path_factory.mktemp("new"))
    result = "\n".join(taken(renewal))
    assert can_be_taken_back(renewal, data)
    for line in set(lines(data)) - set(lines(base)):
        own = line.rpartition(" Our own")[2] if " Our own" in line else line.rpartition(" and at")[2]
        assert own in result
    assert not renewal.conflicts  # this year only the DSL is another, which is no wording


def test_the_record_of_this_year_is_in_the_renewal(tmp_path: Path) -> None:
    renewal = renewed(edited(GENERATED.read_bytes()), tmp_path)
    path = tmp_path / "renewed.docx"
    path.write_bytes(renewal.file)
    record = read_record(read(path).provenance)
    assert record is not None
    assert record.on == THIS_YEAR
    again = renew_policy(path, this_years(), on=THIS_YEAR)
    assert [e.kind for e in again.entries if e.kind in ("conflict", "taken", "followed")] == []


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    data = edited(GENERATED.read_bytes())
    assert renewed(data, tmp_path).file == renewed(data, tmp_path).file


def test_a_file_without_its_record_asks_for_the_base(tmp_path: Path) -> None:
    bare = tmp_path / "bare.docx"
    bare.write_bytes(_without_record(EDITED.read_bytes()))
    with pytest.raises(NoBase, match="--base"):
        renew_policy(bare, this_years(), on=THIS_YEAR)
    renewal = renew_policy(bare, this_years(), on=THIS_YEAR, base=GENERATED)
    assert len(of_kind(renewal, "dropped")) == len(of_kind(renewed(EDITED.read_bytes(), tmp_path), "dropped"))


def _without_record(data: bytes) -> bytes:
    return pack({name: part for name, part in unpack(data, "").items() if "customXml/item1.xml" not in name})


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", '{"blocks": 3}', '{"blocks": [], "profile": [], "on": "2025-01-01"}',
        '{"blocks": [{"kind": "x"}], "profile": {}, "on": "2025-01-01"}',
        '{"blocks": [], "profile": {}, "on": "yesterday"}',
    ],
)  # fmt: skip
def test_a_record_that_cannot_be_used_is_none(text: str) -> None:
    assert read_record(text) is None


@cache
def example() -> Renewal:
    """The policy of 2025 with 25 edits made by hand, renewed to 2026."""
    return renew_policy(EDITED, this_years(), on=THIS_YEAR)


def test_the_file_is_what_the_edits_make() -> None:
    assert len(EDITS) == 25
    assert edited(GENERATED.read_bytes()) == EDITED.read_bytes()


def test_what_is_left_to_decide() -> None:
    review, accounts = of_kind(example(), "conflict")
    again = "We review filtering and monitoring again when a new risk is found"
    assert review[:2] == (
        f"{again}, when working practice changes.",
        f"{again} and when working practice changes.",
    )
    assert "AI tool" in review[2]
    assert accounts[0].startswith("A fake, parody or insulting account")
    assert accounts[1] == f"{accounts[0]} We tell the trust's press officer the same day."
    assert accounts[2] == ""
    text = taken(example())
    assert {review[1], review[2], accounts[1]} <= set(text)


def test_a_post_that_changed_hands_follows_the_profile() -> None:
    assert of_kind(example(), "followed") == [("dsl", "Ms Nia Patel", "Mr Owen Pryce")]
    text = "\n".join(taken(example()))
    assert "Ms Nia Patel" not in text
    assert "Ms Cat Jones" not in text


def test_what_was_taken_out_stays_out_and_is_told() -> None:
    assert [e.heading for e in example().entries if e.kind == "dropped" and e.whole] == [
        "Online hate and prejudice"
    ]
    assert missing(example()) == ["Online hate and prejudice"]


def test_the_schools_own_stand_where_they_stood() -> None:
    text = taken(example())
    own = text.index("Our digital leaders")
    assert text[own + 1].startswith("Six pupils")
    assert text[own + 3] == "Social media"
    assert "Phones, watches and other smart devices" in text
    assert text.index("receives reports on online safety and asks questions about them") < text.index(
        "seeks assurance that filtering and monitoring work and are reviewed each year"
    )
    assert "Whom to see" in text


def test_looks_and_pictures_stay(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "renewed.docx"
    path.write_bytes(accepted(example().file, "x"))
    word = docx.Document(str(path))
    bold = next(p for p in word.paragraphs if p.text.startswith("A lesson is recorded only"))
    assert all(run.bold for run in bold.runs if run.text.strip())
    alternatives = [p.get("descr") for p in word.element.body.iter() if p.tag.endswith("}docPr")]
    assert "The poster that Year 5 made" in alternatives


def test_the_contents_list_says_the_headings(tmp_path: Path) -> None:
    path = tmp_path / "renewed.docx"
    path.write_bytes(accepted(example().file, "x"))
    document = read(path)
    listed = [block.text for block in document.body if block.kind is BlockKind.CONTENTS]
    headings = [b.text for b in document.text_blocks if b.is_heading and b.level == 1]
    assert [h for h in headings if any(h in line for line in listed)] == headings
    (audit,) = example().audit.policies
    assert [f.message for f in audit.findings if f.rule.code == "PK701"] == []


def test_references_say_the_numbers_of_the_result(tmp_path: Path) -> None:
    """The section that the school added moves the numbers of those after it."""
    path = tmp_path / "renewed.docx"
    path.write_bytes(accepted(example().file, "x"))
    blocks = read(path).text_blocks
    numbers = {b.text.casefold(): b.number for b in blocks if b.is_heading}
    said = [b.text for b in blocks]
    phones = numbers["phones, watches and other smart devices"]
    accounts = numbers["fake accounts and harmful posts about the school"]
    assert (phones, accounts) == ("22", "21.1")
    assert any(f"ection {phones}" in text for text in said)
    assert any(f"ection {accounts}" in text for text in said)
    assert not any("ection 20.1" in text for text in said)
    assert can_be_taken_back(example(), EDITED.read_bytes())
    assert example().by_hand == ()


def test_a_reference_to_an_appendix_finds_its_heading(tmp_path: Path) -> None:
    """Last year's headings of appendices had no marks; this year's text leads to them all the same."""
    new = generate_policy(this_years(), on=THIS_YEAR)
    parts = unpack(new, "new")
    link = b'<w:hyperlink w:anchor="pk_flowchart"><w:r><w:t>Appendix Z</w:t></w:r></w:hyperlink>'
    assert b'w:name="pk_flowchart"' in parts[DOCUMENT]
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"</w:p>", link + b"</w:p>", 1)
    bare = with_body(pack(parts), lambda _: None)
    unmarked = unpack(bare, "bare")
    unmarked[DOCUMENT] = re.sub(rb'w:name="pk_flowchart"', b'w:name="other"', unmarked[DOCUMENT])
    done = renumbered(pack(unmarked), new, "policy_kit", THIS_YEAR)
    assert done.lost == ()
    assert re.search("Appendix [A-Y]", lines(accepted(done.data, "x"))[0])
