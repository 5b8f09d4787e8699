"""Kitchen: a local Slack with a stranger's app in it, each in its own process, over either transport."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.playground.acts import Person
from bot.playground.model import Call, Installed
from bot.playground.server import LocalSlack
from tests.page.stranger_manifest import MANIFEST

STRANGER = Path(__file__).with_name("stranger.py")
ASYNC = Path(__file__).with_name("stranger_async.py")
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Kitchen:
    """The local Slack and the app."""

    slack: LocalSlack
    installed: Installed
    log: Path
    """What the process of the app says."""

    def person(self, name: str = "rep") -> Person:
        """Somebody in front of the app."""
        return self.slack.person(name, self.installed)

    def calls(self, method: str) -> list[Call]:
        """The calls of a method."""
        return [one for one in self.slack.world.calls if one.method == method and one.app == self.installed.app]

    def wrong(self) -> list[str]:
        """Everything that went wrong so far: calls that failed, what was dangerous, what was not acknowledged."""
        found = [f"{one.method}: {one.response.get('error')}" for one in self.slack.world.calls if not one.ok]
        found += [f"{one.method}: {fault}" for one in self.slack.world.calls for fault in one.faults]
        found += [f"{one.name}: {one.failure}" for one in self.slack.deliveries.tracks if one.failure]
        return found


@contextmanager
def tidy(kitchen: Kitchen) -> Iterator[Kitchen]:
    """The app in a Slack where nothing was said; in the end nothing may have gone wrong."""
    kitchen.person().quiet()
    kitchen.slack.reset()
    yield kitchen
    kitchen.person().quiet()
    assert kitchen.wrong() == [], kitchen.log.read_text()


@contextmanager
def cooking(
    slack: LocalSlack,
    folder: Path,
    *,
    program: Path = STRANGER,
    manifest: Mapping[str, Any] = MANIFEST,
    http: bool = False,
) -> Iterator[Kitchen]:
    """A stranger's app at work, in the channel sales.

    Args:
        slack: where it works.
        folder: where its log goes.
        program: what to run.
        manifest: what it says of itself.
        http: whether it is reached by signed requests, not over Socket Mode.
    """
    port = _free() if http else 0
    address = f"http://127.0.0.1:{port}/slack/events" if http else None
    installed = slack.install(manifest, request_url=address)
    command = [sys.executable, str(program), *(["--http", str(port)] if http else [])]
    log = folder / f"{program.stem}.log"
    with log.open("wb") as written:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}
        known = kept | dict(slack.environment(installed)) | {"SINK_PICTURE": "http://127.0.0.1:9/dog.png"}
        process = subprocess.Popen(command, env=known, stdout=written, stderr=subprocess.STDOUT)
        try:
            assert _reached(slack, installed, port), log.read_text()
            slack.world.join(slack.person("rep", installed).channel("sales"), installed.bot_user)
            yield Kitchen(slack, installed, log)
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _reached(slack: LocalSlack, installed: Installed, port: int) -> bool:
    if not port:
        return slack.connected(installed)
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.02)
        else:
            slack.verify(installed)
            return True
    return False


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
