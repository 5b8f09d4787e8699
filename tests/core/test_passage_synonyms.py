"""Synonyms: words of business English that stand for one another."""

import pytest

from bot.core.passage_phrases import Phrases
from bot.core.passage_synonyms import synonyms
from bot.core.passage_words import is_small, words


def meant(text: str) -> set[str]:
    """What the words of a text stand for."""
    return {word for _, _, means in Phrases.of(synonyms()).found(words(text)) for word in means.split()}


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("mechanics", "technician"),
        ("head office", "headquarters"),
        ("paperwork", "records"),
        ("takes forever", "slow"),
        ("2 yrs", "two"),
        ("twelve", "12"),
        ("40k", "forty"),
    ],
)
def test_a_word_stands_for_the_others_of_its_group(said: str, means: str) -> None:
    """Words and phrases alike, and a number for its word."""
    assert means in meant(said)


def test_the_groups_are_well_formed() -> None:
    """Every group has words, no phrase of it stands twice, and it stands for something that says more than `the`."""
    for said, means in synonyms():
        assert len(said) == len(set(said)), said
        assert all(words(phrase) for phrase in said), said
        assert any(not is_small(word) for word in words(means)), said
