"""Terminal: what every command needs, read once: settings, ports and the time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

import typer

from bot.bootstrap import build
from bot.cli.visible import visible
from bot.core.errors import FikaError
from bot.ports import Ports, Scope
from bot.settings import Settings, read_settings

PackOption = Annotated[
    str | None,
    typer.Option("--pack", help="A pack: the path of its folder, or the name of a shipped one.", metavar="PACK"),
]
TodayOption = Annotated[
    str | None, typer.Option("--today", help="The date to answer for, as 2026-11-01. Default: today.", metavar="DATE")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]


@dataclass(frozen=True, slots=True)
class Terminal:
    """What every command needs."""

    settings: Settings
    ports: Ports
    now: datetime

    @property
    def team(self) -> str:
        """Whose accounts the terminal sees."""
        return self.settings.team

    def pack(self, named: str | None) -> str:
        """The pack that was asked for, else the one of the settings."""
        return named or self.settings.pack

    def scope(self, pack: str) -> Scope:
        """Whose rows the terminal may see, for a pack of that name."""
        return Scope(self.team, pack)

    def today(self, named: str | None) -> date:
        """The date that was asked for, else today's.

        Raises:
            FikaError: the text is no date.
        """
        return self.now.date() if named is None else parse_date(named)


def terminal() -> Terminal:
    """Read settings and clock. The only place that does.

    Raises:
        FikaError: a setting is not of the form that it needs.
    """
    settings = read_settings()
    return Terminal(settings, build(settings), datetime.now().astimezone())  # noqa: TID251


def parse_date(text: str) -> date:
    """Read a date as 2026-11-01.

    Raises:
        FikaError: the text is no date.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FikaError(f"{text!r} is no date; write one like 2026-11-01.") from None


def say(lines: Iterable[str]) -> None:
    """Print lines for a person."""
    for line in lines:
        typer.echo(visible(line))


def complain(message: str) -> None:
    """Print a line to standard error."""
    typer.echo(visible(message), err=True)
