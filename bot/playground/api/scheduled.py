"""Scheduled: the methods on messages that are sent later."""

from bot.playground.api.chat import checked
from bot.playground.api.method import Answer, Asked, Refused, method
from bot.playground.api.paging import page
from bot.playground.api.places import channel_of, open_place, thread_of
from bot.playground.model import Json, Scheduled

FURTHEST = 120 * 86_400


@method("chat.scheduleMessage", "chat:write")
def chat_schedule_message(asked: Asked) -> Answer:
    """Send a message later.

    Raises:
        Refused: the time is past, or too far away.
    """
    channel = open_place(asked)
    if asked.maybe("post_at") is None:
        raise Refused("invalid_time")
    post_at, now = asked.number("post_at", 0), asked.world.now()
    if post_at <= now:
        raise Refused("time_in_past")
    if post_at > now + FURTHEST:
        raise Refused("time_too_far")
    thread_of(asked, channel)
    payload = checked(asked)
    world = asked.world
    made = Scheduled(world.ids.next("Q0"), asked.app.bot_token, channel.id, post_at, int(now), payload)
    world.scheduled[made.id] = made
    message: Json = {"text": payload.get("text", ""), "type": "delayed_message", "bot_id": asked.app.bot}
    message |= {"user": asked.app.bot_user, "team": asked.app.team}
    return {"scheduled_message_id": made.id, "channel": channel.id, "post_at": post_at, "message": message}


@method("chat.deleteScheduledMessage", "chat:write")
def chat_delete_scheduled_message(asked: Asked) -> Answer:
    """Send a message after all not.

    Raises:
        Refused: there is none under that id, or it was sent.
    """
    channel = channel_of(asked)
    made = asked.world.scheduled.get(asked.text("scheduled_message_id", "invalid_scheduled_message_id"))
    if made is None or made.channel != channel.id or made.token != asked.app.bot_token:
        raise Refused("invalid_scheduled_message_id")
    del asked.world.scheduled[made.id]
    return {}


@method("chat.scheduledMessages.list")
def chat_scheduled_messages_list(asked: Asked) -> Answer:
    """The messages that are still to be sent."""
    wanted = channel_of(asked).id if asked.maybe("channel") else None
    oldest, latest = asked.number("oldest", 0), asked.number("latest", 2**53)
    mine = [
        one
        for one in asked.world.scheduled.values()
        if one.token == asked.app.bot_token and wanted in (None, one.channel) and oldest <= one.post_at <= latest
    ]
    part, more = page(asked, sorted(mine, key=lambda one: one.post_at))
    shown = [
        {"id": one.id, "channel_id": one.channel, "post_at": one.post_at, "date_created": one.created}
        | {"text": one.arguments.get("text", "")}
        for one in part
    ]
    return {"scheduled_messages": shown, **more}
