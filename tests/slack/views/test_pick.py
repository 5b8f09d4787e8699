"""Picking an account: no name leads nowhere, and what is picked answers the message that left it open."""

import pytest

from bot.flows.outcome import Help, Memory, Response
from bot.ports import KnownName
from bot.slack.ids import Act
from bot.slack.values import NewName, OnAccount, Picked, decoded
from bot.slack.views.pick import MOST_BUTTONS, addable, choose_message, not_found_message
from bot.slack.views.response import response_message
from tests.slack.views.kit import HOSTILE, LONG, blocks_of, elements_of, frame_of, scorer_of_harbor, texts, wrong_with

FRAME = frame_of(scorer_of_harbor(), 7)
ALONE = frame_of(scorer_of_harbor(), None)


def names(count: int, name: str = "Acme") -> tuple[KnownName, ...]:
    """So many accounts."""
    return tuple(KnownName(number, f"{name} {number}", f"{name} {number}", None) for number in range(1, count + 1))


def test_few_accounts_are_buttons() -> None:
    """Each carries the account and the message that it answers, and a screen reader hears which one it is."""
    buttons = elements_of(blocks_of(choose_message("Acme", names(MOST_BUTTONS), FRAME)), Act.PICK)
    assert [Picked(account=number, delivery=7) for number in range(1, 6)] == [
        decoded(Picked, each["value"]) for each in buttons
    ]
    assert "Choose 1. Acme 1" == buttons[0]["accessibility_label"]


def test_accounts_of_one_name_are_told_apart_by_their_numbers() -> None:
    """Numbers stand only where the names do not tell enough; the place in the list is what a person may answer."""
    same = (
        KnownName(3, "Acme", "Acme", "crm-7"),
        KnownName(4, "Acme", "Acme", None),
        KnownName(5, "Acne", "Acne", None),
    )
    message = choose_message("Acme", same, FRAME)
    lines = ["1. Acme (#3, crm-7)", "2. Acme (#4)", "3. Acne"]
    assert lines == [block["text"]["text"] for block in blocks_of(message)[1:4]]
    assert message.text.endswith("\n".join(lines))


def test_many_accounts_are_a_menu() -> None:
    """At most a hundred entries; more are said to be there."""
    message = choose_message("Acme", names(250), FRAME)
    (menu,) = elements_of(blocks_of(message), Act.PICK)
    assert 100 == len(menu["options"])
    assert Picked(account=1, delivery=7) == decoded(Picked, menu["options"][0]["value"])
    assert "And 150 more: say more of the name." in texts(message)
    assert "*Which Acme?* 250 accounts answer to that." in texts(message)


def test_an_account_with_two_names_is_one_entry() -> None:
    """A menu holds each value once."""
    double = (*names(6), KnownName(1, "Acme Inc", "Acme 1", None))
    (menu,) = elements_of(blocks_of(choose_message("Acme", double, FRAME)), Act.PICK)
    assert 6 == len(menu["options"])


def test_without_a_message_to_answer_the_fit_is_shown() -> None:
    """Then a button asks about the account alone."""
    (button,) = elements_of(blocks_of(choose_message("Acme", names(1), ALONE)), Act.FIT)
    assert OnAccount(account=1) == decoded(OnAccount, button["value"])
    (menu,) = elements_of(blocks_of(choose_message("Acme", names(9), ALONE)), Act.FIT)
    assert OnAccount(account=1) == decoded(OnAccount, menu["options"][0]["value"])


def test_a_name_that_nobody_has_offers_the_nearest_and_to_add_it() -> None:
    """With one click either way."""
    message = not_found_message("  Acne & Co.", names(2), FRAME)
    (add,) = elements_of(blocks_of(message), Act.ADD)
    assert "Add Acne & Co" == add["text"]["text"]
    assert NewName(name="Acne & Co", delivery=FRAME.delivery) == decoded(NewName, add["value"])
    assert 2 == len(elements_of(blocks_of(message), Act.PICK))
    assert message.text.startswith("*There is no account called “Acne &amp; Co.”.*")


@pytest.mark.parametrize("said", [LONG, "a\x07b", "\u200b"])
def test_a_name_that_no_account_can_bear_is_not_offered(said: str) -> None:
    """There is still a way on: to look for another."""
    message = not_found_message(said, (), FRAME)
    assert [] == elements_of(blocks_of(message), Act.ADD)
    assert 1 == len(elements_of(blocks_of(message), Act.FIND))
    assert "Nothing is called anything like it." in texts(message)
    assert [] == wrong_with(message)
    assert addable(said) is None


def test_aliases_say_what_the_account_is_called_now() -> None:
    """Also where the names are too long to show in full."""
    alias = (KnownName(1, "Old", "New", "crm-7"), KnownName(2, "O" * 300, "N" * 300, None))
    shown = texts(choose_message("o", alias, FRAME))
    assert "1. Old (now New)\n" in shown
    assert "… (now NNN" in shown


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_model_took_a_message_for_is_said(words: str) -> None:
    """In the small print under the first line, whatever the words are."""
    message = response_message(Response(Help(), Memory(), taken_as=words), FRAME)

    assert [] == wrong_with(message)
    assert "context" == blocks_of(message)[1]["type"]
    assert "Read by the language model as " in texts(message)
