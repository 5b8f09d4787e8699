"""What is alive in the browser: suggestions, a sign of work, answers that grow, the stop button, and a bot that restarts."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bot.bootstrap import slack_app
from bot.playground.model import Installed
from bot.playground.server import LocalSlack
from bot.settings import Settings
from bot.slack.serving import Stop
from bot.slack.socket import serve
from tests.journeys.conftest import PATIENCE, Town, eventually
from tests.journeys.test_knowledge import FACT, QUESTION, HaltedModel, Served, served
from tests.llm.scripted import prose
from tests.page.conftest import Opens
from tests.page.screen import Screen

__all__ = ["served"]


def test_what_is_suggested_is_asked_with_one_press(rep: Screen, town: Town) -> None:
    """Suggestions stand there at first; one press asks, and then they are gone."""
    rep.press("Whom do we sell to?")
    rep.answer("Sell to them first")
    asked = rep.answer(by="rep")

    assert not rep.there("Whom do we sell to?")
    assert "who do we sell to" in asked.casefold() or "icp" in asked.casefold()


def test_a_slow_answer_shows_that_it_is_worked_on(rep: Screen, town: Town) -> None:
    """A sign of work with a stop button, which ends it: no answer comes after that, but a word that it was stopped."""
    town.slack.faults.slow("users.info", 4)
    rep.say("does Acme fit?")
    rep.press("Stop")
    rep.answer("Stopped")
    assert town.settled()

    assert not rep.there("Stop")
    assert "Acme: still open" not in rep.text


@contextmanager
def _growing(served: Served, opens: Opens, slack: LocalSlack, *after: tuple[str, int]) -> Iterator[Screen]:
    """A thread in which the first sentence of an answer stands; then what a test does; then the model goes on."""
    model = HaltedModel(slack, prose((FACT, 2), *after))
    with served(model) as town:
        head = town.person().dm("hello")
        screen = opens("rep", town.person().dm_channel.id, thread=head.ts)
        screen.find("Message thread", "textarea", exact=False).send_keys(QUESTION, "\n")
        screen.answer(FACT)
        yield screen
        model.stop.set()
        screen.answer("stays unfinished" if after else "Put together by scripted:model")
        assert town.settled()
        screen.wait(lambda: not screen.there("Stop"), "no button to stop")
        assert 1 == len([each for each in town.person().messages(thread=head.ts) if FACT in each.text and each.app])


def test_an_answer_grows(served: Served, opens: Opens, slack: LocalSlack) -> None:
    """In a thread each sentence shows as soon as it stands, with a way to stop it, and in the end it is one message."""
    with _growing(served, opens, slack) as screen:
        assert screen.there("Stop")
        assert "Put together" not in screen.text


def test_an_answer_is_stopped(served: Served, opens: Opens, slack: LocalSlack) -> None:
    """What stood there when it was stopped stays, nothing is added, and that it is not finished is said."""
    with _growing(served, opens, slack, ("Take it seriously.", 2)) as screen:
        before = len(slack.deliveries.tracks)
        screen.press("Stop")
        assert eventually(lambda: len(slack.deliveries.tracks) > before)
        slack.deliveries.quiet(PATIENCE)  # before the model goes on, Fika has heard of it
    assert "Take it seriously." not in screen.text


def _serving(settings: Settings, installed: Installed) -> tuple[Stop, threading.Thread]:
    stop = Stop()
    app = slack_app(settings)
    thread = threading.Thread(target=serve, args=(app, installed.app_token, stop, PATIENCE), daemon=True)
    thread.start()
    return stop, thread


def test_the_bot_restarts_under_an_open_page(
    settings: Settings, slack: LocalSlack, installed: Installed, opens: Opens
) -> None:
    """While it is away the page says so; what was written meanwhile stays, and what is asked afterwards is answered."""
    stop, thread = _serving(settings, installed)
    assert slack.connected(installed)
    screen = opens("rep", slack.person("rep", installed).dm_channel.id)
    screen.say("does Acme fit?")
    screen.answer("Computed by rules")
    stop.tell()
    thread.join(PATIENCE)
    screen.see("not connected")
    stop, thread = _serving(settings, installed)
    screen.see_no_more("not connected")
    screen.press("Show why")
    why = screen.answer("Acme")
    stop.tell()
    thread.join(PATIENCE)

    assert why
    assert eventually(lambda: not thread.is_alive())
