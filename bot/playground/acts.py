"""Acts: what people do in Slack: type, mention, click, choose, submit, open Home, run a shortcut, react, upload.

Each act checks what Slack's client checks, changes the world, and lets Slack tell the app. What the app does about it
is then looked at, or waited for.
"""

import mimetypes
import re
from contextlib import suppress

from bot.playground.acts_chats import Chatter
from bot.playground.acts_elements import ClientRefuses
from bot.playground.acts_hand_in import decoded
from bot.playground.acts_payload import command, global_shortcut, message_shortcut
from bot.playground.acts_seen import Office, Onlooker, all_words
from bot.playground.acts_typing import as_sent, rich_text
from bot.playground.api.method import Asked, Refused
from bot.playground.api.response_urls import carry_out
from bot.playground.delivery import Answer, Kind
from bot.playground.events import of_type
from bot.playground.events_shape import view_shape
from bot.playground.model import Channel, Json, Message, ResponseUrl, Spot
from bot.playground.payload import escaped

__all__ = ["ClientRefuses", "Office", "Onlooker", "Person", "all_words"]

_PROCESSING = "processing"
_EMOJI = re.compile(r"[a-z0-9_+'\-]+(::skin-tone-[2-6])?")


class Person(Chatter):
    """Somebody who uses Slack."""

    # Saying

    def say(
        self, channel: str | Channel | None, text: str, thread: str | None = None, *, as_written: bool = False
    ) -> Message:
        """Post a message.

        Args:
            channel: where; None for the direct message with the app.
            text: what is typed; names, channels and addresses become links as in Slack's client.
            thread: the message to reply to.
            as_written: whether the text is mrkdwn already, as Slack sends it.

        Raises:
            ClientRefuses: the person is not in that channel.
        """
        place = self._joined(channel)
        sent = text if as_written else as_sent(self.world, self.user.team, text)
        self.mark()
        return self._said(place, sent, thread)

    def mention(self, channel: str | Channel, text: str, thread: str | None = None) -> Message:
        """Post a message that begins with a mention of the app."""
        sent = f"<@{self.app.bot_user}> {as_sent(self.world, self.user.team, text)}".rstrip()
        return self.say(channel, sent, thread, as_written=True)

    def dm(self, text: str, thread: str | None = None) -> Message:
        """Write to the app."""
        return self.say(None, text, thread)

    def edit(self, message: Message, text: str) -> Message:
        """Change one's own message."""
        self._own(message)
        self.mark()
        sent = as_sent(self.world, self.user.team, text)
        with self.world.lock:
            return self.world.edit(message, self.user.id, sent, blocks=rich_text(sent, self.world.ids.next("", 5)))

    def delete(self, message: Message) -> None:
        """Take one's own message away; an ephemeral one is just dismissed."""
        if message.ephemeral_for != self.user.id:
            self._own(message)
        self.mark()
        self.world.delete(message, self.user.id)

    def react(self, message: Message, emoji: str) -> None:
        """React to a message."""
        self._check_sees(message)
        if message.ephemeral_for is not None or not _EMOJI.fullmatch(emoji):
            raise ClientRefuses("One cannot react to that, or with that.")
        self.mark()
        self.world.react(message, self.user.id, emoji)

    def pin(self, message: Message, *, pinned: bool = True) -> None:
        """Pin a message in its channel, or take the pin out."""
        self._check_sees(message)
        if message.ephemeral_for is not None:
            raise ClientRefuses("A message that only you see cannot be pinned.")
        self.mark()
        self.world.pin(message, self.user.id, pinned=pinned)

    def unreact(self, message: Message, emoji: str) -> None:
        """Take a reaction back."""
        self._check_sees(message)
        self.mark()
        self.world.unreact(message, self.user.id, emoji)

    def upload(
        self,
        channel: str | Channel | None,
        name: str,
        content: bytes = b"",
        text: str = "",
        thread: str | None = None,
        *,
        content_base64: str | None = None,
    ) -> Message:
        """Post a file, its content given as it is or as base64."""
        place = self._joined(channel)
        whole = content if content_base64 is None else decoded(content_base64)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.mark()
        file = self.world.add_file(self.user.team, self.user.id, name, whole, mimetype=kind)
        sent = as_sent(self.world, self.user.team, text)
        return self.world.post(place, self.user.id, sent, thread_ts=thread, files=[file], subtype="file_share")

    def invite(self, channel: str | Channel) -> None:
        """Let the app into a channel."""
        place = self._joined(channel)
        self.mark()
        self.world.join(place, self.app.bot_user, self.user.id)

    def join(self, channel: str | Channel) -> None:
        """Become a member of a public channel.

        Raises:
            ClientRefuses: it is archived, or none to join.
        """
        place = self.channel(channel)
        if place.is_archived or place.is_im:
            raise ClientRefuses(f"Nobody can join #{place.name}.")
        self.mark()
        self.world.join(place, self.user.id)

    # Commands and shortcuts

    def command(self, line: str, channel: str | Channel | None = None, thread: str | None = None) -> None:
        """Run a slash command, in the direct message with the app where no channel is given.

        Raises:
            ClientRefuses: the app has no such command, or it stands in a thread.
        """
        name, _, text = line.partition(" ")
        if thread is not None:
            raise ClientRefuses(f"{name} is not supported in threads. Sorry!")
        self._check_app(self.app.app)
        known = {one["command"]: one for one in self.app.manifest.get("features", {}).get("slash_commands", ())}
        if name not in known or "commands" not in self.app.scopes:
            raise ClientRefuses(f"{name} is not a valid command. There are: {', '.join(known)}.")
        place = self.channel(channel)
        self.mark()
        names = known[name].get("should_escape", False)  # else the app gets names and links as they were typed
        sent = as_sent(self.world, self.user.team, text.strip()) if names else escaped(text.strip())

        def answered(answer: Answer) -> None:
            self._command_answered(place, name, answer)

        self.deliver(Kind.COMMAND, name, lambda: dict(command(self.scene, place, name, sent)), answered)

    def shortcut(self, message: Message | None, callback_id: str) -> None:
        """Run a shortcut on a message, or a global one.

        Raises:
            ClientRefuses: the app has no such shortcut, or the message is not there.
        """
        self._check_app(self.app.app)
        kind = "message" if message else "global"
        known = self.app.manifest.get("features", {}).get("shortcuts", ())
        if not any((one["type"], one["callback_id"]) == (kind, callback_id) for one in known):
            raise ClientRefuses(f"There is no {kind} shortcut {callback_id!r}.")
        self.mark()
        ts = self.world.next_ts()
        if message is None:
            self._post("shortcut", lambda: global_shortcut(self.scene, callback_id, ts))
            return
        self._check_sees(message)
        if message.ephemeral_for is not None:
            raise ClientRefuses("A message that only you see has no shortcuts.")
        self._post("message_action", lambda: message_shortcut(self.scene, message, callback_id, ts))

    # Opening, looking, stopping

    def open_home(self) -> None:
        """Open the app's Home tab."""
        self._opened("home")

    def open_messages(self) -> None:
        """Open the app's Messages tab."""
        self._opened("messages")

    def look_at(self, channel: str | Channel) -> None:
        """Look at a channel while the app is open beside it."""
        place = self.channel(channel)
        self.mark()
        if self.app.is_assistant:
            self._looked(place)
            return
        entity = {"type": "slack#/types/channel_id", "value": place.id, "team_id": place.team}
        more: Json = {"user": self.user.id, "context": {"entities": [entity]}}
        event = of_type("app_context_changed", self.world.next_ts(), self.dm_channel, **more)
        self.office.herald.tell(self.app, event)

    def stop(self, channel: str | Channel | None, thread: str) -> None:
        """Press the stop button that is shown while the app is at work in a thread.

        Raises:
            ClientRefuses: no such button is shown.
        """
        place = self.channel(channel)
        spot = Spot(self.app.app, place.id, thread)
        session = self.world.sessions.get(spot)
        streams = [one for one in place.threads.get(thread, ()) if one.streaming_until is not None]
        if not streams and spot not in self.world.statuses and (session is None or session.status != _PROCESSING):
            raise ClientRefuses("There is no stop button: the app is not at work there.")
        self.mark()
        for stream in streams:
            stream.streaming_until = None
        self.world.touch()
        more = {"user": self.user.id, "thread_ts": thread, "streaming_message_ts": [one.ts for one in streams]}
        event = of_type("agent_session_stopped", self.world.next_ts(), place, **more)
        self.office.herald.tell(self.app, event)

    def uninstall(self) -> None:
        """Remove the app from the workspace."""
        self.mark()
        self.world.revoke(self.app)

    # Parts

    def _said(self, place: Channel, sent: str, thread: str | None) -> Message:
        ids = self.world.ids
        with self.world.lock:
            id_ = ids.secret("client message", 32)
            blocks = rich_text(sent, ids.next("", 5)) if sent else []
            return self.world.post(place, self.user.id, sent, thread_ts=thread, blocks=blocks, client_msg_id=id_)

    def _joined(self, channel: str | Channel | None) -> Channel:
        place = self.channel(channel)
        if self.user.id not in place.members or place.is_archived:
            raise ClientRefuses(f"{self.user.name} cannot write in #{place.name}.")
        for app in self.world.apps.values() if place.is_im else ():
            if app.bot_user in place.members and (app.revoked or not app.is_writable):
                why = "was removed from the workspace" if app.revoked else "does not take messages"
                raise ClientRefuses(f"{app.name} {why}.")
        return place

    def _own(self, message: Message) -> None:
        if message.user != self.user.id or message.deleted:
            raise ClientRefuses("That is not a message of one's own.")

    def _opened(self, tab: str) -> None:
        self._check_app(self.app.app)
        self.mark()
        more: Json = {"user": self.user.id, "tab": tab}
        if tab == "home" and self.home is not None:
            more["view"] = view_shape(self.home)
        event = of_type("app_home_opened", self.world.next_ts(), self.dm_channel, **more)
        self.office.herald.tell(self.app, event)

    def _command_answered(self, place: Channel, name: str, answer: Answer) -> None:
        if answer.failure is not None:
            reason = "operation_timeout" if "timeout" in answer.failure else "dispatch_failed"
            self.troubles.append(f'{name} failed with the error "{reason}"')
            self.world.whisper(place, self.user.id, self.troubles[-1])
            return
        said = answer.payload or {}
        if any(said.get(part) for part in ("text", "blocks", "attachments")):
            right = ResponseUrl(name, self.app.app, self.app.team, place.id, self.user.id, self.world.now())
            with suppress(Refused):
                # Whatever is refused is remembered by the world.
                carry_out(Asked(self.world, name, said, self.app, ""), right)
