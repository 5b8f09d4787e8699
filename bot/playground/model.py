"""Model: what the local Slack holds. Plain mutable records; the World changes them under its lock.

Two records are the same only where they are one. Blocks, attachments, metadata and views are kept as the app sent
them, with the ids that Slack adds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Json = dict[str, Any]
CHAT = "assistant_app_thread"
"""The subtype of the message that a chat with an assistant begins with."""


def mapping(value: Any) -> Mapping[str, Any]:
    """An object of a manifest; an empty one in the place of anything else."""
    return value if isinstance(value, Mapping) else {}


def mappings(value: Any) -> list[Mapping[str, Any]]:
    """The objects in a list of a manifest; none in the place of anything else."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list | tuple) else []


@dataclass(slots=True, eq=False)
class Workspace:
    """A company's Slack."""

    id: str
    name: str
    domain: str


@dataclass(slots=True, eq=False)
class User:
    """A person, or the bot user of an app."""

    id: str
    team: str
    name: str
    real_name: str
    email: str | None = None
    tz: str = "Europe/Berlin"
    locale: str = "en-US"
    is_bot: bool = False
    is_admin: bool = False
    is_restricted: bool = False
    """A guest."""
    is_ultra_restricted: bool = False
    """A guest of a single channel."""
    deleted: bool = False
    app: str | None = None
    """The app whose bot user this is."""


@dataclass(slots=True, eq=False)
class File:
    """A file that somebody uploads or uploaded."""

    id: str
    team: str
    user: str
    name: str
    title: str
    mimetype: str
    size: int
    created: int
    content: bytes | None = None
    """None until it was sent."""
    shared: bool = False
    """Whether the upload was completed."""
    channels: list[str] = field(default_factory=list)
    alt: str = ""
    """What a screen reader says of a picture."""


@dataclass(slots=True, eq=False)
class Message:
    """A message in a channel, or one that a single person sees."""

    channel: str
    ts: str
    team: str
    text: str
    user: str
    """The person, or the bot user of the app."""
    app: str | None = None
    """The app that posted it."""
    bot: str | None = None
    """The id of its bot."""
    username: str | None = None
    """Another name that the app posts under."""
    subtype: str | None = None
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    thread_ts: str | None = None
    """The root of its thread; its own ts where it is a root with replies."""
    reply_users: list[str] = field(default_factory=list)
    reply_count: int = 0
    latest_reply: str | None = None
    edited: str | None = None
    """The ts of the last edit."""
    edited_by: str | None = None
    deleted: bool = False
    reactions: dict[str, list[str]] = field(default_factory=dict)
    """Who reacted, by emoji."""
    files: list[File] = field(default_factory=list)
    ephemeral_for: str | None = None
    """The only person who sees it."""
    client_msg_id: str | None = None
    pinned: bool = False
    broadcast: bool = False
    """Whether a reply is shown in the channel too."""
    streaming_until: float | None = None
    """When its stream dies; None where it is no stream, or one that was stopped."""
    streamed: bool = False
    chunks: list[Json] = field(default_factory=list)
    """What a stream got beside text: tasks and plans."""

    @property
    def is_chat(self) -> bool:
        """Whether it is the root of a chat with an assistant; its text is the title."""
        return self.subtype == CHAT

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread below another message."""
        return self.thread_ts is not None and self.thread_ts != self.ts


def all_blocks(message: Message) -> list[Json]:
    """The blocks of a message and those of its attachments."""
    attached = (one.get("blocks") for one in message.attachments)
    return [*message.blocks, *(block for blocks in attached if isinstance(blocks, list) for block in blocks)]


@dataclass(slots=True, eq=False)
class Channel:
    """A channel or a direct message, with what was said there."""

    id: str
    team: str
    name: str
    created: int
    creator: str
    members: dict[str, None] = field(default_factory=dict)
    """User ids, in the order they joined."""
    is_im: bool = False
    is_mpim: bool = False
    user: str | None = None
    """The person of a direct message with an app."""
    is_private: bool = False
    is_archived: bool = False
    is_ext_shared: bool = False
    shared_with: set[str] = field(default_factory=set)
    """The other companies' teams."""
    topic: str = ""
    purpose: str = ""
    messages: dict[str, Message] = field(default_factory=dict)
    """All of them by ts, in order."""
    timeline: list[Message] = field(default_factory=list)
    """What stands in the channel itself, in order."""
    threads: dict[str, list[Message]] = field(default_factory=dict)
    """The replies by the ts of their root, in order."""
    ephemerals: dict[str, list[Message]] = field(default_factory=dict)
    """What one person sees, by person, in order."""
    last_read: str = "0000000000.000000"


