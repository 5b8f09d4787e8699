"""Gap wish: which gaps somebody wants to see, read from their words.

"my gaps", "which gaps are worth most", "gaps at Acme by date", "gap 7", "gap map". Words that say anything else are
none of these: a gap that is told is to be logged, and never answered with a list.
"""

import re
from dataclasses import dataclass

from bot.flows.gap_list import GapOrder


@dataclass(frozen=True, slots=True)
class GapWish:
    """Which gaps somebody wants to see."""

    mine: bool = False
    """Those that the person logged or sees to."""
    account: str | None = None
    """Those at an account, in the words that stand for it."""
    order: GapOrder = GapOrder.WORTH
    closed: bool = False
    """The closed ones, instead of the open ones."""
    gap: int | None = None
    """This one alone."""
    heat: bool = False
    """The map of where content is missing."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VERBS = _words("show list see get give display please can could you i want to me fika hey")
_WHICH = _words("what which are is whats what's whose all my mine our the any own do")
_SORTS = _words("most valuable biggest top important latest newest recent open closed filled")
_BEFORE = _VERBS | _WHICH | _SORTS
"""What may stand before the word gaps."""
_AFTER = _BEFORE | _words(
    "there we have has had i've logged still worth filling fill first now by account accounts value date matter us left"
    " exist sorted ordered per should be"
)
"""What may stand behind it, before a name."""
_MINE = _words("my mine own i've logged")
_CLOSED = _words("closed filled")
_BY_DATE = _words("date latest newest recent")
_BY_ACCOUNT = _words("account accounts")
_HEAD = r"(?:(?:please|can|could|you|i|want|to|fika|show|draw|see|open|give|me|the|a|our)\s+)*"
_MAP = re.compile(
    rf"{_HEAD}(?:(?:(?:content|gaps?)\s+)*heat\s*map|(?:(?:content|gaps?)\s+)+map|map(?=\s+of))"
    r"(?:\s+of\s+(?:(?:the|our|all|content)\s+)*gaps?)?",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"(?:(?:close|reopen|assign|take)\s+)?{_HEAD}gaps?\s*(?:number|no\.?)?\s*#?(?P<gap>\d{{1,15}})", re.IGNORECASE
)
"""To close, assign and reopen one begins with looking at it: its buttons do that."""
_GAPS = re.compile(r"(?<![\w-])gaps(?![\w-])", re.IGNORECASE)
_AT = re.compile(r"(?:^|\s)(?:at|for|of|with)\s+(?P<name>\S.*)$", re.IGNORECASE | re.DOTALL)
_BY_BEHIND = re.compile(r"\s+by\s+(?P<order>account|worth|value|date)$", re.IGNORECASE)
_ME = _words("me myself")


def wish_in(text: str) -> GapWish | None:
    """Which gaps a message asks to see; None where it asks for something else.

    Args:
        text: the message.
    """
    line = " ".join(text.split()).rstrip("?!. ")
    if _MAP.fullmatch(line) is not None:
        return GapWish(heat=True)
    if (one := _ONE.fullmatch(line)) is not None:
        return GapWish(gap=int(one["gap"]))
    found = _GAPS.search(line)
    if found is None or ":" in line:
        return None
    return _listed(line[: found.start()], line[found.end() :])


def wish_behind(text: str) -> GapWish:
    """Which gaps the words behind a command ask to see; words that say nothing else are the name of an account."""
    line = " ".join(text.split())
    if (number := line.removeprefix("#")).isdecimal() and len(number) <= len(str(2**53)):
        return GapWish(gap=int(number))
    return wish_in(f"gaps {line}") or GapWish(account=line)


def _listed(before: str, after: str) -> GapWish | None:
    ordered = _BY_BEHIND.search(after)
    named = _AT.search(after[: ordered.start()] if ordered else after)
    head, tail = _said(before), _said(after[: named.start()] if named else after)
    if not (head <= _BEFORE and tail <= _AFTER):
        return None
    name = named["name"].strip() if named else None
    said = head | tail | _said(ordered["order"] if ordered else "")
    for_me = name is not None and _said(name) <= _ME
    is_bare = head <= _VERBS and not tail and named is None
    return GapWish(
        mine=for_me or is_bare or bool(said & _MINE) or {"i", "have"} <= tail,
        account=None if for_me else name,
        order=_order(said),
        closed=bool(said & _CLOSED),
    )


def _order(said: frozenset[str]) -> GapOrder:
    if said & _BY_DATE:
        return GapOrder.DATE
    return GapOrder.ACCOUNT if said & _BY_ACCOUNT else GapOrder.WORTH


def _said(text: str) -> frozenset[str]:
    return frozenset(text.casefold().replace("’", "'").replace(",", " ").split())
