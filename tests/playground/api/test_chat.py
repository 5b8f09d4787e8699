"""What is said, where it may be said, and what is refused."""

from typing import Any

import pytest

TABLE = {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "hello"}}


def test_a_person_stands_for_the_direct_message(office: Any) -> None:
    """Posting to a person posts into the direct message with them, without a scope of its own."""
    answer = office.limited("chat:write").ask("chat.postMessage", channel=office.rep.id, text="hello")

    assert answer["channel"].startswith("D")
    assert "hello" == answer["message"]["text"]


def test_a_channel_may_be_named(office: Any) -> None:
    """A channel is found by its name as well as by its id."""
    assert office.sales.id == office.ask("chat.postMessage", channel="#sales", text="hello")["channel"]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("", "channel_not_found"),
        ("C0NOWHERE", "channel_not_found"),
        ("U0NOBODY", "channel_not_found"),
        ("deals", "channel_not_found"),
    ],
)
def test_places_that_are_none(office: Any, where: str, expected: str) -> None:
    """A channel that is not there, or is private to others, does not exist for the app."""
    assert expected == office.refused("chat.postMessage", channel=where, text="hello")


def test_membership(office: Any) -> None:
    """A public channel wants the app as a member, or the scope that does without."""
    assert "None" == office.refused("chat.postMessage", channel=office.lobby.id, text="hello")
    limited = office.limited("chat:write")
    assert "not_in_channel" == limited.refused("chat.postMessage", channel=office.lobby.id, text="hello")


def test_closed_places(office: Any) -> None:
    """Nothing is said in an archived channel, to an app, to somebody who left, or in a Messages tab that is off."""
    gone = office.world.add_user(office.app.team, "gone", deleted=True)
    office.sales.is_archived = True

    assert "is_archived" == office.refused("chat.postMessage", channel=office.sales.id, text="hello")
    assert "cannot_dm_bot" == office.refused("chat.postMessage", channel=office.app.bot_user, text="hello")
    assert "user_disabled" == office.refused("chat.postMessage", channel=gone.id, text="hello")
    office.app.manifest["features"]["app_home"]["messages_tab_enabled"] = False
    try:
        assert "messages_tab_disabled" == office.refused("chat.postMessage", channel=office.dm.id, text="hello")
    finally:
        office.app.manifest["features"]["app_home"]["messages_tab_enabled"] = True


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "no_text"),
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": "no json"}, "invalid_blocks_format"),
        ({"text": "x", "blocks": {"type": "divider"}}, "invalid_blocks_format"),
        ({"text": "x", "blocks": [{"type": "nothing"}]}, "invalid_blocks"),
        ({"text": "x", "metadata": {"event_type": "e"}}, "invalid_metadata_format"),
        ({"text": "x", "metadata": "[]"}, "invalid_metadata_format"),
        ({"text": "x", "attachments": "{}"}, "invalid_attachments"),
        ({"text": "x", "markdown_text": "y"}, "markdown_text_conflict"),
        ({"text": "x", "thread_ts": "1700000000.000001"}, "thread_not_found"),
    ],
)
def test_messages_that_are_none(office: Any, said: dict[str, Any], expected: str) -> None:
    """A payload that Slack does not take is refused with Slack's error, and nothing is posted."""
    assert expected == office.refused("chat.postMessage", channel=office.sales.id, **said)
    assert [] == office.sales.timeline


def test_a_refused_payload_is_remembered(office: Any) -> None:
    """A payload with faults is told with reasons and pointers, and kept for a test to fail on."""
    answer = office.ask("chat.postMessage", channel=office.sales.id, text="x", blocks=[SECTION, {"type": "nothing"}])

    assert "[json-pointer:/blocks/1" in answer["response_metadata"]["messages"][0]
    assert len(answer["errors"]) == len(answer["response_metadata"]["messages"])
    [refusal] = office.world.refusals
    assert ("chat.postMessage", "invalid_blocks", office.app.app) == (refusal.method, refusal.error, refusal.app)
    assert refusal.faults == office.world.calls[-1].faults


