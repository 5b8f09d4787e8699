"""Model reading: what a model takes a message for that the rules do not understand.

It may only find a question that reads, or that something is told about an account; what is told is proposed, each
value with its quote, and counts once somebody confirms it. So a model can make Fika show something, and never write an
answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.draft import RequestDraft
from bot.core.naming import Found
from bot.core.reachable_request import requested
from bot.core.request import Mention, Request, RequestKind
from bot.flows.desk import Desk
from bot.flows.model_use import Refused, Used, use
from bot.ports import KnownName
from bot.ports.model import Job, RequestHints

TELLS = "tells"
"""What a model says of a message that states something about an account."""
LONGEST = 2_000
"""Characters of a message that a model is asked about."""
_K = RequestKind
KINDS = (
    (_K.FIT_QUESTION, "Does this account fit, is it worth pursuing?"),
    (_K.WHY, "Why is the verdict on an account what it is?"),
    (_K.WHAT_WOULD_IT_TAKE, "What would have to change for a better verdict?"),
    (_K.NEXT_QUESTION, "What should be asked next about one account?"),
    (_K.SHOW_ACCOUNT, "What is known about an account?"),
    (_K.BRIEFING, "Prepare the person for a call with an account."),
    (_K.WORK_LIST, "Which accounts should be worked on first?"),
    (_K.SHOW_ICP, "Whom do we sell to?"),
    (_K.OPEN_QUESTION, "A question to look up in the company's knowledge."),
    (_K.HELP, "What can this assistant do?"),
)
_MEANS = dict(KINDS)
_ABOUT_ONE = frozenset({
    _K.FIT_QUESTION, _K.WHY, _K.WHAT_WOULD_IT_TAKE, _K.NEXT_QUESTION, _K.SHOW_ACCOUNT, _K.BRIEFING,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Understood:
    """What a model took a message for."""

    request: Request[KnownName] | None
    """A question that reads; None where something is told."""
    told_about: KnownName | None
    """The account that something is told about."""
    words: str
    """What it was taken for, in words."""


def understood(text: str, context: KnownName | None, names: Sequence[KnownName], desk: Desk) -> Understood | None:
    """What a model takes a message for; None where no model is there, or nothing that it says stands.

    Args:
        text: the message.
        context: the account last talked about.
        names: every name of every account.
        desk: where the message is answered.

    Raises:
        StateUnavailable: what was spent on a model cannot be read.
    """
    if len(text) > LONGEST:
        return None
    hints = RequestHints(
        kinds=(*((kind.value, means) for kind, means in KINDS), (TELLS, "It states facts about an account.")),
        personas=tuple(persona.title for persona in desk.pack.personas),
        stages=tuple(desk.pack.journey.stages),
    )

    def judge(draft: RequestDraft) -> Understood:
        return _judged(draft, text, context, names, desk)

    used = use(desk, Job.READ_REQUEST, lambda model: model.read_request(text, hints), judge)
    return used.result if isinstance(used, Used) else None


def _judged(
    draft: RequestDraft, text: str, context: KnownName | None, names: Sequence[KnownName], desk: Desk
) -> Understood:
    tells = draft.kind == TELLS
    as_question = draft.model_copy(update={"kind": _K.SHOW_ACCOUNT.value}) if tells else draft
    request = requested(as_question, text, desk.pack, names)
    if request is None:
        raise Refused
    if request.account is None and context is not None and request.kind in _ABOUT_ONE:
        request = replace(request, account=Mention("", Found(context, exact=True)))
    named = request.found
    about = f" about {named.main}" if named is not None else ""
    if not tells:
        return Understood(request, None, f"“{_MEANS[request.kind]}”{about}")
    if named is None:
        raise Refused
    return Understood(None, named, f"something told{about}")
