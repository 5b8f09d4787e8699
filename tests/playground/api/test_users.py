"""People, apps and the workspace."""

from typing import Any


def test_a_person(office: Any) -> None:
    """A person has a time zone with its offset of the day, and shows the address only to whom it is granted."""
    shown = office.ask("users.info", user=office.rep.id, include_locale=True)["user"]

    assert ("Europe/Stockholm", 7200, "en-US") == (shown["tz"], shown["tz_offset"], shown["locale"])
    assert "rep@home.example" == shown["profile"]["email"]
    limited = office.limited("users:read").ask("users.info", user=office.rep.id)["user"]
    assert ("locale" in limited, "email" in limited["profile"]) == (False, False)


def test_guests_and_bots(office: Any) -> None:
    """Guests and bots are told apart."""
    guest = office.ask("users.info", user=office.guest.id)["user"]
    bot = office.ask("users.info", user=office.app.bot_user)["user"]

    assert (True, False) == (guest["is_restricted"], guest["is_bot"])
    assert (True, office.app.app) == (bot["is_bot"], bot["profile"]["api_app_id"])


def test_nobody(office: Any) -> None:
    """An unknown person is not found, and an unknown address neither."""
    office.rep.deleted = True
    assert "user_not_found" == office.refused("users.info", user="U0NOBODY")
    assert "user_not_found" == office.refused("users.info")
    assert "users_not_found" == office.refused("users.lookupByEmail", email="rep@home.example")
    assert "users_not_found" == office.refused("users.lookupByEmail", email="nobody@home.example")
    assert "user_not_found" == office.refused("dnd.info", user="U0NOBODY")


def test_other_bots_and_workspaces(office: Any) -> None:
    """A bot or a workspace that is not there is not found."""
    assert "bot_not_found" == office.refused("bots.info", bot="B0NOBODY")
    assert "team_not_found" == office.refused("team.info", team="T0NOWHERE")
    assert "Home" == office.ask("team.info", team=office.app.team)["team"]["name"]


def test_a_token_that_is_only_tried_stays(office: Any) -> None:
    """auth.revoke with test takes nothing away."""
    assert {"ok": True, "revoked": False} == office.ask("auth.revoke", test=True)
    assert "Fika" == office.world.users[office.ask("auth.test")["user_id"]].real_name
