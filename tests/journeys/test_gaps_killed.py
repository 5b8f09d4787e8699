"""A gap is assigned while the process is killed at every step: assigned once, and its owner told once."""

import itertools

from bot.core.gap import Happened
from bot.flows.gaps import all_gaps, gap_of
from bot.ports import Scope
from tests.journeys.test_killed import FEWEST_MOMENTS, MOST_MOMENTS, Graveyard, answers, graveyard

__all__ = ["graveyard"]


def test_a_gap_is_assigned_once_and_its_owner_told_once(graveyard: Graveyard) -> None:
    """However far it came; whoever assigned it hears so."""
    scope = Scope(graveyard.installed.team, "harbor")
    mortal = graveyard.born()
    manager = graveyard.slack.person("manager", graveyard.installed)
    manager.dm("hello")
    manager.wait_for_message("", manager.dm_channel)
    for moment in itertools.count():
        assert moment < MOST_MOMENTS
        rep = graveyard.newcomer(moment)
        rep.dm(f"log a gap: no feature {moment}")
        rep.click(rep.wait_for_message("Logged a gap", rep.dm_channel), "Assign")
        form = rep.wait_for_modal("Assign a gap")
        [gap] = [each for each in all_gaps(graveyard.ports, scope) if each.what.endswith(f"feature {moment}")]
        assert graveyard.carried_out(mortal)
        mortal.arm(moment)
        rep.submit(form, {"owner": manager.user.id})
        survived = graveyard.carried_out(mortal)
        if not survived:
            mortal = graveyard.born()
            assert graveyard.carried_out(mortal)
        accepted = int(moment > 0)  # a form that was not accepted is still open
        told = [each for each in manager.messages() if f"#{gap.id} " in each.text]
        events = [each.happened for each in gap_of(graveyard.ports, scope, gap.id).history]

        assert (moment, accepted) == (moment, len(told))
        assert (moment, accepted) == (moment, len(answers(rep, "Now given to")))
        assert [Happened.LOGGED, *[Happened.ASSIGNED] * accepted] == events
        if survived:
            break

    assert moment >= FEWEST_MOMENTS
