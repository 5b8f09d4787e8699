"""The local Slack may be driven from another process: the same acts, faults and looks, as JSON over HTTP."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.cli import main
from bot.cli.playground import run
from bot.playground.server import LocalSlack, NotThere
from tests.playground.echo import Echo, environment_line, manifest


class Remote:
    """The control interface, from outside."""

    def __init__(self, base_url: str) -> None:
        self.http = httpx.Client(base_url=f"{base_url}/control/", timeout=60, trust_env=False)

    def look(self, what: str, **asked: str) -> Any:
        """What there is."""
        return self.http.get(what, params=asked).raise_for_status().json()

    def tell(self, what: str, /, **asked: Any) -> Any:
        """What came of it."""
        response = self.http.post(what, json=asked)
        assert response.is_success, response.text
        return response.json()

    def act(self, person: str, act: str, **arguments: Any) -> Any:
        """What came of an act."""
        return self.tell("act", person=person, act=act, arguments=arguments)


@pytest.fixture
def remote(slack: LocalSlack) -> Iterator[Remote]:
    """The control interface of the local Slack."""
    found = Remote(slack.base_url)
    with found.http:
        yield found


def test_a_person_acts_and_sees(remote: Remote, socket_echo: Echo) -> None:
    """Messages, clicks, choices and forms work by reference to what was seen."""
    remote.act("rep", "dm", text="buttons")
    message = remote.act("rep", "wait_for_message", text="Press one")
    shown = {"channel": message["channel"], "ts": message["ts"]}
    remote.act("rep", "click", shown=shown, button="Press me")
    answer = remote.act("rep", "wait_for_message", text="rep sent pressed")
    assert answer["ephemeral_for"]
    ephemeral = {"channel": answer["channel"], "ts": answer["ts"]}
    remote.act("rep", "delete", message=ephemeral)
    words = [one["words"].splitlines()[0] for one in remote.look("messages", person="rep")]
    assert words == ["buttons", "buttons"]
    assert remote.act("rep", "last")["ts"] == message["ts"]
    assert remote.act("rep", "troubles") == []
    remote.act("rep", "quiet")


def test_what_was_chosen_stays_chosen(remote: Remote, socket_echo: Echo, slack: LocalSlack) -> None:
    """Whoever acts as the same person later has chosen it still, as in one client: boxes are ticked, then taken."""
    remote.act("rep", "dm", text="buttons")
    message = remote.act("rep", "wait_for_message", text="Press one")
    shown = {"channel": message["channel"], "ts": message["ts"]}
    remote.act("rep", "choose", shown=shown, name="colour", option="Blue")
    chosen = slack.person("rep").filled[message["ts"]]["row"]["colour"]
    assert ("b", {}) == (chosen["selected_option"]["value"], slack.person("manager").filled)


def test_a_form_is_filled_in(remote: Remote, socket_echo: Echo) -> None:
    """A modal is referred to by its id, and the result says what is wrong with it."""
    remote.act("rep", "shortcut", message=None, callback_id="form")
    view = remote.act("rep", "wait_for_modal")
    socket_echo.answer = lambda _: {"response_action": "errors", "errors": {"name": "Unknown."}}
    refused = remote.act("rep", "submit", view={"view": view["id"]}, given={"name": "Acme"})
    assert (refused["ok"], refused["errors"], refused["view"]["id"]) == (False, {"name": "Unknown."}, view["id"])
    socket_echo.answer = lambda _: {}
    assert remote.act("rep", "submit")["ok"]
    assert remote.act("rep", "modal") is None


def test_files_are_posted(remote: Remote, socket_echo: Echo) -> None:
    """The content of a file is given as text."""
    posted = remote.act("rep", "upload", channel="sales", name="plan.txt", content="text")
    assert posted["files"][0]["size"] == 4


def test_state_calls_refusals_and_deliveries_are_seen(remote: Remote, socket_echo: Echo) -> None:
    """What there is, what was called and refused, and what was delivered when."""
    state = remote.look("state")
    assert {one["name"] for one in state["people"]} >= {"rep", "manager", "admin", "guest", "partner"}
    assert {one["name"] for one in state["channels"]} >= {"sales", "deals", "with-partner"}
    [app] = state["apps"]
    assert app["environment"]["SLACK_BOT_TOKEN"] == socket_echo.installed.bot_token
    assert app["connections"] == 1
    remote.act("rep", "dm", text="hello")
    remote.act("rep", "wait_for_message", text="hello")
    [call] = remote.look("calls", method="chat.postMessage")
    assert (call["arguments"]["text"], call["response"]["ok"]) == ("hello", True)
    remote.act("rep", "quiet")
    assert {one["kind"] for one in remote.look("deliveries")} == {"events_api"}
    assert remote.look("refusals") == []


def test_faults_connections_and_the_clock(remote: Remote, socket_echo: Echo) -> None:
    """What goes wrong in process goes wrong from outside too."""
    remote.tell("fault", fault="refuse", arguments={"method": "chat.postMessage", "error": "internal_error"})
    remote.act("rep", "dm", text="lost")
    remote.act("rep", "quiet")
    before = remote.look("state")["now"]
    remote.tell("clock", advance=60)
    assert remote.look("state")["now"] - before >= 60
    app = socket_echo.installed.app
    for what in ("warning", "refresh", "drop"):
        remote.tell("connection", app=app, what=what)
    remote.tell("fault", fault="down", arguments={"seconds": 0.1})
    remote.act("rep", "dm", text="kept")
    remote.act("rep", "wait_for_message", text="kept")
    texts = [one["text"] for one in remote.look("messages", person="rep") if "bot_id" in one]
    assert set(texts) == {"kept"}  # where the acknowledgement was cut off as well it comes again


def test_everything_said_is_forgotten(remote: Remote, socket_echo: Echo, slack: LocalSlack) -> None:
    """A reset leaves people, channels and apps, and nothing of what happened."""
    remote.act("rep", "dm", text="hello")
    remote.act("rep", "wait_for_message", text="hello")
    remote.act("rep", "quiet")
    remote.tell("classic", classic=True)
    remote.tell("reset")
    assert remote.look("messages", person="rep") == []
    assert (remote.look("calls"), remote.look("deliveries")) == ([], [])
    assert slack.world.classic
    remote.act("rep", "dm", text="again")
    remote.act("rep", "wait_for_message", text="again")


def test_an_app_is_installed(remote: Remote, slack: LocalSlack) -> None:
    """Another process installs an app and gets what it needs to run it."""
    app = remote.tell("install", manifest=manifest("New"), channels=["#sales"])
    assert app["environment"]["SLACK_API_URL"] == slack.api_url
    assert app["bot_user"] in slack.world.apps[app["environment"]["SLACK_BOT_TOKEN"]].bot_user
    response = remote.http.post("install", json={"manifest": manifest("Away"), "request_url": "http://127.0.0.1:9/"})
    assert response.status_code == 400


@pytest.mark.parametrize(
    "asked",
    [
        {"person": "rep", "act": "_post", "arguments": {}},
        {"person": "nobody", "act": "dm", "arguments": {"text": "x"}},
        {"person": "rep", "act": "dm", "arguments": {"words": "x"}},
        {"person": "rep", "act": "react", "arguments": {"message": {"channel": "C1", "ts": "1"}, "emoji": "x"}},
        {"person": "rep", "act": "close", "arguments": {"view": {"view": "V1"}}},
        {"person": "rep"},
    ],
)
def test_what_cannot_be_done_is_said(remote: Remote, socket_echo: Echo, asked: dict[str, Any]) -> None:
    """An act that is none, or nobody's, is answered with a sentence and changes nothing."""
    response = remote.http.post("act", json=asked)
    assert response.status_code == 400
    assert response.json()["error"]


