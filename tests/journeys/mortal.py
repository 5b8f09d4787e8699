"""Mortal: Fika in processes of its own, which die at a step that a test chooses.

The real app runs here. Nothing is replaced: every commit and every call to Slack is counted on its way, and at the
chosen one the process sends SIGKILL to itself, just before or just after it. A nursery has loaded everything and forks
each process, so that a new one is there in a moment.
"""

import itertools
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.settings import Settings

ROOT = Path(__file__).parents[2]
HEARTBEAT = 0.06
"""Seconds between two signs of life here, so that a dead process is soon missed."""
_COUNTED = ("work", "ThreadPoolExecutor", "AnyIO")
"""The threads that work and those that accept; what happens by the clock is not counted, or no two runs were alike."""


class Fate:
    """When a process dies: at which of its moments, two for each step, once it is armed."""

    def __init__(self, orders: Path) -> None:
        self._orders, self._lock = orders, threading.Lock()
        self._moments: Iterator[int] = itertools.count()
        self._last: int | None = None

    def arm(self, *_: object) -> None:
        """Begin to count; the last moment stands in a file."""
        last = int(self._orders.read_text())
        self._moments, self._last = itertools.count(), last
        print(json.dumps({"armed": os.getpid()}), flush=True)

    def calm(self, *_: object) -> None:
        """Count no more: from now on nothing dies; that it was told so stands in a file."""
        with self._lock:
            self._last = None
        _calmed(self._orders, os.getpid()).touch()

    def around(self, step: Callable[..., Any]) -> Callable[..., Any]:
        """A step with a moment before it and one after it."""

        def counted(*args: Any, **kwargs: Any) -> Any:
            life = self._moments  # the moment after a step that began before it was armed is none of these
            self._moment(life)
            done = step(*args, **kwargs)
            self._moment(life)
            return done

        return counted

    def _moment(self, life: Iterator[int]) -> None:
        if not threading.current_thread().name.startswith(_COUNTED):
            return
        with self._lock:
            if self._last is not None and life is self._moments and next(life) == self._last:
                os.kill(os.getpid(), signal.SIGKILL)


def _calmed(orders: Path, pid: int) -> Path:
    return orders.with_name(f"calm-{pid}")


class Mortal:
    """A process with Fika in it."""

    def __init__(self, nursery: "Nursery", pid: int) -> None:
        self._nursery, self.pid = nursery, pid

    @property
    def alive(self) -> bool:
        """Whether it has not died."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def arm(self, moment: int) -> None:
        """Let it die at that moment from now on."""
        self._nursery.orders.write_text(str(moment))
        os.kill(self.pid, signal.SIGUSR1)
        assert {"armed": self.pid} == self._nursery.hears()

    def calm(self) -> None:
        """Let it die no more. The last step's commit is seen before the moment after it: it may be dying already."""
        _calmed(self._nursery.orders, self.pid).unlink(missing_ok=True)
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGUSR2)

    @property
    def calmed(self) -> bool:
        """Whether it knows by now that it is to die no more."""
        return _calmed(self._nursery.orders, self.pid).exists()

    def end(self) -> None:
        """Let it finish and end."""
        os.kill(self.pid, signal.SIGTERM)


class Nursery:
    """Where processes come from."""

    def __init__(self, process: "subprocess.Popen[str]", home: Path) -> None:
        self._process, self.orders = process, home / "orders"

    def born(self) -> Mortal:
        """A new process, which connects by itself."""
        assert self._process.stdin is not None
        self._process.stdin.write("another\n")
        self._process.stdin.flush()
        return Mortal(self, self.hears()["born"])

    def hears(self) -> dict[str, int]:
        """The next thing that a process says."""
        assert self._process.stdout is not None
        said: dict[str, int] = json.loads(self._process.stdout.readline())
        return said


@contextmanager
def nursery(environment: dict[str, str], home: Path) -> Iterator[Nursery]:
    """A nursery for processes with these settings."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "FIKA_"))}
    with (home / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.mortal", str(home)],
            cwd=ROOT,
            env={**known, **environment, "FIKA_HOME": str(home)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
        )
        try:
            yield Nursery(process, home)
        finally:
            os.killpg(process.pid, signal.SIGKILL)  # with everything that was born there
            process.communicate()


def _nurse(home: Path) -> None:
    """Fork a process for every line that is read."""
    from slack_sdk.web.base_client import BaseClient
    from slack_sdk.webhook import WebhookClient

    import bot.slack.socket  # noqa: F401 - loaded here, so that no process has to
    from bot.bootstrap import slack_app
    from bot.settings import read_settings
    from bot.slack import work
    from bot.store.unit_of_work import SqlUnitOfWork

    fate = Fate(home / "orders")
    work.HEARTBEAT = HEARTBEAT
    for owner, name in ((SqlUnitOfWork, "commit"), (BaseClient, "api_call"), (WebhookClient, "send_dict")):
        setattr(owner, name, fate.around(getattr(owner, name)))
    slack_app(read_settings()).service.ports.store().close()  # whatever is loaded only when it is needed
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are not waited for
    for _ in sys.stdin:
        if pid := os.fork():
            print(json.dumps({"born": pid}), flush=True)
            continue
        _live(fate, read_settings())
        os._exit(0)


def _live(fate: Fate, settings: "Settings") -> None:
    from bot.bootstrap import slack_app
    from bot.ports.stop import Stop
    from bot.slack import socket

    stop = Stop()
    signal.signal(signal.SIGUSR1, fate.arm)
    signal.signal(signal.SIGUSR2, fate.calm)
    signal.signal(signal.SIGTERM, lambda *_: stop.tell())
    assert settings.slack_app_token is not None
    socket.serve(slack_app(settings), settings.slack_app_token.get_secret_value(), stop, 10)


if __name__ == "__main__":
    _nurse(Path(sys.argv[1]))
