"""What the router understands, without acting."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from bot.cli.terminal import JsonOption, PackOption, Terminal, complain, say, terminal
from bot.core.canonical import canonical_json
from bot.core.request import request_json
from bot.flows.accounts import known_names
from bot.flows.packs import current_pack
from bot.flows.route import Router


def route_texts(
    text: Annotated[str, typer.Argument(help="What somebody says, or - for texts from standard input, one a line.")],
    pack: PackOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print what was understood, without acting."""
    at = terminal()
    router = _router(at, pack)
    texts = _lines() if text == "-" else iter([text])
    for each in texts:
        understood = request_json(router.route(each))
        if as_json:
            sys.stdout.write(canonical_json(understood) + "\n")
        else:
            say(f"{key}: {value}" for key, value in understood.items() if value not in (None, {}))
