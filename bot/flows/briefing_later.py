"""Briefing later: a briefing that is composed shortly before its call, from what is known by then.

What is kept is whom it is for, about which account, and when; nothing of the briefing itself. Of a call whose time of
day nobody named, the briefing comes before nine in the morning of its day.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.core.journey import StageId, StageSaid
from bot.flows.briefing import Briefing, brief_for_call
from bot.flows.desk import Desk
from bot.flows.moment import Moment
from bot.flows.origin import ids, note, written
from bot.ports.briefings import Due, NewSchedule, Schedule

MORNING = time(9)
"""When the day begins of a call whose time of day is not known."""
EVENING = time(23, 59)
"""When such a call is over."""


def schedule(
    account_id: int,
    desk: Desk,
    call: Moment,
    persona: str | None = None,
    stage: StageId | None = None,
    *,
    ahead: timedelta,
) -> Schedule | None:
    """Have a briefing composed before a call; None where it is too late for that: then one now is all there is.

    Asking again for the same call changes what is wanted, and keeps one briefing. A second attempt of a delivery finds
    what the first one kept.

    Args:
        account_id: the account.
        desk: where it is asked for; the briefing is for the person there.
        call: when the call is.
        persona: the buyer role that is met; one that the pack does not have counts as none.
        stage: the stage of the journey that was spoken of.
        ahead: how long before the call it is composed.

    Raises:
        AccountUnknown: there is no account with that id.
    """
    now, role = desk.now(), None if persona is None else desk.pack.persona(persona)
    due = _due(call, ahead)
    with desk.begin(writes=True) as work:
        done = ids(written(work, desk.origin), "schedule")
        if done is not None:
            return work.schedules.get(*done)
        if due <= now:
            return None
        work.accounts.get(account_id)
        kept = work.schedules.add(
            NewSchedule(
                account_id=account_id,
                person=desk.person,
                call_at=_over(call),
                due_at=due,
                made_at=now,
                call_words=call.words,
                persona=role.id if role else None,
                stage=stage,
            )
        )
        note(work, desk.origin, "schedule", kept.id)
        work.commit()
    return kept


def cancel(schedule_id: int, desk: Desk) -> bool:
    """Take a briefing back that waits; False where none of that number waits for the person at the desk.

    Args:
        schedule_id: its id.
        desk: where it is taken back.
    """
    with desk.begin(writes=True) as work:
        if ids(written(work, desk.origin), "cancelled") == (schedule_id,):
            return True
        kept = work.schedules.get(schedule_id)
        if kept is None or kept.person != desk.person or not work.schedules.settle(schedule_id, Due.CANCELLED):
            return False
        note(work, desk.origin, "cancelled", schedule_id)
        work.commit()
    return True


def waiting(desk: Desk) -> Sequence[Schedule]:
    """The briefings that the person at the desk waits for, the next first."""
    with desk.begin(writes=False) as work:
        return work.schedules.waiting(desk.person)


def compose(kept: Schedule, desk: Desk) -> Briefing:
    """The briefing that was wanted, from what is known now.

    A stage that was spoken of when it was asked for counts, unless somebody has said another one since.

    Args:
        kept: what was wanted.
        desk: where it is composed: for the person who wanted it, by the clock on their wall.

    Raises:
        AccountUnknown: the account is not there any more.
    """
    said = None if kept.stage is None else StageSaid(stage=kept.stage, source=desk.source, at=kept.made_at)
    briefing = brief_for_call(kept.account_id, desk, kept.persona, said, call_of(kept, desk.now()))
    return replace(briefing, schedule=kept)


def call_of(kept: Schedule, now: datetime) -> Moment:
    """The call that a briefing is for.

    Args:
        kept: what was wanted.
        now: the time where the person is, with its zone.
    """
    at = kept.call_at.astimezone(now.tzinfo)
    # The words were written by the clock of then: without a time of day in them, none was named.
    return Moment(at, to_the_minute=":" in kept.call_words)


def _due(call: Moment, ahead: timedelta) -> datetime:
    """When the briefing is composed; a span of time is one by the world's clock, not by the one on the wall."""
    at = call.at if call.to_the_minute else datetime.combine(call.at, MORNING, call.at.tzinfo)
    return at.astimezone(UTC) - ahead


def _over(call: Moment) -> datetime:
    """When the call is; at the end of its day where only that is known, so that it is not over before."""
    at = call.at if call.to_the_minute else datetime.combine(call.at, EVENING, call.at.tzinfo)
    return at.astimezone(UTC)
