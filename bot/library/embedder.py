"""Embedder: texts as vectors, so that nearness in direction is nearness in meaning.

The default one needs no network: WordLlama ships its weights and its tokenizer inside its wheel and is told to look
nowhere else. MiniLM is better and has to be chosen, as Chroma fetches its model once, the first time it embeds. Another
embedder is a class with the same three members. Whatever made them, vectors are looked at before they are used.
"""

import logging
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

from bot.core.errors import FikaError, StateUnavailable

_WEIGHTS = "l2_supercat"
_DIMENSION = 256
_MINILM_DIMENSION = 384
_LONGEST = 6_000
"""Characters that are read of a text: what follows hardly turns an average, and memory stays bounded."""
_BATCH = 16
"""Texts at a time; each costs memory for the longest of its batch."""
WORDLLAMA = "wordllama"
MINILM = "minilm"


class Embedder(Protocol):
    """Turns texts into vectors; the same text always becomes the same vector."""

    @property
    def name(self) -> str:
        """What made the vectors; two embedders of one name give the same ones."""

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector for each text, in their order; a text without any words may have length 0."""


class WordLlamaEmbedder:
    """The embedder that works offline: averaged token vectors, loaded when they are first needed."""

    @cached_property
    def name(self) -> str:
        """The weights and the version they came with."""
        return f"wordllama-{version('wordllama')}/{_WEIGHTS}_{_DIMENSION}"

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return _DIMENSION

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector for each text, in their order.

        Raises:
            StateUnavailable: the installed wordllama does not hold its weights.
        """
        read = [text[:_LONGEST].encode("utf-8", "replace").decode("utf-8") for text in texts]
        vectors: list[list[float]] = self._model.embed(read, batch_size=_BATCH).tolist()
        return vectors

    @cached_property
    def _model(self) -> Any:
        with _root_logger_as_it_was():
            import wordllama

        try:
            return wordllama.WordLlama.load(
                _WEIGHTS, cache_dir=Path(wordllama.__file__).parent, dim=_DIMENSION, disable_download=True
            )
        except FileNotFoundError as error:
            raise StateUnavailable(
                "The installed wordllama lacks the weights that its wheel carries; install it again."
            ) from error


class MiniLmEmbedder:
    """Chroma's default embedder: a small language model that runs on this machine once its file is there."""

    @cached_property
    def name(self) -> str:
        """The model; its file is checked by its hash when it is fetched, so that the name says all."""
        return "chroma/all-MiniLM-L6-v2"

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return _MINILM_DIMENSION

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector for each text, in their order.

        Raises:
            StateUnavailable: the model is not on this machine and cannot be fetched, or its file is damaged.
        """
        if not texts:
            return []
        read = [text[:_LONGEST].encode("utf-8", "replace").decode("utf-8") for text in texts]
        try:
            return [[float(number) for number in vector] for vector in self._model(read)]
        except Exception as error:
            raise StateUnavailable(
                f"The embedder minilm cannot be used ({_first_line(error)}). Its model is fetched once, into "
                f"{self._model.DOWNLOAD_PATH}: connect this machine, or copy that folder from one that has it, or "
                "unset FIKA_EMBEDDER."
            ) from error

    @cached_property
    def _model(self) -> Any:
        from chromadb.utils.embedding_functions.onnx_mini_lm_l6_v2 import ONNXMiniLM_L6_V2

        return ONNXMiniLM_L6_V2(preferred_providers=["CPUExecutionProvider"])


def embedder_named(name: str) -> Embedder | None:
    """The embedder that a setting names, where it is one of the library's own: wordllama or minilm."""
    own: Mapping[str, type[WordLlamaEmbedder | MiniLmEmbedder]] = {WORDLLAMA: WordLlamaEmbedder, MINILM: MiniLmEmbedder}
    return own[name]() if name in own else None


def embedded(embedder: Embedder, texts: Sequence[str]) -> list[list[float]]:
    """One vector for each text, in their order, each of the promised dimension and of real numbers.

    Raises:
        StateUnavailable: the embedder fails or gives something else; nothing of it may be stored.
    """
    if not texts:
        return []
    try:
        vectors = embedder.embed(texts)
        dimension = embedder.dimension
    except FikaError:
        raise
    except Exception as error:
        raise _refused(embedder, f"failed: {_first_line(error)}") from error
    if len(vectors) != len(texts):
        raise _refused(embedder, f"gave {len(vectors)} vectors for {len(texts)} texts")
    odd = next((len(vector) for vector in vectors if len(vector) != dimension), None)
    if odd is not None:
        raise _refused(embedder, f"gave {odd} numbers for a text and not {dimension}")
    # A sum is finite only where every number is; looking at each one would take longer than embedding.
    if not all(math.isfinite(sum(vector)) for vector in vectors):
        raise _refused(embedder, "gave what is no number")
    return vectors


def _refused(embedder: Embedder, what: str) -> StateUnavailable:
    return StateUnavailable(
        f"The embedder {embedder.name} {what}. What was stored before is untouched: try again, or set FIKA_EMBEDDER "
        "to another one and run `fika ingest`."
    )


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


@contextmanager
def _root_logger_as_it_was() -> Iterator[None]:
    """Undo what wordllama does when it is imported: it makes the root logger print everything from INFO on."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
