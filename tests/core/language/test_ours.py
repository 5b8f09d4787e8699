"""What is said of our own side is never taken for the account's."""

import pytest

from bot.core.language.answering import read_message
from bot.core.language.ours import OURS
from bot.core.language.reading import CannotTell, Reading
from bot.core.language.replying import read_reply
from tests.labelled import vocabulary


@pytest.mark.parametrize(
    ("trait", "text"),
    [
        ("employees", "we have 200 people"),
        ("employees", "we only have 200"),
        ("employees", "wir haben 200 Mitarbeiter"),
        ("revenue", "our revenue is 5M"),
        ("decider", "our CFO"),
        ("decider", "my cfo. call went well."),
        ("stack", "we use hubspot"),
        ("cloud", "we're on aws"),
    ],
)
def test_a_reply_about_us(trait: str, text: str) -> None:
    """It is asked back, with the reason."""
    words = vocabulary("harbor")
    said = read_reply(text, words.traits[trait], words)

    assert isinstance(said, CannotTell)
    assert OURS.why == said.why


@pytest.mark.parametrize(
    ("text", "value"), [("we heard 200", 200), ("our contact says 200", 200), ("we think 200", 200)]
)
def test_how_we_know(text: str, value: int) -> None:
    """Words about how we know it speak of the account."""
    words = vocabulary("harbor")
    said = read_reply(text, words.traits["employees"], words)

    assert value == getattr(said, "value", None)


@pytest.mark.parametrize(
    "text",
    [
        "this is a top priority for me",
        "side project of mine",
        "second time I called",
        "duplicates in our crm",
        "we have 90 employees and are on aws",
    ],
)
def test_free_text_about_us(text: str) -> None:
    """Nothing is read of it in free text either."""
    assert [] == [each for each in read_message(text, vocabulary("harbor")) if isinstance(each, Reading)]
