"""Pasted: notes in a message, as "notes for Acme: ...": what is read from them is proposed, and counts once confirmed.

Without a name they are about the account last talked about. A name that nobody has is said to be so: notes are never
taken for another account's.
"""

import re
from collections.abc import Sequence

from bot.core.naming import Found, Resolution, Several, resolve
from bot.core.proposal_notes import notes_in
from bot.flows.desk import Desk
from bot.flows.outcome import Choose, Memory, NotesRead, NotFound, Response, WhichAccount
from bot.ports import KnownName

_OF_NOBODY = re.compile(
    r"\s*(?:(?:here\s+are\s+)?(?:my\s+|the\s+)?(?:call\s+|meeting\s+)?notes|paste(?:d)?\s+notes)\s*(?::|\n)\s*(?P<body>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def has_notes(text: str) -> bool:
    """Whether a message is notes that were pasted."""
    return notes_in(text) is not None or _OF_NOBODY.fullmatch(text) is not None


def pasted(text: str, memory: Memory, names: Sequence[KnownName], desk: Desk) -> Response | None:
    """What follows from notes in a message; None where there are none.

    Args:
        text: what the person said.
        memory: what the last response left.
        names: every name of every account.
        desk: where the message is answered.

    Raises:
        ProposalRefused: there is more in the notes than can be read at once.
        StateUnavailable: the state cannot be read or written.
    """
    named = notes_in(text)
    if named is not None:
        return _at(named[0], text, named[1], memory, names, desk)
    nameless = _OF_NOBODY.fullmatch(text)
    if nameless is None:
        return None
    if memory.account_id is None:
        return Response(WhichAccount(), memory)
    return _read(nameless["body"], memory.account_id, desk)


def pasted_about(text: str, account_id: int, desk: Desk) -> Response | None:
    """The same about an account that the person chose, whichever name the message says."""
    named, nameless = notes_in(text), _OF_NOBODY.fullmatch(text)
    body = named[1] if named is not None else nameless["body"] if nameless is not None else None
    return None if body is None else _read(body, account_id, desk)


def _at(name: str, text: str, body: str, memory: Memory, names: Sequence[KnownName], desk: Desk) -> Response:
    meant: Resolution[KnownName] = resolve(names, name)
    if isinstance(meant, Several):
        return Response(Choose(name, meant.choices), Memory(memory.account_id, meant.choices, text))
    if not isinstance(meant, Found):
        return Response(NotFound(name, meant.nearest), memory)
    if not meant.exact:  # notes are long, and a name that is only like one is asked back
        return Response(Choose(name, (meant.named,)), Memory(memory.account_id, (meant.named,), text))
    return _read(body, meant.named.account_id, desk)


def _read(body: str, account_id: int, desk: Desk) -> Response:
    from bot.flows.notes import propose  # few messages are notes, and a cold start is to be short

    return Response(NotesRead(propose(body, account_id, desk)), Memory(account_id))


def told_about(text: str, account_id: int, desk: Desk) -> Response | None:
    """A message as notes about an account; None where nothing is read in it."""
    response = _read(text, account_id, desk)
    return response if isinstance(response.outcome, NotesRead) and response.outcome.proposed.offers else None
