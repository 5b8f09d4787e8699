"""Places: which channels, messages and people an app may reach."""

from collections.abc import Sequence

from bot.playground.api.method import Asked, Refused
from bot.playground.model import Channel, Message, User

READS = {"im": "im", "mpim": "mpim", "private": "groups", "public": "channels"}


def channel_of(asked: Asked, name: str = "channel", missing: str | None = None) -> Channel:
    """The channel that an argument names, by its id or its name.

    Raises:
        Refused: there is none, or the app cannot see it.
    """
    given = asked.text(name, missing or "channel_not_found")
    channel = asked.world.channels.get(given) or _named(asked, given)
    if channel is None or not asked.world.sees(asked.app.team, channel):
        raise Refused("channel_not_found")
    closed = channel.is_private or channel.is_im or channel.is_mpim
    if closed and asked.app.bot_user not in channel.members:
        raise Refused("channel_not_found")
    return channel


def _named(asked: Asked, given: str) -> Channel | None:
    name = given.removeprefix("#")
    known = (one for one in asked.world.channels.values() if one.name == name and name)
    return next((one for one in known if asked.world.sees(asked.app.team, one)), None)


def member_of(asked: Asked, channel: Channel) -> Channel:
    """The same channel, once the app is a member.

    Raises:
        Refused: it is none.
    """
    if asked.app.bot_user not in channel.members:
        raise Refused("not_in_channel")
    return channel


def open_place(asked: Asked) -> Channel:
    """The channel that the app wants to say something in; a person's id stands for the direct message.

    Raises:
        Refused: there is none, it is archived, or the app may not write there.
    """
    given = asked.text("channel", "channel_not_found")
    channel = direct(asked, given) if given in asked.world.users else channel_of(asked)
    if channel.is_archived:
        raise Refused("is_archived")
    if (
        channel.is_im
        and asked.app.manifest.get("features", {}).get("app_home", {}).get("messages_tab_enabled") is False
    ):
        raise Refused("messages_tab_disabled")
    if asked.app.bot_user not in channel.members and "chat:write.public" not in asked.app.scopes:
        raise Refused("not_in_channel")
    return channel


def direct(asked: Asked, user: str) -> Channel:
    """The direct message of the app with a person.

    Raises:
        Refused: there is no such person, or it is an app, or one who left.
    """
    person = person_of(asked, user, "channel_not_found")
    if person.is_bot:
        raise Refused("cannot_dm_bot")
    if person.deleted:
        raise Refused("user_disabled")
    return asked.world.open_im(asked.app, person.id)


def group(asked: Asked, people: Sequence[User]) -> Channel:
    """The direct message of the app with several people: always the same one for the same people.

    Raises:
        Refused: it may not open such, or one of them is an app, or one who left.
    """
    asked.need("mpim:write")
    for one in people:
        if one.is_bot:
            raise Refused("cannot_dm_bot")
        if one.deleted:
            raise Refused("user_disabled")
    members = [asked.app.bot_user, *(one.id for one in people)]
    with asked.world.lock:
        for known in asked.world.channels.values():
            if known.is_mpim and set(known.members) == set(members):
                return known
        names = "--".join(asked.world.users[one].name for one in members)
        return asked.world.add_channel(asked.app.team, f"mpdm-{names}-1", members, is_private=True, is_mpim=True)


def person_of(asked: Asked, user: str, missing: str = "user_not_found") -> User:
    """A person of the app's workspace, or one whom a shared channel makes visible.

    Raises:
        Refused: there is none, or the app cannot see them.
    """
    person = asked.world.users.get(user)
    if person is None:
        raise Refused(missing)
    if person.team != asked.app.team and not _met(asked, person):
        raise Refused("user_not_visible" if missing == "user_not_found" else missing)
    return person


def _met(asked: Asked, person: User) -> bool:
    return any(
        person.id in channel.members and asked.world.sees(asked.app.team, channel)
        for channel in asked.world.channels.values()
    )


def message_of(asked: Asked, channel: Channel, name: str = "ts", missing: str = "message_not_found") -> Message:
    """The message that an argument names.

    Raises:
        Refused: there is none.
    """
    message = channel.messages.get(asked.text(name, missing))
    if message is None or message.deleted:
        raise Refused(missing)
    return message


def thread_of(asked: Asked, channel: Channel) -> str | None:
    """The root of the thread to write in; None outside of threads.

    Raises:
        Refused: there is no such message, or it is itself a reply.
    """
    ts = asked.maybe("thread_ts")
    if ts is None:
        return None
    root = channel.messages.get(ts)
    if root is None:
        raise Refused("thread_not_found")
    if root.is_reply:
        raise Refused("cannot_reply_to_message")
    return ts


def kind_of(channel: Channel) -> str:
    """What kind of place it is, as types and scopes name it."""
    if channel.is_im:
        return "im"
    if channel.is_mpim:
        return "mpim"
    return "private" if channel.is_private else "public"


def need(asked: Asked, channel: Channel, what: str) -> None:
    """Insist on the scope that a kind of place needs: im:history, channels:read.

    Raises:
        Refused: it was not granted.
    """
    asked.need(f"{READS[kind_of(channel)]}:{what}")