def test_a_message_that_is_gone_cannot_be_referred_to(remote: Remote, socket_echo: Echo, slack: LocalSlack) -> None:
    """A reference to nothing is said to be one."""
    gone = {"channel": slack.person("rep").channel("sales").id, "ts": "1.000000"}
    response = remote.http.post(
        "act", json={"person": "rep", "act": "react", "arguments": {"message": gone, "emoji": "x"}}
    )
    assert "no such message" in response.json()["error"]
    assert remote.http.post("fault", json={"fault": "plan"}).status_code == 400


def test_only_json_from_this_computer_is_taken(remote: Remote) -> None:
    """A web page cannot post here unasked: not as a form, and not under another host's name."""
    assert remote.http.post("reset", data={"x": "y"}).status_code == 415
    assert remote.http.post("reset", content="{", headers={"content-type": "application/json"}).status_code == 400
    assert remote.http.get("state", headers={"host": "elsewhere.example"}).status_code == 400


def test_a_port_that_is_taken_is_said(slack: LocalSlack) -> None:
    """Two local Slacks cannot share a port."""
    with pytest.raises(NotThere, match="Choose another"):
        LocalSlack(port=slack.port).start()


# As a process of its own

NO_SLACK = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}


@contextmanager
def _process(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    command = [sys.executable, "-m", "bot", "playground", "--headless", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=NO_SLACK)
    assert process.stdout is not None
    lines: list[str] = []
    try:
        for line in process.stdout:
            lines.append(line.rstrip("\n"))
            if line.startswith("SLACK_SIGNING_SECRET="):
                break
        yield process, lines
    finally:
        process.kill()
        process.stdout.close()
        process.wait(20)


def _whole_manifest() -> dict[str, Any]:
    found = manifest()
    found["settings"] |= {"interactivity": {"is_enabled": True}, "socket_mode_enabled": True}
    return found


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_it_runs_as_a_process_until_a_signal(tmp_path: Path, sent: signal.Signals) -> None:
    """It prints what an app needs to reach it, says what it is, and stops with status 0 when it is told to."""
    file = tmp_path / "manifest.json"
    file.write_text(json.dumps(_whole_manifest()))
    with _process("--manifest", str(file), "--team", "Home") as (process, lines):
        assert "Never a production server" in lines[0]
        api_url = environment_line(lines, "SLACK_API_URL")
        client = WebClient(environment_line(lines, "SLACK_BOT_TOKEN"), base_url=api_url)
        app = App(client=client, signing_secret=environment_line(lines, "SLACK_SIGNING_SECRET"))
        app.event("message")(lambda event, say: say(f"you said {event['text']}") if "bot_id" not in event else None)
        handler = SocketModeHandler(app, environment_line(lines, "SLACK_APP_TOKEN"), ping_interval=1)
        handler.connect()
        remote = Remote(api_url.removesuffix("/api/"))
        with remote.http:
            remote.act("rep", "dm", text="hello")
            assert remote.act("rep", "wait_for_message", text="you said hello")["text"] == "you said hello"
        handler.client.auto_reconnect_enabled = False
        process.send_signal(sent)
        assert process.wait(20) == 0
        until = time.monotonic() + 30
        while handler.client.is_connected() and time.monotonic() < until:
            time.sleep(0.01)
        handler.close()


def _complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["playground", *arguments])
    assert ended.value.code == 1
    return capsys.readouterr().err


def test_the_command_says_what_it_cannot_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No manifest, no JSON, or a manifest that Slack would refuse: each is a sentence."""
    file = tmp_path / "manifest.json"
    assert "cannot be read" in _complaint(capsys, "--headless", "--manifest", str(file))
    file.write_text("{")
    assert "no JSON" in _complaint(capsys, "--headless", "--manifest", str(file))
    file.write_text(json.dumps({"unknown": 1}))
    assert "Slack would refuse" in _complaint(capsys, "--headless", "--manifest", str(file))


def test_every_workspace_gets_the_app(capsys: pytest.CaptureFixture[str]) -> None:
    """The first workspace's variables are there to be copied, those of the others are comments."""
    slack = LocalSlack(teams=("One", "Two"))
    stopped = threading.Event()
    stopped.set()
    run(slack, manifest(), stopped, None)
    lines = capsys.readouterr().out.splitlines()
    one, two = slack.world.apps.values()
    assert (one.app, one.signing_secret) == (two.app, two.signing_secret)
    assert f"SLACK_BOT_TOKEN={one.bot_token}" in lines
    assert f"# SLACK_BOT_TOKEN={two.bot_token}" in lines
