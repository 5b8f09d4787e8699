"""Calling Slack: what each of its answers means, and nothing said about it in any log."""

import logging
import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.client import LONGEST_PAUSE, PAUSE, SHAPE, Refusal, ask, send_to, web_client
from bot.slack.errors import SlackBusy, SlackRefused
from tests.slack.scripted import Scripted, Wrong, serving


@pytest.fixture
def slack() -> Iterator[Scripted]:
    """A Slack that takes everything until it is told otherwise."""
    state = Scripted()
    with serving(state):
        yield state


def outcome(slack: Scripted, wrong: Wrong) -> BaseException | None:
    """What comes of a call."""
    slack.always["api.test"] = wrong
    client = web_client("xoxb-secret", slack.api_url, timeout=5)
    try:
        ask(lambda: client.api_test(error="the text"))
    except (Refusal, SlackBusy, SlackRefused) as raised:
        return raised
    return None


@pytest.mark.parametrize("end", ["", "/", "//"])
def test_address(slack: Scripted, end: str) -> None:
    """The address may end with a slash or not."""
    client = web_client("xoxb-1", slack.api_url.rstrip("/") + end)

    assert {"ok": True} == dict(ask(client.api_test))
    assert ["api.test"] == slack.methods()


@pytest.mark.parametrize("code", ["channel_not_found", "not_in_channel", "something_new"])
def test_refused(slack: Scripted, code: str) -> None:
    """A refusal has Slack's own code."""
    refused = outcome(slack, Wrong(code))

    assert isinstance(refused, Refusal)
    assert (code, False, False) == (refused.code, refused.of_shape, refused.for_good)


@pytest.mark.parametrize("code", [*sorted(SHAPE), "unknown_block"])
def test_shape(slack: Scripted, code: str) -> None:
    """What is refused for its shape may pass in a simpler one, with whatever status it is refused."""
    for status in (200, 400, 500):
        refused = outcome(slack, Wrong(code, status=status if code in SHAPE else 200))

        assert isinstance(refused, Refusal)
        assert refused.of_shape


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Wrong("unknown_method"), "unknown_method"),
        (Wrong("missing_scope"), "missing_scope"),
        (Wrong(status=404, body="<html>"), "unknown_method"),
        (Wrong(status=405, body=""), "unknown_method"),
    ],
)
def test_absent(slack: Scripted, wrong: Wrong, code: str) -> None:
    """A method that is not there is not there for good."""
    refused = outcome(slack, wrong)

    assert isinstance(refused, Refusal)
    assert (code, True) == (refused.code, refused.for_good)


@pytest.mark.parametrize(
    ("wrong", "code"), [(Wrong(status=413, body=""), "request_too_large"), (Wrong(status=403, body="no"), "http_403")]
)
def test_refused_without_words(slack: Scripted, wrong: Wrong, code: str) -> None:
    """A refusal without a code of Slack's gets one."""
    refused = outcome(slack, wrong)

    assert isinstance(refused, Refusal)
    assert code == refused.code


@pytest.mark.parametrize("code", ["invalid_auth", "token_revoked", "token_expired", "account_inactive", "not_authed"])
def test_token(slack: Scripted, code: str) -> None:
    """A token that is not accepted is a matter for whoever runs Fika, who learns what to do but not the token."""
    refused = outcome(slack, Wrong(code))

    assert isinstance(refused, SlackRefused)
    assert code == refused.code
    assert "SLACK_BOT_TOKEN" in str(refused)
    assert "secret" not in str(refused)


def test_token_without_words(slack: Scripted) -> None:
    """The same is said by the status alone."""
    refused = outcome(slack, Wrong(status=401, body=""))

    assert isinstance(refused, SlackRefused)
    assert "http_401" == refused.code


@pytest.mark.parametrize(
    ("said", "after"),
    [("30", 30.0), ("1.5", 1.5), ("0", 1.0), ("999999", LONGEST_PAUSE), ("nan", PAUSE), ("soon", PAUSE), (None, PAUSE)],
)
def test_limited(slack: Scripted, said: str | None, after: float) -> None:
    """Slack says how long to wait; a wait that is none is a short one. Nothing was sent."""
    headers = {} if said is None else {"retry-after": said}
    busy = outcome(slack, Wrong("ratelimited", status=429, headers=headers))

    assert isinstance(busy, SlackBusy)
    assert (after, False) == (busy.after, busy.sent)


