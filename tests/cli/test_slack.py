"""Running Fika in Slack from the command line: what is missing is said, where it is is said, and it ends in order."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Fika, Ran
from tests.slack.local import LocalSlack, local_slack, until

NEEDED = {"slack": ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"), "web": ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET")}
HEAVY = {"slack_bolt", "slack_sdk", "starlette", "uvicorn", "websockets"}


@pytest.fixture(autouse=True)
def no_secrets(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of Slack is set."""
    for name in [each for each in os.environ if each.startswith("SLACK_") or each == "PORT"]:
        monkeypatch.delenv(name)


@pytest.fixture
def slack(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalSlack]:
    """A server that is Slack, with everything set for it."""
    with local_slack() as server:
        monkeypatch.setenv("SLACK_API_URL", server.url)
        monkeypatch.setenv("FIKA_PORT", "0")
        for name in {*NEEDED["slack"], *NEEDED["web"]}:
            monkeypatch.setenv(name, f"geheim-{name}")
        yield server


def _is_a_sentence(ran: Ran) -> bool:
    return (1, "") == (ran.status, ran.out) and re.fullmatch(r"fika: [^\n]+\.\n", ran.err) is not None


@contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[str]]:
    """Run a command in a process of its own, and leave none behind."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    arguments = [sys.executable, "-m", "bot", *command]
    pipe = subprocess.PIPE
    with subprocess.Popen(arguments, env=environment, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def greeting(process: subprocess.Popen[str]) -> str:
    """The first line that a command prints."""
    assert process.stdout is not None
    return process.stdout.readline()


def ended(process: subprocess.Popen[str], number: signal.Signals | None = None) -> tuple[int, str]:
    """Wait for the end, after a signal if there is one; the status and what was logged."""
    if number is not None:
        process.send_signal(number)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


@pytest.mark.parametrize("command", NEEDED)
def test_what_is_missing(command: str, fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that have to be there are all named, with where to find them; those that are there are not."""
    first, second = NEEDED[command]
    both = fika(command)
    monkeypatch.setenv(first, "xoxb-geheim")
    one = fika(command)

    assert [True, True] == [_is_a_sentence(both), _is_a_sentence(one)]
    assert re.match(rf"fika: Set {first} \(.*\) and {second} \(.*\) first;", both.err)
    assert re.match(rf"fika: Set {second} \(.*\) first;", one.err)
    assert "geheim" not in one.err


@pytest.mark.parametrize("command", NEEDED)
@pytest.mark.parametrize("error", ["invalid_auth", "account_inactive"])
def test_a_wrong_token(command: str, error: str, slack: LocalSlack, fika: Fika) -> None:
    """A bot's token that Slack does not accept ends the command with a sentence."""
    slack.answers["auth.test"] = {"ok": False, "error": error}

    ran = fika(command)

    assert _is_a_sentence(ran)
    assert f"Slack does not accept SLACK_BOT_TOKEN ({error})." in ran.err
    assert "geheim" not in ran.err


