"""ChromaIndex: a pack's passages in Chroma, found by nearness in meaning.

The index is derived. Each record carries the hash of its passage, so an ingest embeds only what is new or changed; the
collection carries the embedder's name, so that vectors of two embedders never meet.
"""

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from bot.core.errors import StateUnavailable
from bot.core.pack import Pack
from bot.core.passage import Hit, Passage, PassageKind, SearchFilter
from bot.library.embedder import Embedder
from bot.library.vectors import CollectionMissing, Metadata, VectorFolder, Vectors, VectorServer

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

_LAYOUT = 1
"""Raised when records or their vectors are made in another way, so that older collections are made anew."""
_ANY = "*"
"""Stands for any stage or any persona; no id can be this."""
_FOREVER = 99_999_999
"""The last day of what does not lapse; later than any date."""
_BATCH = 500
"""Records that are embedded and written at a time."""
_MOST = 1_000
"""No search returns more."""


@dataclass(frozen=True, slots=True)
class _Stored:
    """What the store knows of a passage besides its text."""

    hash: str
    vector: Any
    """An array, as Chroma gives it."""


class ChromaIndex:
    """The vector store in a folder, or on a Chroma server where `url` names one."""

    def __init__(self, folder: Path, embedder: Embedder, url: str | None = None) -> None:
        self._embedder = embedder
        self._vectors: Vectors = VectorServer(url) if url else VectorFolder(folder.absolute())
        self._turn = Lock()
        """Chroma keeps its open stores in one place, which two threads must not change at the same time."""

    def ingest(self, pack: Pack, passages: Sequence[Passage], *, rebuild: bool = False) -> int:
        """Bring the store up to date with a pack's passages; returns how many had to be embedded anew.

        Raises:
            StateUnavailable: the store is damaged or not writable; `rebuild` starts it afresh.
        """
        hashes = {passage.id: _hash(passage) for passage in passages}
        with self._turn, self._vectors.ingesting(pack.name):
            stored = None if rebuild else self._stored(pack.name)
            if stored is not None and {id_: record.hash for id_, record in stored.items()} == hashes:
                return 0
            kept = {
                id_: record.vector.tolist() for id_, record in (stored or {}).items() if hashes.get(id_) == record.hash
            }
            with self._vectors.successor(pack.name, self._made_with(pack.name)) as collection:
                for start in range(0, len(passages), _BATCH):
                    self._add(collection, passages[start : start + _BATCH], hashes, kept)
        return sum(passage.id not in kept for passage in passages)

    def search(self, pack: str, text: str, only: SearchFilter, limit: int) -> list[Hit]:
        """The passages nearest in meaning, best first; equally near ones by id.

        Raises:
            StateUnavailable: the store is missing or damaged, or another embedder built it.
        """
        with self._turn:
            return self._search(pack, text, only, limit)

    def _search(self, pack: str, text: str, only: SearchFilter, limit: int) -> list[Hit]:
        vectors: list[Sequence[float]] = [*self._embedder.embed([text])]
        with self._vectors.current(pack) as collection:
            self._refuse_foreign(collection, pack)
            found = collection.query(
                query_embeddings=vectors,
                n_results=min(limit, _MOST),
                where=_where(only),
                include=["documents", "metadatas", "distances"],
            )
        parts = (_present(found[part])[0] for part in ("documents", "metadatas", "distances"))
        rows = zip(found["ids"][0], *parts, strict=True)
        hits = [Hit(passage=_passage(*row[:3]), score=_score(row[3])) for row in rows]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))

    def _made_with(self, pack: str) -> Metadata:
        """What a collection says of itself."""
        return {"pack": pack, "embedder": self._embedder.name, "layout": _LAYOUT}

    def _stored(self, pack: str) -> "dict[str, _Stored] | None":
        """By id: what the store knows of each passage, or None where nothing in it can be used."""
        try:
            with self._vectors.current(pack) as collection:
                if collection.metadata != self._made_with(pack):
                    return None
                read = collection.get(include=["metadatas", "embeddings"])
        except CollectionMissing:
            return None
        parts = (_present(read[part]) for part in ("metadatas", "embeddings"))
        rows = zip(read["ids"], *parts, strict=True)
        return {id_: _Stored(str(record["hash"]), vector) for id_, record, vector in rows}

    def _refuse_foreign(self, collection: "Collection", pack: str) -> None:
        made_with = collection.metadata or {}
        embedder = made_with.get("embedder")
        if embedder != self._embedder.name:
            raise StateUnavailable(
                f"The vectors of the pack {pack!r} were made by another embedder ({embedder}, not "
                f"{self._embedder.name}): run `fika ingest`."
            )
        if made_with != self._made_with(pack):
            raise StateUnavailable(f"The vectors of the pack {pack!r} are of an older form: run `fika ingest`.")

    def _add(
        self,
        collection: "Collection",
        passages: Sequence[Passage],
        hashes: Mapping[str, str],
        kept: Mapping[str, Sequence[float]],
    ) -> None:
        """Write passages, those that are kept with the vectors they had."""
        changed = [passage for passage in passages if passage.id not in kept]
        vectors = {**kept, **dict(zip((passage.id for passage in changed), self._vectors_of(changed), strict=True))}
        collection.add(
            ids=[passage.id for passage in passages],
            embeddings=[vectors[passage.id] for passage in passages],
            documents=[passage.text for passage in passages],
            metadatas=[_record(passage, hashes[passage.id]) for passage in passages],
        )

    def _vectors_of(self, passages: Sequence[Passage]) -> list[Sequence[float]]:
        """Title and text weigh the same, however long the text is: a title says best what a passage is about."""
        titles = self._embedder.embed([passage.title for passage in passages])
        texts = self._embedder.embed([passage.text for passage in passages])
        return [_halfway(title, text) for title, text in zip(titles, texts, strict=True)]


