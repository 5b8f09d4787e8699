"""Importing: the rows of a file become accounts and answers, once and for all.

Which account a row is about is never guessed:

1. a row with an external id is about the account that has it, or about a new one;
2. a row without one is about the account that such a row of the same name was about before, else about the one account
   of exactly that name that no other system has an id for, else about a new one.

Importing a file twice, or again after it was cut off, leads to the same state: an answer is recorded only where the
value or the date differs from what the same file said last, and an answer that a person took back stays taken back
until the file says something else. Where an id stands on several lines the last one counts. Where a merge made several
lines speak of one account, they count together, for each trait the last that knows it. To know all this before anything
is written, a file is gone through twice.

A stage of the journey that a row names counts as said by the file: now, or on the day on which the file was true where
that has passed. It is kept where it is news: another stage than the one said last, and said no earlier. So a person who
said something since then is not overruled by an old file.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from itertools import islice

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.errors import FileRefused, LineRefused
from bot.core.gap import GapKind
from bot.core.journey import StageSaid
from bot.core.mapping import RowMapping
from bot.core.naming import name_key
from bot.core.pack import Pack
from bot.core.row import Given, Reader, RefusedRow, SkippedRow, TakenRow, direct_reader, mapped_reader
from bot.flows.filling import answers_came
from bot.ports import NewAnswer, Ports, Rows, Scope, UnitOfWork

AT_ONCE = 500
"""Accounts that are written in one transaction: others wait no longer than that, and no more is lost to a crash."""
FIRST_LINES = 5
"""So many lines are named for each reason to skip one, and for each unmapped value."""
MOST_UNMAPPED = 1000
"""So many different unmapped values are told apart."""
_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class ImportJob:
    """What to import, and how to read it."""

    rows: Rows
    pack: Pack
    mapping: RowMapping | None = None
    """How to read the rows; None where they are in the form of `line`."""
    as_of: date | None = None
    """The day on which the values were true; by default the mapping's, else the day of the import."""
    draft: bool = False
    """Whether a draft of the pack is in force."""


@dataclass(frozen=True, slots=True)
class LineNote:
    """Something to say about one line."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Rows that were not taken for the same reason."""

    why: str
    count: int
    first_lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A raw value that the mapping does not list; it counts as not known."""

    trait: str
    text: str
    count: int
    first_lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What became of a file: every row is either taken (added, updated or unchanged), skipped or failed."""

    file: str
    as_of: date
    added: int = 0
    """Rows about accounts that were new."""
    updated: int = 0
    """Rows about accounts that were there and have changed."""
    unchanged: int = 0
    """Rows that say what was known."""
    answers: int = 0
    """Answers that were recorded."""
    skipped: tuple[Skipped, ...] = ()
    """By reason, the most frequent first."""
    failed: tuple[LineNote, ...] = ()
    """Rows that could not be taken."""
    unreadable: tuple[LineNote, ...] = ()
    """Values that could not be read; the rest of their rows was taken."""
    unmapped: tuple[Unmapped, ...] = ()
    """By count, the most frequent first."""

    @property
    def taken(self) -> int:
        """Rows that were taken."""
        return self.added + self.updated + self.unchanged

    @property
    def rows(self) -> int:
        """Rows in the file."""
        return self.taken + sum(each.count for each in self.skipped) + len(self.failed)

    @property
    def clean(self) -> bool:
        """Whether every row and every value could be read."""
        return not self.failed and not self.unreadable


