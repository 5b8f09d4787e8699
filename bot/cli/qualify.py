"""Qualify an account by BANT, MEDDIC, MEDDPICC, MQL, SQL or a framework of the pack's own."""

from typing import Annotated

import typer

from bot.cli.chat import desk
from bot.cli.terminal import JsonOption, PackOption, TodayOption, say, terminal
from bot.cli.views.qualification import qualification_json, qualification_lines
from bot.core.canonical import canonical_json
from bot.flows.accounts import show_account
from bot.flows.qualification import qualification_of


def qualify(
    account: Annotated[
        str, typer.Argument(help="The account: its name, #number as listed, or what another system calls it.")
    ],
    framework: Annotated[
        str | None,
        typer.Option("--framework", help="The framework, such as meddic. Default: the pack's first.", metavar="ID"),
    ] = None,
    pack: PackOption = None,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say how an account stands by a framework: fit first, then what is there, open and not there."""
    here = desk(terminal(), pack, today, quick=True)
    found = show_account(here.ports, here.scope, account)
    qualified = qualification_of(found.id, framework, here)
    if as_json:
        say([canonical_json(qualification_json(qualified, here.pack))])
        return
    say(qualification_lines(qualified, here.scorer, here.today, draft=here.draft))
