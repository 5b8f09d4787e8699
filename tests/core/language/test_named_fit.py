"""Plain questions whether something fits, with all of its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.named_fit import LONGEST, named_check, named_fit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("does Blue Ocean Robotics fit?", "Blue Ocean Robotics"),
        ("Does Blue Ocean Robotics fit us", "Blue Ocean Robotics"),
        ("hey, is Umbrella Corp a good fit for us?", "Umbrella Corp"),
        ("is umbrella corp a fit", "umbrella corp"),
        ("how well does Zebra Widgets fit?", "Zebra Widgets"),
        ("does “Smith & Sons” fit?", "Smith & Sons"),
        ("would Acme fit our icp?", "Acme"),
    ],
)
def test_all_of_the_name(text: str, name: str) -> None:
    """Everything in the place of the name is the name."""
    assert name == named_fit(text)


@pytest.mark.parametrize(
    "text",
    [
        "does it fit?",
        "is this a good fit?",
        "does the CFO fit?",
        "why?",
        "Acme has 120 people",
        "",
        "does fit?",
        "x" * 500,
    ],
)
def test_no_name(text: str) -> None:
    """A pronoun is no name, and neither is anything in another kind of message."""
    assert named_fit(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("check Umbrella Corp", "Umbrella Corp"),
        ("please check the fit of Umbrella Corp", "Umbrella Corp"),
        ("fit Umbrella Corp", "Umbrella Corp"),
        ("fit <!channel>", "<!channel>"),
        ("check it", None),
        ("does Acme fit?", None),
    ],
)
def test_an_order(text: str, name: str | None) -> None:
    """An order to check has a place for a name, too."""
    assert name == named_check(text)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Whatever is said, nothing breaks, and what is found stands in the text."""
    name = named_fit(text)

    assert name is None or (name in text and len(name) <= LONGEST)
