"""Asking whether an account fits: by message, in a thread, by mention, command, shortcut and button."""

import threading

import pytest

from bot.bootstrap import slack_app
from bot.playground.acts_seen import all_words
from bot.playground.model import Message
from bot.playground.server import LocalSlack
from bot.ports.stop import Stop
from bot.settings import Settings
from bot.slack.socket import serve
from tests.journeys.conftest import MANIFEST, PATIENCE, Town, label_of, quiet_for

FIRST_LINE = "Acme: still open, at best primary/A"


def first_line(message: Message) -> str:
    """What a phone's notification shows."""
    return message.text.partition("\n")[0]


def test_a_direct_message_is_answered_beside_it(town: Town) -> None:
    """The first message in the DM is answered there, the verdict in its first line."""
    rep = town.person()
    rep.dm("does Acme fit?")
    answer = rep.wait_for_message(FIRST_LINE)

    assert FIRST_LINE in first_line(answer)
    assert (rep.dm_channel.id, None, None) == (answer.channel, answer.thread_ts, answer.ephemeral_for)


def test_the_card_says_what_a_rep_needs(town: Town) -> None:
    """Reasons that sum, what is open, the next question, what it would take, the pack, its version and the date."""
    rep = town.person()
    rep.dm("does Acme fit?")
    answer = rep.wait_for_message(FIRST_LINE)
    words = all_words(answer)

    for said in ("Ask next", "+5", "What is open", "What it would take", "Harbor (example), version 1", "receipt"):
        assert said in words
    assert ["table"] == [block["type"] for block in answer.blocks if block["type"] == "table"]


def test_a_reply_in_a_thread_is_about_the_same_account(town: Town) -> None:
    """In the thread under an answer "why?" needs no name, and is answered in that thread."""
    rep = town.person()
    rep.dm("does Acme fit?")
    answer = rep.wait_for_message(FIRST_LINE)
    rep.dm("does Saltmarsh Metrics fit?")
    rep.wait_for_message("Saltmarsh")
    rep.dm("why?", thread=answer.ts)
    why = rep.wait_for_message("Acme", thread=answer.ts)

    assert answer.ts == why.thread_ts


def test_a_mention_is_answered_for_the_asking_person_alone(town: Town) -> None:
    """In a channel nobody but the asking rep sees the answer; in a thread it stands in that thread."""
    rep = town.person()
    asked = rep.mention("sales", "does Acme fit?")
    answer = rep.wait_for_message(FIRST_LINE)
    town.person("manager").say("sales", "good question", thread=asked.ts)
    rep.mention("sales", "does Acme fit?", thread=asked.ts)
    threaded = rep.wait_for_message(FIRST_LINE)

    assert [rep.user.id] * 2 == [answer.ephemeral_for, threaded.ephemeral_for]
    assert [None, asked.ts] == [answer.thread_ts, threaded.thread_ts]
    assert town.person("manager").last("sales") is None


def test_a_second_mention_in_the_thread_knows_the_account(town: Town) -> None:
    """A conversation in a channel's thread goes on as one in the DM does."""
    rep = town.person()
    asked = rep.mention("sales", "does Acme fit?")
    rep.wait_for_message(FIRST_LINE)
    rep.mention("sales", "why?", thread=asked.ts)

    assert "Acme" in rep.wait_for_message("Acme", "sales").text


