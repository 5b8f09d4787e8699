"""HTTP: Fika behind a real web server, acknowledging in time, and ending in order."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot.bootstrap import slack_app
from bot.playground.acts import Person
from bot.playground.faults import Wrong
from bot.playground.http_mode import signed
from bot.playground.model import Installed, Message
from bot.playground.server import LocalSlack
from bot.ports.stop import Stop
from bot.settings import Settings
from bot.slack.manifest import over_http
from bot.slack.web import EVENTS, HEALTH, listening, serve
from tests.journeys.conftest import MANIFEST, PATIENCE, UNFORGIVABLE, Town, eventually

CARD = "Acme: still open"
WORKERS = 8
"""As many as Fika has where nothing else is set."""


@dataclass(frozen=True)
class Web(Town):
    """A workspace with Fika behind an address."""

    url: str

    def post(self, body: str, headers: dict[str, str]) -> int:
        """Send a request; the status of the answer."""
        more = {"content-type": "application/json"}
        return httpx.post(self.url + EVENTS, content=body, headers=headers | more, trust_env=False).status_code

    def event(self, text: str, id_: str = "Ev0001") -> str:
        """A message in the DM, as Slack delivers it."""
        rep = self.person()
        event = {
            "type": "message",
            "channel_type": "im",
            "channel": rep.dm_channel.id,
            "user": rep.user.id,
            "text": text,
            "ts": "1790000000.000100",
        }
        return json.dumps({"type": "event_callback", "event_id": id_, "team_id": self.installed.team, "event": event})

    def signed(self, body: str, at: float | None = None, secret: str | None = None) -> dict[str, str]:
        """The headers of a request, by default as Slack would send it now."""
        return signed(secret or self.installed.signing_secret, body, int(at or time.time()))


@pytest.fixture
def web(slack: LocalSlack, settings: Settings, installed: Installed) -> Iterator[Web]:
    """A workspace with Fika behind a real web server."""
    app, stop, at = slack_app(settings), Stop(), listening("127.0.0.1", 0)
    url = f"http://127.0.0.1:{at.getsockname()[1]}"
    installed.request_url = url + EVENTS
    serving = threading.Thread(target=serve, args=(app, at, stop, PATIENCE), daemon=True)
    serving.start()
    assert eventually(app.ready)
    yield Web(slack, installed, app, settings.home, url)
    stop.tell()
    serving.join(PATIENCE)
    app.service.status.close()
    assert not serving.is_alive()
    assert [] == [each for each in slack.world.refusals if each.error in UNFORGIVABLE]


@pytest.fixture
def installed(slack: LocalSlack) -> Installed:
    """Fika, installed for HTTP; its address is known once it listens."""
    manifest = over_http(MANIFEST, "https://fika.example.com")
    return slack.install(manifest, request_url="http://127.0.0.1:9", channels=("sales", "deals"))


def said(rep: Person) -> list[Message]:
    """What Fika said to a person in the DM."""
    return [each for each in rep.messages() if each.app == rep.app.app]


def deliveries(web: Town) -> int:
    """How many deliveries are in the inbox."""
    with web.ports.store().begin(web.scope, writes=False) as work:
        return sum(work.inbox.get(each) is not None for each in range(1, 50))


def unanswered(town: Town) -> int:
    """How many deliveries are not answered."""
    with town.ports.store().begin(town.scope, writes=False) as work:
        return work.inbox.unanswered()


# Journeys


def test_the_address_proves_itself(web: Web) -> None:
    """Slack's challenge is answered, and health says that all is well."""
    web.slack.verify(web.installed)

    assert 200 == httpx.get(web.url + HEALTH, trust_env=False).status_code


def test_a_journey_over_http(web: Web) -> None:
    """Mention, DM, command, click, a form with errors and its correction, and Undo work as over Socket Mode."""
    rep = web.person()
    rep.mention("sales", "does Acme fit?")
    assert rep.user.id == rep.wait_for_message(CARD).ephemeral_for
    rep.command("/fika fit Acme", "deals")
    assert rep.user.id == rep.wait_for_message(CARD).ephemeral_for
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message(CARD), "Edit answers")
    form = rep.wait_for_modal("Edit answers")
    refused = rep.submit(form, {"employees": "lots of them"})
    assert {"employees"} == set(refused.errors)
    assert rep.submit(rep.modal, {"employees": "150"}).ok
    echo = rep.wait_for_message("Noted for Acme")
    rep.click(echo, "Undo")
    rep.wait_for_message("Taken back")
    rep.open_home()
    rep.wait_for_home("Fika")
    rep.shortcut(web.person("manager").say("sales", "is Acme one for us?"), "check_fit")

    assert rep.wait_for_message(CARD).text
    assert web.settled()
    assert [] == rep.troubles


