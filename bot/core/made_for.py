"""Made for: whether an account is known to have one of some values of a trait, written in a pack as knock-outs are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.account import Account
from bot.core.cell import Partition, partition
from bot.core.icp import Icp, Role
from bot.core.standing import Standing, answers_about, standing
from bot.core.trait import Trait


@dataclass(frozen=True, slots=True)
class MadeFor:
    """Some values of a trait."""

    trait: Trait
    parts: Partition
    """These values, which are marked as knocked out, and all others."""

    @classmethod
    def of(cls, trait: Trait, values: Sequence[str]) -> "MadeFor":
        """Some values of a trait, made ready."""
        # Cut by these values alone, a trait falls into them and the rest; the cells of the ICPs would be too coarse to
        # tell two industries apart.
        these = Icp(id="these", role=Role.NEGATIVE, name="these", knockouts={trait.id: tuple(values)})
        return cls(trait, partition(trait, (these,)))

    def standing(self, account: Account, today: date) -> Standing:
        """What is known of the trait today."""
        return standing(self.trait, self.parts, answers_about(account, self.trait.id), today)

    def holds(self, account: Account, today: date) -> bool | None:
        """Whether the account has such a value; None while it may or may not."""
        inside = {self.parts.cells[cell].knockout for cell in self.standing(account, today).cells}
        return inside.pop() if len(inside) == 1 else None
