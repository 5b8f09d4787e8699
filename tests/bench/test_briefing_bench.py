"""What a briefing without a model costs, beside a fit answer on the same accounts in the same state."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest

from bot.cli.views.briefing import briefing_lines
from bot.cli.views.fit import fit_lines
from bot.flows.briefing import brief
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.respond import fit_of
from tests.flows.modelled import desk_with, filled
from tests.small import TODAY

ROUNDS = 5


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1_000


def _fit(account: int, desk: Desk) -> object:
    return fit_lines(fit_of(account, desk, "cfo").answer, desk.scorer, TODAY)


def _briefing(account: int, desk: Desk) -> object:
    return briefing_lines(brief(account, desk, "cfo"), desk.scorer, TODAY)


def _each(work: Callable[[int, Desk], object], desk: Desk, accounts: list[int]) -> list[float]:
    return [_milliseconds(lambda each=each: work(each, desk)) for each in accounts]


@pytest.mark.bench
def test_a_briefing_beside_a_fit_answer(tmp_path: Path) -> None:
    """Both from the database to the lines that are printed; every account of the example, each in turn.

    What somebody asks for the first time is measured beside what is asked for the first time, by a scorer that has
    worked nothing out yet; and what was asked before beside the same.
    """
    desk = desk_with(filled(tmp_path))
    with desk.begin(writes=False) as work:
        accounts = [account.id for account in work.accounts.all()]
    fits_first = _each(_fit, replace(desk, scorer=Scorer(desk.pack)), accounts)
    briefings_first = _each(_briefing, desk, accounts)
    fits = _each(_fit, desk, accounts * ROUNDS)
    noted = _each(_briefing, replace(desk, person="bob"), accounts)
    again = _each(_briefing, desk, accounts * ROUNDS)
    print(f"\na fit answer: {median(fits):.1f} ms, the first one about an account {median(fits_first):.1f} ms")
    for what, took, beside in (
        ("the first about an account", briefings_first, fits_first),
        ("a person's first, written down", noted, fits),
        ("read again", again, fits),
    ):
        times = median(took) / median(beside)
        print(f"a briefing, {what}: {median(took):.1f} ms, {times:.1f} x the fit answer (aim 5 x)")
    assert accounts
