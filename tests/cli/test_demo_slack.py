"""`fika demo` at a terminal: a local Slack with a page, the real Fika in it as a process of its own, the pack watched."""

import json
import os
import pty
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.bootstrap import shipped
from bot.cli import demo_slack
from bot.cli.attached import environment
from bot.cli.browser import has_screen
from bot.cli.demo_slack import PORT, Wanted
from bot.cli.terminal import terminal
from bot.playground.server import LocalSlack, NotThere
from tests.cli.conftest import ROOT

HARBOR = shipped("knowledge") / "harbor"
PATIENCE = 40.0
HEADLINE = "Fogbarrel: "


def eventually(happens: Callable[[], Any]) -> Any:
    """What happens in time."""
    until = time.monotonic() + PATIENCE
    while not (found := happens()):
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.05)
    return found


def is_alive(pid: int) -> bool:
    """Whether there is such a process."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    return False


class Demo:
    """The command in a process of its own, at a terminal of its own."""

    def __init__(self, home: Path, *arguments: str | Path, **more: str) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("FIKA_", "SLACK_"))}
        screens = ("DISPLAY", "WAYLAND_DISPLAY")
        given = {name: value for name, value in kept.items() if name not in screens}
        given |= {"FIKA_HOME": str(home), "PYTHONPATH": str(ROOT), **more}
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "bot", "demo", "--port", "0", *map(str, arguments)]
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=given, start_new_session=True
        )
        os.close(theirs)
        self.home = home / "demo"
        self.said = ""
        self._reader = threading.Thread(target=self._read, args=(ours,), daemon=True)
        self._reader.start()
        eventually(lambda: "Ctrl-C" in self.said or self.process.poll() is not None)
        self.http = httpx.Client(base_url=(re.findall(r"http://127\.0\.0\.1:\d+", self.said) or [""])[0], timeout=30)

    def _read(self, terminal: int) -> None:
        with suppress(OSError):
            while read := os.read(terminal, 4096):
                self.said += read.decode().replace("\r\n", "\n")
        os.close(terminal)

    def act(self, person: str, act: str, **arguments: Any) -> Any:
        """What a person does."""
        answer = self.http.post("/control/act", json={"person": person, "act": act, "arguments": arguments})
        assert 200 == answer.status_code, answer.text
        return answer.json()

    def asks(self, text: str, answered: str = HEADLINE) -> str:
        """What Fika answers the rep."""
        asked = self.act("rep", "dm", text=text)

        def answer() -> str | None:
            later = [each["words"] for each in self.seen() if each["ts"] > asked["ts"] and each.get("app_id")]
            return next((each for each in later if answered in each), None)

        return str(eventually(answer))

    def seen(self, person: str = "rep", **where: str) -> list[dict[str, Any]]:
        """What a person sees, in the direct messages with Fika where no channel is given."""
        return list(self.http.get("/control/messages", params={"person": person, **where}).json())

    @property
    def app(self) -> dict[str, Any]:
        """Fika, as the local Slack knows it."""
        [app] = self.http.get("/control/state").json()["apps"]
        return dict(app)

    @property
    def bench(self) -> dict[str, Any]:
        """What the author of the pack is shown on the page."""
        page = self.http.get("/", params={"person": "rep"})
        assert 200 == page.status_code
        found = re.search(r'<script[^>]*type="?application/json"?[^>]*>(.*?)</script>', page.text, re.DOTALL)
        assert found is not None
        return dict(json.loads(found[1])["set"]["bench"])

    @property
    def fika(self) -> int:
        """The id of Fika's process."""
        [child] = self._children()
        return child

    def _children(self) -> list[int]:
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        ids = {int(each) for task in tasks for each in (task / "children").read_text().split()}
        return [each for each in ids if b"leash" in Path(f"/proc/{each}/cmdline").read_bytes()]

    def ends(self, by: signal.Signals = signal.SIGINT) -> int:
        """Its status after a signal; nothing of it is left."""
        children = self._children()
        self.process.send_signal(by)
        status = self.process.wait(PATIENCE)
        eventually(lambda: not any(map(is_alive, children)))
        return status

    def close(self) -> None:
        """End it, whatever state it is in."""
        self.http.close()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._reader.join(PATIENCE)


@pytest.fixture
def show(tmp_path: Path) -> Iterator[Callable[..., Demo]]:
    """`show("--fresh")` is a demonstration in the test's own home."""
    shown: list[Demo] = []

    def start(*arguments: str | Path, **more: str) -> Demo:
        shown.append(Demo(tmp_path / "home", *arguments, **more))
        return shown[-1]

    yield start
    for each in shown:
        each.close()


