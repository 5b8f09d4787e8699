"""The words for how an account stands against a framework: fit first, then what is there, open and not there.

Plain text without markup; whoever renders it escapes it. No number stands for both fit and the items, and nothing open
is called missing from the account: it is open.
"""

from collections.abc import Sequence

from bot.core.account import Answer
from bot.core.overlay import Held, ItemState, Qualification
from bot.core.pack import Pack
from bot.core.qualification import Framework
from bot.core.verdict import Action
from bot.core.wording import listed, value_words

_HELD = {Held.YES: "there", Held.NO: "not there", Held.OPEN: "open"}
_SINGULAR = ("ss", "us", "is")
"""Endings in s of one thing: process, status, analysis."""


def headline(qualification: Qualification) -> str:
    """The answer in one line: `BANT for Acme: open`."""
    return f"{qualification.framework.title} for {qualification.account}: {qualification.held.value}"


def summary(qualification: Qualification) -> str:
    """The answer and how it comes about, as in `BANT: open. Fits; budget is there; need is open.`."""
    return f"{qualification.framework.title}: {qualification.held.value}. {sentence(qualification)}"


def sentence(qualification: Qualification) -> str:
    """How fit and the items stand, in a sentence."""
    there, missing, absent = (_clause(qualification.of(held)) for held in (Held.YES, Held.OPEN, Held.NO))
    fit = fit_words(qualification)
    if qualification.fit is Held.NO and there:
        parts = [f"{there}, but {fit}", absent, missing]
    else:
        parts = [fit, there, absent, missing]
    return _as_sentence("; ".join(part for part in parts if part))


def fit_words(qualification: Qualification) -> str:
    """How the critical stage stands."""
    if qualification.fit is Held.YES:
        return "fits"
    if qualification.fit is Held.OPEN:
        return "whether the account fits is open"
    dropped = all(verdict.action is Action.DROP for verdict in qualification.verdicts)
    return "the account does not fit" if dropped else "the account does not fit well enough"


def held_words(state: ItemState) -> str:
    """How one item stands: there, open, not there."""
    return _HELD[state.held]


def answer_words(answer: Answer, state: ItemState, pack: Pack) -> str:
    """One answer about an item, in words."""
    return value_words(answer.value, state.trait, pack.currency)


def others_words(frameworks: Sequence[Framework]) -> str:
    """The other frameworks that can be asked for."""
    return f"Other frameworks: {listed([each.title for each in frameworks], 'and')}."


def _clause(states: tuple[ItemState, ...]) -> str:
    """Items that stand alike, as in `budget and need are there`."""
    if not states:
        return ""
    labels = [_in_a_sentence(state.item.label) for state in states]
    verb = "are" if len(labels) > 1 or _is_plural(labels[0]) else "is"
    return f"{listed(labels, 'and')} {verb} {held_words(states[0])}"


def _in_a_sentence(label: str) -> str:
    """A label inside a sentence: `Economic buyer` begins small and `ROI` does not; brackets replace a comma."""
    first, comma, rest = label.partition(", ")
    whole = f"{first} ({rest})" if comma else first
    return whole if whole[1:2].isupper() or not whole[:1].isupper() else whole[0].lower() + whole[1:]


def _is_plural(label: str) -> bool:
    return label.endswith("criteria") or (label.endswith("s") and not label.endswith(_SINGULAR))


def _as_sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
