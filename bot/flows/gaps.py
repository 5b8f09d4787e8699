"""Gaps: log what discovery shows to be missing, see to it, and close it.

The same gap logged twice is one gap with two voices. Whatever is done for a delivery is done once: a second attempt of
that delivery finds what the first one did.
"""

from collections.abc import Sequence

from bot.core.errors import GapRefused, GapUnknown
from bot.core.gap import Gap, GapEvent, NewGap, refusal
from bot.flows.origin import ids, note, written
from bot.ports import Ports, Scope, UnitOfWork


def log_gap(ports: Ports, scope: Scope, new: NewGap, *, origin: int | None = None) -> Gap:
    """Log a gap, or add a voice to the one that is the same.

    Args:
        ports: where to.
        scope: whose it is.
        new: what is missing, and who says so.
        origin: the delivery it is logged for; a second attempt finds the gap of the first.

    Raises:
        AccountUnknown: it is about an account that is not there.
    """
    with ports.store().begin(scope) as work:
        known = _done(work, origin, "gap")
        if known is not None:
            return known
        if new.account_id is not None:
            work.accounts.get(new.account_id)
        gap = work.gaps.add(new)
        note(work, origin, "gap", gap.id)
        work.commit()
    return gap


def change_gap(ports: Ports, scope: Scope, gap_id: int, event: GapEvent, *, origin: int | None = None) -> Gap:
    """Let something happen to a gap: assign it, close it with a reason, or reopen it.

    Args:
        ports: where it is.
        scope: whose it is.
        gap_id: the gap.
        event: what happens, as `assigned`, `closed` and `reopened` make it.
        origin: the delivery it is done for; a second attempt finds what the first one did.

    Raises:
        GapUnknown: there is no gap with that id.
        GapRefused: that cannot happen to the gap as it is.
    """
    with ports.store().begin(scope) as work:
        gap = work.gaps.get(gap_id)
        if gap is None:
            raise GapUnknown(gap_id)
        if _done(work, origin, "changed_gap") is not None:
            return gap
        why_not = refusal(gap, event)
        if why_not is not None:
            raise GapRefused(why_not)
        gap = work.gaps.note(gap_id, event)
        note(work, origin, "changed_gap", gap_id)
        work.commit()
    return gap


def _done(work: UnitOfWork, origin: int | None, what: str) -> Gap | None:
    """The gap that an earlier attempt wrote to, where it did and the gap is still there."""
    done = ids(written(work, origin), what)
    return None if done is None else work.gaps.get(*done)


def gap_of(ports: Ports, scope: Scope, gap_id: int) -> Gap:
    """The gap with that id.

    Raises:
        GapUnknown: there is none.
    """
    with ports.store().begin(scope, writes=False) as work:
        gap = work.gaps.get(gap_id)
    if gap is None:
        raise GapUnknown(gap_id)
    return gap


def all_gaps(ports: Ports, scope: Scope) -> Sequence[Gap]:
    """Every gap, the latest first."""
    with ports.store().begin(scope, writes=False) as work:
        return work.gaps.all()
