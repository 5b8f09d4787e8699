"""Backup and restore of the whole state."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import say, terminal


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file if it is there.")] = False,
) -> None:
    """Write a consistent copy of the whole state into one file, while others may go on working."""
    terminal().ports.store().backup(file, overwrite=overwrite)
    say([f"Wrote the state to {file}."])


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `fika backup` wrote.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Replace the whole state by a backup; the state of before is kept beside it."""
    if not yes:
        typer.confirm(f"Replace all accounts and packs by those in {file}?", abort=True)
    before = terminal().ports.store().restore(file)
    kept = f" The state of before is in {before}." if before else ""
    say([f"Restored the state from {file}.{kept} Run `fika ingest` to bring the search up to date."])
