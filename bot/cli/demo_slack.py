"""Demo in Slack: a local Slack in this process, the real Fika in one beside it, and the pack's folder watched.

Everything is kept in a folder of its own in FIKA_HOME, so that a demonstration never touches anybody's accounts. The
ids of a local Slack are the same each time: what was found out is there again, while its conversations begin anew.
"""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.bootstrap import build, shipped
from bot.cli.attached import Attached, environment
from bot.cli.browser import open_page
from bot.cli.demo_words import address, started, welcome
from bot.cli.examples import accounts_of
from bot.cli.terminal import Terminal, complain, say
from bot.cli.workbench import Workbench
from bot.core.errors import FikaError
from bot.flows.anew import begin_anew
from bot.flows.importing import ImportJob, import_rows
from bot.flows.packs import CurrentPack, current_pack
from bot.library.folders import FolderPacks
from bot.library.rows import open_rows
from bot.playground.delivery import Pace
from bot.playground.server import LocalSlack, NotThere
from bot.ports import Ports, Scope
from bot.ports.stop import Stop, told_by_signals

FOLDER = "demo"
WORKSPACE = "Sales"
"""What the workspace is called; Home is the name of an app's tab."""
LOG = "fika.log"
RUNNING = "running"
PORT = 8150
TRIED = 20
"""Ports that are tried, one after the other, where nobody chose one."""
CHANNELS = ("sales", "deals", "with-partner")
PATIENCE = 120.0
"""Seconds that Fika may take to connect."""
EVERY = 0.5


class DemoFailed(FikaError):
    """Raised when the demonstration cannot be shown."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a demonstration is to be like."""

    pack: str
    port: int | None = None
    """The first free one from PORT on, where none is chosen."""
    opened: bool = True
    """Whether a browser is to open its page."""
    fresh: bool = False
    """Whether what earlier ones kept is forgotten."""


def run(at: Terminal, wanted: Wanted) -> None:
    """Show Fika in a local Slack until a signal ends it.

    Raises:
        PackUnknown: there is no such pack.
        PackInvalid: the pack was never shown, and has errors.
        NotThere: the port is taken.
        DemoFailed: another one is running, or Fika does not start.
    """
    folder = FolderPacks(shipped("knowledge")).find(wanted.pack).resolve()
    home = (at.settings.home / FOLDER).resolve()
    with _alone(home) as running:
        if wanted.fresh:
            _forget(home)
        settings = at.settings.model_copy(update={"home": home, "database_url": None, "chroma_url": None})
        ports = build(settings)
        bench = Workbench(folder, ports, _now)
        slack = LocalSlack(pace=Pace(), teams=(WORKSPACE,), bench=bench)
        say([f"Loading the pack in {folder} ..."])
        current = _prepared(ports, folder, slack.team())
        with told_by_signals(to_the_end=True) as stop:
            bench.start(current, slack.team())
            try:
                if stop.told:
                    return
                _listen(slack, wanted.port)
                running.write_text(slack.base_url, "utf-8")
                _serve(_Shown(slack, home, current.pack.name, ports), wanted, folder, stop)
            finally:
                slack.stop()
                bench.stop()


class _Shown:
    """Fika in a local Slack.

    Args:
        slack: which is running.
        home: where Fika keeps its state.
        pack: the name under which its pack is published.
        ports: the same state.
    """

    def __init__(self, slack: LocalSlack, home: Path, pack: str, ports: Ports) -> None:
        self.slack, self.pack, self.ports = slack, pack, ports
        manifest = json.loads((shipped("knowledge").parent / "manifest.json").read_text("utf-8"))
        self.app = slack.install(manifest, channels=CHANNELS)
        self.log = home / LOG
        admins = [one.id for one in slack.world.users.values() if one.is_admin and one.team == self.app.team]
        own = {
            **slack.environment(self.app),
            "FIKA_HOME": str(home),
            "FIKA_TEAM": self.app.team,
            # By its name it is what was published last, whatever stands in its folder.
            "FIKA_PACK": pack,
            "FIKA_ADMINS": ",".join(admins),
        }
        self.process = Attached(environment(os.environ, own), self.log)

    def account_names(self) -> list[str]:
        """Of every account."""
        with self.ports.store().begin(Scope(self.app.team, self.pack), writes=False) as work:
            return [each.main for each in work.accounts.names()]

    def connected(self, stop: Stop) -> bool:
        """Wait until Fika has a connection; False where this process was told to end before.

        Raises:
            DemoFailed: it ended, or took too long.
        """
        until = time.monotonic() + PATIENCE
        while not self.slack.sockets.connections(self.app.app):
            if stop.wait(0.05):
                return False
            if not self.process.is_alive or time.monotonic() > until:
                raise DemoFailed(f"Fika did not connect to the local Slack.\n{self.process.last_words()}")
        return True


def _serve(shown: _Shown, wanted: Wanted, folder: Path, stop: Stop) -> None:
    try:
        shown.process.start()
        if not shown.connected(stop):
            return
        welcome(shown.slack, shown.app, shown.account_names())
        url = address(shown.slack, shown.app)
        say(started(url, folder, shown.log))
        if wanted.opened:
            open_page(url)
        while not stop.wait(EVERY):
            if happened := shown.process.look():
                complain(f"fika: {happened}")
        say(["", "Stopping ..."])
    finally:
        shown.process.stop()


def _listen(slack: LocalSlack, port: int | None) -> None:
    """Listen on the port that was chosen, else on the first free one.

    Raises:
        NotThere: it is taken.
    """
    if port is not None:
        slack.port = port
        slack.start()
        return
    for each in range(PORT, PORT + TRIED):
        slack.port = each
        with suppress(NotThere):
            slack.start()
            return
    slack.port = 0
    slack.start()


def _prepared(ports: Ports, folder: Path, team: str) -> CurrentPack:
    """The pack in force, with its accounts there and nothing left of earlier conversations."""
    begin_anew(ports, team, _now())
    current = current_pack(str(folder), team, ports)
    examples = accounts_of(folder)
    if examples.is_file() and not _has_accounts(ports, current.pack.name, team):
        import_rows(ImportJob(open_rows(examples), current.pack, draft=current.draft), team, ports, _now())
    return current


def _has_accounts(ports: Ports, pack: str, team: str) -> bool:
    with ports.store().begin(Scope(team, pack), writes=False) as work:
        return work.accounts.count() > 0


@contextmanager
def _alone(home: Path) -> Iterator[Path]:
    """Keep the folder to ourselves: two processes would answer each other's messages.

    Yields:
        The file in which another one finds our address.
    """
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = home / RUNNING
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as wrong:
        raise DemoFailed(f"{home} cannot be written: {wrong.strerror}. Set FIKA_HOME to another folder.") from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        where = file.read_text("utf-8") or "somewhere"
        raise DemoFailed(f"A demonstration is running already, at {where}. Stop it first.") from None
    try:
        os.ftruncate(descriptor, 0)
        yield file
    finally:
        os.close(descriptor)


def _forget(home: Path) -> None:
    for entry in home.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != RUNNING:
            entry.unlink()


def _now() -> datetime:
    return datetime.now().astimezone()  # noqa: TID251 - a demonstration goes by this computer's clock
