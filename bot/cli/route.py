"""What the router understands, without acting."""

import sys
from typing import Annotated

import typer
from pydantic import JsonValue

from bot.cli.terminal import JsonOption, PackOption, say, terminal
from bot.core.canonical import canonical_json
from bot.core.request import request_json
from bot.flows.accounts import known_names
from bot.flows.packs import current_pack
from bot.flows.route import route


def route_texts(
    text: Annotated[str, typer.Argument(help="What somebody says, or - for texts from standard input, one a line.")],
    pack: PackOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print what was understood, without acting."""
    from bot.library.rows import numbered_lines

    at = terminal()
    known = current_pack(at.pack(pack), at.team, at.ports).pack
    names = known_names(at.ports, at.scope(known.name))
    texts = (line for _, line in numbered_lines(None)) if text == "-" else iter([text])
    for each in texts:
        understood = request_json(route(each, known, names))
        if as_json:
            sys.stdout.write(canonical_json(understood) + "\n")
        else:
            say(f"{key}: {_shown(value)}" for key, value in understood.items() if value not in (None, {}))


def _shown(value: JsonValue) -> str:
    return value if isinstance(value, str) else canonical_json(value)
