"""Verdict: what is concluded of a fully known account, and the rule that concludes it.

The rule (`conclude`) knows one account in full: for each positive ICP whether its gate passes and which tier its
points earn, and how much the account drains. What can be said of a partly known account is worked out in `worlds` by
asking this rule about every way in which the account may turn out.
"""

from collections.abc import Mapping
from enum import IntEnum, StrEnum

from bot.core.icp import Role
from bot.core.pack import Drain, Tiers


class Tier(IntEnum):
    """How well an account fits one ICP; a larger tier is better."""

    D = 0
    C = 1
    B = 2
    A = 3


class Action(StrEnum):
    """What to do about an account."""

    WORK = "work"
    NURTURE = "nurture"
    DROP = "drop"


class DrainLevel(IntEnum):
    """How much an account looks like the negative ICP."""

    FREE = 0
    COSTLY = 1
    """Its tier is capped at B."""
    DISQUALIFYING = 2


class Verdict(StrEnum):
    """What is concluded of an account; declared from the best to the worst."""

    PRIMARY_A = "primary/A"
    SECONDARY_A = "secondary/A"
    PRIMARY_B = "primary/B"
    SECONDARY_B = "secondary/B"
    PRIMARY_C = "primary/C"
    SECONDARY_C = "secondary/C"
    NO_FIT = "no_fit"
    DISQUALIFIED = "disqualified"

    @property
    def tier(self) -> Tier:
        """The tier it states; D where no ICP fits."""
        return Tier[self.value[-1]] if "/" in self.value else Tier.D

    @property
    def action(self) -> Action:
        """What to do about the account."""
        if self.tier >= Tier.B:
            return Action.WORK
        return Action.NURTURE if self.tier is Tier.C else Action.DROP

    @property
    def rank(self) -> int:
        """Its place among all verdicts, 0 the best."""
        return _RANKS[self]


_RANKS = {verdict: rank for rank, verdict in enumerate(Verdict)}


def least_points(tier: Tier, of: int, tiers: Tiers) -> int:
    """The least whole points R that earn a tier (or a better one): 100 R >= percent of P+, in whole numbers."""
    percent = {Tier.A: tiers.A, Tier.B: tiers.B, Tier.C: tiers.C}[tier]
    return -(-percent * of // 100)


def tier_of(points: int, of: int, tiers: Tiers) -> Tier:
    """The tier that whole points earn."""
    return next((tier for tier in (Tier.A, Tier.B, Tier.C) if points >= least_points(tier, of, tiers)), Tier.D)


def drain_level(points: int, worst: int, drain: Drain) -> DrainLevel:
    """How much an account drains, from its points in the negative ICP (0 or below) and the worst possible ones, N-."""
    if worst == 0:
        return DrainLevel.FREE
    if -100 * points >= drain.disqualify * worst:
        return DrainLevel.DISQUALIFYING
    return DrainLevel.COSTLY if -100 * points >= drain.cap * worst else DrainLevel.FREE


def conclude(tiers: Mapping[Role, Tier], drain: DrainLevel) -> Verdict:
    """The verdict of a fully known account that no knock-out hits.

    Args:
        tiers: the tier of each positive ICP whose gate passes.
        drain: how much the account drains.
    """
    if drain is DrainLevel.DISQUALIFYING:
        return Verdict.DISQUALIFIED
    cap = Tier.B if drain is DrainLevel.COSTLY else Tier.A
    capped = {role: min(tier, cap) for role, tier in tiers.items() if tier is not Tier.D}
    if not capped:
        return Verdict.NO_FIT
    best = max(capped.values())
    role = Role.PRIMARY if capped.get(Role.PRIMARY) == best else Role.SECONDARY
    return Verdict(f"{role}/{best.name}")
