"""An assistant, the older form of agents, made with Bolt's own class for it: chats, titles, and what is beside them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from selenium.webdriver import Chrome

from bot.playground.acts import ClientRefuses, Person
from bot.playground.model import Json
from bot.playground.server import LocalSlack
from tests.page.kitchen import Kitchen, cooking, tidy
from tests.page.screen import Screen
from tests.page.stranger_assistant import MANIFEST

PROGRAM = Path(__file__).with_name("stranger_assistant.py")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kitchen]:
    """The assistant at work in a local Slack."""
    folder = tmp_path_factory.mktemp("assistant")
    with LocalSlack() as slack, cooking(slack, folder, program=PROGRAM, manifest=MANIFEST) as kitchen:
        yield kitchen


@pytest.fixture
def kitchen(running: Kitchen) -> Iterator[Kitchen]:
    """The assistant in a Slack where nothing was said; in the end nothing may have gone wrong."""
    with tidy(running) as kitchen:
        yield kitchen


@pytest.fixture
def rep(kitchen: Kitchen) -> Person:
    """A person in front of the assistant."""
    return kitchen.person()


def _events(kitchen: Kitchen) -> list[Json]:
    return [_event(one.body) for one in kitchen.slack.deliveries.latest(50)]


def _event(body: str | None) -> Json:
    found: Json = json.loads(body or "{}")["event"]
    return found


def test_a_chat_is_begun_named_and_answered(kitchen: Kitchen, rep: Person) -> None:
    """The app greets in the thread of a new chat, names it, and answers there; the next chat is one of its own."""
    chat = rep.start_chat()
    rep.wait_for_message("What shall we grind?", thread=chat.ts)
    rep.quiet()
    rep.say(None, "wheat", chat.ts)
    rep.wait_for_message("Ground: wheat", thread=chat.ts)
    rep.quiet()
    other = rep.start_chat()
    rep.wait_for_message("What shall we grind?", thread=other.ts)
    assert [one.text for one in rep.chats()] == ["wheat", "New Assistant thread"]
    assert rep.status(None, chat.ts) == ""


def test_the_events_are_those_that_are_documented(kitchen: Kitchen, rep: Person) -> None:
    """What the app is told of a chat has the fields that Slack documents, and no others."""
    sales = rep.channel("sales")
    chat = rep.start_chat("sales")
    rep.wait_for_message("What shall we grind?", thread=chat.ts)
    rep.look_at("sales")
    rep.quiet()
    rep.say(None, "oats", chat.ts)
    rep.wait_for_message("Ground: oats", thread=chat.ts)
    rep.quiet()
    events = _events(kitchen)
    began, changed = (
        next(one for one in events if one["type"] == f"assistant_thread_{name}")
        for name in ("started", "context_changed")
    )
    where = {"channel_id": sales.id, "team_id": sales.team, "enterprise_id": None}
    thread = {"user_id": rep.user.id, "context": where, "channel_id": rep.dm_channel.id, "thread_ts": chat.ts}
    for one in (began, changed):
        assert {"type", "assistant_thread", "event_ts"} == set(one)
        assert thread == one["assistant_thread"]
    messages = [one for one in events if one["type"] == "message"]
    assert not [one for one in messages if one.get("subtype") == "assistant_app_thread"]
    said = next(one for one in messages if one.get("text") == "oats")
    assert (chat.ts, "im") == (said["thread_ts"], said["channel_type"])
    named = next(one for one in messages if one.get("message", {}).get("subtype") == "assistant_app_thread")
    titles = [named[one]["assistant_app_thread"]["title"] for one in ("previous_message", "message")]
    assert ["New Assistant thread", "oats"] == titles
    assert "bot_id" not in named["message"]


def test_the_app_knows_what_is_beside(rep: Person, kitchen: Kitchen) -> None:
    """The channel that is looked at is known to the app through its own store, also once another is looked at."""
    chat = rep.start_chat("sales")
    rep.wait_for_message("What shall we grind?", thread=chat.ts)
    rep.quiet()
    rep.say(None, "What is this channel?", chat.ts)
    rep.wait_for_message("Beside is sales", thread=chat.ts)
    rep.quiet()
    rep.look_at("with-partner")
    rep.quiet()
    rep.say(None, "What is this channel?", chat.ts)
    rep.wait_for_message("Beside is with-partner", thread=chat.ts)


def test_what_no_chat_can_be_begun_with(kitchen: Kitchen, rep: Person) -> None:
    """Only an assistant has chats, and only one with a chat is told what is looked at."""
    with pytest.raises(ClientRefuses, match="There is no chat with Miller"):
        rep.look_at("sales")
    plain = kitchen.slack.install({"display_information": {"name": "Plain"}})
    with pytest.raises(ClientRefuses, match="Plain has no chats"):
        kitchen.slack.person("rep", plain).start_chat()


def _open(kitchen: Kitchen, window: Chrome, **where: str) -> Screen:
    base: Any = kitchen.slack.base_url
    window.get(f"{base}/page/blank")
    window.execute_script("sessionStorage.clear(); localStorage.clear()")
    window.get(f"{base}/?{urlencode({'person': kitchen.person().user.id, **where})}")
    return Screen(window, base)


def test_chats_on_the_page(kitchen: Kitchen, window: Chrome) -> None:
    """Whoever opens an assistant finds a chat begun, asks by a prompt, begins another and finds both by their titles."""
    rep = kitchen.person()
    screen = _open(kitchen, window, channel=rep.channel("sales").id)
    screen.press("Miller", exact=False)
    screen.see("Chat", "What shall we grind?", "Ask of flour")
    screen.press("This channel")
    screen.see("Beside is sales")
    rep.quiet()
    screen.press("New chat")
    screen.see_no_more("Beside is sales")
    screen.see("What shall we grind?")
    screen.find("Message", "textarea, [role=textbox], [role=combobox]", exact=False).send_keys("barley\n")
    screen.see("Ground: barley")
    rep.quiet()
    assert [one.text for one in rep.chats()] == ["What is this channel?", "barley"]
    screen.press("What is this channel?", exact=False)
    screen.see("Beside is sales")
    screen.press("with-partner", exact=False)
    kitchen.slack.world.wait_for(lambda: len(_contexts(kitchen)) or None, 10)
    rep.quiet()
    assert [one["assistant_thread"]["context"]["channel_id"] for one in _contexts(kitchen)] == [
        rep.channel("with-partner").id
    ]


def _contexts(kitchen: Kitchen) -> list[Json]:
    return [one for one in _events(kitchen) if one["type"] == "assistant_thread_context_changed"]
