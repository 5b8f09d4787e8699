"""Sending: what to send before a call, what to show during it, and what to send after it.

Each moment has at most two assets, and no asset stands in two moments. Before the call comes what is sent, during the
call what `briefing_live` takes for a live one, both for the stage that the account is in. Where nothing there, live or
not, is for whoever is met, conditions are dropped as `content` says, for both moments alike, and it is said which ones.
After the call comes what is for the next stage, at the last stage for the same one; the stage is never dropped there. A
moment without any asset is left out: what is for others, or for yet another stage, would only be in the way.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from bot.core.content import ORDER, Condition, Content, Suiting, Wanted
from bot.core.journey import StageId

AT_ONCE = 2
"""Assets of one moment at the most."""


class Moment(StrEnum):
    """When content is used, seen from a call."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"

    @property
    def label(self) -> str:
        """The words people read."""
        return f"{self.value.capitalize()} the call"


@dataclass(frozen=True, slots=True)
class Sending:
    """Content for one moment."""

    moment: Moment
    stage: StageId
    """The stage it was chosen for: after a call the next one, where there is one."""
    content: Content


def sendings(suiting: Suiting, stage: StageId, persona: str | None) -> tuple[Sending, ...]:
    """What to send before, to show during and to send after a call, in that order.

    Args:
        suiting: the assets that the account may be shown on the day of the call.
        stage: the stage that it is in.
        persona: the buyer role that is met; whoever where none is given.
    """
    pick = _Picker(suiting, persona)
    dropped = pick.choose(stage, droppable=ORDER).dropped
    before = pick.choose(stage, live=False, droppable=dropped)
    during = pick.choose(stage, live=True, droppable=dropped)
    if before.choices and Condition.STAGE in dropped:
        during = Content(())
    after = pick.whole(stage.following, _ids(before) | _ids(during))
    found = (
        Sending(Moment.BEFORE, stage, before),
        Sending(Moment.DURING, stage, during),
        Sending(Moment.AFTER, stage.following, after),
    )
    return tuple(each for each in found if each.content.choices) or found[:1]


def is_missing(suiting: Suiting, stage: StageId, persona: str) -> bool:
    """Whether no asset is for a stage and a buyer role, and for the account: a content gap.

    Args:
        suiting: the assets that the account may be shown.
        stage: the stage that it is in.
        persona: the buyer role.
    """
    return not _Picker(suiting, persona).choose(stage, droppable=()).choices


@dataclass(frozen=True, slots=True)
class _Picker:
    suiting: Suiting
    persona: str | None

    def choose(
        self,
        stage: StageId,
        used: Collection[str] = (),
        *,
        live: bool | None = None,
        droppable: tuple[Condition, ...],
    ) -> Content:
        personas = frozenset() if self.persona is None else frozenset({self.persona})
        wanted = Wanted(frozenset({stage}), personas, live)
        return self.suiting.choose(wanted, AT_ONCE, besides=used, droppable=droppable)

    def whole(self, stage: StageId, used: Collection[str]) -> Content:
        """What is at that stage, for the persona; for others only where nothing there for the persona suits.

        Where all that the persona has there stands in another moment already, nothing more is said: that there is
        nothing for them would not be true.
        """
        dropped = self.choose(stage, droppable=(Condition.PERSONA,)).dropped
        return self.choose(stage, used, droppable=dropped)


def _ids(content: Content) -> frozenset[str]:
    return frozenset(choice.asset.id for choice in content.choices)
