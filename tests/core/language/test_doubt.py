"""What leaves a value open is asked back, and an unknown is never a no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bootstrap import shipped
from bot.core.language.doubt import doubt
from bot.core.language.parse import read_answers
from bot.core.language.reading import CannotTell, Reading
from bot.core.language.vocabulary import vocabulary_of
from bot.library.loader import load_pack
from tests.small import pack

HARBOR = load_pack(shipped("knowledge") / "harbor").pack
WORDS = vocabulary_of(HARBOR)


@pytest.mark.parametrize(
    "text",
    [
        "budget n/a",
        "budget: tbd",
        "budget not confirmed",
        "budget is not yet confirmed",
        "budget: no idea",
        "budget is no problem",
        "budget: yes or no",
        "they have a budget of 0",
        "they use hubspot or salesforce",
        "100+20 employees",
        "must haves: all but one",
        "must haves: all, except SSO",
    ],
)
def test_what_is_in_doubt_is_not_recorded(text: str) -> None:
    """Nothing is read as a value that the words leave open."""
    assert [] == [said for said in read_answers(text, WORDS) if isinstance(said, Reading)]


@pytest.mark.parametrize(
    ("text", "trait", "value"),
    [
        ("budget: no", "budget", False),
        ("budget is approved", "budget", True),
        ("they have no budget", "budget", False),
        ("they use hubspot and salesforce", "stack", {"at_least": ["salesforce", "hubspot"]}),
        ("they have 120 employees", "employees", 120),
        ("120+ employees", "employees", {"min": 120}),
    ],
)
def test_what_is_plain_still_is(text: str, trait: str, value: object) -> None:
    """A plain statement is no doubt."""
    assert [(trait, value)] == [
        (said.trait, said.value) for said in read_answers(text, WORDS) if not isinstance(said, CannotTell)
    ]


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.sampled_from(pack().traits))
def test_any_text(text: str, begin: int, end: int, trait: object) -> None:
    """Whatever stands there, the answer is a sentence or none."""
    why = doubt(text, min(begin, end), max(begin, end), trait)  # type: ignore[arg-type]

    assert why is None or why.endswith((".", "?"))
