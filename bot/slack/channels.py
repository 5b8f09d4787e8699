"""Channels: whether one is shared with another company, as far as Slack lets us ask."""

from slack_sdk import WebClient

from bot.slack.client import Refusal, ask


class Channels:
    """Asks Slack about channels.

    Args:
        client: how Slack is called.
    """

    def __init__(self, client: WebClient) -> None:
        self._client = client

    def is_ours(self, channel: str) -> bool | None:
        """Whether nobody but the workspace's own people reads a channel; None where Slack does not say.

        Slack says so only to apps that may read about channels, which is an optional scope.

        Raises:
            SlackBusy: Slack is busy or cannot be reached; nothing is to be posted there before it has said so.
        """
        try:
            told = ask(lambda: self._client.conversations_info(channel=channel)).get("channel") or {}
        except Refusal:
            return None
        shared = told.get("is_ext_shared") or told.get("is_pending_ext_shared")
        return not shared
