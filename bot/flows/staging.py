"""Staging: which stage of its journey an account is in, and what people say about it: "Acme is in the evaluate stage".

What a person or the CRM said last is the stage. Where nobody said anything, the pack's signs in the account's answers
show it. A stage that is spoken of for one answer alone, and is another, is marked as asked for.
"""

import re
from functools import lru_cache

from bot.core.account import Account
from bot.core.journey import Staged, StageId, StageSaid
from bot.core.language.words import is_question
from bot.core.request import Request, RequestKind
from bot.core.stage_signs import StageSigns
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.ports import KnownName, UnitOfWork

_STANDS = re.compile(
    r"\b(?:is|are|'s|'re|now|moved|moves|went|got|gone|entered|reached|stage)\b.*?\b(?:in|at|into|to|on|is|stage|:)\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\b(?:not|never|no\s+longer|was|were|maybe|perhaps|might|if|when|will|would|soon|almost|after|before|until|past|"
    r"think|probably|should|could|can)\b|n't\b|n’t\b",
    re.IGNORECASE,
)
_OF_THE_LAST = re.compile(
    r"\s*(?:(?:so|and|ok|okay|well|now|fyi|btw|update)[,:]?\s+)*"
    r"(?:they|it|the\s+(?:deal|account|company)|in|at|moved|now)\b",
    re.IGNORECASE,
)
"""How a message begins that speaks of the account last talked about."""


def is_of_the_last(text: str) -> bool:
    """Whether a message that names no account speaks of the one last talked about."""
    return _OF_THE_LAST.match(text) is not None


def stage_said(request: Request[KnownName]) -> StageId | None:
    """The stage in which a message says that an account is; None where it says nothing of the kind, or is not sure."""
    if request.kind is not RequestKind.UNKNOWN or request.stage is None or is_question(request.text):
        return None
    plain = _STANDS.search(request.text) is not None and _DOUBTED.search(request.text) is None
    return request.stage if plain else None


@lru_cache(maxsize=16)
def signs_of(scorer: Scorer) -> StageSigns:
    """The signs of the scorer's pack; a scorer is equal to itself alone, and its pack never changes."""
    return StageSigns.of(scorer.pack)


def stage_of_account(
    work: UnitOfWork, account: Account, desk: Desk, spoken: StageSaid | StageId | None = None
) -> Staged | None:
    """In which stage of its journey an account is, and where that is known from; None where nothing tells.

    Args:
        work: a transaction that may only read.
        account: with everything that is known of it.
        desk: where it is asked.
        spoken: a stage that is spoken of for this one answer, by the person at the desk; or that was spoken of then, so
            that what was said since counts.
    """
    said = work.stages.latest(account.id)
    own = said or signs_of(desk.scorer).latest(account, desk.today)
    if isinstance(spoken, StageId):
        spoken = StageSaid(stage=spoken, source=desk.source, at=desk.now())
    elif said is not None and spoken is not None and said.at > spoken.at:
        return said
    if spoken is None or (own is not None and own.stage is spoken.stage):
        return own
    return spoken.model_copy(update={"asked": True})


def stage_shown(account_id: int, desk: Desk) -> Staged | None:
    """In which stage of its journey an account is, and where that is known from; None where nothing tells.

    Raises:
        AccountUnknown: there is no account with that id.
    """
    with desk.begin(writes=False) as work:
        return stage_of_account(work, work.accounts.get(account_id), desk)
