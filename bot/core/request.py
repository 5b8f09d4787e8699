"""Request: what a person wants from the bot, as the router understood it.

One frozen shape for every kind, because every kind carries the same things: which account, what was stated, who is met
at which stage, and when. What a kind needs and a message lacks is asked for by whoever carries the request out.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from pydantic import JsonValue

from bot.core.journey import StageId
from bot.core.language.reading import CannotTell, Reading
from bot.core.naming import Found, Resolution
from bot.core.naming import N as Name


class RequestKind(StrEnum):
    """What a message asks for."""

    FIT_QUESTION = "fit_question"
    """Does it fit, is it worth chasing?"""
    WHY = "why"
    """Why is the verdict what it is?"""
    WHAT_WOULD_IT_TAKE = "what_would_it_take"
    """What has to change for a better verdict?"""
    NEXT_QUESTION = "next_question"
    """What is to be asked about an account?"""
    WORK_LIST = "work_list"
    """What is to be worked on: the question about all accounts at once that NEXT_QUESTION is about one."""
    STATE_ANSWERS = "state_answers"
    """It states something about an account."""
    SHOW_ICP = "show_icp"
    """Whom do we sell to?"""
    SHOW_ACCOUNT = "show_account"
    """What is known of an account?"""
    START_INTERVIEW = "start_interview"
    """Let us go through the questions."""
    BRIEFING = "briefing"
    """Get me ready for a call."""
    LOG_GAP = "log_gap"
    """Something is missing and should be noted."""
    OPEN_QUESTION = "open_question"
    """A question to answer from the knowledge."""
    HELP = "help"
    """What can you do?"""
    GREETING = "greeting"
    """Hello, or thank you."""
    UNKNOWN = "unknown"
    """None of these, or not certain enough to act on."""

    @property
    def public(self) -> str:
        """The name that the command line prints; the work list goes as the next question of no account."""
        return RequestKind.NEXT_QUESTION.value if self is RequestKind.WORK_LIST else self.value


class MainNamed(Protocol):
    """A name that knows which name its account goes by."""

    @property
    def account_id(self) -> int:
        """The account's id."""

    @property
    def name(self) -> str:
        """The name."""

    @property
    def main(self) -> str:
        """The account's main name."""


@dataclass(frozen=True, slots=True)
class Mention(Generic[Name]):
    """An account that a message speaks of."""

    said: str
    """The words that stand for it, as they stand in the text; empty for the account last talked about."""
    meant: Resolution[Name]
    """Which account that is: one, a choice of several, or none with the nearest names."""


@dataclass(frozen=True, slots=True)
class Request(Generic[Name]):
    """What a person wants from the bot."""

    kind: RequestKind
    text: str
    """What was said, unchanged."""
    account: Mention[Name] | None = None
    """None where no account is spoken of."""
    readings: tuple[Reading, ...] = ()
    """What was stated about the account, one reading a trait at most. To be recorded whatever the kind is."""
    unclear: tuple[CannotTell, ...] = ()
    """What was touched upon and could not be read, with the reason."""
    persona: str | None = None
    """The id of the buyer role spoken of."""
    stage: StageId | None = None
    """The stage of the journey spoken of."""
    when: str | None = None
    """A point in time, in the words of the text."""

    @property
    def found(self) -> Name | None:
        """The name of the one account that is meant, where there is exactly one."""
        meant = self.account.meant if self.account else None
        return meant.named if isinstance(meant, Found) else None


M = TypeVar("M", bound=MainNamed)


def request_json(request: Request[M]) -> dict[str, JsonValue]:
    """What the router understood, as the command line prints it."""
    named = request.found
    return {
        "account": None if named is None else named.main,
        "answers": {reading.trait: reading.value for reading in request.readings},
        "kind": request.kind.public,
        "persona": request.persona,
        "stage": request.stage.value if request.stage else None,
        "text": request.text,
        "when": request.when,
    }
