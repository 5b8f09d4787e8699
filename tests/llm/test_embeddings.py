"""LangChain's embedders, against a server of the test's own."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from bot.core.errors import StateUnavailable
from bot.library.embedder import Embedder
from bot.llm.embeddings import LangChainEmbedder
from tests.llm import hostile as does
from tests.llm.hostile import Act, Exchange, hostile

Vector = Callable[[str], list[Any]]


def _vectors(of: Vector = lambda text: [float(len(text)), 1.0]) -> Act:
    def act(exchange: Exchange) -> None:
        texts = exchange.asked["input"]
        data = [{"object": "embedding", "index": at, "embedding": of(text)} for at, text in enumerate(texts)]
        exchange.head(content_type="application/json")
        exchange.send(
            json.dumps({"object": "list", "data": data, "model": "m", "usage": {"prompt_tokens": 1, "total_tokens": 1}})
        )

    return act


def _ollama(exchange: Exchange) -> None:
    exchange.head(content_type="application/json")
    exchange.send(json.dumps({"model": "m", "embeddings": [[1.0, 2.0, 3.0] for _ in exchange.asked["input"]]}))


def _open(
    url: str | None, choice: str = "openai:m", timeout: float = 30, key: str | None = "sk-x"
) -> LangChainEmbedder:
    return LangChainEmbedder(choice, url=url, key=key, timeout=timeout)


def test_texts_become_vectors_in_their_order() -> None:
    """Sixteen at a time, as they are; a text without words has length 0 and is not sent."""
    texts = [f"{'x' * number}" for number in range(1, 21)]
    with hostile(_vectors()) as server:
        embedder: Embedder = _open(server.url)
        vectors = embedder.embed([*texts, "  ", "\ud800y"])

        assert [[float(each), 1.0] for each in range(1, 21)] == vectors[:20]
        assert [[0.0, 0.0], [2.0, 1.0]] == vectors[20:]
        assert [16, 5, 1] == [len(each["input"]) for each in server.asked]
        assert 2 == embedder.dimension


def test_nothing_asks_nobody(no_network: list[str]) -> None:
    """No texts need no server."""
    assert [] == _open(None).embed([])
    assert [] == no_network


def test_ollama_embeds_too() -> None:
    """Another provider, another wire format, the same vectors."""
    with hostile(_ollama) as server:
        assert 3 == _open(server.url.removesuffix("/v1"), "ollama:m").dimension


def test_a_name_says_what_made_the_vectors() -> None:
    """Another model and another server give other vectors."""
    assert "openai:m" == _open(None).name
    assert "openai:m@127.0.0.1:8" == _open("http://127.0.0.1:8/v1").name


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (does.fails(401, "sk-x is wrong"), "FIKA_EMBEDDER_KEY"),
        (does.fails(429, retry_after="60"), "too much to do"),
        (does.hangs, "took too long"),
        (does.drips, "took too long"),
        (does.hangs_up, "cannot be reached"),
        (does.never_ends_a_line, "far more than that"),
        (does.sends("{}", "application/json"), "no list of vectors"),
        (does.sends("<html>", "text/html"), "no list of vectors"),
        (_vectors(lambda _: []), "no list of vectors"),
        (_vectors(lambda text: [1.0] * len(text)), "no list of vectors"),
        (_vectors(lambda _: ["1", "2"]), "no list of vectors"),
        (_vectors(lambda _: [float("nan"), 1.0]), "no list of vectors"),
    ],
)
def test_every_failure_is_a_sentence(act: Act, says: str) -> None:
    """Whatever a server does, the state is unavailable, and nothing of the server's words is repeated."""
    with hostile(act) as server, pytest.raises(StateUnavailable, match=says) as failed:
        _open(server.url, timeout=1 if act in (does.hangs, does.drips) else 30).embed(["a", "bc"])

    assert "sk-x" not in str(failed.value)
    assert failed.value.__context__ is None


def test_a_list_of_another_length_is_refused() -> None:
    """One vector for each text, no more and no fewer."""

    def short(exchange: Exchange) -> None:
        asked: Mapping[str, Any] = {**exchange.asked, "input": exchange.asked["input"][:1]}
        _vectors()(Exchange(exchange._handler, asked, exchange.over))

    with hostile(short) as server, pytest.raises(StateUnavailable, match="no list of vectors"):
        _open(server.url).embed(["a", "b"])


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        ("openai:m", "FIKA_EMBEDDER_KEY"),
        ("nonsense:m", "knows no provider 'nonsense'"),
        ("cohere:m", "pip install langchain-cohere"),
    ],
)
def test_an_embedder_that_cannot_be_opened_says_what_to_do(choice: str, says: str) -> None:
    """A missing key, an unknown provider and a missing package each have their sentence."""
    with pytest.raises(StateUnavailable, match=says):
        _open(None, choice, key=None).embed(["a"])
