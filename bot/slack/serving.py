"""Serving: what both ways of running Fika in Slack have in common.

Slack is asked who we are there; a signal ends the process in order; what is logged names no person's words and no token.
"""

import logging
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from queue import Empty, SimpleQueue
from types import FrameType
from typing import Protocol

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.errors import FikaError

log = logging.getLogger(__name__)

SIGNALS = (signal.SIGTERM, signal.SIGINT)
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
PATIENCE = 10
"""Seconds to wait for Slack's answer to a question about ourselves."""


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
    bot: str
    """The name of the bot's user."""


def who_we_are(client: WebClient) -> Identity:
    """Ask Slack whom the bot's token belongs to.

    Raises:
        TokenRefused: the token is not accepted.
        SlackUnreachable: there is no answer.
    """
    try:
        told = quiet(client).auth_test()
    except UNREACHABLE as failure:
        raise explained(failure, client, "SLACK_BOT_TOKEN") from None
    return Identity(str(told.get("team") or told.get("team_id") or "?"), str(told.get("user") or "?"))


def quiet(client: WebClient) -> WebClient:
    """A client for the same server that leaves it to us to say what went wrong."""
    silent = logging.getLogger("bot.slack.silent")
    silent.setLevel(logging.CRITICAL + 1)
    return WebClient(
        token=client.token,
        base_url=client.base_url,
        timeout=PATIENCE,
        ssl=client.ssl,
        proxy=client.proxy,
        logger=silent,
        retry_handlers=[],
    )


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


class Stop:
    """Says once and for all that the process is to end; may be told from a signal handler."""

    def __init__(self) -> None:
        # An event's lock could be held by the very thread that the signal interrupts; this queue has none.
        self._queue: SimpleQueue[None] = SimpleQueue()
        self.told = False

    def tell(self) -> None:
        """End."""
        self.told = True
        self._queue.put(None)

    def wait(self, seconds: float) -> bool:
        """Wait until told, for at most so many seconds; whether it was told."""
        if not self.told:
            try:
                self._queue.get(timeout=seconds)
            except Empty:
                return self.told
        return True


@contextmanager
def told_by_signals() -> Iterator[Stop]:
    """A stop that SIGTERM and SIGINT tell; a second signal ends the process at once."""
    stop = Stop()
    before = {each: signal.getsignal(each) for each in SIGNALS}

    def restore() -> None:
        for each, handler in before.items():
            signal.signal(each, handler)

    def end(_number: int, _frame: FrameType | None) -> None:
        restore()
        stop.tell()

    for each in SIGNALS:
        signal.signal(each, end)
    try:
        yield stop
    finally:
        restore()


class Deadline:
    """So many seconds from now."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left."""
        return max(0.0, self._end - time.monotonic())


def finish(app: SlackApp, deadline: Deadline) -> bool:
    """Finish what was acknowledged, and say how that went; True if all was finished."""
    finished = app.stop(deadline.left)
    if finished:
        log.info("Everything that was acknowledged is finished.")
    else:
        log.warning("Not everything could be finished in time; it is kept, and taken over by the next process.")
    return finished


def log_to_stderr(level: str) -> None:
    """Log our own words from a level on, and other people's only from a warning on.

    Below a warning the libraries log whole payloads, which hold what people wrote.
    """
    chosen = logging.getLevelNamesMapping()[level.upper()]
    logging.basicConfig(level=max(chosen, logging.WARNING), format="%(asctime)s %(levelname)s %(message)s", force=True)
    logging.getLogger("bot").setLevel(chosen)
