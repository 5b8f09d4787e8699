"""Live: over a real web socket, a page is told at once what changed, whoever changed it, and nobody else is."""

import json
import socket
import time
from collections.abc import Callable
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from bot.playground.model import Json
from bot.playground.server import LocalSlack
from tests.playground.echo import FORM, Echo, manifest
from tests.playground.pages import SECONDS, act, of, opened, seen


def test_a_page_gets_everything_and_then_what_changed(slack: LocalSlack, socket_echo: Echo) -> None:
    """The first patch is the whole scene; what a person says and what the app answers follow, and nothing twice."""
    rep = slack.person("rep")
    dm = rep.dm_channel
    with opened(slack) as page:
        page.look(rep.user.id, channel=dm.id)
        assert page.parts == seen(slack, rep.user.id, channel=dm.id)
        said = rep.dm("buttons")
        patch = page.take()
        assert patch["set"][f"message/{dm.id}/{said.ts}"]["text"] == "buttons"
        assert "world" not in patch["set"]
        answer = rep.wait_for_message("buttons")
        page.until(f"message/{dm.id}/{answer.ts}")
        rep.choose(answer, "colour", "Blue")
        page.until("colour b")
        rep.delete(said)
        while f"message/{dm.id}/{said.ts}" in page.parts:
            page.take()
        assert page.parts == seen(slack, rep.user.id, channel=dm.id)
    assert socket_echo.of("block_actions") != []


def test_every_kind_of_change_is_told(slack: LocalSlack) -> None:
    """Ephemerals, modals, Home, a status, a reaction, what was chosen, who joined: each arrives without being asked."""
    rep = slack.person("rep", slack.install(manifest(), channels=["sales"]))
    world, app, sales = slack.world, slack.app(), rep.channel("sales")
    view = world.open_view(app, rep.user.id, FORM)
    message = rep.say(sales, "hello")
    changes: list[tuple[Callable[[], Any], str]] = [
        (lambda: world.whisper(sales, rep.user.id, "psst", app), "psst"),
        (lambda: rep.fill(view, {"name": "Acme"}), "Acme"),
        (lambda: world.publish_home(app, rep.user.id, {"type": "home", "blocks": []}), "home/"),
        (lambda: world.set_status(app, sales, message.ts, "is thinking", ()), "is thinking"),
        (lambda: rep.react(message, "tada"), "tada"),
        (lambda: slack.person("admin").say(sales, "from the admin"), "from the admin"),
        (lambda: slack.add_person("newcomer"), "newcomer"),
        (lambda: rep.close(view), '"modals": []'),
    ]
    with opened(slack) as page:
        page.look(rep.user.id, channel=sales.id)
        for change, wanted in changes:
            change()
            page.until(wanted)


def test_a_page_looks_elsewhere(slack: LocalSlack) -> None:
    """What another channel and another person see replaces what was there, and what is not seen any more is gone."""
    rep, manager = slack.person("rep", slack.install(manifest())), slack.person("manager")
    rep.say("deals", "in deals")
    slack.person("admin").say("sales", "in sales")
    with opened(slack) as page:
        page.look(rep.user.id, channel=rep.channel("deals").id)
        assert [one["text"] for one in of(page.parts, "message")] == ["in deals"]
        page.look(manager.user.id, channel=rep.channel("sales").id)
        assert [one["text"] for one in of(page.parts, "message")] == ["in sales"]
        page.look(slack.person("admin").user.id, channel=rep.channel("deals").id)
        assert of(page.parts, "message") == []
        page.look(slack.person("admin").user.id, channel=rep.channel("deals").id)
        assert page.patches == 4


