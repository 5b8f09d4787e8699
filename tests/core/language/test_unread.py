"""What a reply names beside the pack's options is never passed over in silence."""

import pytest
from pydantic import JsonValue

from bot.core.language.reading import CannotTell, Reading
from bot.core.language.replying import read_reply
from tests.labelled import vocabulary


@pytest.mark.parametrize(
    "text",
    ["Salesforce and Zoho", "salesforce, zoho", "zoho, salesforce", "salesforce/zoho", "they use zoho and salesforce"],
)
def test_tags(text: str) -> None:
    """The list is not the whole, and the word that was left out is named."""
    words = vocabulary("harbor")
    said = read_reply(text, words.traits["stack"], words)

    assert isinstance(said, Reading)
    assert {"at_least": ["salesforce"]} == said.value
    assert said.note == "the pack's Sales stack has no 'zoho'"


@pytest.mark.parametrize("text", ["AWS and Hetzner", "aws, hetzner", "hetzner, aws"])
def test_a_choice(text: str) -> None:
    """One of two is no answer; the other is named."""
    words = vocabulary("harbor")
    said = read_reply(text, words.traits["cloud"], words)

    assert isinstance(said, CannotTell)
    assert "'hetzner'" in said.why


def test_somebody_who_said_it() -> None:
    """A name beside "said" is no option."""
    words = vocabulary("harbor")
    said = read_reply("aws, tomasz said", words.traits["cloud"], words)

    assert getattr(said, "value", None) == "aws"


@pytest.mark.parametrize(
    ("trait", "text", "value"),
    [
        ("cloud", "80% aws", None),
        ("cloud", "100% aws", "aws"),
        ("cloud", "aws for one team", None),
        ("cloud", "aws by june", None),
        ("cloud", "aws in the past", None),
        ("cloud", "aws among others", None),
        ("cloud", "aws called us", None),
        ("stack", "80% salesforce", {"at_least": ["salesforce"]}),
        ("stack", "salesforce-like", None),
        ("stack", "salesforce by june", None),
        ("stack", "they sell salesforce", None),
        ("life_cycle", "their industry is shrinking", None),
        ("life_cycle", "growth has stalled", None),
        ("location", "us too", None),
    ],
)
def test_a_part(trait: str, text: str, value: JsonValue) -> None:
    """What holds of a part, of another time or of somebody else is no answer, and of a list no whole one."""
    words = vocabulary("harbor")
    said = read_reply(text, words.traits[trait], words)

    assert value == (said.value if isinstance(said, Reading) else None)
