"""Running the command line, in the test's own process or in another, with a home of its own."""

import io
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.bootstrap import shipped
from bot.cli import main

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-01"
EXAMPLES = shipped("knowledge") / "harbor" / "examples" / "accounts.jsonl"
_OWN = "FIKA_"


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it printed, by line; a line ends at a line feed and nowhere else."""
        return self.out.removesuffix("\n").split("\n") if self.out else []


Fika = Callable[..., Ran]


@contextmanager
def logging_as_before() -> Iterator[None]:
    """What a command logs to is gone with it, or whatever logs later writes to where its test no longer looks."""
    root, ours = logging.getLogger(), logging.getLogger("bot")
    before = root.level, root.handlers[:], ours.level
    try:
        yield
    finally:
        root.level, root.handlers[:], ours.level = before


def run_main(*arguments: str | Path) -> int:
    """Run the command line in this process; its exit status."""
    with logging_as_before(), pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the example pack is published and its accounts are imported, to be copied."""
    home = tmp_path_factory.mktemp("template")
    with pytest.MonkeyPatch.context() as patch:
        for name in [each for each in os.environ if each.startswith(_OWN)]:
            patch.delenv(name)
        patch.setenv("FIKA_HOME", str(home))
        assert 0 == run_main("ingest")
        assert 0 == run_main("import", EXAMPLES, "--as-of", TODAY)
    return home


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of the state, which is not there yet; the test stands in the folder above it."""
    for name in [each for each in os.environ if each.startswith(_OWN)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("FIKA_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def fika(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Fika:
    """`fika("ask", "does Acme fit?")` as a person would type it, in an empty home."""

    def run(*arguments: str | Path, stdin: str | bytes = "") -> Ran:
        capsys.readouterr()
        given = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        status = run_main(*arguments)
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return run


@pytest.fixture
def harbor(fika: Fika, template: Path, home: Path) -> Fika:
    """The same, in a home where the example pack is published and its accounts are imported."""
    shutil.copytree(template, home)
    return fika


@pytest.fixture
def process(home: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """`process("-m", "bot", "ask", ...)` runs Python in a process of its own, in the same home."""

    def run(
        *arguments: str | Path | bytes, env: dict[str, str] | None = None, stdin: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
        command = [sys.executable, *arguments]
        return subprocess.run(command, env=environment, input=stdin, capture_output=True, timeout=60, check=False)

    return run
