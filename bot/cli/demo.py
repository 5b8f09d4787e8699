"""A first look: the example pack and accounts, and the chat."""

import sys

from bot.bootstrap import shipped
from bot.cli import chat
from bot.cli.accounts import take_file
from bot.cli.packs import ingest
from bot.cli.terminal import say, terminal

EXAMPLES = ("does Fogbarrel fit?", "what should I ask Acme next?", "what should I work on today?")


def demo() -> None:
    """Load the example pack and accounts, and open the chat; without a terminal, answer three examples and stop."""
    ingest(pack="harbor")
    take_file(terminal(), shipped("knowledge") / "harbor" / "examples" / "accounts.jsonl", pack="harbor")
    if sys.stdin.isatty() and sys.stdout.isatty():
        chat.chat(pack="harbor")
        return
    for example in EXAMPLES:
        say(["", f"> {example}", ""])
        chat.ask(example, pack="harbor")
