"""Where somebody asks the example pack, with its accounts, its knowledge and a language model that says what it is told to."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot.bootstrap import shipped
from bot.core.pack import Pack
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.importing import ImportJob, import_rows
from bot.flows.search import ingest_passages
from bot.library.embedder import WordLlamaEmbedder
from bot.library.index import ChromaIndex
from bot.library.loader import load_pack
from bot.library.rows import open_rows
from bot.ports import Ports
from bot.ports.model import Caps, Model
from tests.small import NOW, TODAY, ports_at

HARBOR = shipped("knowledge") / "harbor"


@cache
def harbor() -> Pack:
    """The example pack."""
    return load_pack(HARBOR).pack


def filled(home: Path) -> Ports:
    """A state in a folder with the example accounts and the example pack's knowledge."""
    ports = ports_at(home)
    rows = open_rows(HARBOR / "examples" / "accounts.jsonl")
    import_rows(ImportJob(rows, harbor(), as_of=TODAY), "local", ports, NOW)
    index = ChromaIndex(home / "vectors", WordLlamaEmbedder())
    ports = replace(ports, index=lambda: index)
    ingest_passages(harbor(), ports)
    return ports


def desk_with(
    ports: Ports,
    model: Model | None = None,
    caps: Caps | None = None,
    live: Callable[[str], None] | None = None,
    person: str = "ann",
) -> Desk:
    """Where somebody asks."""
    asked = replace(ports, model=lambda: model, caps=caps or Caps())
    return Desk(Scorer(harbor()), "local", asked, person, lambda: NOW, TODAY, live=live)
