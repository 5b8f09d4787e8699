"""Judging: whether what Fika made of a case is right, was asked back, or is wrong.

Asking back is what Fika does where it is not certain: it does not understand, cannot read, needs an account, offers a
choice, or knows nobody of that name. What is wrong is acted on as well, unless all that follows from it is that
passages of the knowledge are quoted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from pydantic import JsonValue

from bot.core.naming import Found, Nobody, Several
from bot.core.passage import Hit
from bot.core.request import Request, RequestKind
from bot.ports import KnownName
from tests.evals.cases import AnsweringCase, ReadingCase, RoutingCase

_K = RequestKind
_ABOUT_ONE = frozenset({
    _K.FIT_QUESTION, _K.WHY, _K.WHAT_WOULD_IT_TAKE, _K.NEXT_QUESTION, _K.STATE_ANSWERS, _K.SHOW_ACCOUNT,
    _K.START_INTERVIEW, _K.BRIEFING,
})  # fmt: skip
_ANYWHERE = frozenset({_K.LOG_GAP, _K.OPEN_QUESTION})
"""Kinds for which it does not matter whether an account is named beside them."""
FIRST = 3
"""Among so many passages, one that answers has to be."""


class Mark(Enum):
    """What became of a case."""

    RIGHT = "right"
    ASKED_BACK = "asked back"
    WRONG = "wrong"
    """Not right, and no more than passages are quoted."""
    ACTED = "acted on wrongly"
    """Not right, and something is written or shown about an account because of it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with its mark, and what was made of it."""

    text: str
    mark: Mark
    seconds: float
    got: str


def of_routing(case: RoutingCase, request: Request[KnownName]) -> Mark:
    """Whether a message was taken for what it is."""
    if _is_right(case, request) or (case.kind is _K.UNKNOWN and asks_back(request)):
        return Mark.RIGHT
    if asks_back(request):
        return Mark.ASKED_BACK
    if request.kind is _K.OPEN_QUESTION and not request.readings:
        return Mark.WRONG
    return Mark.WRONG if _is_a_part(case, request) else Mark.ACTED


def _is_a_part(case: RoutingCase, request: Request[KnownName]) -> bool:
    """Whether all that is wrong is that one of several values was missed."""
    stated = {reading.trait: reading.value for reading in request.readings}
    rest = {trait: value for trait, value in case.answers.items() if trait in stated}
    return request.kind is case.kind and _is_meant(case, request) and bool(stated) and _same(rest, stated)


def asks_back(request: Request[KnownName]) -> bool:
    """Whether all that follows from a request is a question to the person."""
    if request.kind is _K.UNKNOWN or (request.unclear and not request.readings):
        return True
    if request.kind is _K.LOG_GAP:
        return request.account is not None and isinstance(request.account.meant, Several)
    return request.kind in _ABOUT_ONE and request.found is None


def in_words(request: Request[KnownName]) -> str:
    """What a message was taken for."""
    whom = request.found.main if request.found else (request.account.said if request.account else "-")
    stated = {reading.trait: reading.value for reading in request.readings}
    return f"{request.kind.value} / {whom}{f' / {stated}' if stated else ''}{' / unclear' if request.unclear else ''}"


def _is_right(case: RoutingCase, request: Request[KnownName]) -> bool:
    stated = {reading.trait: reading.value for reading in request.readings}
    if not _same(case.answers, stated):
        return False
    if request.kind is not case.kind:
        return request.kind in case.also and _is_nobody_else(case, request)
    if case.kind is _K.UNKNOWN:
        return True
    wanted = (case.persona in (None, request.persona)) and (case.when in (None, request.when))
    return wanted and _is_meant(case, request)


def _is_meant(case: RoutingCase, request: Request[KnownName]) -> bool:
    """Whether the right account is meant; a gap may be about any, as what is missing is said in its words."""
    match request.account.meant if request.account else None:
        case Found(named):
            return named.main == case.account or (case.account is None and case.kind in _ANYWHERE)
        case Several(choices):
            return {each.main for each in choices} == set(case.several)
        case Nobody() if request.account is not None:
            return case.said is not None and request.account.said.casefold() == case.said.casefold()
        case _:
            return case.account is None and case.said is None


def _is_nobody_else(case: RoutingCase, request: Request[KnownName]) -> bool:
    return request.found is None or request.found.main in {case.account, case.context} or case.account is None


def of_reading(case: ReadingCase, values: Sequence[tuple[str, JsonValue]]) -> Mark:
    """Whether the values in words were read, and no other."""
    read = dict(values)
    if len(read) == len(values) and _same(case.answers, read):
        return Mark.RIGHT
    wrong = any(trait not in case.answers or not _same_value(case.answers[trait], value) for trait, value in values)
    return Mark.ACTED if wrong else Mark.ASKED_BACK


def _same(wanted: Mapping[str, JsonValue], read: Mapping[str, JsonValue]) -> bool:
    return wanted.keys() == read.keys() and all(_same_value(wanted[trait], read[trait]) for trait in wanted)


def _same_value(wanted: JsonValue, read: JsonValue) -> bool:
    """Whether two values say the same; tags are in no order."""
    match wanted, read:
        case {"at_least": list(some)}, {"at_least": list(others)}:
            return sorted(map(str, some)) == sorted(map(str, others))
        case list(some), list(others):
            return sorted(map(str, some)) == sorted(map(str, others))
        case _:
            return wanted == read


def of_answering(case: AnsweringCase, hits: Sequence[Hit]) -> Mark:
    """Whether a passage that answers is among the first; nothing found is an offer to log a gap."""
    if not hits:
        return Mark.ASKED_BACK
    return Mark.RIGHT if is_found(case, hits) else Mark.WRONG


def is_found(case: AnsweringCase, hits: Iterable[Hit]) -> bool:
    """Whether one of the passages that answer is among the first."""
    return any(hit.passage.id.partition("#")[0] in case.ids for hit in list(hits)[:FIRST])


def stands(sentence: str, source: str) -> bool:
    """Whether a sentence is what a source says, at most shortened: its words stand there in the same order."""
    words = iter(_words(source))
    return all(word in words for word in _words(sentence))


def _words(text: str) -> list[str]:
    bare = "".join(each if each.isalnum() or each in "$%" else " " for each in text)
    return bare.casefold().split()
