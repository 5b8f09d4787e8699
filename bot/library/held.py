"""Held: what a search needs of a pack, read once from where its vectors are and kept for the next search.

The passages and their words stand in files beside the collection, as Chroma gives out records slowly; where there is no
such place, on a server, they are made from its records.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pydantic import TypeAdapter

from bot.core.passage import Passage
from bot.library.fusion import Weights
from bot.library.lexical import Lexical
from bot.library.vectors import Shelf

if TYPE_CHECKING:
    from uuid import UUID

    import numpy as np
    from numpy.typing import NDArray

_PASSAGES = "passages.json"
_WORDS = "bm25"
_PASSAGES_READ = TypeAdapter(tuple[Passage, ...])


@dataclass(frozen=True, slots=True)
class Held:
    """A pack's passages in the order of their ids, with their vectors and their words."""

    collection: "UUID"
    """Which collection they were read from; an ingest makes another one."""
    passages: tuple[Passage, ...]
    lexical: Lexical
    weights: Weights
    _vectors: "NDArray[np.floating]"
    """One row a passage, each of length 1 or 0."""

    @classmethod
    def of(cls, shelf: Shelf) -> "Held":
        """Everything that a collection holds."""
        import numpy as np

        passages, lexical = _from_files(shelf.beside) if shelf.beside else _from_records(shelf)
        read = shelf.collection.get(include=["embeddings"])
        rows = {id_: row for row, id_ in enumerate(read["ids"])}
        vectors = np.asarray(present(read["embeddings"]), dtype=np.float32)
        ordered = vectors[[rows[passage.id] for passage in passages]] if passages else np.zeros((0, 1))
        return cls(shelf.collection.id, passages, lexical, Weights.of(passages), _units(ordered))

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return len(self._vectors[0])

    def nearness(self, vector: "NDArray[np.floating]") -> "NDArray[np.floating]":
        """The cosine of the angle between a vector and that of each passage."""
        near: NDArray[np.floating] = self._vectors @ vector if self.passages else self._vectors[:, 0]
        return near


def keep_files(passages: Sequence[Passage], beside: Path) -> None:
    """Write what `Held` reads: the passages and their words."""
    ordered = _by_id(passages)
    beside.mkdir()
    (beside / _PASSAGES).write_bytes(_PASSAGES_READ.dump_json(ordered))
    Lexical.of(ordered).save(beside / _WORDS)


def keeps(passages: Sequence[Passage], beside: Path) -> bool:
    """Whether the files are of just these passages."""
    return (beside / _PASSAGES).read_bytes() == _PASSAGES_READ.dump_json(_by_id(passages))


def record_of(passage: Passage, content_hash: str) -> dict[str, Any]:
    """What Chroma keeps beside a text."""
    return {"hash": content_hash, "passage": passage.model_copy(update={"text": ""}).model_dump_json()}


def present(part: Any) -> Sequence[Any]:
    """A part of an answer that was asked for, and so is there: Chroma's types do not know."""
    assert part is not None
    return cast("Sequence[Any]", part)


def _from_files(beside: Path) -> tuple[tuple[Passage, ...], Lexical]:
    passages = _PASSAGES_READ.validate_json((beside / _PASSAGES).read_bytes())
    return passages, Lexical.load(beside / _WORDS, len(passages))


def _from_records(shelf: Shelf) -> tuple[tuple[Passage, ...], Lexical]:
    read = shelf.collection.get(include=["documents", "metadatas"])
    records = zip(present(read["documents"]), present(read["metadatas"]), strict=True)
    passages = _by_id([_passage(text, record) for text, record in records])
    return passages, Lexical.of(passages)


def _passage(text: str, record: Mapping[str, Any]) -> Passage:
    """The passage that `record_of` and its text were made of."""
    return Passage.model_validate_json(record["passage"]).model_copy(update={"text": text})


def _by_id(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted(passages, key=lambda passage: passage.id))


def _units(vectors: "NDArray[np.floating]") -> "NDArray[np.floating]":
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    made: NDArray[np.floating] = vectors / np.where(lengths == 0, 1, lengths)
    return made
