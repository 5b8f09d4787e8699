"""What became of the money answers the question for a budget, and a thumb answers any yes or no."""

import pytest
from pydantic import JsonValue

from bot.core.language.reading import Reading
from bot.core.language.replying import read_reply
from tests.labelled import vocabulary


def _read(text: str, trait: str) -> JsonValue:
    words = vocabulary("harbor")
    said = read_reply(text, words.traits[trait], words)
    return said.value if isinstance(said, Reading) else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("approved", True),
        ("got the green light", True),
        ("50k set aside", True),
        ("not approved yet", False),
        ("not a cent", False),
        ("all gone", False),
        ("it was cut", False),
        ("not cut", None),
        ("0 approved", None),
        ("approved in principle", None),
        ("approved last year", None),
        ("was cut then approved", None),
        ("still waiting", None),
        ("👍", True),
        ("👎", False),
        ("👍👎", None),
        ("100%", True),
        ("50%", None),
        ("sure, and pigs fly", None),
        ("oh sure 🙄", None),
    ],
)
def test_budget(text: str, value: JsonValue) -> None:
    """Money that is there is a yes, money that is gone a no, and what is half said is asked back."""
    assert value == _read(text, "budget")


@pytest.mark.parametrize(
    ("text", "value"), [("approved", None), ("not a cent", None), ("👍", True), ("hard no", False)]
)
def test_another_flag(text: str, value: JsonValue) -> None:
    """Words of money say nothing of other flags."""
    assert value == _read(text, "prior_purchase")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes in theory", None),
        ("yes on paper", None),
        ("yes in 2027", None),
        ("yes, already spent", None),
        ("yes, 40k for this fiscal", True),
        ("they don't need budget", None),
        ("they don't", False),
        ("never mind", None),
        ("of course not", False),
        ("no they do", None),
        ("no they do not", False),
        ("no budget freeze", None),
        ("no one told me", None),
        ("no small budget", None),
        ("vc funded", None),
        ("signed off on another tool", None),
        ("budget cut from 100k to 50k", None),
        ("they have little budget", None),
        ("was there a budget", None),
        ("there was a budget", None),
    ],
)
def test_half_a_yes(text: str, value: JsonValue) -> None:
    """A yes with something taken off it is asked back, and so is a no about something else."""
    assert value == _read(text, "budget")


def test_bought_once() -> None:
    """A yes of some year answers a question about the past."""
    assert _read("yes in 2021", "prior_purchase") is True
