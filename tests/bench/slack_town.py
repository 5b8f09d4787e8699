"""Town: a local Slack in this process, and the apps that are measured in it, each a process of its own."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from time import perf_counter

from bot.bootstrap import shipped
from bot.flows.importing import ImportJob, import_rows
from bot.library.loader import load_pack
from bot.library.rows import open_rows
from bot.playground.acts import Person
from bot.playground.model import Change, Installed
from bot.playground.server import LocalSlack
from tests.bench.slack_echo import MANIFEST as ECHO
from tests.small import NOW, TODAY, ports_at

ROOT = Path(__file__).parents[2]
HARBOR = shipped("knowledge") / "harbor"
QUESTION = "does Acme fit?"
PATIENCE = 30.0
ENDING = 60.0
REST = 0.01
"""Seconds after an answer in which an app writes down what it has done."""

App = str
Transport = str
APPS = ("fika", "echo")
TRANSPORTS = ("socket", "http")


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer that was posted."""

    channel: str
    at: float
    """By the clock of `perf_counter`."""


@dataclass(slots=True)
class Answers:
    """Every message that an app posts, as soon as it is there."""

    waiting: "SimpleQueue[Heard]" = field(default_factory=SimpleQueue)

    def noticed(self, change: Change) -> None:
        """Take note of a change of the world."""
        if change.kind == "message" and change.item.app is not None:
            self.waiting.put(Heard(change.item.channel, perf_counter()))


@dataclass(frozen=True, slots=True)
class Rival:
    """An app that runs, and the people in front of it."""

    installed: Installed
    process: "subprocess.Popen[bytes]"
    people: Sequence[Person]

    @property
    def megabytes(self) -> float:
        """The memory that its process has in use."""
        shown = subprocess.run(["ps", "-o", "rss=", "-p", str(self.process.pid)], capture_output=True, check=True)
        return int(shown.stdout) / 1024


@dataclass(frozen=True, slots=True)
class Town:
    """A local Slack with apps that answer."""

    slack: LocalSlack
    answers: Answers
    stocked: Path
    """A home of Fika's with the example accounts in it, to be copied."""
    home: Path

    @contextmanager
    def rival(self, app: App, transport: Transport, people: int, **environment: str) -> Iterator[Rival]:
        """An app with so many people, all of them answered once, so that everything is warm."""
        manifest = ECHO if app == "echo" else json.loads((ROOT / "manifest.json").read_text())
        installed = self.slack.install(manifest)
        port = _free_port()
        if transport == "http":
            installed.request_url = f"http://127.0.0.1:{port}/slack/events"
        command = _command(app, transport, port)
        with self._running(command, installed, environment) as process:
            self._reached(installed, port)
            rival = Rival(installed, process, [self._person(installed, number) for number in range(people)])
            crowd(self, rival, 3)
            yield rival

    def ask(self, person: Person, text: str = QUESTION) -> float:
        """How many seconds pass from sending a question until the answer is posted; nothing else goes on."""
        started = perf_counter()
        person.dm(text)
        heard = self.answers.waiting.get(timeout=PATIENCE)
        assert person.dm_channel.id == heard.channel
        self.slack.deliveries.quiet()
        time.sleep(REST)
        return heard.at - started

    def forget(self) -> None:
        """Forget what was said, so that this process does not grow."""
        self.slack.world.forget(2)
        self.slack.deliveries.forget()

    def _person(self, installed: Installed, number: int) -> Person:
        name = f"person{number}"
        if not any(user.name == name for user in self.slack.world.users.values()):
            self.slack.add_person(name)
        return self.slack.person(name, installed)

    @contextmanager
    def _running(
        self, command: Sequence[str], installed: Installed, environment: dict[str, str]
    ) -> Iterator["subprocess.Popen[bytes]"]:
        home = self.home / installed.app
        shutil.copytree(self.stocked, home)
        known = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "FIKA_"))}
        told = {**known, **self.slack.environment(installed), "FIKA_HOME": str(home), **environment}
        with (home / "log").open("wb") as log:
            process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=told, stdout=log, stderr=log)
            try:
                yield process
            finally:
                process.terminate()
                try:
                    process.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    process.kill()  # what it still has to do, nobody waits for
                    process.wait()

    def _reached(self, installed: Installed, port: int) -> None:
        if installed.socket:
            assert self.slack.connected(installed)
            return
        until = time.monotonic() + PATIENCE
        while not _listens(port):
            assert time.monotonic() < until
            time.sleep(0.05)
        self.slack.verify(installed)


