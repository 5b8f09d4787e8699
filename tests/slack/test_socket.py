"""Socket Mode: connected, connected again, and ended in order."""

import logging
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from slack_sdk import WebClient
from slack_sdk.socket_mode.builtin.client import SocketModeClient
from slack_sdk.socket_mode.builtin.connection import Connection
from websockets.sync.server import ServerConnection

from bot.slack.serving import Stop, TokenRefused
from bot.slack.socket import _disconnect, serve
from tests.slack.local import Echo, LocalSlack, local_slack, until

OPEN = "apps.connections.open"


class Running:
    """An echoing app that is connected to a server."""

    def __init__(self, url: str) -> None:
        self.stop = Stop()
        self.app = Echo.over(url)
        self.failure: Exception | None = None
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self) -> None:
        """Serve, and remember how that ended."""
        try:
            serve(self.app, "xapp-1", self.stop, 5.0)
        except Exception as failure:  # noqa: BLE001 - whatever it is, the test looks at it
            self.failure = failure

    def end(self) -> None:
        """Tell it to stop, and wait until it has."""
        self.stop.tell()
        self.thread.join(30)
        assert not self.thread.is_alive()


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A server."""
    with local_slack() as server:
        yield server


@pytest.fixture
def runs(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[str], Running]]:
    """Runs an app, which ends with the test."""
    caplog.set_level(logging.INFO, "bot")
    made: list[Running] = []

    def run(url: str) -> Running:
        made.append(Running(url))
        return made[-1]

    yield run
    for each in made:
        each.end()


@pytest.fixture
def running(slack: LocalSlack, runs: Callable[[str], Running]) -> Running:
    """An app that is connected to it."""
    made = runs(slack.url)
    until(lambda: slack.open)
    return made


def connected_anew(slack: LocalSlack, first: ServerConnection) -> None:
    """Wait until the first connection is gone and another one is there."""
    until(lambda: slack.open and first not in slack.open)


def test_what_comes_is_kept_and_acknowledged(slack: LocalSlack, running: Running) -> None:
    """An event is kept and acknowledged, and one that comes again is acknowledged again."""
    for key in ("Ev1", "Ev2", "Ev1"):
        slack.deliver(key)
    until(lambda: len(slack.acknowledged) == 3)

    assert ["e-Ev1", "e-Ev1", "e-Ev2"] == sorted(slack.acknowledged)
    assert ["Ev1", "Ev2"] == sorted(running.app.kept)


def test_what_cannot_be_kept_is_not_acknowledged(slack: LocalSlack, running: Running) -> None:
    """Where accepting fails there is no acknowledgement, so that Slack delivers again."""
    running.app.breaks = True
    slack.deliver("Ev1")
    until(lambda: running.app.came)
    running.app.breaks = False
    slack.deliver("Ev2")
    until(lambda: slack.acknowledged)

    assert (["e-Ev2"], ["Ev2"]) == (slack.acknowledged, list(running.app.kept))


def test_the_work_is_started_before_anything_can_come(slack: LocalSlack, running: Running) -> None:
    """The workers are there first, and end last."""
    slack.deliver("Ev1")
    until(lambda: slack.acknowledged)
    running.end()

    assert ["started", "kept", "stopped"] == running.app.said
    assert running.failure is None


def test_a_lost_connection_is_opened_again(
    slack: LocalSlack, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """A connection that ends without a word is opened again, and everything goes on."""
    first = slack.open[0]
    first.socket.shutdown(socket.SHUT_RDWR)
    connected_anew(slack, first)
    slack.deliver("Ev1")
    until(lambda: slack.acknowledged)

    assert (["Ev1"], 2) == (list(running.app.kept), slack.calls.count(OPEN))
    assert "The connection to Slack was lost." in caplog.text


def test_slack_renews_a_connection(slack: LocalSlack, running: Running) -> None:
    """A connection that Slack is about to end is replaced by another one."""
    first = slack.open[0]
    first.send('{"type": "disconnect", "reason": "refresh_requested"}')
    connected_anew(slack, first)
    slack.deliver("Ev1")
    until(lambda: slack.acknowledged)

    assert (["Ev1"], 2) == (list(running.app.kept), slack.calls.count(OPEN))


@pytest.mark.parametrize(
    "answer",
    [
        {"ok": False, "error": "internal_error"},
        {"ok": False, "error": "ratelimited", "status": 429, "headers": {"Retry-After": "1"}},
        {"ok": False, "status": 500},
        {"ok": True, "url": "ws://127.0.0.1:9/link"},
    ],
    ids=["trouble", "too often", "down", "no such place"],
)
def test_a_slack_that_is_down_is_waited_for(
    answer: dict[str, object], slack: LocalSlack, runs: Callable[[str], Running], caplog: pytest.LogCaptureFixture
) -> None:
    """Trouble on Slack's side is said in a sentence, and connecting is tried again until it works."""
    slack.answers[OPEN] = dict(answer)
    running = runs(slack.url)
    until(lambda: "Trying again in 1 seconds." in caplog.text)
    slack.answers.clear()
    until(lambda: slack.open)
    running.end()

    assert running.failure is None
    assert {"bot"} == {record.name.partition(".")[0] for record in caplog.records}
    assert "Traceback" not in caplog.text


