"""Hostile: words that were made to break things, and people who are not of this workspace."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.model import Installed, Message, View
from tests.journeys.conftest import Town, eventually, quiet_for

BLNS = Path(__file__).parents[1] / "data" / "blns.json"
PING = "<!channel> <!here> <@U123ABC> *bold* <http://evil.example|x> & co"
NAME = "<!channel> *Evil* <http://evil.example|x>"
CARD = "Acme: still open"
_TOKEN = re.compile(r"<([^<>]*)>")


def formatted(shown: object) -> Iterator[str]:
    """Every text in blocks that Slack formats."""
    if isinstance(shown, dict):
        if shown.get("type") == "mrkdwn":
            yield str(shown["text"])
        shown = list(shown.values())
    if isinstance(shown, list):
        for each in shown:
            yield from formatted(each)


def links(shown: Message | View) -> list[str]:
    """What a message or a view calls or leads to: everything in angle brackets that Slack acts upon."""
    texts = [shown.text, *formatted(shown.blocks)] if isinstance(shown, Message) else [*formatted(shown.payload)]
    return [token for text in texts for token in _TOKEN.findall(text)]


def everything_said(town: Town) -> list[Message]:
    """Every message of Fika's, whoever sees it."""
    with town.slack.world.lock:
        return [
            each
            for channel in town.slack.world.channels.values()
            for each in (
                *channel.timeline,
                *(one for thread in channel.threads.values() for one in thread),
                *(one for whispers in channel.ephemerals.values() for one in whispers),
            )
            if each.app == town.installed.app
        ]


@pytest.fixture(autouse=True)
def _harmless(town: Town) -> Iterator[None]:
    """Whatever happens in a test: nobody is called, and Slack refuses nothing."""
    yield
    said = everything_said(town)
    assert [] == [token for each in said for token in links(each) if token.startswith("!") or "evil" in token]
    assert [] == [each for each in said if "<@U123ABC" in each.text]
    assert [] == town.slack.world.hazards
    assert [] == town.slack.world.refusals
    assert [] == [all_words(each) for each in said if "quote the reference" in all_words(each)]


def set_up(town: Town) -> None:
    """Let an admin set Fika up, so that Home shows accounts."""
    admin = town.person("admin")
    admin.open_home()
    admin.click(admin.wait_for_home("Set Fika up"), "Set Fika up")
    admin.wait_for_message("")


# Words


def strings() -> list[str]:
    """The naughty strings."""
    found: list[str] = json.loads(BLNS.read_text("utf-8"))
    return found


@pytest.mark.parametrize("line", ["{}", "/fika add {}", "/fika fit {}", "/fika gap {}"])
def test_naughty_strings_are_answered(line: str, town: Town) -> None:
    """Every one, as a message, as an account's name and as a gap: answered once, with words that can be read."""
    rep = town.person()
    # `/fika gap` alone opens a form.
    naughty = [each for each in strings() if each.strip() or "gap" not in line]
    for each in naughty:
        if line.startswith("/"):
            rep.command(line.format(each))
        else:
            rep.dm(each)
        answer = rep.wait_for_message("")
        assert answer.text.strip(), each
        assert "Something went wrong" not in answer.text, each
    assert town.settled()

    assert len(naughty) == len([each for each in everything_said(town) if each.app == town.installed.app])


LONG = "does Acme fit? " + "words without end " * 2222


@pytest.mark.parametrize(
    "text",
    [
        LONG[:39_999],
        "x" * 40_000,
        "&" * 8_000,
        "Acme has 120 people. " * 1_900,
        "",
        " ",
        "\n\n",
        "🙂",
        ":fire: :fire:",
        "👩‍👩‍👧‍👦" * 50,
        "...",
        "\u202e\u0000\ufeff",
    ],
    ids=lambda text: f"{text[:12]!a} x {len(text)}",
)
def test_odd_messages_are_answered(text: str, town: Town) -> None:
    """The longest message, an empty one, one of pictures alone: in the DM and by mention there is an answer."""
    rep = town.person()
    rep.dm(text)
    said = rep.wait_for_message("", seconds=20)
    rep.mention("sales", text)
    whispered = rep.wait_for_message("", seconds=20)

    assert said.text.strip()
    assert whispered.text.strip()
    assert "Something went wrong" not in said.text + whispered.text


def test_a_name_that_calls_everybody_is_only_a_name(town: Town) -> None:
    """An account named like a broadcast is shown everywhere, shared with a channel even, and calls nobody."""
    rep = town.person()
    rep.command(f"/fika add {NAME}")
    rep.wait_for_message("Evil")
    for line in (
        "/fika fit {}",
        "/fika show {}",
        "/fika brief {}",
        "/fika why {}",
        "/fika takes {}",
        "{} has 120 people",
    ):
        rep.command(line.format(NAME) if line.startswith("/") else f"/fika {line.format(NAME)}", "sales")
        assert "Evil" in all_words(rep.wait_for_message(""))
    rep.dm(f"does {NAME} fit?")
    card = rep.wait_for_message("Evil")
    set_up(town)
    rep.open_home()
    home = rep.wait_for_home("Evil")
    rep.click(card, "Edit answers")
    form = rep.wait_for_modal()
    rep.close()
    rep.click(card, "Share to channel")
    rep.submit(rep.wait_for_modal(), {"channel": rep.channel("sales").id})
    shared = town.person("manager").wait_for_message("Evil", "sales")

    assert [] == [token for each in (home, form, shared) for token in links(each) if token.startswith(("!", "http"))]
    assert shared.ephemeral_for is None