def test_a_hazard_is_remembered_and_posted(office: Any) -> None:
    """What Slack takes and a good app does not send is posted, and kept for a test to fail on."""
    assert office.ask("chat.postMessage", channel=office.sales.id, text="hello <!channel>")["ok"]
    [hazard] = office.world.hazards
    assert ("chat.postMessage", "/text") == (hazard.method, hazard.faults[0].pointer)
    assert [] == office.world.refusals


def test_blocks_from_a_form(office: Any) -> None:
    """Blocks may come as text, and get ids where they have none."""
    office.ask("chat.postMessage", channel=office.sales.id, text="x", blocks='[{"type": "divider"}]')

    [block] = office.sales.timeline[0].blocks
    assert "divider" == block["type"]
    assert block["block_id"]


def test_markdown(office: Any) -> None:
    """A message may be written in Markdown."""
    assert (
        "**hi**" == office.ask("chat.postMessage", channel=office.sales.id, markdown_text="**hi**")["message"]["text"]
    )


def test_classic_blocks(office: Any) -> None:
    """In classic mode newer blocks are unknown; that is no fault of the payload's."""
    said = {"channel": office.sales.id, "text": "x", "blocks": [SECTION, TABLE]}
    assert office.ask("chat.postMessage", **said)["ok"]
    office.world.classic = True
    assert "invalid_blocks" == office.refused("chat.postMessage", **said)
    assert office.ask("chat.postMessage", channel=office.sales.id, text="x", blocks=[SECTION])["ok"]
    assert [] == office.world.refusals


def test_threads(office: Any) -> None:
    """A reply counts at its root, stands in the channel only where it is broadcast, and has no replies itself."""
    root = office.world.post(office.sales, office.rep.id, "does it fit?")
    said = {"channel": office.sales.id, "thread_ts": root.ts}
    reply = office.ask("chat.postMessage", **said, text="yes")["message"]
    office.ask("chat.postMessage", **said, text="indeed", reply_broadcast=True)

    assert (office.rep.id, root.ts) == (reply["parent_user_id"], reply["thread_ts"])
    assert (2, [office.app.bot_user]) == (root.reply_count, root.reply_users)
    assert ["does it fit?", "indeed"] == [message.text for message in office.sales.timeline]
    under_reply = {"channel": office.sales.id, "thread_ts": reply["ts"], "text": "x"}
    assert "cannot_reply_to_message" == office.refused("chat.postMessage", **under_reply)


def test_another_name(office: Any) -> None:
    """An app may post under another name with the scope for it."""
    posted = office.ask("chat.postMessage", channel=office.sales.id, text="x", username="Coach")["message"]
    assert ("Coach", "bot_message") == (posted["username"], posted["subtype"])
    limited = office.limited("chat:write")
    assert "missing_scope" == limited.refused("chat.postMessage", channel=office.sales.id, text="x", username="Coach")


def test_ephemerals(office: Any) -> None:
    """An ephemeral message is for one member of the channel, and stands apart."""
    said = {"channel": office.sales.id, "text": "only you"}
    assert office.ask("chat.postEphemeral", **said, user=office.rep.id)["message_ts"]

    assert [] == office.sales.timeline
    assert ["only you"] == [message.text for message in office.sales.ephemerals[office.rep.id]]
    assert "user_not_in_channel" == office.refused("chat.postEphemeral", **said, user=office.guest.id)
    assert "user_not_in_channel" == office.refused("chat.postEphemeral", **said, user="U0NOBODY")
    assert "user_not_found" == office.refused("chat.postEphemeral", **said)


def test_an_ephemeral_cannot_be_changed(office: Any) -> None:
    """No method finds an ephemeral message again."""
    ts = office.ask("chat.postEphemeral", channel=office.sales.id, text="x", user=office.rep.id)["message_ts"]

    assert "message_not_found" == office.refused("chat.update", channel=office.sales.id, ts=ts, text="y")
    assert "message_not_found" == office.refused("chat.delete", channel=office.sales.id, ts=ts)


