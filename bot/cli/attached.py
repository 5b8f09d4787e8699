"""Attached: Fika as a process of its own beside a local Slack, started again where it dies, and ended with it."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import bot

PATIENCE = 8.0
"""Seconds that it may take to end in order."""
GRACE = "5"
"""Seconds that it may take to finish what it has accepted."""
LONGEST_PAUSE = 30.0
SOUND = 20.0
"""A process that lived for so many seconds did not die of how it was started."""
_PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")
_DROPPED = (
    "FIKA_ADMINS",
    "FIKA_CHROMA_URL",
    "FIKA_DATABASE_URL",
    "FIKA_GRACE",
    "FIKA_HOME",
    "FIKA_PACK",
    "FIKA_TEAM",
)
"""Settings of somebody's own Fika that another one must not have: whose state it is, above all."""


def environment(given: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """The environment for Fika in a local Slack.

    Args:
        given: the environment of this process.
        own: what Fika is told beside it.
    """
    kept = {name: value for name, value in given.items() if not name.startswith("SLACK_") and name not in _DROPPED}
    # Slack's SDK sends everything through a proxy, this computer's own addresses too. A model's server may need it.
    proxies = [kept.pop(name) for name in _PROXIES if name in kept]
    if proxies:
        kept.setdefault("ALL_PROXY", proxies[0])
    return {**kept, "NO_PROXY": "127.0.0.1,localhost", "FIKA_GRACE": GRACE, "PYTHONUNBUFFERED": "1", **own}


class Attached:
    """Fika over Socket Mode, in a process of its own.

    Args:
        environment: all that it is told.
        log: the file that it writes to; begun anew.
    """

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        self._environment, self._log = dict(environment), log
        self._process: subprocess.Popen[bytes] | None = None
        self._born = 0.0
        self._deaths = 0
        os.close(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))

    @property
    def pid(self) -> int | None:
        """The process's id while there is one."""
        return self._process.pid if self._process is not None else None

    @property
    def is_alive(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it."""
        self._born = time.monotonic()
        command = [sys.executable, "-m", "bot.cli.leash", "slack"]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - this Python, this module
                command,
                env=self._environment,
                cwd=Path(bot.__file__).parents[1],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                # Ctrl-C in a terminal reaches everything that was started there: this one is ended in order instead.
                start_new_session=True,
            )

    def look(self) -> str | None:
        """Start it again if it has died, not more often than makes sense; what happened, where something did."""
        if self.is_alive or self._process is None:
            return None
        lived = time.monotonic() - self._born
        if lived >= SOUND:
            self._deaths = 0
        pause = min(2.0**self._deaths, LONGEST_PAUSE)
        if lived < pause:
            return None
        status = self._process.returncode
        self._deaths += 1
        self._close()
        self.start()
        return f"Fika had ended with status {status} and was started again; {self._log} says why."

    def last_words(self, lines: int = 5) -> str:
        """The end of what it wrote."""
        return "\n".join(self._log.read_text("utf-8", errors="replace").splitlines()[-lines:])

    def stop(self) -> None:
        """End it, in order where that is possible."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._close()

    def _close(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
        self._process = None
