"""Look up: which account a name or a message means, where what is wanted of it is known already.

A command, a form and a shortcut say what they want; only the account has to be found. A name is taken whole here,
whatever words it is made of: an account may be called Help.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.language.hearing import hear
from bot.core.language.topic import resolved
from bot.core.naming import Found, Nobody, Several, resolve
from bot.core.request import RequestKind
from bot.flows.desk import Desk
from bot.flows.fit import FitAnswer
from bot.flows.outcome import Choose, Memory, NotFound, Response, WhichAccount
from bot.flows.respond import ask_about
from bot.flows.route import lexicon_for
from bot.ports import KnownName

MOST_CHOICES = 20
_ASKED = {
    RequestKind.FIT_QUESTION: "does it fit?",
    RequestKind.WHY: "why?",
    RequestKind.WHAT_WOULD_IT_TAKE: "what would it take?",
    RequestKind.NEXT_QUESTION: "what should I ask next?",
    RequestKind.SHOW_ACCOUNT: "what do we know about it?",
    RequestKind.BRIEFING: "brief me on it",
    RequestKind.START_INTERVIEW: "let us qualify it",
}
"""What a choice answers, in the words that a person would use."""


def look_for(name: str, kind: RequestKind, memory: Memory, desk: Desk) -> Response:
    """Answer one kind of question about the account of that name.

    Args:
        name: what somebody calls the account; the one last talked about where it is empty.
        kind: a kind of question about one account.
        memory: what the last response left.
        desk: where it is asked.

    Raises:
        StateUnavailable: the accounts cannot be read.
    """
    if not name.strip():
        return (
            Response(WhichAccount(), memory) if memory.account_id is None else ask_about(kind, memory.account_id, desk)
        )
    meant = resolve(_names(desk), name.strip())
    if isinstance(meant, Several):
        return _choice(name, meant.choices, kind, memory)
    if isinstance(meant, Nobody):
        return Response(NotFound(name.strip(), meant.nearest), memory)
    response = ask_about(kind, meant.named.account_id, desk)
    return response if meant.exact else replace(response, taken_for=meant.named)


def named_in(text: str, kind: RequestKind, memory: Memory, desk: Desk) -> Response | None:
    """Answer one kind of question about the account that a message names; None where it names none.

    Nothing that the message states is recorded: somebody else may have written it.
    """
    names = _names(desk)
    hearing = hear(text, lexicon_for(desk.pack), names)
    said = [resolved(text[each.start : each.end], names).meant for each in hearing.spoken if not each.is_everyday]
    found: dict[int, KnownName] = {}
    for meant in said:
        choices = (meant.named,) if isinstance(meant, Found) else meant.choices if isinstance(meant, Several) else ()
        found.update({name.account_id: name for name in choices})
    if not found:
        return None
    if len(found) == 1:
        return ask_about(kind, next(iter(found)), desk)
    return _choice("that message", tuple(found.values()), kind, memory)


def _names(desk: Desk) -> list[KnownName]:
    with desk.begin(writes=False) as work:
        return work.accounts.names()


def _choice(said: str, choices: Sequence[KnownName], kind: RequestKind, memory: Memory) -> Response:
    offered = tuple(choices[:MOST_CHOICES])
    return Response(Choose(said, offered), replace(memory, offered=offered, waiting=_ASKED[kind]))


@dataclass(frozen=True, slots=True)
class AtHome:
    """What a person finds on their own page."""

    recent: tuple[FitAnswer, ...]
    """The accounts they asked about, the latest first."""
    mine: tuple[FitAnswer, ...]
    """The accounts they added or gave answers about."""
    total: int
    """How many accounts there are."""


def at_home(desk: Desk, limit: int) -> AtHome:
    """What a person finds on their own page, at most so many of each.

    Raises:
        StateUnavailable: the accounts cannot be read.
    """
    with desk.begin(writes=False) as work:
        recent = [work.accounts.get(asked.account_id) for asked in work.asks.recent(desk.person, limit)]
        mine = [work.accounts.get(account_id) for account_id in work.asks.mine(desk.person, limit)]
        total = work.accounts.count()
    return AtHome(tuple(map(desk.answer, recent)), tuple(map(desk.answer, mine)), total)
