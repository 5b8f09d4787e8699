"""What the vector store costs at 1,000 passages, and how well words, vectors and both together find."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median

import chromadb
import numpy as np
import pytest
from chromadb.api.models.Collection import Collection
from chromadb.utils.embedding_functions.onnx_mini_lm_l6_v2 import ONNXMiniLM_L6_V2

from bot.bootstrap import shipped
from bot.core.asset import Asset
from bot.core.journey import Journey, JourneyStage, StageId
from bot.core.pack import Pack
from bot.core.passage import SearchFilter
from bot.core.passage_words import words
from bot.core.passages import passages
from bot.flows.search import ingest_passages, search
from bot.library.embedder import Embedder, MiniLmEmbedder, WordLlamaEmbedder
from bot.library.folders import FolderPacks
from bot.library.held import Held
from bot.library.index import ChromaIndex
from bot.library.loader import load_pack
from bot.ports import Ports, Store

ASSETS = 1_000
TODAY = date(2026, 11, 22)
SUBJECTS = ("forecast", "budget", "pilot", "security", "price", "trial", "webinar", "contract", "board", "pipeline")
SENTENCE = (
    "It shows where the {subject} gets lost between marketing and sales, and what number {number} does about it. "
)


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


def bare_collection(folder: Path) -> Collection:
    """A collection of Chroma as it comes."""
    return chromadb.PersistentClient(folder).create_collection("bare", embedding_function=None)


def fill(collection: Collection, what: Pack, embedder: Embedder) -> None:
    """Embed and add every passage in one batch."""
    made = passages(what)
    collection.add(
        ids=[each.id for each in made],
        embeddings=np.array(embedder.embed([each.text for each in made]), dtype=np.float32),
        documents=[each.text for each in made],
    )


def ask(collection: Collection, embedder: Embedder) -> None:
    """What a search is at the least: one question embedded, and the nearest passages."""
    collection.query(
        query_embeddings=np.array(embedder.embed(["who lost the forecast?"]), dtype=np.float32), n_results=5
    )


@pytest.mark.bench
def test_what_a_thousand_passages_cost(tmp_path: Path) -> None:
    """An edit costs a fraction of the first ingest, and a search stays near a bare query."""
    embedder = WordLlamaEmbedder()
    index = ChromaIndex(tmp_path, embedder)
    ports = Ports(store=no_store, packs=FolderPacks(shipped("knowledge")), index=lambda: index)
    before, after = pack(), pack(asset(0, "Other words."))
    loading = seconds(lambda: embedder.embed(["warm"]))
    bare_ones = iter([bare_collection(tmp_path / f"bare-{number}") for number in range(5)])
    rows = {
        "Chroma alone, embed and add": seconds(lambda: fill(next(bare_ones), before, embedder), 5),
        "load the embedder": loading,
        "cut the pack into passages": seconds(lambda: passages(before), 5),
        "ingest, the first of all": seconds(lambda: ingest_passages(before, ports)),
        "ingest, rebuilt": seconds(lambda: ingest_passages(before, ports, rebuild=True), 5),
        "ingest, unchanged": seconds(lambda: ingest_passages(before, ports), 5),
        "ingest, one asset edited": seconds(lambda: ingest_passages(after, ports)),
        "first search of a process": seconds(
            lambda: ChromaIndex(tmp_path, embedder).search("bench", "forecast", SearchFilter(TODAY), 5)
        ),
        "search": seconds(lambda: search("who lost the forecast?", after, ports, TODAY), 50),
        "search, stage and kind": seconds(
            lambda: search("who lost the forecast?", after, ports, TODAY, kind="asset", stage="learn"), 50
        ),
    }
    bare = bare_collection(tmp_path / "bare")
    fill(bare, before, embedder)
    with index._vectors.current("bench") as shelf:
        for what, collection in (("a bare query", bare), ("the same, searched exactly", shelf.collection)):
            rows[f"Chroma alone, {what}"] = seconds(lambda collection=collection: ask(collection, embedder), 50)  # type: ignore[misc]

    for what, taken in rows.items():
        print(f"{what:<40} {taken * 1e3:>9.1f} ms")

    assert rows["ingest, one asset edited"] < rows["ingest, the first of all"]
    assert rows["ingest, unchanged"] < rows["ingest, one asset edited"]


QUERIES = Path(__file__).parents[1] / "data" / "queries.jsonl"
ELSEWHERE = ("mendbook", "torqline", "sweepwell", "paystove")
"""Packs of other trades; on the last one nothing was tuned."""
WAYS = ("BM25 alone", "vectors alone", "both, without other words", "both")


def ranked(scores: Sequence[float], ids: Sequence[str]) -> list[str]:
    """The things that passages belong to, best first; equally good ones by id, as `ids` are."""
    return [ids[place].partition("#")[0] for place in sorted(range(len(ids)), key=lambda place: -scores[place])]


def found_by(index: ChromaIndex, pack: Pack, ports: Ports, text: str) -> list[list[str]]:
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


def labelled() -> Iterator[tuple[str, str, str, list[str]]]:
    """Every question with an answer: its pack, what kind of question it is, its text, and what answers it."""
    for row in map(json.loads, QUERIES.read_text(encoding="utf-8").splitlines()):
        yield row["pack"], f"shipped, {row['half']}, {'hard' if row['hard'] else 'easy'}", row["text"], row["ids"]
    for name in ELSEWHERE:
        rows = QUERIES.with_name(f"queries_{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for row in map(json.loads, rows):
            yield name, f"{name}, {'hard' if row.get('hard', True) else 'easy'}", row["text"], row["ids"]


def embedders() -> Iterator[tuple[str, Embedder]]:
    """The default one, and MiniLM where its model is at hand."""
    yield "", WordLlamaEmbedder()
    if (Path(ONNXMiniLM_L6_V2.DOWNLOAD_PATH) / "onnx" / "model.onnx").is_file():
        yield ", MiniLM", MiniLmEmbedder()


@pytest.mark.bench
def test_how_well_each_way_finds(tmp_path: Path) -> None:
    """Labelled questions of reps: whether the first and the first three hold an answer."""
    shelves = [shipped("knowledge") / name for name in ("harbor", "posthog")]
    folders = [*shelves, *(QUERIES.with_name(name) for name in ELSEWHERE)]
    packs = {folder.name: load_pack(folder).pack for folder in folders}
    ranks: dict[tuple[str, str], list[int]] = {}
    for label, embedder in embedders():
        index = ChromaIndex(tmp_path / f"vectors{label}", embedder)
        ports = Ports(store=no_store, packs=FolderPacks(shipped("knowledge")), index=lambda index=index: index)  # type: ignore[misc]
        for each in packs.values():
            ingest_passages(each, ports)
        for name, kind, text, ids in labelled():
            for way, things in zip(WAYS, found_by(index, packs[name], ports, text), strict=True):
                rank = next((place for place, thing in enumerate(things) if thing in ids), 1_000)
                ranks.setdefault((kind, f"{way}{label}"), []).extend([rank] * bool(ids))

    print()
    for (kind, way), places in sorted(ranks.items()):
        shares = (sum(place < most for place in places) / len(places) for most in (1, 3))
        print(f"{kind:<24} {way:<34}", *(f"{share:>6.3f}" for share in shares), f"of {len(places)}")

    assert len(ranks) >= 5 * len(WAYS)
