"""Answers that are shown while they are made: one message in the end, whatever Slack does to the stream."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.playground.model import Message as Shown
from bot.playground.server import LocalSlack
from bot.ports import Scope
from bot.slack.client import web_client
from bot.slack.delivered import Outcome, Posted
from bot.slack.errors import SlackBusy
from bot.slack.live import Live
from bot.slack.message import Message
from bot.slack.place import Place
from bot.slack.post import Poster
from bot.slack.views.elements import section
from tests.slack.scripted import accepted
from tests.slack.test_post_local import MANIFEST, now
from tests.small import ports_at

WHOLE = Message("The whole answer.", [section("The whole answer.")])
FIRST, SECOND = "Setup is a fixed $6,000.", "It takes <!channel> four weeks."


class Stage:
    """A thread in somebody's direct messages."""

    def __init__(self, slack: LocalSlack, home: Path) -> None:
        self.slack, self.ports = slack, ports_at(home)
        self.app = slack.install(MANIFEST, channels=["sales"])
        self.rep = slack.person("rep")
        self.head = self.rep.dm("hello")
        self.asked = self.rep.dm("what does it cost?", thread=self.head.ts)
        client = web_client(self.app.bot_token, slack.api_url)
        self.poster = Poster(client, self.ports, self.app.team, now)
        self.delivery = accepted(self.ports, now(), self.app.team)
        self.place = Place(self.rep.user.id, self.rep.dm_channel.id, self.head.ts, at=self.asked.ts)

    def live(self) -> Live:
        """An attempt begins."""
        live = self.poster.live(self.place, self.delivery)
        assert live is not None
        return live

    def complete(self, live: Live) -> Posted:
        """It comes to its end."""
        return self.poster.reply(self.place, WHOLE, delivery=self.delivery, streamed=live.end())

    def says(self, *sentences: str) -> Live:
        """An attempt that says some sentences, each once Slack has shown the one before, or shows nothing more."""
        live, before = self.live(), len(self.calls())
        for count, each in enumerate(sentences, 1):
            live(each)
            self._until(live, before + count)
        return live

    def _until(self, live: Live, calls: int) -> None:
        until = time.monotonic() + 30
        while live.is_open and len(self.calls()) < calls:
            assert time.monotonic() < until
            time.sleep(0.01)

    def calls(self) -> list[str]:
        """What was called of the stream so far."""
        return [
            each.method for each in self.slack.world.calls if each.method in {"chat.startStream", "chat.appendStream"}
        ]

    @property
    def posted(self) -> list[Shown]:
        """What of ours is in the thread."""
        return [each for each in self.rep.messages(thread=self.head.ts) if each.app]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """A workspace in which nothing dangerous is ever shown."""
    with LocalSlack() as slack:
        yield Stage(slack, tmp_path)
        assert [] == slack.world.hazards


def test_sentence_by_sentence(stage: Stage) -> None:
    """In the thread of the question; in the end the same message is the whole answer."""
    live = stage.says(FIRST, SECOND)
    live.end()
    [begun] = stage.posted
    text = begun.text
    posted = stage.complete(live)

    assert r"Setup is a fixed $6,000. It takes \<!channel\> four weeks." == text
    assert Posted(Outcome.SENT, stage.place.channel or "", begun.ts) == posted
    assert [WHOLE.text] == [each.text for each in stage.posted]
    assert Posted(Outcome.BEFORE, posted.channel, posted.ts) == stage.complete(stage.live())


def test_nothing_said_nothing_shown(stage: Stage) -> None:
    """What is answered at once is posted as everything is."""
    assert Outcome.SENT is stage.complete(stage.live()).outcome
    assert ([], 1) == (stage.calls(), len(stage.posted))


@pytest.mark.parametrize("error", ["missing_scope", "method_not_supported_for_channel_type", "invalid_arguments"])
def test_where_slack_takes_no_stream(error: str, stage: Stage) -> None:
    """The answer is posted whole."""
    stage.slack.faults.refuse("chat.startStream", error)
    live = stage.says(FIRST, SECOND)

    assert Outcome.SENT is stage.complete(live).outcome
    assert [WHOLE.text] == [each.text for each in stage.posted]


