"""Overlay: a qualification framework laid over an account, three-valued.

Fit is a stage of every framework, and a critical one: where it does not hold, nothing does. Each item is yes where
every value still possible counts as there, no where none does, and open otherwise; what nobody answered is open and
never no. The whole is yes where fit and every item are, and no as soon as one of them is. Fit and the items stay apart:
nothing here adds them up to a number.

What counts as there: the values that the item lists (`met`); else, of a flag, yes; else the values that earn points
in a positive ICP which rates the trait, or, where none can, those that cost none; else any answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.core.account import Account
from bot.core.cell import Partition, partition
from bot.core.fit import FitReport
from bot.core.framework import trait_behind, trait_of
from bot.core.icp import Icp, Rating, Role, TagPoints
from bot.core.qualification import MQL, Framework, Item
from bot.core.ranges import LARGEST
from bot.core.scorecard import Scorecard
from bot.core.standing import Standing, answers_about, standing
from bot.core.trait import Kind, Trait
from bot.core.value import AnyOf, Form, Pick, Span, TagSet, Unknown, read_value
from bot.core.verdict import Action, Verdict

_FITS = {MQL.id: frozenset({Action.WORK, Action.NURTURE})}
"""Marketing goes on with an account that is to be nurtured; for everything else fit is confirmed where it is worked."""
_CONFIRMED = frozenset({Action.WORK})


class Held(StrEnum):
    """Whether something is there, as far as that is known."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


def all_of(each: Iterable[Held]) -> Held:
    """Whether all of them hold: no as soon as one does not, yes only when every one does."""
    found = set(each)
    if Held.NO in found:
        return Held.NO
    return Held.OPEN if Held.OPEN in found else Held.YES


def any_of(each: Iterable[Held]) -> Held:
    """Whether one of them holds: yes as soon as one does, no only when none does."""
    found = set(each)
    if Held.YES in found:
        return Held.YES
    return Held.OPEN if Held.OPEN in found else Held.NO


@dataclass(frozen=True, slots=True)
class ItemState:
    """How one item stands at an account."""

    item: Item
    """With the question to ask, which is the trait's where that is none of the item's first."""
    trait: Trait
    """What asks for it, and whose answers answer it."""
    held: Held
    standing: Standing
    """Its live answers, the expired ones, and whether they disagree; its cells are those that the item tells apart."""
    instead: tuple[str, ...] = ()
    """The other traits that answer it as well and are open themselves."""


@dataclass(frozen=True, slots=True)
class Qualification:
    """How an account stands against a framework."""

    account: str
    framework: Framework
    fit: Held
    verdicts: tuple[Verdict, ...]
    """Still possible, the best first."""
    items: tuple[ItemState, ...]
    """In the framework's order."""

    @property
    def held(self) -> Held:
        """Whether the account is qualified: fit, and every item."""
        return all_of((self.fit, *(state.held for state in self.items)))

    def of(self, held: Held) -> tuple[ItemState, ...]:
        """The items that stand so."""
        return tuple(state for state in self.items if state.held is held)

    @property
    def missing(self) -> tuple[ItemState, ...]:
        """The items that are still to be found out."""
        return self.of(Held.OPEN)

    @property
    def absent(self) -> tuple[ItemState, ...]:
        """The items that are known not to be there."""
        return self.of(Held.NO)


def qualify(
    framework: Framework, report: FitReport, account: Account, scorecard: Scorecard, today: date
) -> Qualification:
    """Lay a framework over an account.

    Args:
        framework: the framework.
        report: the report on the account's fit.
        account: the account.
        scorecard: the pack.
        today: the date to answer for.
    """
    return Qualification(
        account=account.name,
        framework=framework,
        fit=fit_held(framework, report.possible),
        verdicts=tuple(sorted(report.possible, key=lambda verdict: verdict.rank)),
        items=tuple(_state(framework, item, account, scorecard, today) for item in framework.items),
    )


def next_item(qualification: Qualification) -> Item | None:
    """The item to ask about next; None where every one is settled."""
    return next((state.item for state in qualification.missing), None)


