"""The stage of a journey, as somebody names it on the command line."""

from difflib import get_close_matches

from bot.core.errors import FikaError
from bot.core.journey import Journey, StageId
from bot.core.wording import listed

_NEAR = 0.5
"""How alike a name has to be to be suggested."""


def stage_named(name: str, journey: Journey) -> StageId:
    """The stage that a name means: its id, its label, or a name of the pack's for it.

    Raises:
        FikaError: it means none or several; with what was probably meant.
    """
    stages = journey.stages_named(name)
    if len(stages) == 1:
        return stages[0]
    if stages:
        raise FikaError(f"{name!r} may mean several stages: {listed(stages)}. Give one of these.")
    raise FikaError(f"There is no stage {name!r}.{_meant(name, journey)} The stages: {listed(list(StageId), 'and')}.")


def _meant(name: str, journey: Journey) -> str:
    """What was probably meant, of all names that a stage has in the pack."""
    known = {each.casefold(): each for each in journey.names()}
    near = get_close_matches(name.strip().casefold(), known, n=1, cutoff=_NEAR)
    if not near:
        return ""
    stages = journey.stages_named(near[0])
    which = "" if list(stages) == near else f" ({listed(stages)})"
    return f" Did you mean {known[near[0]]}{which}?"
