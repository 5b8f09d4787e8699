"""Stating facts, taking them back, editing them in a form, and logging what is missing."""

import pytest

from bot.playground.acts_seen import all_words
from tests.journeys.conftest import Town, eventually, quiet_for


def answers(town: Town, name: str = "Acme") -> list[tuple[str, object]]:
    """What is on record of an account by people, without what was taken back."""
    with town.ports.store().begin(town.scope, writes=False) as work:
        [account] = [each for each in work.accounts.all() if each.name == name]
    return [
        (each.trait, each.value)
        for each in account.answers
        if each.source.person != "accounts.jsonl" and not each.retracted
    ]


def test_what_is_stated_is_recorded_after_an_echo(town: Town) -> None:
    """A fact is written down, read back to the person, and can be undone with one click; twice changes nothing."""
    rep = town.person()
    rep.dm("Acme has 120 people, on Snowflake")
    echo = rep.wait_for_message("Noted for Acme")
    assert [("employees", 120), ("stack", {"at_least": ["snowflake"]})] == answers(town)
    rep.click(echo, "Undo")
    rep.wait_for_message("Taken back")
    assert [] == answers(town)
    rep.click(echo, "Undo")
    rep.wait_for_message("Taken back")

    assert [] == answers(town)


def test_one_of_several_is_taken_back(town: Town) -> None:
    """Each of several values can be undone by itself, from the menu and in words."""
    rep = town.person()
    rep.dm("Acme has 120 people, on Snowflake")
    echo = rep.wait_for_message("Noted for Acme")
    rep.choose(echo, "undo", "Undo Employees: 120 people")
    rep.wait_for_message("Taken back for Acme*: Employees")
    assert [("stack", {"at_least": ["snowflake"]})] == answers(town)
    rep.dm("undo sales stack")
    rep.wait_for_message("Taken back for Acme*: Sales stack")

    assert [] == answers(town)


def test_undo_in_words(town: Town) -> None:
    """Saying undo takes back what the same person said last in that conversation."""
    rep = town.person()
    rep.dm("Acme has 120 people")
    rep.wait_for_message("Noted")
    rep.dm("undo")
    rep.wait_for_message("Taken back")

    assert [] == answers(town)


def test_an_undo_forged_by_somebody_else_is_refused(town: Town) -> None:
    """Rights are checked on every click: nobody takes back another person's answers."""
    rep, manager = town.person(), town.person("manager")
    rep.dm("Acme has 120 people")
    echo = rep.wait_for_message("Noted")
    [value] = {
        each["value"]
        for block in echo.blocks
        for each in [block.get("accessory") or {}]
        if each.get("action_id") == "undo"
    }
    manager.dm("hello")
    theirs = manager.wait_for_message("")
    manager.forge(theirs, "undo", value)
    refusal = manager.wait_for_message("somebody else")

    assert "somebody else" in refusal.text
    assert [("employees", 120)] == answers(town)


@pytest.mark.parametrize(
    ("act", "value"),
    [
        ("undo", '{"account":1,"answers":[99999]}'),
        ("undo", "not json"),
        ("why", '{"account":99999}'),
        ("why", '{"account":1,"team":"T1"}'),
        ("brief", "{}"),
        ("stage", '{"account":1,"stage":"never"}'),
        ("pick", '{"account":1,"delivery":99999}'),
        ("feedback", '{"account":1}'),
        ("edit", '{"account":"x"}'),
        ("add", '{"name":""}'),
        ("share", '{"account":0}'),
        ("gap", '{"account":-1}'),
    ],
)
def test_a_forged_button_is_answered_and_does_nothing(town: Town, act: str, value: str) -> None:
    """Whatever a button is made to carry, the person gets a sentence, and nothing is written."""
    rep = town.person()
    rep.dm("hello")
    rep.forge(rep.wait_for_message(""), act, value)
    answer = rep.wait_for_message("")

    assert answer.text
    assert "Traceback" not in answer.text
    assert [] == answers(town)


def test_a_picker_answers_only_whoever_asked(town: Town) -> None:
    """A choice that belongs to somebody else's message is not answered with that message."""
    rep, manager = town.person(), town.person("manager")
    rep.dm("Nobody Knows It has 120 people")
    rep.wait_for_message("")
    manager.dm("hello")
    manager.forge(manager.wait_for_message(""), "pick", '{"account":1,"delivery":1}')

    assert "somebody else" in manager.wait_for_message("").text
    assert [] == answers(town)


