"""Model calls in SQL: what one team asked of a language model and what it cost; never what was asked or said."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select

from bot.ports.model import Job, ModelCall, Spent
from bot.store.link import Link
from bot.store.owned import of_team
from bot.store.tables import MODEL_CALLS

_SINCE = (
    select(MODEL_CALLS)
    .where(of_team(MODEL_CALLS), MODEL_CALLS.c.at >= bindparam("the_time"))
    .order_by(MODEL_CALLS.c.at.desc(), MODEL_CALLS.c.id.desc())
)
_SPENT = select(
    *(func.coalesce(func.sum(column), 0) for column in (MODEL_CALLS.c.tokens_in, MODEL_CALLS.c.tokens_out)),
    func.coalesce(func.sum(MODEL_CALLS.c.cost), 0),
).where(of_team(MODEL_CALLS), MODEL_CALLS.c.at >= bindparam("the_time"))
_NOTE = insert(MODEL_CALLS)
_PRUNE = delete(MODEL_CALLS).where(of_team(MODEL_CALLS), MODEL_CALLS.c.at < bindparam("the_time"))


class SqlModelCalls:
    """What one team asked of a model, within one transaction."""

    def __init__(self, link: Link, team: str) -> None:
        self._link, self._team = link, team

    def note(self, call: ModelCall) -> None:
        """Keep what a call was and cost; never what was asked or said."""
        values = {
            "team": self._team,
            "at": call.at,
            "job": call.job.value,
            "model": call.model,
            "prompt": call.prompt,
            "tokens_in": call.spent.tokens_in,
            "tokens_out": call.spent.tokens_out,
            "cost": call.spent.cost,
            "outcome": call.outcome,
        }
        self._link.run(_NOTE, values)

    def spent(self, since: datetime) -> Spent:
        """What the calls since that time cost."""
        [row] = self._link.rows(_SPENT, {"the_team": self._team, "the_time": since})
        return Spent(*(int(each) for each in row))

    def since(self, since: datetime) -> Sequence[ModelCall]:
        """The calls since that time, the latest first."""
        rows = self._link.rows(_SINCE, {"the_team": self._team, "the_time": since})
        with self._link.read():
            return [
                ModelCall(
                    at=row.at,
                    job=Job(row.job),
                    model=row.model,
                    prompt=row.prompt,
                    spent=Spent(row.tokens_in, row.tokens_out, row.cost),
                    outcome=row.outcome,
                )
                for row in rows
            ]

    def prune(self, before: datetime) -> int:
        """Forget the calls before that time; returns how many."""
        return self._link.run(_PRUNE, {"the_team": self._team, "the_time": before})