def _halfway(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """The direction between two vectors, whatever their lengths."""
    return _unit([a + b for a, b in zip(_unit(one), _unit(other), strict=True)])


def _unit(vector: Sequence[float]) -> list[float]:
    """The vector with length 1, or with length 0 where it had that."""
    length = math.hypot(*vector) or 1.0
    return [number / length for number in vector]


def _hash(passage: Passage) -> str:
    return hashlib.sha256(passage.model_dump_json().encode()).hexdigest()


def _record(passage: Passage, content_hash: str) -> dict[str, Any]:
    """What Chroma keeps beside a text; `_passage` reads it back and `_where` asks for it."""
    return {
        "hash": content_hash,
        "kind": passage.kind.value,
        "title": passage.title,
        "url": passage.url or "",
        "stages": list(passage.stages) or [_ANY],
        "personas": list(passage.personas) or [_ANY],
        "valid_until": _day_number(passage.valid_until) if passage.valid_until else _FOREVER,
    }


def _passage(id_: str, text: str | None, record: Mapping[str, Any]) -> Passage:
    """The passage that `_record` wrote."""
    last_day = record["valid_until"]
    return Passage(
        id=id_,
        kind=PassageKind(record["kind"]),
        title=record["title"],
        text=text or "",
        url=record["url"] or None,
        stages=tuple(stage for stage in record["stages"] if stage != _ANY),
        personas=tuple(persona for persona in record["personas"] if persona != _ANY),
        valid_until=None if last_day == _FOREVER else date.fromisoformat(f"{last_day:08}"),
    )


def _where(only: SearchFilter) -> dict[str, Any]:
    """The filter in Chroma's words: it does what `SearchFilter.admits` says."""
    conditions: list[dict[str, Any]] = [{"valid_until": {"$gte": _day_number(only.today)}}]
    if only.kind is not None:
        conditions.append({"kind": only.kind.value})
    if only.stages is not None:
        conditions.append(_holds("stages", only.stages))
    if only.persona is not None:
        conditions.append(_holds("personas", (only.persona,)))
    return conditions[0] if len(conditions) == 1 else {"$and": conditions}


def _holds(key: str, values: Sequence[str]) -> dict[str, Any]:
    """That a list holds one of these, or stands for any."""
    conditions = [{key: {"$contains": value}} for value in (_ANY, *values)]
    return conditions[0] if len(conditions) == 1 else {"$or": conditions}


def _day_number(day: date) -> int:
    """A day as a number in the same order: 20270331."""
    return day.year * 10_000 + day.month * 100 + day.day


def _score(distance: float) -> float:
    """Nearness from Chroma's cosine distance; rounded, so that the last digits of a float32 decide no order."""
    return round(1 - distance, 4)


def _present(part: Any) -> Sequence[Any]:
    """A part of an answer that was asked for, and so is there: Chroma's types do not know."""
    assert part is not None
    return cast("Sequence[Any]", part)
