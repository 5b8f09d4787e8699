"""What was said is read in parts, and only where the app may."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.api.answering import Api
from bot.playground.world import World


def texts(answer: dict[str, Any]) -> list[str]:
    """The texts of an answer's messages."""
    return [message["text"] for message in answer["messages"]]


@given(total=st.integers(0, 12), limit=st.integers(1, 5), threaded=st.booleans())
def test_parts_make_the_whole(total: int, limit: int, threaded: bool) -> None:  # noqa: FBT001 - a case is a boolean
    """Following the cursor gives every message exactly once, in order, whatever the size of a part."""
    world = World()
    team = world.add_workspace("Home")
    rep = world.add_user(team.id, "rep")
    app = world.install(team.id, {}, ["channels:history"])
    channel = world.add_channel(team.id, "sales", [rep.id, app.bot_user])
    root = world.post(channel, rep.id, "root").ts if threaded else None
    for number in range(total):
        world.post(channel, rep.id, str(number), thread_ts=root)
    method = "conversations.replies" if threaded else "conversations.history"
    found: list[str] = []
    cursor = ""
    while True:
        arguments = {"channel": channel.id, "ts": root, "limit": limit, "cursor": cursor}
        answer = Api(world).call(method, arguments, app.bot_token).body
        found += [text for text in texts(answer) if text != "root"]
        cursor = answer["response_metadata"]["next_cursor"]
        assert bool(cursor) is answer["has_more"]
        if not cursor:
            break

    whole = [str(number) for number in range(total)]
    assert (whole if threaded else whole[::-1]) == found


def test_between_two_moments(office: Any) -> None:
    """The two moments themselves are left out, or taken in where that is asked for."""
    stamps = [office.world.post(office.sales, office.rep.id, str(number)).ts for number in range(4)]
    span = {"channel": office.sales.id, "oldest": stamps[0], "latest": stamps[3]}

    assert ["3", "2", "1", "0"] == texts(office.ask("conversations.history", channel=office.sales.id, limit=0))
    assert ["2", "1"] == texts(office.ask("conversations.history", **span))
    assert ["3", "2", "1", "0"] == texts(office.ask("conversations.history", **span, inclusive=True))
    assert ["3", "2", "1", "0"] == texts(office.ask("conversations.history", channel=office.sales.id, oldest=0))
    seconds = int(float(stamps[0])) + 1
    assert [] == texts(office.ask("conversations.history", channel=office.sales.id, oldest=seconds))


def test_metadata_only_where_it_is_asked_for(office: Any) -> None:
    """Metadata is shown with include_all_metadata, and not without; pins are counted where that is asked for."""
    metadata = {"event_type": "answer", "event_payload": {"id": "1"}}
    ts = office.ask("chat.postMessage", channel=office.dm.id, text="x", metadata=metadata)["ts"]
    office.world.pin(office.dm.messages[ts], office.rep.id)
    where = {"channel": office.dm.id}

    assert "metadata" not in office.ask("conversations.history", **where)["messages"][0]
    answer = office.ask("conversations.history", **where, include_all_metadata=True, include_pins="1")
    assert (metadata, 1, [office.dm.id]) == (
        answer["messages"][0]["metadata"],
        answer["pin_count"],
        answer["messages"][0]["pinned_to"],
    )


@pytest.mark.parametrize(
    ("place", "scope"),
    [
        ("sales", "channels:history"),
        ("dm", "im:history"),
    ],
)
def test_each_kind_of_place_has_its_scope(office: Any, place: str, scope: str) -> None:
    """A place is read with the scope of its kind, and with no other."""
    limited = office.limited(scope)
    assert limited.ask("conversations.history", channel=getattr(limited, place).id)["ok"]
    other = office.limited("chat:write")
    answer = other.ask("conversations.history", channel=getattr(other, place).id)
    assert ("missing_scope", scope) == (answer["error"], answer["needed"])


def test_private_and_group_scopes(office: Any) -> None:
    """Private channels and group messages have scopes of their own."""
    limited = office.limited("chat:write")
    private = office.world.add_channel(office.app.team, "secret", [limited.app.bot_user], is_private=True)
    group = office.world.add_channel(office.app.team, "group", [limited.app.bot_user], is_mpim=True)

    assert "groups:history" == limited.ask("conversations.history", channel=private.id)["needed"]
    assert "mpim:history" == limited.ask("conversations.history", channel=group.id)["needed"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"cursor": "???"}, "invalid_cursor"),
        ({"cursor": "YXQ6MQ=="}, "invalid_cursor"),
        ({"limit": 5000}, "invalid_limit"),
        ({"limit": -1}, "invalid_limit"),
        ({"oldest": "x"}, "invalid_ts_oldest"),
        ({"latest": "1.x"}, "invalid_ts_latest"),
    ],
)
def test_questions_that_are_none(office: Any, arguments: dict[str, Any], expected: str) -> None:
    """A cursor, a limit or a moment that is none is refused."""
    assert expected == office.refused("conversations.history", channel=office.sales.id, **arguments)


def test_only_where_the_app_is(office: Any) -> None:
    """A channel that the app is not in is not read; a thread that is not there is not found."""
    assert "not_in_channel" == office.refused("conversations.history", channel=office.lobby.id)
    assert "thread_not_found" == office.refused("conversations.replies", channel=office.sales.id, ts="1.000001")
    assert "thread_not_found" == office.refused("conversations.replies", channel=office.sales.id)


def test_a_deleted_message_is_gone(office: Any) -> None:
    """A deleted message is not shown; a root with replies stays as an empty one; a deleted reply counts no more."""
    alone = office.world.post(office.sales, office.rep.id, "alone")
    root = office.world.post(office.sales, office.rep.id, "root")
    replies = [office.world.post(office.sales, office.rep.id, str(n), thread_ts=root.ts) for n in range(2)]
    for message in (alone, root, replies[1]):
        office.world.delete(message, office.rep.id)

    [shown] = office.ask("conversations.history", channel=office.sales.id)["messages"]
    assert ("tombstone", 1, replies[0].ts) == (shown["subtype"], shown["reply_count"], shown["latest_reply"])
    assert "thread_not_found" == office.refused("conversations.replies", channel=office.sales.id, ts=alone.ts)


def test_what_a_person_typed(office: Any) -> None:
    """A person's message has no bot about it, and the id that their client gave it."""
    office.world.post(office.sales, office.rep.id, "hi", client_msg_id="c1")

    [shown] = office.ask("conversations.history", channel=office.sales.id)["messages"]
    assert ("c1", office.rep.id, False) == (shown["client_msg_id"], shown["user"], "bot_id" in shown)
