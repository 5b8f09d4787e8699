"""ChromaIndex: a pack's passages in Chroma, found by nearness in meaning.

The index is derived. Each record carries the hash of its passage, so an ingest embeds only what is new or changed; the
collection carries the embedder's name, so that vectors of two embedders never meet.
"""

import hashlib
import math
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.core.errors import StateUnavailable
from bot.core.pack import Pack
from bot.core.passage import Hit, Passage, PassageKind, SearchFilter
from bot.library.embedder import Embedder
from bot.library.vectors import CollectionMissing, Metadata, VectorFolder, Vectors, VectorServer

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

_LAYOUT = 1
"""Raised when records are written in another form, so that older collections are made anew."""
_ANY = "*"
"""Stands for any stage or any persona; no id can be this."""
_FOREVER = 99_999_999
"""The last day of what does not lapse; later than any date."""
_BATCH = 500
"""Records that are embedded and written at a time."""
_MOST = 1_000
"""No search returns more."""


class ChromaIndex:
    """The vector store in a folder, or on a Chroma server where `url` names one."""

    def __init__(self, folder: Path, embedder: Embedder, url: str | None = None) -> None:
        self._embedder = embedder
        self._vectors: Vectors = VectorServer(url) if url else VectorFolder(folder)

    def ingest(self, pack: Pack, passages: Sequence[Passage], *, rebuild: bool = False) -> int:
        """Bring the store up to date with a pack's passages; returns how many had to be embedded anew.

        Raises:
            StateUnavailable: the store is damaged or not writable; `rebuild` starts it afresh.
        """
        hashes = {passage.id: _hash(passage) for passage in passages}
        with self._vectors.ingesting(pack.name):
            stored = None if rebuild else self._stored_hashes(pack.name)
            if stored == hashes:
                return 0
            changed = [passage for passage in passages if (stored or {}).get(passage.id) != hashes[passage.id]]
            gone = sorted((stored or {}).keys() - hashes.keys())
            afresh = self._made_with(pack.name, complete=False) if stored is None else None
            with self._vectors.successor(pack.name, afresh) as collection:
                self._write(collection, changed, gone, hashes)
                collection.modify(metadata=self._made_with(pack.name, complete=True))
        return len(changed)

    def search(self, pack: str, text: str, only: SearchFilter, limit: int) -> list[Hit]:
        """The passages nearest in meaning, best first; equally near ones by id.

        Raises:
            StateUnavailable: the store is missing or damaged, or another embedder built it.
        """
        vectors: list[Sequence[float]] = [*self._embedder.embed([text])]
        with self._vectors.current(pack) as collection:
            self._refuse_foreign(collection, pack)
            found = collection.query(
                query_embeddings=vectors,
                n_results=min(limit, _MOST),
                where=_where(only),
                include=["documents", "metadatas", "distances"],
            )
        rows = zip(
            found["ids"][0], *(_first(found[part]) for part in ("documents", "metadatas", "distances")), strict=True
        )
        hits = [Hit(passage=_passage(*row[:3]), score=_score(row[3])) for row in rows]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))

    def _made_with(self, pack: str, *, complete: bool) -> Metadata:
        """What a collection says of itself; `complete` once its first ingest is through."""
        return {"pack": pack, "embedder": self._embedder.name, "layout": _LAYOUT, "complete": complete}

    def _stored_hashes(self, pack: str) -> dict[str, str] | None:
        """By id: the hash of every passage in the store, or None where the store has to be made anew."""
        try:
            with self._vectors.current(pack) as collection:
                if collection.metadata != self._made_with(pack, complete=True):
                    return None
                read = collection.get(include=["metadatas"])
        except CollectionMissing:
            return None
        return {id_: str(each["hash"]) for id_, each in zip(read["ids"], read["metadatas"] or [], strict=True)}

    def _refuse_foreign(self, collection: "Collection", pack: str) -> None:
        made_with = collection.metadata or {}
        if made_with == self._made_with(pack, complete=True):
            return
        if made_with.get("embedder") != self._embedder.name:
            raise StateUnavailable(
                f"The vectors of the pack {pack!r} were made by the embedder {made_with.get('embedder')}, and the one in "
                f"use is {self._embedder.name}: run `fika ingest`."
            )
        raise StateUnavailable(f"The last ingest of the pack {pack!r} did not finish: run `fika ingest`.")

    def _write(
        self, collection: "Collection", changed: Sequence[Passage], gone: Sequence[str], hashes: Mapping[str, str]
    ) -> None:
        for start in range(0, len(gone), _BATCH):
            collection.delete(ids=list(gone[start : start + _BATCH]))
        for start in range(0, len(changed), _BATCH):
            batch = changed[start : start + _BATCH]
            collection.upsert(
                ids=[passage.id for passage in batch],
                embeddings=[*self._vectors_of(batch)],
                documents=[passage.text for passage in batch],
                metadatas=[_record(passage, hashes[passage.id]) for passage in batch],
            )

    def _vectors_of(self, passages: Sequence[Passage]) -> list[Sequence[float]]:
        """Title and text weigh the same, however long the text is: a title says best what a passage is about."""
        titles = self._embedder.embed([passage.title for passage in passages])
        texts = self._embedder.embed([passage.text for passage in passages])
        return [_halfway(title, text) for title, text in zip(titles, texts, strict=True)]


def _halfway(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """The direction between two vectors, whatever their lengths."""
    by, per = (1 / (math.hypot(*vector) or 1.0) for vector in (one, other))
    return [a * by + b * per for a, b in zip(one, other, strict=True)]


def _hash(passage: Passage) -> str:
    return hashlib.sha256(passage.model_dump_json().encode()).hexdigest()


def _record(passage: Passage, content_hash: str) -> dict[str, Any]:
    """What Chroma keeps beside a text, every key each time: an update leaves a key that it does not name as it was."""
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
    """Nearness from Chroma's cosine distance; rounded, since the last digits of a float32 mean nothing."""
    return round(1 - distance, 6)


def _first(parts: Any) -> Sequence[Any]:
    """Chroma answers several queries at once; this is the part for the only one."""
    return parts[0] if parts else ()
