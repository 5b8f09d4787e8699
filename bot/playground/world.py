"""World: everything the local Slack knows, in memory and under one lock.

world_ground    workspaces, people, channels, apps; the lock, the time, ids, changes
world_talk      messages, threads, reactions, files, triggers, response URLs
world_surfaces  modals, Home tabs, statuses, prompts, sessions
world           what is remembered of the calls, and what happens by itself as time passes
"""

from collections import deque
from dataclasses import dataclass
from typing import Any

from bot.playground.clock import Clock
from bot.playground.model import Call, Json, Message
from bot.playground.world_surfaces import Surfaces

CALLS_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """A payload that breaks Slack's rules, and was refused for it."""

    method: str
    error: str
    faults: tuple[Any, ...]
    arguments: Json
    app: str | None = None


@dataclass(frozen=True, slots=True)
class Hazard:
    """A payload that Slack takes and a good app does not send: an unescaped broadcast, for one."""

    method: str
    faults: tuple[Any, ...]
    arguments: Json
    app: str | None = None


class World(Surfaces):
    """Everything the local Slack knows."""

    def __init__(self, clock: Clock | None = None, seed: str = "local", *, calls_kept: int = CALLS_KEPT) -> None:
        super().__init__(clock, seed)
        self.classic = False
        """Whether only the classic methods and blocks are known."""
        self.calls: deque[Call] = deque(maxlen=calls_kept)
        """The latest calls of the Web API."""
        self.called_count = 0
        """How many calls there were; the number of the latest."""
        self.refusals: list[Refusal] = []
        """Every payload that was refused for what it holds; a test fails on any that it does not expect."""
        self.hazards: list[Hazard] = []
        """Every payload that was taken and is dangerous; the same holds."""

    def refuse(self, refusal: Refusal) -> None:
        """Remember a payload that was refused."""
        with self.lock:
            self.refusals.append(refusal)

    def hazardous(self, hazard: Hazard) -> None:
        """Remember a payload that was taken and is dangerous."""
        with self.lock:
            self.hazards.append(hazard)

    def called(self, call: Call) -> None:
        """Remember a call."""
        with self.lock:
            self.calls.append(call)
            self.called_count += 1
            self._changed.notify_all()
            self.touch()

    def calls_of(self, method: str) -> list[Call]:
        """The calls of a method, in order."""
        with self.lock:
            return [call for call in self.calls if call.method == method]

    def tick(self) -> list[Message]:
        """Do what is due by now: send scheduled messages, end old statuses; returns what was sent."""
        with self.lock:
            now = self.now()
            for spot, status in list(self.statuses.items()):
                if status.until <= now:
                    app = self.installed(spot.app, self.channels[spot.channel].team)
                    if app is None:
                        del self.statuses[spot]
                    else:
                        self.clear_status(app, self.channels[spot.channel], spot.thread)
            due = sorted((one for one in self.scheduled.values() if one.post_at <= now), key=lambda one: one.post_at)
            return [message for one in due if (message := self._send(one.id)) is not None]

    def forget(self, keep: int) -> None:
        """Forget all but the latest messages of each channel, with their threads, and the calls: for long runs."""
        with self.lock:
            self.calls.clear()
            for channel in self.channels.values():
                for old in channel.timeline[: max(0, len(channel.timeline) - keep)]:
                    for message in (old, *channel.threads.pop(old.ts, ())):
                        channel.messages.pop(message.ts, None)
                del channel.timeline[: max(0, len(channel.timeline) - keep)]
                for whispers in channel.ephemerals.values():
                    del whispers[: max(0, len(whispers) - keep)]

    def _send(self, id_: str) -> Message | None:
        scheduled = self.scheduled.pop(id_)
        channel = self.channels[scheduled.channel]
        app = next((one for one in self.apps.values() if one.bot_token == scheduled.token), None)
        if app is None or app.revoked or channel.is_archived:
            return None
        said = scheduled.arguments
        return self.post(
            channel,
            app.bot_user,
            said.get("text", ""),
            app,
            subtype="bot_message" if said.get("username") else None,
            blocks=said.get("blocks") or [],
            attachments=said.get("attachments") or [],
            metadata=said.get("metadata"),
            thread_ts=said.get("thread_ts"),
        )
