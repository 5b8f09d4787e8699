"""What the words of a question stand for."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.journey import Journey, JourneyStage, StageId
from bot.core.pack import Pack
from bot.core.passage import Meaning
from bot.core.passage_jargon import jargon
from bot.core.passage_meaning import meanings
from bot.core.passage_words import is_small, words
from bot.core.persona import Persona
from bot.core.trait import Group, Kind, Option, Trait

STACK = Trait(
    id="stack",
    label="Sales stack",
    group=Group.TECHNOGRAPHIC,
    kind=Kind.CHOICE,
    also=("toolbox",),
    question="What do they use?",
    options={"salesforce": Option(label="Salesforce", also=("quuxforce",)), "none": Option()},
)
FUNDED = Trait(
    id="funded",
    label="Money set aside",
    group=Group.FIRMOGRAPHIC,
    kind=Kind.FLAG,
    question="Is there any?",
    options={"yes": Option(also=("earmarked",)), "no": Option(also=("no",))},
)
BURSAR = Persona(id="bursar", title="Bursar", also=("keeper of the chest", "chest"))
JOURNEY = Journey(stages={StageId.LEARN: JourneyStage(also=("wondering",), crm=("Inkling",))})


def pack(**parts: Any) -> Pack:
    """A pack whose names no jargon has."""
    given_parts = {"traits": (STACK, FUNDED), "personas": (BURSAR,), "journey": JOURNEY, **parts}
    return Pack.model_validate(
        {
            "name": "p",
            "title": "P",
            "version": 1,
            "owner": "o@example.com",
            "reviewed_on": date(2026, 9, 1),
            "icps": (),
            **given_parts,
        }
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Bursar", Meaning(1, 1, "keeper of the chest chest")),
        ("ask the keeper of the chest", Meaning(1 + 1, 4, "Bursar chest")),
        ("still wondering", Meaning(1, 1, "Learn")),
        ("an inkling", Meaning(1, 1, "Learn")),
        ("their toolbox", Meaning(1, 1, "Sales stack")),
        ("quuxforce shop floor", Meaning(0, 1, "Salesforce")),
        ("is it earmarked", Meaning(2, 1, "Money set aside")),
    ],
)
def test_a_name_of_the_pack_stands_for_the_others(text: str, expected: Meaning) -> None:
    """Personas, traits and options are known by all of their names, a bare yes by its trait, a stage by its label."""
    assert expected in meanings(text, pack())


def test_a_name_that_says_little_means_nothing() -> None:
    """`no` is another name of an option, and no question is about it."""
    assert () == meanings("no", pack())


def test_a_part_of_a_word_is_no_name() -> None:
    """`chest` stands in `orchestra`, and in no question about it."""
    assert () == meanings("orchestra", pack(traits=()))


def test_a_thing_without_other_names_means_nothing_more() -> None:
    """A name alone adds no words."""
    assert () == meanings("Bursar", pack(personas=(BURSAR.model_copy(update={"also": ()}),)))


def test_the_longest_phrase_of_an_entry_counts() -> None:
    """A longer phrase says the same entry better than a word of it, whichever comes first."""
    found = meanings("contract, after they sign the contract", pack())

    assert (1, 3) in {(meaning.at, meaning.length) for meaning in found}


def test_one_slip_in_the_jargon_is_forgiven() -> None:
    """A long word that is typed wrong once means what it would mean; a short one does not."""
    assert meanings("cancel", pack()) == meanings("cancle", pack())
    assert () == meanings("pocs"[::-1], pack())


def test_a_synonym_counts_less_than_jargon() -> None:
    """A word has several senses, and a synonym may be of another one."""
    [synonym] = meanings("mechanic", pack())

    assert "technician" in words(synonym.means)
    assert 0 < synonym.counts < 1
    assert {1.0} == {each.counts for each in meanings("Bursar", pack())}


def test_the_jargon_is_well_formed() -> None:
    """Every entry has phrases and meanings with words, and no phrase stands twice in one entry."""
    for phrases, means in jargon():
        assert len(phrases) == len(set(phrases)), phrases
        assert all(words(phrase) for phrase in phrases)
        assert any(not is_small(word) for word in words(means))


def test_a_letter_is_read_from_its_beginning() -> None:
    """Names behind very many other words stand for nothing, so that a pasted letter is answered at once."""
    letter = "zzz " * 1_000

    assert meanings(f"Bursar {letter}", pack())
    assert () == meanings(f"{letter} Bursar", pack())


@given(st.text() | st.lists(st.sampled_from([phrase for said, _ in jargon() for phrase in said])).map(" ".join))
def test_a_meaning_lies_within_its_question(text: str) -> None:
    """Whatever is asked: each meaning is of words that are there."""
    asked = words(text)

    assert all(0 <= each.at and 1 <= each.length <= len(asked) - each.at for each in meanings(text, pack()))