def fit_held(framework: Framework, possible: Iterable[Verdict]) -> Held:
    """Whether an account fits as a framework needs it, given the verdicts that are possible."""
    fits = _FITS.get(framework.id, _CONFIRMED)
    return _whether(verdict.action in fits for verdict in possible)


def _whether(each: Iterable[bool]) -> Held:
    """Yes where it is so in every case, no where it is in none."""
    found = set(each)
    if len(found) > 1:
        return Held.OPEN
    return Held.YES if True in found else Held.NO


def _state(framework: Framework, item: Item, account: Account, scorecard: Scorecard, today: date) -> ItemState:
    """How an item stands by each trait that answers it; the one that decides it, or is to be asked, stands for it."""
    own = trait_behind(scorecard.pack, framework, item)
    others = [(trait_of(scorecard.pack, trait_id), met) for trait_id, met in item.others.items()]
    answering = [(own, item.met), *((trait, met) for trait, met in others if trait is not None)]
    states = [_by(item, trait, met, account, scorecard, today) for trait, met in answering]
    held = any_of(state.held for state in states)
    first = next(state for state in states if state.held is held)
    still = (state.trait.id for state in states if state.held is Held.OPEN)
    first = replace(first, instead=tuple(each for each in still if each != first.trait.id))
    if first.trait is own:
        return first
    return replace(first, item=item.model_copy(update={"question": first.trait.question}))


def _by(
    item: Item, trait: Trait, met: tuple[str, ...], account: Account, scorecard: Scorecard, today: date
) -> ItemState:
    """How an item stands by one trait alone."""
    parts, counts = _counting(trait, met, scorecard)
    known = standing(trait, parts, answers_about(account, trait.id), today)
    tells = any(_tells(read_value(answer.value, trait), trait) for answer in known.answers)
    held = _whether(counts[cell] for cell in known.cells) if tells else Held.OPEN
    return ItemState(item, trait, held, known)


def _counting(trait: Trait, met: tuple[str, ...], scorecard: Scorecard) -> tuple[Partition, tuple[bool, ...]]:
    """The cells of a trait that an item tells apart, and which of them count as there."""
    listed = met or (("yes",) if trait.kind is Kind.FLAG else ())
    if listed:
        mark = Icp(id="mark", role=Role.PRIMARY, name="mark", ratings={trait.id: _rating(trait, listed)})
        marked = partition(trait, (*scorecard.icps, mark))
        return marked, tuple(cell.points[-1] > 0 for cell in marked.cells)
    rated = [column for column in scorecard.positive if trait.id in scorecard.icps[column].ratings]
    place = scorecard.index.get(trait.id)
    parts = partition(trait, scorecard.icps) if place is None else scorecard.partitions[place]
    best = [max((cell.points[column] for column in rated), default=0) for cell in parts.cells]
    least = 1 if max(best) > 0 else 0
    return parts, tuple(points >= least for points in best)


def _rating(trait: Trait, met: tuple[str, ...]) -> Rating:
    """A rating with points for the values that count, and for no other."""
    if trait.kind is Kind.TAGS:
        return Rating(points=(TagPoints(has=met, points=1),))
    return Rating(points=dict.fromkeys(met, 1))


def _tells(form: Form, trait: Trait) -> bool:
    """Whether a value tells anything: one that leaves everything possible is no answer."""
    forms = form.forms if isinstance(form, AnyOf) else (form,)
    if any(isinstance(each, Unknown) for each in forms):
        return False
    if trait.kind.is_numeric:
        return not _is_every_number([each for each in forms if isinstance(each, Span)])
    if trait.kind is Kind.TAGS:
        return not any(isinstance(each, TagSet) and each.open_ended and not each.tags for each in forms)
    picked = {each.option for each in forms if isinstance(each, Pick)}
    return len(picked) == 1 or len(picked) < len(trait.option_ids)


def _is_every_number(spans: Iterable[Span]) -> bool:
    """Whether ranges leave out no number that can be answered."""
    reached = 0
    for span in sorted(spans, key=lambda each: each.low):
        if span.low > reached:
            return False
        reached = LARGEST + 1 if span.high is None else max(reached, span.high + 1)
    return reached > LARGEST
