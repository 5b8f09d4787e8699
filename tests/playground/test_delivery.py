"""Deliveries are retried, deduplicated, signed and measured as Slack does it, over both transports."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Self
from urllib.parse import parse_qs

import pytest
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from bot.playground.delivery import Kind, NotQuiet, Pace
from bot.playground.http_mode import AddressRefused
from bot.playground.model import Installed
from bot.playground.server import LocalSlack
from tests.playground.echo import Echo, manifest
from tests.playground.serving import served

IMPATIENT = Pace(deadline=0.3, scale=0.0005, hold=0.3)


@pytest.fixture
def hasty() -> Iterator[LocalSlack]:
    """A local Slack that gives up quickly."""
    with LocalSlack(pace=IMPATIENT) as running:
        yield running


class Wire:
    """An app that speaks Socket Mode by hand, and acknowledges what it is told to."""

    def __init__(self, slack: LocalSlack, installed: Installed) -> None:
        self._stack = ExitStack()
        self._url = slack.sockets.open(installed)

    def __enter__(self) -> Self:
        """Connect, and take the first message."""
        self.socket: ClientConnection = self._stack.enter_context(connect(self._url))
        self.hello = self.next()
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up."""
        self._stack.close()

    def next(self, seconds: float = 30) -> dict[str, Any]:
        """The next message."""
        found: dict[str, Any] = json.loads(self.socket.recv(timeout=seconds))
        return found

    def acknowledge(self, envelope: dict[str, Any], payload: dict[str, Any] | None = None) -> None:
        """Acknowledge an envelope, with an answer or without."""
        more = {"payload": payload} if payload else {}
        self.socket.send(json.dumps({"envelope_id": envelope["envelope_id"]} | more))


@contextmanager
def wired(slack: LocalSlack, count: int = 1) -> Iterator[tuple[Installed, list[Wire]]]:
    """An app with so many connections."""
    installed = slack.install(manifest(events=["message.im"]))
    with ExitStack() as stack:
        yield installed, [stack.enter_context(Wire(slack, installed)) for _ in range(count)]


def test_the_first_word_is_hello(slack: LocalSlack) -> None:
    """A connection begins with how many there are, for which app."""
    with wired(slack, 2) as (installed, wires):
        assert [wire.hello["num_connections"] for wire in wires] == [1, 2]
        assert wires[0].hello["connection_info"] == {"app_id": installed.app}
        assert wires[0].hello["debug_info"]["host"]


def test_a_ticket_works_once(slack: LocalSlack) -> None:
    """The address of a connection cannot be used again."""
    installed = slack.install(manifest())
    url = slack.sockets.open(installed)
    with connect(url), pytest.raises(Exception, match="403"):
        connect(url)


def test_a_ping_is_answered(slack: LocalSlack) -> None:
    """Either side may ask whether the other is still there."""
    with wired(slack) as (_, [wire]):
        assert wire.socket.ping().wait(5)


def test_an_event_is_one_envelope_to_one_connection(slack: LocalSlack) -> None:
    """Each envelope goes to one of the connections, in turn, and is not sent again once it was acknowledged."""
    with wired(slack, 2) as (installed, wires):
        rep = slack.person("rep", installed)
        for word in ("one", "two"):
            rep.dm(word)
        got = [wire.next() for wire in wires]
        for wire, envelope in zip(wires, got, strict=True):
            wire.acknowledge(envelope)
        rep.quiet()
        assert {one["payload"]["event"]["text"] for one in got} == {"one", "two"}
        assert [(one["type"], one["retry_attempt"], one["accepts_response_payload"]) for one in got] == [
            ("events_api", 0, False)
        ] * 2
        assert [track.tries for track in slack.deliveries.tracks] == [1, 1]


def test_what_is_not_acknowledged_comes_again_and_then_no_more(hasty: LocalSlack) -> None:
    """An event is tried four times with the same id, the reason and a rising number, and is then given up."""
    with wired(hasty) as (installed, [wire]):
        rep = hasty.person("rep", installed)
        rep.dm("hello")
        got = [wire.next() for _ in range(4)]
        rep.quiet()
        assert [one["retry_attempt"] for one in got] == [0, 1, 2, 3]
        assert [one["retry_reason"] for one in got] == ["", "timeout", "timeout", "timeout"]
        assert len({one["payload"]["event_id"] for one in got}) == 1
        assert len({one["envelope_id"] for one in got}) == 4
        assert hasty.deliveries.tracks[0].failure == "timeout"


def test_a_connection_that_ends_gives_its_envelopes_back(slack: LocalSlack) -> None:
    """What was sent over a connection that broke is sent at once over another one."""
    with wired(slack) as (installed, [wire]):
        rep = slack.person("rep", installed)
        rep.dm("hello")
        wire.next()
        wire.socket.close()
        with Wire(slack, installed) as other:
            again = other.next()
            other.acknowledge(again)
        rep.quiet()
        assert (again["retry_attempt"], again["payload"]["event"]["text"]) == (1, "hello")


