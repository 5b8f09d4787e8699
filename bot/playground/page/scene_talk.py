"""Scene, the talk: the messages of the channel and of the thread that are open, as one person sees them."""

from urllib.parse import quote

from bot.playground.api.shapes import message_json
from bot.playground.model import Channel, File, Json, Message
from bot.playground.page.looking import Looking
from bot.playground.page.stage import Seat

SHOWN = 200
"""How many messages of a channel are shown, the latest."""


def message_parts(seat: Seat, looking: Looking) -> dict[str, Json]:
    """The messages of what is open, ephemeral ones of this person too."""
    channel = seat.channels.get(looking.channel or "")
    if channel is None:
        return {}
    private = channel.ephemerals.get(seat.user.id, [])
    shown = [*channel.timeline[-SHOWN:], *[one for one in private if one.thread_ts is None][-SHOWN:]]
    if looking.thread is not None:
        shown += _thread(channel, looking.thread, private)
    return {f"message/{channel.id}/{one.ts}": message_part(seat, one) for one in shown}


def _thread(channel: Channel, root: str, private: list[Message]) -> list[Message]:
    first = channel.messages.get(root)
    said = [] if first is None else [first, *channel.threads.get(root, ())]
    return said + [one for one in private if one.thread_ts == root]


def message_part(seat: Seat, message: Message) -> Json:
    """A message, with what this person has chosen in it."""
    made = message_json(seat.stage.world, message, metadata=True)
    made.pop("bot_profile", None)
    if not message.blocks:
        made.pop("blocks", None)
    made |= {
        "channel": message.channel,
        "chunks": list(message.chunks),
        "broadcast": message.broadcast,
        "state": _state(seat, message),
    }
    if message.files:
        made["files"] = [file_part(one) for one in message.files]
    return made


def _state(seat: Seat, message: Message) -> Json:
    filled = seat.stage.office.filled.get(seat.user.id, {}).get(message.ts, {})
    return {block: dict(values) for block, values in filled.items()}


def file_part(file: File) -> Json:
    """A file, and where the page gets its content."""
    made: Json = {"id": file.id, "name": file.name, "title": file.title, "mimetype": file.mimetype, "size": file.size}
    made |= {"alt_txt": file.alt} if file.alt else {}
    return made | {"page_url": f"/page/file/{file.id}/{quote(file.name, safe='')}"}
