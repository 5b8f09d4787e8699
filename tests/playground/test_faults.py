"""What goes wrong on request goes wrong exactly so, for a real client, and nothing goes wrong by itself."""

import json
import time
from http.client import IncompleteRead, RemoteDisconnected
from typing import Any
from urllib.error import URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from websockets.sync.client import connect

from bot.playground.faults import Faults, Wrong
from bot.playground.server import LocalSlack
from tests.playground.echo import Echo, manifest

CUT = (RemoteDisconnected, IncompleteRead, ConnectionResetError, URLError)


@pytest.fixture
def client(slack: LocalSlack) -> WebClient:
    """The client of an app that nothing is delivered to."""
    installed = slack.install(manifest(events=[]), channels=["sales"])
    return WebClient(installed.bot_token, base_url=slack.api_url, retry_handlers=[])


def _posted(slack: LocalSlack) -> list[str]:
    return [message.text for message in slack.person("rep").messages("sales")]


def _post(slack: LocalSlack, client: WebClient, text: str = "hello") -> Any:
    return client.chat_postMessage(channel=slack.person("rep").channel("sales").id, text=text)


def test_a_rate_limit_says_how_long_to_wait(slack: LocalSlack, client: WebClient) -> None:
    """The answer is 429 with Retry-After, once; a client that retries gets through."""
    slack.faults.rate_limit("chat.postMessage", retry_after=1)
    with pytest.raises(SlackApiError) as refused:
        _post(slack, client)
    assert refused.value.response.status_code == 429
    assert refused.value.response.headers["retry-after"] == "1"
    slack.faults.rate_limit("chat.postMessage", retry_after=1)
    client.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=1))
    _post(slack, client)
    assert _posted(slack) == ["hello"]


@pytest.mark.parametrize("error", ["invalid_blocks", "user_not_in_channel", "expired_trigger_id"])
def test_any_error_of_slacks_is_answered(slack: LocalSlack, client: WebClient, error: str) -> None:
    """The error that was asked for is answered as often as was asked for, and nothing is done."""
    slack.faults.refuse("chat.*", error, times=2, needed="a scope")
    for _ in range(2):
        with pytest.raises(SlackApiError) as refused:
            _post(slack, client)
        assert (refused.value.response["error"], refused.value.response["needed"]) == (error, "a scope")
    assert _posted(slack) == []
    _post(slack, client)
    assert slack.faults.happened[0][0] == "chat.postMessage"


def test_a_broken_server_and_a_cut_connection(slack: LocalSlack, client: WebClient) -> None:
    """A 500 and a connection that is cut leave nothing behind."""
    slack.faults.break_down("chat.postMessage")
    with pytest.raises(SlackApiError) as refused:
        _post(slack, client)
    assert refused.value.response.status_code == 500
    slack.faults.drop("chat.postMessage")
    with pytest.raises(CUT):
        _post(slack, client)
    assert _posted(slack) == []


def test_an_answer_may_be_lost_after_the_effect(slack: LocalSlack, client: WebClient) -> None:
    """The message is posted, and the client does not learn of it: by a cut, or by an error."""
    slack.faults.lose_answer("chat.postMessage")
    with pytest.raises(CUT):
        _post(slack, client, "one")
    slack.faults.lose_answer("chat.postMessage", "internal_error")
    with pytest.raises(SlackApiError, match="internal_error"):
        _post(slack, client, "two")
    assert _posted(slack) == ["one", "two"]


def test_an_answer_may_be_slow(slack: LocalSlack, client: WebClient) -> None:
    """The call succeeds, later."""
    slack.faults.slow("chat.postMessage", 0.2)
    begun = time.monotonic()
    _post(slack, client)
    assert time.monotonic() - begun >= 0.2
    assert _posted(slack) == ["hello"]


