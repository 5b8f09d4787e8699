"""A briefing is due, and the process is killed at every step of it: it comes once, and nothing else does."""

import itertools
from datetime import timedelta

from bot.ports.briefings import Due
from bot.settings import Settings
from tests.journeys.briefing_bureau import Bureau, posted
from tests.journeys.conftest import eventually
from tests.journeys.mortal import Mortal
from tests.journeys.test_killed import FEWEST_MOMENTS, MOST_MOMENTS, Graveyard, graveyard, survives

__all__ = ["graveyard"]

PROMISED = "As promised, with what is known by now."
HALF_AN_HOUR = timedelta(minutes=30)


def test_a_briefing_that_is_due_comes_once(graveyard: Graveyard, settings: Settings) -> None:
    """Between handing it over and posting it, before and after: however often nobody is left, somebody goes on."""
    bureau = Bureau(graveyard.slack, graveyard.installed, settings, graveyard.ports)
    mortal = graveyard.born()
    for moment in itertools.count():
        assert moment < MOST_MOMENTS
        rep = graveyard.newcomer(moment)
        rep.dm("hello")
        rep.wait_for_message("Hello")
        assert graveyard.carried_out(mortal)
        mortal.arm(moment)
        promised = bureau.promise(rep, -HALF_AN_HOUR, HALF_AN_HOUR)
        survived = _handed_over(bureau, mortal, promised.id)
        if not survived:
            mortal = graveyard.born()
            assert _handed_over(bureau, mortal, promised.id)
        assert graveyard.carried_out(mortal)

        assert (moment, Due.HANDED) == (moment, bureau.became(promised.id))
        assert (moment, 1) == (moment, len(posted(rep, PROMISED)))
        assert (moment, 2) == (moment, len(posted(rep, "")))
        if survived:
            break

    assert moment >= FEWEST_MOMENTS


def test_a_briefing_is_promised_once(graveyard: Graveyard, settings: Settings) -> None:
    """Whoever asks is promised one, however often the process that promises it dies."""
    bureau = Bureau(graveyard.slack, graveyard.installed, settings, graveyard.ports)
    mortal = graveyard.born()
    for moment in itertools.count():
        assert moment < MOST_MOMENTS
        rep = graveyard.newcomer(moment)
        assert graveyard.carried_out(mortal)
        mortal.arm(moment)
        rep.dm("brief me on Acme with the CFO tomorrow 10:00")
        survived = graveyard.carried_out(mortal)
        if not survived:
            mortal = graveyard.born()
            assert graveyard.carried_out(mortal)
        assert (moment, 1, 1) == (moment, len(bureau.waiting(rep)), len(posted(rep, "I will post a fresh one")))
        if survived:
            break

    assert moment >= FEWEST_MOMENTS


def _handed_over(bureau: Bureau, mortal: Mortal, promised: int) -> bool:
    """Whether a process has handed a briefing over and answered everything, rather than died."""

    def over() -> bool:
        return not mortal.alive or (bureau.became(promised) is not Due.WAITING and bureau.unanswered() == 0)

    assert eventually(over)
    return survives(mortal)
