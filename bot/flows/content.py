"""Content: what to send to an account now."""

from datetime import date
from functools import lru_cache

from bot.core.content import Assets, Content, Wanted
from bot.core.journey import StageSaid
from bot.flows.fit import FitAnswer, Scorer

AT_ONCE = 3
"""Assets that are shown at the most."""


@lru_cache(maxsize=16)
def _assets(scorer: Scorer) -> Assets:
    """The assets of the scorer's pack; a scorer is equal to itself alone, and its pack never changes."""
    return Assets.of(scorer.pack)


def content_for(
    answer: FitAnswer,
    stage: StageSaid | None,
    scorer: Scorer,
    today: date,
    persona: str | None = None,
    limit: int = AT_ONCE,
) -> Content | None:
    """The assets that suit an account at its stage; None while the stage is not known.

    Args:
        answer: the account and what is known of it.
        stage: in which stage of its journey somebody said it is.
        scorer: the pack, made ready.
        today: what has lapsed by then is never chosen.
        persona: the id of the buyer role the content is for; whoever where none is given.
        limit: how many assets at the most.
    """
    if stage is None:
        return None
    wanted = Wanted(frozenset({stage.stage}), frozenset() if persona is None else frozenset({persona}))
    return _assets(scorer).choose(answer.account, wanted, today, limit)
