"""What a reply tells beside its answer is left out, and where it is not plain what holds, nothing is read."""

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
    ("trait", "text", "value"),
    [
        ("stack", "salesforce, but they hate it", ["salesforce"]),
        ("stack", "they hate it", None),
        ("stack", "salesforce, excel, but they hate it", ["salesforce", "spreadsheets"]),
        ("stack", "dropped hubspot for dynamics", ["dynamics"]),
        ("stack", "will drop hubspot for dynamics", None),
        ("stack", "their vendor dropped hubspot for dynamics", None),
        ("stack", "dropped hubspot and dynamics", None),
        ("cloud", "moved over from aws to azure", "azure"),
        ("cloud", "moved aws to azure", None),
        ("cloud", "used to be on aws, moved to azure", "azure"),
        ("cloud", "azure now, was aws", "azure"),
        ("cloud", "was on aws, azure", None),
        ("cloud", "was on aws", None),
        ("stack", "no salesforce, only hubspot", ["hubspot"]),
        ("stack", "no salesforce, hubspot", None),
        ("stack", "no salesforce or hubspot, only excel", None),
        ("stack", "hubspot, and their partners have no salesforce", None),
        ("cloud", "aws, scratch that, gcp", "gcp"),
        ("stack", "a bunch of google sheets", ["spreadsheets"]),
        ("life_cycle", "raised a series a in may", "growth"),
        ("location", "Berlin, Germany", "europe"),
        ("location", "HQ in Boston, USA", "us"),
        ("location", "Berlin and Germany", None),
        ("location", "competitor, Germany", None),
        ("stack", "Berlin, hubspot", {"at_least": ["hubspot"]}),
    ],
)
def test_what_holds(trait: str, text: str, value: JsonValue) -> None:
    """Opinions, the past, what is denied and a city are no second answer; plans and open lists stay unread."""
    assert value == _read(text, trait)


def test_two_sentences() -> None:
    """What one sentence says of the past does nothing to the other."""
    assert _read("us and canada. jane was friendly", "location") is None
