"""Errors: what goes wrong with Slack, and what a person is told about anything that goes wrong.

    FikaError
    ├── SlackBusy       Slack is busy or cannot be reached; what was to be posted is put off
    ├── SlackRefused    Slack refuses the app itself; whoever runs Fika has to do something
    └── ChannelClosed   Slack does not let Fika write in that channel

A known error speaks for itself, unless its words are for whoever runs Fika: a rep can do nothing about a database. An
unknown one never speaks at all: its words may hold anything. The log gets who, where and what kind, never what was
written.
"""

import logging
import os
import re
from traceback import extract_tb

from bot.core.errors import (
    AccountUnknown,
    FikaError,
    FileRefused,
    PackInvalid,
    PackUnknown,
    StateUnavailable,
    VersionNotRaised,
)

log = logging.getLogger(__name__)
_NUMBER = re.compile(r"#\d+")
"""How an account is called that nobody named: a button carries its number."""
ACCOUNT_GONE = (
    "That account is not there any more: it was merged with another one, or deleted. Ask me about it by its name; "
    "where it was merged, you get the account that it is part of now."
)
OURS = f"{os.sep}bot{os.sep}"


class SlackBusy(FikaError):
    """Raised when Slack does not take something now.

    Args:
        after: seconds after which it is worth another try.
        sent: whether it may have arrived all the same.
    """

    def __init__(self, after: float, *, sent: bool) -> None:
        self.after, self.sent = after, sent
        super().__init__("Slack does not take my answers right now. Nothing is lost: I go on trying until it does.")


class SlackRefused(FikaError):
    """Raised when Slack refuses the app itself or leaves no way to answer; `code` is Slack's own word for it."""

    def __init__(self, sentence: str, code: str) -> None:
        self.code = code
        super().__init__(sentence)


class ChannelClosed(FikaError):
    """Raised when Slack does not let Fika write in a channel; `code` is Slack's own word for it."""

    def __init__(self, channel: str, code: str) -> None:
        self.channel, self.code = channel, code
        super().__init__(
            "Slack does not let me write in that channel. Invite me there with `/invite @Fika` and share again, or "
            "choose another channel."
        )


_FOR_WHOEVER_RUNS_IT = (StateUnavailable, PackInvalid, PackUnknown, FileRefused, VersionNotRaised)


def sentence_for(error: Exception, reference: str) -> str:
    """What a person is told about an error: what happened, what to do, and what to quote.

    Args:
        error: what went wrong.
        reference: under which it stands in the log.
    """
    if isinstance(error, StateUnavailable):
        return (
            "I cannot reach my records right now, and nothing of this step was kept. Try again in a moment. If it goes "
            f"on, tell whoever runs Fika, and quote the reference {reference}."
        )
    if isinstance(error, _FOR_WHOEVER_RUNS_IT):
        return (
            "The pack that this workspace uses cannot be read, so I cannot answer. Tell whoever runs Fika, and quote "
            f"the reference {reference}."
        )
    if isinstance(error, AccountUnknown) and _NUMBER.fullmatch(error.name):
        return ACCOUNT_GONE
    if isinstance(error, FikaError) and str(error):
        return str(error)
    return (
        "Something went wrong on my side, and I could not finish this. Try again; if it happens once more, tell "
        f"whoever runs Fika, and quote the reference {reference}."
    )


def log_failure(error: Exception, *, team: str, user: str, reference: str) -> None:
    """Note an error in the log: its kind and place, and its own words only where they are about the deployment."""
    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if OURS in frame.filename]
    where = ", from ".join(f"{frame.filename}:{frame.lineno}" for frame in [*frames[-1:], *ours[-1:]]) or "nowhere"
    words = f" {error}" if isinstance(error, (*_FOR_WHOEVER_RUNS_IT, SlackRefused)) else ""
    log.error("%s at %s: team %s, user %s, reference %s.%s", type(error).__name__, where, team, user, reference, words)