@dataclass(slots=True, eq=False)
class View:
    """A modal that is open, or a Home tab."""

    id: str
    team: str
    app: str
    user: str
    bot: str
    payload: Json
    """As the app sent it, with block and action ids filled in."""
    hash: str
    root: str
    previous: str | None = None
    state: dict[str, Json] = field(default_factory=dict)
    """What was filled in: by block id, by action id."""

    @property
    def type(self) -> str:
        """Modal or home."""
        return str(self.payload.get("type", ""))

    @property
    def external_id(self) -> str:
        """The id that the app gave it, or nothing."""
        return str(self.payload.get("external_id") or "")


@dataclass(slots=True, eq=False)
class Scheduled:
    """A message that is to be sent later."""

    id: str
    token: str
    """The bot token of the app that sends it."""
    channel: str
    post_at: int
    created: int
    arguments: Json


@dataclass(slots=True, eq=False)
class Trigger:
    """The right to open one modal, for three seconds."""

    id: str
    app: str
    team: str
    user: str
    until: float
    used: bool = False


@dataclass(slots=True, eq=False)
class ResponseUrl:
    """The right to answer an interaction, five times within thirty minutes."""

    id: str
    app: str
    team: str
    channel: str
    user: str
    until: float
    message: Message | None = None
    """The message that was clicked on, where one was."""
    thread_ts: str | None = None
    uses: int = 0


class Spot(NamedTuple):
    """Where an app's status, prompts, title and session stand."""

    app: str
    channel: str
    thread: str | None


@dataclass(slots=True, eq=False)
class Status:
    """What an app says that it is doing, in one thread."""

    text: str
    loading_messages: tuple[str, ...]
    until: float


@dataclass(slots=True, eq=False)
class Prompts:
    """What an app suggests to ask."""

    title: str | None
    prompts: list[Json]


@dataclass(slots=True, eq=False)
class AgentSession:
    """The session of an agent in one thread."""

    status: str
    title: str = ""
    initiator: str | None = None


@dataclass(slots=True, eq=False)
class Installed:
    """An app in a workspace."""

    team: str
    app: str
    name: str
    manifest: Mapping[str, Any]
    bot_user: str
    bot: str
    bot_token: str
    app_token: str
    signing_secret: str
    scopes: frozenset[str]
    request_url: str | None = None
    """Where signed requests go; None where Socket Mode is used."""
    revoked: bool = False

    @property
    def socket(self) -> bool:
        """Whether it is delivered to over Socket Mode."""
        return self.request_url is None

    @property
    def has_home(self) -> bool:
        """Whether it has a Home tab."""
        return bool(self._app_home.get("home_tab_enabled"))

    @property
    def has_messages(self) -> bool:
        """Whether there is a direct message with it."""
        return self._app_home.get("messages_tab_enabled") is not False

    @property
    def is_writable(self) -> bool:
        """Whether people may write to it."""
        return self.has_messages and not self._app_home.get("messages_tab_read_only_enabled")

    @property
    def is_assistant(self) -> bool:
        """Whether people talk to it in chats: the older form of agents."""
        return "assistant_view" in self.features and "agent_view" not in self.features

    @property
    def unfurl_domains(self) -> tuple[str, ...]:
        """The domains whose links it is told of."""
        domains = self.features.get("unfurl_domains")
        return tuple(str(one).lower() for one in domains) if isinstance(domains, list | tuple) else ()

    @property
    def _app_home(self) -> Mapping[str, Any]:
        return mapping(self.features.get("app_home"))

    @property
    def features(self) -> Mapping[str, Any]:
        """What its manifest says of what people see of it."""
        return mapping(self.manifest.get("features"))

    @property
    def events(self) -> frozenset[str]:
        """The events that its manifest subscribes to."""
        subscriptions = self.manifest.get("settings", {}).get("event_subscriptions", {})
        return frozenset(subscriptions.get("bot_events", ()))


ChangeKind = Literal[
    "message",
    "message_changed",
    "message_deleted",
    "ephemeral",
    "ephemeral_changed",
    "ephemeral_deleted",
    "reaction_added",
    "reaction_removed",
    "pin_added",
    "pin_removed",
    "file",
    "channel",
    "member_joined",
    "member_left",
    "view_opened",
    "view_pushed",
    "view_updated",
    "view_closed",
    "home",
    "status",
    "prompts",
    "title",
    "session",
    "installed",
    "uninstalled",
    "unfurled",
]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened."""

    kind: ChangeKind
    team: str
    item: Any
    """The message, the view, the file, the channel, the status, the app."""
    channel: str | None = None
    user: str | None = None
    """Who did it: a person, or an app's bot user."""
    detail: Any = None
    """What the kind needs beside: the emoji, the spot, the text before."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method, for tests and the inspector."""

    method: str
    arguments: Json
    response: Json
    app: str | None
    team: str | None
    seconds: float
    at: float
    faults: tuple[Any, ...] = ()
    """What was wrong with the payload, as the rules say it."""
    made: Message | None = None
    """The message that it made or changed, where the answer does not say so."""

    @property
    def ok(self) -> bool:
        """Whether it was done."""
        return bool(self.response.get("ok"))
