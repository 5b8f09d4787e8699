"""Worth: what it would be worth to fill a gap, counted over the accounts.

- A gap about a trait is worth the accounts that would become decided if the trait were known: those of open verdict for
  which every answer that is still possible leaves one verdict. Those for which only some answers do are counted beside
  them. Both are exact: a report says of every open question which verdicts each answer would leave.
- Content that is missing is worth the fitting accounts that wait for it: those at its stage that are, or may still turn
  out to be, worth working on; and the one at which it showed.
- Any other gap is worth the account at which it showed, where that one fits.

Of two gaps of the same worth, the one that more people ask for comes first.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.fit import FitReport
from bot.core.gap import Gap, GapKind
from bot.core.journey import StageId
from bot.core.verdict import Action

_OF_TRAITS = (GapKind.TRAIT, GapKind.CONTRADICTION)


@dataclass(frozen=True, slots=True)
class Worth:
    """What it would be worth to fill a gap."""

    accounts: int
    """Accounts that would become decided, or that wait."""
    perhaps: int = 0
    """Further accounts that some answers would decide."""


@dataclass(frozen=True, slots=True)
class ValuedGap:
    """A gap with what it would be worth to fill it."""

    gap: Gap
    worth: Worth
    account: str | None = None
    """The name of the account that it is about."""

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """Its place among others, the most valuable first."""
        return -self.worth.accounts, -self.worth.perhaps, -len(self.gap.voices), self.gap.id


@dataclass(frozen=True, slots=True)
class Appraised:
    """An account as far as the worth of gaps depends on it."""

    account_id: int
    report: FitReport
    stage: StageId | None
    """Where somebody said it is in its journey."""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What gaps are worth, counted over accounts once and asked for any number of gaps."""

    decides: Mapping[str, Worth]
    """By trait; a trait that can change no verdict is not in it."""
    waiting: Mapping[StageId, int]
    """Fitting accounts by their stage."""
    fitting: Mapping[int, StageId | None]
    """The stage of each fitting account."""

    @classmethod
    def of(cls, accounts: Iterable[Appraised]) -> "Appraisal":
        """Count over accounts."""
        surely: Counter[str] = Counter()
        perhaps: Counter[str] = Counter()
        fitting: dict[int, StageId | None] = {}
        for each in accounts:
            if any(verdict.action is Action.WORK for verdict in each.report.possible):
                fitting[each.account_id] = each.stage
            for question in each.report.questions:
                decided = [len(verdicts) == 1 for verdicts in question.leaves.values()]
                surely[question.trait] += all(decided)
                perhaps[question.trait] += any(decided) and not all(decided)
        decides = {trait: Worth(surely[trait], perhaps[trait]) for trait in perhaps}
        return cls(decides, Counter(stage for stage in fitting.values() if stage is not None), fitting)

    def worth(self, gap: Gap) -> Worth:
        """What it would be worth to fill a gap."""
        if gap.kind in _OF_TRAITS and gap.trait:
            return self.decides.get(gap.trait, Worth(0))
        own = int(gap.account_id in self.fitting)
        if gap.kind is not GapKind.CONTENT or gap.stage is None:
            return Worth(own)
        counted = own and self.fitting[gap.account_id or 0] is gap.stage
        return Worth(self.waiting.get(gap.stage, 0) + own - int(counted))
