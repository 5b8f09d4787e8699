"""Second opinion: what a message most likely asks for by all of its words together, where no wording fits.

Each word, and each two in a row, speak for or against a kind of request. How much, was learned from labelled messages
(`second_opinion_weights`, made by `python -m tests.evals.learning`). A name counts as `@` and a figure as `#`, so
nothing is learned about any account. What writes something down is never found so: it counts as anything else.
"""

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.core.request import RequestKind

_K = RequestKind
_ABOUT_ONE = (_K.FIT_QUESTION, _K.WHY, _K.WHAT_WOULD_IT_TAKE, _K.NEXT_QUESTION, _K.SHOW_ACCOUNT, _K.BRIEFING)
_ABOUT_NONE = (_K.WORK_LIST, _K.SHOW_ICP, _K.HELP, _K.GREETING, _K.OPEN_QUESTION)
ANYTHING_ELSE = _K.UNKNOWN
"""What stands for all kinds that are never found by their likelihood."""
JUDGED = (*_ABOUT_ONE, *_ABOUT_NONE, ANYTHING_ELSE)
"""The kinds between which is chosen."""
_OVERRULED = (*_ABOUT_ONE, _K.WORK_LIST, _K.SHOW_ICP)
_NEXT = (_K.NEXT_QUESTION, _K.WORK_LIST)
_OTHERS = (*_ABOUT_ONE, _K.OPEN_QUESTION)
"""What the rules may find by chance, what is the same question about one account and about all, and what may be meant
instead. A hello and a call for help are found by every word."""
_SURE_OF_ONE = 0.4
_SURE_OF_NONE = 0.5
"""How likely a kind has to be. All shares were chosen by judging each batch of messages by what the others teach."""
_UNLIKELY = 0.2
_SURE_OF_OTHER = 0.5
"""How unlikely a kind has to be that the rules have found, and how likely another, for the rules to be overruled."""
_HARDLY = 0.15
_CONTRADICTED = 0.3
_FEWEST_WORDS = 4
"""The same for asking back instead; fewer words are all in the wording that fits, and tell too little against it."""
UNIT = 10
"""Weights are kept in tenths."""
_BEGIN, _ASKS, _TELLS, _FIGURE, _TIE = "^", "?", ".", "#", "+"

Weights = Mapping[str, Mapping[RequestKind, float]]
"""For each sign, how much it speaks for a kind."""


class Opinion(NamedTuple):
    """What a message most likely asks for."""

    kind: RequestKind
    share: float
    """How likely that is, from 0 to 1."""


def signs_of(lines: Iterable[tuple[Sequence[str], bool]]) -> tuple[str, ...]:
    """What a message is judged by: its words, and every two in a row.

    Args:
        lines: the words of each sentence, with names as `@`, and whether it asks.
    """
    words = [_BEGIN]
    for keys, asks in lines:
        words.extend(_FIGURE if key[:1].isdigit() else key for key in keys if key != ":")
        words.append(_ASKS if asks else _TELLS)
    return tuple(sorted({*words[1:], *(f"{one}{_TIE}{other}" for one, other in pairwise(words))}))


def second_opinion(signs: Sequence[str], *, is_about_one: bool) -> RequestKind | None:
    """What a message asks for; None where nothing is likely enough.

    A request about no account is found only where every word is known: a new word is what most questions to the
    knowledge are about.

    Args:
        signs: what it is judged by.
        is_about_one: whether it is known which account it is about.
    """
    weights = learned()
    kind, share = opinion_of(signs, weights)
    if kind in _ABOUT_ONE:
        return kind if is_about_one and share >= _SURE_OF_ONE else None
    is_known = all(sign in weights for sign in signs if _TIE not in sign)
    return kind if kind in _ABOUT_NONE and share >= _SURE_OF_NONE and is_known else None


def overruled(signs: Sequence[str], kind: RequestKind) -> RequestKind:
    """The kind that the rules found for a request that shows something, as long as its words do not contradict it.

    A wording may fit by chance. Where another kind is far likelier, that one is meant; where the words speak for
    something else without telling what is to be shown, the kind is unknown, and so is asked back.

    Args:
        signs: what the message is judged by.
        kind: what the rules have found.
    """
    if kind not in _OVERRULED:
        return kind
    shares = shares_of(signs, learned())
    other = max(_OTHERS, key=lambda each: shares[each])
    if kind in _ABOUT_ONE and shares[kind] <= _UNLIKELY and shares[other] >= _SURE_OF_OTHER:
        return other
    share = sum(shares[each] for each in (_NEXT if kind in _NEXT else (kind,)))
    is_contradicted = share <= _HARDLY and max(shares.values()) >= _CONTRADICTED
    return _K.UNKNOWN if is_contradicted and len(_words(signs)) >= _FEWEST_WORDS else kind


def _words(signs: Iterable[str]) -> list[str]:
    """The signs that are words, and neither pairs nor ends of sentences."""
    return [sign for sign in signs if _TIE not in sign and sign not in (_ASKS, _TELLS)]


def opinion_of(signs: Sequence[str], weights: Weights) -> Opinion:
    """The kind that signs speak for most."""
    shares = shares_of(signs, weights)
    kind = max(JUDGED, key=lambda each: shares[each])
    return Opinion(kind, shares[kind])


def shares_of(signs: Sequence[str], weights: Weights) -> dict[RequestKind, float]:
    """How likely each kind is; all the same where no sign is known."""
    strength = 1 / math.sqrt(max(1, len(signs)))
    known = [weights[sign] for sign in signs if sign in weights]
    powers = {kind: math.exp(strength * sum(each.get(kind, 0.0) for each in known)) for kind in JUDGED}
    whole = sum(powers.values())
    return {kind: power / whole for kind, power in powers.items()}


@functools.cache
def learned() -> Weights:
    """The weights that were learned."""
    from bot.core.language.second_opinion_weights import WEIGHTS

    weights: dict[str, dict[RequestKind, float]] = {}
    for each, text in WEIGHTS.items():
        kind, fields = RequestKind(each), text.split()
        for sign, tenths in zip(fields[::2], fields[1::2], strict=True):
            weights.setdefault(sign, {})[kind] = int(tenths) / UNIT
    return weights
