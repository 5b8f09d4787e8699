"""Starting: version, help, wrong commands, and nothing loaded that is not needed."""

import subprocess
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

import pytest
import typer

from bot.cli import build_app
from tests.cli.conftest import TODAY, Fika

Process = Callable[..., subprocess.CompletedProcess[bytes]]
HEAVY = {"alembic", "chromadb", "langchain", "numpy", "prompt_toolkit", "rich", "wordllama"}


def _commands(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield words
    for name, below in getattr(command, "commands", {}).items():
        yield from _commands(below, (*words, name))


COMMANDS = sorted(_commands(typer.main.get_command(build_app())))


def test_the_version(fika: Fika) -> None:
    """--version prints the version and nothing else."""
    assert (0, f"fika {version('fika')}\n", "") == _all(fika("--version"))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help(words: tuple[str, ...], fika: Fika, home: Any) -> None:
    """--help of every command explains it, with status 0 and without touching the state."""
    ran = fika(*words, "--help")

    assert (0, "") == (ran.status, ran.err)
    assert "Usage:" in ran.out
    assert not home.exists()


@pytest.mark.parametrize("words", [[], ["accounts"]])
def test_no_command(words: list[str], fika: Fika) -> None:
    """Without a command there is the help."""
    ran = fika(*words)

    assert ran.status in (0, 2)
    assert "Usage:" in ran.out + ran.err


@pytest.mark.parametrize(
    "words",
    [["nonsense"], ["ask"], ["ask", "a", "b"], ["ask", "--nonsense", "x"], ["accounts", "nonsense"], ["--nonsense"]],
)
def test_a_wrong_command(words: list[str], fika: Fika) -> None:
    """A command that does not exist or lacks something has status 2, and says what is wrong."""
    ran = fika(*words)

    assert (2, "") == (ran.status, ran.out)
    assert "Error: " in ran.err


def _all(ran: Any) -> tuple[int, str, str]:
    return ran.status, ran.out, ran.err


@pytest.mark.parametrize(
    "command",
    [
        ["ask", "does Acme fit?", "--today", TODAY],
        ["score", "--stored", "--json"],
        ["route", "does Acme fit?"],
        ["accounts", "list"],
        ["check"],
        ["--version"],
    ],
    ids=lambda command: command[0],
)
def test_nothing_heavy_is_loaded(command: list[str], harbor: Fika, process: Process) -> None:
    """A command that needs no vectors and no migration imports none of the heavy libraries."""
    ran = process("-X", "importtime", "-m", "bot", *command)
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.decode().splitlines()}

    assert 0 == ran.returncode
    assert "typer" in loaded
    assert set() == HEAVY & loaded
