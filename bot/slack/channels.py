"""Channels: whether one is shared with another company, as far as Slack lets us ask."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

from slack_sdk import WebClient

from bot.slack.client import Refusal, ask

REMEMBERED = timedelta(hours=1)
MOST = 10_000
"""Channels that are remembered; forgetting them only means asking again."""


class Channels:
    """Asks Slack about channels, and remembers the answers for an hour.

    Args:
        client: how Slack is called.
        clock: the time.
    """

    def __init__(self, client: WebClient, clock: Callable[[], datetime]) -> None:
        self._client, self._clock = client, clock
        self._known: dict[str, tuple[datetime, bool | None]] = {}
        self._lock = Lock()

    def is_ours(self, channel: str, *, surely: bool = False) -> bool | None:
        """Whether nobody but the workspace's own people reads a channel; None where Slack does not say.

        Slack says so only to apps that may read about channels, which is an optional scope.

        Args:
            channel: the channel.
            surely: ask anew, whatever was said before.

        Raises:
            SlackBusy: Slack is busy or cannot be reached; nothing is to be posted there before it has said so.
        """
        now = self._clock()
        with self._lock:
            known = self._known.get(channel)
        if known is not None and now - known[0] < REMEMBERED and not surely:
            return known[1]
        ours = self._ask(channel)
        with self._lock:
            if len(self._known) >= MOST:
                self._known.clear()
            self._known[channel] = now, ours
        return ours

    def _ask(self, channel: str) -> bool | None:
        try:
            told = ask(lambda: self._client.conversations_info(channel=channel)).get("channel") or {}
        except Refusal:
            return None
        return not (told.get("is_ext_shared") or told.get("is_pending_ext_shared"))
