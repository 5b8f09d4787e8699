"""Embedder: texts as vectors, so that nearness in direction is nearness in meaning.

The default one needs no network: WordLlama ships its weights and its tokenizer inside its wheel and is told to look
nowhere else. Another embedder is a class with the same three members.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

from bot.core.errors import StateUnavailable

_WEIGHTS = "l2_supercat"
_DIMENSION = 256
_LONGEST = 6_000
"""Characters that are read of a text: what follows hardly turns an average, and memory stays bounded."""
_BATCH = 16
"""Texts at a time; each costs memory for the longest of its batch."""


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
