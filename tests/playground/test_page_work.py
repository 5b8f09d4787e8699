"""The work: what a developer of the app sees of deliveries and calls, and what nobody ever sees."""

import json
from typing import Any

import httpx
import pytest
from slack_sdk.errors import SlackApiError

from bot.playground.delivery import BODIES_KEPT
from bot.playground.page.scene_work import SHOWN, without_secrets
from bot.playground.server import LocalSlack
from tests.playground.echo import BUTTONS, Echo, manifest
from tests.playground.pages import act, of, opened, seen


def _work(slack: LocalSlack, kind: str, name: str = "rep") -> list[dict[str, Any]]:
    parts = of(seen(slack, slack.person(name).user.id, inspecting=True), kind)
    return sorted(parts, key=lambda one: one["number"])


def test_what_was_delivered_is_shown_with_its_answer(slack: LocalSlack, echo: Echo) -> None:
    """The kind, the payload, what the app acknowledged with, and how long that took."""
    rep = slack.person("rep")
    rep.command("/echo ack", "#sales")
    rep.quiet()
    exchange = _work(slack, "exchange")[-1]
    assert (exchange["kind"], exchange["name"], exchange["app"]) == ("slash_commands", "/echo", echo.installed.app)
    assert exchange["envelope"]["text"] == "ack"
    assert exchange["answer"]["text"] == "in the acknowledgement"
    assert (exchange["tries"], exchange["failure"]) == (1, None)
    assert 0 < exchange["seconds"] < 3
    assert abs(exchange["sent_at"] - slack.world.now()) < 60


def test_what_was_not_acknowledged_is_shown_as_such(slack: LocalSlack) -> None:
    """A delivery that failed says why, and has no time."""
    app = slack.install(manifest("Silent"), request_url="http://127.0.0.1:9/")
    rep = slack.person("rep", app)
    rep.press(slack.world.post(rep.dm_channel, app.bot_user, "Look", app, blocks=BUTTONS), "row", "press")
    rep.quiet()
    exchange = _work(slack, "exchange")[-1]
    assert (exchange["failure"], exchange["seconds"], exchange["answer"]) == ("connection_failed", None, None)


def test_calls_are_shown_with_what_the_rules_found(slack: LocalSlack, socket_echo: Echo) -> None:
    """Arguments, the answer, and every fault: refused, or merely dangerous."""
    client = socket_echo.bolt.client
    sales = slack.person("rep").channel("sales").id
    client.chat_postMessage(channel=sales, text="<!channel> hello")
    with pytest.raises(SlackApiError, match="invalid_blocks"):
        client.chat_postMessage(channel=sales, text="x", blocks=[{"type": "nothing"}])
    dangerous, refused = _work(slack, "call")[-2:]
    assert (dangerous["method"], dangerous["ok"], dangerous["error"]) == ("chat.postMessage", True, None)
    assert [one["refused"] for one in dangerous["faults"]] == [False]
    assert dangerous["arguments"]["text"] == "<!channel> hello"
    assert dangerous["response"]["ok"] is True
    assert (refused["ok"], refused["error"]) == (False, "invalid_blocks")
    assert {one["refused"] for one in refused["faults"]} == {True}
    assert refused["faults"][0]["pointer"].startswith("/blocks/0")
    assert refused["number"] == dangerous["number"] + 1


def test_nothing_is_shown_to_whoever_does_not_inspect(slack: LocalSlack, socket_echo: Echo) -> None:
    """The work is sent while the inspector is open, as it happens, and taken back when it is closed."""
    rep = slack.person("rep")
    assert socket_echo.installed
    with opened(slack) as page:
        page.look(rep.user.id)
        assert of(page.parts, "call") == []
        page.look(rep.user.id, inspecting=True)
        act(slack, rep.user.id, "dm", text="hello")
        page.until("chat.postMessage")
        while of(page.parts, "exchange")[-1]["seconds"] is None:
            page.take()
        page.look(rep.user.id)
        assert of(page.parts, "call") + of(page.parts, "exchange") == []


def test_no_part_holds_a_secret(slack: LocalSlack, socket_echo: Echo) -> None:
    """No token, signing secret, or ticket, wherever an app wrote it; not in the page, nor in any part."""
    app, rep = socket_echo.installed, slack.person("rep")
    rep.say("sales", "hello")
    rep.mention("sales", "hello")
    rep.quiet()
    body = {"token": app.bot_token, "channel": "C", "text": f"mine is {app.bot_token}, and {app.app_token}"}
    httpx.post(f"{slack.api_url}chat.postMessage", data=body)
    httpx.post(f"{slack.api_url}apps.connections.open", headers={"authorization": f"Bearer {app.app_token}"})
    page = httpx.get(slack.base_url, params={"person": "rep", "channel": rep.channel("sales").id}).text
    shown = json.dumps([seen(slack, one.id, inspecting=True) for one in slack.world.users.values()])
    assert "mine is" in shown
    for secret in (app.bot_token, app.app_token, app.signing_secret, "ticket-"):
        assert secret not in shown
        assert secret not in page


def test_secrets_are_left_out_at_any_depth() -> None:
    """A token that stands in a text, in a list, or under its own name."""
    given = {"token": "t", "a": [{"b": ("xoxb-1-2-abc!", 7)}, "see xapp-1-A-f00"]}
    assert without_secrets(given) == {"a": [{"b": ["…!", 7]}, "see …"]}


def test_only_the_latest_is_kept(slack: LocalSlack, socket_echo: Echo) -> None:
    """The latest hundred of each are shown; numbers grow on after everything was forgotten."""
    rep = slack.person("rep")
    first = len(slack.deliveries.tracks)
    last = first + BODIES_KEPT + 5
    for number in range(BODIES_KEPT + 5):
        rep.command("/echo ack", "#sales") if number % 2 else rep.open_home()
    rep.quiet(seconds=30)
    exchanges = _work(slack, "exchange")
    assert [one["number"] for one in exchanges] == list(range(last + 1 - SHOWN, last + 1))
    kept = [track for track in slack.deliveries.tracks if track.body is not None]
    assert [track.number for track in kept] == list(range(last + 1 - BODIES_KEPT, last + 1))
    assert [track.answer for track in slack.deliveries.tracks[:5]] == [None] * 5
    for _ in range(SHOWN + 10):
        socket_echo.bolt.client.auth_test()
    before = [one["number"] for one in _work(slack, "call")]
    assert len(before) == SHOWN
    slack.reset()
    assert _work(slack, "call") == _work(slack, "exchange") == []
    socket_echo.bolt.client.auth_test()
    assert [one["number"] for one in _work(slack, "call")] == [before[-1] + 1]


def test_each_workspace_sees_its_own_work(slack: LocalSlack, socket_echo: Echo) -> None:
    """What an app does in one workspace is not shown in another."""
    slack.person("rep").dm("hello")
    slack.person("rep").wait_for_message("hello")
    assert socket_echo.installed
    assert _work(slack, "exchange") != []
    assert _work(slack, "exchange", "partner") == []
    assert [one for one in _work(slack, "call", "partner") if one["app"] == socket_echo.installed.app] == []
