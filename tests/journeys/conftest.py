"""Fika in a local Slack: the real app over Socket Mode, a real database, the example pack and its accounts."""

import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot.bootstrap import shipped, slack_app
from bot.flows.importing import ImportJob, import_rows
from bot.library.loader import load_pack
from bot.library.rows import open_rows
from bot.playground.acts import Person
from bot.playground.acts_seen import NotSeen
from bot.playground.model import Installed, Message
from bot.playground.server import QUICK, LocalSlack
from bot.ports import Ports, Scope
from bot.ports.stop import Stop
from bot.settings import Settings
from bot.slack.app import SlackApp
from bot.slack.socket import serve
from tests.small import NOW, TODAY, ports_at

HARBOR = shipped("knowledge") / "harbor"
MANIFEST = json.loads((Path(__file__).parents[2] / "manifest.json").read_text())
PATIENCE = 30


def eventually(happens: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Whether something happens in time."""
    until = time.monotonic() + seconds
    while not happens():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


@dataclass(frozen=True)
class Town:
    """A workspace with Fika in it."""

    slack: LocalSlack
    installed: Installed
    app: SlackApp
    home: Path

    def person(self, name: str = "rep") -> Person:
        """Somebody in front of Fika."""
        return self.slack.person(name, self.installed)

    @property
    def ports(self) -> Ports:
        """What Fika stores."""
        return self.app.service.ports

    @property
    def scope(self) -> Scope:
        """Whose accounts Fika sees."""
        return Scope(self.installed.team, "harbor")

    def settled(self) -> bool:
        """Whether everything that was accepted is answered, after waiting for it."""
        return eventually(lambda: self._unanswered() == 0)

    def _unanswered(self) -> int:
        with self.ports.store().begin(Scope.of_team(self.installed.team), writes=False) as work:
            return work.inbox.unanswered()


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the example accounts, for the first workspace of a local Slack; to be copied."""
    home = tmp_path_factory.mktemp("stocked")
    with LocalSlack() as slack:
        team = slack.team()
    rows = open_rows(HARBOR / "examples" / "accounts.jsonl")
    import_rows(ImportJob(rows, load_pack(HARBOR).pack, as_of=TODAY), team, ports_at(home), NOW)
    return home


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A local Slack that refuses whatever the real one would refuse; on a busy machine it waits for acknowledgements."""
    with LocalSlack(pace=replace(QUICK, deadline=float(PATIENCE))) as slack:
        yield slack


@pytest.fixture
def installed(slack: LocalSlack) -> Installed:
    """Fika, installed as its manifest says."""
    return slack.install(MANIFEST, channels=("sales", "deals", "with-partner"))


@pytest.fixture
def settings(slack: LocalSlack, installed: Installed, tmp_path: Path, stocked: Path) -> Settings:
    """What Fika is told about the local Slack."""
    home = tmp_path / "home"
    shutil.copytree(stocked, home)
    return Settings(home=home, **{name.lower(): value for name, value in slack.environment(installed).items()})


@pytest.fixture
def town(slack: LocalSlack, installed: Installed, settings: Settings) -> Iterator[Town]:
    """A workspace with Fika connected to it."""
    app = slack_app(settings)
    stop = Stop()
    serving = threading.Thread(target=serve, args=(app, installed.app_token, stop, PATIENCE), daemon=True)
    serving.start()
    assert slack.connected(installed)
    yield Town(slack, installed, app, settings.home)
    stop.tell()
    serving.join(PATIENCE)
    app.service.status.close()
    assert not serving.is_alive()
    assert [] == [each for each in slack.world.refusals if each.error in UNFORGIVABLE]


UNFORGIVABLE = frozenset({"invalid_blocks", "invalid_arguments", "no_text", "missing_scope", "hazard", "msg_too_long"})
"""What a payload of ours must never be refused for."""


def quiet_for(person: Person, seconds: float = 0.5) -> bool:
    """Whether Fika says nothing to a person for a while."""
    try:
        person.wait_for_message("", seconds=seconds)
    except NotSeen:
        return True
    return False


def label_of(message: Message, part: str) -> str:
    """The words on the one button that a screen reader reads with that part."""
    found = {
        label
        for each in buttons_of(message.blocks)
        for label in [str(each.get("accessibility_label"))]
        if part in label
    }
    [label] = found
    return label


def buttons_of(shown: object) -> Iterator[dict[str, Any]]:
    """Every button in blocks."""
    if isinstance(shown, dict):
        if shown.get("type") == "button":
            yield shown
        shown = list(shown.values())
    if isinstance(shown, list):
        for each in shown:
            yield from buttons_of(each)
