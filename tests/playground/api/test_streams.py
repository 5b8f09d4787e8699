"""Messages that are written bit by bit."""

from typing import Any

import pytest


def started(office: Any, **more: Any) -> dict[str, str]:
    """A stream in the direct message; where it is."""
    root = office.world.post(office.dm, office.rep.id, "hi").ts
    return {
        "channel": office.dm.id,
        "ts": office.ask("chat.startStream", channel=office.dm.id, thread_ts=root, **more)["ts"],
    }


def test_written_to_its_end(office: Any) -> None:
    """Text and chunks add up; with its end come blocks, metadata and the session's status, and the status clears."""
    where = started(office, markdown_text="It ")
    message = office.dm.messages[where["ts"]]
    office.ask("assistant.threads.setStatus", channel_id=office.dm.id, thread_ts=message.thread_ts, status="is writing")
    chunks = [{"type": "markdown_text", "text": "fits"}, {"type": "task_update", "id": "1", "title": "Read"}]
    office.ask("chat.appendStream", **where, chunks=chunks)
    answer = office.ask(
        "chat.stopStream", **where, markdown_text=".", blocks=[{"type": "divider"}], session_status="active"
    )

    assert ("It fits.", "completed") == (answer["message"]["text"], answer["message"]["streaming_state"])
    assert "edited" not in answer["message"]
    assert ["task_update"] == [chunk["type"] for chunk in message.chunks]
    assert {} == office.world.statuses
    assert ["active"] == [session.status for session in office.world.sessions.values()]


def test_is_read_as_markdown(office: Any) -> None:
    """Two stars are right in what is streamed; a broadcast is dangerous there as anywhere."""
    office.ask("chat.stopStream", **started(office, markdown_text="**Bold**"), blocks=[{"type": "divider"}])
    assert [] == list(office.world.hazards)
    office.ask("chat.stopStream", **started(office, markdown_text="<!channel>"))
    assert ["/markdown_text"] == [one.pointer for found in office.world.hazards for one in found.faults]


def test_dies_after_five_minutes(office: Any) -> None:
    """A stream that is not ended dies; its message can then be updated, and not before."""
    where = started(office)
    assert "streaming_state_conflict" == office.refused("chat.update", **where, text="x")
    office.world.clock.advance(300)

    assert "message_not_in_streaming_state" == office.refused("chat.appendStream", **where, markdown_text="x")
    assert "message_not_in_streaming_state" == office.refused("chat.stopStream", **where)
    assert "whole" == office.ask("chat.update", **where, text="whole")["text"]


def test_only_one_end(office: Any) -> None:
    """After its end nothing is written any more, and a message that is no stream is none."""
    where = started(office)
    assert office.ask("chat.stopStream", **where)["ok"]
    plain = office.ask("chat.postMessage", channel=office.dm.id, text="x")["ts"]

    assert "message_not_in_streaming_state" == office.refused("chat.appendStream", **where, markdown_text="x")
    assert "message_not_in_streaming_state" == office.refused("chat.stopStream", channel=office.dm.id, ts=plain)


def test_in_a_channel_it_is_for_somebody(office: Any) -> None:
    """In a channel it is said for whom it is; in a direct message it stands in a thread."""
    where = {"channel": office.sales.id}
    assert "missing_recipient_user_id" == office.refused("chat.startStream", **where)
    assert "missing_recipient_team_id" == office.refused("chat.startStream", **where, recipient_user_id="U")
    recipient = {"recipient_user_id": office.rep.id, "recipient_team_id": office.app.team}
    assert office.ask("chat.startStream", **where, **recipient)["ok"]
    assert "invalid_arguments" == office.refused("chat.startStream", channel=office.dm.id)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "no_text"),
        ({"chunks": ["x"]}, "invalid_chunks"),
        ({"chunks": [{"type": "x"}]}, "invalid_chunks"),
        ({"markdown_text": "x" * 12_001}, "msg_too_long"),
        ({"markdown_text": "x" * 12_000}, "msg_too_long"),
    ],
)
def test_what_cannot_be_written(office: Any, more: dict[str, Any], expected: str) -> None:
    """Nothing, unknown chunks and more than 12,000 characters are refused."""
    assert expected == office.refused("chat.appendStream", **started(office, markdown_text="x"), **more)


def test_ends_that_are_none(office: Any) -> None:
    """Somebody else's stream, a status that is none and faulty blocks do not end it."""
    where = started(office)
    other = office.world.post(office.dm, office.rep.id, "mine").ts

    assert "message_not_owned_by_app" == office.refused("chat.stopStream", channel=office.dm.id, ts=other)
    assert "invalid_session_status" == office.refused("chat.stopStream", **where, session_status="x")
    assert "invalid_blocks" == office.refused("chat.stopStream", **where, blocks=[{"type": "x"}])
    assert (
        "in_progress"
        == office.ask("conversations.replies", channel=office.dm.id, ts=office.dm.timeline[0].ts)["messages"][1][
            "streaming_state"
        ]
    )
