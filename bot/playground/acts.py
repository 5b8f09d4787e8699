"""Acts: what people do in Slack: type, mention, click, choose, submit, open Home, run a shortcut, react, upload.

Each act checks what Slack's client checks, changes the world, and lets Slack tell the app. What the app does about it
is then looked at, or waited for.
"""

from contextlib import suppress
from typing import Any

from bot.playground.acts_elements import ClientRefuses, Element, chooser, clickable, labels, value_of
from bot.playground.acts_forms import Filler
from bot.playground.acts_payload import action_of, command, global_shortcut, message_shortcut, on_message, on_view
from bot.playground.acts_seen import Office, Onlooker, all_words
from bot.playground.acts_typing import as_sent, rich_text
from bot.playground.api.method import Asked, Refused
from bot.playground.api.response_urls import carry_out
from bot.playground.delivery import Answer, Kind
from bot.playground.events import of_type
from bot.playground.events_shape import view_shape
from bot.playground.model import Channel, Json, Message, ResponseUrl, Spot, View

__all__ = ["ClientRefuses", "Office", "Onlooker", "Person", "all_words"]

_PROCESSING = "processing"


class Person(Filler):
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
        self.mark()
        self.world.react(message, self.user.id, emoji)

    def upload(
        self, channel: str | Channel | None, name: str, content: bytes, text: str = "", thread: str | None = None
    ) -> Message:
        """Post a file."""
        place = self._joined(channel)
        self.mark()
        file = self.world.add_file(self.user.team, self.user.id, name, content)
        sent = as_sent(self.world, self.user.team, text)
        return self.world.post(place, self.user.id, sent, thread_ts=thread, files=[file], subtype="file_share")

    def invite(self, channel: str | Channel) -> None:
        """Let the app into a channel."""
        place = self._joined(channel)
        self.mark()
        self.world.join(place, self.app.bot_user, self.user.id)

    # Commands and shortcuts

    def command(self, line: str, channel: str | Channel | None = None) -> None:
        """Run a slash command, in the direct message with the app where no channel is given.

        Raises:
            ClientRefuses: the app has no such command.
        """
        name, _, text = line.partition(" ")
        known = [one["command"] for one in self.app.manifest.get("features", {}).get("slash_commands", ())]
        if name not in known or "commands" not in self.app.scopes:
            raise ClientRefuses(f"{name} is not a valid command. There are: {', '.join(known)}.")
        place = self.channel(channel)
        self.mark()
        sent = as_sent(self.world, self.user.team, text.strip())

        def answered(answer: Answer) -> None:
            self._command_answered(place, name, answer)

        self.deliver(Kind.COMMAND, name, lambda: dict(command(self.scene, place, name, sent)), answered)

    def shortcut(self, message: Message | None, callback_id: str) -> None:
        """Run a shortcut on a message, or a global one.

        Raises:
            ClientRefuses: the app has no such shortcut, or the message is not there.
        """
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

    # Clicking and choosing

    def click(self, shown: Message | View, button: str, *, confirm: bool = True) -> None:
        """Click a button of a message, a modal or Home.

        Args:
            shown: what the button stands in.
            button: its action id or the words on it.
            confirm: what to answer where the click is asked about.

        Raises:
            ClientRefuses: the button is not there, or the message is not there for this person.
        """
        self._check_shown(shown)
        element = clickable(_blocks(shown), button)
        if element.json.get("confirm") and not confirm:
            return
        label = button if button in labels(element) else labels(element)[0]
        self.mark()
        self._acted(shown, element, None, label)

    def choose(self, shown: Message | View, name: str, option: Any) -> None:
        """Choose in a select, a picker or an overflow menu, by action id or block id.

        Raises:
            ClientRefuses: it is not there, or does not offer that.
        """
        self._check_shown(shown)
        element = chooser(_blocks(shown), name)
        value = value_of(element, option, self._suggested(element, option, shown))
        if isinstance(shown, View) and element.type != "overflow":
            self._keep(shown, element, value)
        if element.block.get("type") != "input" or element.block.get("dispatch_action"):
            self.mark()
            self._acted(shown, element, value)

    def forge(self, shown: Message | View, action_id: str, value: str, *, type_: str = "button") -> None:
        """Send a click that Slack's client would never send, as an attacker does."""
        self.mark()
        json = {"type": type_, "action_id": action_id, "value": value}
        self._acted(shown, Element("forged", action_id, json, {"block_id": "forged"}), None)

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
        return place

    def _own(self, message: Message) -> None:
        if message.user != self.user.id or message.deleted:
            raise ClientRefuses("That is not a message of one's own.")

    def _check_sees(self, message: Message) -> None:
        if not self.sees(message):
            raise ClientRefuses(f"{self.user.name} does not see that message.")

    def _check_shown(self, shown: Message | View) -> None:
        if isinstance(shown, Message):
            self._check_sees(shown)
        elif shown.user != self.user.id:
            raise ClientRefuses(f"{self.user.name} does not see that view.")
        else:
            self._check_open(shown)

    def _acted(self, shown: Message | View, element: Element, value: Json | None, label: str = "") -> None:
        action = action_of(element, self.world.next_ts(), value, label)
        if isinstance(shown, View):
            self._post("block_actions", lambda: on_view(self.scene, shown, action))
            return
        filled = self.filled.setdefault(shown.ts, {})
        if value:
            filled.setdefault(element.block_id, {})[element.action_id] = value
        self._post("block_actions", lambda: on_message(self.scene, shown, action, filled))

    def _opened(self, tab: str) -> None:
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
        if said.get("text") or said.get("blocks"):
            right = ResponseUrl(name, self.app.app, self.app.team, place.id, self.user.id, self.world.now())
            with suppress(Refused):
                # Whatever is refused is remembered by the world.
                carry_out(Asked(self.world, name, said, self.app, ""), right)


def _blocks(shown: Message | View) -> Any:
    return shown.payload.get("blocks", ()) if isinstance(shown, View) else shown.blocks
