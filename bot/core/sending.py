"""Sending: what to send before a call, what to show during it, and what to send after it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.content import Content
from bot.core.journey import StageId


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