def test_answers_are_edited_in_a_form(town: Town) -> None:
    """A form shows what is known; what cannot be read is said next to its field, and only what was changed is recorded."""
    rep = town.person()
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message("Acme"), "Edit answers")
    form = rep.wait_for_modal("Edit answers")
    refused = rep.submit(form, {"employees": "lots of them", "revenue": "the usual"})
    assert {"employees", "revenue"} == set(refused.errors)
    assert [] == answers(town)
    assert rep.modal is not None
    rep.submit(
        rep.modal, {"employees": "about 150", "revenue": "", "budget": "yes", "stack": ["salesforce", "snowflake"]}
    )
    rep.wait_for_message("Noted for Acme")

    assert {"employees", "budget", "stack"} == {trait for trait, _ in answers(town)}


def test_a_form_that_was_not_changed_changes_nothing(town: Town) -> None:
    """Saving a form as it was opened says so and records nothing."""
    rep = town.person()
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message("Acme"), "Edit answers")
    rep.submit(rep.wait_for_modal(), {})

    assert "Nothing changed" in rep.wait_for_message("").text
    assert [] == answers(town)


def test_the_open_questions_are_a_form(town: Town) -> None:
    """The menu of a card asks what is open, the most telling first, and the answers change the verdict."""
    rep = town.person()
    rep.dm("does Acme fit?")
    rep.choose(rep.wait_for_message("Acme"), "more", "Fill in several at once")
    form = rep.wait_for_modal("Open questions")
    blocks = [block["block_id"] for block in form.payload["blocks"] if block["type"] == "input"]
    rep.submit(form, {"regulation": "restricted", "_stage": "evaluate"})
    echo = rep.wait_for_message("Noted for Acme")

    assert "regulation" == blocks[0]
    assert "disqualified" in all_words(echo)


def test_two_people_edit_at_the_same_time(town: Town) -> None:
    """A field that one person left alone does not overwrite what another said meanwhile."""
    rep, manager = town.person(), town.person("manager")
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message("Acme"), "Edit answers")
    form = rep.wait_for_modal()
    manager.dm("Acme has 900 people")
    manager.wait_for_message("Noted")
    rep.submit(form, {"budget": "yes"})
    rep.wait_for_message("Noted")

    assert [("employees", 900), ("budget", True)] == answers(town)


def test_a_gap_is_logged_from_a_card(town: Town) -> None:
    """What is missing is logged at the account with a form, and shown among the person's gaps."""
    rep = town.person()
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message("Acme"), "Log a gap")
    rep.submit(rep.wait_for_modal("Log a gap"), {"kind": "content", "what": "no case study for hospitals"})
    rep.wait_for_message("Logged a gap at Acme")
    rep.command("/fika gaps", "sales")

    assert "no case study for hospitals" in rep.wait_for_message("no case study").text


def test_a_gap_is_logged_from_any_message(town: Town) -> None:
    """The shortcut keeps the message's words and its link as evidence."""
    rep = town.person()
    message = town.person("manager").say("sales", "they asked for a HIPAA paper & we have none")
    rep.shortcut(message, "log_gap")
    rep.submit(rep.wait_for_modal(), {"kind": "content", "what": "a HIPAA paper"})
    rep.wait_for_message("Logged a gap")
    with town.ports.store().begin(town.scope, writes=False) as work:
        [gap] = work.gaps.all()

    assert "they asked for a HIPAA paper & we have none" == gap.quote
    assert gap.permalink is not None
    assert gap.permalink.startswith("http")
    assert rep.user.id == gap.source.person


def test_a_gap_is_logged_in_words(town: Town) -> None:
    """What is missing is logged as it was said."""
    rep = town.person()
    rep.dm("log a gap: no case study for hospitals")

    assert "no case study for hospitals" in rep.wait_for_message("Logged a gap").text


def test_reordered_messages_end_with_what_was_said_last(town: Town) -> None:
    """When two messages arrive in the wrong order, the later one still holds."""
    rep = town.person()
    town.slack.faults.reorder(2)
    rep.dm("Acme has 120 people")
    rep.dm("Acme has 300 people")
    assert eventually(lambda: len(answers(town)) == 2)
    assert town.settled()  # an echo that comes late would be taken for the answer
    rep.dm("what do we know about Acme?")

    assert "300" in all_words(rep.wait_for_message("Employees"))


def test_another_bot_is_not_answered(town: Town) -> None:
    """A bot that mentions Fika, or writes to it, starts no conversation between machines."""
    other = town.slack.install(
        {
            "display_information": {"name": "Echo"},
            "features": {"bot_user": {"display_name": "echo"}},
            "oauth_config": {"scopes": {"bot": ["chat:write"]}},
        },
        channels=("sales",),
    )
    from slack_sdk import WebClient

    client = WebClient(other.bot_token, base_url=town.slack.api_url)
    client.chat_postMessage(
        channel=town.person().channel("sales").id, text=f"<@{town.installed.bot_user}> does Acme fit?"
    )

    assert quiet_for(town.person("manager"))
    assert town.settled()
    assert town.person().last("sales") is None