def test_where_fika_is_not_the_answer_comes_by_direct_message(town: Town) -> None:
    """A command works where Fika was never invited."""
    rep = town.person()
    rep.command("/fika fit Acme", "deals")

    assert rep.user.id == rep.wait_for_message(FIRST_LINE).ephemeral_for


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/fika", "You can ask me"),
        ("/fika help", "You can ask me"),
        ("/fika fit Acme", FIRST_LINE),
        ("/fika fit", "Which account"),
        ("/fika acme", "Acme"),
        ("/fika icp", "Sell to them first"),
        ("/fika accounts", "36"),
        ("/fika work", "work on"),
        ("/fika why Acme", "Acme"),
        ("/fika takes Acme", "take"),
        ("/fika ask Acme", "Ask next"),
        ("/fika show Acme", "Employees"),
        ("/fika brief Acme", "Acme"),
        ("/fika brief Acme with the CFO", "CFO"),
        ("/fika discover Acme", "Acme"),
        ("/fika add Globex", "Globex"),
        ("/fika gap no case study for hospitals", "no case study for hospitals"),
        ("/fika gaps", "not logged a gap"),
        ("/fika fit Amce", "Acme"),
        ("/fika fit Nobody Knows It", "no account called"),
        ("/fika forget me", "delete what I keep"),
        ("/fika Acme has 120 employees", "Noted for Acme"),
    ],
)
def test_every_subcommand_answers(town: Town, line: str, said: str) -> None:
    """Whatever follows the command is answered, privately and where it was typed."""
    rep = town.person()
    rep.command(line, "sales")
    answer = rep.wait_for_message("")

    assert said.casefold() in all_words(answer).casefold()
    assert rep.user.id == answer.ephemeral_for


def test_check_fit_on_a_message(town: Town) -> None:
    """The shortcut answers about the account that a message names, and records nothing of what the message says."""
    rep = town.person()
    message = town.person("manager").say("sales", "Spoke with Acme today, they have 900 people now")
    rep.shortcut(message, "check_fit")
    answer = rep.wait_for_message("Acme")

    assert FIRST_LINE in first_line(answer)
    assert rep.user.id == answer.ephemeral_for
    assert "900" not in all_words(answer)


def test_check_fit_on_a_message_without_an_account_asks_for_one(town: Town) -> None:
    """Where a message names nobody a form asks for the name, and its answer comes to the same place."""
    rep = town.person()
    rep.shortcut(town.person("manager").say("sales", "what a day"), "check_fit")
    form = rep.wait_for_modal()
    rep.submit(form, {"account": "Acme"})

    assert FIRST_LINE in first_line(rep.wait_for_message(FIRST_LINE))


def test_check_fit_on_a_message_with_two_accounts_offers_both(town: Town) -> None:
    """Where a message names two accounts the rep chooses."""
    rep = town.person()
    rep.shortcut(town.person("manager").say("sales", "Acme and Saltmarsh Metrics want a demo"), "check_fit")
    picker = rep.wait_for_message("Saltmarsh Metrics")
    rep.click(picker, label_of(picker, "Saltmarsh Metrics"))

    assert "Saltmarsh Metrics" in first_line(rep.wait_for_message("Saltmarsh Metrics: "))


@pytest.mark.parametrize(
    ("button", "said"),
    [("Show why", "Acme"), ("Brief me", "Whom you meet"), ("Helpful", "that helped"), ("Not helpful", "did not")],
)
def test_a_cards_buttons_answer_in_the_direct_message(town: Town, button: str, said: str) -> None:
    """Every button of the card does something that can be seen."""
    rep = town.person()
    rep.dm("does Acme fit?")
    card = rep.wait_for_message(FIRST_LINE)
    rep.click(card, button)

    assert said in all_words(rep.wait_for_message(said))


def test_a_cards_buttons_in_a_channel_answer_privately(town: Town) -> None:
    """A click on an answer in a channel is answered for the same eyes."""
    rep = town.person()
    rep.mention("sales", "does Acme fit?")
    card = rep.wait_for_message(FIRST_LINE)
    rep.click(card, "Show why")
    answer = rep.wait_for_message("Acme")

    assert rep.user.id == answer.ephemeral_for


def test_feedback_is_kept_with_the_answers_receipt(town: Town) -> None:
    """What a person thinks of an answer is kept with the receipt of exactly that answer; a second thought replaces it."""
    rep = town.person()
    rep.dm("does Acme fit?")
    card = rep.wait_for_message(FIRST_LINE)
    rep.click(card, "Not helpful")
    rep.wait_for_message("Thank")
    rep.click(card, "Helpful")
    rep.wait_for_message("Thank")
    with town.ports.store().begin(town.scope, writes=False) as work:
        [kept] = work.feedback.all()

    assert (rep.user.id, True) == (kept.user, kept.helpful)
    assert kept.receipt[:12] in all_words(card)


