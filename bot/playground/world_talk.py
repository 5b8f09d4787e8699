"""Talk: the part of the World that holds what is said: messages, threads, reactions, pins and files."""

from collections.abc import Mapping
from typing import TypedDict, Unpack

from bot.playground.clock import Clock
from bot.playground.model import Change, Channel, File, Installed, Json, Message, ResponseUrl, Spot, Status, Trigger
from bot.playground.payload import attachments_with_ids, blocks_with_ids
from bot.playground.world_ground import Ground

STREAM_LIVES = 300
TRIGGER_LIVES = 3
RESPONSE_URL_LIVES = 1800
RESPONSE_URL_USES = 5


class Said(TypedDict, total=False):
    """What may come with a message; the meanings are those of Message."""

    blocks: list[Json]
    attachments: list[Json]
    metadata: Json | None
    thread_ts: str | None
    subtype: str | None
    username: str | None
    broadcast: bool
    files: list[File]
    client_msg_id: str | None
    streaming_until: float | None
    streamed: bool
    chunks: list[Json]


class Talk(Ground):
    """What is said."""

    def __init__(self, clock: Clock | None = None, seed: str = "local") -> None:
        super().__init__(clock, seed)
        self.files: dict[str, File] = {}
        self.unseen: list[Message] = []
        """What was said for one person's eyes where Slack does not show it; see `whisper`."""
        self.statuses: dict[Spot, Status] = {}
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, ResponseUrl] = {}

    def post(
        self, channel: Channel, user: str, text: str, app: Installed | None = None, **said: Unpack[Said]
    ) -> Message:
        """Say something in a channel, as a person or as an app; a thread is one whose root is there."""
        with self.lock:
            message = self._message(channel, user, text, app, said)
            root = channel.messages.get(message.thread_ts) if message.thread_ts else None
            channel.messages[message.ts] = message
            if root is None or root is message:
                channel.timeline.append(message)
            else:
                self._reply(channel, root, message)
            for file in message.files:
                file.channels.append(channel.id)
            if app is not None and message.streaming_until is None:
                self.clear_status(app, channel, message.thread_ts)
            self.changed(Change("message", message.team, message, channel.id, user))
            return message

    def whisper(
        self, channel: Channel, to: str, text: str, app: Installed | None = None, **said: Unpack[Said]
    ) -> Message:
        """Say something that one person sees; in a thread that nobody has replied in yet, Slack shows it to nobody."""
        with self.lock:
            message = self._message(channel, app.bot_user if app else "USLACKBOT", text, app, said)
            message.ephemeral_for = to
            root = channel.messages.get(message.thread_ts or "")
            if root is not None and not root.reply_count:
                self.unseen.append(message)
                return message
            channel.ephemerals.setdefault(to, []).append(message)
            self.changed(Change("ephemeral", message.team, message, channel.id, message.user))
            return message

    def edit(self, message: Message, by: str, text: str | None = None, **said: Unpack[Said]) -> Message:
        """Change what a message says; what is not given stays."""
        with self.lock:
            before = {"text": message.text, "blocks": message.blocks}
            message.text = message.text if text is None else text
            if "blocks" in said:
                said["blocks"] = blocks_with_ids(said["blocks"], self.ids)
            if "attachments" in said:
                said["attachments"] = attachments_with_ids(said["attachments"], self.ids)
            for name, value in said.items():
                setattr(message, name, value)
            message.edited, message.edited_by = self.next_ts(), by
            kind = "ephemeral_changed" if message.ephemeral_for else "message_changed"
            self.changed(Change(kind, message.team, message, message.channel, by, before))  # type: ignore[arg-type]
            return message

    def delete(self, message: Message, by: str) -> None:
        """Take a message away; a root with replies stays as an empty one."""
        with self.lock:
            channel = self.channels[message.channel]
            message.deleted = True
            if message.ephemeral_for:
                channel.ephemerals[message.ephemeral_for].remove(message)
            else:
                self._take_away(channel, message)
            kind = "ephemeral_deleted" if message.ephemeral_for else "message_deleted"
            self.changed(Change(kind, message.team, message, channel.id, by))  # type: ignore[arg-type]

    def react(self, message: Message, user: str, emoji: str) -> bool:
        """React to a message; False where that person already did so."""
        with self.lock:
            who = message.reactions.setdefault(emoji, [])
            if user in who:
                return False
            who.append(user)
            self.changed(Change("reaction_added", message.team, message, message.channel, user, emoji))
            return True

    def unreact(self, message: Message, user: str, emoji: str) -> bool:
        """Take a reaction back; False where there is none."""
        with self.lock:
            who = message.reactions.get(emoji, [])
            if user not in who:
                return False
            who.remove(user)
            if not who:
                del message.reactions[emoji]
            self.changed(Change("reaction_removed", message.team, message, message.channel, user, emoji))
            return True

    def pin(self, message: Message, user: str, *, pinned: bool = True) -> bool:
        """Pin a message, or take the pin out; False where that is so already."""
        with self.lock:
            if message.pinned is pinned:
                return False
            message.pinned = pinned
            kind = "pin_added" if pinned else "pin_removed"
            self.changed(Change(kind, message.team, message, message.channel, user))  # type: ignore[arg-type]
            return True

    def unfurl(self, message: Message, app: Installed, unfurls: Mapping[str, Json]) -> None:
        """Show what stands behind links of a message, in the place of what the app showed of the same ones before."""
        with self.lock:
            whose = {"app_id": app.app, "bot_id": app.bot, "is_app_unfurl": True}
            kept = [
                one
                for one in message.attachments
                if (one.get("app_id"), one.get("from_url")) not in {(app.app, url) for url in unfurls}
            ]
            made = [one | {"from_url": url, "app_unfurl_url": url} | whose for url, one in unfurls.items()]
            message.attachments = attachments_with_ids([*kept, *made], self.ids)
            self.changed(Change("unfurled", message.team, message, message.channel, app.bot_user))

    def add_file(self, team: str, user: str, name: str, content: bytes | None = None, **more: str | int) -> File:
        """A file, with its content or awaiting it."""
        with self.lock:
            file = File(
                self.ids.next("F0"),
                team,
                user,
                name,
                str(more.get("title", name)),
                str(more.get("mimetype", "application/octet-stream")),
                int(more.get("size", len(content or b""))),
                int(self.now()),
                content,
                shared=content is not None,
            )
            self.files[file.id] = file
            self.changed(Change("file", team, file, None, user))
            return file

    # Rights of a moment

    def trigger(self, app: Installed, user: str) -> str:
        """The right of an app to open a modal for a person, for three seconds."""
        with self.lock:
            ids = self.passing
            id_ = f"{ids.number('trigger')}.{ids.number('trigger')}.{ids.secret('trigger', 32)}"
            self.triggers[id_] = Trigger(id_, app.app, app.team, user, self.now() + TRIGGER_LIVES)
            self._forget_old(self.triggers)
            return id_

    def response_url(
        self,
        app: Installed,
        channel: Channel,
        user: str,
        message: Message | None = None,
        thread_ts: str | None = None,
    ) -> str:
        """The id of a URL by which an app may answer an interaction; served under /response/<id>."""
        with self.lock:
            id_ = f"{app.team}/{self.ids.number('response url')}/{self.ids.next('', 24)}"
            until = self.now() + RESPONSE_URL_LIVES
            self.response_urls[id_] = ResponseUrl(id_, app.app, app.team, channel.id, user, until, message, thread_ts)
            self._forget_old(self.response_urls)
            return id_

    def clear_status(self, app: Installed, channel: Channel, thread: str | None) -> None:
        """End what an app says that it is doing there."""
        spot = Spot(app.app, channel.id, thread)
        if self.statuses.pop(spot, None) is not None:
            self.changed(Change("status", app.team, None, channel.id, app.bot_user, spot))

    # Parts

    def _message(self, channel: Channel, user: str, text: str, app: Installed | None, said: Said) -> Message:
        known = self.users.get(user)
        team = app.team if app else known.team if known else channel.team
        said["blocks"] = blocks_with_ids(said.get("blocks") or [], self.ids)
        said["attachments"] = attachments_with_ids(said.get("attachments") or [], self.ids)
        return Message(
            channel.id,
            self.next_ts(),
            team,
            text,
            user,
            app=app.app if app else None,
            bot=app.bot if app else None,
            **said,
        )

    def _reply(self, channel: Channel, root: Message, message: Message) -> None:
        root.thread_ts = root.ts
        root.reply_count += 1
        root.latest_reply = message.ts
        if message.user not in root.reply_users:
            root.reply_users.append(message.user)
        message.thread_ts = root.ts
        channel.threads.setdefault(root.ts, []).append(message)
        if message.broadcast:
            channel.timeline.append(message)

    def _take_away(self, channel: Channel, message: Message) -> None:
        if message.reply_count:
            message.subtype, message.text, message.blocks = "tombstone", "This message was deleted.", []
            return
        channel.messages.pop(message.ts, None)
        _remove(channel.timeline, message)
        if message.is_reply and message.thread_ts in channel.threads:
            replies = channel.threads[message.thread_ts]
            _remove(replies, message)
            root = channel.messages[message.thread_ts]
            root.reply_count = len(replies)
            root.latest_reply = replies[-1].ts if replies else None
            root.reply_users = list(dict.fromkeys(reply.user for reply in replies))

    def _forget_old(self, rights: dict[str, Trigger] | dict[str, ResponseUrl], keep: int = 5000) -> None:
        # Long after it ended a right is forgotten, so that the memory stays flat; the ids rise with time.
        while len(rights) > keep:
            rights.pop(next(iter(rights)))


def _remove(messages: list[Message], message: Message) -> None:
    messages[:] = [one for one in messages if one is not message]
