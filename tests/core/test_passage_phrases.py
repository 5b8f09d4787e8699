"""Phrases: found in a question at the longest, with a small word in between or without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.passage_phrases import Phrases, entries
from bot.core.passage_words import words

TABLE = """
roll out; rollout; start > begin launch
get out; get out early;
    leave > cancel
the
"""
PHRASES = Phrases.of(entries(TABLE))


def found(text: str) -> list[tuple[int, int, str]]:
    """What is said in a question."""
    return PHRASES.found(words(text))


def test_a_table_is_read_line_by_line() -> None:
    """A line that begins with spaces goes on, and an entry may stand for nothing."""
    expected = (
        (("roll out", "rollout", "start"), "begin launch"),
        (("get out", "get out early", "leave"), "cancel"),
        (("the",), ""),
    )

    assert expected == entries(TABLE)
    assert {"roll", "out", "rollout", "start", "get", "early", "leav"} == set(PHRASES.words())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we roll out", [(1, 2, "begin launch")]),
        ("rolling this out", [(0, 3, "begin launch")]),
        ("roll every machine out", []),
        ("roll it", []),
        ("roll", []),
        ("get out early", [(0, 3, "cancel")]),
        ("leave or get out", [(2, 2, "cancel")]),
        ("start and leave", [(0, 1, "begin launch"), (2, 1, "cancel")]),
        ("start, start", [(0, 1, "begin launch")]),
        ("the", []),
        ("", []),
    ],
)
def test_the_longest_phrase_is_found(text: str, expected: list[tuple[int, int, str]]) -> None:
    """Once for each thing that is meant; one small word may stand inside, and a small word alone says nothing."""
    assert expected == found(text)


@given(st.lists(st.sampled_from(["roll", "this", "out", "get", "early", "the", "start", "zebra"])).map(" ".join))
def test_a_phrase_lies_within_its_question(text: str) -> None:
    """Whatever is asked: what is found spans words that are there, and begins with one of the table."""
    asked = words(text)

    for at, length, _ in found(text):
        assert 0 <= at < at + length <= len(asked)
        assert asked[at] in {"roll", "rollout", "start", "get", "leav"}
