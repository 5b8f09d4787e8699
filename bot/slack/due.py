"""Due: briefings whose time has come become deliveries, and are carried out as everything else is.

That a briefing waits no more and that its delivery is accepted is one transaction: whoever is killed before it leaves a
briefing that still waits, whoever is killed after it leaves a delivery that somebody takes over. Of several processes
that find the same one only the first hands it over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue

from bot.ports import Ports, Scope
from bot.ports.briefings import Due, Schedule
from bot.ports.inbox import NewDelivery, Waiting

EVENT = "fika_briefing_due"
"""The type of the event that stands for one; Slack delivers none of that name, and none is taken from there."""
MOST = 20
"""Handed over at a time; the next ones follow at the next look."""


@dataclass(frozen=True, slots=True)
class DueBriefing:
    """A briefing that is due, as its delivery says."""

    user: str
    schedule: int
    pack: str
    """The pack through which it was wanted."""
    call_words: str
    """When the call is, by the person's own clock."""

    @classmethod
    def of(cls, body: Mapping[str, JsonValue]) -> "DueBriefing":
        """From a delivery."""
        event = body["event"]
        assert isinstance(event, dict)
        schedule = event["schedule"]
        assert isinstance(schedule, int)
        return cls(str(event["user"]), schedule, str(event["pack"]), str(event["call_words"]))


def is_ours(body: Mapping[str, object]) -> bool:
    """Whether a payload claims to be what only Fika itself hands over."""
    event = body.get("event")
    return isinstance(event, Mapping) and event.get("type") == EVENT


def accept_due(ports: Ports, team: str, worker: str, now: datetime) -> Iterator[Waiting]:
    """Hand over the briefings that are due by then, and say which deliveries they became.

    Args:
        ports: where they are.
        team: whose they are.
        worker: who carries the deliveries out.
        now: the time.

    Raises:
        StateUnavailable: the state cannot be read or written.
    """
    with ports.store().begin(Scope.of_team(team), writes=False) as work:
        due = work.due_briefings.due(now, MOST)
    for pack, schedule in due:
        with ports.store().begin(Scope(team, pack)) as work:
            delivery = None
            if work.schedules.settle(schedule.id, Due.HANDED):
                delivery = work.inbox.accept(_delivery(team, pack, schedule, now), worker)
            work.commit()
        if delivery is not None:
            yield Waiting(delivery, schedule.person)


def _delivery(team: str, pack: str, schedule: Schedule, now: datetime) -> NewDelivery:
    key = f"briefing:{schedule.id}/{schedule.made_at.isoformat()}"  # ids of what was deleted may be given again
    event: dict[str, JsonValue] = {
        "type": EVENT,
        "user": schedule.person,
        "schedule": schedule.id,
        "pack": pack,
        "call_words": schedule.call_words,
    }
    body: dict[str, JsonValue] = {"type": "event_callback", "team_id": team, "event_id": key, "event": event}
    return NewDelivery(key, schedule.person, "/", body, now)
