"""Notify: what nobody asked for, posted to the channel that a workspace chose for it.

Account intelligence never leaves the company: where Slack does not say for sure that a channel is the workspace's own,
nothing is posted there. Nobody waits for such a message, so what cannot be posted is said to whoever runs the command.
"""

from slack_sdk import WebClient

from bot.core.errors import FikaError, NotAllowed
from bot.core.gap_digest import Digest
from bot.slack.client import Refusal, ask
from bot.slack.errors import SlackBusy
from bot.slack.post import Poster
from bot.slack.serving import who_we_are
from bot.slack.views.digest import digest_message

_SETTINGS = "an admin of Fika can choose another one in the settings, on Fika's Home tab"
_BUSY = "Slack takes no messages right now. Nothing was posted: run this again in a minute."


class MaybePosted(Exception):
    """Raised when nobody knows whether something was posted; it is not to be posted again by itself."""


class SlackNotifier:
    """Posts to one channel of a workspace.

    Args:
        client: how Slack is called.
        poster: posts.
        team: whose workspace it is.
        channel: where to.
    """

    def __init__(self, client: WebClient, poster: Poster, team: str, channel: str) -> None:
        self._client, self._poster, self._team, self._channel = client, poster, team, channel

    def post(self, digest: Digest) -> None:
        """Post a weekly digest.

        Raises:
            TokenRefused: the bot's token is not accepted.
            SlackUnreachable: Slack does not answer.
            NotAllowed: the channel is shared with another company, or Slack does not say that it is not.
            FikaError: it was not posted, for another reason.
            MaybePosted: nobody knows whether it was.
        """
        us = who_we_are(self._client)
        if us.team_id != self._team:
            raise FikaError(f"SLACK_BOT_TOKEN is of the workspace {us.team_id}, and this digest is of {self._team}.")
        try:
            check_channel(self._client, self._channel)
        except SlackBusy:
            raise FikaError(_BUSY) from None
        try:
            self._poster.share(self._channel, None, digest_message(digest), delivery=None)
        except SlackBusy as busy:
            if busy.sent:
                raise MaybePosted from None
            raise FikaError(_BUSY) from None


def check_channel(client: WebClient, channel: str) -> None:
    """Make sure that a channel is the workspace's own, and that Fika may post there.

    Raises:
        NotAllowed: it is not, or Slack does not say.
        SlackBusy: Slack is busy or cannot be reached.
        SlackRefused: Slack refuses the app.
    """
    try:
        told = ask(lambda: client.conversations_info(channel=channel)).get("channel") or {}
    except Refusal as refused:
        raise NotAllowed(_unseen(refused)) from None
    why_not = None
    if told.get("is_ext_shared") or told.get("is_pending_ext_shared"):
        why_not = "It is shared with another company, so I post nothing about accounts there"
    elif told.get("is_archived"):
        why_not = "It is archived"
    elif not told.get("is_member"):
        why_not = "I am not in it. Invite me there with `/invite @Fika`, and try again"
    if why_not is not None:
        raise NotAllowed(f"The weekly digest cannot go to that channel. {why_not}; {_SETTINGS}.")


def _unseen(refused: Refusal) -> str:
    if refused.for_good:
        return (
            "Slack does not tell me whether that channel is shared with another company, so I post no digest there. "
            "Install the app again with the optional scopes channels:read and groups:read."
        )
    return (
        f"I cannot see that channel ({refused.code}). Invite me there with `/invite @Fika`, and try again; {_SETTINGS}."
    )
