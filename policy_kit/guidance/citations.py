"""What a policy cites, and in which edition: titles and abbreviations with the year that belongs to each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from policy_kit.guidance.context import HISTORY, REFERENCE, contexts, told_as_past
from policy_kit.guidance.joined import JoinedText, as_blocks, joined_text
from policy_kit.guidance.mentions import Mention, mentions, wordings
from policy_kit.guidance.model import Edition, GuidanceDocument, OldWording
from policy_kit.guidance.patterns import Pattern
from policy_kit.guidance.register import Register
from policy_kit.guidance.remembering import remembered
from policy_kit.guidance.years import YearFound, year_after, year_before, year_of_publisher
from policy_kit.model import Block, Link
from policy_kit.model.unshown import unshown_links
from policy_kit.quick import dataclass
from policy_kit.regexes import regex

_UNNAMED = Pattern(
    r"\b(?P<publisher>DfE|Department\s+for\s+Education|UKCC?IS|Home\s+Office)(?:[’']s)?\s*\(?(?P<year>20[0-4]\d)\)?"
    r"\s+(?:(?:non-)?statutory\s+)?(?:guidance|advice)\b",
    (("dfe", "department", "ukcis", "ukccis", "home"), ("guidance", "advice")),
)
_PUBLISHERS = {"dfe": "department for education", "ukcis": "uk council", "ukccis": "uk council"}
_ADDRESS = regex(r"https?://\S+|www\.\S+", re.IGNORECASE)
_FILE_YEAR = regex(r"(?<!\d)(20[12]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document of the register as a policy cites it.

    edition: the label of the edition meant, or None; year: as the policy gives it, or None; text: the words
    cited, with the year; block: the index of the block they start in; span: where they stand in its text;
    how: `year`, `title` (an old title), `wording` (words that date it), `heading` ("the DfE (2018) guidance",
    known by the heading above), `link` (an address), or `undated`; context: `reference`, `history` or
    `bibliography`; wording: the register's entry behind an old title or wording.
    """

    document_id: str
    edition: str | None
    year: int | None
    text: str
    block: int
    span: tuple[int, int]
    how: str
    context: str = REFERENCE
    wording: OldWording | None = None


def find_citations(given: Iterable[Block] | str, register: Register) -> tuple[Citation, ...]:
    """Every citation in blocks (or in a plain text), in the order they stand.

    A year is read from the words right after a title, over brackets, an address or a line's end, or right
    before it; never from the next title, nor from the name of an Act.
    """
    return _find(as_blocks(given), register)


@remembered
def _find(blocks: tuple[Block, ...], register: Register) -> tuple[Citation, ...]:
    joined = joined_text(blocks)
    past = contexts(blocks)
    named = mentions(joined, register)
    years = _years(joined, named)
    citations = [_citation(joined, m, years.get(n)) for n, m in enumerate(named)]
    floor = 0
    out = []
    for mention, citation in zip(named, citations, strict=True):
        out.append(_in_context(citation, joined, mention.start, mention.end, floor, past))
        floor = mention.end
    taken = {year.start for year in years.values()}
    out.extend(_unnamed(joined, register, named, taken, past))
    out.extend(_dating_wordings(joined, register, past))
    out.extend(_links(blocks, register))
    position = {block.index: number for number, block in enumerate(blocks)}
    return tuple(sorted(out, key=lambda c: (position[c.block], c.span, c.document_id)))


def _years(joined: JoinedText, named: list[Mention]) -> dict[int, YearFound]:
    """The year of each mention by its number: first those that follow, then those before that nobody has."""
    found: dict[int, YearFound] = {}
    for number, mention in enumerate(named):
        begin, _ = joined.bounds(mention.start)
        floor = max(begin, named[number - 1].end if number else 0)
        if year := year_of_publisher(joined.text, mention.start, floor):
            found[number] = year
    for number, mention in enumerate(named):
        if number in found:
            continue
        limit = named[number + 1].start if number + 1 < len(named) else len(joined.text)
        year = year_after(joined.text, mention.end, limit)
        if year and year.start not in {taken.start for taken in found.values()}:
            found[number] = year
    taken = {year.start for year in found.values()}
    for number, mention in enumerate(named):
        if number in found:
            continue
        begin, _ = joined.bounds(mention.start)
        floor = max(begin, named[number - 1].end if number else 0)
        year = year_before(joined.text, mention.start, mention.end, floor)
        if year and year.start not in taken:
            found[number] = year
    return found


def _citation(joined: JoinedText, mention: Mention, year: YearFound | None) -> Citation:
    document, start, end = mention.document, mention.start, mention.end
    edition: Edition | None = None
    how = "undated"
    if document.kind == "law":
        year = None  # the year of an Act is part of its name
    if year:
        how = "year"
        edition = edition_of(document, year.year, year.month)
        start, end = min(start, year.start), max(end, year.end)
    if mention.title and not year:
        how, edition = "title", document.edition(mention.title.edition)
    return Citation(
        document_id=document.id,
        edition=edition.label if edition else None,
        year=year.year if year else None,
        text=" ".join(joined.text[start:end].split()),
        block=joined.block(mention.start).index,
        span=(joined.within(mention.start), joined.within(mention.start) + mention.end - mention.start),
        how=how,
        wording=mention.title if how == "title" else None,
    )


