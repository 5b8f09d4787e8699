"""Gap moves: what a person does with a gap: give it to somebody, close it, reopen it.

What somebody looked at may have changed since: an answer may have closed the gap. So its state is looked at again when
something is to happen, and what cannot happen any more changes nothing. Each move is made once for a delivery.
"""

from dataclasses import dataclass

from bot.core.errors import GapRefused
from bot.core.gap import Gap, GapEvent, assigned, closed, refusal, reopened
from bot.core.gap_wording import short
from bot.flows.desk import Desk
from bot.flows.gaps import change_gap, gap_of
from bot.flows.origin import ids, written


@dataclass(frozen=True, slots=True)
class Given:
    """A gap, and whether it was given to somebody just now."""

    gap: Gap
    new: bool
    """False where it was theirs already."""


def assign_gap(gap_id: int, owner: str | None, desk: Desk) -> Given:
    """Give an open gap to a person to see to; to nobody where there is none.

    Raises:
        GapUnknown: there is no gap with that id.
        GapRefused: it is closed.
    """
    if _is_done(desk):
        return Given(gap_of(desk.ports, desk.scope, gap_id), new=True)
    gap = gap_to_assign(gap_id, desk)
    if gap.owner == owner:
        return Given(gap, new=False)
    return Given(_change(gap_id, assigned(owner, desk.source, desk.now()), desk), new=True)


def close_gap(gap_id: int, reason: str, desk: Desk, *, wont: bool) -> Gap:
    """Close a gap: it is filled, or it will not be.

    Raises:
        GapUnknown: there is no gap with that id.
        GapRefused: it is closed already, or no reason is given.
    """
    return _change(gap_id, closed(reason, desk.source, desk.now(), wont=wont), desk)


def reopen_gap(gap_id: int, reason: str, desk: Desk) -> Gap:
    """Open a closed gap again.

    Raises:
        GapUnknown: there is no gap with that id.
        GapRefused: it is open.
    """
    return _change(gap_id, reopened(reason, desk.source, desk.now()), desk)


def gap_to_assign(gap_id: int, desk: Desk) -> Gap:
    """The gap that somebody is about to give to a person.

    Raises:
        GapUnknown: there is no gap with that id.
        GapRefused: it is closed.
    """
    gap = gap_of(desk.ports, desk.scope, gap_id)
    if not gap.is_open:
        raise GapRefused(f"Gap #{gap.id} is closed already ({_end_of(gap)}). Reopen it first, if that was wrong.")
    return gap


def gap_to_close(gap_id: int, desk: Desk) -> Gap:
    """The gap that somebody is about to close.

    Raises:
        GapUnknown: there is no gap with that id.
        GapRefused: it is closed already.
    """
    return _movable(gap_id, closed("-", desk.source, desk.now()), desk)


def gap_to_reopen(gap_id: int, desk: Desk) -> Gap:
    """The gap that somebody is about to reopen.

    Raises:
        GapUnknown: there is no gap with that id.
        GapRefused: it is open.
    """
    return _movable(gap_id, reopened(None, desk.source, desk.now()), desk)


def _movable(gap_id: int, event: GapEvent, desk: Desk) -> Gap:
    gap = gap_of(desk.ports, desk.scope, gap_id)
    why_not = refusal(gap, event)
    if why_not is not None:
        raise GapRefused(why_not)
    return gap


def _change(gap_id: int, event: GapEvent, desk: Desk) -> Gap:
    return change_gap(desk.ports, desk.scope, gap_id, event, origin=desk.origin)


def _is_done(desk: Desk) -> bool:
    """Whether an earlier attempt of the same delivery made its move."""
    with desk.begin(writes=False) as work:
        return ids(written(work, desk.origin), "changed_gap") is not None


def _end_of(gap: Gap) -> str:
    why = f": {short(gap.closed.reason)}" if gap.closed and gap.closed.reason else ""
    return f"{gap.status.label}{why}"
