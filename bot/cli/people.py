"""People: forget a person who asks for it."""

import re
from typing import Annotated

import typer

from bot.cli.terminal import say, terminal
from bot.cli.visible import visible
from bot.core.errors import FikaError
from bot.core.wording import counted
from bot.flows.people import forget_person

USER = re.compile(r"[UW][A-Z0-9]+")


def build_app() -> typer.Typer:
    """The commands under `fika people`."""
    app = typer.Typer(help="Forget people.", no_args_is_help=True)
    app.callback()(_people)  # one command alone would otherwise not be a group
    app.command("forget")(forget)
    return app


def _people() -> None:
    """Forget people."""


def forget(
    user: Annotated[str, typer.Argument(help="The person's Slack user id.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete everything kept about a person, for good; what they found out about accounts stays, without their name."""
    at = terminal()
    if not USER.fullmatch(user):
        raise FikaError(f"{user!r} is no Slack user id; those begin with U or W, such as U0123456789.")
    if not yes:
        typer.confirm(visible(f"Forget {user} in {at.team}, for good?"), abort=True)
    touched = forget_person(at.ports, at.team, user)
    if touched:
        say([f"Forgot {user}: {counted(touched, 'row')}."])
    else:
        say([f"Nothing was kept about {user} in the team {at.team}, which FIKA_TEAM names."])
