"""A first look: Fika in a local Slack in the browser; without a terminal, three examples answered."""

import sys
from typing import Annotated

import typer

from bot.cli import chat
from bot.cli.examples import EXAMPLE, load_examples
from bot.cli.terminal import PackOption, say, terminal

EXAMPLES = ("does Fogbarrel fit?", "what should I ask Acme next?", "what should I work on today?")


def demo(
    pack: PackOption = None,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="Where to listen. Default: 8150, or the next one.")
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the address and open nothing.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget what earlier demonstrations have kept.")] = False,
) -> None:
    """Show Fika in a local Slack, in the browser; without a terminal, answer three examples and stop."""
    at = terminal()
    if sys.stdin.isatty() and sys.stdout.isatty():
        from bot.cli.demo_slack import Wanted, run

        run(at, Wanted(at.pack(pack), port, not no_browser, fresh))
        return
    load_examples(at)
    for example in EXAMPLES:
        say(["", f"> {example}", ""])
        chat.ask(example, pack=EXAMPLE)
