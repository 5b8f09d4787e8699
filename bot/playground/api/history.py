"""History: the methods that read what was said. They look up where to begin and never walk over everything."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from bot.playground.api.method import Answer, Asked, Refused, method
from bot.playground.api.paging import cursor, cursor_of, limit_of
from bot.playground.api.places import channel_of, member_of, message_of, need
from bot.playground.api.shapes import message_json
from bot.playground.model import Channel, Json, Message


@method("conversations.history")
def conversations_history(asked: Asked) -> Answer:
    """What was said in a channel, the latest first."""
    channel = _readable(asked)
    start, end = _span(asked, channel.timeline)
    until = cursor_of(asked, "next_ts")
    if until is not None:
        end = min(end, bisect_right(channel.timeline, until, key=_ts))
    first = max(start, end - limit_of(asked, 100))
    more = first > start
    after = cursor("next_ts", channel.timeline[first - 1].ts) if more else ""
    shown = _shown(asked, channel.timeline[first:end][::-1])
    pins = sum(message.pinned for message in channel.messages.values()) if asked.flag("include_pins") else 0
    return {"messages": shown, "has_more": more, "pin_count": pins, "response_metadata": {"next_cursor": after}}


@method("conversations.replies")
def conversations_replies(asked: Asked) -> Answer:
    """A thread: its root, then the replies in order."""
    channel = _readable(asked)
    root = message_of(asked, channel, "ts", "thread_not_found")
    replies = channel.threads.get(root.ts, [])
    start, end = _span(asked, replies)
    since = cursor_of(asked, "next_ts")
    if since is not None:
        start = max(start, bisect_left(replies, since, key=_ts))
    last = min(end, start + limit_of(asked, 1000))
    more = last < end
    after = cursor("next_ts", replies[last].ts) if more else ""
    shown = _shown(asked, [root, *replies[start:last]])
    return {"messages": shown, "has_more": more, "response_metadata": {"next_cursor": after}}


def _readable(asked: Asked) -> Channel:
    channel = channel_of(asked)
    need(asked, channel, "history")
    return member_of(asked, channel)


def _span(asked: Asked, messages: Sequence[Message]) -> tuple[int, int]:
    oldest, latest = (_moment(asked, name) for name in ("oldest", "latest"))
    inclusive = asked.flag("inclusive")
    after, before = (bisect_left, bisect_right) if inclusive else (bisect_right, bisect_left)
    start = after(messages, oldest, key=_ts) if oldest else 0
    end = before(messages, latest, key=_ts) if latest else len(messages)
    return start, max(start, end)


def _moment(asked: Asked, name: str) -> str | None:
    given = asked.maybe(name)
    if given in (None, "0", "now"):
        return None
    seconds, _, rest = str(given).partition(".")
    if not seconds.isdigit() or not (rest or "0").isdigit():
        raise Refused(f"invalid_ts_{name}")
    return f"{seconds:0>10}.{rest[:6]:0<6}"


def _ts(message: Message) -> str:
    return message.ts


def _shown(asked: Asked, messages: Sequence[Message]) -> list[Json]:
    metadata = asked.flag("include_all_metadata")
    return [message_json(asked.world, message, metadata=metadata) for message in messages]
