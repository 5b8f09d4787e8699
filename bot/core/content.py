"""Content: the assets that suit an account now, chosen by fixed rules.

Stage, persona and validity decide first; then how many of the values the account is known to have the asset was made
for; then freshness; then the id. Where nothing fits, conditions are dropped in a fixed order, and the selection says
which. What has lapsed, and what was made for accounts that this one is known not to be like, is never chosen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.account import Account
from bot.core.asset import Asset
from bot.core.cell import Partition, partition
from bot.core.icp import Icp, Role
from bot.core.journey import StageId
from bot.core.pack import Pack
from bot.core.standing import answers_about, standing
from bot.core.trait import Trait


class Condition(StrEnum):
    """A condition that was dropped because nothing met it."""

    PERSONA = "persona"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Choice:
    """One asset that was chosen."""

    asset: Asset
    matches: tuple[str, ...]
    """Traits whose known value the asset was made for, in pack order."""


@dataclass(frozen=True, slots=True)
class Content:
    """The assets for an account, the best first."""

    choices: tuple[Choice, ...]
    dropped: tuple[Condition, ...] = ()
    """What had to be dropped to find anything; nothing where there was nothing to be found."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the content is for."""

    stages: frozenset[StageId]
    """For any of these."""
    personas: frozenset[str] = frozenset()
    """For any of these; none means whoever."""


@dataclass(frozen=True, slots=True)
class _Made:
    """For which values of a trait an asset was made."""

    trait: Trait
    parts: Partition
    """The values it was made for, which are marked as knocked out, and all others."""

    @classmethod
    def of(cls, trait: Trait, values: Sequence[str]) -> "_Made":
        # An asset's values are written as knock-outs are. Cut by them alone, a trait falls into the values that the
        # asset was made for and the rest; the cells of the ICPs would be too coarse to tell two industries apart.
        these = Icp(id="these", role=Role.NEGATIVE, name="these", knockouts={trait.id: tuple(values)})
        return cls(trait, partition(trait, (these,)))

    def holds(self, account: Account, today: date) -> bool | None:
        """Whether the account has such a value; None while it may or may not."""
        still = standing(self.trait, self.parts, answers_about(account, self.trait.id), today).cells
        inside = {self.parts.cells[cell].knockout for cell in still}
        return inside.pop() if len(inside) == 1 else None


@dataclass(frozen=True, slots=True)
class _Item:
    """An asset made ready."""

    asset: Asset
    stages: frozenset[StageId]
    made_for: tuple[_Made, ...]

    @classmethod
    def of(cls, asset: Asset, pack: Pack) -> "_Item":
        stages = frozenset(stage for name in asset.stages for stage in pack.journey.stages_named(name))
        made = (_Made.of(trait, asset.fits[trait.id]) for trait in pack.traits if trait.id in asset.fits)
        return cls(asset, stages, tuple(made))

    def meets(self, condition: Condition, wanted: Wanted) -> bool:
        """Whether it is for what is wanted, in one respect."""
        if condition is Condition.STAGE:
            return not self.stages.isdisjoint(wanted.stages)
        return not self.asset.personas or not wanted.personas.isdisjoint(self.asset.personas)

    def chosen(self, account: Account, today: date) -> Choice | None:
        """The asset with what it was made for; None where the account is known to be another."""
        holding = [(made.trait.id, made.holds(account, today)) for made in self.made_for]
        if any(holds is False for _, holds in holding):
            return None
        return Choice(self.asset, tuple(trait for trait, holds in holding if holds))


@dataclass(frozen=True, slots=True)
class Assets:
    """A pack's assets made ready for choosing, shared by every account."""

    items: tuple[_Item, ...]

    @classmethod
    def of(cls, pack: Pack) -> "Assets":
        """Make the assets of a pack ready."""
        return cls(tuple(_Item.of(asset, pack) for asset in pack.assets))

    def choose(self, account: Account, wanted: Wanted, today: date, limit: int) -> Content:
        """The assets that suit an account.

        Args:
            account: with everything that is known of it.
            wanted: what the content is for.
            today: what has lapsed by then is never chosen.
            limit: how many assets at the most.
        """
        lasting = [item for item in self.items if not item.asset.lapsed(today)]
        conditions = [Condition.PERSONA, Condition.STAGE] if wanted.personas else [Condition.STAGE]
        for dropped in range(len(conditions) + 1):
            fitting = [item for item in lasting if all(item.meets(each, wanted) for each in conditions[dropped:])]
            choices = [choice for item in fitting if (choice := item.chosen(account, today)) is not None]
            if choices:
                return Content(tuple(sorted(choices, key=_rank)[:limit]), tuple(conditions[:dropped]))
        return Content(())


def _rank(choice: Choice) -> tuple[int, int, str]:
    """The most matches first, then what lasts longest, then by id."""
    lasts = choice.asset.valid_until or date.max
    return -len(choice.matches), -lasts.toordinal(), choice.asset.id
