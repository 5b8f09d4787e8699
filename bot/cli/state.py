"""Backup and restore of the whole state."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import say, terminal
from bot.core.errors import FikaError


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file if it is there.")] = False,
) -> None:
    """Write a consistent copy of the whole state into one file, while others may go on working."""
    if file.exists() and not overwrite:
        raise FikaError(f"{file} is there already; name another file, or say --overwrite.")
    terminal().ports.store().backup(file)
    say([f"Wrote the state to {file}."])


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `fika backup` wrote.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Replace the whole state by a backup; the state of before is kept beside it."""
    if not yes:
        typer.confirm(f"Replace all accounts and packs by those in {file}?", abort=True)
    terminal().ports.store().restore(file)
    say([f"Restored the state from {file}. Run `fika ingest` to bring the search up to date."])