def test_a_connection_of_the_app_is_seen(slack: LocalSlack, socket_echo: Echo) -> None:
    """A page shows how many connections an app has, also when one is cut."""
    app = socket_echo.installed
    with opened(slack) as page:
        page.look(slack.person("rep").user.id)
        assert page.parts[f"app/{app.app}"]["connections"] == 1
        socket_echo.slack.drop_connections(app)
        while page.parts[f"app/{app.app}"]["connections"]:
            page.take()


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "http://evil.example",
        "http://127.0.0.1",
        "http://localhost.evil.example:{port}",
        "https://127.0.0.1:{port}",
        "http://127.0.0.1:{port}.evil.example",
        "file://",
    ],
)
def test_another_web_page_gets_nothing(slack: LocalSlack, origin: str | None) -> None:
    """A connection from anywhere but this server's own page is refused."""
    given: Any = None if origin is None else origin.format(port=slack.port)
    with (
        pytest.raises(InvalidStatus) as refused,
        connect(f"ws://127.0.0.1:{slack.port}/page/live", origin=given),
    ):
        pass
    assert refused.value.response.status_code == 403


def test_the_page_may_be_opened_under_either_name(slack: LocalSlack) -> None:
    """The server is itself as localhost and as 127.0.0.1."""
    origin: Any = f"http://localhost:{slack.port}"
    with connect(f"ws://localhost:{slack.port}/page/live", origin=origin) as line:
        line.send('{"person": "rep"}')
        assert "world" in json.loads(line.recv(SECONDS))["set"]


@pytest.mark.parametrize(
    "said",
    ["", "{", "[]", '{"person": 1}', '{"number": 1}', '{"number": 1, "act": "say"}', '{"nothing": true}', b"\x00\xff"],
)
def test_what_no_page_says_ends_the_connection(slack: LocalSlack, said: str | bytes) -> None:
    """Nonsense is answered by closing, and the next page is served."""
    with opened(slack) as page:
        page.line.send(said)
        with pytest.raises(ConnectionClosed):
            page.line.recv(SECONDS)
    with opened(slack) as page:
        page.look("rep")
        assert page.patches == 1


def test_what_is_done_over_the_connection_is_what_is_posted(slack: LocalSlack, socket_echo: Echo) -> None:
    """An act gets the same status and the same words either way, whether it is done, refused or not understood."""
    rep = slack.person("rep")
    shown = rep.say("sales", "hello")
    where = {"channel": shown.channel, "ts": shown.ts}
    acts: list[tuple[str, str, dict[str, Any]]] = [
        ("rep", "react", {"message": where, "emoji": "tada"}),
        ("rep", "react", {"message": where, "emoji": "no emoji"}),
        ("rep", "edit", {"message": {"channel": shown.channel, "ts": "1.000000"}, "text": "x"}),
        ("admin", "edit", {"message": where, "text": "x"}),
        ("rep", "say", {"where": "sales"}),
        ("nobody", "say", {}),
        ("rep", "reset", {}),
    ]
    with opened(slack) as page:
        page.look(rep.user.id, channel=rep.channel("sales").id)
        for person, what, given in acts:
            posted = act(slack, person, what, **given)
            assert (posted.status_code, posted.json()) == page.do(person, what, **given)
        assert page.parts[f"message/{shown.channel}/{shown.ts}"]["reactions"][0]["name"] == "tada"


def test_what_waits_for_an_app_holds_nothing_up(slack: LocalSlack, socket_echo: Echo) -> None:
    """While one act waits, others are done and answered, and patches come."""
    rep = slack.person("rep")
    waiting = {"person": rep.user.id, "act": "wait_for_message", "arguments": {"text": "later", "seconds": SECONDS}}
    with opened(slack) as page:
        page.look(rep.user.id, channel=rep.channel("sales").id)
        page.line.send(json.dumps({"number": 1000, "act": waiting}))
        assert page.do(rep.user.id, "say", channel="sales", text="at once")[0] == 200
        assert 1000 not in page.answers
        page.until("at once")


