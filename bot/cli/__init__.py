"""The command line: `fika`. Each noun has a file with its commands; this one puts them together."""

import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from bot.cli import accounts, chat, demo, packs, route, score, search, state
from bot.core.errors import FikaError


def build_app() -> typer.Typer:
    """The command line as an application."""
    app = typer.Typer(
        name="fika",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    commands: dict[str, Callable[..., None]] = {
        "ask": chat.ask,
        "chat": chat.chat,
        "demo": demo.demo,
        "score": score.score,
        "route": route.route_texts,
        "search": search.search_pack,
        "check": packs.check,
        "new": packs.new,
        "ingest": packs.ingest,
        "import": accounts.import_file,
        "backup": state.backup,
        "restore": state.restore,
    }
    for name, command in commands.items():
        app.command(name)(command)
    app.add_typer(accounts.build_app(), name="accounts")
    return app


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line. Status 0: all went well, 1: something did not and was said, 2: the command was wrong.

    Args:
        arguments: what stands behind `fika`; the process's own where none are given.
    """
    _speak_utf8()
    try:
        build_app()(args=arguments)
    except FikaError as error:
        typer.echo(f"fika: {error}", err=True)
        sys.exit(1)


def _speak_utf8() -> None:
    # Names and titles hold any letter; a terminal in the C locale would otherwise stop the program.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


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
