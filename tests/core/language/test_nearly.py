"""Words that are only like the name of an option are held against it."""

import pytest

from bot.core.language.nearly import nearly
from tests.labelled import pack


@pytest.mark.parametrize(
    ("trait", "text", "options"),
    [
        ("jobs", "clean crm", ("crm_hygiene",)),
        ("industry", "consultants", ("professional_services",)),
        ("industry", "500 beds", ("hospital_network", "clinic")),
        ("regulation", "no rules", ("light",)),
        ("regulation", "rules", ()),
        ("urgency", "not urgent", ()),
        ("urgency", "urgent", ("stated",)),
        ("industry", "crypto", ()),
        ("industry", "", ()),
        ("industry", "anything but consultants", ()),
    ],
)
def test_options(trait: str, text: str, options: tuple[str, ...]) -> None:
    """Every telling word has to be one of the same name, and to be denied where the name denies it."""
    asked = pack("harbor").trait(trait)

    assert asked is not None
    assert options == nearly(text, asked)