def test_what_people_write_into_fields_calls_nobody(town: Town) -> None:
    """Facts, forms, gaps and searches come back as they were written, and nothing in them does anything."""
    rep = town.person()
    rep.dm(f"Acme has 120 people {PING}")
    rep.wait_for_message("")
    rep.dm(f"log a gap: {PING}")
    rep.wait_for_message("Logged a gap")
    rep.command(f"/fika gap {PING}", "sales")
    rep.wait_for_message("Logged a gap")
    rep.command("/fika gaps", "sales")
    rep.wait_for_message("co")
    rep.dm("does Acme fit?")
    card = rep.wait_for_message(CARD)
    rep.click(card, "Log a gap")
    rep.submit(rep.wait_for_modal("Log a gap"), {"kind": "content", "what": PING})
    rep.wait_for_message("Logged a gap")
    rep.click(card, "Edit answers")
    form = rep.wait_for_modal("Edit answers")
    refused = rep.submit(form, {"employees": PING, "revenue": PING})
    rep.close()
    rep.dm("what do we know about Acme?")
    known = rep.wait_for_message("Employees")

    assert {"employees", "revenue"} == set(refused.errors)
    assert "evil" not in " ".join(links(known))


def test_tokens_of_slack_itself_call_nobody(town: Town) -> None:
    """Real mentions, broadcasts and links in a message are words to Fika, and stay words in its answer."""
    rep, manager = town.person(), town.person("manager")
    for text in (
        f"<!channel> does <@{manager.user.id}> fit?",
        "log a gap: <!here|here> <!subteam^S012345|@sales> <http://evil.example|x>",
        "add account <!everyone> <http://evil.example|Evil>",
    ):
        rep.say(None, text, as_written=True)
        answer = rep.wait_for_message("")
        assert [] == [each for each in links(answer) if each.startswith(("@", "!", "http"))], answer.text


def test_a_shortcut_on_a_hostile_message_shows_its_words(town: Town) -> None:
    """What stands in a message that somebody runs a shortcut on is a quote and nothing more."""
    rep = town.person()
    message = town.person("manager").say("sales", f"{PING} " * 100)
    rep.shortcut(message, "log_gap")
    form = rep.wait_for_modal()
    rep.submit(form, {"kind": "content", "what": PING})
    rep.wait_for_message("Logged a gap")
    rep.shortcut(message, "check_fit")
    assert eventually(lambda: rep.modal is not None)
    rep.submit(rep.modal, {"account": PING})

    assert rep.wait_for_message("").text.strip()
    assert [] == [each for each in links(form) if each.startswith(("!", "@"))]


# People


def said_in(town: Town, channel: str) -> list[Message]:
    """Everything that Fika says in a channel, to whomever."""
    place = town.person().channel(channel)
    return [each for each in everything_said(town) if each.channel == place.id]


@pytest.mark.parametrize(
    "words", ["does Acme fit?", "Acme has 120 people", "brief me on Acme", "which accounts first?"]
)
def test_in_a_channel_with_another_company_nothing_is_said(words: str, town: Town) -> None:
    """A mention there is answered in the direct messages only, which say why."""
    rep = town.person()
    rep.mention("with-partner", words)
    answer = rep.wait_for_message("shared with another company")
    assert town.settled()

    assert (rep.dm_channel.id, []) == (answer.channel, said_in(town, "with-partner"))


def test_a_command_in_a_channel_with_another_company_shows_nothing_to_them(town: Town) -> None:
    """Whatever is answered to a command there is for the asking person's eyes."""
    rep, partner = town.person(), town.person("partner")
    rep.command("/fika fit Acme", "with-partner")
    rep.wait_for_message(CARD)

    assert [] == [each for each in said_in(town, "with-partner") if partner.sees(each)]


def test_nothing_is_shared_with_another_company(town: Town) -> None:
    """Sharing refuses a channel that another company reads, also where the choice is forged."""
    rep = town.person()
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message(CARD), "Share to channel")
    rep.submit(rep.wait_for_modal(), {"channel": rep.channel("with-partner").id})
    refusal = rep.wait_for_message("another company")

    assert rep.dm_channel.id == refusal.channel
    assert town.settled()
    assert [] == said_in(town, "with-partner")


def test_nothing_is_shared_while_slack_cannot_say_with_whom(town: Town) -> None:
    """Where Slack is too busy to say who reads a channel, that is asked again, and nothing is posted meanwhile."""
    rep = town.person()
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message(CARD), "Share to channel")
    form = rep.wait_for_modal()
    town.slack.faults.rate_limit("conversations.info")
    rep.submit(form, {"channel": rep.channel("with-partner").id})
    rep.wait_for_message("another company")

    assert town.settled()
    assert [] == said_in(town, "with-partner")


