"""Events: what the Events API sends, as Slack writes it, and to whom.

An app gets an event only where its manifest subscribes to it and its scopes allow it. Events follow from the changes of
the world, whoever made them: a person's message, another app's and the app's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.playground.api.shapes import chat_json, message_json
from bot.playground.delivery import Deliveries, Delivery, Kind, written
from bot.playground.events_shape import TOKEN, channel_type, file_shared, link_shared, pin_changed
from bot.playground.model import Change, Channel, Installed, Json, Message
from bot.playground.world import World

_HISTORY = {"im": "im:history", "mpim": "mpim:history", "group": "groups:history", "channel": "channels:history"}
_SUBSCRIPTION = {"im": "message.im", "mpim": "message.mpim", "group": "message.groups", "channel": "message.channels"}
_SCOPES = {
    "app_mention": "app_mentions:read",
    "agent_session_stopped": "assistant:write",
    "app_context_changed": "assistant:write",
    "reaction_added": "reactions:read",
    "reaction_removed": "reactions:read",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
    "pin_added": "pins:read",
    "pin_removed": "pins:read",
    "file_shared": "files:read",
    "link_shared": "links:read",
}
_CHANGED = ("message_changed", "message_deleted")


@dataclass(frozen=True, slots=True)
class Event:
    """An event with what decides who gets it."""

    body: Json
    subscription: str
    scope: str | None = None
    channel: Channel | None = None


def envelope(app: Installed, event: Json, event_id: str, time: int, *, shared: bool = False) -> Json:
    """An event as it is delivered."""
    authorization = {
        "enterprise_id": None,
        "team_id": app.team,
        "user_id": app.bot_user,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": TOKEN,
        "team_id": app.team,
        "context_team_id": app.team,
        "context_enterprise_id": None,
        "api_app_id": app.app,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": time,
        "authorizations": [authorization],
        "is_ext_shared_channel": shared,
        "event_context": f"4-{event_id}",
    }


def of_type(type_: str, ts: str, channel: Channel | None = None, **more: Any) -> Event:
    """An event that is no message."""
    where = {"channel": channel.id} if channel else {}
    body = {"type": type_, **more, **where, "event_ts": ts}
    return Event(body, type_, _SCOPES.get(type_), channel)


def _plain(body: Json, channel: Channel) -> Event:
    return Event(body, body["type"], _SCOPES[body["type"]], channel)


def message_event(world: World, message: Message, channel: Channel) -> Event:
    """A message that somebody posted."""
    where = {"channel": channel.id, "event_ts": message.ts, "channel_type": channel_type(channel)}
    body = message_json(world, message) | where
    if channel.is_ext_shared:
        body |= {"user_team": message.team, "source_team": message.team, "user_profile": {"team": message.team}}
    return Event(body, _SUBSCRIPTION[channel_type(channel)], _HISTORY[channel_type(channel)], channel)


def mention_event(world: World, message: Message, channel: Channel) -> Event:
    """The same message, sent because it mentions the app."""
    body = message_event(world, message, channel).body | {"type": "app_mention"}
    body.pop("channel_type")
    return Event(body, "app_mention", _SCOPES["app_mention"], channel)


def changed_event(world: World, change: Change, channel: Channel, ts: str) -> Event:
    """A message that was edited or deleted."""
    message: Message = change.item
    now = message_json(world, message)
    before = now | (change.detail or {})
    if message.is_chat:
        before["assistant_app_thread"] = chat_json(before["text"], before["blocks"])
    edited = change.kind == "message_changed"
    body: Json = {"type": "message", "subtype": change.kind, "hidden": True, "ts": ts, "event_ts": ts}
    body |= {"previous_message": before, "channel": channel.id, "channel_type": channel_type(channel)}
    body |= {"message": now} if edited else {"deleted_ts": message.ts}
    return Event(body, _SUBSCRIPTION[channel_type(channel)], _HISTORY[channel_type(channel)], channel)


def wanted(app: Installed, event: Event) -> bool:
    """Whether an app is to get an event: it subscribes to it, and may."""
    if event.subscription == "app_context_changed" and "agent_view" not in app.manifest.get("features", {}):
        return False
    return event.subscription in app.events and (event.scope is None or event.scope in app.scopes)


@dataclass(slots=True)
class Herald:
    """Turns what happens in the world into events for its apps."""

    world: World
    deliveries: Deliveries

    def tell(self, app: Installed, event: Event) -> None:
        """Send an event to an app, if it is to get it."""
        if not wanted(app, event):
            return
        with self.world.lock:
            id_ = self.world.passing.next("Ev0")
            shared = event.channel is not None and event.channel.is_ext_shared
            payload = envelope(app, event.body, id_, int(self.world.now()), shared=shared)
            self.deliveries.send(Delivery(app, Kind.EVENT, str(event.body["type"]), id_, written(payload)))

    def noticed(self, change: Change) -> None:
        """Send the events that follow from a change; the world's lock is held."""
        if change.kind == "uninstalled":
            self._uninstalled(change.item)
            return
        channel = self.world.channels.get(change.channel or "")
        if channel is None:
            return
        for app in self.world.apps_in(channel):
            for event in self._events(change, channel, app):
                self.tell(app, event)
        if change.kind == "message":
            self._links(change.item, channel)

    def _links(self, message: Message, channel: Channel) -> None:
        """Tell of links whose domains are an app's, even an app that is not in the channel."""
        for app in [one for one in self.world.apps.values() if one.unfurl_domains and not one.revoked]:
            if message.app != app.app and self.world.sees(app.team, channel):
                body = link_shared(app, message, channel, self.world.next_ts())
                if body is not None:
                    self.tell(app, _plain(body, channel))

    def _events(self, change: Change, channel: Channel, app: Installed) -> Iterator[Event]:
        item = change.item
        if change.kind == "message" and item.streaming_until is None and not item.is_chat:
            yield message_event(self.world, item, channel)
            for file in item.files:
                yield _plain(file_shared(file, channel, self.world.next_ts()), channel)
            if f"<@{app.bot_user}>" in item.text and not channel.is_im and item.app != app.app:
                yield mention_event(self.world, item, channel)
        elif change.kind in _CHANGED and not item.streamed:
            yield changed_event(self.world, change, channel, self.world.next_ts())
        elif change.kind in {"reaction_added", "reaction_removed"}:
            where = {"type": "message", "channel": channel.id, "ts": item.ts}
            body = {"user": change.user, "reaction": change.detail, "item": where, "item_user": item.user}
            ts = self.world.next_ts()
            yield Event({"type": change.kind, **body, "event_ts": ts}, change.kind, _SCOPES[change.kind], channel)
        elif change.kind in {"pin_added", "pin_removed"}:
            yield _plain(pin_changed(self.world, change, channel), channel)
        elif change.kind in {"member_joined", "member_left"}:
            more = {"user": change.user, "channel_type": channel.id[:1], "team": channel.team}
            more |= {"inviter": change.detail} if change.kind == "member_joined" else {}
            yield of_type(f"{change.kind}_channel", self.world.next_ts(), channel, **more)

    def _uninstalled(self, app: Installed) -> None:
        ts = self.world.next_ts()
        self.tell(app, of_type("tokens_revoked", ts, tokens={"oauth": [], "bot": [app.bot_user]}))
        self.tell(app, of_type("app_uninstalled", ts))
