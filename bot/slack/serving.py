"""Serving: what both ways of running Fika in Slack have in common.

Slack is asked who we are there, what was acknowledged is finished before the end, and what is logged holds neither
anybody's words nor a token.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from typing import Protocol, TypeVar

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.errors import FikaError
from bot.ports.stop import Stop

log = logging.getLogger(__name__)

UNREACHABLE = (SlackClientError, OSError, HTTPException)
"""What the SDK raises where no answer, or none that makes sense, came from Slack."""
REFUSALS = frozenset(
    {
        "account_inactive",
        "ekm_access_denied",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
    }
)
"""What Slack says of a token that will not do later either."""
LONGEST_PAUSE = 30.0
"""Seconds."""
SILENT = logging.getLogger("bot.slack.silent")
"""Where the SDK may complain without being heard; what it has to say is said in our own words."""
SILENT.setLevel(logging.CRITICAL + 1)

T = TypeVar("T")


class TokenRefused(FikaError):
    """Raised when Slack does not accept a token; trying again would not help."""


class SlackUnreachable(FikaError):
    """Raised when Slack does not answer; trying again may help."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        self.wait = wait
        """How many seconds Slack asks to wait; None where it does not say."""
        super().__init__(message)


class SlackApp(Protocol):
    """Fika in Slack, however its deliveries reach it."""

    @property
    def bolt(self) -> App:
        """What a delivery is dispatched to; it answers as soon as the delivery is kept."""

    def start(self) -> None:
        """Start working, and take over what is unanswered."""

    def stop(self, grace: float) -> bool:
        """Accept nothing more and finish what was acknowledged; True if all was finished within so many seconds."""

    def ready(self) -> bool:
        """Whether deliveries can be kept and are worked on."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are in Slack."""

    team: str
    """The workspace's name."""
    team_id: str
    user: str
    """The name of the bot's user."""
    user_id: str


def who_we_are(client: WebClient) -> Identity:
    """Ask Slack whom the bot's token belongs to.

    Raises:
        TokenRefused: the token is not accepted.
        SlackUnreachable: there is no answer, or none that is understood.
    """
    try:
        told = client.auth_test()
    except UNREACHABLE as failure:
        raise explained(failure, client, "SLACK_BOT_TOKEN") from None
    team_id, user_id = (str(told.get(name) or "") for name in ("team_id", "user_id"))
    if not (team_id and user_id):
        raise SlackUnreachable(f"{client.base_url} does not say who we are.")
    return Identity(str(told.get("team") or team_id), team_id, str(told.get("user") or user_id), user_id)


def explained(failure: Exception, client: WebClient, variable: str) -> FikaError:
    """What went wrong in a call, as a sentence.

    Args:
        failure: what the SDK raised.
        client: whose server was called.
        variable: where the token that was used comes from.
    """
    if isinstance(failure, SlackApiError):
        error = _error_of(failure)
        if error in REFUSALS:
            return TokenRefused(
                f"Slack does not accept {variable} ({error}). Copy the token anew from the app's settings at"
                " https://api.slack.com/apps, and install the app in the workspace."
            )
        wait = str(getattr(failure.response, "headers", {}).get("Retry-After", ""))
        said = f"{client.base_url} answered {error or 'something that is not understood'}."
        return SlackUnreachable(said, float(wait) if wait.isdecimal() else None)
    return SlackUnreachable(f"{client.base_url} does not answer ({type(failure).__name__}).")


def _error_of(failure: SlackApiError) -> str:
    said = getattr(failure.response, "data", failure.response)
    return str(said.get("error") or "") if isinstance(said, dict) else ""


def patiently(make: Callable[[], T], stop: Stop) -> T | None:
    """What needs Slack to be made, however long Slack takes; None where we were told to stop first."""
    failures = 0
    while not stop.told:
        try:
            return make()
        except SlackUnreachable as failure:
            failures += 1
            wait = pause(failures) if failure.wait is None else failure.wait
            log.warning("%s Trying again in %g seconds.", failure, wait)
            stop.wait(wait)
    return None


def pause(failures: int) -> float:
    """How many seconds to wait after so many failures in a row."""
    return min(2.0 ** min(failures - 1, 10), LONGEST_PAUSE) if failures else 0.0


def finish(app: SlackApp, stop: Stop, grace: float) -> None:
    """Finish what was acknowledged, within so many seconds of being told to stop, and say how that went."""
    if app.stop(stop.left(grace)):
        log.info("Everything that was acknowledged is finished.")
    else:
        log.warning("Not everything could be finished in time; it is kept, and taken over by the next process.")


def log_to_stderr(level: str) -> None:
    """Log our own words from a level on, and other people's only from a warning on.

    Below a warning the libraries log whole payloads, which hold what people wrote.
    """
    chosen = logging.getLevelNamesMapping()[level.upper()]
    logging.basicConfig(level=max(chosen, logging.WARNING), format="%(asctime)s %(levelname)s %(message)s", force=True)
    logging.getLogger("bot").setLevel(chosen)
    logging.getLogger("slack_bolt.App").addFilter(_is_news)


def _is_news(record: logging.LogRecord) -> bool:
    # Bolt looks for SLACK_BOT_TOKEN by itself, and says at every start that it does not need what it found.
    return "`token` will be unused" not in record.getMessage()
