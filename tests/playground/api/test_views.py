"""Modals and the Home tab: triggers that live three seconds, at most three modals, and a hash against races."""

from typing import Any

import pytest

MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "Answers"}, "blocks": [{"type": "divider"}]}
HOME = {"type": "home", "blocks": [{"type": "divider"}]}


def trigger(office: Any) -> str:
    """A fresh trigger of the rep's."""
    return str(office.world.trigger(office.app, office.rep.id))


def test_a_trigger_lives_three_seconds_and_works_once(office: Any) -> None:
    """Too late, a second time, a foreign or an unknown trigger opens nothing."""
    first, second = trigger(office), trigger(office)
    foreign = office.world.trigger(office.limited("chat:write").app, office.rep.id)
    assert office.ask("views.open", trigger_id=first, view=MODAL)["ok"]

    assert "exchanged_trigger_id" == office.refused("views.open", trigger_id=first, view=MODAL)
    assert "invalid_trigger_id" == office.refused("views.open", trigger_id="1.2.3", view=MODAL)
    assert "invalid_trigger_id" == office.refused("views.open", trigger_id=foreign, view=MODAL)
    assert "invalid_arguments" == office.refused("views.open", view=MODAL)
    office.world.clock.advance(3)
    assert "expired_trigger_id" == office.refused("views.open", trigger_id=second, view=MODAL)


def test_a_refused_view_leaves_the_trigger(office: Any) -> None:
    """A payload that is refused costs nothing: the same trigger opens the next one."""
    id_ = trigger(office)
    faulty = {**MODAL, "title": {"type": "plain_text", "text": "x" * 25}}

    assert "invalid_arguments" == office.refused("views.open", trigger_id=id_, view=faulty)
    assert ["views.open"] == [refusal.method for refusal in office.world.refusals]
    assert office.ask("views.open", trigger_id=id_, view=MODAL)["ok"]


@pytest.mark.parametrize("view", [None, "no json", [], HOME, {}])
def test_views_that_are_none(office: Any, view: Any) -> None:
    """No view, no JSON and a Home tab open no modal."""
    assert "invalid_arguments" == office.refused("views.open", trigger_id=trigger(office), view=view)
    assert {} == office.world.modals


def test_three_modals_at_most(office: Any) -> None:
    """Nothing is laid on nothing, and no fourth modal on three; the refused trigger still works."""
    assert "not_found" == office.refused("views.push", trigger_id=trigger(office), view=MODAL)
    office.ask("views.open", trigger_id=trigger(office), view=MODAL)
    for _ in range(2):
        assert office.ask("views.push", trigger_id=trigger(office), view=MODAL)["ok"]
    fourth = trigger(office)
    assert "push_limit_reached" == office.refused("views.push", trigger_id=fourth, view=MODAL)
    assert office.ask("views.open", trigger_id=fourth, view=MODAL)["ok"]
    assert 1 == len(office.world.modals[office.rep.id])


def test_updates(office: Any) -> None:
    """An open view is found by its id or its app's own id; what was filled in stays; an old hash is refused."""
    block = {
        "type": "input",
        "block_id": "size",
        "label": {"type": "plain_text", "text": "Size"},
        "element": {"type": "plain_text_input", "action_id": "value"},
    }
    form = {**MODAL, "submit": {"type": "plain_text", "text": "Save"}, "blocks": [block], "external_id": "form"}
    view = office.ask("views.open", trigger_id=trigger(office), view=form)["view"]
    office.world.modals[office.rep.id][0].state = {"size": {"value": {"value": "12"}}, "gone": {}}

    updated = office.ask("views.update", external_id="form", view=form, hash=view["hash"])["view"]
    assert {"values": {"size": {"value": {"value": "12"}}}} == updated["state"]
    assert "hash_conflict" == office.refused("views.update", view_id=view["id"], view=form, hash=view["hash"])
    assert office.ask("views.update", view_id=view["id"], view=form)["ok"]
    assert "not_found" == office.refused("views.update", view_id="V0", view=form)
    assert "invalid_arguments" == office.refused("views.update", view=form)
    assert "not_found" == office.limited().refused("views.update", view_id=view["id"], view=form)
    assert "duplicate_external_id" == office.refused("views.open", trigger_id=trigger(office), view=form)


def test_closed_views_are_gone(office: Any) -> None:
    """A modal that was closed cannot be updated; those upon it close with it."""
    views = [office.ask("views.open", trigger_id=trigger(office), view=MODAL)["view"]["id"]]
    views += [office.ask("views.push", trigger_id=trigger(office), view=MODAL)["view"]["id"] for _ in range(2)]
    stack = office.world.modals[office.rep.id]
    lowest, middle = stack[0], stack[1]

    assert views[:0:-1] == [view.id for view in office.world.close_view(middle)]
    assert "not_found" == office.refused("views.update", view_id=views[1], view=MODAL)
    assert [] == office.world.close_view(middle)
    assert [views[0]] == [view.id for view in office.world.close_view(lowest, everything=True)]


def test_home(office: Any) -> None:
    """The Home tab stays one view with a new hash each time, where the app has one."""
    first = office.ask("views.publish", user_id=office.rep.id, view=HOME)["view"]
    second = office.ask("views.publish", user_id=office.rep.id, view=HOME, hash=first["hash"])["view"]

    assert (first["id"], True) == (second["id"], first["hash"] != second["hash"])
    again = {"user_id": office.rep.id, "view": HOME, "hash": first["hash"]}
    assert "hash_conflict" == office.refused("views.publish", **again)
    assert "user_not_found" == office.refused("views.publish", user_id="U0NOBODY", view=HOME)
    assert "invalid_arguments" == office.refused("views.publish", view=HOME)
    assert "invalid_arguments" == office.refused("views.publish", user_id=office.rep.id, view=MODAL)
    updated = office.ask("views.update", view_id=first["id"], view=HOME)["view"]
    assert "home" == updated["type"]
    plain = office.world.install(office.app.team, {})
    answer = office.api.call("views.publish", {"user_id": office.rep.id, "view": HOME}, plain.bot_token).body
    assert "not_enabled" == answer["error"]


def test_classic_views(office: Any) -> None:
    """In classic mode a view holds classic blocks only."""
    office.world.classic = True
    card = {"type": "card", "title": {"type": "plain_text", "text": "x"}}

    error = office.refused("views.publish", user_id=office.rep.id, view={**HOME, "blocks": [card]})
    assert "invalid_arguments" == error
    assert [] == office.world.refusals
