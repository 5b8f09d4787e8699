"""Does it qualify? A framework laid over a stored account, and what to ask next: about fit first, then item by item."""

from dataclasses import dataclass

from bot.core.framework import framework_named, frameworks_of
from bot.core.overlay import Held, Qualification, qualify
from bot.core.qualification import Framework
from bot.flows.desk import Desk
from bot.flows.fit import FitAnswer


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A question, and the trait that its answer is recorded under."""

    trait: str
    question: str


@dataclass(frozen=True, slots=True)
class Qualified:
    """How an account stands against a framework, with the report on its fit."""

    answer: FitAnswer
    qualification: Qualification
    next: ToAsk | None
    """While fit is open a question about fit; then the first open item. None where the account does not fit."""
    others: tuple[Framework, ...]
    """The other frameworks that can be asked for."""


def qualification_of(account_id: int, framework: str | None, desk: Desk) -> Qualified:
    """Lay a framework over an account.

    Args:
        account_id: the account.
        framework: its id or title; None for the pack's first.
        desk: where it is asked.

    Raises:
        AccountUnknown: there is no account with that id.
        FrameworkUnknown: the pack has no framework called so.
    """
    chosen = framework_named(desk.pack, framework)
    answer = desk.look_up(account_id)
    found = qualify(chosen, answer.report, answer.account, desk.scorer.scorecard, desk.today)
    others = tuple(each for each in frameworks_of(desk.pack) if each.id != chosen.id)
    return Qualified(answer, found, _next(answer, found, desk), others)


def _next(answer: FitAnswer, found: Qualification, desk: Desk) -> ToAsk | None:
    name = answer.account.name
    if found.fit is Held.NO:
        return None
    if found.fit is Held.OPEN:
        trait = desk.scorer.scorecard.traits[desk.scorer.scorecard.index[answer.report.questions[0].trait]]
        return ToAsk(trait.id, trait.ask(name))
    return next((ToAsk(state.trait.id, state.item.ask(name)) for state in found.missing), None)