def test_an_ephemeral_in_a_thread_wants_a_reply(office: Any) -> None:
    """Slack takes an ephemeral message for a thread without replies, and shows it to nobody."""
    root = office.world.post(office.sales, office.rep.id, "does it fit?")
    said = {"channel": office.sales.id, "thread_ts": root.ts, "user": office.rep.id, "text": "only you"}
    assert office.ask("chat.postEphemeral", **said)["ok"]
    assert {} == office.sales.ephemerals
    assert ["only you"] == [message.text for message in office.world.unseen]

    office.world.post(office.sales, office.rep.id, "well?", thread_ts=root.ts)
    office.ask("chat.postEphemeral", **said)
    assert [root.ts] == [message.thread_ts for message in office.sales.ephemerals[office.rep.id]]


def test_update(office: Any) -> None:
    """What is given is changed; blocks that are not given stay, and an empty list takes them away."""
    said = {"channel": office.sales.id, "text": "one", "blocks": [SECTION], "attachments": [{"text": "a"}]}
    ts = office.ask("chat.postMessage", **said)["ts"]
    metadata = {"event_type": "answer", "event_payload": {"id": "1"}}
    answer = office.ask("chat.update", channel=office.sales.id, ts=ts, text="two", metadata=metadata)

    assert ("two", ts) == (answer["text"], answer["message"]["ts"])
    assert office.app.bot_user == answer["message"]["edited"]["user"]
    assert "section" == answer["message"]["blocks"][0]["type"]
    assert metadata == answer["message"]["metadata"]
    bare = office.ask("chat.update", channel=office.sales.id, ts=ts, markdown_text="3", blocks=None, attachments=[])
    assert "attachments" not in bare["message"]
    office.ask("chat.update", channel=office.sales.id, ts=ts, metadata={"event_type": "e", "event_payload": {}})
    bare = office.ask("chat.update", channel=office.sales.id, ts=ts, text="four", blocks=[])
    assert ["rich_text"] == [one["type"] for one in bare["message"]["blocks"]]
    assert [] == office.sales.messages[ts].blocks


def test_updates_that_are_none(office: Any) -> None:
    """Only one's own messages can be changed or taken away, and not into nothing."""
    theirs = office.world.post(office.sales, office.rep.id, "mine").ts
    own = office.ask("chat.postMessage", channel=office.sales.id, text="one")["ts"]
    where = {"channel": office.sales.id}

    assert "cant_update_message" == office.refused("chat.update", **where, ts=theirs, text="x")
    assert "cant_delete_message" == office.refused("chat.delete", **where, ts=theirs)
    assert "message_not_found" == office.refused("chat.update", **where, ts="1700000000.000001", text="x")
    assert "no_text" == office.refused("chat.update", **where, ts=own)
    assert "no_text" == office.refused("chat.update", **where, ts=own, text="")
    assert "msg_too_long" == office.refused("chat.update", **where, ts=own, text="x" * 4001)
    assert "message_not_found" == office.refused("chat.getPermalink", **where, message_ts="1700000000.000001")


def test_permalink_into_a_thread(office: Any) -> None:
    """The address of a reply names its thread."""
    root = office.world.post(office.sales, office.rep.id, "root")
    reply = office.world.post(office.sales, office.rep.id, "reply", thread_ts=root.ts)
    link = office.ask("chat.getPermalink", channel=office.sales.id, message_ts=reply.ts)["permalink"]

    assert link.startswith(f"https://home.slack.com/archives/{office.sales.id}/p")
    assert link.endswith(f"?thread_ts={root.ts}&cid={office.sales.id}")


def test_unfurls_that_are_none(office: Any) -> None:
    """Only links of the message are unfurled."""
    message = office.world.post(office.sales, office.rep.id, "see https://acme.example")
    where = {"channel": office.sales.id, "ts": message.ts}

    assert "missing_unfurls" == office.refused("chat.unfurl", **where)
    assert "invalid_unfurls_format" == office.refused("chat.unfurl", **where, unfurls="[]")
    assert "cannot_unfurl_url" == office.refused("chat.unfurl", **where, unfurls={"https://b.example": {}})
    assert "cannot_find_message" == office.refused("chat.unfurl", channel=office.sales.id, ts="1700000000.000001")
    assert "cannot_find_channel" == office.refused("chat.unfurl")
