"""Which framework a message speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bootstrap import shipped
from bot.core.language.framework import framework_in
from bot.core.language.words import LONGEST_TEXT
from bot.core.pack import Pack
from bot.core.qualification import Framework, Item
from bot.library.loader import load_pack
from tests.small import pack

POSTHOG = load_pack(shipped("knowledge") / "posthog").pack
ITEM = Item(id="x", label="X", question="?")


def having(framework_id: str, title: str) -> Pack:
    """A pack with a framework of that name."""
    return pack().model_copy(update={"qualification": (Framework(id=framework_id, title=title, items=(ITEM,)),)})


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        ("qualify Acme with MEDDIC", "meddic"),
        ("bant for Acme", "bant"),
        ("let's do meddpicc at acme", "meddpicc"),
        ("what's the B.A.N.T. for Acme?", "bant"),
        ("is Acme an MQL?", "mql"),
        ("MQL status of Acme", "mql"),
        ("is Acme marketing qualified yet", "mql"),
        ("is Acme an SQL", "sql"),
        ("is Acme SQL?", "sql"),
        ("is it a SQL now", "sql"),
        ("SQL for Acme", "sql"),
        ("SQL?", "sql"),
        ("acme sql status", "sql"),
        ("qualify Acme by SQL", "sql"),
        ("Sales-Qualified Lead?", "sql"),
        ("qualify Acme by PostHog's exit criteria", "posthog-exit-criteria"),
        ("qualify Acme by the exit criteria", "posthog-exit-criteria"),
    ],
)
def test_spoken_of(text: str, framework: str) -> None:
    """By its id or its title, in any case, and MQL and SQL by their long names as well."""
    assert framework == framework_in(text, POSTHOG)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "does Acme fit?",
        "qualify Acme",
        "they use SQL server",
        "do they use SQL?",
        "is their warehouse SQL?",
        "they have an SQL database",
        "who knows SQL at Acme?",
        "an exit, and criteria",
        "Acme met the exit criteria for its lease",
    ],
)
def test_not_spoken_of(text: str) -> None:
    """Ordinary words are no framework, and SQL is a language where it stands beside databases."""
    assert None is framework_in(text, POSTHOG)


@pytest.mark.parametrize("text", ["BANT or MEDDIC for Acme?", "is Acme an SQL or an MQL?"])
def test_several(text: str) -> None:
    """Of two frameworks neither is meant for sure."""
    assert None is framework_in(text, POSTHOG)


def test_slips_of_the_finger() -> None:
    """They are mended where the message speaks of qualifying; elsewhere a word is what it says."""
    assert ["meddpicc", "meddic", "bant"] == [
        framework_in(text, POSTHOG)
        for text in ("medpicc qualification for Acme", "qualify Acme with meddci", "qualify by bannt")
    ]
    assert None is framework_in("does Medic fit?", POSTHOG)


def test_an_ordinary_word_as_a_name() -> None:
    """A framework that is called by ordinary words is meant where the message speaks of qualifying."""
    fit = having("deal_check", "Next steps")

    assert "deal_check" == framework_in("qualify Acme by next steps", fit)
    assert None is framework_in("what are the next steps?", fit)
    assert "ours" == framework_in("ours for Acme: qualify it", having("ours", "Ours"))


def test_a_title_without_words() -> None:
    """A title of marks alone is never spoken of."""
    assert None is framework_in("qualify !!! for Acme", having("zebrafish", "!!!"))
    assert "zebrafish" == framework_in("zebrafish for Acme", having("zebrafish", "!!!"))


def test_documents() -> None:
    """No rule claims to understand a text that long."""
    assert "bant" == framework_in("bant".ljust(LONGEST_TEXT), POSTHOG)
    assert None is framework_in("bant".ljust(LONGEST_TEXT + 1), POSTHOG)


@given(
    st.text() | st.lists(st.sampled_from(["sql", "is", "an", "MQL", "bant", "?", "qualify", "-", "for"])).map(" ".join)
)
def test_any_text(text: str) -> None:
    """Whatever is said, the answer is a framework of the pack or none, and case makes no difference."""
    found = framework_in(text, POSTHOG)

    assert found in {None, "bant", "meddic", "meddpicc", "posthog-exit-criteria", "mql", "sql"}
    if text.isascii():
        assert found == framework_in(text.upper(), POSTHOG)
