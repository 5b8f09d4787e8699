"""Payloads as models: who, what and where; which are for us, what is kept of them, and when two are the same."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.slack.payloads import (
    Click,
    Command,
    Halt,
    Looking,
    OnMessage,
    Opened,
    Said,
    Submitted,
    is_for_us,
    kept,
    key_of,
    person_of,
    place_in,
    place_of,
    place_to_answer,
    said_at,
    where,
)
from bot.slack.place import Place
from bot.slack.values import EditForm, OnAccount, ValueForged, Where

TS = "1795363280.812133"


def event(**more: Any) -> dict[str, Any]:
    """A message in the DM, as Slack delivers it."""
    inner = {
        "type": "message",
        "channel_type": "im",
        "channel": "D1",
        "user": "U1",
        "text": "hi",
        "ts": TS,
        "team": "T1",
    }
    return {"team_id": "T1", "event_id": "Ev1", "type": "event_callback", "token": "secret", "event": inner | more}


def click(**more: Any) -> dict[str, Any]:
    """A click on a button, as Slack delivers it."""
    return {
        "type": "block_actions",
        "user": {"id": "U1", "username": "rep", "name": "rep", "team_id": "T1"},
        "trigger_id": "1.2.3",
        "response_url": "https://example.com/respond",
        "container": {"type": "message", "message_ts": TS, "channel_id": "C1"},
        "channel": {"id": "C1", "name": "sales"},
        "actions": [{"action_id": "why", "value": '{"account":1}', "action_ts": TS}],
    } | more


def test_a_direct_message() -> None:
    """In the DM the answer goes beside what was said, or into the thread it was said in."""
    said = Said.of(event())
    threaded = Said.of(event(thread_ts="1.0"))

    assert ("U1", "hi", Place("U1", "D1", None, at=TS), False) == (said.user, said.text, said.place, said.stranger)
    assert "1.0" == threaded.place.thread
    assert datetime(2026, 11, 22, 16, 1, 20, 812133, tzinfo=UTC) == said.at


def test_somebody_of_another_company() -> None:
    """In a shared channel whoever is of another company is a stranger; a colleague is not."""
    shared = event(type="app_mention", channel="C9") | {"is_ext_shared_channel": True}
    theirs = {**shared, "event": {**shared["event"], "team": "T2", "user_team": "T2"}}

    assert (False, True) == (Said.of(shared).stranger, Said.of(theirs).stranger)
    assert Said.of(shared).place.shared


@pytest.mark.parametrize("ts", ["", "never", "1e400", "nan"])
def test_a_time_that_is_none(ts: str) -> None:
    """A timestamp that is no time is none."""
    assert said_at(ts) is None


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (click(), Place("U1", "C1", None, at=TS, response_url="https://example.com/respond")),
        (
            click(container={"type": "message", "message_ts": TS, "channel_id": "D1"}, channel={"id": "D1"}),
            Place("U1", "D1", None, at=TS),
        ),
        (
            click(container={"message_ts": TS, "channel_id": "D1", "thread_ts": "1.0"}, channel={"id": "D1"}),
            Place("U1", "D1", "1.0", at=TS),
        ),
        (
            click(container={"message_ts": TS, "channel_id": "C1", "is_ephemeral": True}),
            Place("U1", "C1", None, at=TS, response_url="https://example.com/respond"),
        ),
        (click(container={"type": "view"}, channel=None, response_url=None), Place("U1")),
    ],
)
def test_where_a_click_is_answered(body: dict[str, Any], place: Place) -> None:
    """In the DM by a message, elsewhere through the click's own response URL, on Home by direct message."""
    assert place == Click.of(body).place
    assert place == place_to_answer(body)


def test_what_a_click_carries() -> None:
    """A button's value, or the value of the option that was chosen; anything else is refused in a sentence."""
    chosen = click(actions=[{"action_id": "pick", "selected_option": {"value": '{"account":7}'}}])
    nothing = click(actions=[{"action_id": "pick", "selected_option": None}])

    assert OnAccount(account=1) == Click.of(click()).carries(OnAccount)
    assert OnAccount(account=7) == Click.of(chosen).carries(OnAccount)
    with pytest.raises(ValueForged, match="not one of mine"):
        Click.of(nothing).carries(OnAccount)


def submission(metadata: str) -> dict[str, Any]:
    """A submitted form, as Slack delivers it."""
    values = {
        "text": {"value": {"type": "plain_text_input", "value": " 120 "}},
        "choice": {"value": {"type": "static_select", "selected_option": {"value": "saas"}}},
        "nothing": {"value": {"type": "static_select", "selected_option": None}},
        "tags": {"value": {"type": "multi_static_select", "selected_options": [{"value": "a"}, {"value": "b"}]}},
        "people": {"value": {"type": "multi_users_select", "selected_users": ["U1", "U2"]}},
        "channel": {"value": {"type": "conversations_select", "selected_conversation": "C1"}},
    }
    view = {
        "id": "V1",
        "hash": "h",
        "callback_id": "edit_answers",
        "private_metadata": metadata,
        "state": {"values": values},
    }
    return {"type": "view_submission", "user": {"id": "U1"}, "view": view, "trigger_id": "1"}


