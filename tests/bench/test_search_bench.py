"""What the vector store costs at 1,000 passages, and how well words, vectors and both together find."""

import json
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median

import pytest

from bot.bootstrap import shipped
from bot.core.asset import Asset
from bot.core.journey import Journey, JourneyStage, StageId
from bot.core.pack import Pack
from bot.core.passage import SearchFilter
from bot.core.passage_words import words
from bot.core.passages import passages
from bot.flows.search import ingest_passages, search
from bot.library.embedder import WordLlamaEmbedder
from bot.library.held import Held
from bot.library.index import ChromaIndex
from bot.library.loader import load_pack
from bot.ports import LoadedPack, Ports, Store

ASSETS = 1_000
TODAY = date(2026, 11, 22)
SUBJECTS = ("forecast", "budget", "pilot", "security", "price", "trial", "webinar", "contract", "board", "pipeline")
SENTENCE = (
    "It shows where the {subject} gets lost between marketing and sales, and what number {number} does about it. "
)


class NoPacks:
    """Folders that a search has no business with."""

    def load(self, pack: str) -> LoadedPack:
        """Never."""
        raise AssertionError(pack)


def no_store() -> Store:
    """A state that a search has no business with."""
    raise AssertionError


def asset(number: int, body: str | None = None) -> Asset:
    """One of many assets, each of about 130 words."""
    subject = SUBJECTS[number % len(SUBJECTS)]
    return Asset(
        id=f"asset-{number}",
        title=f"The {subject} guide, part {number}",
        url=f"https://example.com/{number}",
        format="guide",
        stages=(list(StageId)[number % 5].value,),
        body=body or SENTENCE.format(subject=subject, number=number) * 6,
    )


def pack(*edited: Asset) -> Pack:
    """A pack of a thousand passages, the first of them edited or not."""
    return Pack(
        name="bench",
        title="Bench",
        version=1,
        owner="revops@example.com",
        reviewed_on=date(2026, 9, 1),
        traits=(),
        icps=(),
        journey=Journey(stages={stage: JourneyStage() for stage in StageId}),
        assets=(*edited, *(asset(number) for number in range(len(edited), ASSETS))),
    )


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """What one of several runs takes, in the middle of them."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


@pytest.mark.bench
def test_what_a_thousand_passages_cost(tmp_path: Path) -> None:
    """An edit costs a fraction of the first ingest, and a search stays near a bare query."""
    embedder = WordLlamaEmbedder()
    index = ChromaIndex(tmp_path, embedder)
    ports = Ports(store=no_store, packs=NoPacks(), index=lambda: index)
    before, after = pack(), pack(asset(0, "Other words."))
    loading = seconds(lambda: embedder.embed(["warm"]))
    rows = {
        "load the embedder": loading,
        "cut the pack into passages": seconds(lambda: passages(before), 5),
        "ingest, cold": seconds(lambda: ingest_passages(before, ports)),
        "ingest, unchanged": seconds(lambda: ingest_passages(before, ports), 5),
        "ingest, one asset edited": seconds(lambda: ingest_passages(after, ports)),
        "ingest, rebuilt": seconds(lambda: ingest_passages(after, ports, rebuild=True)),
        "first search of a process": seconds(
            lambda: ChromaIndex(tmp_path, embedder).search("bench", "forecast", SearchFilter(TODAY), 5)
        ),
        "search": seconds(lambda: search("who lost the forecast?", after, ports, TODAY), 50),
        "search, stage and kind": seconds(
            lambda: search("who lost the forecast?", after, ports, TODAY, kind="asset", stage="learn"), 50
        ),
    }
    vectors: list[Sequence[float]] = [*embedder.embed(["who lost the forecast?"])]
    with index._vectors.current("bench") as shelf:
        bare = shelf.collection
        rows["Chroma alone, bare query"] = seconds(lambda: bare.query(query_embeddings=vectors, n_results=5), 50)
        rows["the same, text embedded too"] = seconds(
            lambda: bare.query(query_embeddings=list(embedder.embed(["who lost the forecast?"])), n_results=5), 50
        )

    for what, taken in rows.items():
        print(f"{what:<28} {taken * 1e3:>9.1f} ms")

    assert rows["ingest, one asset edited"] < rows["ingest, cold"]
    assert rows["ingest, unchanged"] < rows["ingest, one asset edited"]


QUERIES = Path(__file__).parents[1] / "data" / "queries.jsonl"
WAYS = ("BM25 alone", "vectors alone", "both, without other words", "both")


def ranked(scores: Sequence[float], ids: Sequence[str]) -> list[str]:
    """The things that passages belong to, best first; equally good ones by id, as `ids` are."""
    return [ids[place].partition("#")[0] for place in sorted(range(len(ids)), key=lambda place: -scores[place])]


def found_by(index: ChromaIndex, embedder: WordLlamaEmbedder, pack: Pack, ports: Ports, text: str) -> list[list[str]]:
    """What each way of searching finds, best first."""
    with index._vectors.current(pack.name) as shelf:
        held = Held.of(shelf)
    ids = [passage.id for passage in held.passages]
    current = [number for number, passage in enumerate(held.passages) if not passage.lapsed(TODAY)]
    bm25 = held.lexical._index.get_scores(words(text) or [""])
    near = held.nearness(index._question(text, ()))
    alone = [ranked([scores[each] for each in current], [ids[each] for each in current]) for scores in (bm25, near)]
    plain = [hit.passage.id.partition("#")[0] for hit in index.search(pack.name, text, SearchFilter(TODAY), 3)]
    return [*alone, plain, [hit.passage.id.partition("#")[0] for hit in search(text, pack, ports, TODAY, limit=3)]]


@pytest.mark.bench
def test_how_well_each_way_finds(tmp_path: Path) -> None:
    """Labelled questions of reps, by half and by difficulty: whether the first and the first three hold an answer."""
    embedder = WordLlamaEmbedder()
    index = ChromaIndex(tmp_path, embedder)
    ports = Ports(store=no_store, packs=NoPacks(), index=lambda: index)
    packs = {name: load_pack(shipped("knowledge") / name).pack for name in ("harbor", "posthog")}
    for each in packs.values():
        ingest_passages(each, ports)
    ranks: dict[tuple[str, str, str], list[int]] = {}
    for row in map(json.loads, QUERIES.read_text(encoding="utf-8").splitlines()):
        if row["ids"]:
            found = found_by(index, embedder, packs[row["pack"]], ports, row["text"])
            for way, things in zip(WAYS, found, strict=True):
                rank = next((place for place, thing in enumerate(things) if thing in row["ids"]), 1_000)
                ranks.setdefault((way, row["half"], "hard" if row["hard"] else "easy"), []).append(rank)

    print()
    for (way, half, difficulty), places in sorted(ranks.items()):
        shares = (sum(place < most for place in places) / len(places) for most in (1, 3))
        print(f"{way:<26} {half:<9} {difficulty:<5}", *(f"{share:>6.3f}" for share in shares), f"of {len(places)}")

    assert 8 <= len(ranks) == len(WAYS) * 4
