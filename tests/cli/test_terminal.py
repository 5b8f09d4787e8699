"""In a real terminal: a prompt with history and completion, and a progress bar."""

import os
import pty
import select
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, ROOT, TODAY

PATIENCE = 30.0
"""Seconds to wait for something to be printed."""
PROMPT = "\x1b[?2004h"
"""What a prompt tells the terminal as soon as one may type."""


class Terminal:
    """A command in a terminal of its own."""

    def __init__(self, *arguments: str | Path, **environment: str) -> None:
        self._ours, theirs = pty.openpty()
        plain = {"PYTHONPATH": str(ROOT), "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", **environment}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", *map(str, arguments)],
            env={**os.environ, **plain},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = ""
        self._seen = 0

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._ours, text.encode())

    def wait_for(self, text: str) -> None:
        """Read until something is shown behind what was waited for before."""
        until = time.monotonic() + PATIENCE
        while text not in self.shown[self._seen :]:
            assert self._read(until - time.monotonic()), f"{text!r} did not come: {self.shown!r}"
        self._seen = self.shown.index(text, self._seen) + len(text)

    def wait_for_the_end(self) -> int:
        """Read until the command has ended; its status."""
        until = time.monotonic() + PATIENCE
        while self._read(until - time.monotonic()):
            pass
        return self.process.wait(timeout=PATIENCE)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._ours], [], [], max(0.0, seconds))[0]:
            return False
        try:
            more = os.read(self._ours, 65536)
        except OSError:  # Linux reports the end of a terminal so
            return False
        self.shown += more.decode(errors="replace")
        return bool(more)

    def close(self) -> None:
        """Hang up."""
        self.process.kill()
        self.process.wait(timeout=PATIENCE)
        os.close(self._ours)


@contextmanager
def terminal(*arguments: str | Path, **environment: str) -> Iterator[Terminal]:
    """A command in a terminal, hung up at the end."""
    here = Terminal(*arguments, **environment)
    try:
        yield here
    finally:
        here.close()


@pytest.mark.usefixtures("harbor")
def test_a_talk(home: Path) -> None:
    """A question, a name completed with the tab key, Ctrl-C for another try, and Ctrl-D to end it."""
    with terminal("chat", "--today", TODAY) as here:
        here.wait_for("Harbor (example). Ask away; help says what I understand, quit ends.")
        here.wait_for(PROMPT)
        here.type("does Fogbarrel fit?\r")
        here.wait_for("receipt")
        here.wait_for(PROMPT)
        here.type("never mind\x03")
        here.wait_for(PROMPT)
        here.type("does Kestrelm\t")
        here.wait_for("Billing")
        here.type(" fit?\r")
        here.wait_for("Kestrelmoor Billing: primary/A.")
        here.wait_for(PROMPT)
        here.type("\x04")
        status = here.wait_for_the_end()

    assert 0 == status
    assert "Traceback" not in here.shown


@pytest.mark.usefixtures("harbor")
def test_what_was_typed_is_kept_for_oneself(home: Path) -> None:
    """The history is in the home, to be read by its owner only."""
    with terminal("chat") as here:
        here.wait_for(PROMPT)
        here.type("hello\r")
        here.wait_for("Hello.")
        here.type("quit\r")
        status = here.wait_for_the_end()

    history = home / "history"
    assert 0 == status
    assert ["+hello", "+quit"] == [line for line in history.read_text("utf-8").splitlines() if line.startswith("+")]
    assert 0o600 == stat.S_IMODE(history.stat().st_mode)


def test_a_home_that_is_not_there_yet(home: Path) -> None:
    """Where the database is elsewhere, the home is made for the history alone."""
    with terminal("chat", FIKA_DATABASE_URL=f"sqlite:///{home.parent}/elsewhere.db") as here:
        here.wait_for(PROMPT)
        here.type("quit\r")
        status = here.wait_for_the_end()

    assert 0 == status
    assert "Traceback" not in here.shown
    assert (home / "history").is_file()


@pytest.mark.usefixtures("home")
def test_an_import() -> None:
    """While a file is taken there is a progress bar, and afterwards the summary alone."""
    with terminal("import", EXAMPLES) as here:
        status = here.wait_for_the_end()

    assert 0 == status
    assert "Importing" in here.shown
    assert "36 new, 0 updated, 0 unchanged." in here.shown


@pytest.mark.usefixtures("home")
def test_the_demonstration() -> None:
    """In a terminal it is a talk, with the example pack and its accounts."""
    with terminal("chat", "--examples") as here:
        here.wait_for(PROMPT)
        here.type("what is our ICP?\r")
        here.wait_for("Sell to them first")
        here.wait_for(PROMPT)
        here.type("quit\r")
        status = here.wait_for_the_end()

    assert 0 == status
    assert "Traceback" not in here.shown
