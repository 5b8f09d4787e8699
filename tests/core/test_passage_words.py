"""Words as a search compares them: endings go, differences stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.passage_words import is_small, stem, words


@pytest.mark.parametrize(
    "alike",
    [
        ("price", "prices", "pricing", "priced"),
        ("company", "companies"),
        ("plan", "plans", "planned", "planning"),
        ("process", "processes"),
        ("hire", "hires", "hiring", "hired"),
        ("call", "calls", "calling"),
        ("supposed", "supposedly"),
    ],
)
def test_forms_of_a_word_are_one(alike: tuple[str, ...]) -> None:
    """Endings of English tell no two things apart."""
    assert 1 == len({stem(word) for word in alike})


@pytest.mark.parametrize("words_apart", [("press", "pre"), ("status", "statu"), ("analysis", "analysi"), ("sing", "s")])
def test_what_is_no_ending_stays(words_apart: tuple[str, str]) -> None:
    """A word is not cut where its end belongs to it."""
    assert stem(words_apart[0]) != stem(words_apart[1])


def test_case_signs_and_apostrophes_go() -> None:
    """What people type differently is the same word."""
    assert words("Don't A/B-test the CFO's PRICES!") == words("dont a b test the cfos price")


def test_any_script_has_words() -> None:
    """Letters of every alphabet count."""
    assert ["gröss", "цена", "漢字", "20k"] == words("Größe, цена; 漢字 $20k")


def test_small_words_say_little() -> None:
    """Articles, pronouns and their like, in any form; no others."""
    assert all(is_small(word) for word in words("what's the thing that they want, please"))
    assert not any(is_small(word) for word in words("price security pilot"))


@given(st.text())
def test_any_text_has_words_without_blanks(text: str) -> None:
    """Nothing that can be typed breaks it, and no word is empty."""
    assert all(word and word == word.strip() for word in words(text))