@pytest.mark.parametrize("command", NEEDED)
def test_a_pack_that_is_not_there(command: str, slack: LocalSlack, fika: Fika, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack that cannot be used is said before anybody asks."""
    monkeypatch.setenv("FIKA_PACK", "nowhere")

    ran = fika(command)

    assert _is_a_sentence(ran)
    assert "nowhere" in ran.err


def test_a_wrong_app_token(slack: LocalSlack) -> None:
    """So does a wrong token for Socket Mode, with status 1."""
    slack.answers["apps.connections.open"] = {"ok": False, "error": "not_allowed_token_type"}
    with running("slack") as process:
        status, err = ended(process)

    assert 1 == status
    assert "fika: Slack does not accept SLACK_APP_TOKEN (not_allowed_token_type)." in err
    assert "Traceback" not in err
    assert "geheim" not in err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_socket_mode(number: signal.Signals, slack: LocalSlack) -> None:
    """`fika slack` says where it is, connects, and ends with status 0 when it is told to."""
    with running("slack") as process:
        said = greeting(process)
        until(lambda: slack.open)
        status, err = ended(process, number)

    assert re.fullmatch(r"Fika [\d.]+ is in Harbor Sales \(T1\) as fika, over Socket Mode. Pack: harbor.\n", said)
    assert 0 == status, err
    assert [] == [line for line in err.splitlines() if "WARNING" in line]
    assert ("Connected to Slack over Socket Mode." in err, "Everything that was acknowledged is finished." in err) == (
        True,
        True,
    )
    assert ("Traceback" in err, "geheim" in err) == (False, False)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_http(number: signal.Signals, slack: LocalSlack) -> None:
    """`fika web` says where it listens, is healthy, and ends with status 0 when it is told to."""
    with running("web") as process:
        [port] = re.findall(r"over HTTP, listening on 127.0.0.1, port (\d+)\. Pack: harbor\.$", greeting(process))
        until(lambda: _health(int(port)) == (200, "ok"))
        refused, _ = _ask(int(port), "POST", "/slack/events")
        status, err = ended(process, number)

    assert 401 == refused
    assert 0 == status, err
    assert "Everything that was acknowledged is finished." in err
    assert ("Traceback" in err, "geheim" in err) == (False, False)


def _ask(port: int, method: str, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def _health(port: int) -> tuple[int, str]:
    status, body = _ask(port, "GET", "/health")
    return status, json.loads(body)["status"]


@pytest.mark.parametrize("command", NEEDED)
def test_a_slack_that_is_down(command: str, slack: LocalSlack) -> None:
    """Where Slack does not answer at the start it is waited for, and a signal ends the wait with status 0."""
    slack.answers["auth.test"] = {"ok": False, "error": "internal_error"}
    with running(command) as process:
        until(lambda: slack.calls.count("auth.test") > 1)
        status, err = ended(process, signal.SIGTERM)

    assert 0 == status
    assert "answered internal_error. Trying again in 1 seconds." in err


def test_a_port_that_is_taken(slack: LocalSlack, fika: Fika) -> None:
    """A port that somebody else listens on is said, with what to set."""
    port = slack.url.split(":")[2].split("/")[0]

    ran = fika("web", "--port", port)

    assert _is_a_sentence(ran)
    assert f"Nothing can listen on 127.0.0.1, port {port}" in ran.err


def test_the_manifest(fika: Fika) -> None:
    """`fika manifest` prints the manifest that ships, without any setting."""
    ran = fika("manifest")

    assert (0, "") == (ran.status, ran.err)
    assert json.loads((ROOT / "manifest.json").read_text(encoding="utf-8")) == json.loads(ran.out)
    assert (ROOT / "manifest.json").read_text(encoding="utf-8") == ran.out


def test_the_manifest_for_http(fika: Fika) -> None:
    """With --url every request goes there, and Socket Mode is off."""
    told = json.loads(fika("manifest", "--url", "https://fika.example.com").out)

    assert "https://fika.example.com/slack/events" == told["settings"]["interactivity"]["request_url"]
    assert told["settings"]["socket_mode_enabled"] is False


def test_the_manifest_for_no_address(fika: Fika) -> None:
    """An address that Slack does not deliver to is refused."""
    assert _is_a_sentence(fika("manifest", "--url", "http://fika.example.com"))


@pytest.mark.parametrize("command", [["ask", "help"], ["accounts", "list"], ["manifest"], ["--version"]], ids=" ".join)
def test_nothing_of_slack_is_loaded(
    command: list[str], home: Path, process: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    """Whoever does not serve Slack loads nothing of it."""
    ran = process("-X", "importtime", "-m", "bot", *command)
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.decode().splitlines()}

    assert 0 == ran.returncode
    assert set() == HEAVY & loaded
