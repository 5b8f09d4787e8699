"""Brief wish: whom a briefing is about where a name and more than a name are said: "Acme with CFO tomorrow 10:00".

The longest beginning that is exactly an account's name counts, as long as what follows it can follow a name. So an
account may be called "Dinner With Friends", and one that is misspelt is left to whoever reads whole messages.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.language.setting import moment_in
from bot.core.naming import Found, resolve
from bot.core.request import RequestKind
from bot.flows.desk import Desk
from bot.flows.lookup import look_for
from bot.flows.outcome import Memory, NotFound, Response, WhichAccount
from bot.flows.respond import respond, respond_about
from bot.ports import KnownName

_FOLLOWS = re.compile(
    r"\W*(?:with|w/|meeting|meet|before|for|ahead|prior|after|at|in|on|by|about|tomorrow|today|tonight|next|this|later"
    r"|mon|tue|wed|thu|fri|sat|sun|noon|now|asap|please|pls|thanks|thank|\d|@|the\b)",
    re.IGNORECASE,
)
"""How what stands behind a name begins."""
_NO_NAME = re.compile(r"(?:with|w/|meeting|before|for|ahead|at|in|tomorrow|today|tonight|it|them)(?!\w)", re.IGNORECASE)
"""How a text begins in which no name is."""
_ON = re.compile(r"\A(?:me\s+)?(?:on|about)\s+", re.IGNORECASE)
_MARKS = " \t\"'“”‘’«»()[]/,;:.!?-–—"
"""What may stand around a name, and is no part of it unless the account is called so."""
_MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class BriefWish:
    """Whom a briefing is about, and what else was said."""

    account_id: int
    rest: str
    """Whom one meets and when, in the words that were said; empty where nothing more was."""


def brief_wish(text: str, desk: Desk) -> BriefWish | None:
    """Whom a briefing is about; None where the text does not begin with exactly an account's name.

    Raises:
        StateUnavailable: the accounts cannot be read.
    """
    with desk.begin(writes=False) as work:
        names = work.accounts.names()
    words = text.split()[:_MOST_WORDS]
    for length in range(len(words), 0, -1):
        named, rest = " ".join(words[:length]), " ".join(words[length:])
        meant = _exact(names, named.rstrip(",;:")) or _exact(names, named.strip(_MARKS))
        if meant is None:
            continue
        if _begins_with_a_role(rest, desk):
            return BriefWish(meant.account_id, f"with {rest.lstrip(_MARKS)}")
        if not rest.strip(_MARKS) or _FOLLOWS.match(rest) or _begins_with_a_time(rest):
            return BriefWish(meant.account_id, rest.strip(_MARKS) and rest)
    return None


def _exact(names: Sequence[KnownName], said: str) -> KnownName | None:
    """The account that is called exactly that."""
    meant = resolve(names, said)
    return meant.named if isinstance(meant, Found) and meant.exact else None


def _begins_with_a_role(text: str, desk: Desk) -> bool:
    """Whether whom one meets stands there without a word before it: "Acme CFO", "Acme - the CFO"."""
    said = text.strip(_MARKS).casefold()
    names = (name for each in desk.pack.personas for name in (each.id.replace("-", " "), each.title, *each.also))
    return any(re.match(rf"{re.escape(name.casefold())}(?!\w)", said) for name in names)


def _begins_with_a_time(text: str) -> bool:
    said = moment_in(text)
    return said is not None and text.lstrip(_MARKS).startswith(said)


def brief_behind(text: str, memory: Memory, desk: Desk) -> Response:
    """Brief on what stands behind `brief`: a name, and perhaps whom one meets and when.

    Args:
        text: what stands there; the account last talked about is meant where no name is in it.
        memory: what the last response left.
        desk: where it is asked.

    Raises:
        StateUnavailable: the accounts cannot be read.
    """
    said = _ON.sub("", text.strip())
    wish = brief_wish(said, desk)
    if wish is not None:
        return respond_about(f"brief me on it {wish.rest}".strip(), wish.account_id, memory, desk)
    if _NO_NAME.match(said):
        return respond(f"brief me {said}", memory, desk)
    if _says_more(said):
        # A name that nobody has is not the account last talked about.
        response = respond(f"brief me on {said}", replace(memory, account_id=None), desk)
        if not isinstance(response.outcome, WhichAccount | NotFound):
            return response
    return look_for(said, RequestKind.BRIEFING, memory, desk)


def _says_more(text: str) -> bool:
    """Whether a text may say whom one meets or when, and not a name alone."""
    return moment_in(text) is not None or any(_FOLLOWS.match(word) for word in text.split()[:_MOST_WORDS])
