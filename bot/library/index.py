"""ChromaIndex: a pack's passages in Chroma, found by nearness in meaning and by shared words.

The index is derived. Each record carries the hash of its passage, so an ingest embeds only what is new or changed; the
collection carries the embedder's name, so that vectors of two embedders never meet. A search scores every passage
exactly, as the two ways of finding are fused, and keeps what it read for the next one.
"""

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from bot.core.errors import StateUnavailable
from bot.core.pack import Pack
from bot.core.passage import Hit, Meaning, Passage, SearchFilter
from bot.core.passage_words import is_small, words
from bot.library.embedder import Embedder, embedded
from bot.library.fusion import fused
from bot.library.held import Held, keep_files, keeps, present, record_of
from bot.library.vectors import CollectionMissing, Metadata, Shelf, VectorFolder, Vectors, VectorServer

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

_LAYOUT = 2
"""Raised when records or their vectors are made in another way, so that older collections are made anew."""
_BATCH = 500
"""Records that are embedded and written at a time."""
_MOST = 1_000
"""No search returns more."""
_MEANT = 1.0
"""How far what a question stands for turns its vector."""


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
        self._held: dict[str, Held] = {}
        """By pack: what was read for the last search."""

    def ingest(self, pack: Pack, passages: Sequence[Passage], *, rebuild: bool = False) -> int:
        """Bring the store up to date with a pack's passages; returns how many had to be embedded anew.

        Raises:
            StateUnavailable: the store is damaged or not writable; `rebuild` starts it afresh.
        """
        with self._turn, self._vectors.ingesting(pack.name):
            if not rebuild and self._keeps(pack.name, passages):
                return 0
            hashes = {passage.id: _hash(passage) for passage in passages}
            stored = None if rebuild else self._stored(pack.name)
            if stored is not None and {id_: record.hash for id_, record in stored.items()} == hashes:
                return 0
            kept = {
                id_: record.vector.tolist() for id_, record in (stored or {}).items() if hashes.get(id_) == record.hash
            }
            with self._vectors.successor(pack.name, self._made_with(pack.name)) as shelf:
                if shelf.beside:
                    keep_files(passages, shelf.beside)
                for start in range(0, len(passages), _BATCH):
                    self._add(shelf.collection, passages[start : start + _BATCH], hashes, kept)
        return sum(passage.id not in kept for passage in passages)

    def search(self, pack: str, text: str, only: SearchFilter, limit: int) -> list[Hit]:
        """The passages that answer a text best, best first; equally good ones by id.

        Args:
            pack: the name of the pack.
            text: the question.
            only: what may be found, and what words of the question stand for.
            limit: how many at the most.

        Raises:
            StateUnavailable: the store is missing or damaged, or another embedder built it.
        """
        with self._turn, self._vectors.current(pack) as shelf:
            self._refuse_foreign(shelf.collection, pack)
            held = self._held_of(pack, shelf)
            question = self._question(text, held.lexical.needed(text, only.meanings))
            if held.passages and held.dimension != len(question):
                raise _other_form(pack)
            near = held.nearness(question)
        scores = fused(near, held.lexical.scores(text, only.meanings), held.weights.leaning_to(only.leaning))
        best = (-scores).argsort(kind="stable").tolist()
        admitted = (place for place in best if only.admits(held.passages[place]))
        return [
            Hit(passage=held.passages[place], score=float(scores[place]))
            for place in islice(admitted, min(limit, _MOST))
        ]

    def _held_of(self, pack: str, shelf: Shelf) -> Held:
        """What the collection holds, read anew only where an ingest has replaced it."""
        held = self._held.get(pack)
        if held is None or held.collection != shelf.collection.id:
            held = self._held[pack] = Held.of(shelf)
        return held

    def _question(self, text: str, meanings: Sequence[Meaning]) -> "NDArray[np.floating]":
        """The direction of a question, turned towards what it stands for."""
        import numpy as np

        said = _unit(embedded(self._embedder, [text])[0])
        if meanings:
            stands_for = _unit(embedded(self._embedder, [" ".join(meaning.means for meaning in meanings)])[0])
            turn = _MEANT * _share(text, meanings)
            said = _unit([a + turn * b for a, b in zip(said, stands_for, strict=True)])
        return np.asarray(said, dtype=np.float32)

    def _made_with(self, pack: str) -> Metadata:
        """What a collection says of itself."""
        return {"pack": pack, "embedder": self._embedder.name, "layout": _LAYOUT}

    def _keeps(self, pack: str, passages: Sequence[Passage]) -> bool:
        """Whether a folder holds just these passages: its files say so at once, and Chroma gives all out slowly."""
        try:
            with self._vectors.current(pack) as shelf:
                return (
                    shelf.beside is not None
                    and shelf.collection.metadata == self._made_with(pack)
                    and keeps(passages, shelf.beside)
                    and self._fits(present(shelf.collection.get(limit=1, include=["embeddings"])["embeddings"]))
                )
        except CollectionMissing:
            return False

    def _fits(self, vectors: Sequence[Any]) -> bool:
        """Whether vectors are as long as the embedder's, which may have been set to others under the same name."""
        return all(len(vector) == self._embedder.dimension for vector in vectors)

    def _stored(self, pack: str) -> "dict[str, _Stored] | None":
        """By id: what the store knows of each passage, or None where nothing in it can be used."""
        try:
            with self._vectors.current(pack) as shelf:
                if shelf.collection.metadata != self._made_with(pack):
                    return None
                read = shelf.collection.get(include=["metadatas", "embeddings"])
        except CollectionMissing:
            return None
        parts = (present(read[part]) for part in ("metadatas", "embeddings"))
        rows = zip(read["ids"], *parts, strict=True)
        stored = {id_: _Stored(str(record["hash"]), vector) for id_, record, vector in rows}
        return stored if self._fits([each.vector for each in stored.values()]) else None

    def _refuse_foreign(self, collection: "Collection", pack: str) -> None:
        made_with = collection.metadata or {}
        embedder = made_with.get("embedder")
        if embedder != self._embedder.name:
            raise StateUnavailable(
                f"The vectors of the pack {pack!r} were made by another embedder ({embedder}, not "
                f"{self._embedder.name}): run `fika ingest`."
            )
        if made_with != self._made_with(pack):
            raise _other_form(pack)

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
            metadatas=[record_of(passage, hashes[passage.id]) for passage in passages],
        )

    def _vectors_of(self, passages: Sequence[Passage]) -> list[Sequence[float]]:
        """Title and text weigh the same, however long the text is: a title says best what a passage is about."""
        titles = embedded(self._embedder, [passage.title for passage in passages])
        texts = embedded(self._embedder, [passage.text for passage in passages])
        return [_halfway(title, text) for title, text in zip(titles, texts, strict=True)]


def _other_form(pack: str) -> StateUnavailable:
    return StateUnavailable(f"The vectors of the pack {pack!r} are of an older form: run `fika ingest`.")


def _share(text: str, meanings: Sequence[Meaning]) -> float:
    """How much of a question stands for something: where little does, that little is not what it is about."""
    meant = {at for meaning in meanings for at in range(meaning.at, meaning.at + meaning.length)}
    loud = [at in meant for at, word in enumerate(words(text)) if at in meant or not is_small(word)]
    return sum(loud) / len(loud)


def _halfway(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """The direction between two vectors, whatever their lengths."""
    return _unit([a + b for a, b in zip(_unit(one), _unit(other), strict=True)])


def _unit(vector: Sequence[float]) -> list[float]:
    """The vector with length 1, or with length 0 where it had that."""
    length = math.hypot(*vector) or 1.0
    return [number / length for number in vector]


def _hash(passage: Passage) -> str:
    return hashlib.sha256(passage.model_dump_json().encode()).hexdigest()
