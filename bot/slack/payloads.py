"""Payloads: what Slack sends, as frozen models. A payload becomes one of these on a listener's first line.

Only what Fika uses is read; everything else in a payload may change without notice.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.slack.place import Place
from bot.slack.values import V, Where, decoded

Body = Mapping[str, Any]

STOPPED = "fika_stopped"
"""The key under which a stop is kept with the deliveries that it stopped."""

IGNORED_SUBTYPES_BUT = frozenset({"file_share", "thread_broadcast", "me_message"})
"""The subtypes of messages that people write; all others report something that happened to a message or a channel."""
_NAMES = frozenset({"token", "user_name", "username", "channel_name", "team_domain", "domain", "enterprise_name"})
"""Parts of a payload that are not kept: the old verification token, and names of people and places."""


def said_at(ts: str) -> datetime | None:
    """When a message was written, by its timestamp; None where there is none."""
    try:
        return datetime.fromtimestamp(float(ts), UTC)
    except (ValueError, OverflowError, OSError):
        return None


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody wrote a message to Fika: in the DM, or with a mention."""

    user: str
    text: str
    place: Place
    at: datetime | None
    stranger: bool
    """Whether the person belongs to another company."""

    @classmethod
    def of(cls, body: Body) -> "Said":
        """From an event."""
        event = body["event"]
        channel, ts = event["channel"], event["ts"]
        shared = bool(body.get("is_ext_shared_channel"))
        place = Place(event["user"], channel, event.get("thread_ts"), at=ts, shared=shared)
        home = body.get("team_id")
        theirs = event.get("user_team") or event.get("team") or home
        return cls(event["user"], event.get("text") or "", place, said_at(ts), stranger=shared and theirs != home)


@dataclass(frozen=True, slots=True)
class Command:
    """Somebody used the slash command."""

    user: str
    text: str
    place: Place
    trigger: str

    @classmethod
    def of(cls, body: Body) -> "Command":
        """From a command."""
        place = Place(body["user_id"], body.get("channel_id"), response_url=body.get("response_url"))
        return cls(body["user_id"], body.get("text") or "", place, body.get("trigger_id") or "")


@dataclass(frozen=True, slots=True)
class Click:
    """Somebody clicked a button or chose an option."""

    user: str
    act: str
    value: str | None
    place: Place
    trigger: str
    on_home: bool
    ephemeral: bool
    at: datetime | None
    ticked: tuple[str, ...] = ()
    """The values of all boxes that are ticked, and of what is chosen in menus that take several, beside the click."""

    @classmethod
    def of(cls, body: Body) -> "Click":
        """From a block action; the first of its actions counts."""
        action = body["actions"][0]
        container = body.get("container") or {}
        return cls(
            user=body["user"]["id"],
            act=action["action_id"],
            value=_chosen(action),
            place=_clicked_at(body, container),
            trigger=body.get("trigger_id") or "",
            on_home=(body.get("view") or {}).get("type") == "home",
            ephemeral=bool(container.get("is_ephemeral")),
            at=said_at(action.get("action_ts") or ""),
            ticked=tuple(_ticked((body.get("state") or {}).get("values") or {})),
        )

    def carries(self, kind: type[V]) -> V:
        """What the button carries.

        Raises:
            ValueForged: it is not of that form.
        """
        return decoded(kind, self.value)


def _chosen(action: Body) -> str | None:
    option = action.get("selected_option")
    value = option.get("value") if isinstance(option, Mapping) else action.get("value")
    return value if isinstance(value, str) else None


_SEVERAL = frozenset({"checkboxes", "multi_static_select"})


def _ticked(states: Mapping[str, Body]) -> Iterator[str]:
    for inputs in states.values():
        for state in inputs.values():
            options = state.get("selected_options") if state.get("type") in _SEVERAL else ()
            yield from (str(each.get("value")) for each in options or ())


def _clicked_at(body: Body, container: Body) -> Place:
    user, channel = body["user"]["id"], (body.get("channel") or {}).get("id") or container.get("channel_id")
    message = body.get("message") or {}
    at = container.get("message_ts") or message.get("ts")
    thread = container.get("thread_ts") or message.get("thread_ts")
    # In the DM an answer is a message like any other; elsewhere it goes through the response URL of what was clicked.
    direct = channel is not None and channel.startswith("D") and not container.get("is_ephemeral")
    response_url = None if direct else body.get("response_url")
    return Place(user, channel, thread, at=at, response_url=response_url)