# Requests that Slack did not send


def test_a_request_of_slacks_is_answered(web: Web) -> None:
    """What the tests below forge is taken where it is signed."""
    rep, body = web.person(), web.event("does Acme fit?")
    rep.mark()

    assert 200 == web.post(body, web.signed(body))
    assert rep.wait_for_message(CARD).text


FORGED = {
    "unsigned": lambda *_: {},
    "signed with another secret": lambda web, body: web.signed(body, secret="0" * 32),
    "signed for another body": lambda web, body: web.signed(body + " "),
    "ten minutes old": lambda web, body: web.signed(body, time.time() - 600),
    "from ten minutes ahead": lambda web, body: web.signed(body, time.time() + 600),
    "without a signature": lambda web, body: {
        "x-slack-request-timestamp": web.signed(body)["x-slack-request-timestamp"]
    },
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_request_that_slack_did_not_send_is_refused(forge: object, web: Web) -> None:
    """Nothing is kept, nothing is answered, and the status says that it is the sender's fault."""
    body = web.event("Acme has 120 people")
    assert callable(forge)

    assert 401 == web.post(body, forge(web, body))
    assert 0 == deliveries(web)


def test_a_replayed_request_is_answered_once(web: Web) -> None:
    """The same signed request again is acknowledged and does nothing; long after, it is refused."""
    rep, body = web.person(), web.event("Acme has 120 people")
    headers = web.signed(body)
    rep.mark()
    statuses = [web.post(body, headers)]
    rep.wait_for_message("Noted for Acme")
    statuses += [web.post(body, headers), web.post(body, web.signed(body))]
    old = web.post(body, web.signed(body, time.time() - 301))
    assert web.settled()

    assert ([200] * 3, 401) == (statuses, old)
    assert (1, 1) == (deliveries(web), len(said(rep)))


def test_a_retry_that_is_the_only_delivery_is_answered(web: Web) -> None:
    """A request that says of itself that it is a retry may be the first that arrives."""
    rep, body = web.person(), web.event("does Acme fit?")
    retry = {"x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout"}
    rep.mark()
    statuses = [web.post(body, web.signed(body) | retry)]
    rep.wait_for_message(CARD)
    statuses.append(web.post(body, web.signed(body) | retry | {"x-slack-retry-num": "2"}))
    assert web.settled()

    assert ([200, 200], 1) == (statuses, len(said(rep)))


def test_deliveries_that_time_out_come_again_and_are_answered_once(web: Web) -> None:
    """Over HTTP, too, a lost delivery and a doubled one make one answer each."""
    rep = web.person()
    web.slack.faults.only_as_retry()
    rep.dm("does Acme fit?")
    rep.wait_for_message(CARD)
    web.slack.faults.duplicate()
    rep.dm("Acme has 120 people")
    rep.wait_for_message("Noted")
    web.slack.deliveries.quiet()
    assert web.settled()

    assert 2 == len(said(rep))


# Acknowledgements


@contextmanager
def held(town: Town) -> Iterator[None]:
    """Every worker waits at a barrier."""
    barrier = threading.Barrier(WORKERS + 1, timeout=4 * PATIENCE)

    def wait() -> None:
        barrier.wait()
        with suppress(threading.BrokenBarrierError):
            barrier.wait()

    waiting = [town.app.workers.executor.submit(wait) for _ in range(WORKERS)]
    barrier.wait()  # everybody is there
    try:
        yield
        assert not any(each.done() for each in waiting)
    finally:
        barrier.abort()


def _acknowledged_while_held(town: Town) -> None:
    rep, manager = town.person(), town.person("manager")
    rep.dm("does Acme fit?")
    card = rep.wait_for_message(CARD)
    rep.click(card, "Edit answers")
    form = rep.wait_for_modal()
    town.slack.deliveries.forget()
    with held(town):
        for _ in range(10):
            rep.dm("does Acme fit?")
            manager.mention("sales", "does Acme fit?")
            rep.command("/fika fit Acme", "sales")
            rep.click(card, "Show why")
        refused = rep.submit(form, {"employees": "lots of them"})
        taken = rep.submit(rep.modal, {"employees": "150"})
        town.slack.deliveries.quiet(PATIENCE)
        tracks = list(town.slack.deliveries.tracks)
        assert ({"employees"}, True) == (set(refused.errors), taken.ok)
        assert [] == said(manager)
        assert 41 == unanswered(town)
    assert town.settled()

    assert 42 <= len(tracks)
    assert [] == [each for each in tracks if each.seconds is None or each.tries > 1]
    assert [] == rep.troubles


def test_everything_is_acknowledged_over_http_while_every_worker_is_held(web: Web) -> None:
    """No acknowledgement waits for work: all workers stand still, and Slack hears back."""
    _acknowledged_while_held(web)


def test_everything_is_acknowledged_over_sockets_while_every_worker_is_held(
    request: pytest.FixtureRequest, installed: Installed
) -> None:
    """The same over Socket Mode."""
    installed.request_url = None
    _acknowledged_while_held(request.getfixturevalue("town"))


# The end of a process


class Process:
    """Fika as it is deployed."""

    def __init__(self, way: str, slack: LocalSlack, installed: Installed, home: Path) -> None:
        known = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "FIKA_"))}
        command = [sys.executable, "-m", "bot", way, *(["--port", "0"] if way == "web" else [])]
        self._process = subprocess.Popen(
            command,
            env={**known, **slack.environment(installed), "FIKA_HOME": str(home), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.greeting = self._process.stdout.readline()
        if way == "web":
            [port] = re.findall(r"port (\d+)", self.greeting)
            installed.request_url = f"http://127.0.0.1:{port}{EVENTS}"
        else:
            installed.request_url = None
            assert slack.connected(installed)

    def told(self) -> None:
        """Tell it to end."""
        self._process.send_signal(signal.SIGTERM)

    def ended(self) -> tuple[int, str]:
        """How it ended, and what it has to say."""
        _, errors = self._process.communicate(timeout=2 * PATIENCE)
        return self._process.returncode, errors

    def kill(self) -> None:
        """End it now, where it has not ended."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()


@pytest.mark.parametrize("way", ["web", "slack"])
def test_sigterm_finishes_what_was_acknowledged(
    way: str, slack: LocalSlack, installed: Installed, settings: Settings
) -> None:
    """A process that is told to end answers what it took, takes nothing new, and leaves the rest to the next one."""
    rep, manager = (slack.person(name, installed) for name in ("rep", "manager"))
    first = Process(way, slack, installed, settings.home)
    try:
        slack.faults.slow("chat.postMessage", 1.5)
        for words in ("Acme has 120 people", "does Acme fit?"):
            rep.dm(words)
            slack.deliveries.quiet(PATIENCE)
        assert eventually(lambda: bool(slack.faults.happened))
        first.told()
        end = first.ended()
        answered = [each.text for each in said(rep)]
        manager.dm("does Acme fit?")
        second = Process(way, slack, installed, settings.home)
        try:
            manager.dm("does Saltmarsh Metrics fit?")
            manager.wait_for_message("Saltmarsh", seconds=PATIENCE)
            # Over HTTP nobody listened meanwhile, and how often Slack tries is its own affair.
            assert way == "web" or eventually(lambda: len(said(manager)) == 2)
        finally:
            second.told()
            last = second.ended()
    finally:
        first.kill()

    assert (0, 0) == (end[0], last[0]), (end, last)
    assert [True, True] == [part in text for part, text in zip(("Noted for Acme", CARD), answered, strict=True)]
    assert 2 == len(said(rep))


def test_what_slack_did_not_take_before_the_end_is_answered_by_the_next_process(
    slack: LocalSlack, installed: Installed, settings: Settings
) -> None:
    """An answer that Slack puts off does not hold up the end; it stays in the inbox, and comes later."""
    rep = slack.person("rep", installed)
    first = Process("slack", slack, installed, settings.home)
    try:
        slack.faults.plan("chat.postMessage", Wrong(status=429, retry_after=600))
        rep.dm("Acme has 120 people")
        assert eventually(lambda: bool(slack.faults.happened))
        first.told()
        code, _ = first.ended()
    finally:
        first.kill()
    assert (0, []) == (code, said(rep))
    with closing(sqlite3.connect(settings.home / "fika.db")) as state, state:  # as if the ten minutes were over
        assert 1 == state.execute("UPDATE deliveries SET due_at = NULL WHERE due_at IS NOT NULL").rowcount
    second = Process("slack", slack, installed, settings.home)
    try:
        rep.wait_for_message("Noted for Acme", seconds=PATIENCE)
    finally:
        second.told()
        second.ended()

    assert 1 == len(said(rep))
