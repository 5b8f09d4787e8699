"""Embeddings: texts as vectors by one of LangChain's embedders, in the form that the library expects of an embedder.

Whoever configures one sends the passages of the packs, and what people search for, to its provider.
"""

import math
import os
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from functools import cached_property
from typing import Any, TypeGuard
from urllib.parse import urlsplit

from bot.core.errors import StateUnavailable
from bot.llm.asking import Step, ask
from bot.llm.failing import why
from bot.llm.loop import Slots
from bot.llm.provider import HEADERS, be_quiet, bound, home, missing, refused
from bot.ports.model import Failure, ModelFailed

_BATCH = 16
"""Texts in one request."""
_LONGEST = 6_000
"""Characters that are read of a text."""
_SAMPLE = "How long is a vector?"
_PARALLEL = 16
_SETTING = "FIKA_EMBEDDER"
_ADVICE = {
    Failure.REFUSED: f"it does not accept the key or the model's name; look at {_SETTING} and {_SETTING}_KEY",
    Failure.MALFORMED: "it answered with something that is no list of vectors",
    Failure.TOO_LONG: "it answered with far more than that",
    Failure.BUSY: "it has too much to do; try again in a while",
    Failure.TIMEOUT: "it took too long; try again in a while",
}


class LangChainEmbedder:
    """An embedder of one of LangChain's providers; it is opened, and asked, when the first text comes."""

    def __init__(
        self,
        choice: str,
        *,
        url: str | None,
        key: str | None,
        timeout: float = 30,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._choice, self._url, self._key = choice, url, key
        self._timeout, self._ticks = timeout, ticks
        self._slots = Slots(_PARALLEL, ticks)

    @property
    def name(self) -> str:
        """Provider and model, and the server where it is not the provider's own."""
        return f"{self._choice}@{urlsplit(self._url).netloc}" if self._url else self._choice

    @cached_property
    def dimension(self) -> int:
        """How many numbers a vector has; asks once.

        Raises:
            StateUnavailable: it cannot be asked.
        """
        return len(self._ask([_SAMPLE])[0])

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector for each text, in their order; a text without words has length 0.

        Raises:
            StateUnavailable: the embedder gives none.
        """
        read = [text[:_LONGEST].encode("utf-8", "replace").decode("utf-8").strip() for text in texts]
        worded = [text for text in read if text]
        vectors = iter([each for start in range(0, len(worded), _BATCH) for each in self._ask(worded[start:][:_BATCH])])
        return [next(vectors) if text else [0.0] * self.dimension for text in read]

    def _ask(self, texts: list[str]) -> list[list[float]]:
        failure = Failure.MALFORMED
        try:
            vectors = self._vectors(texts)
        except StateUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - a provider's client may raise anything
            failure = why(error)
        else:
            if _are_vectors(vectors, len(texts)):
                return vectors
        raise StateUnavailable(
            f"The embedder {self._choice} gives no vectors: {_ADVICE.get(failure, 'it cannot be reached')}."
        )

    def _vectors(self, texts: list[str]) -> Any:
        embeddings = self._embeddings

        async def begin() -> AsyncGenerator[Any, None]:
            yield await embeddings.aembed_documents(texts)

        with self._slots.taken() as slot:
            pieces = slot.pieces(ask(begin, self._timeout), self._ticks() + self._timeout)
            for piece in pieces:
                if not isinstance(piece, Step):
                    return piece
        raise ModelFailed(Failure.EMPTY)

    @cached_property
    def _embeddings(self) -> Any:
        be_quiet()
        from langchain.embeddings import init_embeddings

        provider, _, model = self._choice.partition(":")
        try:
            embeddings = init_embeddings(model, provider=provider, **self._options(provider))
        except ImportError:
            raise StateUnavailable(missing(_SETTING, provider)) from None
        except Exception:  # noqa: BLE001 - each provider has errors of its own, which may quote the key
            raise StateUnavailable(refused(_SETTING, self._choice)) from None
        bound(embeddings)
        return embeddings

    def _options(self, provider: str) -> dict[str, Any]:
        key, address = self._key, home(provider, self._url)
        options: dict[str, Any] = {"base_url": address} if address else {}
        if provider == "ollama":
            headers = HEADERS | ({"Authorization": f"Bearer {key}"} if key else {})
            return options | {"client_kwargs": {"timeout": self._timeout, "headers": headers}}
        if provider == "openai":
            # Without the check it sends texts as they are, and loads no vocabulary from the network.
            key = key or (None if os.environ.get("OPENAI_API_KEY") or not self._url else "none")
            options |= {"max_retries": 0, "timeout": self._timeout, "default_headers": HEADERS}
            options |= {"check_embedding_ctx_length": False}
        return options | ({"api_key": key} if key else {})


def _are_vectors(vectors: Any, number: int) -> TypeGuard[list[list[float]]]:
    if not isinstance(vectors, list) or len(vectors) != number:
        return False
    whole = all(isinstance(each, list) and each and all(_is_number(one) for one in each) for each in vectors)
    return whole and len({len(each) for each in vectors}) == 1


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)
