"""Messages that are sent later."""

from typing import Any

import pytest

DAY = 86_400


def test_sent_when_the_time_has_come(office: Any) -> None:
    """A scheduled message is sent when its time has come, once, and is on no list any more."""
    at = int(office.world.now()) + 60
    metadata = {"event_type": "reminder", "event_payload": {"id": "1"}}
    office.ask("chat.scheduleMessage", channel=office.rep.id, post_at=at, text="later", metadata=metadata)
    office.world.clock.advance(59)
    assert [] == office.world.tick()
    office.world.clock.advance(1)

    [message] = office.world.tick()
    assert ("later", office.dm.id, metadata) == (message.text, message.channel, message.metadata)
    assert [] == office.world.tick()
    assert [] == office.ask("chat.scheduledMessages.list")["scheduled_messages"]


def test_not_sent_where_it_cannot_be(office: Any) -> None:
    """Where the channel is archived or the app is gone by then, nothing is sent."""
    at = int(office.world.now()) + 60
    office.ask("chat.scheduleMessage", channel=office.sales.id, post_at=at, text="one")
    office.ask("chat.scheduleMessage", channel=office.rep.id, post_at=at, text="two")
    office.sales.is_archived = True
    office.world.revoke(office.app)
    office.world.clock.advance(61)

    assert [] == office.world.tick()


@pytest.mark.parametrize(
    ("after", "expected"), [(None, "invalid_time"), (0, "time_in_past"), (121 * DAY, "time_too_far")]
)
def test_times_that_are_none(office: Any, after: int | None, expected: str) -> None:
    """A time that is missing, past or too far away is refused."""
    at = {} if after is None else {"post_at": int(office.world.now()) + after}

    assert expected == office.refused("chat.scheduleMessage", channel=office.sales.id, text="x", **at)


def test_called_off(office: Any) -> None:
    """A message is called off in its own channel, by its own app, while it waits; lists can be narrowed."""
    at = int(office.world.now()) + 60
    id_ = office.ask("chat.scheduleMessage", channel=office.sales.id, post_at=at, text="x")["scheduled_message_id"]
    off = {"channel": office.sales.id, "scheduled_message_id": id_}

    assert 0 == len(office.ask("chat.scheduledMessages.list", channel=office.lobby.id)["scheduled_messages"])
    assert 0 == len(office.ask("chat.scheduledMessages.list", latest=at - 1)["scheduled_messages"])
    assert 1 == len(office.ask("chat.scheduledMessages.list", channel=office.sales.id)["scheduled_messages"])
    error = "invalid_scheduled_message_id"
    assert error == office.refused("chat.deleteScheduledMessage", **{**off, "channel": office.shared.id})
    assert error == office.limited("chat:write").refused("chat.deleteScheduledMessage", **off)
    assert office.ask("chat.deleteScheduledMessage", **off)["ok"]
    assert error == office.refused("chat.deleteScheduledMessage", **off)