@dataclass(frozen=True, slots=True)
class Submitted:
    """Somebody submitted a form."""

    user: str
    form: str
    metadata: str
    values: Mapping[str, Mapping[str, Any]]
    """The state of each input, by block id."""

    @classmethod
    def of(cls, body: Body) -> "Submitted":
        """From a view submission."""
        view = body["view"]
        states = (view.get("state") or {}).get("values") or {}
        values: dict[str, Mapping[str, Any]] = {
            block: next(iter(inputs.values()), {}) for block, inputs in states.items()
        }
        return cls(body["user"]["id"], view.get("callback_id") or "", view.get("private_metadata") or "", values)

    def remembers(self, kind: type[V]) -> V:
        """What the form remembers.

        Raises:
            ValueForged: it is not of that form.
        """
        return decoded(kind, self.metadata)

    def text(self, block: str) -> str:
        """What was typed or chosen in one input; empty where nothing was."""
        state = self.values.get(block) or {}
        if isinstance(option := state.get("selected_option"), Mapping):
            return str(option.get("value") or "")
        for key in ("value", "selected_conversation", "selected_channel", "selected_user"):
            if isinstance(state.get(key), str):
                return str(state[key]).strip()
        return ""

    def many(self, block: str) -> tuple[str, ...]:
        """What was chosen in one input that takes several."""
        state = self.values.get(block) or {}
        options = state.get("selected_options") or ()
        return tuple(str(each.get("value")) for each in options) or tuple(state.get("selected_users") or ())

    def has(self, block: str) -> bool:
        """Whether the form has that input."""
        return block in self.values


@dataclass(frozen=True, slots=True)
class OnMessage:
    """Somebody used a shortcut on a message."""

    user: str
    text: str
    place: Place
    trigger: str

    @classmethod
    def of(cls, body: Body) -> "OnMessage":
        """From a message shortcut."""
        message, channel = body.get("message") or {}, (body.get("channel") or {}).get("id")
        ts = message.get("ts")
        place = Place(
            body["user"]["id"], channel, message.get("thread_ts"), at=ts, response_url=body.get("response_url")
        )
        return cls(place.user, message.get("text") or "", place, body.get("trigger_id") or "")


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody opened Fika's Home or its messages."""

    user: str
    tab: str
    channel: str

    @classmethod
    def of(cls, body: Body) -> "Opened":
        """From an event."""
        event = body["event"]
        return cls(event["user"], event.get("tab") or "", event.get("channel") or "")


