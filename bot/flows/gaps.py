"""Gaps: log what discovery shows to be missing, and list it."""

from collections.abc import Sequence

from bot.core.gap import Gap, NewGap
from bot.flows.origin import ids, note, written
from bot.ports import Ports, Scope


def log_gap(ports: Ports, scope: Scope, new: NewGap, *, origin: int | None = None) -> Gap:
    """Log a gap; a second attempt of the delivery it is logged for finds the gap of the first.

    Raises:
        AccountUnknown: it is about an account that is not there.
    """
    with ports.store().begin(scope) as work:
        done = ids(written(work, origin), "gap")
        known = None if done is None else work.gaps.get(*done)
        if known is not None:
            return known
        if new.account_id is not None:
            work.accounts.get(new.account_id)
        gap = work.gaps.add(new)
        note(work, origin, "gap", gap.id)
        work.commit()
    return gap


def gaps_of(ports: Ports, scope: Scope, person: str, limit: int) -> Sequence[Gap]:
    """The gaps that a person logged, the latest first."""
    with ports.store().begin(scope, writes=False) as work:
        return work.gaps.by(person, limit)


def all_gaps(ports: Ports, scope: Scope) -> Sequence[Gap]:
    """Every gap, the latest first."""
    with ports.store().begin(scope, writes=False) as work:
        return work.gaps.all()