def test_a_stage_brings_the_right_content(town: Town) -> None:
    """Once the rep says in which stage the account is, the card offers assets for it, with links, and says who said so."""
    rep = town.person()
    rep.dm("does Acme fit?")
    card = rep.wait_for_message("Where is Acme in its journey")
    rep.choose(card, "stage", "Evaluate")
    answer = rep.wait_for_message("What to send in Evaluate")

    assert "https://" in str(answer.blocks)
    assert "said by you" in all_words(answer)


def test_an_ambiguous_name_gets_a_picker(town: Town) -> None:
    """Two accounts of one name are a choice by click or by number, and the choice answers what was asked."""
    rep = town.person()
    with town.ports.store().begin(town.scope) as work:
        work.accounts.add("Twin Peaks", "T-1")
        work.accounts.add("Twin Peaks", "T-2")
        work.commit()
    rep.dm("Twin Peaks has 120 employees")
    picker = rep.wait_for_message("T-2")
    rep.click(picker, label_of(picker, "T-2"))
    assert "Noted for Twin Peaks" in rep.wait_for_message("Noted").text
    rep.dm("does Twin Peaks fit?")
    rep.wait_for_message("T-1")
    rep.dm("1")

    assert "Twin Peaks: still open" in rep.wait_for_message("Twin Peaks: ").text


def test_an_unknown_account_can_be_added_with_one_click(town: Town) -> None:
    """A name that nobody knows is offered to be added."""
    rep = town.person()
    rep.dm("does Globex fit?")
    offer = rep.wait_for_message("no account called")
    rep.click(offer, "Add Globex")

    assert "Globex: still open" in rep.wait_for_message("Globex: ").text


def test_what_was_said_of_an_unknown_account_is_not_lost(town: Town) -> None:
    """After one click the fact that named the account is written down at it, once however often it is clicked."""
    rep = town.person()
    rep.dm("Globex has 120 people, on Snowflake")
    offer = rep.wait_for_message("no account called")
    rep.click(offer, "Add Globex")
    rep.wait_for_message("Noted for Globex")
    rep.click(offer, "Add Globex")
    rep.wait_for_message("Globex")
    with town.ports.store().begin(town.scope, writes=False) as work:
        [account] = [each for each in work.accounts.all() if each.name == "Globex"]

    assert ["employees", "stack"] == sorted(each.trait for each in account.answers)


def test_the_messages_tab_suggests_what_to_ask(town: Town) -> None:
    """Opening the messages suggests at most four things to ask, and says nothing by itself."""
    rep = town.person()
    rep.open_messages()

    assert town.slack.world.wait_for(lambda: town.slack.world.prompts or None, 10)
    assert town.settled()
    assert rep.last() is None


def test_an_edited_message_is_not_answered_again(town: Town) -> None:
    """Correcting a typing error in a message brings no second answer."""
    rep = town.person()
    asked = rep.dm("does Acme fit?")
    rep.wait_for_message(FIRST_LINE)
    rep.edit(asked, "does Acme fit us?")

    assert quiet_for(rep)


def test_an_empty_mention_gets_examples(town: Town) -> None:
    """A mention without words is no dead end."""
    rep = town.person()
    rep.mention("sales", "")

    assert "You can ask me" in rep.wait_for_message("").text


def test_a_local_slack_that_was_started_anew_is_answered(settings: Settings, town: Town) -> None:
    """Its workspace has the same ids and the same accounts, but what happens in it is no repetition of what was."""
    rep = town.person()
    for text in ("does Acme fit?", "why?"):
        rep.dm(text)
        rep.wait_for_message("Acme")
    assert town.settled()
    with LocalSlack() as anew:
        installed = anew.install(MANIFEST)
        there = {name.lower(): value for name, value in anew.environment(installed).items()}
        app = slack_app(Settings(home=settings.home, **there))
        stop = Stop()
        serving = threading.Thread(target=serve, args=(app, installed.app_token, stop, PATIENCE), daemon=True)
        serving.start()
        assert anew.connected(installed)
        again = anew.person("rep", installed)
        again.dm("does Acme fit?")
        again.wait_for_message(FIRST_LINE)
        stop.tell()
        serving.join(PATIENCE)

    assert town.installed.team == installed.team