def test_an_event_waits_for_a_connection(slack: LocalSlack) -> None:
    """What happens while the app is away reaches it when it is back, as a first try."""
    installed = slack.install(manifest(events=["message.im"]))
    slack.person("rep", installed).dm("hello")
    with Wire(slack, installed) as wire:
        got = wire.next()
        wire.acknowledge(got)
        slack.deliveries.quiet()
    assert got["retry_attempt"] == 0


def test_connections_are_asked_to_be_renewed(slack: LocalSlack) -> None:
    """A warning leaves the connection in use; after a request to refresh nothing new comes over it."""
    with wired(slack) as (installed, [wire]):
        slack.refresh_connections(installed, warning=True)
        slack.refresh_connections(installed)
        assert [wire.next()["reason"] for _ in range(2)] == ["warning", "refresh_requested"]
        with Wire(slack, installed) as other:
            rep = slack.person("rep", installed)
            for _ in range(2):
                rep.dm("hello")
                other.acknowledge(other.next())
            rep.quiet()


def test_nonsense_is_overlooked(slack: LocalSlack) -> None:
    """What is no acknowledgement changes nothing."""
    with wired(slack) as (installed, [wire]):
        slack.person("rep", installed).dm("hello")
        got = wire.next()
        for text in ("no json", "[]", '{"envelope_id": "unknown"}'):
            wire.socket.send(text)
        wire.acknowledge(got)
        slack.deliveries.quiet()


def test_a_command_is_answered_with_its_acknowledgement(slack: LocalSlack) -> None:
    """The payload of an acknowledgement is what the person sees."""
    with wired(slack) as (installed, [wire]):
        rep = slack.person("rep", installed)
        rep.command("/echo hi", "#sales")
        got = wire.next()
        wire.acknowledge(got, {"text": "hi yourself"})
        assert rep.wait_for_message("hi yourself", "#sales").ephemeral_for == rep.user.id
        assert (got["type"], got["accepts_response_payload"]) == ("slash_commands", True)


def test_a_real_client_comes_back_after_a_cut(slack: LocalSlack, socket_echo: Echo) -> None:
    """Bolt connects anew when its connection is cut or is to be refreshed, and nothing is lost meanwhile."""
    rep = slack.person("rep")
    slack.refresh_connections(socket_echo.installed)
    rep.dm("after a refresh")
    rep.wait_for_message("after a refresh")
    slack.drop_connections(socket_echo.installed)
    rep.dm("after a cut")
    rep.wait_for_message("after a cut", seconds=25)


def test_quiet_says_what_is_missing(slack: LocalSlack) -> None:
    """Waiting for acknowledgements ends, and names what was not acknowledged."""
    installed = slack.install(manifest(events=["message.im"]))
    rep = slack.person("rep", installed)
    rep.dm("hello")
    with pytest.raises(NotQuiet, match="message"):
        rep.quiet(seconds=0.05)


# Signed HTTP

Answering = Callable[[str, int], Response]
"""From a body and how many requests there were to an answer."""


@contextmanager
def addressed(slack: LocalSlack, answering: Answering) -> Iterator[tuple[Installed, list[tuple[str, dict[str, str]]]]]:
    """An app behind an address, and the bodies and headers it got."""
    got: list[tuple[str, dict[str, str]]] = []
    installed = slack.install(manifest(events=["message.im"]))

    async def take(request: Request) -> Response:
        body = (await request.body()).decode()
        got.append((body, dict(request.headers)))
        return answering(body, len(got))

    with served(Starlette(routes=[Route("/", take, methods=["POST"])])) as address:
        installed.request_url = f"{address}/"
        yield installed, got


def test_requests_are_signed(slack: LocalSlack) -> None:
    """The signature is the one that the SDK checks, over the timestamp and the body."""
    with addressed(slack, lambda _body, _count: PlainTextResponse("")) as (installed, got):
        slack.person("rep", installed).dm("hello")
        slack.deliveries.quiet()
        [(body, headers)] = got
        assert SignatureVerifier(installed.signing_secret).is_valid_request(body, headers)
        assert "x-slack-retry-num" not in headers
        assert json.loads(body)["event"]["text"] == "hello"


def test_a_failed_request_is_tried_again(slack: LocalSlack) -> None:
    """After an error the same event comes again, with the number and the reason in the headers."""
    with addressed(slack, lambda _, count: PlainTextResponse("", 500 if count < 3 else 200)) as (installed, got):
        slack.person("rep", installed).dm("hello")
        slack.deliveries.quiet()
        retries = [(one.get("x-slack-retry-num"), one.get("x-slack-retry-reason")) for _, one in got]
        assert retries == [(None, None), ("1", "http_error"), ("2", "http_error")]
        assert len({json.loads(body)["event_id"] for body, _ in got}) == 1
        assert slack.deliveries.tracks[-1].acknowledged_at is not None


