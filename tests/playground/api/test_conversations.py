"""Channels and direct messages: what an app may see, open and change."""

from typing import Any

import pytest


def names(answer: dict[str, Any]) -> set[str]:
    """The names of an answer's channels."""
    return {channel.get("name", channel["id"]) for channel in answer["channels"]}


def test_shapes(office: Any) -> None:
    """A channel says what it is: public, private, shared with another company, or a direct message."""

    def shape(channel: str) -> dict[str, Any]:
        return dict(office.ask("conversations.info", channel=channel)["channel"])

    office.world.join(office.deals, office.app.bot_user)
    public, private, shared, direct = (shape(one.id) for one in (office.sales, office.deals, office.shared, office.dm))
    assert (True, False, False, True) == tuple(public[f"is_{k}"] for k in ("channel", "private", "im", "member"))
    assert (False, True, True) == tuple(private[f"is_{k}"] for k in ("channel", "private", "group"))
    assert (True, 2) == (shared["is_ext_shared"], len(shared["shared_team_ids"]))
    assert (True, office.rep.id) == (direct["is_im"], direct["user"])


def test_lists(office: Any) -> None:
    """A list holds the types that are asked for, public channels without, and only what the app sees."""
    office.world.channels[office.lobby.id].is_archived = True

    assert {"sales", "lobby", "with-partner"} == names(office.ask("conversations.list"))
    assert {"sales", "with-partner"} == names(office.ask("conversations.list", exclude_archived=True))
    assert {office.dm.id} == names(office.ask("conversations.list", types="im,private_channel"))
    assert {"sales", "lobby", "with-partner"} == names(office.ask("users.conversations", user=office.rep.id))
    assert "invalid_types" == office.refused("conversations.list", types="public")
    assert "im:read" == office.limited("channels:read").ask("conversations.list", types="im")["needed"]


def test_lists_come_in_parts(office: Any) -> None:
    """Following the cursor gives every member once."""
    people = [office.world.add_user(office.app.team, f"person-{number}").id for number in range(5)]
    for person in people:
        office.world.join(office.lobby, person)
    found: list[str] = []
    cursor = ""
    while True:
        answer = office.ask("conversations.members", channel=office.lobby.id, limit=2, cursor=cursor)
        found += answer["members"]
        cursor = answer["response_metadata"]["next_cursor"]
        if not cursor:
            break

    assert [office.rep.id, *people] == found


def test_another_company_sees_only_what_is_shared(office: Any) -> None:
    """An app of another company sees the shared channel and those in it, and nothing else."""
    theirs = office.world.install(office.partner.team, {}, office.app.scopes)
    office.world.join(office.shared, theirs.bot_user)

    def ask(method: str, **arguments: Any) -> dict[str, Any]:
        return dict(office.api.call(method, arguments, theirs.bot_token).body)

    assert {"with-partner"} == names(ask("conversations.list"))
    assert "channel_not_found" == ask("conversations.info", channel=office.sales.id)["error"]
    assert ask("users.info", user=office.rep.id)["user"]["is_stranger"] is True
    assert "user_not_visible" == ask("users.info", user=office.guest.id)["error"]


def test_opening(office: Any) -> None:
    """A direct message is opened once; nobody and unknown people are refused."""
    first = office.ask("conversations.open", users=office.guest.id, return_im=True)["channel"]
    assert first["id"] == office.ask("conversations.open", channel=first["id"])["channel"]["id"]
    assert office.guest.id == first["user"]
    assert "users_list_not_supplied" == office.refused("conversations.open")
    assert "user_not_found" == office.refused("conversations.open", users="U1")


