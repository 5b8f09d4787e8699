"""Examples: a pack with the accounts that come with it, loaded for somebody who looks around."""

from pathlib import Path

from bot.bootstrap import shipped
from bot.cli.accounts import take_file
from bot.cli.packs import ingest
from bot.cli.terminal import Terminal

EXAMPLE = "harbor"


def load_examples(at: Terminal) -> None:
    """Publish the example pack and take its accounts; the second time that changes nothing."""
    ingest(pack=EXAMPLE)
    take_file(at, accounts_of(shipped("knowledge") / EXAMPLE), pack=EXAMPLE)


def accounts_of(pack: Path) -> Path:
    """The file of accounts that comes with a pack, where one does."""
    return pack / "examples" / "accounts.jsonl"