def test_a_page_that_does_not_read_holds_nobody_up(slack: LocalSlack) -> None:
    """While one page reads nothing, people write and another page sees every word."""
    rep = slack.person("rep", slack.install(manifest()))
    sales = rep.channel("sales")
    with socket.create_connection(("127.0.0.1", slack.port)) as deaf, opened(slack) as page:
        deaf.sendall(
            f"GET /page/live HTTP/1.1\r\nHost: 127.0.0.1:{slack.port}\r\nOrigin: {slack.base_url}\r\n"
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n".encode()
        )
        asked = json.dumps({"person": rep.user.id, "channel": sales.id}).encode()
        deaf.sendall(bytes([0x81, 0x80 | len(asked), 0, 0, 0, 0]) + asked)
        page.look(rep.user.id, channel=sales.id)
        for number in range(100):
            slack.world.post(sales, rep.user.id, f"{number} " + "x" * 100_000)
        begun = time.monotonic()
        page.until('"99 xxx')
        assert rep.say(sales, "still here").ts > "0"
        page.until("still here")
        assert time.monotonic() - begun < SECONDS


def test_a_burst_comes_in_few_patches(slack: LocalSlack) -> None:
    """Changes close to one another go together."""
    rep = slack.person("rep", slack.install(manifest()))
    sales = rep.channel("sales")
    with opened(slack) as page:
        page.look(rep.user.id, channel=sales.id)
        with slack.world.lock:
            for number in range(200):
                slack.world.post(sales, rep.user.id, f"number {number}.")
        page.until("number 199.")
        assert page.patches <= 4


class _Notes:
    """A bench that says what it is told to."""

    def __init__(self) -> None:
        self.said: Json = {"title": "Notes", "busy": False}
        self.tell: Callable[[], None] = lambda: None

    def report(self) -> Json:
        """What it says."""
        return self.said

    def on_change(self, listener: Callable[[], None]) -> None:
        """Whom to tell."""
        self.tell = listener


def test_the_bench_is_shown_where_there_is_one(slack: LocalSlack) -> None:
    """A bench is a part, told anew as it changes; without one there is no such part."""
    with opened(slack) as page:
        page.look("rep")
        assert "bench" not in page.parts
    notes = _Notes()
    with LocalSlack(bench=notes) as other, opened(other) as page:
        page.look("rep")
        assert page.parts["bench"] == notes.said
        notes.said = {"title": "Notes", "busy": True}
        notes.tell()
        assert page.take()["set"] == {"bench": notes.said}


def test_what_is_no_number_reaches_no_browser(slack: LocalSlack) -> None:
    """An app may send NaN, which no browser reads: the page gets nothing in its place."""
    rep = slack.person("rep", slack.install(manifest()))
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "hi"}, "odd": [float("nan"), 1.5]}
    slack.world.post(rep.channel("sales"), rep.user.id, "hi", blocks=[block])
    with opened(slack) as page:
        page.line.send(json.dumps({"person": rep.user.id, "channel": rep.channel("sales").id}))
        text = page.line.recv(SECONDS)
        assert "NaN" not in str(text)
        (message,) = of(json.loads(text)["set"], "message")
        assert message["blocks"][0]["odd"] == [None, 1.5]


def test_a_page_that_cannot_be_made_is_logged(slack: LocalSlack, caplog: pytest.LogCaptureFixture) -> None:
    """A mistake of the server ends that connection and is said in the log, with what went wrong."""
    broken: Any = {None: None}
    slack.world.titles = broken
    with opened(slack) as page:
        page.line.send('{"person": "rep"}')
        with pytest.raises(ConnectionClosed):
            page.line.recv(SECONDS)
    assert "could not be told" in caplog.text


def test_a_stop_says_goodbye(slack: LocalSlack) -> None:
    """When the server stops, its pages hear of it at once."""
    with opened(slack) as page:
        page.look("rep")
        begun = time.monotonic()
        slack.stop()
        with pytest.raises(ConnectionClosed):
            page.take()
        assert time.monotonic() - begun < SECONDS