def import_rows(
    job: ImportJob, team: str, ports: Ports, now: datetime, progress: Callable[[int], None] | None = None
) -> ImportSummary:
    """Take the rows of a file into the state.

    Args:
        job: what to import.
        team: whose accounts they become.
        ports: where to.
        now: the time of the import.
        progress: is told how many rows are done, now and then and at the end.

    Raises:
        FileRefused: the file cannot be read as a whole, or needs a mapping; then nothing of it is taken.
        StateUnavailable: the state cannot be written; what was taken before that stays, and importing again goes on.
    """
    if job.mapping is None and job.rows.columns is not None:
        raise FileRefused(f"{job.rows.name} is a table; name a mapping that says how to read its columns, with --map.")
    return _Import(job, Scope(team, job.pack.name), ports, now).run(progress or (lambda _: None))


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the file says of one account."""

    key: str
    row: TakenRow
    """The last line about it, with the answers of every line that counts."""
    lines: int = 1


@dataclass(slots=True)
class _Plan:
    """Which lines count, found out before anything is written."""

    last: dict[str, int]
    """The last good line of each key."""
    group: dict[str, int] = field(default_factory=dict)
    """The account of each key that is not the only one in the file for its account."""
    end: dict[int, int] = field(default_factory=dict)
    """The last line about each of these accounts."""


@dataclass(slots=True)
class _Tally:
    """The numbers of a summary while they grow."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    answers: int = 0
    failed: list[LineNote] = field(default_factory=list)
    unreadable: list[LineNote] = field(default_factory=list)
    skipped: dict[str, tuple[int, tuple[int, ...]]] = field(default_factory=dict)
    unmapped: dict[tuple[str, str], tuple[int, tuple[int, ...]]] = field(default_factory=dict)

    def skip(self, line: int, why: str) -> None:
        self.skipped[why] = _once_more(self.skipped.get(why), line)

    def note(self, row: TakenRow) -> None:
        """Note what of a row that was taken could not be."""
        self.unreadable += [LineNote(row.line, why) for why in row.unreadable]
        for trait, text in row.unmapped:
            key = trait, text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."
            if key in self.unmapped or len(self.unmapped) < MOST_UNMAPPED:
                self.unmapped[key] = _once_more(self.unmapped.get(key), row.line)

    def summary(self, file: str, as_of: date) -> ImportSummary:
        skipped = (Skipped(why, count, lines) for why, (count, lines) in self.skipped.items())
        unmapped = (Unmapped(trait, text, count, lines) for (trait, text), (count, lines) in self.unmapped.items())
        return ImportSummary(
            file=file,
            as_of=as_of,
            added=self.added,
            updated=self.updated,
            unchanged=self.unchanged,
            answers=self.answers,
            skipped=tuple(sorted(skipped, key=lambda each: -each.count)),
            failed=tuple(self.failed),
            unreadable=tuple(self.unreadable),
            unmapped=tuple(sorted(unmapped, key=lambda each: -each.count)),
        )


def _once_more(before: tuple[int, tuple[int, ...]] | None, line: int) -> tuple[int, tuple[int, ...]]:
    """How often something was seen, and on which lines first, with one line more."""
    count, lines = before or (0, ())
    return count + 1, (*lines, line)[:FIRST_LINES]


