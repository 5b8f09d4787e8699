"""Content: the assets that suit an account now, chosen by fixed rules.

Stage, persona and validity decide first; then how many of the values the account is known to have the asset was made
for; then freshness; then the id. Where nothing fits, conditions are dropped in a fixed order, and the selection says
which.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.asset import Asset


class Condition(StrEnum):
    """A condition that was dropped because nothing met it."""

    PERSONA = "persona"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Choice:
    """One asset that was chosen."""

    asset: Asset
    matches: tuple[str, ...]
    """Traits whose known value the asset was made for."""


@dataclass(frozen=True, slots=True)
class Content:
    """The assets for an account, the best first."""

    choices: tuple[Choice, ...]
    dropped: tuple[Condition, ...] = ()
    """What had to be dropped to find anything."""
