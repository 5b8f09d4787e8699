"""Embedders: the default one is offline and repeatable, another one is chosen, and none stores what is no vector."""

import logging
import math
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from chromadb.utils.embedding_functions.onnx_mini_lm_l6_v2 import ONNXMiniLM_L6_V2
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from bot.core.errors import StateUnavailable
from bot.library.embedder import MiniLmEmbedder, WordLlamaEmbedder, embedded, embedder_named

WATCHED = """
import sys
from pathlib import Path

import wordllama

inside = str(Path(wordllama.__file__).parent)


def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise SystemExit(f"reached for the network: {event} {arguments}")
    if event == "open" and str(arguments[0]).startswith(inside) and arguments[1] and set("wax+") & set(arguments[1]):
        raise SystemExit(f"wrote into the package: {arguments[0]}")


sys.addaudithook(watch)

from bot.library.embedder import WordLlamaEmbedder

[vector] = WordLlamaEmbedder().embed(["What does a bad forecast cost?"])
print(len(vector))
"""


@pytest.fixture(scope="module")
def embedder() -> WordLlamaEmbedder:
    """One for all tests of this file: its weights are loaded once."""
    return WordLlamaEmbedder()


def nearness(one: Sequence[float], other: Sequence[float]) -> float:
    """The cosine of the angle between two vectors."""
    return sum(a * b for a, b in zip(one, other, strict=True)) / (math.hypot(*one) * math.hypot(*other))


def test_it_needs_no_network_and_writes_nothing_into_its_package() -> None:
    """A fresh process embeds a text while every connection and every write into the package would end it."""
    ran = subprocess.run([sys.executable, "-W", "error", "-c", WATCHED], capture_output=True, text=True, check=False)

    assert (0, "256\n", "") == (ran.returncode, ran.stdout, ran.stderr)


def test_a_vector_has_as_many_numbers_as_promised(embedder: WordLlamaEmbedder) -> None:
    """The dimension is known before anything is embedded, and kept."""
    assert [embedder.dimension] * 2 == [len(vector) for vector in embedder.embed(["one", "two"])]


def test_a_text_has_one_vector_whatever_stands_beside_it(embedder: WordLlamaEmbedder) -> None:
    """A text alone, again, by another embedder or among longer ones becomes the very same numbers."""
    alone = embedder.embed(["price sheet"])

    assert alone == embedder.embed(["price sheet"])
    assert alone == WordLlamaEmbedder().embed(["price sheet"])
    assert alone[0] == embedder.embed([*(f"{'long text ' * n}" for n in range(40)), "price sheet"])[-1]


def test_related_words_are_nearer_than_unrelated_ones(embedder: WordLlamaEmbedder) -> None:
    """A question is nearer to its answer than to another subject, without sharing a word with it."""
    asked, answer, other = embedder.embed(["How much money is it?", "price list", "security of customer data"])

    assert nearness(asked, answer) > nearness(asked, other)


def test_no_text_is_refused(embedder: WordLlamaEmbedder) -> None:
    """Nothing, blanks, a lone surrogate and a very long text all get a vector of numbers."""
    vectors = embedder.embed(["", " ", "\ud800", "word " * 100_000])

    assert all(math.isfinite(number) for vector in vectors for number in vector)
    assert [] == embedder.embed([])


def test_loading_it_leaves_the_root_logger_alone() -> None:
    """Importing the library makes the root logger talkative; that is undone."""
    script = (
        "import logging; from bot.library.embedder import WordLlamaEmbedder;"
        "WordLlamaEmbedder().embed(['a']); print(logging.getLogger().handlers, logging.getLogger().level)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert f"[] {logging.WARNING}\n" == ran.stdout


def test_its_name_says_what_made_the_vectors(embedder: WordLlamaEmbedder) -> None:
    """The name holds weights, dimension and version, so that a change of any is noticed."""
    assert embedder.name.startswith("wordllama-")
    assert embedder.name.endswith("/l2_supercat_256")


def field(number: int, wire: int, value: bytes | int) -> bytes:
    """One field of a protobuf message: a number, or bytes with their length."""
    key = varint(number << 3 | wire)
    return key + (varint(value) if isinstance(value, int) else varint(len(value)) + value)


def varint(number: int) -> bytes:
    """A number, seven bits a byte."""
    rest = number >> 7
    return bytes([number & 127 | 128]) + varint(rest) if rest else bytes([number])


def tensor_type(name: str, kind: int, *shape: str) -> bytes:
    """The name and the type of an input or output."""
    sides = b"".join(field(1, 2, field(2, 2, side.encode())) for side in shape)
    return field(1, 2, name.encode()) + field(2, 2, field(1, 2, field(1, 0, kind) + field(2, 2, sides)))


def tiny_model(words: int) -> bytes:
    """An ONNX model that looks up one vector for each word: 1 at the place of the word and 0 elsewhere."""
    table = b"".join(
        (b"\x00\x00\x80\x3f" if column == row else bytes(4)) for row in range(words) for column in range(384)
    )
    weights = field(1, 0, words) + field(1, 0, 384) + field(2, 0, 1) + field(8, 2, b"table") + field(9, 2, table)
    lookup = field(1, 2, b"table") + field(1, 2, b"input_ids") + field(2, 2, b"last_hidden_state")
    inputs = (tensor_type(name, 7, "n", "m") for name in ("input_ids", "attention_mask", "token_type_ids"))
    graph = (
        field(1, 2, lookup + field(4, 2, b"Gather"))
        + field(2, 2, b"tiny")
        + field(5, 2, weights)
        + b"".join(field(11, 2, each) for each in inputs)
        + field(12, 2, tensor_type("last_hidden_state", 1, "n", "m", "d"))
    )
    return field(1, 0, 8) + field(7, 2, graph) + field(8, 2, field(2, 0, 13))


@pytest.fixture
def minilm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Chroma looks for its model's files, on a machine that reaches no network."""
    monkeypatch.setattr(ONNXMiniLM_L6_V2, "DOWNLOAD_PATH", tmp_path / "model")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        nowhere = f"http://127.0.0.1:{probe.getsockname()[1]}"
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, nowhere)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "model" / "onnx"


