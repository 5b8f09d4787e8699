"""Seen: what one person sees of the local Slack, and waiting until they see it."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile

from bot.core.errors import FikaError
from bot.playground.acts_elements import ClientRefuses, text_of, words
from bot.playground.acts_payload import Scene
from bot.playground.delivery import Deliveries
from bot.playground.events import Herald
from bot.playground.model import Change, Channel, Installed, Json, Message, Spot, View
from bot.playground.world import World

SECONDS = 30.0
"""How long is waited for something to be seen."""


class NotSeen(FikaError):
    """Raised when what a person waits for does not appear."""


_RECENT = 5000
_TROUBLES = 100
_SHOWN = frozenset({"message", "message_changed", "ephemeral", "ephemeral_changed"})


class Recent:
    """The messages that were posted or changed last, each with when that was."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._shown: deque[tuple[str, Message]] = deque(maxlen=_RECENT)
        world.on_change(self._noticed)

    def _noticed(self, change: Change) -> None:
        if change.kind in _SHOWN:
            self._shown.append((self._world.next_ts(), change.item))

    def since(self, ts: str) -> list[Message]:
        """What was posted or changed after that, in order; the world's lock is held."""
        found = list(takewhile(lambda one: one[0] > ts, reversed(self._shown)))
        return [message for _, message in reversed(found)]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that Slack told somebody went wrong."""

    number: int
    user: str
    text: str


@dataclass(frozen=True, slots=True)
class Office:
    """What acts need of the server."""

    world: World
    deliveries: Deliveries
    herald: Herald
    recent: Recent
    responses: Callable[[], str]
    """The address that the ids of response URLs stand behind."""
    filled: dict[str, dict[str, dict[str, dict[str, Json]]]] = field(default_factory=dict)
    """What people have chosen in messages, by who, the message's time stamp, the block and the element."""
    offered: dict[tuple[str, str, str, str], dict[str, Json]] = field(default_factory=dict)
    """The options that apps offered, by value: by who, the message or view, the block and the element."""
    troubles: deque[Trouble] = field(default_factory=lambda: deque(maxlen=_TROUBLES))
    """What Slack told people went wrong, the latest of it."""


def all_words(message: Message | View) -> str:
    """Everything that a message or a view says, a line each: its text and the texts of its blocks."""
    if isinstance(message, View):
        return f"{text_of(message.payload.get('title'))}\n{words(message.payload.get('blocks', ()))}"
    attached = [block for one in message.attachments for block in (one, *one.get("blocks", ()))]
    return "\n".join(part for part in (message.text, words(message.blocks), words(attached)) if part)