def test_only_the_calls_that_are_meant_go_wrong(slack: LocalSlack, client: WebClient) -> None:
    """A test of the arguments decides which calls go wrong, in forms and in JSON alike."""
    slack.faults.plan(
        "chat.postMessage",
        Wrong(error="invalid_blocks"),
        times=None,
        where=lambda arguments: arguments.get("text") == "bad",
    )
    _post(slack, client, "good")
    for _ in range(2):
        with pytest.raises(SlackApiError, match="invalid_blocks"):
            _post(slack, client, "bad")
    with pytest.raises(SlackApiError, match="invalid_blocks"):
        client.api_call("chat.postMessage", json={"channel": "C1", "text": "bad"})
    with pytest.raises(SlackApiError, match="channel_not_found"):
        client.api_call("chat.postMessage", json={"channel": "C1", "text": "good"})
    slack.faults.clear()
    _post(slack, client, "bad")
    assert _posted(slack) == ["good", "bad"]


def test_response_urls_go_wrong_too(slack: LocalSlack, socket_echo: Echo) -> None:
    """The fault `response` is one of response URLs."""
    rep = slack.person("rep")
    slack.faults.break_down("response")
    rep.command("/echo lost", "#sales")
    until = time.monotonic() + 30
    while not slack.faults.happened and time.monotonic() < until:
        time.sleep(0.01)
    rep.command("/echo kept", "#sales")
    rep.wait_for_message("kept")
    assert [message.text for message in rep.messages("sales") if message.app] == ["kept"]


def test_a_duplicate_arrives_twice_with_one_id(slack: LocalSlack, socket_echo: Echo) -> None:
    """The next delivery comes twice, as the same event."""
    slack.faults.duplicate()
    rep = slack.person("rep")
    rep.mention("#sales", "hello")
    rep.mention("#sales", "goodbye")
    rep.wait_for_message("goodbye")
    rep.quiet()
    assert len(socket_echo.bodies) == len({body["event_id"] for body in socket_echo.bodies}) + 1


def test_events_may_be_reordered(slack: LocalSlack) -> None:
    """What was gathered is sent the latest first."""
    installed = slack.install(manifest(events=["message.im"]))
    with connect(slack.sockets.open(installed)) as wire:
        wire.recv(timeout=30)
        slack.faults.reorder(3)
        rep = slack.person("rep", installed)
        for word in ("one", "two", "three", "four"):
            rep.dm(word)
        heard = [json.loads(wire.recv(timeout=30)) for _ in range(4)]
        assert [one["payload"]["event"]["text"] for one in heard] == ["three", "two", "one", "four"]


def test_a_retry_may_be_the_only_delivery(slack: LocalSlack, echo: Echo) -> None:
    """The first try is lost, and what arrives says that it is the second."""
    slack.faults.only_as_retry()
    rep = slack.person("rep")
    rep.dm("hello")
    rep.wait_for_message("hello")
    found = [headers for body, headers in zip(echo.bodies, echo.headers, strict=True) if body in echo.of("message")]
    assert found[0]["x-slack-retry-num"] == ["1"]
    assert sum(body["event"]["user"] == rep.user.id for body in echo.of("message")) == 1


def test_slack_may_be_down_for_a_while(slack: LocalSlack, http_echo: Echo) -> None:
    """While it is down calls are cut and nothing is delivered; afterwards everything arrives."""
    rep = slack.person("rep")
    rep.quiet()
    slack.down(600)
    rep.dm("hello")
    with pytest.raises(CUT):
        WebClient(http_echo.installed.bot_token, base_url=slack.api_url, retry_handlers=[]).auth_test()
    assert http_echo.of("message") == []
    slack.faults.clear()
    rep.wait_for_message("hello")


def test_the_latest_of_what_was_held_comes_first() -> None:
    """Deliveries are held until there are as many as were asked for."""
    faults = Faults(lambda: 0.0)
    assert not faults.holds(1)
    faults.reorder(3)
    assert [faults.holds(count) for count in (1, 2, 3, 1)] == [True, True, False, False]
