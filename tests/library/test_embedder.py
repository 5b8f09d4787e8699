"""The default embedder: offline, repeatable, and near where the meaning is near."""

import logging
import math
import subprocess
import sys
from collections.abc import Sequence

import pytest

from bot.library.embedder import WordLlamaEmbedder

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
