"""Two sources that say different things: shown with both sides, settled by a click or in words, once."""

import pytest

from bot.core.gap import GapKind
from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.model import Message
from tests.journeys.conftest import Town

FILE = "accounts.jsonl"


def counting(town: Town, trait: str = "employees") -> list[tuple[bool, object]]:
    """What counts of a trait of Acme: whether a file said so, and what."""
    with town.ports.store().begin(town.scope, writes=False) as work:
        [account] = [each for each in work.accounts.all() if each.name == "Acme"]
    return [
        (each.source.person == FILE, each.value)
        for each in account.answers
        if each.trait == trait and not each.retracted
    ]


def contradictions(town: Town) -> list[bool]:
    """Whether each contradiction is still open."""
    with town.ports.store().begin(town.scope, writes=False) as work:
        return [gap.is_open for gap in work.gaps.all() if gap.kind is GapKind.CONTRADICTION]


def disputed(person: Person) -> Message:
    """Say what the file contradicts; the card that asks which one holds."""
    person.dm("Acme has 5000 employees")
    return person.wait_for_message("Sources disagree")


def test_both_sides_are_shown_and_whether_it_matters(town: Town) -> None:
    """Who said what and when, the person themselves as "you", and what each would leave."""
    [(_, known)] = counting(town)
    shown = all_words(disputed(town.person()))

    assert f"import {FILE} said {known:,} people on 2026-" in shown
    assert "you said 5,000 people today (“Acme has 5000 employees”)" in shown
    assert "matters: with 5,000," in shown or "Either way" in shown
    assert [True] == contradictions(town)


@pytest.mark.parametrize(
    ("button", "told", "left", "open_gaps"),
    [
        ("5,000 holds", "5,000 holds, not", ["new"], [False]),
        ("{} holds", "holds, not 5,000", ["old"], [False]),
        ("Both possible", "both stay possible", ["old", "new"], [True]),
    ],
)
def test_a_click_settles_it(town: Town, button: str, told: str, left: list[str], open_gaps: list[bool]) -> None:
    """What holds stays, what does not is taken back, and the gap is closed unless both stay possible."""
    rep = town.person()
    [(_, known)] = counting(town)
    rep.click(disputed(rep), button.format(f"{known:,}"))
    rep.wait_for_message(told)

    sides = {"old": (True, known), "new": (False, 5000)}
    assert [sides[each] for each in left] == counting(town)
    assert open_gaps == contradictions(town)


def test_a_second_click_settles_nothing_more(town: Town) -> None:
    """Also where it is another button, or a colleague's click: the person is told how it was settled."""
    rep = town.person()
    card = disputed(rep)
    rep.click(card, "5,000 holds")
    rep.wait_for_message("Settled for Acme")
    before = counting(town)
    rep.click(card, "Both possible")
    assert "settled already, by you: 5,000 holds" in all_words(rep.wait_for_message("settled already"))

    assert before == counting(town)
    assert [False] == contradictions(town)


def test_a_click_on_an_old_card_puts_the_newer_answer(town: Town) -> None:
    """Where the person has said something else since, the old card settles nothing and the new one is asked about."""
    rep = town.person()
    card = disputed(rep)
    rep.dm("Acme has 3 employees")
    rep.wait_for_message("Sources disagree")
    before = counting(town)
    rep.click(card, "5,000 holds")
    again = rep.wait_for_message("Something newer was said")
    assert before == counting(town)
    rep.click(again, "3 holds")
    rep.wait_for_message("Settled for Acme")

    assert {(False, 5000), (False, 3)} == set(counting(town))


@pytest.mark.parametrize(("said", "holds"), [("the new one", 5000), ("2", None)])
def test_words_settle_it(town: Town, said: str, holds: int | None) -> None:
    """The next message may say which one holds."""
    rep = town.person()
    [(_, known)] = counting(town)
    disputed(rep)
    rep.dm(said)
    rep.wait_for_message("Settled for Acme")

    assert [holds or known] == [value for _, value in counting(town)]


def test_a_form_asks_as_well(town: Town) -> None:
    """What is typed into a form and contradicted is put to the person in the same way, and settled by words."""
    rep = town.person()
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message("Acme"), "Edit answers")
    rep.submit(rep.wait_for_modal("Edit answers"), {"employees": "5000"})
    rep.wait_for_message("Sources disagree")
    rep.dm("mine")
    rep.wait_for_message("Settled for Acme")

    assert [(False, 5000)] == counting(town)


@pytest.mark.parametrize(
    "value",
    [
        "{}",
        '{"account":1,"trait":"nobody","answer":1}',
        '{"account":99999,"trait":"employees","answer":1}',
        '{"account":1,"trait":"employees","answer":99999}',
    ],
)
def test_a_forged_choice_changes_nothing(town: Town, value: str) -> None:
    """Whatever a button is made to carry, the person gets a sentence."""
    rep = town.person()
    disputed(rep)
    before = counting(town)
    rep.dm("hello")
    rep.forge(rep.wait_for_message("Hello"), "keep_new", value)

    assert rep.wait_for_message("").text
    assert before == counting(town)
