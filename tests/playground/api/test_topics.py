"""What a channel is about, and whether somebody is there."""

from typing import Any

import pytest


@pytest.mark.parametrize("what", ["topic", "purpose"])
def test_a_channel_is_described(office: Any, what: str) -> None:
    """A topic or purpose is set, emptied, and refused where it cannot be."""
    name = f"conversations.set{what.title()}"
    answer = office.ask(name, channel=office.sales.id, **{what: "Bread"})
    assert "Bread" == answer["channel"][what]["value"] == getattr(office.sales, what)
    assert office.ask(name, channel=office.sales.id, **{what: ""})["ok"]
    assert "" == getattr(office.sales, what)
    assert "too_long" == office.refused(name, channel=office.sales.id, **{what: "x" * 251})
    assert "invalid_arguments" == office.refused(name, channel=office.sales.id)
    assert "not_in_channel" == office.refused(name, channel=office.lobby.id, **{what: "x"})
    assert "method_not_supported_for_channel_type" == office.refused(name, channel=office.dm.id, **{what: "x"})
    (said, cleared) = office.sales.timeline
    called = {"topic": "topic", "purpose": "description"}[what]
    assert (f"channel_{what}", f"set the channel {called}: Bread") == (said.subtype, said.text)
    assert f"cleared the channel {called}" == cleared.text
    shown, *_ = reversed(office.ask("conversations.history", channel=office.sales.id)["messages"])
    assert ("Bread", office.app.bot_user, None) == (shown[what], shown["user"], shown.get("blocks"))
    office.sales.is_archived = True
    assert "is_archived" == office.refused(name, channel=office.sales.id, **{what: "x"})


def test_everybody_is_there(office: Any) -> None:
    """Of others an app learns that they are there, of itself also why."""
    assert {"ok": True, "presence": "active"} == office.ask("users.getPresence", user=office.rep.id)
    assert office.ask("users.getPresence")["online"] is True
    assert "user_not_found" == office.refused("users.getPresence", user="U0NOBODY")


def test_what_slack_makes_of_a_text_is_not_the_apps(office: Any) -> None:
    """A text comes back with blocks; sent back with it they change nothing, and other blocks do."""
    sent = office.ask("chat.postMessage", channel=office.sales.id, text="*plain*")
    (kept,) = office.sales.timeline
    assert ["rich_text"] == [one["type"] for one in sent["message"]["blocks"]]
    again = {"channel": office.sales.id, "ts": sent["ts"], "text": "*plain*"}
    assert office.ask("chat.update", **again, blocks=sent["message"]["blocks"])["ok"]
    assert [] == kept.blocks
    assert office.ask("chat.update", **again, blocks=[{"type": "divider"}])["ok"]
    assert ["divider"] == [one["type"] for one in kept.blocks]
