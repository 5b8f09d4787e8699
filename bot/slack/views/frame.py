"""Frame: all that a view may know beside what it shows."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from bot.core.pack import Pack
from bot.core.scorecard import Scorecard
from bot.flows.fit import Scorer


@dataclass(frozen=True, slots=True)
class Frame:
    """Where an answer is seen: through which pack, on which day, by whom."""

    scorer: Scorer
    today: date
    """The asking person's."""
    draft: bool
    """Whether the pack in force is a draft."""
    delivery: int | None
    """The message that is being answered; None where nothing can be taken up again later."""
    viewer: str
    """The Slack user id of whoever asked."""
    zone: tzinfo | None = UTC
    """Where their clock is."""

    def day(self, at: datetime) -> date:
        """On which day something was, by the clock of whoever asked."""
        return at.astimezone(self.zone).date()

    @property
    def pack(self) -> Pack:
        """The pack."""
        return self.scorer.pack

    @property
    def card(self) -> Scorecard:
        """The pack, ready for scoring."""
        return self.scorer.scorecard