class _Import:
    """One import."""

    def __init__(self, job: ImportJob, scope: Scope, ports: Ports, now: datetime) -> None:
        self._job, self._scope, self._store, self._now = job, scope, ports.store(), now
        self._read: Reader = mapped_reader(job.mapping, job.pack) if job.mapping else direct_reader(job.pack)
        self._as_of = job.as_of or (job.mapping.as_of if job.mapping else None) or now.date()
        self._source = Source(kind=SourceKind.IMPORT, person=job.rows.name)
        self._tally = _Tally()
        self._done = 0

    def run(self, progress: Callable[[int], None]) -> ImportSummary:
        entries = self._entries(self._planned())
        while batch := list(islice(entries, AT_ONCE)):
            self._write(batch)
            progress(self._done)
        progress(self._done)
        return self._tally.summary(self._job.rows.name, self._as_of)

    def _rows(self) -> Iterator[TakenRow | SkippedRow | RefusedRow]:
        for row in self._job.rows:
            if isinstance(row, RefusedRow):
                yield row
                continue
            try:
                yield self._read(row)
            except LineRefused as refused:
                yield RefusedRow(row.line, str(refused))

    def _planned(self) -> _Plan:
        """Go through the file once, to learn which lines count."""
        plan = _Plan({_key(row): row.line for row in self._rows() if isinstance(row, TakenRow)})
        with self._store.begin(self._scope, writes=False) as work:
            owners = work.accounts.external_ids()
        lines_of: dict[int, list[int]] = defaultdict(list)
        for key, line in plan.last.items():
            if key in owners:
                lines_of[owners[key]].append(line)
        shared = {account: max(lines) for account, lines in lines_of.items() if len(lines) > 1}
        plan.group = {key: owners[key] for key in plan.last if owners.get(key) in shared}
        plan.end = shared
        return plan

    def _entries(self, plan: _Plan) -> Iterator[_Entry]:
        """Go through the file again, and put together what it says of each account."""
        waiting: dict[int, _Entry] = {}
        for row in self._rows():
            self._done += 1
            if isinstance(row, RefusedRow):
                self._tally.failed.append(LineNote(row.line, row.why))
            elif isinstance(row, SkippedRow):
                self._tally.skip(row.line, row.why)
            elif plan.last.get(_key(row), row.line) != row.line:
                self._tally.skip(row.line, f"a later line has the same {'external id' if row.external_id else 'name'}")
            else:
                self._tally.note(row)
                group = plan.group.get(_key(row))
                if group is None:
                    yield _Entry(_key(row), row)
                    continue
                waiting[group] = _joined(waiting.get(group), row)
                if plan.end[group] == row.line:
                    yield waiting.pop(group)
        yield from waiting.values()

    def _write(self, batch: Sequence[_Entry]) -> None:
        with self._store.begin(self._scope) as work:
            known = work.accounts.by_external_ids([entry.key for entry in batch])
            nameless = [entry.row.name for entry in batch if entry.row.external_id is None and entry.key not in known]
            lacking = work.gaps.accounts(GapKind.TRAIT) | work.gaps.accounts(GapKind.CONTRADICTION)
            free = work.accounts.without_external_id(nameless) if nameless else {}
            for entry in batch:
                if entry.key not in known and entry.row.external_id is None and entry.row.name in free:
                    account_id = free[entry.row.name]
                    work.accounts.identify(account_id, entry.key)
                    known[entry.key] = work.accounts.get(account_id)
                account = known.get(entry.key)
                came = self._write_one(entry, account, work)
                if account is not None and account.id in lacking:
                    answers_came(work, account.id, came, self._job.pack)
            work.commit()

    def _write_one(self, entry: _Entry, account: Account | None, work: UnitOfWork) -> list[Answer]:
        row, tally, accounts = entry.row, self._tally, work.accounts
        if account is None:
            tally.added += entry.lines
            added = accounts.add(row.name, entry.key)
            came = accounts.record(added.id, self._news((), row.answers))
            self._write_stage(added.id, row, work)
            tally.answers += len(came)
            return came
        news = self._news(account.answers, row.answers)
        renamed = row.name not in (account.name, *account.also)
        if renamed:
            accounts.rename(account.id, row.name)
        came = accounts.record(account.id, news)
        tally.answers += len(came)
        staged = self._write_stage(account.id, row, work)
        if news or renamed or staged:
            tally.updated += entry.lines
        else:
            tally.unchanged += entry.lines
        return came

    def _write_stage(self, account_id: int, row: TakenRow, work: UnitOfWork) -> bool:
        """Keep the stage that a row names; returns whether it is news."""
        if row.stage is None:
            return False
        last, at = work.stages.latest(account_id), self._said_at()
        if last is not None and (last.stage is row.stage or last.at > at):
            return False
        work.stages.say(account_id, StageSaid(stage=row.stage, source=self._source, at=at))
        return True

    def _said_at(self) -> datetime:
        """When the file says what it says; of a day that has passed, at its end."""
        if self._as_of >= self._now.date():
            return self._now
        return datetime.combine(self._as_of, time.max, self._now.tzinfo)

    def _news(self, answers: Iterable[Answer], given: Mapping[str, Given]) -> list[NewAnswer]:
        """What the file says that it did not say last."""
        last = {answer.trait: answer for answer in answers if answer.source == self._source}
        return [
            NewAnswer(trait, each.value, self._source, self._now, on=self._day(each), draft=self._job.draft)
            for trait, each in given.items()
            if self._is_news(each, last.get(trait))
        ]

    def _is_news(self, given: Given, last: Answer | None) -> bool:
        if last is None:
            return given.value is not None
        same_value = type(last.value) is type(given.value) and last.value == given.value
        return not same_value or last.on != self._day(given)

    def _day(self, given: Given) -> date | None:
        """The day on which a value was true; that nothing is known has no day."""
        return None if given.value is None else given.on or self._as_of


def _key(row: TakenRow) -> str:
    return row.external_id or name_key(row.name)


def _joined(before: _Entry | None, row: TakenRow) -> _Entry:
    """What several lines say of one account: for each trait, the last that knows it."""
    if before is None:
        return _Entry(_key(row), row)
    known = {trait: each for trait, each in row.answers.items() if each.value is not None}
    answers = {**row.answers, **before.row.answers, **known}
    joined = replace(row, answers=answers, stage=row.stage or before.row.stage)
    return _Entry(_key(row), joined, before.lines + 1)
