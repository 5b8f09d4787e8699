"""Questions to the knowledge in Slack: quoted, answered by a model, or logged as a gap."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from threading import Event, Thread

import pytest

from bot.bootstrap import slack_app
from bot.core.draft import ProseDraft, SentenceDraft, Sourced
from bot.core.gap import GapKind
from bot.flows.gaps import all_gaps
from bot.flows.search import ingest_passages
from bot.library.loader import load_pack
from bot.playground.acts_seen import all_words
from bot.playground.model import Installed
from bot.playground.server import LocalSlack
from bot.ports import Scope
from bot.ports.model import Failure, Model, Said
from bot.ports.stop import Stop
from bot.settings import Settings
from bot.slack.app import SlackApp, build
from bot.slack.client import web_client
from bot.slack.socket import serve
from tests.journeys.conftest import HARBOR, PATIENCE, UNFORGIVABLE, Town, eventually
from tests.llm.scripted import Next, ScriptedModel, prose

QUESTION = "What do we say to a CFO about implementation cost?"
FACT = "Setup is a fixed $6,000."
Served = Callable[[Model | None], AbstractContextManager[Town]]


class SlowModel(ScriptedModel):
    """Says its last word only when Slack has shown the ones before."""

    def __init__(self, slack: LocalSlack, *script: Next) -> None:
        super().__init__(*script)
        self._slack = slack

    def answer(
        self, question: str, sources: Sequence[Sourced], heard: Callable[[SentenceDraft], None]
    ) -> Said[ProseDraft]:
        """The next draft of the script, slowly."""
        said = super().answer(question, sources, heard)
        assert eventually(lambda: "chat.startStream" in streamed(self._slack))
        return said


class HaltedModel(ScriptedModel):
    """Is stopped by the rep once Slack has shown its first sentence, and goes on talking."""

    def __init__(self, slack: LocalSlack, *script: Next) -> None:
        super().__init__(*script)
        self._slack, self.stop = slack, Event()
        self.shown = Event()

    def answer(
        self, question: str, sources: Sequence[Sourced], heard: Callable[[SentenceDraft], None]
    ) -> Said[ProseDraft]:
        """The next draft of the script; what follows its first sentence comes after the stop."""

        def halted(sentence: SentenceDraft) -> None:
            heard(sentence)
            assert eventually(lambda: "chat.startStream" in streamed(self._slack))
            self.shown.set()
            assert self.stop.wait(PATIENCE)

        return super().answer(question, sources, halted)


def streamed(slack: LocalSlack) -> list[str]:
    """What was called of streams."""
    return [each.method for each in slack.world.calls if each.method.endswith("Stream")]


@pytest.fixture
def served(slack: LocalSlack, installed: Installed, settings: Settings) -> Iterator[Served]:
    """Fika with a language model, or with none; the pack is ingested."""

    @contextmanager
    def serving(model: Model | None = None) -> Iterator[Town]:
        app = _with(model, slack, installed, settings)
        ingest_passages(load_pack(HARBOR).pack, app.service.ports)
        stop = Stop()
        thread = Thread(target=serve, args=(app, installed.app_token, stop, PATIENCE), daemon=True)
        thread.start()
        assert slack.connected(installed)
        try:
            yield Town(slack, installed, app, settings.home)
        finally:
            stop.tell()
            thread.join(PATIENCE)
        assert not thread.is_alive()

    yield serving
    assert [] == [each for each in slack.world.refusals if each.error in UNFORGIVABLE]
    assert [] == slack.world.hazards


def _with(model: Model | None, slack: LocalSlack, installed: Installed, settings: Settings) -> SlackApp:
    made = slack_app(settings).service
    service = replace(made, ports=replace(made.ports, model=lambda: model))
    return build(service, web_client(installed.bot_token, slack.api_url), "", "one", 4)


def test_without_a_model_the_passages_are_quoted(served: Served) -> None:
    """The best ones, with their titles."""
    with served(None) as town:
        rep = town.person()
        rep.dm(QUESTION)
        answer = rep.wait_for_message("What the knowledge says")

    assert FACT.removesuffix(".") in all_words(answer)
    assert "language model" not in all_words(answer)


def test_with_a_model_every_sentence_says_where_it_stands(served: Served) -> None:
    """It is a sentence of a passage, and that passage stands below it."""
    model = ScriptedModel(prose((FACT, 2)))
    with served(model) as town:
        rep = town.person()
        rep.dm(QUESTION)
        answer = rep.wait_for_message("Put together by scripted:model")

    assert f"{FACT} [2]" == answer.text.partition("\n")[0]
    assert "[2] Objection: implementation will cost more than the license" in all_words(answer)


def test_in_a_thread_the_answer_grows_and_is_one_message(served: Served, slack: LocalSlack) -> None:
    """Each sentence is shown as soon as it stands; in the end it is the card, and what is said next is about it."""
    with served(SlowModel(slack, prose((FACT, 2)))) as town:
        rep = town.person()
        head = rep.dm("hello")
        rep.dm(QUESTION, thread=head.ts)
        rep.wait_for_message("Put together by scripted:model", thread=head.ts)
        assert town.settled()
        posted = [each for each in rep.messages(thread=head.ts) if each.app]

    assert ["chat.startStream", "chat.stopStream"] == streamed(slack)
    assert [f"{FACT} [2]"] == [each.text.partition("\n")[0] for each in posted]


def test_what_is_dropped_in_the_middle_leaves_the_passages_alone(served: Served, slack: LocalSlack) -> None:
    """The second sentence does not stand: the message that was begun becomes the quoted passages."""
    with served(SlowModel(slack, prose((FACT, 2), ("Setup is free.", 1)))) as town:
        rep = town.person()
        head = rep.dm("hello")
        rep.dm(QUESTION, thread=head.ts)
        answer = rep.wait_for_message("What the knowledge says", thread=head.ts)
        assert town.settled()
        posted = [each for each in rep.messages(thread=head.ts) if each.app]

    assert [answer.ts] == [each.ts for each in posted]
    assert "Setup is free" not in all_words(posted[0])


@pytest.mark.parametrize("rest", [(("Take it seriously.", 2),), (("Setup is free.", 2),)])
def test_what_was_stopped_says_no_more(rest: tuple[tuple[str, int], ...], served: Served, slack: LocalSlack) -> None:
    """What was shown until then stands, and below it that it is not finished; whatever the model says after that."""
    model = HaltedModel(slack, prose((FACT, 2), *rest))
    with served(model) as town:
        rep = town.person()
        head = rep.dm("hello")
        rep.dm(QUESTION, thread=head.ts)
        assert model.shown.wait(PATIENCE)
        rep.stop(None, head.ts)
        slack.deliveries.quiet(PATIENCE)  # before the model goes on, Fika has heard of it
        model.stop.set()
        rep.wait_for_message("stays unfinished", thread=head.ts)
        assert town.settled()
        begun, stopped = (each for each in rep.messages(thread=head.ts) if each.app)

    assert begun.text.endswith(FACT)
    assert "Stopped." in stopped.text
    assert "chat.update" not in {each.method for each in slack.world.calls}


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (prose(("Setup is free.", 1)), "What the language model said was dropped"),
        (Failure.TIMEOUT, "The language model did not answer in time."),
    ],
)
def test_what_does_not_stand_is_never_shown(said: Next, why: str, served: Served) -> None:
    """The passages are quoted, and why there is no more is said."""
    with served(ScriptedModel(said)) as town:
        rep = town.person()
        rep.dm(QUESTION)
        answer = rep.wait_for_message("What the knowledge says")

    assert why in all_words(answer)
    assert "Setup is free" not in all_words(answer)


@pytest.mark.parametrize(
    "asked", ["Who won the world cup in 1998?", f"Who won the world cup {'so very ' * 300}in 1998?"]
)
def test_what_is_not_in_the_knowledge_is_logged_at_one_click(asked: str, served: Served) -> None:
    """This very question, however long, even after others; a second click adds nothing."""
    with served(None) as town:
        rep = town.person()
        rep.dm(asked)
        answer = rep.wait_for_message("Not in the knowledge")
        rep.dm("does Acme fit?")
        rep.wait_for_message("Acme")
        rep.click(answer, "Log it as a gap")
        told = rep.wait_for_message("Logged a gap")
        rep.click(answer, "Log it as a gap")
        again = rep.wait_for_message("Logged a gap")
        gaps = all_gaps(town.ports, Scope(town.installed.team, "harbor"))

    assert [(GapKind.KNOWLEDGE, " ".join(asked.split()), None)] == [(g.kind, g.what, g.account_id) for g in gaps]
    assert [1] == [len(each.voices) for each in gaps]
    assert "a question we cannot answer" in all_words(told)
    assert all_words(told) == all_words(again)


def test_a_question_that_is_logged_in_words(served: Served) -> None:
    """What was asked last is remembered where it was asked."""
    with served(None) as town:
        rep = town.person()
        rep.dm("Who won the world cup in 1998?")
        rep.wait_for_message("Not in the knowledge")
        rep.dm("log it")
        rep.wait_for_message("Logged a gap")
        gaps = all_gaps(town.ports, Scope(town.installed.team, "harbor"))

    assert ["Who won the world cup in 1998?"] == [each.what for each in gaps]


def test_a_question_that_is_gone(served: Served) -> None:
    """The rep is told to ask again, and nothing is logged."""
    with served(None) as town:
        rep = town.person()
        rep.dm("does Acme fit?")
        rep.forge(rep.wait_for_message("Acme"), "log_question", '{"delivery":999}')
        rep.wait_for_message("I do not have that question any more")

        assert [] == all_gaps(town.ports, Scope(town.installed.team, "harbor"))
