"""The web endpoint: what is signed is accepted and kept, everything else refused, and the end is orderly."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import version

import pytest

from bot.ports.stop import Stop
from bot.slack.web import LARGEST, PortTaken, listening, serve
from tests.slack.local import SECRET, Echo, event, signed, until

NOW = time.time()
PATIENCE = 30.0


class Running:
    """An echoing app behind the real server."""

    def __init__(self) -> None:
        self.app, self.stop, at = Echo.over(), Stop(), listening("127.0.0.1", 0)
        self.port = at.getsockname()[1]
        self.thread = threading.Thread(target=serve, args=(self.app, at, self.stop, PATIENCE))
        self.thread.start()

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> tuple[int, bytes]:
        """Send a request; the status and the body of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            with suppress(BrokenPipeError, ConnectionResetError):  # who refuses a body need not read it to its end
                connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def post(self, body: str, headers: dict[str, str] | None = None) -> int:
        """Deliver a body, signed unless there are headers; the status of the answer."""
        given = signed(body, time.time()) if headers is None else headers
        return self.ask("POST", "/slack/events", body.encode(), given)[0]

    def end(self) -> None:
        """Tell it to stop, and wait until it has."""
        self.stop.tell()
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    """One server for all tests that do not end it."""
    running = Running()
    until(lambda: running.ask("GET", "/health"))
    yield running
    running.end()


@pytest.fixture
def web(server: Running) -> Running:
    """The same, as if nothing had happened yet."""
    server.app.kept.clear()
    server.app.said.clear()
    server.app.breaks, server.app.is_ready = False, True
    return server


BODY = json.dumps(event("Ev1"))


def test_a_signed_event_is_kept(web: Running) -> None:
    """What Slack signed is kept as it came, and acknowledged."""
    assert (200, {"Ev1": event("Ev1")}) == (web.post(BODY), web.app.kept)


def test_a_signed_form_is_kept(web: Running) -> None:
    """Commands come as forms, and are signed all the same."""
    body = "command=%2Ffika&text=fit+%C3%86r%C3%B8&team_id=T1&user_id=U1"
    headers = {**signed(body, time.time()), "Content-Type": "application/x-www-form-urlencoded"}

    assert 200 == web.post(body, headers)
    assert "fit Ærø" == web.app.kept["None"]["text"]


HOSTILE = {
    "unsigned": {"Content-Type": "application/json"},
    "no signature": {"X-Slack-Request-Timestamp": str(int(NOW))},
    "no time": {"X-Slack-Signature": signed(BODY, NOW)["X-Slack-Signature"]},
    "another secret": signed(BODY, NOW, "other"),
    "another body": signed(f"{BODY} ", NOW),
    "stale": signed(BODY, NOW - 301),
    "from the future": signed(BODY, NOW + 86_400),
    "a time that is no number": {**signed(BODY, NOW), "X-Slack-Request-Timestamp": "soon"},
    "a time with digits of another script": {**signed(BODY, NOW), "X-Slack-Request-Timestamp": "²"},
    "a time that is endless": {**signed(BODY, NOW), "X-Slack-Request-Timestamp": "9" * 5000},
    "a signature that is not ASCII": {**signed(BODY, NOW), "X-Slack-Signature": "v0=é"},
}


@pytest.mark.parametrize("headers", HOSTILE.values(), ids=HOSTILE)
def test_what_slack_did_not_sign_is_refused(headers: dict[str, str], web: Running) -> None:
    """Without a fresh signature of ours nothing is kept, and the answer is 401."""
    assert (401, {}) == (web.post(BODY, headers), web.app.kept)


def test_a_replay_is_acknowledged_and_kept_once(web: Running) -> None:
    """The same signed request again is acknowledged, and the inbox recognises its key."""
    headers = signed(BODY, time.time())

    assert [200, 200] == [web.post(BODY, headers), web.post(BODY, headers)]
    assert ["Ev1"] == list(web.app.kept)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD", "PATCH"])
def test_only_posts_are_taken(method: str, web: Running) -> None:
    """Slack posts; whatever else comes is refused."""
    assert 405 == web.ask(method, "/slack/events")[0]


@pytest.mark.parametrize("path", ["/", "/slack/events/", "/slack", "/health/", "/docs", "/slack/install"])
def test_there_is_nothing_else(path: str, web: Running) -> None:
    """No other path answers, not even by leading somewhere else."""
    assert [404, 404] == [web.ask(method, path)[0] for method in ("GET", "POST")]


@pytest.mark.parametrize(
    "body",
    [b"\xff\xfe", b"{", b"[1]", b'"x"', b"payload=%7B", b"payload=1", b"[" * 100_000, b'{"a":' * 100_000, b"7"],
    ids=lambda body: repr(body[:8]),
)
def test_a_body_that_cannot_be_read_is_refused(body: bytes, web: Running) -> None:
    """What is not UTF-8 or no JSON object is the sender's fault: 4xx, and nothing is kept."""
    headers = {"Content-Type": "application/json", "X-Slack-Request-Timestamp": "1", "X-Slack-Signature": "v0=1"}

    status, _ = web.ask("POST", "/slack/events", body, headers)

    assert (True, {}) == (400 <= status < 500, web.app.kept)


def test_a_body_that_is_too_large_is_refused(web: Running) -> None:
    """A body is read no further than to the limit, whether or not its size is announced."""
    large = json.dumps({"event_id": "Ev1", "text": "x" * LARGEST})

    assert 413 == web.post(large)
    assert 413 == _in_pieces(web.port, large.encode())
    assert {} == web.app.kept


