"""Gap wish: which gaps words ask to see, and which words ask for something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flows.gap_list import GapOrder
from bot.flows.gap_wish import GapWish, wish_behind, wish_in

MINE, ALL = GapWish(mine=True), GapWish()
ACME = GapWish(account="Acme")


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("gaps", MINE),
        ("My gaps.", MINE),
        ("show me my gaps please", MINE),
        ("Show gaps", MINE),
        ("what gaps do I have?", MINE),
        ("gaps I’ve logged", MINE),
        ("gaps for me", MINE),
        ("all gaps", ALL),
        ("open gaps", ALL),
        ("what gaps do we have", ALL),
        ("what are the gaps", ALL),
        ("which gaps are worth most?", ALL),
        ("which gaps should we fill first?", ALL),
        ("what are the most valuable gaps", ALL),
        ("gaps at Acme", ACME),
        ("show me the gaps for Acme!", ACME),
        ("which gaps are still open at Acme?", ACME),
        ("my gaps at Acme", GapWish(mine=True, account="Acme")),
        ("gaps at Bits by the Sea", GapWish(account="Bits by the Sea")),
        ("gaps at Acme by date", GapWish(account="Acme", order=GapOrder.DATE)),
        ("latest gaps", GapWish(order=GapOrder.DATE)),
        ("gaps by account", GapWish(order=GapOrder.ACCOUNT)),
        ("my gaps by account", GapWish(mine=True, order=GapOrder.ACCOUNT)),
        ("closed gaps", GapWish(closed=True)),
        ("gap 7", GapWish(gap=7)),
        ("show gap #7", GapWish(gap=7)),
        ("close gap no. 7", GapWish(gap=7)),
        ("heat map", GapWish(heat=True)),
        ("show me the map of our content gaps", GapWish(heat=True)),
        ("gap map", GapWish(heat=True)),
    ],
)
def test_what_is_asked_for(text: str, wish: GapWish) -> None:
    """Whose, where, in which order, one of them, or the map."""
    assert wish == wish_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "does Acme fit?",
        "log a gap: no case study for hospitals",
        "gaps for Acme: no case study",
        "there are gaps in their security",
        "we found gaps at Acme",
        "they fill gaps with contractors",
        "what gaps does Acme have in their stack",
        "stop-gaps at Acme",
        "map",
        "a map of Acme",
        "log a gap 7",
        "mind the gap",
    ],
)
def test_what_is_something_else(text: str) -> None:
    """What tells of a gap or asks about something else is no question for a list."""
    assert wish_in(text) is None


@pytest.mark.parametrize(
    ("behind", "wish"),
    [
        ("", MINE),
        ("mine", MINE),
        ("all", ALL),
        ("by worth", ALL),
        ("by account", GapWish(order=GapOrder.ACCOUNT)),
        ("all by date", GapWish(order=GapOrder.DATE)),
        ("closed", GapWish(closed=True)),
        ("for Acme", ACME),
        ("Acme", ACME),
        ("  Acme ", ACME),
        ("Mapbox", GapWish(account="Mapbox")),
        ("map", GapWish(heat=True)),
        ("7", GapWish(gap=7)),
        ("#7", GapWish(gap=7)),
        ("for Acme: the rest", GapWish(account="for Acme: the rest")),
        ("9" * 40, GapWish(account="9" * 40)),
    ],
)
def test_behind_the_command(behind: str, wish: GapWish) -> None:
    """The same words, and the name of an account alone."""
    assert wish == wish_behind(behind)


@given(st.text())
def test_any_words(text: str) -> None:
    """Whatever is typed, there is an answer, and a number of a gap is one that there may be."""
    assert (wish_behind(text).gap or 0) <= 10**16
    assert (wish_in(text) or ALL).account != ""
