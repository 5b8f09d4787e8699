"""Reactions and pins are set once and taken back once."""

from typing import Any

import pytest


@pytest.fixture
def where(office: Any) -> dict[str, str]:
    """A message of the rep's."""
    return {"channel": office.sales.id, "timestamp": office.world.post(office.sales, office.rep.id, "hi").ts}


def test_reactions(office: Any, where: dict[str, str]) -> None:
    """A reaction is set once, by a name that is one, and is gone when everybody took it back."""
    assert office.ask("reactions.add", **where, name="eyes")["ok"]
    assert "already_reacted" == office.refused("reactions.add", **where, name="eyes")
    assert "invalid_name" == office.refused("reactions.add", **where, name=":eyes:")
    assert "invalid_name" == office.refused("reactions.add", **where)
    office.world.react(office.sales.timeline[0], office.rep.id, "eyes")
    assert office.ask("reactions.remove", **where, name="eyes")["ok"]
    assert "no_reaction" == office.refused("reactions.remove", **where, name="eyes")
    assert {"eyes": [office.rep.id]} == office.sales.timeline[0].reactions
    assert 1 == len(office.ask("reactions.list", user=office.rep.id)["items"])
    office.world.unreact(office.sales.timeline[0], office.rep.id, "eyes")
    assert {} == office.sales.timeline[0].reactions


def test_pins(office: Any, where: dict[str, str]) -> None:
    """A message is pinned once, and its pin taken out once."""
    assert office.ask("pins.add", **where)["ok"]
    assert "already_pinned" == office.refused("pins.add", **where)
    assert 1 == len(office.ask("pins.list", channel=office.sales.id)["items"])
    assert office.ask("pins.remove", **where)["ok"]
    assert "no_pin" == office.refused("pins.remove", **where)
    assert [] == office.ask("pins.list", channel=office.sales.id)["items"]


def test_only_what_is_there(office: Any) -> None:
    """Marks go to messages of channels that the app is in."""
    where = {"channel": office.sales.id, "timestamp": "1700000000.000001"}
    assert "message_not_found" == office.refused("reactions.get", **where)
    assert "not_in_channel" == office.refused("pins.list", channel=office.lobby.id)