class Onlooker:
    """What one person sees."""

    def __init__(self, office: Office, user: str, app: Installed) -> None:
        self.office = office
        self.world = office.world
        self.user = office.world.users[user]
        self.app = app
        self.troubles: list[str] = []
        """What Slack told the person went wrong, because the app did not acknowledge."""
        self.filled = office.filled.setdefault(user, {})
        """What the person has chosen in messages, whichever act it was, as in one client."""
        self._since = ""
        self._modal_before = ""

    @property
    def scene(self) -> Scene:
        """Who acts, towards which app."""
        return Scene(self.world, self.app, self.user, self.office.responses())

    @property
    def dm_channel(self) -> Channel:
        """The direct message with the app.

        Raises:
            ClientRefuses: the app is one of another workspace.
        """
        if self.app.team != self.user.team:
            raise ClientRefuses(f"{self.app.name} is not in the workspace of {self.user.name}.")
        return self.world.open_im(self.app, self.user.id)

    def channel(self, name: str | Channel | None) -> Channel:
        """The channel of that name or id that the person is in; the direct message with the app for None.

        Raises:
            ClientRefuses: they see no such channel.
        """
        if name is None:
            return self.dm_channel
        if isinstance(name, Channel):
            return name
        known = [one for one in list(self.world.channels.values()) if name.lstrip("#") in {one.id, one.name}]
        # The same name may stand in every workspace.
        known.sort(key=lambda one: self.user.id not in one.members)
        for one in known:
            if self.world.may_see(self.user, one):
                return one
        raise ClientRefuses(f"{self.user.name} sees no channel {name}.")

    def messages(self, channel: str | Channel | None = None, thread: str | None = None) -> list[Message]:
        """What the person sees in a channel, or in a thread of it, ephemeral messages too, in order."""
        place = self.channel(channel)
        with self.world.lock:
            shown = list(place.timeline)
            if thread is not None:
                shown = [place.messages[thread], *place.threads.get(thread, ())] if thread in place.messages else []
            private = [one for one in place.ephemerals.get(self.user.id, ()) if one.thread_ts == thread]
            return sorted([*shown, *private], key=lambda one: one.ts)

    def last(self, channel: str | Channel | None = None, thread: str | None = None) -> Message | None:
        """The last message the person sees there that the app posted."""
        return next((one for one in reversed(self.messages(channel, thread)) if one.app == self.app.app), None)

    def last_ephemeral(self, channel: str | Channel | None = None) -> Message | None:
        """The last message there that this person alone sees."""
        with self.world.lock:
            return next(iter(self.channel(channel).ephemerals.get(self.user.id, ())[::-1]), None)

    @property
    def modal(self) -> View | None:
        """The modal on top, if any is open."""
        return next(iter(self.world.modals.get(self.user.id, ())[::-1]), None)

    @property
    def home(self) -> View | None:
        """The app's Home tab, once it was published."""
        return self.world.homes.get((self.user.id, self.app.app))

    def status(self, channel: str | Channel | None = None, thread: str | None = None) -> str:
        """What the app says there that it is doing; nothing where it says nothing."""
        status = self.world.statuses.get(Spot(self.app.app, self.channel(channel).id, thread))
        return status.text if status else ""

    def sees(self, message: Message) -> bool:
        """Whether a message is there for this person."""
        channel = self.world.channels[message.channel]
        mine = message.ephemeral_for in {None, self.user.id}
        return mine and not message.deleted and self.world.may_see(self.user, channel)

    # Waiting

    def wait_for_message(
        self,
        text: str | Callable[[Message], bool] = "",
        channel: str | Channel | None = None,
        thread: str | None = None,
        *,
        seconds: float = SECONDS,
    ) -> Message:
        """The first message of the app, posted or changed since this person's last act, that says a text.

        Args:
            text: a part of what it says, in its text or its blocks, or a test of the message.
            channel: where; anywhere where none is given.
            thread: in which thread.
            seconds: how long to wait.

        Raises:
            NotSeen: there was none in time.
        """
        place = None if channel is None else self.channel(channel).id
        fits = text if callable(text) else lambda message: text in all_words(message)

        def look() -> Message | None:
            return next((one for one in self._new(place, thread) if fits(one)), None)

        found = self.world.wait_for(look, seconds)
        if found is None:
            seen = [all_words(one)[:200] for one in self._new(None, None)]
            raise NotSeen(f"{self.user.name} saw no such message ({text!r}) in {seconds} s, but these: {seen}.")
        return found

    def _new(self, channel: str | None, thread: str | None) -> list[Message]:
        with self.world.lock:
            return [
                one
                for one in self.office.recent.since(self._since)
                if one.app == self.app.app
                and self.sees(one)
                and channel in {None, one.channel}
                and thread in {None, one.thread_ts}
            ]

    def wait_for_modal(self, title: str = "", *, seconds: float = SECONDS) -> View:
        """The modal that was opened or changed since this person's last act.

        Raises:
            NotSeen: there was none in time.
        """
        return self._wait_for_view(lambda: self.modal, f"modal {title!r}", title, seconds)

    def wait_for_home(self, text: str = "", *, seconds: float = SECONDS) -> View:
        """The Home tab as soon as it says a text.

        Raises:
            NotSeen: it did not in time.
        """

        def look() -> View | None:
            return self.home if self.home is not None and text in all_words(self.home) else None

        found = self.world.wait_for(look, seconds)
        if found is None:
            raise NotSeen(f"The Home tab of {self.user.name} did not say {text!r} in {seconds} s.")
        return found

    def quiet(self, *, seconds: float = SECONDS) -> None:
        """Wait until the app has acknowledged everything.

        Raises:
            NotQuiet: that took longer.
        """
        self.office.deliveries.quiet(seconds)

    def _wait_for_view(self, shown: Callable[[], View | None], what: str, title: str, seconds: float) -> View:
        def look() -> View | None:
            view = shown()
            new = view is not None and view.hash != self._modal_before
            return view if view is not None and new and title in text_of(view.payload.get("title")) else None

        found = self.world.wait_for(look, seconds)
        if found is None:
            raise NotSeen(f"{self.user.name} saw no new {what} in {seconds} s.")
        return found

    def mark(self) -> None:
        """Begin an act: what is waited for from now on is what comes after it."""
        self._since = self.world.next_ts()
        self._modal_before = self.modal.hash if self.modal else ""
