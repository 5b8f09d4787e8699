"""What is alive in the browser: suggestions, a sign of work, answers that grow, the stop button, and a bot that restarts."""

import threading

import pytest

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
    rep.press("does Acme fit?", exact=False)
    rep.answer("Acme: still open")

    assert "does Acme fit?" in rep.answer("does Acme fit?", by="rep")


def test_a_slow_answer_shows_that_it_is_worked_on(rep: Screen, town: Town) -> None:
    """A sign of work with a stop button, which ends it: no answer comes after that."""
    town.slack.faults.slow("users.info", 1.5)
    rep.say("does Acme fit?")
    rep.press("Stop")
    rep.answer("Stopped")
    assert town.settled()

    assert not rep.there("Stop")
    assert "Acme: still open" not in rep.text


@pytest.mark.parametrize("is_stopped", [False, True])
def test_an_answer_grows(is_stopped: bool, served: Served, opens: Opens, slack: LocalSlack) -> None:
    """In a thread each sentence shows as soon as it stands; whoever stops it keeps what was there, and is told."""
    model = HaltedModel(slack, prose((FACT, 2), ("Take it seriously.", 2)) if is_stopped else prose((FACT, 2)))
    with served(model) as town:
        head = town.person().dm("hello")
        screen = opens("rep", town.person().dm_channel.id, thread=head.ts)
        screen.find("Message thread", "textarea, [role=combobox]", exact=False).send_keys(QUESTION, "\n")
        screen.answer(FACT)
        if is_stopped:
            screen.press("Stop")
            slack.deliveries.quiet(PATIENCE)
        model.stop.set()
        if is_stopped:
            screen.answer("stays unfinished")
        else:
            screen.answer("Put together by scripted:model")

        assert town.settled()
        assert not screen.there("Stop")
        assert 1 == len([each for each in town.person().messages(thread=head.ts) if FACT in each.text and each.app])


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