def test_a_server_that_is_not_there(runs: Callable[[str], Running], caplog: pytest.LogCaptureFixture) -> None:
    """Nobody answering is waited for as well, ever longer."""
    running = runs("http://127.0.0.1:9/api/")
    until(lambda: "Trying again in 2 seconds." in caplog.text)
    running.end()

    assert "http://127.0.0.1:9/api/ does not answer" in caplog.text
    assert running.failure is None
    assert "stopped" == running.app.said[-1]


def test_a_stop_is_heard_while_waiting(
    slack: LocalSlack, runs: Callable[[str], Running], caplog: pytest.LogCaptureFixture
) -> None:
    """However long Slack asks to wait, whoever is told to stop ends without waiting for that."""
    slack.answers[OPEN] = {"ok": False, "error": "ratelimited", "status": 429, "headers": {"Retry-After": "600"}}
    running = runs(slack.url)
    until(lambda: "Trying again in 600 seconds." in caplog.text)
    running.end()

    assert running.failure is None
    assert 1 == slack.calls.count(OPEN)


@pytest.mark.parametrize("error", ["invalid_auth", "not_allowed_token_type", "token_revoked"])
def test_a_token_that_is_refused(error: str, slack: LocalSlack, runs: Callable[[str], Running]) -> None:
    """A token that Slack does not accept ends it: the sentence names the variable and not the token."""
    slack.answers[OPEN] = {"ok": False, "error": error}
    running = runs(slack.url)
    running.thread.join(30)

    assert isinstance(running.failure, TokenRefused)
    assert f"Slack does not accept SLACK_APP_TOKEN ({error})." in str(running.failure)
    assert "xapp-1" not in str(running.failure)
    assert ["started", "stopped"] == running.app.said
    assert 1 == len(slack.calls)


def test_an_acknowledgement_that_does_not_arrive(
    slack: LocalSlack, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """What was kept when the connection was lost is delivered again by Slack, and kept once."""
    running.app.may_go_on.clear()
    slack.deliver("Ev1")
    until(lambda: running.app.came)
    first = slack.open[0]
    first.socket.shutdown(socket.SHUT_RDWR)
    until(lambda: "was lost" in caplog.text)
    slack.answers[OPEN] = {"ok": False, "error": "internal_error"}
    running.app.may_go_on.set()
    until(lambda: "An acknowledgement did not reach Slack" in caplog.text or slack.acknowledged)
    slack.answers.clear()
    connected_anew(slack, first)
    slack.deliver("Ev1")
    until(lambda: slack.acknowledged)

    assert ["Ev1"] == list(running.app.kept)
    assert "Traceback" not in caplog.text


class Late(logging.Filter):
    """Holds the SDK's reader where it is about to begin, until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.there, self.go = threading.Event(), threading.Event()

    def filter(self, record: logging.LogRecord) -> bool:
        """Wait at the line that is logged there."""
        if "Starting to receive" in record.msg:
            self.there.set()
            self.go.wait(20)
        return False


def test_an_end_just_as_reading_begins_is_one(slack: LocalSlack) -> None:
    """Where the SDK begins to read in the very moment in which it is told to end, the connection still ends."""
    late, logger = Late(), logging.getLogger("late")
    logger.setLevel(logging.INFO)
    logger.addFilter(late)
    client = SocketModeClient(
        "xapp-1", logger, WebClient("xapp-1", base_url=slack.url, logger=logger), auto_reconnect_enabled=False
    )
    client.connect()
    assert late.there.wait(20)
    ending = threading.Thread(target=_disconnect, args=(client,))
    ending.start()
    until(lambda: client.closed or client.current_session_runner.event.is_set())
    late.go.set()
    ending.join(20)

    assert not ending.is_alive()
    assert not client.is_connected()


def test_an_end_while_the_sdk_hangs_up_is_one(slack: LocalSlack) -> None:
    """Where the SDK ends the connection in the very moment in which it is told to, that is no error."""
    logger = logging.getLogger("quiet")
    logger.addFilter(lambda _: False)
    client = SocketModeClient(
        "xapp-1", logger, WebClient("xapp-1", base_url=slack.url, logger=logger), auto_reconnect_enabled=False
    )
    client.connect()
    session, failures = client.current_session, list[BaseException]()
    assert session is not None

    def sdk() -> None:
        with suppress(AttributeError):
            session.disconnect()

    def ours() -> None:
        try:
            _disconnect(client)
        except AttributeError as failure:
            failures.append(failure)

    both = [threading.Thread(target=each) for each in (sdk, ours)]
    with session.sock_send_lock:  # both see that there is a connection, and wait to close it
        for each in both:
            each.start()
            until(lambda: _is_hanging_up(each))  # noqa: B023 - called at once
    for each in both:
        each.join(30)
    client.close()

    assert [False, False] == [each.is_alive() for each in both]
    assert [] == failures


def _is_hanging_up(thread: threading.Thread) -> bool:
    frame = sys._current_frames().get(thread.ident or 0)
    return frame is not None and frame.f_code is Connection.disconnect.__code__


def test_nothing_new_comes_during_the_end(slack: LocalSlack, running: Running) -> None:
    """The connection is gone before the work is finished, so that Slack delivers to somebody else."""
    running.end()
    until(lambda: not slack.open)  # the other end hears of it a moment later

    assert 1 == slack.calls.count(OPEN)
