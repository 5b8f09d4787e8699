"""Agents: the methods of an agent's surface: what it is doing, what could be asked, how its session stands."""

from bot.playground.api import checks
from bot.playground.api.method import Answer, Asked, Refused, method
from bot.playground.api.places import channel_of, member_of, person_of
from bot.playground.api.streams import SESSIONS
from bot.playground.model import AgentSession, Channel, Prompts, Spot

MOST_LOADING = 10
LONGEST_TITLE = 200


def _channel(asked: Asked) -> Channel:
    return member_of(asked, channel_of(asked, "channel_id"))


def _thread(asked: Asked, channel: Channel) -> str:
    ts = asked.text("thread_ts", "invalid_thread_ts")
    message = channel.messages.get(ts)
    if message is None or message.is_reply:
        raise Refused("invalid_thread_ts")
    return ts


@method("assistant.threads.setStatus", "assistant:write", "chat:write", classic=False)
def assistant_threads_set_status(asked: Asked) -> Answer:
    """Say what the app is doing; an empty status ends that.

    Raises:
        Refused: no status was given, or too many words to wait by.
    """
    channel = _channel(asked)
    thread = _thread(asked, channel)
    if "status" not in asked.arguments:
        raise Refused("invalid_arguments", ["[ERROR] missing required field: status"])
    loading = asked.data("loading_messages", list) or []
    if len(loading) > MOST_LOADING:
        raise Refused("invalid_arguments", ["[ERROR] no more than 10 items [json-pointer:/loading_messages]"])
    status = asked.maybe("status") or ""
    asked.world.set_status(asked.app, channel, thread, status, tuple(str(one) for one in loading))
    return {}


@method("assistant.threads.setSuggestedPrompts", "assistant:write", classic=False)
def assistant_threads_set_suggested_prompts(asked: Asked) -> Answer:
    """Suggest what to ask; an agent may leave the thread out."""
    channel = _channel(asked)
    agent = "agent_view" in asked.app.manifest.get("features", {})
    thread = None if agent and asked.maybe("thread_ts") is None else _thread(asked, channel)
    prompts = asked.data("prompts", list)
    asked.arguments["prompts"] = prompts
    title = asked.maybe("title")
    checks.prompts(asked, {"prompts": prompts} | ({"title": title} if title else {}))
    asked.world.set_prompts(asked.app, channel, thread, Prompts(title, prompts))
    return {}


@method("assistant.threads.setTitle", "assistant:write", classic=False)
def assistant_threads_set_title(asked: Asked) -> Answer:
    """Name a thread."""
    channel = _channel(asked)
    asked.world.set_title(asked.app, channel, _thread(asked, channel), asked.text("title"))
    return {}


@method("agents.sessions.setStatus", "chat:write", classic=False)
def agents_sessions_set_status(asked: Asked) -> Answer:
    """Say how the agent's session stands, and begin it where there is none.

    Raises:
        Refused: it is no status that a session can have, or the starter is not in the channel.
    """
    channel = _channel(asked)
    spot = Spot(asked.app.app, channel.id, _thread(asked, channel))
    status = asked.text("status")
    if status not in SESSIONS:
        raise Refused("invalid_status")
    known = asked.world.sessions.get(spot)
    title, initiator = (known.title, known.initiator) if known else _begun(asked, channel)
    asked.world.set_session(asked.app, spot, AgentSession(status, title, initiator))
    return {"status": status, "agent_status": status, "title": title}


def _begun(asked: Asked, channel: Channel) -> tuple[str, str | None]:
    initiator = asked.maybe("initiator_user_id")
    if initiator is not None and person_of(asked, initiator).id not in channel.members:
        raise Refused("user_not_in_channel")
    return _title(asked.maybe("title") or ""), initiator


@method("agents.sessions.rename", "chat:write", classic=False)
def agents_sessions_rename(asked: Asked) -> Answer:
    """Name the agent's session.

    Raises:
        Refused: there is none.
    """
    channel = _channel(asked)
    spot = Spot(asked.app.app, channel.id, _thread(asked, channel))
    known = asked.world.sessions.get(spot)
    if known is None:
        raise Refused("session_not_found")
    title = _title(asked.text("title"))
    asked.world.set_session(asked.app, spot, AgentSession(known.status, title, known.initiator))
    return {"title": title}


def _title(title: str) -> str:
    if len(title) > LONGEST_TITLE:
        raise Refused("title_too_long")
    return title
