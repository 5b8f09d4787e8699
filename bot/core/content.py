"""Content: the assets that suit an account now, chosen by fixed rules.

Stage, persona and validity decide first; then whether a cell of the journey for that stage and persona lists the asset;
then how many of the values the account is known to have it was made for; then freshness; then the id. Where nothing
fits, conditions are dropped in a fixed order, and the selection says which. What has lapsed, and what was made for
accounts that this one is known not to be like, is never chosen.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from heapq import nsmallest
from operator import itemgetter

from bot.core.account import Account
from bot.core.asset import Asset
from bot.core.briefing_live import is_live
from bot.core.journey import StageId
from bot.core.made_for import MadeFor
from bot.core.pack import Pack


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
    live: bool | None = None
    """Only what is shown in a live call, or only what is not; None for either."""


ORDER = (Condition.PERSONA, Condition.STAGE)
"""In which order conditions are dropped."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An asset made ready."""

    asset: Asset
    live: bool
    stages: frozenset[StageId]
    made_for: tuple[tuple[str, int], ...]
    """Traits, each with the place of the values it was made for among those of all assets."""
    cells: frozenset[tuple[StageId, str]]
    """The stage and the persona of each cell of the journey that lists it."""

    def meets(self, condition: Condition, wanted: Wanted) -> bool:
        """Whether it is for what is wanted, in one respect."""
        if condition is Condition.STAGE:
            return not self.stages.isdisjoint(wanted.stages)
        return not self.asset.personas or not wanted.personas.isdisjoint(self.asset.personas)

    def is_listed(self, kept: Collection[Condition], wanted: Wanted) -> bool:
        """Whether a cell of the journey lists it that is for what is wanted, as far as conditions are kept."""
        return any(
            (Condition.STAGE not in kept or stage in wanted.stages)
            and (Condition.PERSONA not in kept or persona in wanted.personas)
            for stage, persona in self.cells
        )


@dataclass(frozen=True, slots=True)
class Suiting:
    """The assets that one account may be shown on one day, in the order of the pack."""

    choices: tuple[tuple[_Item, Choice], ...]

    def choose(
        self,
        wanted: Wanted,
        limit: int,
        *,
        besides: Collection[str] = (),
        droppable: Sequence[Condition] = ORDER,
    ) -> Content:
        """The assets for what is wanted, the best first.

        Args:
            wanted: what the content is for.
            limit: how many assets at the most.
            besides: ids of assets that are not chosen, as they are elsewhere.
            droppable: the conditions that may be dropped where nothing fits, in this order.
        """
        pool = [
            (item, choice)
            for item, choice in self.choices
            if item.asset.id not in besides and wanted.live in (None, item.live)
        ]
        asked = [each for each in ORDER if each is Condition.STAGE or wanted.personas]
        may_go = [each for each in droppable if each in asked]
        for count in range(len(may_go) + 1):
            kept = [each for each in asked if each not in may_go[:count]]
            found = [
                (_rank(choice, listed=item.is_listed(kept, wanted)), choice)
                for item, choice in pool
                if all(item.meets(each, wanted) for each in kept)
            ]
            if found:
                best = nsmallest(limit, found, key=itemgetter(0))
                return Content(tuple(choice for _, choice in best), tuple(may_go[:count]))
        return Content(())


@dataclass(frozen=True, slots=True)
class Assets:
    """A pack's assets made ready for choosing, shared by every account."""

    items: tuple[_Item, ...]
    values: tuple[MadeFor, ...]
    """What assets were made for, each once: many are for the same accounts."""

    @classmethod
    def of(cls, pack: Pack) -> "Assets":
        """Make the assets of a pack ready."""
        places: dict[tuple[str, tuple[str, ...]], int] = {}
        cells: dict[str, set[tuple[StageId, str]]] = {}
        for stage_id, stage in pack.journey.stages.items():
            for cell in stage.cells:
                for slug in cell.assets:
                    cells.setdefault(slug, set()).add((stage_id, cell.persona))
        items = []
        for asset in pack.assets:
            fits = [(trait.id, asset.fits[trait.id]) for trait in pack.traits if trait.id in asset.fits]
            stages = frozenset(stage for name in asset.stages for stage in pack.journey.stages_named(name))
            made_for = tuple((each[0], places.setdefault(each, len(places))) for each in fits)
            items.append(_Item(asset, is_live(asset), stages, made_for, frozenset(cells.get(asset.id, ()))))
        traits = {trait.id: trait for trait in pack.traits}
        return cls(tuple(items), tuple(MadeFor.of(traits[trait], values) for trait, values in places))

    def suiting(self, account: Account, today: date) -> Suiting:
        """The assets that an account may be shown: what has not lapsed, and was not made for others.

        Args:
            account: with everything that is known of it.
            today: what has lapsed by then is never shown.
        """
        held = [each.holds(account, today) for each in self.values]
        return Suiting(
            tuple(
                (item, Choice(item.asset, tuple(trait for trait, place in item.made_for if held[place])))
                for item in self.items
                if not item.asset.lapsed(today) and all(held[place] is not False for _, place in item.made_for)
            )
        )

    def made_for_others(self, account: Account, wanted: Wanted, today: date) -> tuple[str, ...]:
        """The traits by which assets for what is wanted were made for others; none where there is no such asset.

        Args:
            account: with everything that is known of it.
            wanted: what the content is for.
            today: what has lapsed by then counts for nothing.
        """
        held = [each.holds(account, today) for each in self.values]
        there = (item for item in self.items if not item.asset.lapsed(today))
        meant = [item for item in there if all(item.meets(each, wanted) for each in ORDER)]
        return tuple(dict.fromkeys(trait for item in meant for trait, place in item.made_for if held[place] is False))

    def choose(self, account: Account, wanted: Wanted, today: date, limit: int) -> Content:
        """The assets that suit an account.

        Args:
            account: with everything that is known of it.
            wanted: what the content is for.
            today: what has lapsed by then is never chosen.
            limit: how many assets at the most.
        """
        return self.suiting(account, today).choose(wanted, limit)


def _rank(choice: Choice, *, listed: bool) -> tuple[bool, int, int, str]:
    """What the journey lists first, then the most matches, then what lasts longest, then by id."""
    lasts = choice.asset.valid_until or date.max
    return not listed, -len(choice.matches), -lasts.toordinal(), choice.asset.id
