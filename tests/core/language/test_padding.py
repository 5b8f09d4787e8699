"""Words at the ends of an answer that say nothing of it are told from those that do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.padding import Bare, Sureness, without_padding

_WORDS = ["i think", "hmm", "its", "120", "people", "not sure", "maybe", "?", ",", "she said", "aws", "or so", "no"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("its 45 now", Bare("45 now", Sureness.SURE)),
        ("hmm, so 45 thx!", Bare("45", Sureness.SURE)),
        ("AWS i guess", Bare("AWS", Sureness.BELIEVED)),
        ("i'm not sure but 45", Bare("45", Sureness.GUESSED)),
        ("45, give or take a few", Bare("45", Sureness.SURE)),
        ("maybe 50?", Bare("50", Sureness.GUESSED)),
        ("a couple hundred", Bare("2 hundred", Sureness.GUESSED)),
        ("120 people", None),
        ("not really", None),
        ("that's not what i heard", Bare("not what i heard", Sureness.SURE)),
        ("hmm " + "x" * 300, None),
    ],
)
def test_what_is_left(text: str, bare: Bare | None) -> None:
    """What is left is the answer, with how sure somebody is of it; a long story is left alone."""
    assert bare == without_padding(text)


@given(st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join))
def test_once_is_enough(text: str) -> None:
    """What is left has no padding at its ends any more, and is a part of what was said."""
    bare = without_padding(text)

    assert bare is None or bare.text in " ".join(text.split())
    assert bare is None or without_padding(bare.text) is None
