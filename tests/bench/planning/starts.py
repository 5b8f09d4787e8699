"""Starts: what is known of an account when asking begins.

Of an imported account it is what its row proves: of start-ups in a file beside the checkout, read as the pack's own
mapping says or else by `PLAIN`, and of the example accounts that come with a pack.
"""

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bot.core.mapping import RowMapping
from bot.core.row import Row, TakenRow, direct_reader, mapped_reader
from bot.core.scorecard import Scorecard
from bot.library.mapping_file import load_mapping
from tests import labelled
from tests.bench.planning.policies import Still
from tests.bench.planning.walk import future
from tests.strategies import TODAY

COMPANIES = labelled.ROOT.parent / "shared" / "data" / "companies" / "yc_companies.jsonl"
"""May not be committed; it is beside the checkout, or nowhere."""
PLAIN = RowMapping.model_validate(
    {
        "name": "name",
        "external_id": "id",
        "answers": {
            "employees": {"from": "team_size", "unknown": ["0"]},
            "location": {"from": "regions", "map": {"United States of America": "us"}, "otherwise": None},
        },
    }
)
"""What the file proves for a pack that has no mapping of its own: how many people there are, and who is in the US."""

Starts = Mapping[Still, int]
"""How many accounts start from what."""


@cache
def scorecard(name: str) -> Scorecard:
    """One of the packs, ready for scoring."""
    return Scorecard.of(labelled.pack(name))


def imported(name: str, share: float = 1, seed: int = 0) -> Starts:
    """The start-ups of the file, or a part of them, drawn at random."""
    mappings = sorted((labelled.PACKS[name] / "imports").glob("*.yaml"))
    mapping = load_mapping(mappings[0], labelled.pack(name)) if mappings else PLAIN
    rows = list(_lines(COMPANIES))
    some = random.Random(seed).sample(rows, max(1, round(len(rows) * share)))
    return _alike(scorecard(name), map(mapped_reader(mapping, labelled.pack(name)), some))


def examples(name: str) -> Starts:
    """The example accounts of a pack."""
    file = next(labelled.PACKS[name].parent.glob(f"{labelled.PACKS[name].name}/**/accounts.jsonl"))
    return _alike(scorecard(name), map(direct_reader(labelled.pack(name)), _lines(file)))


def _lines(file: Path) -> Iterator[Row]:
    # Not str.splitlines: texts may hold other ends of lines than this one.
    for number, line in enumerate(file.read_text(encoding="utf-8").strip().split("\n"), 1):
        yield Row(number, json.loads(line))


def _alike(card: Scorecard, rows: Iterable[object]) -> Starts:
    """The starts of these rows; of those that have the same future one stands for all."""
    first: dict[Any, Still] = {}
    count = Counter[Still]()
    for row in rows:
        if isinstance(row, TakenRow):
            still = card.read({trait: given.value for trait, given in row.answers.items()}, TODAY)
            count[first.setdefault(future(card.race, still), still)] += 1
    return count
