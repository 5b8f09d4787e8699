"""Posting: everything arrives somewhere, in the richest form that is taken, and once."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.models.blocks import HeaderBlock, SectionBlock
from slack_sdk.models.views import View

from bot.core.errors import StateUnavailable
from bot.ports import Ports, Scope
from bot.ports.inbox import Begun, Ending
from bot.slack.client import web_client
from bot.slack.delivered import Outcome, Posted
from bot.slack.elsewhere import MOST_BLOCKS
from bot.slack.errors import ChannelClosed, SlackBusy, SlackRefused
from bot.slack.fallback import LAST_RESORT, LONGEST_TEXT, SHORT_TEXT, SHORTEST_TEXT
from bot.slack.message import Message
from bot.slack.place import Place
from bot.slack.post import Poster
from tests.slack.scripted import HOOK, TEAM, Arguments, Clock, Scripted, Wrong, accepted, begun, serving
from tests.small import ports_at

DM = Place("U1", "D1")
THREAD = Place("U1", "D1", "5.0")
CHANNEL = Place("U1", "C1", "5.0", at="6.0")
NOWHERE = Place("U1")
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "*Acme fits*"}}
TABLE = {"type": "table", "rows": [[{"type": "raw_text", "text": "Reason"}], [{"type": "raw_text", "text": "Size"}]]}
CARD = Message("Acme fits", [SECTION, TABLE])
PLAIN = Message("Acme fits", [SECTION])


@pytest.fixture
def slack() -> Iterator[Scripted]:
    """A Slack that takes everything until it is told otherwise."""
    state = Scripted()
    with serving(state):
        yield state


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """A real state."""
    return ports_at(tmp_path)


@pytest.fixture
def clock() -> Clock:
    """The time."""
    return Clock()


@pytest.fixture
def poster(slack: Scripted, ports: Ports, clock: Clock) -> Poster:
    """What posts."""
    return Poster(web_client("xoxb-1", slack.api_url), ports, TEAM, clock)


@pytest.fixture
def delivery(ports: Ports) -> int:
    """What is answered."""
    return accepted(ports)


def has_table(arguments: Arguments) -> bool:
    """Whether a message has one of the newer blocks."""
    return any(block["type"] == "table" for block in arguments.get("blocks") or ())


def has_blocks(arguments: Arguments) -> bool:
    """Whether a message has any blocks."""
    return bool(arguments.get("blocks"))


class TestPlaces:
    """Where an answer goes."""

    @pytest.mark.parametrize("place", [DM, THREAD])
    def test_direct_messages(self, slack: Scripted, poster: Poster, delivery: int, place: Place) -> None:
        """In the direct messages an answer is a message where it was asked, and carries what it answers."""
        posted = poster.reply(place, CARD, delivery=delivery)

        [message] = slack.messages
        assert Posted(Outcome.SENT, "D1", message["ts"]) == posted
        assert place.thread == message.get("thread_ts")
        assert [SECTION, TABLE] == message["blocks"]
        carried = {"event_type": "fika_answer", "event_payload": {"delivery": str(delivery), "part": "answer"}}
        assert carried == message["metadata"]

    def test_channel(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """In a channel an answer is shown to the asking person alone, in the thread."""
        posted = poster.reply(CHANNEL, CARD, delivery=delivery)

        assert Posted(Outcome.SENT, "C1", "7.0") == posted
        assert ["chat.postEphemeral"] == slack.methods()
        [shown] = slack.sent("chat.postEphemeral")
        assert ("C1", "U1", "5.0") == (shown["channel"], shown["user"], shown["thread_ts"])

    def test_command(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """A command is answered through its response URL, for the asking person alone."""
        posted = poster.reply(Place("U1", "C1", response_url=slack.hook_url), CARD, delivery=delivery)

        assert Posted(Outcome.SENT, "C1") == posted
        assert ("ephemeral", False) == (slack.sent(HOOK)[0]["response_type"], slack.sent(HOOK)[0]["replace_original"])

    def test_nowhere(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """What was asked nowhere is answered in the direct messages, without a note."""
        poster.reply(NOWHERE, PLAIN, delivery=delivery)

        assert [("D1", "Acme fits", [SECTION])] == [(m["channel"], m["text"], m["blocks"]) for m in slack.messages]

    def test_unasked(self, slack: Scripted, poster: Poster) -> None:
        """What answers no delivery carries nothing, and may be posted as often as it is said."""
        for _ in range(2):
            poster.reply(NOWHERE, PLAIN, delivery=None)

        assert [False, False] == ["metadata" in message for message in slack.messages]

    @pytest.mark.parametrize("url", [False, True])
    def test_shared(self, slack: Scripted, poster: Poster, delivery: int, *, url: bool) -> None:
        """Nothing is ever shown in a channel that is shared with another company."""
        place = replace(CHANNEL, shared=True, response_url=slack.hook_url if url else None)

        poster.reply(place, PLAIN, delivery=delivery)

        assert ["chat.postMessage"] == slack.methods()
        assert "D1" == slack.messages[0]["channel"]
        assert "<#C1>, which is shared with another company" in slack.messages[0]["text"]
        assert SECTION == slack.messages[0]["blocks"][0]

    @pytest.mark.parametrize(
        "code", ["user_not_in_channel", "not_in_channel", "channel_not_found", "is_archived", "odd"]
    )
    def test_closed_channel(self, slack: Scripted, poster: Poster, delivery: int, code: str) -> None:
        """What a channel does not show goes to the direct messages, and says why after the answer."""
        slack.always["chat.postEphemeral"] = Wrong(code)

        posted = poster.reply(CHANNEL, PLAIN, delivery=delivery)

        assert (Outcome.SENT, "D1") == (posted.outcome, posted.channel)
        assert slack.messages[0]["text"].startswith("Acme fits\nYou asked in <#C1>, where")
        assert ["section", "context"] == [block["type"] for block in slack.messages[0]["blocks"]]

    @pytest.mark.parametrize(
        "wrong",
        [
            Wrong(status=404, body="expired_url"),
            Wrong(status=404, body=""),
            Wrong(status=400, body='{"ok": false, "error": "used_url"}'),
            Wrong(status=200, body='{"ok": false, "error": "used_url"}'),
            Wrong(status=200, body='{"ok": false}'),
            Wrong(status=403, body="<html>no</html>"),
        ],
    )
    def test_used_up_url(self, slack: Scripted, poster: Poster, delivery: int, wrong: Wrong) -> None:
        """Where a response URL is used up, the answer is shown in the channel."""
        slack.always[HOOK] = wrong

        poster.reply(Place("U1", "C1", response_url=slack.hook_url), CARD, delivery=delivery)

        assert [HOOK, "chat.postEphemeral"] == slack.methods()

    def test_nothing_left_but_direct_messages(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """Where neither the URL nor the channel takes an answer, the direct messages do."""
        slack.always[HOOK], slack.always["chat.postEphemeral"] = Wrong(status=404), Wrong("not_in_channel")

        poster.reply(Place("U1", "C1", response_url=slack.hook_url), CARD, delivery=delivery)

        assert [HOOK, "chat.postEphemeral", "chat.postMessage"] == slack.methods()

    def test_url_that_is_none(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """A response URL that is none is no way to answer, and no reason to be silent."""
        poster.reply(Place("U1", response_url="ftp://x"), PLAIN, delivery=delivery)

        assert ["chat.postMessage"] == slack.methods()
        assert slack.messages[0]["text"].endswith("where you asked, so it is here.")

    def test_command_between_two_people(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """A command in the direct messages of two people is answered through its URL: Fika cannot write there."""
        slack.always["chat.postMessage"] = Wrong("channel_not_found", when=lambda sent: sent["channel"] == "D2")

        poster.reply(Place("U1", "D2", response_url=slack.hook_url), CARD, delivery=delivery)
        poster.reply(Place("U1", "D2"), CARD, delivery=delivery, part="more")

        assert ["chat.postMessage", HOOK, "chat.postMessage", "chat.postMessage"] == slack.methods()
        assert ["D1"] == [message["channel"] for message in slack.messages]

    def test_thread_that_is_gone(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """Where the thread is gone, the answer stands beside it."""
        for method in ("chat.postMessage", "chat.postEphemeral"):
            slack.always[method] = Wrong("thread_not_found", when=lambda sent: "thread_ts" in sent)

        poster.reply(THREAD, CARD, delivery=delivery)
        posted = poster.reply(CHANNEL, CARD, delivery=delivery, part="more")

        assert [None] == [message.get("thread_ts") for message in slack.messages]
        assert Posted(Outcome.SENT, "C1", "7.0") == posted

    def test_full_message(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """A note never makes a message longer than Slack takes."""
        poster.reply(replace(CHANNEL, shared=True), Message("Long", [SECTION] * MOST_BLOCKS), delivery=delivery)

        assert MOST_BLOCKS == len(slack.messages[0]["blocks"])

    def test_no_way_at_all(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """Where Slack takes nothing in the direct messages either, whoever runs Fika learns what it said."""
        slack.always["chat.postMessage"] = Wrong("messages_tab_disabled")

        with pytest.raises(SlackRefused, match=r"refuses a message \(messages_tab_disabled\)") as refused:
            poster.reply(NOWHERE, CARD, delivery=delivery)

        assert "messages_tab_disabled" == refused.value.code


class TestLadder:
    """What Slack refuses goes out in a simpler form."""

    @pytest.mark.parametrize("code", ["invalid_blocks", "invalid_arguments", "unsupported_block", "unknown_block_type"])
    def test_classic_blocks(self, slack: Scripted, poster: Poster, delivery: int, code: str) -> None:
        """A server that does not know the newer blocks gets classic ones, with the same text."""
        slack.always["chat.postMessage"] = Wrong(code, when=has_table)

        poster.reply(DM, CARD, delivery=delivery)

        [message] = slack.messages
        assert "Acme fits" == message["text"]
        assert {"section"} == {block["type"] for block in message["blocks"]}
        assert "Size" in str(message["blocks"])

    def test_remembered_for_an_hour(self, slack: Scripted, poster: Poster, clock: Clock) -> None:
        """A server that refused the newer blocks is not asked again within the hour; other messages go as they are."""
        slack.always["chat.postMessage"] = Wrong("invalid_blocks", when=has_table)

        for _ in range(3):
            poster.reply(DM, CARD, delivery=None)
        poster.reply(DM, PLAIN, delivery=None)
        clock.pass_by(timedelta(minutes=61))
        poster.reply(DM, CARD, delivery=None)

        tried = [has_table(sent) for sent in slack.sent("chat.postMessage")]
        assert [True, False, False, False, False, True, False] == tried

    def test_one_bad_message_is_not_remembered(self, slack: Scripted, poster: Poster) -> None:
        """A message whose classic blocks are refused as well says nothing about what the server knows."""
        slack.always["chat.postMessage"] = Wrong("invalid_blocks", when=has_blocks)
        poster.reply(DM, CARD, delivery=None)
        slack.always.clear()
        poster.reply(DM, CARD, delivery=None)

        assert has_table(slack.messages[-1])

    def test_text_alone(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """Where every block is refused the text goes alone, and still carries what it answers."""
        slack.always["chat.postMessage"] = Wrong("invalid_blocks", when=has_blocks)

        poster.reply(DM, CARD, delivery=delivery)

        [message] = slack.messages
        assert ("Acme fits", False, True) == (message["text"], "blocks" in message, "metadata" in message)

    def test_too_long(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """A text that is too long is cut, and cut again where that is still too long."""
        slack.always["chat.postMessage"] = Wrong("msg_too_long", when=lambda sent: len(sent["text"]) > 1000)

        poster.reply(DM, Message("word " * 20_000), delivery=delivery)

        lengths = [len(sent["text"]) for sent in slack.sent("chat.postMessage")]
        assert [LONGEST_TEXT, SHORT_TEXT, SHORTEST_TEXT] == [
            length + 1 if length % 10 else length for length in lengths
        ]
        assert slack.messages[0]["text"].endswith("word…")

    def test_barest(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """A server that does not even take metadata gets the text without it."""
        slack.always["chat.postMessage"] = Wrong("invalid_arguments", when=lambda sent: "metadata" in sent)

        poster.reply(DM, CARD, delivery=delivery)

        assert ["Acme fits"] == [message["text"] for message in slack.messages]

    def test_nothing_is_taken(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """Where not even a bare text is taken, whoever runs Fika learns of it."""
        slack.always["chat.postMessage"] = Wrong("invalid_arguments")

        with pytest.raises(SlackRefused, match="invalid_arguments"):
            poster.reply(DM, CARD, delivery=delivery)

    def test_blocks_that_the_sdk_refuses(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """A block that breaks a limit before it is even sent leaves the others, and the text."""
        blocks = [HeaderBlock(text="x" * 151), SectionBlock(text="Acme fits")]

        poster.reply(DM, Message("Acme fits", blocks), delivery=delivery)

        assert [["section"]] == [[block["type"] for block in message["blocks"]] for message in slack.messages]

    @pytest.mark.parametrize(("message", "text"), [(Message(" ", [SECTION]), "Acme fits"), (Message(""), LAST_RESORT)])
    def test_never_empty(self, slack: Scripted, poster: Poster, message: Message, text: str) -> None:
        """A message always has a text: its blocks' where it has none, and a sentence where those say nothing."""
        poster.reply(DM, message, delivery=None)

        assert text in slack.messages[0]["text"].replace("*", "")

    def test_through_a_url(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """A response URL has the same ladder."""
        slack.always[HOOK] = Wrong(status=400, body="invalid_blocks", when=has_blocks)

        poster.reply(Place("U1", "C1", response_url=slack.hook_url), CARD, delivery=delivery)

        assert [True, True, False] == [has_blocks(sent) for sent in slack.sent(HOOK)]
        assert "chat.postEphemeral" not in slack.methods()

    def test_ephemeral(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """What is shown in a channel has the same ladder."""
        slack.always["chat.postEphemeral"] = Wrong("invalid_blocks", when=has_table)

        posted = poster.reply(CHANNEL, CARD, delivery=delivery)

        assert (2, "7.0") == (len(slack.sent("chat.postEphemeral")), posted.ts)


class TestOnce:
    """Nothing is posted twice, and nothing is lost."""

    def test_posted(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """What was posted is not posted again; another part of the answer is."""
        outcomes = [
            poster.reply(DM, CARD, delivery=delivery, part=part).outcome for part in ("answer", "answer", "more")
        ]

        assert [Outcome.SENT, Outcome.BEFORE, Outcome.SENT] == outcomes
        assert 2 == len(slack.messages)

    def test_stopped(self, slack: Scripted, ports: Ports, poster: Poster, delivery: int, clock: Clock) -> None:
        """Nothing more is posted of what was stopped."""
        with ports.store().begin(Scope.of_team(TEAM)) as work:
            work.inbox.end(delivery, Ending.STOPPED, clock())
            work.commit()

        assert Outcome.STOPPED is poster.reply(DM, CARD, delivery=delivery).outcome
        assert Outcome.STOPPED is poster.share("C1", None, CARD, delivery=delivery).outcome
        assert [] == slack.methods()

    @pytest.mark.parametrize("place", [DM, THREAD])
    def test_found(self, slack: Scripted, ports: Ports, poster: Poster, delivery: int, place: Place) -> None:
        """An answer that arrived although Slack said otherwise is found by what it carries, and noted."""
        for _ in range(5):  # more than a page of others
            poster.reply(place, CARD, delivery=accepted(ports))
        slack.once["chat.postMessage"] = [Wrong(status=500, late=True)]
        with pytest.raises(SlackBusy) as busy:
            poster.reply(place, CARD, delivery=delivery)
        assert busy.value.sent

        posted = poster.reply(place, CARD, delivery=delivery)

        assert Posted(Outcome.BEFORE, "D1", slack.messages[-1]["ts"]) == posted
        assert 6 == len(slack.messages)
        assert Begun.POSTED is begun(ports, delivery, "answer")

    def test_not_found(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """An answer that did not arrive is posted by the second attempt."""
        slack.once["chat.postMessage"] = [Wrong(status=503)]
        with pytest.raises(SlackBusy):
            poster.reply(DM, CARD, delivery=delivery)

        assert Outcome.SENT is poster.reply(DM, CARD, delivery=delivery).outcome
        assert ["chat.postMessage", "conversations.history", "chat.postMessage"] == slack.methods()

    def test_others_are_not_taken_for_it(self, slack: Scripted, ports: Ports, poster: Poster, delivery: int) -> None:
        """Another part, another delivery and what was posted long before are not what is looked for."""
        poster.reply(DM, CARD, delivery=delivery, part="more")
        poster.reply(DM, CARD, delivery=accepted(ports))
        slack.messages.append({**slack.messages[0], "ts": "1.0"})
        slack.messages[-1]["metadata"]["event_payload"]["part"] = "answer"
        slack.messages.append({"channel": "D1", "ts": "1900000000.0", "text": "without metadata"})
        begun(ports, delivery, "answer")
        slack.messages[0] = {**slack.messages[0], "metadata": None}

        assert Outcome.SENT is poster.reply(DM, CARD, delivery=delivery).outcome

    def test_history_is_refused(self, slack: Scripted, ports: Ports, poster: Poster, delivery: int) -> None:
        """Where the direct messages cannot be read, an answer that may be there is posted once more."""
        slack.always["conversations.history"] = Wrong("missing_scope")
        begun(ports, delivery, "answer")

        assert Outcome.SENT is poster.reply(DM, CARD, delivery=delivery).outcome

    def test_found_beside_a_thread_that_is_gone(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """What was posted beside its thread, because that is gone, is found there."""
        slack.always["conversations.replies"] = Wrong("thread_not_found")
        slack.once["chat.postMessage"] = [Wrong("thread_not_found"), Wrong(status=500, late=True)]
        with pytest.raises(SlackBusy):
            poster.reply(THREAD, CARD, delivery=delivery)

        assert Outcome.BEFORE is poster.reply(THREAD, CARD, delivery=delivery).outcome

    def test_endless_history(self, slack: Scripted, ports: Ports, poster: Poster, delivery: int) -> None:
        """A history that does not end is not read for ever."""
        page = {"ok": True, "messages": [], "response_metadata": {"next_cursor": "more"}}
        slack.always["conversations.history"] = Wrong(body=json.dumps(page))
        begun(ports, delivery, "answer")

        assert Outcome.SENT is poster.reply(DM, CARD, delivery=delivery).outcome
        assert len(slack.sent("conversations.history")) <= 10

    @pytest.mark.parametrize("url", [False, True])
    def test_shown_at_most_once(self, slack: Scripted, poster: Poster, delivery: int, *, url: bool) -> None:
        """What may have been shown already is not shown again; the direct messages have it, with a note."""
        place = replace(CHANNEL, thread=None, response_url=slack.hook_url) if url else CHANNEL
        method = HOOK if url else "chat.postEphemeral"
        slack.once[method] = [Wrong(status=500, late=True)]
        with pytest.raises(SlackBusy):
            poster.reply(place, CARD, delivery=delivery)

        outcomes = [poster.reply(place, CARD, delivery=delivery).outcome for _ in range(2)]

        assert [Outcome.SENT, Outcome.BEFORE] == outcomes
        assert [method, "chat.postMessage"] == slack.methods()
        assert "I was interrupted while I answered in <#C1>" in slack.messages[0]["text"]

    @pytest.mark.parametrize("place", [DM, CHANNEL, NOWHERE])
    def test_limited(self, slack: Scripted, poster: Poster, delivery: int, place: Place) -> None:
        """What Slack did not take for its limits counts as never tried, and says how long to wait."""
        slow_down = Wrong("ratelimited", status=429, headers={"Retry-After": "7"})
        for method in ("chat.postMessage", "chat.postEphemeral"):
            slack.once[method] = [slow_down]
        with pytest.raises(SlackBusy) as busy:
            poster.reply(place, CARD, delivery=delivery)
        assert (7.0, False) == (busy.value.after, busy.value.sent)
        slack.once.clear()

        assert Outcome.SENT is poster.reply(place, CARD, delivery=delivery).outcome
        assert not {"conversations.history"} & set(slack.methods())

    def test_limited_again(self, slack: Scripted, ports: Ports, poster: Poster, delivery: int) -> None:
        """What an earlier attempt may have posted goes on being looked up, whatever stops the later one."""
        begun(ports, delivery, "answer")
        slack.once["chat.postMessage"] = [Wrong("ratelimited", status=429)]
        with pytest.raises(SlackBusy):
            poster.reply(DM, CARD, delivery=delivery)

        assert Begun.AGAIN is begun(ports, delivery, "answer")

    def test_token_is_refused(self, slack: Scripted, ports: Ports, poster: Poster, delivery: int) -> None:
        """What could not be posted for want of a token is posted once there is one."""
        slack.once["chat.postMessage"] = [Wrong("token_revoked")]
        with pytest.raises(SlackRefused, match="SLACK_BOT_TOKEN") as refused:
            poster.reply(DM, CARD, delivery=delivery)

        assert "xoxb" not in str(refused.value)
        assert Begun.FIRST is begun(ports, delivery, "answer")

    def test_slack_is_down(self, ports: Ports, clock: Clock, delivery: int) -> None:
        """While nobody is there nothing is lost: the same is tried again."""
        state = Scripted()
        with serving(state):
            poster = Poster(web_client("xoxb-1", state.api_url), ports, TEAM, clock)
        with pytest.raises(SlackBusy) as busy:
            poster.reply(DM, CARD, delivery=delivery)

        assert not busy.value.sent
        assert Begun.FIRST is begun(ports, delivery, "answer")

    def test_note_that_cannot_be_kept(self, poster: Poster, ports: Ports, delivery: int) -> None:
        """An answer that arrived is an answer, also where the database does not take the note."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("bot.store.inbox.SqlInbox.posted", _locked)
            assert Outcome.SENT is poster.reply(DM, CARD, delivery=delivery).outcome

        assert Begun.AGAIN is begun(ports, delivery, "answer")

    def test_delivery_that_is_gone(self, poster: Poster) -> None:
        """The answer to what was deleted on request in the meantime still arrives."""
        assert Outcome.SENT is poster.reply(DM, CARD, delivery=404).outcome


def _locked(*_: object) -> None:
    raise StateUnavailable("locked")


class Killed(BaseException):
    """Raised where a process ends."""


class Fuse:
    """Ends the process at its n-th chance."""

    def __init__(self, chances: int) -> None:
        self.left = chances

    def burn(self) -> None:
        """Take one chance."""
        self.left -= 1
        if self.left < 0:
            raise Killed


class MortalClient(WebClient):
    """A client in a process that may end before a call, and between a call and its answer."""

    fuse: Fuse

    def api_call(self, *args: Any, **kwargs: Any) -> Any:
        """Call Slack, if the process lives."""
        self.fuse.burn()
        answer = super().api_call(*args, **kwargs)
        self.fuse.burn()
        return answer


def mortal(slack: Scripted, ports: Ports, clock: Clock, chances: int) -> Poster:
    """A poster in a process that ends after so many chances; each transaction is a chance too."""
    fuse = Fuse(chances)
    client = MortalClient("xoxb-1", base_url=slack.api_url, retry_handlers=[])
    client.fuse = fuse

    def store() -> Any:
        fuse.burn()
        return ports.store()

    return Poster(client, replace(ports, store=store), TEAM, clock)


LIVES = [(first, second) for first in range(5) for second in range(8)]


class TestKilled:
    """A process that is killed at any point."""

    @pytest.mark.parametrize("place", [DM, THREAD])
    def test_direct_messages(self, slack: Scripted, ports: Ports, clock: Clock, place: Place) -> None:
        """However often and wherever two attempts end, a third leaves exactly one answer in the direct messages."""
        for chances in LIVES:
            slack.messages.clear()
            delivery = accepted(ports)
            _live(slack, ports, clock, place, delivery, chances)

            assert 1 == len(_answers(slack, delivery)), chances

    def test_channel(self, slack: Scripted, ports: Ports, clock: Clock) -> None:
        """In a channel an answer is shown at most once, and is never neither shown nor in the direct messages."""
        for chances in LIVES:
            delivery = accepted(ports)
            before = len(slack.sent("chat.postEphemeral"))
            _live(slack, ports, clock, CHANNEL, delivery, chances)

            shown = len(slack.sent("chat.postEphemeral")) - before
            assert shown <= 1, chances
            assert shown + len(_answers(slack, delivery)) >= 1, chances

    def test_shared_once(self, slack: Scripted, ports: Ports, clock: Clock) -> None:
        """What is shared with a channel is shared at most once; a second attempt says that it cannot know."""
        for first in range(5):
            delivery = accepted(ports)
            before = len(slack.messages)
            with suppress(Killed):
                mortal(slack, ports, clock, first).share("C1", None, CARD, delivery=delivery)
            outcome = mortal(slack, ports, clock, 99).share("C1", None, CARD, delivery=delivery).outcome

            assert {0: Outcome.SENT, 4: Outcome.BEFORE}.get(first, Outcome.UNKNOWN) is outcome
            assert len(slack.messages) - before <= 1


def _live(slack: Scripted, ports: Ports, clock: Clock, place: Place, delivery: int, chances: tuple[int, int]) -> None:
    for each in (*chances, 99):
        with suppress(Killed):
            mortal(slack, ports, clock, each).reply(place, CARD, delivery=delivery)


def _answers(slack: Scripted, delivery: int) -> list[dict[str, Any]]:
    return [each for each in slack.messages if each["metadata"]["event_payload"]["delivery"] == str(delivery)]


class TestShare:
    """A message for everybody in a channel."""

    def test_shared(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """It is posted in the thread, once."""
        outcomes = [poster.share("C1", "5.0", CARD, delivery=delivery).outcome for _ in range(2)]

        assert [Outcome.SENT, Outcome.BEFORE] == outcomes
        assert [("C1", "5.0")] == [(message["channel"], message["thread_ts"]) for message in slack.messages]

    def test_closed(self, slack: Scripted, poster: Poster, delivery: int) -> None:
        """Where Fika may not write the person learns what to do, and may try again afterwards."""
        slack.once["chat.postMessage"] = [Wrong("not_in_channel")]
        with pytest.raises(ChannelClosed, match="/invite @Fika") as closed:
            poster.share("C1", None, CARD, delivery=delivery)

        assert ("C1", "not_in_channel") == (closed.value.channel, closed.value.code)
        assert Outcome.SENT is poster.share("C1", None, CARD, delivery=delivery).outcome


class TestChange:
    """Messages that are changed."""

    def test_update(self, slack: Scripted, poster: Poster) -> None:
        """A message is changed, and its text is no longer than Slack takes of a changed one."""
        assert poster.update("D1", "1.0", Message("word " * 2000, [SECTION]))

        [sent] = slack.sent("chat.update")
        assert ("D1", "1.0", [SECTION]) == (sent["channel"], sent["ts"], sent["blocks"])
        assert len(sent["text"]) <= SHORT_TEXT

    def test_update_to_text(self, slack: Scripted, poster: Poster) -> None:
        """Where the new blocks are refused the old ones do not stay."""
        slack.always["chat.update"] = Wrong("invalid_blocks", when=has_blocks)

        assert poster.update("D1", "1.0", Message("Done", [SECTION]))
        assert [] == slack.sent("chat.update")[-1]["blocks"]

    def test_update_is_refused(self, slack: Scripted, poster: Poster) -> None:
        """A message that is gone cannot be changed, and that is no error."""
        slack.always["chat.update"] = Wrong("message_not_found")

        assert not poster.update("D1", "1.0", PLAIN)

    def test_replace(self, slack: Scripted, poster: Poster) -> None:
        """A message that was clicked on is replaced through its URL, until that is used up."""
        assert poster.replace(slack.hook_url, PLAIN)
        slack.always[HOOK] = Wrong(status=404, body="used_url")
        assert not poster.replace(slack.hook_url, PLAIN)

        first = slack.sent(HOOK)[0]
        assert (True, False) == (first["replace_original"], "response_type" in first)


FORM = {"type": "modal", "title": {"type": "plain_text", "text": "Edit"}, "blocks": [SECTION, TABLE]}
CLASSIC_FORM = {**FORM, "blocks": [SECTION]}


class TestViews:
    """Forms and Home."""

    def test_open(self, slack: Scripted, poster: Poster) -> None:
        """A form is opened as it is."""
        assert poster.open_form("1.2", FORM)
        assert [{"trigger_id": "1.2", "view": FORM}] == slack.sent("views.open")

    def test_typed(self, slack: Scripted, poster: Poster) -> None:
        """A form may be of the SDK's own type."""
        assert poster.open_form("1.2", View(type="modal", title="Edit", blocks=[SectionBlock(text="x")]))
        assert "section" == slack.sent("views.open")[0]["view"]["blocks"][0]["type"]

    @pytest.mark.parametrize("code", ["expired_trigger_id", "exchanged_trigger_id", "trigger_expired"])
    def test_too_late(self, slack: Scripted, poster: Poster, code: str) -> None:
        """Where the click was too long ago the caller learns it, to offer a button."""
        slack.always["views.open"] = Wrong(code)

        assert not poster.open_form("1.2", FORM)

    def test_busy(self, slack: Scripted, poster: Poster) -> None:
        """By the time a busy Slack takes a form the click is too long ago."""
        slack.always["views.open"] = Wrong(status=429)

        assert not poster.open_form("1.2", FORM)

    def test_classic(self, slack: Scripted, poster: Poster) -> None:
        """A server that does not know the newer blocks gets a form with classic ones, and is remembered."""
        slack.always["views.open"] = Wrong("invalid_arguments", when=lambda sent: has_table(sent["view"]))

        assert [True, True] == [poster.open_form("1.2", FORM) for _ in range(2)]
        assert [True, False, False] == [has_table(sent["view"]) for sent in slack.sent("views.open")]

    def test_refused(self, slack: Scripted, poster: Poster) -> None:
        """A form that is refused in every shape would be refused again: that is an error, not a button."""
        slack.always["views.open"] = Wrong("invalid_arguments")

        with pytest.raises(SlackRefused, match="refuses a form"):
            poster.open_form("1.2", CLASSIC_FORM)
        assert 1 == len(slack.sent("views.open"))

    @pytest.mark.parametrize(
        ("wrong", "changed"), [(None, True), (Wrong("hash_conflict"), False), (Wrong("not_found"), False)]
    )
    def test_update(self, slack: Scripted, poster: Poster, wrong: Wrong | None, *, changed: bool) -> None:
        """A form is changed where it still is the one that was looked at."""
        if wrong:
            slack.always["views.update"] = wrong

        assert changed is poster.update_form("V1", CLASSIC_FORM, "h1")
        assert ("V1", "h1") == (slack.sent("views.update")[0]["view_id"], slack.sent("views.update")[0]["hash"])

    def test_home(self, slack: Scripted, poster: Poster) -> None:
        """Home is published for one person; a server without it is no error."""
        home = {"type": "home", "blocks": [SECTION]}
        assert poster.publish_home("U1", home)
        slack.always["views.publish"] = Wrong("unknown_method")
        assert not poster.publish_home("U1", home)

        assert {"user_id": "U1", "view": home} == slack.sent("views.publish")[0]


class TestExtras:
    """What is nice to have."""

    def test_prompts(self, slack: Scripted, poster: Poster) -> None:
        """Prompts are suggested for the whole conversation."""
        poster.suggest_prompts("D1", [("Check fit", "Does Acme fit?")])

        expected = {"channel_id": "D1", "prompts": [{"title": "Check fit", "message": "Does Acme fit?"}]}
        assert [expected] == slack.sent("assistant.threads.setSuggestedPrompts")

    @pytest.mark.parametrize("wrong", [Wrong("unknown_method"), Wrong("missing_scope"), Wrong(status=404)])
    def test_absent(self, slack: Scripted, poster: Poster, clock: Clock, wrong: Wrong) -> None:
        """A method that is not there is called once an hour, and nobody notices."""
        slack.always["assistant.threads.setSuggestedPrompts"] = wrong
        for _ in range(3):
            poster.suggest_prompts("D1", [])
        clock.pass_by(timedelta(minutes=61))
        poster.suggest_prompts("D1", [])

        assert 2 == len(slack.methods())

    @pytest.mark.parametrize("wrong", [Wrong("channel_not_found"), Wrong(status=500), Wrong("invalid_auth")])
    def test_wrong(self, slack: Scripted, poster: Poster, wrong: Wrong) -> None:
        """What goes wrong this time may go well next time, and is no error either."""
        slack.always["assistant.threads.setSuggestedPrompts"] = wrong
        for _ in range(2):
            poster.suggest_prompts("D1", [])

        assert 2 == len(slack.methods())

    def test_permalink(self, slack: Scripted, poster: Poster) -> None:
        """A message has an address, where Slack gives one."""
        links = [poster.permalink("C1", "1.0")]
        for wrong in (Wrong("message_not_found"), Wrong(status=500), Wrong(body='{"ok": true}')):
            slack.always["chat.getPermalink"] = wrong
            links.append(poster.permalink("C1", "1.0"))

        assert ["https://example.com/C1/1.0", None, None, None] == links