def edit(file: Path, old: str, new: str) -> None:
    """Change a file; what is to be changed must be there."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_it_answers_from_the_pack_that_is_being_edited(show: Callable[..., Demo], tmp_path: Path) -> None:
    """It shows a page with Fika at work; an edit is answered from, one with errors is not, and Ctrl-C ends it all."""
    pack = Path(shutil.copytree(HARBOR, tmp_path / "mine"))
    demo = show("--pack", pack)
    assert str(pack) in demo.said
    assert f"{demo.http.base_url}/?person=U".replace("//?", "/?") in demo.said
    assert demo.app["connections"] >= 1
    assert "primary/A" in demo.asks("does Fogbarrel fit?")
    assert ("1", True, 36) == tuple(demo.bench[key] for key in ("version", "ok", "compared"))

    edit(pack / "icps" / "primary.yaml", "gcp: 5", "gcp: -3")
    edit(pack / "icps" / "primary.yaml", "aws: 5", "aws: -3")
    changed = eventually(lambda: demo.bench if demo.bench["version"] == "1, draft" else None)
    assert "Fogbarrel" in {each["name"] for each in changed["changes"]}
    assert "primary/A" not in demo.asks("does Fogbarrel fit?")

    edit(pack / "pack.yaml", "title: Harbor (example)", "title: [")
    broken = eventually(lambda: demo.bench if not demo.bench["ok"] else None)
    [error] = [each for each in broken["findings"] if each["severity"] == "error"]
    assert ("pack.yaml", 12) == (error["file"], error["line"])
    assert "primary/A" not in demo.asks("does Fogbarrel fit?")

    assert [] == demo.http.get("/control/refusals").json()
    assert 0 == demo.ends()


def test_what_was_found_out_is_there_the_next_time(show: Callable[..., Demo]) -> None:
    """A second demonstration knows what the first one was told, answers nothing of it, and `--fresh` forgets it."""
    first = show()
    first.asks("Acme has 120 employees", "120")
    first.asks("does Fogbarrel fit?")
    assert 0 == first.ends(signal.SIGTERM)
    with sqlite3.connect(first.home / "fika.db") as state:  # as if it had been killed before it answered
        state.execute("UPDATE deliveries SET ending = NULL, effect = NULL, parts = '{}', worker = 'gone'")
    state.close()

    second = show()
    assert "120" in second.asks("what do we know about Acme?", "Acme")
    assert not [each for each in second.seen() if HEADLINE in each["words"]]
    assert 0 == second.ends(signal.SIGHUP)
    assert [] == [each for each in (second.home / "fika.log").read_text().splitlines() if " ERROR " in each]

    third = show("--fresh")
    assert "120" not in third.asks("what do we know about Acme?", "Acme")
    assert 0 == third.ends()


def test_everybody_is_told_what_to_try(show: Callable[..., Demo]) -> None:
    """Rep, manager and admin read, each alone, what there is to do; what is told works; the admin may set Fika up."""
    demo = show()
    told = {person: demo.seen(person, channel="sales") for person in ("rep", "manager", "admin", "guest")}
    assert [1, 1, 1, 0] == [len(each) for each in told.values()]
    assert all(each[0]["is_ephemeral"] for each in told.values() if each)
    tried = {person: re.findall(r"`(.*?)`", each[0]["text"]) for person, each in told.items() if each}
    assert ["@Fika does Fogbarrel fit?", "/fika fit Fogbarrel", "let us qualify Fogbarrel"] == tried["rep"]
    assert "/fika gaps" in tried["manager"]

    demo.act("rep", "say", channel="sales", text="@Fika does Fogbarrel fit?")
    demo.act("rep", "wait_for_message", text=HEADLINE, channel="sales", seconds=PATIENCE)
    for person, command in (("rep", "/fika fit Fogbarrel"), ("manager", "/fika gaps")):
        demo.act(person, "command", line=command, channel="sales")
        demo.act(person, "wait_for_message", channel="sales", seconds=PATIENCE)
    homes = {}
    for person in ("admin", "rep"):
        demo.act(person, "open_home")
        homes[person] = str(demo.act(person, "wait_for_home", seconds=PATIENCE)["words"])
    assert [True, False] == ["Change settings" in homes[person] for person in ("admin", "rep")]
    assert 0 == demo.ends()


def test_fika_is_started_again(show: Callable[..., Demo]) -> None:
    """Where Fika's process dies it is started again, and that is said."""
    demo = show()
    before = demo.fika
    os.kill(before, signal.SIGKILL)
    eventually(lambda: not demo.app["connections"])

    eventually(lambda: demo.app["connections"])
    assert before != demo.fika
    assert HEADLINE in demo.asks("does Fogbarrel fit?")
    assert "was started again" in demo.said
    assert 0 == demo.ends()


def test_fika_does_not_outlive_it(show: Callable[..., Demo]) -> None:
    """Even where the demonstration is killed outright, Fika's process ends."""
    demo = show()
    fika = demo.fika
    assert -signal.SIGKILL == demo.ends(signal.SIGKILL)

    assert not is_alive(fika)


def test_two_at_once(show: Callable[..., Demo]) -> None:
    """A second demonstration in the same home is refused, and says where the first one is."""
    first = show()
    second = show()

    assert 1 == second.process.wait(PATIENCE)
    assert f"running already, at {first.http.base_url}".rstrip("/") in second.said
    assert 0 == first.ends()