def test_limited_with_a_word_alone(slack: Scripted) -> None:
    """A limit may come as a word, without its status."""
    busy = outcome(slack, Wrong("ratelimited"))

    assert isinstance(busy, SlackBusy)
    assert not busy.sent


@pytest.mark.parametrize(
    "wrong",
    [
        Wrong("internal_error"),
        Wrong("fatal_error"),
        Wrong("service_unavailable"),
        Wrong(status=500, body=""),
        Wrong(status=502, body="<html>"),
        Wrong("odd", status=503),
        Wrong(body="<html>a proxy</html>"),
        Wrong(body=""),
        Wrong(body='{"ok": false}'),
        Wrong(status=0),
    ],
)
def test_busy(slack: Scripted, wrong: Wrong) -> None:
    """Where something went wrong on the way, the call may have arrived."""
    busy = outcome(slack, wrong)

    assert isinstance(busy, SlackBusy)
    assert (PAUSE, True) == (busy.after, busy.sent)


def test_never_repeated(slack: Scripted) -> None:
    """What may have arrived is not sent again by the client itself."""
    for wrong in (Wrong(status=0), Wrong(status=500, body=""), Wrong(status=429)):
        outcome(slack, wrong)
        slack.always.clear()

    assert 3 == len(slack.methods())


def test_nobody_there() -> None:
    """Where nobody listens nothing was sent."""
    state = Scripted()
    with serving(state):
        pass

    for call in (lambda: ask(web_client("x", state.api_url).api_test), lambda: send_to(state.hook_url, {"text": "x"})):
        with pytest.raises(SlackBusy) as busy:
            call()
        assert not busy.value.sent


def test_no_answer() -> None:
    """Where no answer comes in time, the call may have arrived."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        for call in (
            lambda: ask(web_client("x", url, timeout=1).api_test),
            lambda: send_to(url, {"text": "x"}, timeout=1),
        ):
            with pytest.raises(SlackBusy) as busy:
                call()
            assert busy.value.sent


def test_no_address() -> None:
    """An address that is none is a refusal: nothing was sent."""
    with pytest.raises(Refusal):
        ask(web_client("x", "ftp://x").api_test)


@pytest.mark.parametrize("body", ["ok", "", '{"ok": true}', "Thanks!", "[]"])
def test_response_url(slack: Scripted, body: str) -> None:
    """A response URL says yes in several ways."""
    slack.always["hook"] = Wrong(body=body)

    send_to(slack.hook_url, {"text": "x"})


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Wrong(status=404, body="used_url"), "used_url"),
        (Wrong(status=400, body="invalid_payload"), "invalid_payload"),
        (Wrong(body="no_text"), "no_text"),
        (Wrong("expired_url"), "expired_url"),
        (Wrong(body='{"ok": false}'), "client_error"),
    ],
)
def test_response_url_is_refused(slack: Scripted, wrong: Wrong, code: str) -> None:
    """And it says no in several ways, with any status."""
    slack.always["hook"] = wrong

    with pytest.raises(Refusal) as refused:
        send_to(slack.hook_url, {"text": "x"})
    assert code == refused.value.code


@pytest.mark.parametrize(("wrong", "sent"), [(Wrong(status=500, body=""), True), (Wrong(status=429), False)])
def test_response_url_is_busy(slack: Scripted, wrong: Wrong, *, sent: bool) -> None:
    """It may be busy as well."""
    slack.always["hook"] = wrong

    with pytest.raises(SlackBusy) as busy:
        send_to(slack.hook_url, {"text": "x"})
    assert sent is busy.value.sent


@given(text=st.text(alphabet=st.characters(min_codepoint=0, max_codepoint=0x10FFFF), min_size=1))
def test_any_text(text: str) -> None:
    """No text breaks a call, not even one that is no Unicode."""
    state = Scripted()
    with serving(state):
        client = web_client("xoxb-1", state.api_url)
        ask(lambda: client.chat_postMessage(channel="D1", text=f"x{text}"))

        assert f"x{text}" == state.messages[0]["text"]


def test_nothing_is_logged(slack: Scripted, caplog: pytest.LogCaptureFixture) -> None:
    """Neither tokens nor texts nor addresses stand in any log, however much is logged and whatever goes wrong."""
    caplog.set_level(logging.DEBUG)
    for wrong in (Wrong("odd"), Wrong(body="the text"), Wrong(status=500, body="the text"), Wrong(status=0)):
        outcome(slack, wrong)
        slack.always["hook"] = wrong
        with suppress(Refusal, SlackBusy):
            send_to(slack.hook_url, {"text": "the text"})

    assert "" == caplog.text
