"""Labelled messages from a rep's mouth, the packs they are read with, and the accounts they may speak of.

`routes.jsonl` says what a message asks for, `readings.jsonl` what free text states, `replies.jsonl` what the reply to a
trait's own question says. A case without a `value` is one in which nothing must be read. `whom.jsonl` says of messages
in a talk about one account whether they state something about that account, or about somebody else. `answers.jsonl`
belongs to `labelled_answers`, and `offers.jsonl` says which value is proposed for a reply that is asked back.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from bot.core.language.reading import Stretch
from bot.core.language.vocabulary import Vocabulary, vocabulary_of
from bot.core.pack import Pack
from bot.library.loader import load_pack
from bot.ports import KnownName

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "data"
PACKS = {
    "harbor": ROOT / "knowledge" / "harbor",
    "posthog": ROOT / "knowledge" / "posthog",
    "worked": DATA / "worked" / "pack",
    "molar": DATA / "molar",
    "fleet": DATA / "fleet",
    "ward": DATA / "ward",
    "school": DATA / "school",
}
ACCOUNTS = (
    "Acme", "Globex", "Initrode", "CircuitHub", "7shifts", "42", "Cloud Nine", "Budget Corp", "Fit", "Go", "Why", "Help",
    "The", "May", "Ready", "Stage", "Every", "AT&T", "Café Nero", "Estimote, Inc.", "Umbrella Health", "Umbrella Labs",
    "Let's Do This", "Snowflake", "Northwind Traders", "Vandelay Industries", "Pied Piper", "Hooli", "Stark Industries",
    "Wayne Enterprises", "Soylent", "Tyrell", "Duff", "Bright Smiles", "Smith & Sons", "Kaiser Dental Group",
    "Zahnärzte am Park",
)  # fmt: skip

Case = dict[str, Any]


@cache
def pack(name: str) -> Pack:
    """One of the packs."""
    return load_pack(PACKS[name]).pack


@cache
def vocabulary(name: str) -> Vocabulary:
    """The words of one of the packs."""
    return vocabulary_of(pack(name))


@cache
def names(*accounts: str) -> tuple[KnownName, ...]:
    """Names of accounts, as the state knows them; the usual ones where none are given."""
    return tuple(KnownName(number, name, name, None) for number, name in enumerate(accounts or ACCOUNTS))


def cases(name: str) -> list[Case]:
    """The cases of a file."""
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def stretches(text: str, *said: str) -> list[Stretch]:
    """Where names stand in a text, in any letter case."""
    return [match.span() for name in said for match in re.finditer(re.escape(name), text, re.IGNORECASE)]
