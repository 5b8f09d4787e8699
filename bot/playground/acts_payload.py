"""Payloads of what people do with commands, buttons, forms and shortcuts, as Slack writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.acts_elements import Element, state_of, text_of
from bot.playground.api.shapes import message_json
from bot.playground.events_shape import (
    TOKEN,
    channel_name,
    team_shape,
    user_shape,
    view_shape,
)
from bot.playground.model import Channel, Installed, Json, Message, User, View, all_blocks
from bot.playground.world import World


@dataclass(frozen=True, slots=True)
class Scene:
    """Who acts towards which app, and where answers may go."""

    world: World
    app: Installed
    user: User
    responses: str
    """The address that the ids of response URLs stand behind."""

    def trigger(self) -> str:
        """A new right to open a modal."""
        return self.world.trigger(self.app, self.user.id)

    def response_url(self, channel: Channel, message: Message | None = None) -> str:
        """A new address to answer to."""
        thread = message.thread_ts if message else None
        return self.responses + self.world.response_url(self.app, channel, self.user.id, message, thread)

    def common(self, type_: str) -> Json:
        """What every interaction says."""
        return {
            "type": type_,
            "token": TOKEN,
            "team": team_shape(self.world.workspaces[self.app.team]),
            "user": user_shape(self.user),
            "api_app_id": self.app.app,
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def said(self, message: Message) -> Json:
        """A message as interactions show it."""
        return message_json(self.world, message, metadata=True)


def command(scene: Scene, channel: Channel, name: str, text: str) -> dict[str, str]:
    """A slash command, as the fields of a form."""
    return {
        "token": TOKEN,
        "team_id": scene.app.team,
        "team_domain": scene.world.workspaces[scene.app.team].domain,
        "channel_id": channel.id,
        "channel_name": channel_name(channel),
        "user_id": scene.user.id,
        "user_name": scene.user.name,
        "command": name,
        "text": text,
        "api_app_id": scene.app.app,
        "is_enterprise_install": "false",
        "response_url": scene.response_url(channel),
        "trigger_id": scene.trigger(),
    }


def on_message(scene: Scene, message: Message, action: Json, filled: Mapping[str, Mapping[str, Any]]) -> Json:
    """A click on a message, or a choice there."""
    channel = scene.world.channels[message.channel]
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.ephemeral_for is not None,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    for one in message.attachments:
        if any(block.get("block_id") == action.get("block_id") for block in one.get("blocks") or ()):
            unfurled = {"app_unfurl_url": one["app_unfurl_url"]} if one.get("is_app_unfurl") else {}
            container |= {"type": "message_attachment", "attachment_id": one["id"], "is_app_unfurl": bool(unfurled)}
            container |= unfurled
    shape = scene.common("block_actions") | {
        "container": container,
        "trigger_id": scene.trigger(),
        "channel": {"id": channel.id, "name": channel_name(channel)},
        "state": {"values": state_of(all_blocks(message), filled)},
        "response_url": scene.response_url(channel, message),
        "actions": [action],
    }
    if message.ephemeral_for is None:
        shape["message"] = scene.said(message)
    return shape


def on_view(scene: Scene, view: View, action: Json) -> Json:
    """A click in a modal or in Home, or a choice there."""
    return scene.common("block_actions") | {
        "container": {"type": "view", "view_id": view.id},
        "trigger_id": scene.trigger(),
        "view": view_shape(view),
        "actions": [action],
    }


def action_of(element: Element, ts: str, value: Mapping[str, Any] | None = None, half: str = "positive") -> Json:
    """What was done with one element.

    Args:
        element: what was clicked or chosen from.
        ts: when.
        value: what was chosen or filled in.
        half: which of a pair of buttons was clicked, positive or negative.
    """
    json = element.json
    action: Json = {"type": element.type, "action_id": element.action_id, "block_id": element.block_id}
    if element.type == "feedback_buttons":
        chosen = json[f"{half}_button"]
        action |= {"text": chosen["text"], "value": chosen.get("value")}
    else:
        action |= {key: json[key] for key in ("text", "value", "style", "placeholder", "confirm") if key in json}
        action |= {key: given for key, given in json.items() if key.startswith("initial_")}
    return action | dict(value or {}) | {"action_ts": ts}


def submission(scene: Scene, view: View) -> Json:
    """A form that was submitted."""
    urls = []
    for block in view.payload.get("blocks", ()):
        element = block.get("element") or {}
        if element.get("response_url_enabled"):
            value = view.state.get(block["block_id"], {}).get(element["action_id"], {})
            chosen = value.get("selected_conversation") or value.get("selected_channel")
            channel = scene.world.channels.get(chosen or "")
            if channel is not None:
                place = {"channel_id": channel.id, "block_id": block["block_id"], "action_id": element["action_id"]}
                urls.append(place | {"response_url": scene.response_url(channel)})
    shape = scene.common("view_submission")
    return shape | {"trigger_id": scene.trigger(), "view": view_shape(view), "response_urls": urls}


def closed(scene: Scene, view: View, *, cleared: bool) -> Json:
    """A form that was closed."""
    return scene.common("view_closed") | {"view": view_shape(view), "is_cleared": cleared}


def message_shortcut(scene: Scene, message: Message, callback_id: str, ts: str) -> Json:
    """A shortcut that was chosen from the menu of a message."""
    channel = scene.world.channels[message.channel]
    return scene.common("message_action") | {
        "action_ts": ts,
        "callback_id": callback_id,
        "trigger_id": scene.trigger(),
        "response_url": scene.response_url(channel, message),
        "channel": {"id": channel.id, "name": channel_name(channel)},
        "message_ts": message.ts,
        "message": scene.said(message),
    }


def global_shortcut(scene: Scene, callback_id: str, ts: str) -> Json:
    """A shortcut that was chosen anywhere."""
    more = {"action_ts": ts, "callback_id": callback_id, "trigger_id": scene.trigger()}
    return scene.common("shortcut") | more


def suggestion(scene: Scene, element: Element, typed: str, shown: Message | View) -> Json:
    """What somebody typed into a select that asks the app for its options."""
    shape = scene.common("block_suggestion")
    shape |= {"action_id": element.action_id, "block_id": element.block_id, "value": typed}
    if isinstance(shown, View):
        return shape | {"container": {"type": "view", "view_id": shown.id}, "view": view_shape(shown)}
    channel = scene.world.channels[shown.channel]
    container = {"type": "message", "message_ts": shown.ts, "channel_id": channel.id, "is_ephemeral": False}
    where = {"id": channel.id, "name": channel_name(channel)}
    return shape | {"container": container, "channel": where, "message": scene.said(shown)}


def needs_confirming(element: Element) -> str | None:
    """The question that is asked before the click counts; None where there is none."""
    confirm = element.json.get("confirm")
    return None if confirm is None else text_of(confirm.get("title")) or text_of(confirm.get("text"))