def test_fika_that_does_not_start(show: Callable[..., Demo]) -> None:
    """Where Fika cannot start, its own words say why, and nothing is left running."""
    demo = show(FIKA_LLM="nobody:nothing")

    assert 1 == demo.process.wait(PATIENCE)
    assert "Fika did not connect to the local Slack." in demo.said
    assert "nobody" in demo.said.rpartition("local Slack.")[2]


def test_a_browser_is_opened(show: Callable[..., Demo], tmp_path: Path) -> None:
    """Where there is a screen the page is opened in the browser, unless that is not wanted."""
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> {opened}\n')
    browser.chmod(0o755)
    screen = {"DISPLAY": ":99", "BROWSER": f"{browser} %s"}
    quiet = show("--no-browser", **screen)
    assert 0 == quiet.ends()
    demo = show(**screen)
    eventually(opened.exists)

    [url] = eventually(lambda: opened.read_text().split())
    assert url in demo.said
    assert 0 == demo.ends()


def test_a_screen() -> None:
    """A window is opened where there is a screen, and a browser never takes the terminal."""
    assert [True, True, False, True, False] == [
        has_screen({"DISPLAY": ":0"}, "linux"),
        has_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        has_screen({}, "linux"),
        has_screen({}, "darwin"),
        has_screen({"SSH_CONNECTION": "1"}, "darwin"),
    ]


def test_whose_state_it_is() -> None:
    """Fika in a local Slack is told nothing of anybody's own state or workspace, and sends nothing to a proxy."""
    given = {
        "FIKA_DATABASE_URL": "postgresql://own",
        "FIKA_HOME": "/own",
        "FIKA_LLM": "openai:gpt-5-mini",
        "SLACK_BOT_TOKEN": "xoxb-own",
        "HTTPS_PROXY": "http://proxy:1",
        "http_proxy": "http://proxy:2",
        "PATH": "/bin",
    }

    assert {
        "FIKA_LLM": "openai:gpt-5-mini",
        "PATH": "/bin",
        "ALL_PROXY": "http://proxy:1",
        "NO_PROXY": "127.0.0.1,localhost",
        "FIKA_GRACE": "5",
        "PYTHONUNBUFFERED": "1",
        "FIKA_HOME": "/demo",
    } == environment(given, {"FIKA_HOME": "/demo"})


def test_ports(monkeypatch: pytest.MonkeyPatch) -> None:
    """A port that was chosen and is taken is refused; where none was chosen the next free one is taken."""
    with LocalSlack() as taken:
        with pytest.raises(NotThere, match="Choose another"):
            demo_slack._listen(LocalSlack(), taken.port)
        monkeypatch.setattr(demo_slack, "PORT", taken.port)
        for tried in (1, 2):
            monkeypatch.setattr(demo_slack, "TRIED", tried)
            other = LocalSlack()
            demo_slack._listen(other, None)
            assert taken.port != other.port
            other.stop()
    assert 1024 < PORT < 32768


def test_a_home_that_cannot_be_written(show: Callable[..., Demo], tmp_path: Path) -> None:
    """A home that is a file is said to be one that cannot be written."""
    (tmp_path / "home").write_text("")
    demo = show()

    assert 1 == demo.process.wait(PATIENCE)
    assert "cannot be written" in demo.said


def test_a_pack_with_errors(show: Callable[..., Demo], tmp_path: Path) -> None:
    """A pack that was never in force and has errors cannot be shown; they are listed."""
    pack = Path(shutil.copytree(HARBOR, tmp_path / "mine"))
    edit(pack / "pack.yaml", "title: Harbor (example)", "title: [")
    demo = show("--pack", pack)

    assert 1 == demo.process.wait(PATIENCE)
    assert "pack.yaml:12" in demo.said


def test_in_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What runs beside the page is put in order by the signal that ends it, and its folder holds the state."""
    for name in [each for each in os.environ if each.startswith(("FIKA_", "SLACK_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("FIKA_HOME", str(tmp_path))
    running = tmp_path / "demo" / "running"

    seen: list[int] = []

    def found(what: str, **asked: str) -> Any:
        return httpx.get(f"{running.read_text()}/control/{what}", params=asked).json()

    def welcomed() -> bool:
        with suppress(OSError, httpx.HTTPError):  # not listening yet
            return bool(found("messages", person="rep", channel="sales"))
        return False

    def tell() -> None:
        try:
            eventually(welcomed)
            seen.append(found("state")["apps"][0]["connections"])
        finally:
            os.kill(os.getpid(), signal.SIGINT)

    for pack, fresh in (("harbor", False), (str(_bare(tmp_path)), True)):
        teller = threading.Thread(target=tell)
        teller.start()
        demo_slack.run(terminal(), Wanted(pack, 0, opened=False, fresh=fresh))
        teller.join()
    assert [1, 1] == seen
    assert 2 == capsys.readouterr().out.count("Stopping ...")
    assert [] == [each.name for each in threading.enumerate() if each.name in ("workbench", "local-slack")]


def _bare(folder: Path) -> Path:
    """A pack that no accounts come with."""
    return Path(shutil.copytree(HARBOR, folder / "bare", ignore=shutil.ignore_patterns("examples")))
