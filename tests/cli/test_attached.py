"""A process beside a local Slack: started again where it dies, not too often, and ended in any case."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import attached, leash
from bot.cli.attached import Attached
from tests.cli.conftest import ROOT


@pytest.fixture
def fika(tmp_path: Path) -> Iterator[Attached]:
    """Fika without a token: it says so and ends at once."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FIKA_", "SLACK_"))}
    made = Attached({**kept, "PYTHONPATH": str(ROOT), "FIKA_HOME": str(tmp_path)}, tmp_path / "fika.log")
    yield made
    made.stop()


def _until(fika: Attached, *, alive: bool) -> None:
    until = time.monotonic() + 30
    while fika.is_alive is not alive:
        assert time.monotonic() < until
        time.sleep(0.01)


def test_it_is_started_again_not_too_often(fika: Attached, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it dies at once it is started again after a while, and where it says why is said."""
    assert (None, None) == (fika.pid, fika.look())
    fika.start()
    assert fika.look() is None
    _until(fika, alive=False)
    assert "SLACK_BOT_TOKEN" in fika.last_words()

    monkeypatch.setattr(fika, "_born", time.monotonic() + 60)
    assert fika.look() is None
    monkeypatch.setattr(fika, "_born", time.monotonic() - 1.1)
    first = fika.pid
    said = fika.look() or ""
    assert ("status 1", True) == (said[said.index("status") : said.index(" and")], first != fika.pid)

    _until(fika, alive=False)
    monkeypatch.setattr(fika, "_born", time.monotonic() - 1.1)
    assert fika.look() is None
    monkeypatch.setattr(fika, "_born", time.monotonic() - attached.SOUND)
    assert fika.look() is not None


def test_what_does_not_end_is_ended(fika: Attached, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that does not end when it is asked to is ended all the same."""
    deaf = tmp_path / "deaf"
    deaf.write_text("#!/bin/sh\ntrap '' TERM\necho ready\nexec sleep 600\n")
    deaf.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(deaf))
    monkeypatch.setattr(attached, "PATIENCE", 0.1)
    fika.start()
    pid = fika.pid
    while "ready" not in fika.last_words():
        time.sleep(0.01)

    fika.stop()

    assert not Path(f"/proc/{pid}").exists()
    fika.stop()


def test_a_leash_ends_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """As soon as the other end of its standard input is gone, it tells its own process to end."""
    ours, theirs = os.pipe()
    told = threading.Event()
    monkeypatch.setattr(leash, "GRACE", 0.01)
    monkeypatch.setattr(sys, "argv", ["leash", "--version"])
    before, kept = signal.getsignal(signal.SIGTERM), os.dup(0)
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    signal.signal(signal.SIGTERM, lambda *_: told.set())
    try:
        os.dup2(ours, 0)
        with pytest.raises(SystemExit):
            leash.main()
        assert not told.is_set()
        os.close(theirs)
        assert told.wait(20)
        [thread] = [each for each in threading.enumerate() if each.name == "leash"] or [threading.current_thread()]
        if thread is not threading.current_thread():
            thread.join(20)
    finally:
        os.dup2(kept, 0)
        os.close(kept)
        os.close(ours)
        signal.signal(signal.SIGTERM, before)
    assert [1] == ended
