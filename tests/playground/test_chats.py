"""Chats with an assistant, and what the world tells apps of pins, files and links."""

import json
from typing import Any

import pytest

from bot.playground.acts import ClientRefuses, Person
from bot.playground.events_shape import link_shared
from bot.playground.model import Json
from bot.playground.server import LocalSlack
from tests.playground.pages import of, seen

_SCOPES = [
    "assistant:write",
    "chat:write",
    "im:history",
    "channels:history",
    "channels:read",
    "links:read",
    "pins:read",
]
_EVENTS = ["assistant_thread_started", "message.im", "message.channels", "pin_added", "pin_removed", "link_shared"]


def _manifest(**features: Any) -> Json:
    return {
        "display_information": {"name": "Assistant"},
        "features": features,
        "oauth_config": {"scopes": {"bot": _SCOPES}},
        "settings": {"event_subscriptions": {"bot_events": _EVENTS}},
    }


def _told(slack: LocalSlack) -> list[Json]:
    return [json.loads(one.body or "{}")["event"] for one in slack.deliveries.latest(20)]


def _met(slack: LocalSlack, **features: Any) -> Person:
    return slack.person("rep", slack.install(_manifest(**features), channels=["sales"]))


def test_a_chat_begins_without_a_message_of_anybody() -> None:
    """What a chat begins with is told of as a chat alone, and stands on the page as the app's."""
    with LocalSlack() as slack:
        rep = _met(slack, assistant_view={})
        chat = rep.start_chat()
        (event,) = _told(slack)
        assert event["type"] == "assistant_thread_started"
        assert event["assistant_thread"]["context"] == {}
        parts = seen(slack, rep.user.id, channel=rep.dm_channel.id)
        (shown,) = of(parts, "message")
        assert (shown["subtype"], shown["text"], shown["ts"]) == ("assistant_app_thread", chat.text, chat.ts)
        assert [one["is_assistant"] for one in of(parts, "app")] == [True]


@pytest.mark.parametrize(
    "features",
    [{}, {"agent_view": {}, "assistant_view": {}}, {"assistant_view": {}, "app_home": {"messages_tab_enabled": False}}],
)
def test_no_chat_without_an_assistant_to_write_to(features: Json) -> None:
    """Newer agents, plain apps and apps that take no messages have no chats."""
    with LocalSlack() as slack, pytest.raises(ClientRefuses, match="has no chats"):
        _met(slack, **features).start_chat()


def test_what_only_one_person_sees_is_not_pinned() -> None:
    """A private answer has no pin; another message is pinned once."""
    with LocalSlack() as slack:
        rep = _met(slack)
        sales = rep.channel("sales")
        with pytest.raises(ClientRefuses, match="cannot be pinned"):
            rep.pin(slack.world.whisper(sales, rep.user.id, "for you"))
        message = rep.say(sales, "for all")
        rep.pin(message)
        rep.pin(message)
        rep.pin(message, pinned=False)
        first, last = (one for one in _told(slack) if one["type"].startswith("pin_"))
        assert (first["type"], first["pin_count"], "has_pins" in first) == ("pin_added", "1", False)
        assert (last["type"], last["pin_count"], last["has_pins"]) == ("pin_removed", "0", False)
        assert first["item"]["message"]["ts"] == message.ts


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("<https://a.example/1|one> and <https://a.example/1>", ["https://a.example/1"]),
        ("<https://sub.a.example/?x=1&amp;y=2>", ["https://sub.a.example/?x=1&y=2"]),
        ("<https://nota.example/> <mailto:me@a.example> https://a.example", []),
    ],
)
def test_links_of_the_domains_alone(text: str, links: list[str]) -> None:
    """Each link of a domain or of one below it is told of once, and no other."""
    with LocalSlack() as slack:
        rep = _met(slack, unfurl_domains=["a.example"])
        message = rep.say("#sales", text, as_written=True)
        body = link_shared(rep.app, message, rep.channel("sales"), "1.0")
        assert [one["url"] for one in (body or {"links": []})["links"]] == links
        told = [one for one in _told(slack) if one["type"] == "link_shared"]
        assert [[link["domain"] for link in one["links"]] for one in told] == ([["a.example"]] if links else [])
