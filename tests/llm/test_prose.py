"""Prose: sentences as they come, however they are cut into pieces."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.draft import LONGEST_SENTENCE, MOST_SENTENCES
from bot.llm.prose import Prose
from bot.ports.model import Failure, ModelFailed


def _read(*pieces: str) -> list[tuple[tuple[int, ...], str]]:
    prose = Prose()
    heard = [sentence for piece in pieces for sentence in prose.add(piece)] + list(prose.close())
    assert tuple(heard) == prose.draft.sentences
    return [(each.cites, each.text) for each in heard]


@given(st.lists(st.integers(0, 60)))
def test_where_a_stream_is_cut_makes_no_difference(cuts: list[int]) -> None:
    """The same text gives the same sentences, in whatever pieces it comes."""
    text = "[2] Six weeks, mostly.\r\n\n[10]\tIt costs [1] less.  \n[1] End."
    places = [0, *sorted({min(each, len(text)) for each in cuts}), len(text)]
    pieces = [text[a:b] for a, b in pairwise(places)]

    assert [((2,), "Six weeks, mostly."), ((10,), "It costs [1] less."), ((1,), "End.")] == _read(*pieces)


@pytest.mark.parametrize("text", ["NONE", "none.\n", "\n None \n\n"])
def test_nothing_is_nothing(text: str) -> None:
    """NONE alone is an empty text."""
    assert [] == _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The answer:\n[1] A.",
        "- [1] A.",
        "[1]A.",
        "[x] A.",
        "[] A.",
        "[1] ",
        "[1][2] A.",
        "[1234] A.",
        "NONE\nNONE",
        "**A.**",
    ],
)
def test_another_form_is_refused(text: str) -> None:
    """Whatever is not a number and a sentence is no sentence."""
    with pytest.raises(ModelFailed) as failed:
        _read(text)

    assert Failure.MALFORMED is failed.value.why


@pytest.mark.parametrize(
    "text",
    ["[1] " + "x" * (LONGEST_SENTENCE + 1), "x" * 5_000, "[1] A.\n" * (MOST_SENTENCES + 1), "[1] A.\n" * 12 + "[1] B."],
)
def test_more_than_may_be_is_refused(text: str) -> None:
    """A sentence, a line that never ends and a text each have their bound."""
    with pytest.raises(ModelFailed) as failed:
        _read(text)

    assert Failure.TOO_LONG is failed.value.why


def test_the_longest_that_may_be_is_read() -> None:
    """The bounds are those of the draft."""
    assert MOST_SENTENCES == len(_read(("[999] " + "x" * LONGEST_SENTENCE + "\n") * MOST_SENTENCES))