def test_opening_with_several(office: Any) -> None:
    """People and the app get one place of their own, whoever is named first; at most eight, and nobody else sees it."""
    both = f"{office.rep.id},{office.guest.id}"
    first = office.ask("conversations.open", users=both, return_im=True)["channel"]
    again = office.ask("conversations.open", users=f"{office.guest.id},{office.rep.id},{office.rep.id}")["channel"]
    assert first["id"] == again["id"]
    assert (True, False, True, False) == tuple(first[f"is_{kind}"] for kind in ("mpim", "im", "private", "group"))
    assert first["name"].startswith("mpdm-")
    assert {office.rep.id, office.guest.id, office.app.bot_user} == set(office.world.channels[first["id"]].members)
    assert {first["name"]} == names(office.ask("conversations.list", types="mpim"))
    assert office.ask("chat.postMessage", channel=first["id"], text="Hello both")["ok"]
    seen = office.world.channels[first["id"]]
    other = office.world.add_user(office.app.team, "other")
    assert (True, False) == tuple(office.world.may_see(one, seen) for one in (office.rep, other))


def test_whom_no_group_takes(office: Any) -> None:
    """More than eight people, apps and those who left are refused, and so is an app without the scope."""
    nine = [office.world.add_user(office.app.team, f"person-{number}") for number in range(9)]
    assert "too_many_users" == office.refused("conversations.open", users=",".join(one.id for one in nine))
    nine[0].deleted = True
    assert "user_disabled" == office.refused("conversations.open", users=f"{nine[0].id},{nine[1].id}")
    assert "user_not_found" == office.refused("conversations.open", users=f"U1,{nine[1].id}")
    both = f"{office.app.bot_user},{nine[1].id}"
    assert "cannot_dm_bot" == office.refused("conversations.open", users=both)
    assert (
        "mpim:write"
        == office.limited("im:write").ask("conversations.open", users=f"{nine[1].id},{nine[2].id}")["needed"]
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", "invalid_name_required"),
        ("Has Space", "invalid_name_specials"),
        ("UP", "invalid_name_specials"),
        ("sales", "name_taken"),
    ],
)
def test_names_that_are_none(office: Any, name: str, expected: str) -> None:
    """A new channel wants a free name of small letters."""
    assert expected == office.refused("conversations.create", name=name)


def test_joining_and_leaving(office: Any) -> None:
    """An app joins public channels that are open, once, and leaves channels, not direct messages."""
    assert "warning" not in office.ask("conversations.join", channel=office.lobby.id)
    assert "already_in_channel" == office.ask("conversations.join", channel=office.lobby.id)["warning"]
    assert {"ok": True} == office.ask("conversations.leave", channel=office.lobby.id)
    assert office.ask("conversations.leave", channel=office.lobby.id)["not_in_channel"]
    office.lobby.is_archived = True
    assert "is_archived" == office.refused("conversations.join", channel=office.lobby.id)
    error = "method_not_supported_for_channel_type"
    assert error == office.refused("conversations.join", channel=office.dm.id)
    assert error == office.refused("conversations.leave", channel=office.dm.id)


def test_inviting(office: Any) -> None:
    """People are invited all or none."""
    where = {"channel": office.sales.id}
    both = f"{office.guest.id},U0NOBODY"
    assert "user_not_found" == office.refused("conversations.invite", **where, users=both)
    assert office.guest.id not in office.sales.members
    assert office.ask("conversations.invite", **where, users=office.guest.id)["ok"]
    assert "already_in_channel" == office.refused("conversations.invite", **where, users=office.guest.id)
    assert "cant_invite_self" == office.refused("conversations.invite", **where, users=office.app.bot_user)
    assert "no_user" == office.refused("conversations.invite", **where)
    assert "not_in_channel" == office.refused("conversations.invite", channel=office.lobby.id, users=office.guest.id)


def test_marking(office: Any) -> None:
    """How far a channel was read is a moment."""
    assert "invalid_timestamp" == office.refused("conversations.mark", channel=office.sales.id, ts="now")
    assert office.ask("conversations.mark", channel=office.sales.id, ts="1790000000.000001")["ok"]
    assert "1790000000.000001" == office.sales.last_read
