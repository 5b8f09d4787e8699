"""Fit in words: the verdict where there is one, and every possible one where there is none."""

from dataclasses import replace

from bot.core.account import Account
from bot.core.fit_words import headline, interval_words
from bot.core.verdict import Verdict
from bot.flows.fit import Scorer
from tests.small import TODAY, pack

OPEN = Scorer(pack()).answer(Account(id=1, name="Acme"), TODAY).report


def test_a_headline() -> None:
    """A verdict is stated only once it is decided; until then every possible one is named, the best first."""
    said = {
        (Verdict.PRIMARY_A,): "Acme: primary/A. Decided: work it.",
        (Verdict.DISQUALIFIED,): "Acme: disqualified. Decided: drop it.",
        (Verdict.PRIMARY_B, Verdict.PRIMARY_A): (
            "Acme: work it, that much is decided. Still possible: primary/A or primary/B."
        ),
        (Verdict.NO_FIT, Verdict.PRIMARY_A): "Acme: still open. Possible: primary/A or no fit.",
    }

    assert said == {possible: headline(replace(OPEN, possible=possible)) for possible in said}


def test_an_interval() -> None:
    """Percentages have one decimal; an interval of one number is that number."""
    assert ["92.5 %", "30.0 % to 95.0 %"] == [interval_words((925, 925)), interval_words((300, 950))]