def test_minilm_reads_the_files_of_its_model(minilm: Path) -> None:
    """With a model on the disk texts become its vectors, alone or beside others, a very long one too."""
    minilm.mkdir(parents=True)
    words = {"[PAD]": 0, "[UNK]": 1, "price": 2, "list": 3}
    tokenizer = Tokenizer(WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(minilm / "tokenizer.json"))
    (minilm / "model.onnx").write_bytes(tiny_model(len(words)))
    for name in ("config.json", "special_tokens_map.json", "tokenizer_config.json", "vocab.txt"):
        (minilm / name).touch()
    embedder = MiniLmEmbedder()
    both, alone, _, _ = embedded(embedder, ["price list", "price", "", "\ud800 word " * 10_000])

    assert embedder.dimension == len(both)
    assert pytest.approx([0, 0, math.sqrt(0.5), math.sqrt(0.5)]) == both[:4]
    assert [alone] == embedder.embed(["price"])
    assert [] == embedder.embed([])


def test_minilm_that_cannot_be_fetched_is_a_sentence(minilm: Path) -> None:
    """Without its model and without a network the sentence says where the files have to be and what else helps."""
    with pytest.raises(StateUnavailable, match=rf"(?s)minilm cannot be used .*{minilm.parent}.*unset FIKA_EMBEDDER"):
        MiniLmEmbedder().embed(["price list"])


def test_a_setting_names_an_embedder() -> None:
    """The library's own two go by short names; any other name is somebody else's."""
    assert isinstance(embedder_named("wordllama"), WordLlamaEmbedder)
    assert isinstance(embedder_named("minilm"), MiniLmEmbedder)
    assert embedder_named("openai:text-embedding-3-small") is None


def test_minilm_goes_by_another_name(embedder: WordLlamaEmbedder) -> None:
    """The vectors of the two are never taken for one another."""
    assert embedder.name != MiniLmEmbedder().name


class Odd:
    """An embedder that gives what it is told to."""

    name = "odd-1"
    dimension = 2

    def __init__(self, gives: list[list[float]] | Exception) -> None:
        self.gives = gives

    def embed(self, _texts: Sequence[str]) -> list[list[float]]:
        """What it was told."""
        if isinstance(self.gives, Exception):
            raise self.gives
        return self.gives


@pytest.mark.parametrize(
    ("gives", "said"),
    [
        ([[1.0, 0.0]], "gave 1 vectors for 2 texts"),
        ([[1.0, 0.0], [1.0]], "gave 1 numbers for a text and not 2"),
        ([[1.0, 0.0], [math.nan, 1.0]], "gave what is no number"),
        ([[math.inf, -math.inf], [0.0, 1.0]], "gave what is no number"),
        (ValueError("quota\nand more"), "failed: quota"),
        (RuntimeError(), "failed: RuntimeError"),
        (StateUnavailable("Its own sentence."), "^Its own sentence"),
    ],
)
def test_what_is_no_vector_is_refused(gives: list[list[float]] | Exception, said: str) -> None:
    """A wrong count, another dimension, no numbers and any error of an embedder become one sentence."""
    with pytest.raises(StateUnavailable, match=said):
        embedded(Odd(gives), ["one", "two"])


def test_nothing_is_embedded_without_asking_the_embedder() -> None:
    """No text is no work, and so no request to a server."""
    assert [] == embedded(Odd(ValueError("asked")), [])