def _in_pieces(port: int, body: bytes) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.request("POST", "/slack/events", iter([body[:1000], body[1000:]]), {}, encode_chunked=True)
        return connection.getresponse().status
    finally:
        connection.close()


def test_a_body_that_does_not_come_is_not_waited_for(web: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sends too slowly, or hangs up in the middle, keeps nothing waiting."""
    monkeypatch.setattr("bot.slack.web.SLOWEST", 0.2)
    head = b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
    with socket.create_connection(("127.0.0.1", web.port), timeout=PATIENCE) as slow:
        slow.sendall(head)
        said = slow.recv(1000)
    with socket.create_connection(("127.0.0.1", web.port), timeout=PATIENCE) as gone:
        gone.sendall(head)

    assert said.startswith(b"HTTP/1.1 408")
    assert (200, {}) == (web.ask("GET", "/health")[0], web.app.kept)


def test_a_body_of_the_largest_size_is_taken(web: Running) -> None:
    """The limit itself is within it."""
    body = json.dumps({"event_id": "Ev1", "text": ""})
    full = json.dumps({"event_id": "Ev1", "text": "x" * (LARGEST - len(body))})

    assert (LARGEST, 200) == (len(full), web.post(full))


def test_an_ssl_check_is_answered(web: Running) -> None:
    """Slack looks at the certificate now and then, without a signature."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}

    assert (200, {}) == (web.post("ssl_check=1&token=x", headers), web.app.kept)


def test_what_cannot_be_kept_is_delivered_again(web: Running) -> None:
    """Where accepting fails, Slack is told to come again, and is not told why."""
    web.app.breaks = True
    body = json.dumps(event("Ev2"))

    status, said = web.ask("POST", "/slack/events", body.encode(), signed(body, time.time()))

    assert (503, b"", {}) == (status, said, web.app.kept)
    web.app.breaks = False
    assert (200, ["Ev2"]) == (web.post(body), list(web.app.kept))


def test_health(web: Running) -> None:
    """Health is 200 with the version while deliveries are accepted and worked on, else 503."""
    well = web.ask("GET", "/health")
    web.app.is_ready = False
    ill = web.ask("GET", "/health")
    web.app.is_ready, web.app.breaks = True, True

    assert ill == web.ask("GET", "/health")
    assert (200, {"status": "ok", "version": version("fika")}) == (well[0], json.loads(well[1]))
    assert (503, {"status": "unavailable", "version": version("fika")}) == (ill[0], json.loads(ill[1]))
    assert SECRET.encode() not in well[1] + ill[1]


def test_health_answers_while_accepting_is_stuck(web: Running) -> None:
    """However many deliveries wait for the database, the event loop is free, and all are kept in the end."""
    web.app.may_go_on.clear()
    keys = [f"Ev{number}" for number in range(30)]
    stuck = [threading.Thread(target=web.post, args=(json.dumps(event(key)),)) for key in keys]
    for each in stuck:
        each.start()

    status, _ = web.ask("GET", "/health")

    assert (200, {}) == (status, web.app.kept)
    web.app.may_go_on.set()
    for each in stuck:
        each.join()
    assert sorted(keys) == sorted(web.app.kept)


def test_the_address_is_verified(web: Running) -> None:
    """Slack's challenge is answered where it is signed, and kept nowhere."""
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw1a"})

    told = web.ask("POST", "/slack/events", body.encode(), signed(body, time.time()))

    assert (200, {"challenge": "3eZbrw1a"}, {}) == (told[0], json.loads(told[1]), web.app.kept)
    assert 401 == web.post(body, {"Content-Type": "application/json"})


def test_the_end_finishes_what_is_there() -> None:
    """Told to stop, the server finishes the request that is there, then the work, and takes nothing new."""
    running = Running()
    until(lambda: "started" in running.app.said)
    body = BODY.encode()
    head = "".join(f"{name}: {value}\r\n" for name, value in signed(BODY, time.time()).items())
    with socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE) as slow:
        # Whoever is told to go on with the body knows that the request is being read.
        head += f"Expect: 100-continue\r\nContent-Length: {len(body)}\r\n"
        slow.sendall(f"POST /slack/events HTTP/1.1\r\nHost: x\r\n{head}\r\n".encode())
        goes_on = slow.recv(1000)
        slow.sendall(body[:10])
        running.stop.tell()
        until(lambda: not _listens(running.port))
        slow.sendall(body[10:])
        answered = slow.recv(1000)
    running.end()

    assert goes_on.startswith(b"HTTP/1.1 100")
    assert answered.startswith(b"HTTP/1.1 200")
    assert ["started", "kept", "stopped"] == running.app.said


def _listens(port: int) -> bool:
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", port)) == 0


def test_a_port_that_is_taken() -> None:
    """What is in the way of listening is said in a sentence, with what to do."""
    with listening("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"^Nothing can listen on 127.0.0.1, port {port}: .* FIKA_PORT.*\.$"):
            listening("127.0.0.1", port)


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host", "::ffff:999"])
def test_an_address_that_is_not_ours(host: str, no_network: list[str]) -> None:
    """So is an address that this machine does not have."""
    with pytest.raises(PortTaken, match="Nothing can listen on"):
        listening(host, 0)
    no_network.clear()  # to ask whose address that is reaches nobody