@contextmanager
def town(home: Path) -> Iterator[Town]:
    """A local Slack, and the example accounts for the apps that are to run in it."""
    with LocalSlack() as slack:
        stocked = home / "stocked"
        rows = open_rows(HARBOR / "examples" / "accounts.jsonl")
        import_rows(ImportJob(rows, load_pack(HARBOR).pack, as_of=TODAY), slack.team(), ports_at(stocked), NOW)
        made = Town(slack, Answers(), stocked, home)
        slack.world.on_change(made.answers.noticed)
        yield made


def crowd(town: Town, rival: Rival, times: int = 0, *, seconds: float = 0.0) -> float:
    """Everybody asks, and asks again as soon as they are answered: so many times, or for so long.

    Returns how many answers there were a second.
    """
    people = {person.dm_channel.id: person for person in rival.people}
    asked = Counter(people.keys())
    started = perf_counter()
    for person in people.values():
        person.dm(QUESTION)
    answered = 0
    while answered < asked.total():
        heard = town.answers.waiting.get(timeout=PATIENCE)
        answered += 1
        if asked[heard.channel] < times or heard.at - started < seconds:
            asked[heard.channel] += 1
            people[heard.channel].dm(QUESTION)
    taken = perf_counter() - started
    town.slack.deliveries.quiet()
    return answered / taken


@dataclass(frozen=True, slots=True)
class Held:
    """What came of a rate that was held."""

    asked: Counter[str]
    answered: Counter[str]
    seconds: list[float]
    """How long each answer took."""


def hold(town: Town, rival: Rival, rate: float, seconds: float) -> Held:
    """Ask at a rate, whether answers come or not; then wait until there are no more of them for a while."""
    held = Held(Counter(), Counter(), [])
    sent: dict[str, list[float]] = {person.dm_channel.id: [] for person in rival.people}
    started = perf_counter()
    for number in range(int(rate * seconds)):
        time.sleep(max(0.0, started + number / rate - perf_counter()))
        person = rival.people[number % len(rival.people)]
        channel = person.dm_channel.id
        held.asked[channel] += 1
        sent[channel].append(perf_counter())
        person.dm(QUESTION)
    with suppress(Empty):  # what has not come by then is lost
        while held.answered.total() < held.asked.total():
            _hear(town, held, sent)
    town.slack.deliveries.quiet(ENDING)
    time.sleep(1.0)  # for answers that come twice
    while not town.answers.waiting.empty():
        _hear(town, held, sent)
    return held


def _hear(town: Town, held: Held, sent: dict[str, list[float]]) -> None:
    heard = town.answers.waiting.get(timeout=ENDING)
    turn = held.answered[heard.channel]
    held.answered[heard.channel] += 1
    if turn < len(sent[heard.channel]):
        held.seconds.append(heard.at - sent[heard.channel][turn])


def _command(app: App, transport: Transport, port: int) -> list[str]:
    if app == "echo":
        return ["-m", "tests.bench.slack_echo", *([str(port)] if transport == "http" else [])]
    return ["-m", "bot", "slack"] if transport == "socket" else ["-m", "bot", "web", "--port", str(port)]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def _listens(port: int) -> bool:
    with socket.socket() as trying:
        return trying.connect_ex(("127.0.0.1", port)) == 0
