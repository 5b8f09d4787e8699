"""The command line: `fika`. Each noun has a file with its commands; this one puts them together.

A command's file is imported when the command is called, and all of them for the help: a question should not wait for
what an import needs.
"""

import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.visible import visible
from bot.core.errors import FikaError

COMMANDS = {
    "ask": "chat.ask",
    "chat": "chat.chat",
    "demo": "demo.demo",
    "score": "score.score",
    "qualify": "qualify.qualify",
    "brief": "brief.brief_account",
    "route": "route.route_texts",
    "read": "read.read_texts",
    "notes": "notes.notes",
    "search": "search.search_pack",
    "check": "packs.check",
    "new": "packs.new",
    "ingest": "packs.ingest",
    "import": "accounts.import_file",
    "digest": "digest.digest",
    "model": "model.model",
    "backup": "state.backup",
    "restore": "state.restore",
    "playground": "playground.playground",
    "slack": "slack.slack",
    "web": "slack.web",
    "manifest": "slack.manifest",
}
"""Each command with the place of its function, as file.function."""
GROUPS = ("accounts", "gaps", "workspace", "people")
"""The groups of commands, each in a file of its own."""


def build_app(called: str | None = None) -> typer.Typer:
    """The command line as an application.

    Args:
        called: the command that is going to be called, where that is known; the others are then left out.
    """
    app = typer.Typer(name="fika", no_args_is_help=True, add_completion=False, rich_markup_mode=None)
    app.callback()(_options)
    one = called in COMMANDS or called in GROUPS
    for name, place in COMMANDS.items():
        if not one or name == called:
            app.command(name)(_function(place))
    for name in GROUPS:
        if not one or name == called:
            app.add_typer(import_module(f"bot.cli.{name}").build_app(), name=name)
    return app


def _function(place: str) -> Callable[..., None]:
    module, function = place.split(".")
    found: Callable[..., None] = getattr(import_module(f"bot.cli.{module}"), function)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line. Status 0: all went well, 1: something did not and was said, 2: the command was wrong.

    Args:
        arguments: what stands behind `fika`; the process's own where none are given.
    """
    _speak_utf8()
    given = [_as_text(argument) for argument in (sys.argv[1:] if arguments is None else arguments)]
    try:
        app = build_app(next(iter(given), None))
        # What was imported stays for good: there is no garbage in it to look for.
        gc.freeze()
        gc.enable()
        app(args=given)
    except FikaError as error:
        typer.echo(visible(f"fika: {error}"), err=True)
        sys.exit(1)


def _speak_utf8() -> None:
    # Names and titles hold any letter; a terminal in the C locale would otherwise stop the program.
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _as_text(argument: str) -> str:
    """An argument without bytes that are not UTF-8, which nothing can store; only the name of a file may hold them."""
    text = argument.encode(errors="surrogateescape").decode(errors="replace")
    return argument if text == argument or Path(argument).exists() else text


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"fika {version('fika')}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Does this account fit? Sales discovery and qualification from your own knowledge."""
