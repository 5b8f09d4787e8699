"""Moves in words: whole messages are moves, and a word of them inside an answer is part of the answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.moves import asked_again, changed_to, consent_in, is_courtesy, move_in
from bot.core.move import Accept, Back, Decline, DontKnow, GoOn, HandOver, Move, Pause, Resume, Same, Skip, Stop


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Skip(), "skip"),
        (Skip(), "Next!"),
        (Skip(), "ok, next question please"),
        (Skip(), "hm, skip this one for now"),
        (Back(), "go back"),
        (Back(), "can we go back?"),
        (Pause(), "pause please"),
        (Pause(), "let’s pause"),
        (Resume(), "where were we"),
        (Resume(), "ok let's continue"),
        (Stop(), "That's it."),
        (Stop(), "can we stop here?"),
        (Stop(), "stop asking me"),
        (GoOn(), "ask the rest"),
        (Same(), "same as before"),
        (Same(), "still the same"),
        (HandOver("Kim"), "hand it to Kim"),
        (HandOver("Kim Lee"), "Please hand it over to Kim Lee."),
        (HandOver("<@U1>"), "pass this on to <@U1> please"),
        (HandOver("Kim"), "can Kim take over?"),
        (HandOver("Kim"), "let Kim take it over from here"),
    ],
)
def test_a_move(expected: Move, text: str) -> None:
    """A move is known in the words of a rep, with courtesies around it."""
    assert expected == move_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "no idea",
        "I honestly don't know",
        "we have no clue tbh",
        "who knows",
        "not sure yet, will find out",
        "I don't know, ask Kim",
        "no idea - will ask on the call",
        "they didn't say how many",
        "I'll ask them tomorrow",
        "?",
    ],
)
def test_nobody_knows(text: str) -> None:
    """That nobody knows is known in many words, and kept as it was said."""
    assert DontKnow(text) == move_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "they skip lunch",
        "not sure, more than 200",
        "no idea, but 120 people",
        "no idea, I'll ask them on 3 May",
        "same as Globex",
        "done?",
        "the same?",
        "hand it to the next one",
        "can somebody from the other team of ours take over?",
        "stop " + "and stop " * 40,
        "yes",
        "no",
        "please",
        "",
    ],
)
def test_no_move(text: str) -> None:
    """What says more than a move, or something else, is none."""
    assert move_in(text) is None


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Accept(), "yes"),
        (Accept(), "Yes, please."),
        (Accept(), "👍"),
        (Decline(), "no"),
        (Decline(), "no thanks"),
        (None, "yes, 3M"),
        (None, "maybe"),
    ],
)
def test_consent(expected: Move | None, text: str) -> None:
    """A yes or a no is a whole message."""
    assert expected == consent_in(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [("headcount", "change the headcount"), ("budget", "let me fix budget"), (None, "they changed the budget")],
)
def test_asked_again(expected: str | None, text: str) -> None:
    """What is to be asked again is named."""
    assert expected == asked_again(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("headcount", "80"), "change headcount to 80"),
        (("headcount", "80"), "please set their headcount to 80, please"),
        (("headcount", "80"), "can you change the headcount from 90 to 80"),
        (("budget", "yes"), "set budget = yes"),
        (None, "change headcount"),
        (None, "they changed headcount to 80"),
        (None, "change x to " + "y" * 400),
    ],
)
def test_changed_to(expected: tuple[str, str] | None, text: str) -> None:
    """What is to be changed, and to what."""
    assert expected == changed_to(text)


def test_courtesies() -> None:
    """A courtesy says nothing but that it was heard."""
    assert [True, True, True, False, False] == [is_courtesy(text) for text in ("ok", "Great!", "👍", "yes", "ok 80")]


@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    """Any text at all is looked at without harm, and only a known move comes out."""
    assert move_in(text) is None or isinstance(move_in(text), Move)
    assert consent_in(text) in (None, Accept(), Decline())
    assert asked_again(text) is None or asked_again(text)
    assert changed_to(text) is None or all(changed_to(text) or ())


@pytest.mark.parametrize(
    "text",
    [
        "no clue, didnt ask", "they wont say", "forgot to ask", "didn't come up", "we haven't talked about that",
        "she didn't know", "not discussed", "tbc", "good question, no idea", "haven't asked them yet", "can't remember",
    ],
)  # fmt: skip
def test_nobody_learnt_it(text: str) -> None:
    """Whatever was not asked, not told or forgotten is not known."""
    assert DontKnow(text) == move_in(text)


@pytest.mark.parametrize("text", ["never", "they don't", "never heard of it", "nobody", "they never asked for a pilot"])
def test_a_no_is_no_ignorance(text: str) -> None:
    """Words that may answer the question are no move."""
    assert move_in(text) is None


@pytest.mark.parametrize(
    "text", ["no change since last time", "nothing's changed", "same thing as last quarter", "like i said before"]
)
def test_as_before(text: str) -> None:
    """That nothing has changed may be said in many ways."""
    assert Same() == move_in(text)
