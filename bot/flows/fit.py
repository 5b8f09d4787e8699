"""Does it fit? Reports on stored accounts and on lines of a file, and what to work on first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bot.core.account import Account
from bot.core.cell import Cells
from bot.core.errors import LineRefused, ValueRefused
from bot.core.fit import FitReport, assess
from bot.core.line import AccountLine, read_line
from bot.core.pack import Pack
from bot.core.planner import Planner
from bot.core.scorecard import Scorecard
from bot.core.standing import Standing, answers_about, standing
from bot.core.verdict import Action
from bot.core.whatif import WhatItTakes, answers_to_work, what_it_would_take
from bot.core.worlds import Weights
from bot.ports import Ports, Scope

REMEMBERED = 20_000
"""Distinct states of knowledge whose reports a scorer keeps; accounts of which the same is known share one."""


@dataclass(frozen=True, slots=True)
class FitAnswer:
    """A report on a stored account, with everything that explains it."""

    account: Account
    report: FitReport
    standings: tuple[Standing, ...]
    """What is known of each trait, in pack order."""
    would_take: WhatItTakes | None


@dataclass(frozen=True, slots=True)
class Scored:
    """What became of one line of a file."""

    line: int
    report: FitReport | None = None
    refused: str | None = None
    """Why the line was not scored."""


@dataclass(frozen=True, slots=True)
class WorkItem:
    """An account worth working on."""

    report: FitReport
    answers_missing: int
    """The fewest open answers that would prove it; 0 where it is proven."""
    account_id: int


class Scorer:
    """One pack made ready, shared by every account.

    Args:
        pack: the pack.
        priors: how often each cell of each trait is expected; uniform where none are given.
    """

    def __init__(self, pack: Pack, priors: Weights | None = None) -> None:
        self.pack = pack
        self.scorecard = Scorecard.of(pack)
        self._planner = Planner(self.scorecard, priors)
        self._report = lru_cache(maxsize=REMEMBERED)(self._assess)
        self.would_take = lru_cache(maxsize=REMEMBERED)(self._would_take)
        self.answers_to_work = lru_cache(maxsize=REMEMBERED)(self._answers_to_work)

    def report(self, account: str, still: tuple[Cells, ...], today: date) -> FitReport:
        """The report on an account of which the same is known as of any other with these cells."""
        return replace(self._report(still, today), account=account)

    def standings(self, account: Account, today: date) -> tuple[Standing, ...]:
        """What is known today of each trait of an account, in pack order."""
        return tuple(
            standing(trait, partition, answers_about(account, trait.id), today)
            for trait, partition in zip(self.pack.traits, self.scorecard.partitions, strict=True)
        )

    def answer(self, account: Account, today: date) -> FitAnswer:
        """The report on a stored account, with everything that explains it."""
        standings = self.standings(account, today)
        still = tuple(each.cells for each in standings)
        return FitAnswer(account, self.report(account.name, still, today), standings, self.would_take(still))

    def score(self, line: AccountLine, today: date) -> FitReport:
        """The report on an account given as a line.

        Raises:
            ValueRefused: an answer's trait or value is not one the pack allows.
        """
        return self.report(line.name, self.scorecard.read(line.answers, today), today)

    def _assess(self, still: tuple[Cells, ...], today: date) -> FitReport:
        return assess(self.scorecard, self._planner, "", still, today)

    def _would_take(self, still: tuple[Cells, ...]) -> WhatItTakes | None:
        return what_it_would_take(self.scorecard, still)

    def _answers_to_work(self, still: tuple[Cells, ...]) -> int | None:
        return answers_to_work(self.scorecard, still)


def score_lines(lines: Iterable[tuple[int, str]], scorer: Scorer, today: date) -> Iterator[Scored]:
    """Score numbered lines of JSON; one that cannot be taken is reported and the others still are."""
    for number, text in lines:
        try:
            yield Scored(number, scorer.score(read_line(text), today))
        except (LineRefused, ValueRefused) as refused:
            yield Scored(number, refused=str(refused))


def score_stored(scorer: Scorer, team: str, ports: Ports, today: date) -> Iterator[FitReport]:
    """Score every stored account of the pack, in the order in which they were added."""
    with ports.store().begin(Scope(team, scorer.pack.name), writes=False) as work:
        for account in work.accounts.all():
            yield scorer.report(account.name, tuple(each.cells for each in scorer.standings(account, today)), today)


def answer_for(account_id: int, scorer: Scorer, team: str, ports: Ports, today: date) -> FitAnswer:
    """The report on one stored account.

    Raises:
        AccountUnknown: there is none with that id.
    """
    with ports.store().begin(Scope(team, scorer.pack.name), writes=False) as work:
        return scorer.answer(work.accounts.get(account_id), today)


def worklist(scorer: Scorer, team: str, ports: Ports, today: date, limit: int) -> list[WorkItem]:
    """What to work on today: accounts proven worth it, the best first, then those that miss the fewest answers."""
    items: list[WorkItem] = []
    with ports.store().begin(Scope(team, scorer.pack.name), writes=False) as work:
        for account in work.accounts.all():
            still = tuple(each.cells for each in scorer.standings(account, today))
            report = scorer.report(account.name, still, today)
            if report.action is Action.WORK:
                items.append(WorkItem(report, 0, account.id))
            elif not report.action_decided and (missing := scorer.answers_to_work(still)) is not None:
                items.append(WorkItem(report, missing, account.id))
    return sorted(items, key=_urgency)[:limit]


def _urgency(item: WorkItem) -> tuple[int, int, tuple[int, ...], int]:
    """Proven ones first, then the fewest missing answers; among equals better verdicts, then a better worst case."""
    ranks = tuple(sorted(verdict.rank for verdict in item.report.possible))
    best_floor = max((fit.fit[0] for fit in item.report.profiles if fit.gate != "fail"), default=0)
    return item.answers_missing, ranks[-1] if item.answers_missing == 0 else 0, ranks, -best_floor