def edition_of(document: GuidanceDocument, year: int, month: int = 0) -> Edition | None:
    """The edition that people mean by a year, and a month if given: by label, else by its dates.

    Where a year had several, and no month tells them apart, the last is meant.
    """
    dated = [e for e in document.editions if e.kind != "part"]
    if month:
        stamp = f"{year}-{month:02}"
        for edition in reversed(dated):
            if any(d.startswith(stamp) for d in (edition.in_force_from, edition.published)):
                return edition
    exact = document.edition(str(year))
    if exact:
        return exact
    for named in (_label_year, _start_year, _publication_year):
        meant = [e for e in dated if named(e) == str(year)]
        if meant:
            return max(meant, key=lambda e: (e.kind == "edition", e.starts_as_given))
    return _standing_at_the_end_of(document, year)


def _label_year(edition: Edition) -> str:
    return edition.label[:4]


def _start_year(edition: Edition) -> str:
    return edition.in_force_from[:4]


def _publication_year(edition: Edition) -> str:
    return edition.published[:4]


def _standing_at_the_end_of(document: GuidanceDocument, year: int) -> Edition | None:
    """The edition of a year in which none came out, if a later one has taken its place since."""
    last_day = date(year, 12, 31)
    for edition in document.line:
        ends = document.ends(edition)
        if edition.starts and ends and edition.starts <= last_day < ends:
            return edition
    return None


def _in_context(
    citation: Citation, joined: JoinedText, start: int, end: int, floor: int, past: dict[int, str]
) -> Citation:
    context = past.get(citation.block, "")
    if not context:
        begin, finish = joined.bounds(start)
        before = joined.text[max(begin, floor) : start]
        after = joined.text[max(end, start + len(citation.text)) : finish]
        context = HISTORY if told_as_past(before, after) else REFERENCE
    return replace(citation, context=context)


def _unnamed(
    joined: JoinedText, register: Register, named: list[Mention], taken: set[int], past: dict[int, str]
) -> Iterator[Citation]:
    """Citations such as "the DfE (2018) guidance", whose title only the heading above tells."""
    for match in joined.find(_UNNAMED):
        if match.start("year") in taken or any(0 <= m.start - match.end() <= 4 for m in named):
            continue
        number = joined.number(match.start())
        heading = next((b.text for b in reversed(joined.blocks[: number + 1]) if b.is_heading), "")
        publisher = match["publisher"].lower()
        meant = [
            (d, e)
            for d in register.documents
            if _PUBLISHERS.get(publisher, publisher) in " ".join(d.publisher.lower().split())
            and any(s.search(heading) for s in d.subjects)
            and (e := edition_of(d, int(match["year"])))
        ]
        if len(meant) != 1:
            continue
        document, edition = meant[0]
        block = joined.blocks[number]
        yield Citation(
            document_id=document.id,
            edition=edition.label,
            year=int(match["year"]),
            text=" ".join(match[0].split()),
            block=block.index,
            span=(joined.within(match.start()), joined.within(match.start()) + len(match[0])),
            how="heading",
            context=past.get(block.index, REFERENCE),
        )


def _dating_wordings(joined: JoinedText, register: Register, past: dict[int, str]) -> Iterator[Citation]:
    """Words that only editions before a certain one had, and slips that name no document at all."""
    for document in register.documents:
        for wording in document.old_wording:
            if wording.edition and not wording.slip:
                continue
            for start, end in wordings(wording, joined):
                begin, finish = joined.bounds(start)
                block = joined.block(start)
                told = told_as_past(joined.text[begin:start], joined.text[end:finish])
                yield Citation(
                    document_id=document.id,
                    edition=None,
                    year=None,
                    text=" ".join(joined.text[start:end].split()),
                    block=block.index,
                    span=(start - begin, end - begin),
                    how="wording",
                    context=past.get(block.index, HISTORY if told else REFERENCE),
                    wording=wording,
                )


def _links(blocks: tuple[Block, ...], register: Register) -> Iterator[Citation]:
    """Links to the file of an edition, whatever the words shown say."""
    for block in blocks:
        shown = []
        if "http" in block.text or "www." in block.text:
            shown = [Link(address[0], address[0]) for address in _ADDRESS.finditer(block.text)]
        for link in (*shown, *unshown_links(block)):
            year = _FILE_YEAR.search(link.target)
            if not year:
                continue
            spaced = re.sub(r"[_+-]|%20", " ", link.target)
            joined = JoinedText(as_blocks(spaced))
            for mention in mentions(joined, register)[:1]:
                edition = edition_of(mention.document, int(year[1]))
                if edition and mention.document.kind != "law":
                    at = max(block.text.find(link.text), 0)
                    yield Citation(
                        document_id=mention.document.id,
                        edition=edition.label,
                        year=int(year[1]),
                        text=link.target,
                        block=block.index,
                        span=(at, at + len(link.text)),
                        how="link",
                    )