def test_the_form_to_share_opens_while_slack_cannot_say_with_whom(town: Town) -> None:
    """A form cannot wait: it opens without the channel that the person is in, and they choose one."""
    rep = town.person()
    rep.mention("sales", "does Acme fit?")
    card = rep.wait_for_message(CARD)
    town.slack.faults.rate_limit("conversations.info", times=2)
    rep.click(card, "Share to channel")

    assert "initial_conversation" not in json.dumps(rep.wait_for_modal().payload)


@pytest.mark.parametrize("words", ["does Acme fit?", "Acme has 120 people", "which accounts do you know?"])
def test_somebody_of_another_company_learns_nothing(words: str, town: Town) -> None:
    """A person of the other company gets the same refusal whatever they ask, and writes nothing."""
    partner = town.person("partner")
    partner.mention("with-partner", words)
    answer = partner.wait_for_message("")
    assert town.settled()

    assert "only members of this workspace" in answer.text
    assert "Acme" not in all_words(answer)
    assert partner.user.id == answer.ephemeral_for or answer.channel == partner.dm_channel.id
    assert [all_words(answer)] == [all_words(each) for each in everything_said(town)]


def test_a_stranger_is_known_by_the_message_alone(town: Town) -> None:
    """Where Slack does not let Fika look at people, a message itself says that its author is of another company."""
    town.slack.faults.refuse("users.info", "missing_scope", times=None)
    partner = town.person("partner")
    partner.mention("with-partner", "does Acme fit?")

    assert "only members of this workspace" in partner.wait_for_message("").text
    assert 1 == len(everything_said(town))


@pytest.mark.parametrize("line", ["/fika fit Acme", "/fika accounts", "/fika Acme has 120 people"])
def test_a_command_of_another_company_is_refused(line: str, town: Town) -> None:
    """Somebody of the other company who finds a way to use the command learns nothing either."""
    partner = town.person("partner")
    partner.command(line, "with-partner")

    assert "only members of this workspace" in partner.wait_for_message("").text
    assert town.settled()
    assert [False] == ["Acme" in all_words(each) for each in everything_said(town)]


def _asks(guest: Person) -> None:
    guest.dm("does Acme fit?")


def _mentions(guest: Person) -> None:
    guest.mention("sales", "does Acme fit?")


def _commands(guest: Person) -> None:
    guest.command("/fika fit Acme", "sales")


@pytest.mark.parametrize("act", [_asks, _mentions, _commands])
def test_a_guest_is_refused(act: object, town: Town) -> None:
    """A guest of the workspace gets a sentence and no account data, however they ask."""
    guest = town.person("guest")
    assert callable(act)
    act(guest)
    answer = guest.wait_for_message("")
    assert town.settled()

    assert "only members of this workspace" in answer.text
    assert [False] == ["Acme" in all_words(each) for each in everything_said(town)]


def test_a_guest_sees_no_accounts_on_home(town: Town) -> None:
    """Home says that Fika answers members alone, and no message comes of opening it."""
    guest = town.person("guest")
    set_up(town)
    guest.open_home()

    assert eventually(lambda: guest.home is not None and "only members of this workspace" in all_words(guest.home))
    assert guest.last() is None


def test_what_a_guest_is_shown_by_others_does_not_let_them_act(town: Town) -> None:
    """A card that was shared with a channel has buttons; a guest's click on one is refused."""
    rep, guest = town.person(), town.person("guest")
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message(CARD), "Share to channel")
    rep.submit(rep.wait_for_modal(), {"channel": rep.channel("sales").id})
    shared = guest.wait_for_message("Acme", "sales")
    guest.forge(shared, "why", '{"account":1}')
    answer = guest.wait_for_message("only members")

    assert "Acme" not in all_words(answer)


def other_bot(town: Town) -> Installed:
    """Another app, in a channel with Fika."""
    return town.slack.install(
        {
            "display_information": {"name": "Echo"},
            "features": {"bot_user": {"display_name": "echo"}},
            "oauth_config": {"scopes": {"bot": ["chat:write", "im:write"]}},
        },
        channels=("sales",),
    )


def test_another_bots_reply_in_a_thread_is_not_answered(town: Town) -> None:
    """Two bots in one thread do not talk to each other, not even where one mentions the other in a thread of a person."""
    from slack_sdk import WebClient

    rep = town.person()
    asked = rep.mention("sales", "does Acme fit?")
    rep.wait_for_message(CARD)
    client = WebClient(other_bot(town).bot_token, base_url=town.slack.api_url)
    rep.mark()
    client.chat_postMessage(
        channel=rep.channel("sales").id, thread_ts=asked.ts, text=f"<@{town.installed.bot_user}> does Acme fit?"
    )

    assert quiet_for(rep)
    assert town.settled()
    assert 1 == len(everything_said(town))
