"""Sending: what to send before a call, what to show during it, and what to send after it.

Each moment has at most two assets, and no asset stands in two moments. Before the call comes what is sent for the
stage that the account is in; where nothing fits, conditions are dropped as `content` says, and it is said which ones.
During the call comes what `briefing_live` takes for a live one. After the call comes what is for the next stage, at the
last stage for the same one. In these two the stage is never dropped, and a moment without any asset is left out: what
is for yet another stage would only be in the way.
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
    before = pick.before(stage)
    used = _ids(before)
    during = pick.whole(stage, used, live=True)
    after = pick.whole(stage.following, used | _ids(during))
    return tuple(
        Sending(moment, each_stage, content)
        for moment, each_stage, content in (
            (Moment.BEFORE, stage, before),
            (Moment.DURING, stage, during),
            (Moment.AFTER, stage.following, after),
        )
        if moment is Moment.BEFORE or content.choices
    )


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

    def before(self, stage: StageId) -> Content:
        """What is sent comes first, then what is for a live call; a condition is dropped where neither fits."""
        for dropped in range(len(ORDER) + 1):
            for live in (False, None):
                content = self.choose(stage, live=live, droppable=ORDER[:dropped])
                if content.choices:
                    return content
        return Content(())

    def whole(self, stage: StageId, used: Collection[str], *, live: bool | None = None) -> Content:
        """What is at that stage, for the persona; for others only where the persona has nothing there at all.

        Where all that the persona has there stands in another moment already, nothing more is said: that there is
        nothing for them would not be true.
        """
        fitting = self.choose(stage, used, live=live, droppable=())
        if fitting.choices or self.choose(stage, live=live, droppable=()).choices:
            return fitting
        return self.choose(stage, used, live=live, droppable=(Condition.PERSONA,))


def _ids(content: Content) -> frozenset[str]:
    return frozenset(choice.asset.id for choice in content.choices)