def test_what_a_form_holds() -> None:
    """Every kind of input is read, and an empty one is empty."""
    form = Submitted.of(submission("{}"))

    assert ["120", "saas", "", "C1", ""] == [
        form.text(block) for block in ("text", "choice", "nothing", "channel", "gone")
    ]
    assert [("a", "b"), ("U1", "U2"), ()] == [form.many(block) for block in ("tags", "people", "gone")]
    assert (True, False) == (form.has("text"), form.has("gone"))


def test_a_form_remembers_where_it_was_opened() -> None:
    """The answer to a form goes to where it was opened; one that remembers nonsense is answered by direct message."""
    there = Place("U1", "C1", "1.0", response_url="https://example.com", shared=True)
    remembers = EditForm(account=1, seen=3, where=where(there))

    assert remembers == Submitted.of(submission(remembers.encoded())).remembers(EditForm)
    assert there == place_in(where(there), "U1") == place_to_answer(submission(remembers.encoded()))
    for nonsense in ("", "[]", "{", '{"where": 3}', '{"where": {"x": 1}}'):
        assert Place("U1") == place_to_answer(submission(nonsense))
    with pytest.raises(ValueForged):
        Submitted.of(submission("{")).remembers(EditForm)


def test_commands_shortcuts_and_events() -> None:
    """Each becomes a model with its place."""
    command = {
        "command": "/fika",
        "text": "fit Acme",
        "user_id": "U1",
        "channel_id": "C1",
        "response_url": "u",
        "trigger_id": "9",
    }
    shortcut = {
        "type": "message_action",
        "user": {"id": "U1"},
        "channel": {"id": "C1"},
        "message": {"ts": TS, "text": "Acme"},
        "response_url": "u",
        "trigger_id": "9",
    }
    stop = {"event": {"type": "agent_session_stopped", "user": "U1", "channel": "D1", "thread_ts": "1.0"}}
    context = {"entities": [{"type": "slack#/types/channel_id", "value": "C7"}]}
    looking = {
        "event": {"type": "app_context_changed", "context": context},
        "authorizations": [{"is_bot": False, "user_id": "U1"}],
    }

    assert ("U1", "fit Acme", Place("U1", "C1", response_url="u")) == (
        Command.of(command).user,
        Command.of(command).text,
        place_to_answer(command),
    )
    assert Place("U1", "C1", None, at=TS, response_url="u") == OnMessage.of(shortcut).place == place_to_answer(shortcut)
    assert Place("U1", "D1", "1.0") == Halt.of(stop).place == place_to_answer(stop)
    assert Looking("U1", "C7") == Looking.of(looking)
    assert Looking("U1", None) == Looking.of({**looking, "event": {"type": "app_context_changed", "context": {}}})
    assert Opened("U1", "home", "D1") == Opened.of({"event": {"user": "U1", "tab": "home", "channel": "D1"}})


@pytest.mark.parametrize(
    ("body", "for_us"),
    [
        (event(), True),
        (event(subtype="file_share"), True),
        (event(subtype="message_changed"), False),
        (event(bot_id="B1"), False),
        (event(hidden=True), False),
        (event(user=None), False),
        (event(channel_type="channel"), False),
        (event(type="app_mention", channel_type=None), True),
        (event(type="app_mention", bot_id="B2"), False),
        (click(), True),
    ],
)
def test_what_is_for_us(body: dict[str, Any], for_us: bool) -> None:  # noqa: FBT001
    """What people do is; what bots say, and what only reports a change, is acknowledged and left alone."""
    assert for_us == is_for_us(body)


def test_a_repetition_has_the_same_key() -> None:
    """Events by their id, clicks and commands by their trigger, forms by their view: a repetition is recognised."""
    again = event()
    again["event_time"] = 7
    bodies: list[dict[str, Any]] = [
        event(),
        click(),
        submission("{}"),
        {"command": "/fika", "trigger_id": "1.2.3"},
        {"x": 1},
        {"x": 2},
    ]

    assert key_of(event()) == key_of(again)
    assert len(bodies) == len({key_of(body) for body in bodies})


def test_what_is_kept_is_enough_and_no_more() -> None:
    """Tokens and names are not kept; what a listener reads is."""
    for body in (event(blocks=[{"type": "rich_text"}]), click(), submission('{"account":1}')):
        slim = json.dumps(kept(body))
        for gone in ("secret", "sales", '"rep"', "rich_text"):
            assert gone not in slim
    assert Said.of(kept(event())) == Said.of(event())
    assert Click.of(kept(click())) == Click.of(click())
    assert Submitted.of(kept(submission("{}"))) == Submitted.of(submission("{}"))
    assert ("U1", "U1") == (person_of(kept(event())), person_of(kept(click())))


def test_what_is_stopped_goes_by_the_head_of_its_thread() -> None:
    """A message, its thread and the stop of either share a place."""
    stop = {"event": {"type": "agent_session_stopped", "user": "U1", "channel": "D1", "thread_ts": TS}}

    assert f"D1/{TS}" == place_of(event()) == place_of(stop)
    assert f"C1/{TS}" == place_of(click())
    assert "C1/" == place_of({"command": "/fika", "channel_id": "C1"})
    assert Where() == where(Place("U1"))
