"""What was read, kept in one SQLite file: readings by what they were made of, and how each run ended.

Each reading is committed as it is finished, so that a crash or a full disk loses nothing that was done, and
two runs may use one file at once. Only JSON and text are kept: nothing that could run when it is read back.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from policy_kit.errors import OutputFault
from policy_kit.quick import dataclass
from policy_kit.roll_up import Passage, Reading
from policy_kit.trust.across.traces import Traces
from policy_kit.trust.reading import Done
from policy_kit.trust.records import (
    passages_from_json,
    passages_to_json,
    reading_from_json,
    reading_to_json,
    traces_from_json,
    traces_to_json,
)

_FORMAT = 1
_WAIT = 30.0  # seconds to wait for another run that writes
_KEEP_RUNS = 3  # readings that none of the last runs used are let go
_COLUMNS = ("reading", "passages", "traces", "page")
_TABLES = """
create table if not exists readings (
  key text primary key, reading blob not null, passages blob not null, traces blob not null,
  page blob not null, run integer not null);
create table if not exists runs (
  run integer primary key, trust text not null, day text not null, standard text not null,
  complete integer not null);
create table if not exists standings (
  run integer not null, school text not null, section text not null, status text not null,
  errors integer not null, warnings integer not null, primary key (run, school, section));
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a section stood at a school in one run; section '' is the document as a whole."""

    school: str
    section: str
    status: str
    errors: int
    warnings: int


class Store:
    """The readings and runs of a trust; use it in a `with`. `path` None keeps them for this run only.

    trouble: what kept it from remembering, for the user; the run goes on without it.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.trouble = ""
        self._memory: dict[str, tuple[bytes, ...]] = {}
        self._db = self._opened(path)
        self._run = self._next_run()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def _opened(self, path: Path | None) -> sqlite3.Connection:
        try:
            return _connected(str(path) if path else ":memory:")
        except sqlite3.OperationalError as error:
            self.trouble = f"{path}: nothing will be remembered of this run ({error})"
        except sqlite3.DatabaseError as error:
            if path is None:
                raise
            raise OutputFault(
                f"{path}: this is no memory of ours ({error}); move it away, or name another with --cache"
            ) from error
        return _connected(":memory:")

    def _next_run(self) -> int:
        (last,) = self._db.execute("select coalesce(max(run), 0) from runs").fetchone()
        return int(last) + 1

    def has(self, key: str) -> bool:
        """Whether a reading made of the same things is there; it is then counted as used by this run."""
        if key in self._memory:
            return True
        found = self._db.execute("select 1 from readings where key = ?", (key,)).fetchone()
        return found is not None

    def keep(self, key: str, done: Done) -> None:
        """Remember one reading, at once; a full disk is told once, and the run goes on in memory."""
        told = (reading_to_json(done.reading), passages_to_json(done.passages), traces_to_json(done.traces))
        row = (*(zlib.compress(text.encode(), 6) for text in told), done.page)
        try:
            with self._db:
                self._db.execute(
                    "insert or replace into readings values (?, ?, ?, ?, ?, ?)", (key, *row, self._run)
                )
        except sqlite3.Error as error:
            self._tell(error)
            self._memory[key] = row

    def reading(self, key: str) -> Reading:
        """The reading of that key."""
        return reading_from_json(self._text(key, "reading"))

    def passages(self, key: str) -> tuple[Passage, ...]:
        """The texts that the reading rests on."""
        return passages_from_json(self._text(key, "passages"))

    def traces(self, key: str) -> Traces:
        """What comparing it with others needs."""
        return traces_from_json(self._text(key, "traces"))

    def page(self, key: str) -> str:
        """The report on it as a web page."""
        return self._text(key, "page")

    def _text(self, key: str, column: str) -> str:
        if key in self._memory:
            data = self._memory[key][_COLUMNS.index(column)]
        else:
            asked = f"select {column} from readings where key = ?"  # noqa: S608  # one of our own columns
            (data,) = self._db.execute(asked, (key,)).fetchone()
        return zlib.decompress(data).decode()

    def used(self, keys: Iterable[str]) -> None:
        """Note that this run used these readings, and let go of those that no late run used."""
        with self._writing():
            self._db.executemany("update readings set run = ? where key = ?", ((self._run, k) for k in keys))
            self._db.execute("delete from readings where run <= ?", (self._run - _KEEP_RUNS,))

    def end_run(
        self, trust: str, on: date, standard: str, standings: Iterable[Standing], *, complete: bool
    ) -> None:
        """Remember how this run ended."""
        rows = [(s.school, s.section, s.status, s.errors, s.warnings) for s in standings]
        with self._writing():
            (last,) = self._db.execute("select coalesce(max(run), 0) from runs").fetchone()
            run = int(last) + 1  # another run may have ended meanwhile
            self._db.execute(
                "insert into runs values (?, ?, ?, ?, ?)", (run, trust, on.isoformat(), standard, complete)
            )
            self._db.executemany(
                "insert or replace into standings values (?, ?, ?, ?, ?, ?)", ((run, *row) for row in rows)
            )

    def last_run(self, trust: str, standard: str, until: date) -> tuple[date, tuple[Standing, ...]] | None:
        """The latest complete run of the trust that spoke of `until` or a day before it."""
        found = self._db.execute(
            "select run, day from runs where trust = ? and standard = ? and complete and day <= ? "
            "order by day desc, run desc limit 1",
            (trust, standard, until.isoformat()),
        ).fetchone()
        if found is None:
            return None
        rows = self._db.execute(
            "select school, section, status, errors, warnings from standings where run = ? "
            "order by school, section",
            (found[0],),
        )
        return date.fromisoformat(found[1]), tuple(Standing(*row) for row in rows)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._db:
                self._db.execute("begin immediate")
                yield
        except sqlite3.Error as error:
            self._tell(error)

    def _tell(self, error: sqlite3.Error) -> None:
        self.trouble = self.trouble or f"{self.path}: what was read could not all be kept ({error})"


def _connected(where: str) -> sqlite3.Connection:
    db = sqlite3.connect(where, timeout=_WAIT, isolation_level=None)
    try:
        _prepare(db)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection) -> None:
    (found,) = db.execute("pragma user_version").fetchone()
    if found not in (0, _FORMAT):
        raise sqlite3.DatabaseError(f"it is of form {found}, which this version does not know")
    db.execute("pragma synchronous = normal")
    if found == 0:
        (tables,) = db.execute("select count(*) from sqlite_master").fetchone()
        if tables:
            raise sqlite3.DatabaseError("it holds something else")
        db.executescript(f"begin immediate; {_TABLES} pragma user_version = {_FORMAT}; commit;")
