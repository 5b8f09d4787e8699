"""Changes: what happened at an account since a person was last briefed about it."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.account import Answer
from bot.core.gap import Gap
from bot.core.journey import StageSaid


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the last briefing; everything empty where nothing did."""

    since: datetime
    """When the person was last briefed."""
    verdicts_before: tuple[str, ...] | None = None
    """The verdicts that were possible then, where they are others now."""
    pack_before: int | None = None
    """The version of the pack then, where it is another now."""
    answers: tuple[Answer, ...] = ()
    """What was recorded since and still stands, in that order."""
    stage: StageSaid | None = None
    """What somebody said since about the stage."""
    gaps_logged: tuple[Gap, ...] = ()
    gaps_closed: tuple[Gap, ...] = ()

    @property
    def is_any(self) -> bool:
        """Whether anything changed."""
        return bool(
            self.verdicts_before is not None
            or self.pack_before is not None
            or self.answers
            or self.stage
            or self.gaps_logged
            or self.gaps_closed
        )
