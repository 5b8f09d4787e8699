"""Scene, the places: the workspace, its people, its apps and the channels that a person sees."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.playground.model import Channel, Installed, Json, User, mapping, mappings
from bot.playground.page.stage import SLACKBOT, Seat
from bot.playground.world import World

THREADS_SHOWN = 200
_SLACKBOT = {"id": SLACKBOT, "team": "", "name": "slackbot", "real_name": "Slackbot", "is_bot": True}
_SLACKBOT |= {"is_admin": False, "is_guest": False, "tz": "UTC", "app": None}


def world_part(world: World, user: User | None) -> Json:
    """The workspaces, and everybody who can be acted as."""
    people = [one for one in world.users.values() if not one.is_bot and not one.deleted]
    lived_in = dict.fromkeys(one.team for one in people)
    team = world.workspaces[user.team] if user else next(iter(world.workspaces.values()), None)
    return {
        "person": user.id if user else "",
        "team": {"id": team.id, "name": team.name, "domain": team.domain} if team else None,
        "teams": [{"id": id_, "name": world.workspaces[id_].name} for id_ in lived_in],
        "actors": [
            {"id": one.id, "name": one.name, "real_name": one.real_name, "team": one.team, "role": _role(one)}
            for one in people
        ],
    }


def _role(user: User) -> str:
    if user.is_admin:
        return "admin"
    return "guest" if user.is_restricted or user.is_ultra_restricted else "member"


def person_parts(seat: Seat, messages: Iterable[Json]) -> dict[str, Json]:
    """The people and bots of the workspace, those in channels that the person sees, and whoever said something."""
    users = seat.stage.world.users
    shown = {one.id: None for one in users.values() if one.team == seat.user.team}
    for channel in seat.channels.values():
        shown |= channel.members
    for message in messages:
        shown[message["user"]] = None
    parts = {f"person/{id_}": _person(users[id_]) for id_ in shown if id_ in users}
    return {f"person/{SLACKBOT}": _SLACKBOT} | parts


def _person(user: User) -> Json:
    return {
        "id": user.id,
        "team": user.team,
        "name": user.name,
        "real_name": user.real_name,
        "is_bot": user.is_bot,
        "is_admin": user.is_admin,
        "is_guest": user.is_restricted or user.is_ultra_restricted,
        "tz": user.tz,
        "app": user.app,
    }


def app_part(seat: Seat, app: Installed) -> Json:
    """An app that is installed in the person's workspace."""
    features = app.features
    agent = mapping(features.get("agent_view") or features.get("assistant_view"))
    commands = mappings(features.get("slash_commands")) if "commands" in app.scopes else []
    shortcuts = mappings(features.get("shortcuts")) if "commands" in app.scopes else []
    return {
        "id": app.app,
        "name": app.name,
        "description": str(mapping(app.manifest.get("display_information")).get("description", "")),
        "bot_user": app.bot_user,
        "dm": seat.stage.world.open_im(app, seat.user.id).id,
        "connections": seat.stage.connections(app.app) if app.socket else None,
        "revoked": app.revoked,
        "has_home": app.has_home,
        "has_messages": app.has_messages,
        "is_writable": app.is_writable,
        "is_agent": "agent_view" in features or "assistant_view" in features,
        "is_assistant": app.is_assistant,
        "suggested": [_only(one, "title", "message") for one in mappings(agent.get("suggested_prompts"))],
        "commands": [_only(one, "command", "description", "usage_hint") for one in commands],
        "shortcuts": [_only(one, "type", "name", "callback_id", "description") for one in shortcuts],
    }


def _only(given: Mapping[str, Any], *names: str) -> Json:
    return {name: str(given.get(name, "")) for name in names}


def channel_part(seat: Seat, channel: Channel) -> Json:
    """A channel, or a direct message with an app, a person or several people."""
    app = next((one for one in seat.apps if channel.is_im and one.bot_user in channel.members), None)
    return {
        "id": channel.id,
        "name": app.name if app else _called(seat, channel),
        "is_im": channel.is_im,
        "is_mpim": channel.is_mpim,
        "is_private": channel.is_private,
        "is_shared": channel.is_ext_shared,
        "is_archived": channel.is_archived,
        "topic": channel.topic,
        "purpose": channel.purpose,
        "is_member": seat.user.id in channel.members,
        "members": list(channel.members),
        "app": app.app if app else None,
        "latest": _latest(channel, seat.user),
        "threads": _threads(channel, seat.user),
    }


def _called(seat: Seat, channel: Channel) -> str:
    if not (channel.is_im or channel.is_mpim):
        return channel.name
    users = seat.stage.world.users
    others = [users[one] for one in channel.members if one != seat.user.id and one in users]
    return ", ".join(one.real_name or one.name for one in others)


def _latest(channel: Channel, user: User) -> str:
    said = next(reversed(channel.messages), "")
    private = channel.ephemerals.get(user.id)
    return max(said, private[-1].ts) if private else said


def _threads(channel: Channel, user: User) -> dict[str, str]:
    latest = {root: replies[-1].ts for root, replies in channel.threads.items() if replies}
    for one in channel.ephemerals.get(user.id, ()):
        if one.thread_ts is not None:
            latest[one.thread_ts] = max(latest.get(one.thread_ts, ""), one.ts)
    return dict(list(latest.items())[-THREADS_SHOWN:])