@pytest.mark.parametrize("method", ["chat.appendStream", "chat.stopStream"])
@pytest.mark.parametrize("error", ["message_not_in_streaming_state", "ratelimited"])
def test_a_stream_that_dies(method: str, error: str, stage: Stage) -> None:
    """What was begun is completed all the same."""
    stage.slack.faults.refuse(method, error)
    live = stage.says(FIRST, SECOND)

    assert Outcome.SENT is stage.complete(live).outcome
    assert [WHOLE.text] == [each.text for each in stage.posted]


@pytest.mark.parametrize("fault", ["busy", "lost"])
def test_a_stream_of_which_nobody_knows(fault: str, stage: Stage) -> None:
    """Whether it arrived or not, there is one message in the end."""
    if fault == "busy":
        stage.slack.faults.break_down("chat.startStream")
    else:
        stage.slack.faults.lose_answer("chat.startStream")
    live = stage.says(FIRST)

    assert Outcome.SENT is stage.complete(live).outcome
    assert [WHOLE.text] == [each.text for each in stage.posted]


def test_whoever_comes_after_completes_what_was_begun(stage: Stage) -> None:
    """A second attempt streams nothing, finds the half message, and changes it."""
    half = stage.says(FIRST)
    half.end()
    again = stage.live()
    again(FIRST)
    posted = stage.complete(again)

    assert [WHOLE.text] == [each.text for each in stage.posted]
    assert [stage.posted[0].ts, 1] == [posted.ts, len(stage.calls())]


def test_whoever_comes_after_the_last_step_changes_nothing(stage: Stage) -> None:
    """The whole answer carries its mark: it is found, though nobody noted that it arrived."""
    posted = stage.complete(stage.says(FIRST))
    with stage.ports.store().begin(Scope.of_team(stage.app.team)) as work:
        work.inbox.not_posted(stage.delivery, "answer")
        work.inbox.begin_part(stage.delivery, "answer")
        work.commit()
    edited = stage.posted[0].edited
    again = stage.complete(stage.live())

    assert Posted(Outcome.BEFORE, posted.channel, posted.ts) == again
    assert [edited] == [each.edited for each in stage.posted]


def test_what_cannot_be_changed_is_taken_away(stage: Stage) -> None:
    """A half message never stands beside the answer."""
    stage.slack.faults.refuse("chat.update", "cant_update_message", times=None)
    live = stage.says(FIRST)

    assert Outcome.SENT is stage.complete(live).outcome
    assert [WHOLE.text] == [each.text for each in stage.posted]


def test_slack_is_busy_at_the_end(stage: Stage) -> None:
    """It is put off, and the next attempt completes it."""
    stage.slack.faults.break_down("chat.update")
    with pytest.raises(SlackBusy):
        stage.complete(stage.says(FIRST))

    assert Outcome.SENT is stage.complete(stage.live()).outcome
    assert [WHOLE.text] == [each.text for each in stage.posted]


def test_where_nobody_may_look(stage: Stage) -> None:
    """An answer that is there twice does less harm than none."""
    stage.says(FIRST).end()
    stage.slack.faults.refuse("conversations.replies", "missing_scope", times=None)
    stage.slack.faults.refuse("conversations.history", "missing_scope", times=None)

    assert Outcome.SENT is stage.complete(stage.live()).outcome
    assert WHOLE.text in [each.text for each in stage.posted]


@pytest.mark.parametrize("place", [Place("U1", "D1", at="1.1"), Place("U1", "C1", "1.0", at="1.1"), Place("U1")])
def test_only_in_a_thread_of_the_direct_messages(place: Place, stage: Stage) -> None:
    """Elsewhere an answer is for one person's eyes, or stands beside the question."""
    assert stage.poster.live(place, 1) is None
