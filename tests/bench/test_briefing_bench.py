"""What a briefing without a model costs, beside a fit answer on the same accounts in the same state."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from bot.cli.views.briefing import briefing_lines
from bot.cli.views.fit import fit_lines
from bot.flows.briefing import brief
from bot.flows.desk import Desk
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


@pytest.mark.bench
def test_a_briefing_beside_a_fit_answer(tmp_path: Path) -> None:
    """Both from the database to the lines that are printed; every account of the example, each in turn."""
    desk = desk_with(filled(tmp_path))
    with desk.begin(writes=False) as work:
        accounts = [account.id for account in work.accounts.all()]
    first = [_milliseconds(lambda each=each: _briefing(each, desk)) for each in accounts]
    fits, again = list[float](), list[float]()
    for _ in range(ROUNDS):
        for account in accounts:
            fits.append(_milliseconds(lambda each=account: _fit(each, desk)))
            again.append(_milliseconds(lambda each=account: _briefing(each, desk)))
    fit = median(fits)
    print(f"\na fit answer: {fit:.1f} ms (median of {len(fits)})")
    print(f"a briefing, the first one about an account: {median(first):.1f} ms, {median(first) / fit:.1f} x (aim 5 x)")
    print(f"a briefing, read again: {median(again):.1f} ms, {median(again) / fit:.1f} x (aim 5 x)")
    assert accounts
