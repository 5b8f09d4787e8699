"""Running the command line in the test's own process, with a home of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it printed, by line."""
        return self.out.splitlines()


Fika = Callable[..., Ran]


@pytest.fixture
def fika(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Fika:
    """`fika("ask", "does Acme fit?")` as a person would type it, in an empty home."""
    monkeypatch.setenv("FIKA_HOME", str(tmp_path / "home"))
    for name in ("FIKA_PACK", "FIKA_DATABASE_URL", "FIKA_CHROMA_URL", "FIKA_TEAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ran(int(ended.value.code or 0), out, err)

    return run
