"""Pasted: notes in a message, as "notes for Acme: ...": what is read from them is proposed, and counts once confirmed.

Without a name they are about the account last talked about. A name that nobody has is said to be so: notes are never
taken for another account's. Several lines that state several values about one account are notes, too, without being
called so; lines that ask for something are not.
"""

import re
from collections.abc import Sequence

from bot.core.language.common import COMMON_WORDS
from bot.core.language.cue import is_meddling, is_steering
from bot.core.language.everyday import HEADINGS, PLAIN, TALKED
from bot.core.language.hearing import hear
from bot.core.language.words import cut, is_question, keys
from bot.core.naming import Found, Resolution, Several, resolve
from bot.core.proposal_notes import LONGEST_NOTES, Notes, notes_in
from bot.core.proposal_reading import RuleReader
from bot.core.proposal_whose import people_in
from bot.core.request import RequestKind
from bot.flows.desk import Desk
from bot.flows.outcome import Choose, Memory, NotesRead, NotFound, Response, WhichAccount
from bot.flows.route import lexicon_for, route
from bot.ports import KnownName

_OF_NOBODY = re.compile(
    r"\s*(?:(?:here\s+are\s+)?(?:my\s+|the\s+)?(?:call\s+|meeting\s+)?notes|paste(?:d)?\s+notes)\s*(?::|\n)\s*(?P<body>\S.*)",
    re.IGNORECASE | re.DOTALL,
)

_FEWEST_LINES, _FEWEST_VALUES = 3, 2
"""Of what is taken for notes without being called so."""
_LONGEST_POINT = 3
"""Words; a longer line with a question mark asks something, a shorter one is a point that is open."""
_TELLS = frozenset({
    RequestKind.STATE_ANSWERS, RequestKind.UNKNOWN, RequestKind.OPEN_QUESTION, RequestKind.GREETING,
})  # fmt: skip
_OPENS = _TELLS | {RequestKind.SHOW_ACCOUNT, RequestKind.BRIEFING}
"""What the line above notes may look like by itself: "Acme", "call with Acme"."""


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


# --- without being called notes ---------------------------------------------------------------------------------------


def unlabelled(text: str, memory: Memory, names: Sequence[KnownName], desk: Desk) -> Response | None:
    """What follows from several lines that read like notes; None for any other message.

    Args:
        text: what the person said.
        memory: what the last response left.
        names: every name of every account.
        desk: where the message is answered.

    Raises:
        StateUnavailable: the state cannot be read or written.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < _FEWEST_LINES or len(text) > LONGEST_NOTES or _asks(lines):
        return None
    account_id = _account_of(lines, memory, names, desk)
    named = next((each for each in names if each.account_id == account_id and each.name == each.main), None)
    if named is None or not _tells(lines, named, names, desk):
        return None
    notes = Notes(text, named.account_id, named.name, names, lexicon_for(desk.pack))
    stated = {each.trait for each in RuleReader().read(notes).stated}
    return _read(text, named.account_id, desk) if len(stated) >= _FEWEST_VALUES else None


def _asks(lines: Sequence[str]) -> bool:
    """Whether lines ask something, or give the bot orders."""
    if any(is_question(line) and (len(line.split()) > _LONGEST_POINT or line == lines[-1]) for line in lines):
        return True
    said = [keys(cut(line)) for line in lines]
    return any(is_steering(each) or is_meddling(each) for each in said if each)


def _tells(lines: Sequence[str], named: KnownName, names: Sequence[KnownName], desk: Desk) -> bool:
    """Whether neither the first line nor the last one, where people say what they want, asks for anything."""
    first, last = (route(line, desk.pack, names, named).kind for line in (lines[0], lines[-1]))
    is_report = first is not RequestKind.BRIEFING or not TALKED.isdisjoint(keys(cut(lines[0])))
    return first in _OPENS and is_report and last in _TELLS


def _account_of(lines: Sequence[str], memory: Memory, names: Sequence[KnownName], desk: Desk) -> int | None:
    """The one account that the first line names, or all of them together; else the one last talked about.

    None where several are named, or the first line may name one that nobody knows.
    """
    for text in (lines[0], "\n".join(lines)):
        hearing = hear(text, lexicon_for(desk.pack), names)
        spoken = [(text[each.start : each.end], each.is_everyday) for each in hearing.spoken]
        said = [name for name, is_everyday in spoken if not (is_everyday and COMMON_WORDS.issuperset(keys(cut(name))))]
        meant = [resolve(names, each) for each in said]
        accounts = {each.named.account_id for each in meant if isinstance(each, Found) and each.exact}
        if len(accounts) == 1 and all(isinstance(each, Found) for each in meant):
            return accounts.pop()
        if said:
            return memory.account_id if memory.account_id in accounts and text != lines[0] else None
    return None if _names_a_stranger(lines, desk) else memory.account_id


def _names_a_stranger(lines: Sequence[str], desk: Desk) -> bool:
    """Whether the first line holds a name that is plainly nobody's who was met."""
    met, lexicon = people_in("\n".join(lines)), lexicon_for(desk.pack)
    known = COMMON_WORDS | HEADINGS | PLAIN | TALKED | met
    words = [word for word in cut(lines[0]) if lines[0][word.start].isupper()]
    return any(word.key not in known and not lexicon.is_phrase([word]) for word in words)
