"""Stage signs: the stage of the journey that an account's answers show it to be in, by the pack's own signs.

A sign counts only while its value is known to hold: an answer that has expired, was taken back, or is contradicted by
another source shows nothing. Of several stages the latest in the journey is the one; of several traits that show it,
the first of the pack.
"""

from dataclasses import dataclass
from datetime import date

from bot.core.account import Account
from bot.core.journey import StageId, StageSign
from bot.core.made_for import MadeFor
from bot.core.pack import Pack


@dataclass(frozen=True, slots=True)
class StageSigns:
    """A pack's signs made ready, shared by every account."""

    signs: tuple[tuple[StageId, MadeFor], ...]
    """The latest stage first, within a stage in pack order."""

    @classmethod
    def of(cls, pack: Pack) -> "StageSigns":
        """Make the signs of a pack ready."""
        return cls(
            tuple(
                (stage_id, MadeFor.of(trait, pack.journey.stages[stage_id].signs[trait.id]))
                for stage_id in reversed(StageId)
                if stage_id in pack.journey.stages
                for trait in pack.traits
                if trait.id in pack.journey.stages[stage_id].signs
            )
        )

    def latest(self, account: Account, today: date) -> StageSign | None:
        """The latest stage that something known of the account shows; None where nothing does."""
        for stage_id, sign in self.signs:
            known = sign.standing(account, today)
            if known.answers and not known.disagrees and sign.holds(account, today):
                return StageSign(stage=stage_id, trait=sign.trait.id, value=known.answers[0].value)
        return None
