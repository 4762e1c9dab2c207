"""A trust's audit: every policy read, if it changed, in parallel; then all of them looked at together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from policy_kit.generate.names import Names, safe_name
from policy_kit.quick import dataclass
from policy_kit.roll_up import Borrowed, Reading, TrustResult
from policy_kit.trust.across.copies import Copies, copied_facts, shared_sections
from policy_kit.trust.across.cycle import out_of_step
from policy_kit.trust.across.members import member_names
from policy_kit.trust.across.people import People
from policy_kit.trust.across.wording import TemplateWording, wording_of, wording_states
from policy_kit.trust.history import since, standings
from policy_kit.trust.manifest import School, Trust
from policy_kit.trust.marks import basis_of, mark_of
from policy_kit.trust.profiles import Known, school_profile
from policy_kit.trust.reading import Prepared, Task, plain_profile, prepared
from policy_kit.trust.rolling_up import Member, columns_of, gaps_of, reviews_of, school_states, stale_of
from policy_kit.trust.spreading import read_all
from policy_kit.trust.store import Store

Told = Callable[[int, int, str], None]  # how many are done, of how many, and the last one's name


@dataclass(frozen=True)
class Run:
    """What came of a run: the result, how many policies were read and how many were known already.

    pages: of each policy's own page its file name; marks: by which the store has it.
    """

    result: TrustResult
    read: int
    known: int
    pages: Mapping[str, str]
    known_of: Mapping[str, Known]

    def page(self, store: Store, name: str) -> str:
        """The report on one policy, as a web page."""
        return store.page(self.pages[name])


@dataclass(frozen=True)
class _Policy:
    """One policy of one school: its task and the name of its page."""

    task: Task
    page: str


def audit_trust(
    trust: Trust,
    on: date,
    store: Store,
    *,
    jobs: int = 1,
    told: Told = lambda _done, _of, _name: None,
    compare_to: date | None = None,
) -> Run:
    """Audit every policy of a trust for a day.

    store: what earlier runs read; jobs: how many processes; told: is called as each policy is done;
    compare_to: compare with the last run that spoke of this day or one before it, else with the last of
    an earlier day. A Ctrl-C ends the reading, and what was read is told. Raises InvalidStandard or
    TemplateFault if the trust's standard or template cannot be used.
    """
    templates = _templates(trust)
    given = prepared(on, trust.standard, templates, tuple(school.name for school in trust.schools))
    known = {school.name: school_profile(school) for school in trust.schools}
    policies = _policies(trust, given, known)
    fresh = [p for p in policies if not (p.task.mark and store.has(p.task.mark))]
    marks = {(p.task.school, p.task.file): p.task.mark for p in policies}
    for policy in fresh:
        del marks[policy.task.school, policy.task.file]
    complete = _read(fresh, given, trust, on, store, jobs, told, marks)
    store.used(marks.values())
    read = sum((p.task.school, p.task.file) in marks for p in fresh)
    result = _together(trust, on, given, known, policies, marks, store)
    result = replace(result, complete=complete)
    previous = store.last_run(
        trust.name, result.standard_id, compare_to or date.fromordinal(on.toordinal() - 1)
    )
    titles = {c.id: c.title for c in result.columns}
    result = replace(result, since=since(previous, result.schools, titles))
    store.end_run(trust.name, on, result.standard_id, standings(result.schools), complete=complete)
    warnings = (*result.warnings, *((store.trouble,) if store.trouble else ()))
    pages = {
        p.page: marks[p.task.school, p.task.file] for p in policies if (p.task.school, p.task.file) in marks
    }
    return Run(replace(result, warnings=warnings), read, len(policies) - len(fresh), pages, known)


def _templates(trust: Trust) -> tuple[TemplateWording, ...]:
    return (
        wording_of(trust.template, current=True),
        *(wording_of(earlier, current=False) for earlier in trust.earlier_templates),
    )


def _policies(trust: Trust, given: Prepared, known: Mapping[str, Known]) -> list[_Policy]:
    basis = basis_of(given.facts, given.templates, given.members)
    anchors = anchors_of(trust.schools)
    out = []
    for school in trust.schools:
        profile = known[school.name].profile
        plain = plain_profile(profile)
        for number, (path, file) in enumerate(zip(school.policies, school.files, strict=True), 1):
            mark = mark_of(basis, path, (school.name, file), plain)
            page = f"{anchors[school.name]}{f'-{number}' if number > 1 else ''}.html"
            out.append(_Policy(Task(school.name, file, path, mark, profile), page))
    return out


def anchors_of(schools: Sequence[School]) -> dict[str, str]:
    """For each school a short name of its own, safe for files and links."""
    names = Names()
    return {school.name: names.give(safe_name(school.name)) for school in schools}


def _read(
    fresh: Sequence[_Policy],
    given: Prepared,
    trust: Trust,
    on: date,
    store: Store,
    jobs: int,
    told: Told,
    marks: dict[tuple[str, str], str],
) -> bool:
    """Read what is not known, each kept as it is done. False if it was broken off by a Ctrl-C."""
    done = 0
    try:
        for one in read_all([p.task for p in fresh], given, on, trust.standard, jobs):
            mark = one.task.mark or f"unread {one.task.school} {one.task.file}"
            store.keep(mark, one)
            marks[one.task.school, one.task.file] = mark
            done += 1
            told(done, len(fresh), one.task.school)
    except KeyboardInterrupt:
        return False
    return True


def _together(
    trust: Trust,
    on: date,
    given: Prepared,
    known: Mapping[str, Known],
    policies: Sequence[_Policy],
    marks: Mapping[tuple[str, str], str],
    store: Store,
) -> TrustResult:
    facts = given.facts
    readings = {place: store.reading(mark) for place, mark in marks.items()}
    columns = columns_of(facts.standard)
    titles = {c.id: c.title for c in columns}
    schools = school_states(_members(trust, known, policies, readings), columns)
    ordered = [r for s in schools for r in s.readings]
    people, copies = _looked_through(known, ordered, marks, store)
    groups = list(copies.groups())
    ageing = facts.register.ageing(on)
    names = [school.name for school in trust.schools]
    return TrustResult(
        trust=trust.name,
        on=on,
        standard_id=facts.standard.id,
        standard_title=facts.standard.title,
        standard_version=facts.standard.version,
        standard_checked_on=facts.standard.checked_on,
        register_checked_on=facts.register.checked_on,
        columns=columns,
        schools=schools,
        contact=trust.contact,
        cycle=trust.cycle,
        reviews=reviews_of(schools, on),
        gaps=gaps_of(schools, columns),
        stale=stale_of(schools, facts.register),
        borrowed=(*member_names(ordered, names), *people),
        copied=copied_facts(groups, ordered, titles),
        shared=shared_sections(groups, titles),
        wording=wording_states(ordered, given.templates, titles),
        out_of_step=tuple(out_of_step(ordered, trust.cycle, on)),
        warnings=(ageing,) if ageing else (),
    )


def _members(
    trust: Trust,
    known: Mapping[str, Known],
    policies: Sequence[_Policy],
    readings: Mapping[tuple[str, str], Reading],
) -> Iterator[Member]:
    anchors = anchors_of(trust.schools)
    by_school: dict[str, list[_Policy]] = {school.name: [] for school in trust.schools}
    for policy in policies:
        by_school[policy.task.school].append(policy)
    for school in trust.schools:
        own = by_school[school.name]
        read = [p for p in own if (school.name, p.task.file) in readings]
        yield Member(
            school,
            anchors[school.name],
            known[school.name],
            tuple(readings[school.name, p.task.file] for p in read),
            tuple((p.task.file, p.page) for p in read),
            waiting=len(read) < len(own),
        )


def _looked_through(
    known: Mapping[str, Known],
    readings: Sequence[Reading],
    marks: Mapping[tuple[str, str], str],
    store: Store,
) -> tuple[list[Borrowed], Copies]:
    """Go once through the traces of every policy, and through the text of those that may name someone."""
    by_school: dict[str, list[Reading]] = {}
    for reading in readings:
        by_school.setdefault(reading.school, []).append(reading)
    people = People({school: k.fields for school, k in known.items()}, by_school)
    copies = Copies()
    borrowed: list[Borrowed] = []
    for reading in readings:
        if reading.is_policy:
            mark = marks[reading.school, reading.file]
            traces = store.traces(mark)
            copies.add(reading, traces)
            surnames = people.surnames_in(reading.school, traces.capitals)
            if surnames:
                passages = store.passages(mark)
                borrowed += people.borrowed(reading.school, reading.file, passages, surnames)
    return borrowed, copies
