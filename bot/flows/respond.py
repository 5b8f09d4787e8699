"""Respond: from a person's message to what Fika has to say to it.

A message is routed, carried out and turned into an outcome; whoever called renders it. What has to be remembered from one
message to the next (the account it was about, a choice that was offered) is a value that goes in and comes out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pydantic import JsonValue

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.errors import FikaError
from bot.core.pack import Pack
from bot.core.request import Request, RequestKind
from bot.flows.fit import FitAnswer, Scorer, WorkItem, answer_for, worklist
from bot.flows.route import route
from bot.ports import KnownName, NewAnswer, Ports, Scope

WORKLIST_LENGTH = 10
LONGEST_NAME = 200
_ADD = re.compile(r"add\s+(?:the\s+)?(?:account\s+)?(.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fit:
    """Does it fit: the whole report."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Why:
    """Why the report says what it says."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Takes:
    """What it would take."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class AskNext:
    """What to ask next."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of an account."""

    answer: FitAnswer


@dataclass(frozen=True, slots=True)
class Recorded:
    """Answers that were taken down, with the report before and after."""

    answer: FitAnswer
    noted: tuple[Answer, ...]
    before: FitAnswer


@dataclass(frozen=True, slots=True)
class Undone:
    """Answers that were taken back."""

    answer: FitAnswer
    gone: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """A new account."""

    account: Account


@dataclass(frozen=True, slots=True)
class Icps:
    """Whom we sell to."""

    pack: Pack


@dataclass(frozen=True, slots=True)
class Work:
    """What to work on."""

    items: tuple[WorkItem, ...]
    accounts: int
    """How many accounts there are."""


@dataclass(frozen=True, slots=True)
class Choose:
    """Several accounts answer to the name."""

    said: str
    choices: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """No account answers to the name."""

    said: str
    nearest: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class WhichAccount:
    """An account is needed and none was named."""


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """There is no answer to take back."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """A hello."""


@dataclass(frozen=True, slots=True)
class Help:
    """What can be asked."""


@dataclass(frozen=True, slots=True)
class CannotYet:
    """Understood, but not to be carried out."""

    kind: RequestKind


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Not understood."""
