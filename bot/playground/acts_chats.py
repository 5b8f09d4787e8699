"""Chats: how people talk to an assistant, the older form of agents: in threads of the direct message with it.

Each begins with a message of the app's that nobody wrote. The app is told which channel the person looks at, then and
whenever that changes.
"""

from bot.playground.acts_elements import ClientRefuses
from bot.playground.acts_press import Presser
from bot.playground.events import of_type
from bot.playground.model import Channel, Json, Message


class Chatter(Presser):
    """A person in front of an assistant."""

    def start_chat(self, beside: str | Channel | None = None) -> Message:
        """Begin a new chat with the app; returns what it begins with, which its messages are replies to.

        Args:
            beside: the channel that the person looks at meanwhile.

        Raises:
            ClientRefuses: the app has no chats, takes no messages, or the channel is not there.
        """
        self._check_app(self.app.app)
        if not self.app.is_assistant or not self.app.is_writable:
            raise ClientRefuses(f"{self.app.name} has no chats.")
        place = None if beside is None else self.channel(beside)
        self.mark()
        root = self.world.start_chat(self.app, self.dm_channel)
        self._tell_chat("assistant_thread_started", root, place)
        return root

    def chats(self) -> list[Message]:
        """What this person's chats with the app begin with, in order; the texts are their titles."""
        with self.world.lock:
            return [one for one in self.dm_channel.timeline if one.is_chat]

    def _looked(self, place: Channel) -> None:
        chats = self.chats()
        if not chats:
            raise ClientRefuses(f"There is no chat with {self.app.name}.")
        self._tell_chat("assistant_thread_context_changed", chats[-1], place)

    def _tell_chat(self, type_: str, root: Message, place: Channel | None) -> None:
        seen: Json = {"channel_id": place.id, "team_id": place.team, "enterprise_id": None} if place else {}
        chat = {"user_id": self.user.id, "context": seen, "channel_id": root.channel, "thread_ts": root.ts}
        event = of_type(type_, self.world.next_ts(), assistant_thread=chat)
        self.office.herald.tell(self.app, event)