@dataclass(frozen=True, slots=True)
class Halt:
    """Somebody pressed the stop button."""

    user: str
    place: Place
    stopped: tuple[int, ...]
    """The deliveries that were stopped by it."""

    @classmethod
    def of(cls, body: Body) -> "Halt":
        """From an event."""
        event = body["event"]
        place = Place(event["user"], event["channel"], event.get("thread_ts"))
        return cls(event["user"], place, tuple(body.get(STOPPED) or ()))


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody who has Fika open looks at a channel."""

    user: str
    channel: str | None

    @classmethod
    def of(cls, body: Body) -> "Looking":
        """From an event."""
        entities = (body["event"].get("context") or {}).get("entities") or ()
        channels = [
            each.get("value")
            for each in entities
            if isinstance(each, Mapping) and str(each.get("type", "")).endswith("channel_id")
        ]
        return cls(person_of(body) or "", next((each for each in channels if isinstance(each, str)), None))


def person_of(body: Body) -> str | None:
    """Who did what a payload reports; None where nobody did."""
    event = body.get("event")
    if isinstance(event, Mapping):
        user = event.get("user")
        if isinstance(user, str):
            return user
        allowed = body.get("authorizations") or ()
        return next((each.get("user_id") for each in allowed if not each.get("is_bot")), None)
    user = body.get("user")
    if isinstance(user, Mapping):
        return user.get("id")
    return body.get("user_id")


def place_of(body: Body) -> str:
    """Where a payload belongs, as a channel and the message that heads its thread: what a person stops goes by it."""
    event = body.get("event")
    if isinstance(event, Mapping):
        return f"{event.get('channel') or ''}/{event.get('thread_ts') or event.get('ts') or ''}"
    container = body.get("container") or {}
    channel = (body.get("channel") or {}).get("id") or body.get("channel_id") or ""
    return f"{channel}/{container.get('thread_ts') or container.get('message_ts') or ''}"


def key_of(body: Body) -> str:
    """The same for every repetition of the same delivery, and different for everything else."""
    if event_id := body.get("event_id"):
        return f"event/{event_id}"
    view = body.get("view") or {}
    if body.get("type") == "view_submission" and view.get("id"):
        # A form is submitted once: it closes. Its hash changes whenever it is shown anew. Where the acknowledgement was
        # lost a person may submit it again, and with other words it is not the same.
        return f"form/{view['id']}/{view.get('hash') or ''}/{_digest(view.get('state'))}"
    if trigger := body.get("trigger_id"):
        return f"{body.get('type') or 'command'}/{trigger}"
    return f"body/{_digest(body)}"


def _digest(part: object) -> str:
    return hashlib.sha256(json.dumps(part, sort_keys=True).encode()).hexdigest()


def kept(body: Body) -> dict[str, Any]:
    """A payload without what need not be kept: tokens and the names of people and places."""
    slim = {key: value for key, value in body.items() if key not in _NAMES}
    for key in ("user", "team", "channel"):
        if isinstance(part := slim.get(key), Mapping):
            slim[key] = {name: value for name, value in part.items() if name in ("id", "team_id")}
    if isinstance(message := slim.get("message"), Mapping):
        # A card's own blocks are long, and what was clicked stands in `actions`.
        slim["message"] = {
            name: value for name, value in message.items() if name in ("ts", "thread_ts", "text", "user")
        }
    if isinstance(event := slim.get("event"), Mapping):
        slim["event"] = {name: value for name, value in event.items() if name not in ("blocks", "client_msg_id")}
    if isinstance(view := slim.get("view"), Mapping):
        slim["view"] = {
            name: value for name, value in view.items() if name not in ("blocks", "title", "submit", "close")
        }
    return slim


ANSWERED = frozenset({"block_actions", "view_submission", "message_action"})
"""The interactions that have a listener; a command has no type."""
SLACKBOT = "USLACKBOT"


def is_for_us(body: Body, team: str | None = None) -> bool:
    """Whether a payload is something that a person did and that Fika answers; everything else is only acknowledged.

    Args:
        body: the payload.
        team: our own; what was meant for others alone is not for us.
    """
    if team is not None and (teams := _teams(body)) and team not in teams:
        return False
    event = body.get("event")
    if not isinstance(event, Mapping):
        return body.get("type") in ANSWERED or ("command" in body and "user_id" in body)
    if event.get("bot_id") or event.get("bot_profile") or event.get("hidden") or event.get("user") == SLACKBOT:
        return False
    subtype = event.get("subtype")
    if subtype is not None and subtype not in IGNORED_SUBTYPES_BUT:
        return False
    if event.get("type") == "message" and event.get("channel_type") != "im":
        return False  # in channels Fika answers mentions, and those come as their own event
    return person_of(body) is not None


def _teams(body: Body) -> set[str]:
    """The workspaces that a payload is meant for, as far as it says so."""
    team = body.get("team")
    named = {body.get("team_id"), body.get("context_team_id"), team.get("id") if isinstance(team, Mapping) else None}
    named |= {each.get("team_id") for each in body.get("authorizations") or ()}
    return {each for each in named if isinstance(each, str)}


def where(place: Place) -> Where:
    """A place as a form remembers it."""
    return Where(channel=place.channel, thread=place.thread, response_url=place.response_url, shared=place.shared)


def place_in(remembered: Where, user: str) -> Place:
    """The place that a form remembers."""
    return Place(
        user, remembered.channel, remembered.thread, response_url=remembered.response_url, shared=remembered.shared
    )


def place_to_answer(body: Body) -> Place:
    """Where to say something about a payload, whatever it is."""
    event = body.get("event")
    if isinstance(event, Mapping):
        if event.get("ts"):
            return Said.of(body).place
        return Place(person_of(body) or "", event.get("channel"), event.get("thread_ts"))
    match body.get("type"):
        case "block_actions":
            return Click.of(body).place
        case "view_submission":
            return _remembered_place(body)
        case "message_action":
            return OnMessage.of(body).place
    return Command.of(body).place


def _remembered_place(body: Body) -> Place:
    submitted = Submitted.of(body)
    try:
        remembered = Where.model_validate(json.loads(submitted.metadata).get("where") or {})
    except (ValueError, AttributeError):
        return Place(submitted.user)
    return place_in(remembered, submitted.user)
