"""Words remember where they stood, and short forms are written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.words import cut, fold, is_question, sentences


def _keys(text: str) -> list[str]:
    return [word.key for word in cut(text)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Doesn't doesnt does not", ["does", "not", "does", "not", "does", "not"]),
        ("don’t", ["do", "not"]),
        ("can't won't", ["can", "not", "will", "not"]),
        ("they're they’ve", ["they", "are", "they", "have"]),
        ("what's whats", ["what", "'s", "what", "'s"]),
        ("Acme's", ["acme", "'s"]),
        ("7shifts's", ["7", "shifts", "'s"]),
        ("Players' Lounge", ["players", "'", "lounge"]),
        ("rock'n'roll", ["rocknroll"]),
        ("the U.S. p.a.", ["the", "us", "pa"]),
        ("Café Zürich STRASSE", ["cafe", "zurich", "strasse"]),
        ("1,200 1.2k 10:30", ["1,200", "1.2", "k", "10", ":", "30"]),
        ("b2b q3", ["b2b", "q3"]),
        ("a – b — c", ["a", "-", "b", "-", "c"]),
        ("≥50", [">=", "50"]),
        ("idk u r gonna", ["do", "not", "know", "you", "are", "going", "to"]),
        ("東京 電力", ["東京", "電力"]),
        ("", []),
    ],
)
def test_cut(text: str, keys: list[str]) -> None:
    """A text becomes keys to compare by: lower case, no accents, short forms written out."""
    assert keys == _keys(text)


@given(st.text(max_size=200))
def test_every_word_stands_where_it_says(text: str) -> None:
    """A word's place lies in the text, and words follow one another."""
    words = cut(text)

    assert all(0 <= word.start <= word.end <= len(text) for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)
    assert all(word.key.strip() for word in words)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("hi. is it a fit? ok", [("hi", False), ("is it a fit", True), ("ok", False)]),
        ("on zudo.work today", [("on zudo.work today", False)]),
        ("one\ntwo; three!", [("one", False), ("two", False), ("three", False)]),
        ("a fit ?", [("a fit", True)]),
        ("a fit!?", [("a fit", True)]),
        ("...", []),
    ],
)
def test_sentences(text: str, parts: list[tuple[str, bool]]) -> None:
    """A sentence ends at its mark, and a dot inside a name is none."""
    found = [(text[each.words[0].start : each.words[-1].end], each.asks) for each in sentences(cut(text))]

    assert parts == found


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("fit?", True),
        ("fit? ", True),
        ('"fit?"', True),
        ("(fit?)", True),
        ("合う？", True),
        ("fit?!", True),
        ("fit", False),
    ],
)
def test_is_question(text: str, asks: bool) -> None:  # noqa: FBT001 - a table of truths
    """A text asks where a question mark ends it, whatever closes behind it."""
    assert asks is is_question(text)


def test_fold() -> None:
    """Letter case and accents go, letters stay."""
    assert "strasse naive" == fold("STRAẞE naïve")
