"""Faults: what Slack, the network and the stores do wrong, and that whoever asked is answered all the same, once."""

import json
import logging
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.bootstrap import VECTORS, build
from bot.flows.search import ingest_passages
from bot.library.loader import load_pack
from bot.playground.acts import Person
from bot.playground.acts_seen import all_words
from bot.playground.delivery import Delivery, Kind, written
from bot.playground.faults import DROP, Wrong
from bot.playground.model import Installed, Message
from bot.playground.server import QUICK, LocalSlack
from bot.settings import Settings
from tests.journeys.conftest import HARBOR, Town, eventually

WAIT = 0.5
"""Seconds that a unit of work waits for a locked database here."""
CARD = "Acme: still open"
LOST = Wrong(error=DROP, late=True)
ONCE = {
    "429": Wrong(status=429, retry_after=1),
    "500": Wrong(status=500),
    "a cut connection": Wrong(error=DROP),
    "a lost answer": LOST,
    "an inner error": Wrong(error="internal_error"),
    "an inner error after the effect": Wrong(error="internal_error", late=True),
}
"""What goes wrong once with a call; two of them after the call has done its work."""


@pytest.fixture
def settings(slack: LocalSlack, installed: Installed, tmp_path: Path, stocked: Path) -> Settings:
    """What Fika is told: not to wait long for a locked database."""
    home = tmp_path / "home"
    shutil.copytree(stocked, home)
    known = {name.lower(): value for name, value in slack.environment(installed).items()}
    return Settings(home=home, database_wait=WAIT, **known)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Slack does not say how long to wait, wait for a moment only."""
    monkeypatch.setattr("bot.slack.client.PAUSE", 0.05)


def seen(rep: Person, said: str, channel: str | None = None) -> list[Message]:
    """What Fika said to a person, in a channel or in the DM."""
    return [each for each in rep.messages(channel) if each.app == rep.app.app and said in all_words(each)]


def on_record(town: Town) -> list[object]:
    """What people said of Acme."""
    with town.ports.store().begin(town.scope, writes=False) as work:
        [account] = [each for each in work.accounts.all() if each.name == "Acme"]
    return [each.value for each in account.answers if each.source.person != "accounts.jsonl" and not each.retracted]


def done(town: Town) -> bool:
    """Whether everything was acknowledged and answered, after waiting for it."""
    town.slack.deliveries.quiet(30)
    return town.settled()


def kept_body(town: Town, delivery: int) -> dict[str, Any]:
    """What was delivered."""
    with town.ports.store().begin(town.scope, writes=False) as work:
        kept = work.inbox.get(delivery)
    assert kept is not None
    return dict(kept.body)


def acknowledged_again(town: Town, delivery: int) -> None:
    """Deliver once more what was delivered before."""
    again = Delivery(town.installed, Kind.EVENT, "message", f"again-{delivery}", written(kept_body(town, delivery)))
    track = town.slack.deliveries.send(again)
    assert eventually(lambda: track.acknowledged_at is not None)


# Duplicates and retries


def test_an_event_delivered_twice_at_once_and_again_later_is_answered_once(town: Town) -> None:
    """However often Slack delivers a message, it is written once and answered once, also after the answer."""
    rep = town.person()
    town.slack.faults.duplicate()
    rep.dm("Acme has 120 people")
    rep.wait_for_message("Noted for Acme")
    for _ in range(2):
        acknowledged_again(town, 1)

    assert done(town)
    assert (1, [120]) == (len(seen(rep, "")), on_record(town))


def test_a_mention_delivered_twice_is_answered_once(town: Town) -> None:
    """A channel sees no second answer either."""
    rep = town.person()
    town.slack.faults.duplicate()
    rep.mention("sales", "does Acme fit?")
    rep.wait_for_message(CARD)

    assert done(town)
    assert (1, 0) == (len(seen(rep, "", "sales")), len(seen(rep, "")))


def test_a_command_and_a_click_delivered_twice_count_once(town: Town) -> None:
    """What has no event id is recognised as well."""
    rep = town.person()
    town.slack.faults.duplicate()
    rep.command("/fika add Globex")
    rep.wait_for_message("Globex")
    rep.dm("Acme has 120 people")
    echo = rep.wait_for_message("Noted for Acme")
    town.slack.faults.duplicate()
    rep.click(echo, "Undo")
    rep.wait_for_message("Taken back")

    assert done(town)
    assert (1, 1, 1) == tuple(len(seen(rep, said)) for said in ("Globex", "Noted for Acme", "Taken back"))


def test_a_form_that_is_submitted_again_with_other_words_counts_again(town: Town) -> None:
    """Where Slack says "try again" although the form had arrived, only the very same words are taken for a repetition."""
    rep = town.person()
    rep.dm("does Acme fit?")
    rep.click(rep.wait_for_message(CARD), "Log a gap")
    rep.submit(rep.wait_for_modal(), {"kind": "content", "what": "a paper on HIPAA"})
    rep.wait_for_message("a paper on HIPAA")
    same = kept_body(town, 3)
    other = json.loads(json.dumps(same).replace("a paper on HIPAA", "a paper on SOC 2"))
    for number, body in enumerate((same, other)):
        town.slack.deliveries.send(
            Delivery(town.installed, Kind.INTERACTION, "view_submission", f"again-{number}", written(body))
        )
    rep.wait_for_message("a paper on SOC 2")

    assert done(town)
    assert (1, 1) == (len(seen(rep, "a paper on HIPAA")), len(seen(rep, "a paper on SOC 2")))


@pytest.mark.parametrize("channel", [None, "sales"])
def test_a_retry_that_is_the_only_delivery_is_answered(channel: str | None, town: Town) -> None:
    """A retry is not taken for a repetition by its looks: it may be the first that arrives."""
    rep = town.person()
    town.slack.faults.only_as_retry()
    if channel:
        rep.mention(channel, "does Acme fit?")
    else:
        rep.dm("does Acme fit?")
    rep.wait_for_message(CARD)

    assert done(town)
    assert 1 == len(seen(rep, CARD, channel))


# The Web API


@pytest.mark.parametrize("wrong", ONCE.values(), ids=ONCE)
def test_an_answer_in_the_dm_is_there_once(wrong: Wrong, town: Town) -> None:
    """Whatever happens to the call that posts it: the fact is on record once, and its echo in the DM once."""
    rep = town.person()
    town.slack.faults.plan("chat.postMessage", wrong)
    rep.dm("Acme has 120 people")
    rep.wait_for_message("Noted for Acme")

    assert done(town)
    assert (1, [120], 1) == (len(seen(rep, "")), on_record(town), len(town.slack.faults.happened))


@pytest.mark.parametrize("wrong", ONCE.values(), ids=ONCE)
def test_an_answer_in_a_channel_is_shown_at_most_once_and_else_in_the_dm(wrong: Wrong, town: Town) -> None:
    """Nobody can look an ephemeral message up, so what may have arrived is not sent again: the DM has it."""
    rep = town.person()
    town.slack.faults.plan("chat.postEphemeral", wrong)
    rep.mention("sales", "does Acme fit?")
    rep.wait_for_message(CARD)

    assert done(town)
    refused = wrong.status == 429
    arrived = refused or wrong.late
    assert (int(arrived), int(not refused)) == (len(seen(rep, CARD, "sales")), len(seen(rep, CARD)))


@pytest.mark.parametrize("wrong", ONCE.values(), ids=ONCE)
def test_an_answer_to_a_command_is_shown_at_most_once_and_else_in_the_dm(wrong: Wrong, town: Town) -> None:
    """The same holds for what goes through a response URL."""
    rep = town.person()
    # A response URL has no errors of its own but the status.
    wrong = Wrong(status=500, late=wrong.late) if wrong.error == "internal_error" else wrong
    town.slack.faults.plan("response", wrong)
    rep.command("/fika fit Acme", "deals")
    rep.wait_for_message(CARD)

    assert done(town)
    refused = wrong.status == 429
    arrived = refused or wrong.late
    assert (int(arrived), int(not refused)) == (len(seen(rep, CARD, "deals")), len(seen(rep, CARD)))


FORMS = {**ONCE, "a click too long ago": Wrong(error="expired_trigger_id")}


@pytest.mark.parametrize("wrong", FORMS.values(), ids=FORMS)
def test_a_form_that_does_not_open_is_offered_again(wrong: Wrong, town: Town) -> None:
    """A click is good for three seconds, so a form cannot be tried again later: the person gets the button anew."""
    rep = town.person()
    rep.dm("does Acme fit?")
    card = rep.wait_for_message(CARD)
    town.slack.faults.plan("views.open", wrong)
    rep.click(card, "Edit answers")
    again = rep.wait_for_message("Press the button again")
    rep.click(again, "Edit answers")

    assert "Acme" in all_words(rep.wait_for_modal("Edit answers"))


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel", "user_not_in_channel", "is_archived"])
def test_where_fika_may_not_write_the_answer_comes_by_direct_message(error: str, town: Town) -> None:
    """A channel that is closed to Fika is no reason for silence, and the answer says why it is elsewhere."""
    rep = town.person()
    town.slack.faults.refuse("chat.postEphemeral", error, times=None)
    rep.mention("sales", "does Acme fit?")
    answer = rep.wait_for_message(CARD)

    assert (rep.dm_channel.id, True) == (answer.channel, "so the answer is here" in all_words(answer))


@pytest.mark.parametrize("error", ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"])
def test_blocks_that_slack_refuses_leave_the_first_line(error: str, town: Town) -> None:
    """Whatever is wrong with the blocks, the plain text says the verdict in its first line."""
    rep = town.person()
    town.slack.faults.plan("chat.postMessage", Wrong(error=error), times=None, where=lambda said: "blocks" in said)
    rep.dm("does Acme fit?")
    answer = rep.wait_for_message(CARD)

    assert done(town)
    assert ([], True, 1) == (answer.blocks, CARD in answer.text.partition("\n")[0], len(seen(rep, "")))


def test_two_people_wait_for_their_own_troubles_alone(town: Town) -> None:
    """Who is told to wait by Slack holds up nobody else."""
    rep, manager = town.person(), town.person("manager")
    theirs = rep.dm_channel.id
    limit = Wrong(status=429, retry_after=30)
    town.slack.faults.plan("chat.postMessage", limit, where=lambda said: said.get("channel") == theirs)
    rep.dm("does Acme fit?")
    assert eventually(lambda: bool(town.slack.faults.happened))
    manager.dm("does Acme fit?")

    assert CARD in manager.wait_for_message(CARD).text
    assert [] == seen(rep, CARD)


# A server that knows only what is classic


def test_a_classic_server_gets_classic_cards_without_noise(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    """Where newer blocks and methods are not known, cards, Home and forms work, and the log stays quiet.

    What was refused once is not tried again: neither a kind of block nor a method.
    """
    town.slack.world.classic = True
    rep = town.person()
    rep.open_messages()
    for _ in range(2):
        rep.dm("does Acme fit?")
        card = rep.wait_for_message(CARD)
        rep.open_home()
        rep.wait_for_home("Acme")
    rep.click(card, "Edit answers")
    rep.submit(rep.wait_for_modal("Edit answers"), {"employees": "150"})
    rep.wait_for_message("Noted for Acme")
    rep.mention("sales", "does Acme fit?")
    whisper = rep.wait_for_message(CARD, "sales")
    assert done(town)
    refused = [(each.method, each.response["error"]) for each in town.slack.world.calls if not each.ok]

    assert card.blocks
    assert whisper.blocks
    assert {"chat.postMessage", "assistant.threads.setSuggestedPrompts"} <= {method for method, _ in refused}
    assert len(refused) == len(set(refused)), refused
    assert [] == [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING]


# Slack is down


def test_what_was_asked_before_and_while_slack_was_down_is_answered_after_it(town: Town) -> None:
    """Slack is away for a while, with its connections: nothing that was said is lost, each is answered once."""
    rep, manager = town.person(), town.person("manager")
    town.slack.faults.drop("chat.postMessage")
    rep.dm("does Acme fit?")
    assert eventually(lambda: bool(town.slack.faults.happened))
    town.slack.down(2)
    rep.dm("does Saltmarsh Metrics fit?")
    rep.dm("Acme has 120 people")
    manager.mention("sales", "does Acme fit?")
    manager.wait_for_message(CARD, seconds=30)
    assert eventually(lambda: len(seen(rep, "")) == 3)
    assert done(town)
    first = [each.text.partition("\n")[0] for each in seen(rep, "")]

    # What was said while Slack was away is delivered anew, in whatever order Slack comes to it.
    assert [1, 1, 1] == [
        sum(said in line for line in first) for said in ("Acme: ", "Saltmarsh Metrics: ", "Noted for Acme")
    ]
    assert [120] == on_record(town)


# The stores


def impatient(town: Town) -> None:
    """From now on Slack waits for an acknowledgement no longer than it does."""
    town.slack.sockets.pace = town.slack.deliveries.pace = QUICK


@contextmanager
def locked(town: Town) -> Iterator[None]:
    """Another process writes to the database, and takes its time."""
    file = town.home / "fika.db"
    with closing(sqlite3.connect(file, timeout=30, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_message_that_cannot_be_kept_is_not_acknowledged_and_comes_again(town: Town) -> None:
    """While the database is locked nothing is acknowledged that could be lost; Slack delivers again, and it is answered."""
    rep = town.person()
    impatient(town)
    with locked(town):
        rep.dm("Acme has 120 people")
        [track] = town.slack.deliveries.tracks
        assert eventually(lambda: track.tries >= 1)
        assert track.acknowledged_at is None
    rep.wait_for_message("Noted for Acme")

    assert done(town)
    assert (1, [120]) == (len(seen(rep, "")), on_record(town))


def test_a_command_that_cannot_be_kept_is_seen_to_fail(town: Town) -> None:
    """Slack does not repeat a command: it is not acknowledged, so that Slack itself says so, and it works again later."""
    rep = town.person()
    impatient(town)
    with locked(town):
        rep.command("/fika add Globex")
        assert eventually(lambda: bool(rep.troubles))
    rep.command("/fika add Globex")
    rep.wait_for_message("Globex")

    assert done(town)
    assert 1 == len(seen(rep, "Globex"))


def test_a_database_locked_while_an_answer_is_worked_out_only_delays_it(town: Town) -> None:
    """What was accepted waits for the database: it is written once, answered once, and speaks of no error."""
    rep = town.person()
    with ExitStack() as lock:

        def while_it_asks(_: object) -> bool:
            lock.enter_context(locked(town))
            return True

        town.slack.faults.plan("users.info", Wrong(slow=0.01), where=while_it_asks)
        rep.dm("Acme has 120 people")
        assert eventually(lambda: bool(town.slack.faults.happened))
        threading.Event().wait(WAIT * 4)
        assert [] == seen(rep, "")
    rep.wait_for_message("Noted for Acme")

    assert done(town)
    assert (1, [120]) == (len(seen(rep, "")), on_record(town))


def _none(folder: Path) -> None:
    shutil.rmtree(folder)


def _file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"not a folder")


def _garbage(folder: Path) -> None:
    for file in [each for each in folder.rglob("*") if each.is_file()]:
        file.write_bytes(b"\0garbage" * 1000)


@pytest.mark.parametrize("spoil", [_none, _file, _garbage])
def test_without_the_vector_store_everything_about_accounts_works(
    spoil: object, town: Town, settings: Settings
) -> None:
    """Where passages cannot be searched, that is said; fit, reasons and assets are answered as ever."""
    ingest_passages(load_pack(HARBOR).pack, build(settings))
    assert callable(spoil)
    spoil(settings.home / VECTORS)
    rep = town.person()
    rep.dm("what do we say about security and compliance?")
    said = rep.wait_for_message("")
    rep.dm("does Acme fit?")
    card = rep.wait_for_message(CARD)
    rep.command("/fika brief Acme", "sales")

    assert "cannot search the knowledge right now" in said.text
    assert card.blocks
    assert "Acme" in rep.wait_for_message("Acme").text
    assert done(town)
