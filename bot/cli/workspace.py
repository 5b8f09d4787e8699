"""Workspace: how a Slack workspace uses Fika, shown to and set by whoever deploys it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

import typer

from bot.cli.terminal import Terminal, say, terminal
from bot.core.wording import counted, listed
from bot.flows.workspace import pack_choices, set_up, workspace_of
from bot.ports.team import Workspace


def build_app() -> typer.Typer:
    """The commands under `fika workspace`."""
    app = typer.Typer(help="Show and set how a Slack workspace uses Fika.", no_args_is_help=True)
    commands: dict[str, Callable[..., None]] = {"show": show, "set": change}
    for name, command in commands.items():
        app.command(name)(command)
    return app


def show() -> None:
    """Show how the workspace of FIKA_TEAM uses Fika."""
    at = terminal()
    say(_lines(at, workspace_of(at.ports, at.team)))


def change(
    pack: Annotated[
        str | None, typer.Option("--pack", help="The pack's name: a shipped one, or one published.", metavar="PACK")
    ] = None,
    admin: Annotated[
        list[str] | None,
        typer.Option("--admin", help="Who may change this in Slack, by user id; once for each.", metavar="USER"),
    ] = None,
    time_zone: Annotated[
        str | None,
        typer.Option("--time-zone", help="Of people whose own is not known, as Europe/Berlin.", metavar="ZONE"),
    ] = None,
    keep_days: Annotated[
        int | None, typer.Option("--keep-days", help="Days for which the text of messages is kept.", metavar="DAYS")
    ] = None,
    digest_channel: Annotated[
        str | None,
        typer.Option(
            "--digest-channel", help="Where `fika digest` posts, by channel id; none for nowhere.", metavar="ID"
        ),
    ] = None,
) -> None:
    """Set how the workspace of FIKA_TEAM uses Fika; what is not named stays as it is."""
    at = terminal()
    known = workspace_of(at.ports, at.team)
    wanted = replace(
        known,
        pack=known.pack if pack is None else pack,
        admins=tuple(admin) if admin else known.admins,
        time_zone=known.time_zone if time_zone is None else time_zone,
        keep_days=known.keep_days if keep_days is None else keep_days,
        digest_channel=known.digest_channel if digest_channel is None else _channel(digest_channel),
    )
    say(_lines(at, set_up(at.ports, at.team, wanted)))


def _channel(named: str) -> str | None:
    return None if named.strip().casefold() in ("", "none") else named.strip()


def _lines(at: Terminal, workspace: Workspace) -> list[str]:
    choices = pack_choices(at.ports, at.team)
    return [
        f"Workspace {at.team}",
        f"  pack       {workspace.pack or f'{at.settings.pack}, as no other is set'}; may be {listed(choices)}",
        f"  admins     {', '.join(workspace.admins) or 'none yet: whoever sets Fika up in Slack first'}",
        f"  time zone  {workspace.time_zone or 'none set'}",
        f"  keeps the text of messages for {counted(workspace.keep_days, 'day')}",
        f"  weekly digest of gaps in {workspace.digest_channel or 'no channel: it is printed'}",
    ]
