"""Shape: people, views, channels and workspaces as Slack writes them into what it delivers."""

from bot.playground.acts_elements import state_of
from bot.playground.api.shapes import view_json
from bot.playground.model import Channel, Json, User, View, Workspace

TOKEN = "local-verification-token"  # noqa: S105 - no secret: nothing is verified by it any more
"""The verification token, which Slack still sends."""


def view_shape(view: View) -> Json:
    """A view with the value of everything that can be filled in."""
    return view_json(view) | {"state": {"values": state_of(view.payload.get("blocks", ()), view.state)}}


def user_shape(user: User) -> Json:
    """Whoever clicked or submitted."""
    return {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team}


def team_shape(workspace: Workspace) -> Json:
    """The workspace of an interaction."""
    return {"id": workspace.id, "domain": workspace.domain}


def channel_name(channel: Channel) -> str:
    """How a channel is called in commands and interactions."""
    if channel.is_im:
        return "directmessage"
    return "privategroup" if channel.is_private else channel.name


def channel_type(channel: Channel) -> str:
    """The kind of channel, as events say it."""
    if channel.is_im:
        return "im"
    if channel.is_mpim:
        return "mpim"
    return "group" if channel.is_private else "channel"
