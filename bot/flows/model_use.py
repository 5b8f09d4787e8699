"""Model use: ask the language model within what the workspace may spend, and note what it cost.

What a model says is a draft. It is used only where a judge, a guard of the core, takes it; what a judge refuses, and
every failure, leaves the answer that needs no model, with a sentence why.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

from bot.core.errors import StateUnavailable
from bot.flows.desk import Desk
from bot.ports.model import Failure, Job, Model, ModelCall, ModelFailed, Said, Spent

DAY = timedelta(hours=24)
"""What a workspace may spend is counted over the last 24 hours."""
USED, DROPPED = "used", "dropped"
_WHY = {
    Failure.TIMEOUT: "The language model did not answer in time.",
    Failure.BUSY: "The language model has too much to do.",
    Failure.UNAVAILABLE: "The language model cannot be reached.",
    Failure.REFUSED: "The language model does not let Fika in; whoever runs Fika has to look.",
    Failure.MALFORMED: "What the language model said was dropped: it was not in the form that was asked for.",
    Failure.TOO_LONG: "What the language model said was dropped: it did not come to an end.",
    Failure.EMPTY: "The language model said nothing.",
    Failure.RESTING: "The language model failed several times and is left alone for a moment.",
    Failure.CAPPED: "What this workspace may spend on the language model is used up for today.",
    Failure.STOPPED: "What the language model said was dropped.",
}
NOT_GROUNDED = "What the language model said was dropped: not all of it stands in what it was given."

D = TypeVar("D")
U = TypeVar("U")


class Refused(Exception):
    """Raised by a judge that does not take a draft."""


@dataclass(frozen=True, slots=True)
class Used(Generic[U]):
    """What a judge made of a draft that it took."""

    result: U
    model: str
    prompt: str
    """The prompt file that the model was asked with, and its hash."""


@dataclass(frozen=True, slots=True)
class Unused:
    """Nothing of a model's is used, and why."""

    why: str


def use(desk: Desk, job: Job, ask: Callable[[Model], Said[D]], judge: Callable[[D], U]) -> Used[U] | Unused | None:
    """Ask the model, and let a judge look at what it says.

    Args:
        desk: where it is asked; it says whose the cost is.
        job: what the model is asked to do.
        ask: asks it.
        judge: makes of the draft what may be used; raises `Refused` where it does not stand.

    Returns:
        None where no model is configured.

    Raises:
        StateUnavailable: what was spent cannot be read.
    """
    model = desk.ports.model()
    if model is None:
        return None
    if _is_capped(desk):
        _note(desk, job, model, "", Spent(), Failure.CAPPED.value)
        return Unused(_WHY[Failure.CAPPED])
    try:
        said = ask(model)
    except ModelFailed as failed:
        _note(desk, job, model, failed.prompt, failed.spent, failed.why.value)
        return Unused(_WHY[failed.why])
    try:
        result = judge(said.draft)
    except Refused:
        _note(desk, job, model, said.prompt, said.spent, DROPPED)
        return Unused(NOT_GROUNDED)
    _note(desk, job, model, said.prompt, said.spent, USED)
    return Used(result, model.name, said.prompt)


def _is_capped(desk: Desk) -> bool:
    caps = desk.ports.caps
    if caps.tokens is None and caps.cost is None:
        return False
    with desk.begin(writes=False) as work:
        spent = work.model_calls.spent(desk.now() - DAY)
    over_tokens = caps.tokens is not None and spent.tokens >= caps.tokens
    return over_tokens or (caps.cost is not None and spent.cost >= caps.cost)


def _note(desk: Desk, job: Job, model: Model, prompt: str, spent: Spent, outcome: str) -> None:
    with suppress(StateUnavailable), desk.begin(writes=True) as work:  # no answer is lost to a database that is busy
        work.model_calls.note(ModelCall(desk.now(), job, model.name, prompt, spent, outcome))
        work.commit()
