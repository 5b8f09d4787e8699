"""All the words of a message together tell what it asks for, and never that anything is to be written down."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.second_opinion import (
    ANYTHING_ELSE,
    JUDGED,
    learned,
    opinion_of,
    overruled,
    second_opinion,
    shares_of,
    signs_of,
)
from bot.core.request import RequestKind

K = RequestKind
WRITES = {K.STATE_ANSWERS, K.LOG_GAP, K.START_INTERVIEW}
SIGNS = st.lists(st.sampled_from([*learned(), "nobodyknowsthis", "nobodyknowsthis+@"]), max_size=30)


def _signs(said: str) -> tuple[str, ...]:
    words = said.rstrip("?").split()
    return signs_of([(words, said.endswith("?"))])


def test_signs() -> None:
    """A message is judged by its words and every two in a row, with any figure as one sign and colons left out."""
    expected = ("#", "#+.", ".", "@", "@+#", "^+@")

    assert expected == signs_of([(["@", ":", "120"], False)])


def test_signs_of_two_sentences() -> None:
    """Whether a sentence asks is a sign, and stands beside the first word of the next one."""
    assert {"?+why", "fit+?", "why+."} <= set(signs_of([(["@", "fit"], True), (["why"], False)]))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("my manager wants to know if @ is a real opportunity ?", K.FIT_QUESTION),
        ("i am walking into a meeting with @ anything i should know ?", K.BRIEFING),
        ("i do not get it why is @ rated so low ?", K.WHY),
        ("what would have to change for @ to become primary ?", K.WHAT_WOULD_IT_TAKE),
        ("what should i still ask @ ?", K.NEXT_QUESTION),
        ("what do we know about @ so far ?", K.SHOW_ACCOUNT),
    ],
)
def test_about_one(said: str, kind: RequestKind) -> None:
    """A question about a known account is found, and not found where nobody knows which account is meant."""
    assert kind is second_opinion(_signs(said), is_about_one=True)
    assert second_opinion(_signs(said), is_about_one=False) is None


def test_about_none() -> None:
    """A request about all accounts is found, unless there is a word in it that nobody has seen."""
    assert second_opinion(_signs("which accounts should i call today?"), is_about_one=False) is K.WORK_LIST
    assert second_opinion(_signs("which widgetry should i call today?"), is_about_one=False) is None


@given(SIGNS, st.booleans())
def test_writes_nothing(signs: list[str], is_about_one: bool) -> None:  # noqa: FBT001
    """Whatever is said, a second opinion is never that something is to be written down."""
    found = second_opinion(signs, is_about_one=is_about_one)

    assert found not in WRITES | {ANYTHING_ELSE}
    assert WRITES.isdisjoint(JUDGED)


@given(SIGNS)
def test_shares(signs: list[str]) -> None:
    """How likely the kinds are adds up to one, and the opinion is the likeliest of them."""
    shares = shares_of(signs, learned())

    assert math.isclose(1, sum(shares.values()))
    assert max(shares.values()) == opinion_of(signs, learned()).share


def test_nothing_known() -> None:
    """Of words that nobody has seen there is no opinion, whether the account is known or not."""
    assert second_opinion(["nobodyknowsthis"], is_about_one=True) is None
    assert second_opinion(["nobodyknowsthis"], is_about_one=False) is None


@given(SIGNS, st.sampled_from(list(RequestKind)))
def test_overruled_writes_nothing(signs: list[str], kind: RequestKind) -> None:
    """What the rules have found is overruled only where it shows something, and only by showing, answering or asking back."""
    other = overruled(signs, kind)

    is_kept = {kind, other}.isdisjoint(WRITES | {K.HELP, K.GREETING}) and kind not in {K.OPEN_QUESTION, K.UNKNOWN}
    assert other is kind or (is_kept and other not in {K.WORK_LIST, K.SHOW_ICP})


def test_overruled() -> None:
    """A kind that is hardly meant gives way to one that most likely is; one that may be meant stays."""
    signs = _signs("why is @ only secondary?")

    assert overruled(signs, K.SHOW_ACCOUNT) is K.WHY
    assert overruled(_signs("should @ stay on my list?"), K.NEXT_QUESTION) is K.FIT_QUESTION
    assert overruled(signs, K.WHY) is K.WHY
    assert overruled(_signs("nobodyknowsthis"), K.SHOW_ACCOUNT) is K.SHOW_ACCOUNT


def test_overruled_by_a_question_to_the_knowledge() -> None:
    """A question about one account that most likely asks the knowledge is one to the knowledge."""
    signs = _signs("which questions does a cfo usually ask about the pilot?")

    assert overruled(signs, K.NEXT_QUESTION) is K.OPEN_QUESTION


@pytest.mark.parametrize("kind", [K.SHOW_ACCOUNT, K.WORK_LIST, K.SHOW_ICP])
def test_contradicted(kind: RequestKind) -> None:
    """What is found by chance is asked back where the words speak for something that shows nothing."""
    said = "small update on @ their budget got approved last week"

    assert overruled(_signs(said), kind) is K.UNKNOWN


def test_too_short_to_contradict() -> None:
    """So few words that all of them are in the wording do not speak against it."""
    assert overruled(_signs("@ has #"), K.FIT_QUESTION) is K.FIT_QUESTION


def test_nothing_known_contradicts_nothing() -> None:
    """Words that nobody has seen speak against no wording, however many there are."""
    assert overruled(_signs("blorp zwick gnarf trubble quonk"), K.SHOW_ACCOUNT) is K.SHOW_ACCOUNT


def test_what_next() -> None:
    """What to ask next is the same question about one account and about all."""
    signs = _signs("what should i ask next?")

    assert overruled(signs, K.NEXT_QUESTION) is K.NEXT_QUESTION
    assert overruled(signs, K.WORK_LIST) is K.WORK_LIST