def test_an_app_may_ask_for_no_retry(slack: LocalSlack) -> None:
    """The header that says so ends the tries."""
    refusal = PlainTextResponse("", 500, {"x-slack-no-retry": "1"})
    with addressed(slack, lambda *_: refusal) as (installed, got):
        slack.person("rep", installed).dm("hello")
        slack.deliveries.quiet()
        assert len(got) == 1


def test_a_slow_app_is_a_timeout(hasty: LocalSlack) -> None:
    """An answer after the deadline counts as none."""

    def late(_body: str, count: int) -> Response:
        time.sleep(0.5 if count == 1 else 0)
        return PlainTextResponse("")

    with addressed(hasty, late) as (installed, got):
        hasty.person("rep", installed).dm("hello")
        hasty.deliveries.quiet()
        assert got[1][1]["x-slack-retry-reason"] == "http_timeout"


def test_an_app_that_is_away_is_given_up(hasty: LocalSlack) -> None:
    """Where nobody listens, a delivery fails with that reason."""
    installed = hasty.install(manifest(events=["message.im"]), request_url="http://127.0.0.1:9/")
    hasty.person("rep", installed).dm("hello")
    hasty.deliveries.quiet()
    assert hasty.deliveries.tracks[0].failure == "connection_failed"
    with pytest.raises(AddressRefused, match="challenge"):
        hasty.verify(installed)


def test_an_address_must_give_the_challenge_back(slack: LocalSlack) -> None:
    """Only an address that proves itself is taken."""

    def obedient(body: str, _count: int) -> Response:
        return JSONResponse({"challenge": json.loads(body)["challenge"]})

    with addressed(slack, obedient) as (installed, got):
        slack.verify(installed)
        assert json.loads(got[0][0])["type"] == "url_verification"
    with addressed(slack, lambda *_: PlainTextResponse("ok")) as (installed, _), pytest.raises(AddressRefused):
        slack.verify(installed)


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        (PlainTextResponse("in words"), "in words"),
        (JSONResponse({"text": "in JSON"}), "in JSON"),
        (Response("no JSON", media_type="application/json"), "no JSON"),
        (JSONResponse({"text": "for all", "response_type": "in_channel"}), "for all"),
    ],
)
def test_the_body_of_an_answer_to_a_command_is_shown(slack: LocalSlack, answer: Response, seen: str) -> None:
    """Words and JSON are taken; whom they are shown to is for the app to say."""
    with addressed(slack, lambda *_: answer) as (installed, got):
        rep = slack.person("rep", installed)
        rep.command("/echo hi", "#sales")
        message = rep.wait_for_message(seen)
        assert (message.ephemeral_for is None) == (seen == "for all")
        assert parse_qs(got[0][0])["text"] == ["hi"]


def test_an_answer_that_is_no_message_is_refused(slack: LocalSlack) -> None:
    """Blocks that Slack would not take are not shown, and are remembered as refused."""
    answer = JSONResponse({"text": "x", "blocks": [{"type": "unknown"}]})
    with addressed(slack, lambda *_: answer) as (installed, _):
        rep = slack.person("rep", installed)
        rep.command("/echo hi", "#sales")
        rep.quiet()
        assert rep.last_ephemeral("#sales") is None
        assert [one.error for one in slack.world.refusals] == ["invalid_blocks"]


def test_every_acknowledgement_is_timed(slack: LocalSlack, echo: Echo) -> None:
    """What was sent, when, and how long the acknowledgement took stays known until it is forgotten."""
    rep = slack.person("rep")
    rep.dm("hello")
    rep.wait_for_message("hello")
    rep.quiet()
    track = next(one for one in slack.deliveries.tracks if one.name == "message")
    assert (track.kind, track.failure) == (Kind.EVENT, None)
    assert track.seconds is not None
    assert 0 < track.seconds < 5
    slack.deliveries.forget()
    assert slack.deliveries.tracks == []


def test_many_people_write_at_once(slack: LocalSlack, socket_echo: Echo) -> None:
    """Acts from many threads all arrive, each once."""
    people = [slack.person(slack.add_person(f"rep-{number}").id) for number in range(8)]

    def write(number: int) -> None:
        for turn in range(5):
            people[number].dm(f"{number}/{turn}")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    people[0].quiet()
    events = [body["event"] for body in socket_echo.of("message")]
    heard = [event["text"] for event in events if "bot_id" not in event]
    assert sorted(heard) == sorted(f"{number}/{turn}" for number in range(8) for turn in range(5))


def test_stopping_hangs_up(slack: LocalSlack) -> None:
    """When the server stops, connections end and nothing is waited for."""
    with wired(slack) as (installed, [wire]):
        slack.person("rep", installed).dm("never acknowledged")
        wire.next()
        slack.stop()
        with pytest.raises(ConnectionClosed):
            wire.next()
    slack.stop()
