"""`fika playground`: a local Slack for any app, with a page or without one."""

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

from bot.cli import playground
from bot.playground.server import LocalSlack
from bot.ports.stop import Stop
from tests.cli.conftest import ROOT

APP: dict[str, Any] = {
    "display_information": {"name": "Kettle"},
    "features": {"bot_user": {"display_name": "kettle"}},
    "oauth_config": {"scopes": {"bot": ["chat:write"]}},
    "settings": {"socket_mode_enabled": True},
}


@contextmanager
def running(folder: Path, *arguments: str, **more: str) -> Iterator[tuple[list[str], httpx.Client]]:
    """The command as a process: what it prints until an app can connect, and a client for it; it ends with status 0."""
    (folder / "manifest.json").write_text(json.dumps(APP))
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    kept = {name: value for name, value in os.environ.items() if name not in screens and not name.startswith("SLACK_")}
    command = [sys.executable, "-m", "bot", "playground", *arguments]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=folder, env={**kept, "PYTHONPATH": str(ROOT), **more}
    )
    assert process.stdout is not None
    lines: list[str] = []
    try:
        for line in process.stdout:
            lines.append(line.rstrip("\n"))
            if line.startswith("FIKA_TEAM="):
                break
        [api] = [line.partition("=")[2] for line in lines if line.startswith("SLACK_API_URL=")]
        with httpx.Client(base_url=api.removesuffix("/api/"), timeout=60) as http:
            yield lines, http
        process.send_signal(signal.SIGTERM)
        assert 0 == process.wait(60)
    finally:
        process.kill()
        process.stdout.close()
        process.wait()


def people(http: httpx.Client) -> list[tuple[str, str]]:
    """Everybody who is no bot, with the workspace."""
    state = http.get("/control/state").json()
    names = {each["id"]: each["name"] for each in state["workspaces"]}
    return [(names[each["team"]], each["name"]) for each in state["people"] if not each["bot"]]


def test_a_page_for_any_app(tmp_path: Path) -> None:
    """Its address is printed, it shows the app of the manifest, and whoever was asked for is in it once."""
    with running(tmp_path, "--person", "Ines", "--person", "Ines", "--person", "rep") as (lines, http):
        assert f"# Page: {http.base_url}".rstrip("/") + "/" in lines
        page = http.get("/", params={"person": "Ines"})
        assert (200, True) == (page.status_code, "Kettle" in page.text)
        assert 1 == people(http).count(("Home", "Ines"))
        assert 1 == people(http).count(("Home", "rep"))


def test_without_a_page(tmp_path: Path) -> None:
    """`--headless` serves none, and prints no address of one."""
    with running(tmp_path, "--headless") as (lines, http):
        assert [] == [line for line in lines if "Page" in line]
        assert {404} == {http.get(path).status_code for path in ("/", "/page/blank")}


def test_two_workspaces(tmp_path: Path) -> None:
    """The app is installed in each of them, the page shows both, and so do the people."""
    with running(tmp_path, "--team", "North", "--team", "South", "--person", "Ines") as (_, http):
        apps = http.get("/control/state").json()["apps"]
        assert 2 == len({each["team"] for each in apps})
        assert [("North", "Ines"), ("South", "Ines")] == [each for each in people(http) if each[1] == "Ines"]
        page = http.get("/").text
        assert ("North" in page, "South" in page) == (True, True)


def test_a_browser_is_opened_where_it_is_wanted(tmp_path: Path) -> None:
    """Where there is a screen the page is opened, but neither without a page nor where that is not wanted."""
    opened = tmp_path / "opened"
    screen = {"DISPLAY": ":99", "BROWSER": f"{_opener(tmp_path, opened)} %s"}
    addresses = []
    for option in ("--headless", "--no-browser", "--classic"):
        with running(tmp_path, option, **screen) as (_, http):
            addresses.append(str(http.base_url).rstrip("/"))
            if option == "--classic":
                _appears(opened)

    assert [addresses[-1]] == opened.read_text().split()


def test_in_this_process(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever serves says where its page is, opens it, and ends when it is told."""
    opened = tmp_path / "opened"
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("BROWSER", f"{_opener(tmp_path, opened)} %s")
    stop = Stop()
    slack = LocalSlack()
    teller = threading.Thread(target=lambda: (_appears(opened), stop.tell()))
    teller.start()
    playground.run(slack, APP, stop, None, page=True, opened=True)
    teller.join()

    assert [slack.base_url] == opened.read_text().split()
    assert f"# Page: {slack.base_url}/" in capsys.readouterr().out.splitlines()


def test_the_command_in_this_process(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A signal ends it, and what an app needs was printed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "manifest.json").write_text(json.dumps(APP))
    before = signal.getsignal(signal.SIGINT)

    def tell() -> None:
        while signal.getsignal(signal.SIGINT) == before:
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGINT)

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    playground.playground(no_browser=True, person=["Ines", "Ines"], team=["North", "South"])
    teller.join()

    assert 2 == capsys.readouterr().out.count("SLACK_APP_TOKEN=xapp-")


def _opener(folder: Path, opened: Path) -> Path:
    """A browser that notes what it is to open."""
    opener = folder / "opener"
    opener.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> {opened}\n')
    opener.chmod(0o755)
    return opener


def _appears(file: Path) -> None:
    until = time.monotonic() + 60
    while not (file.exists() and file.read_text().endswith("\n")) and time.monotonic() < until:
        time.sleep(0.01)
