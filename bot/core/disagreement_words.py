"""Disagreement words: who says what, whether it matters, and what a person typed to settle it.

Plain text without markup, unless whoever asks has other ways to show a source and other people's words.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.account import Answer, Source, SourceKind
from bot.core.disagreement import Disagreement, Keep
from bot.core.gap import Closing
from bot.core.gap_wording import short
from bot.core.pack import Pack
from bot.core.verdict import Verdict
from bot.core.wording import listed, source_words, value_words, verdict_words

_QUOTE = 160
_MOST_NAMED = 3
"""Verdicts that are named one by one; of more the best and the worst are."""
WAYS = "Which one holds? Type 1 for the new one, 2 for the old one, 3 if both stay possible."

_KEEP = r"(?:(?:let'?s )?(?:keep|use|take|trust|go with|it'?s) )?"
_ONE = r"(?: (?:one|answer|value))?"
_HOLDS = r"(?: (?:holds|counts|is (?:right|correct|true)))?"
_NEW = r"(?:mine|my (?:one|answer|value)|(?:(?:the|my) )?(?:new|newer|newest|latest)" + _ONE + ")"
_OLD = r"(?:theirs|the other" + _ONE + "|(?:the )?(?:old|older|previous|earlier)" + _ONE + ")"
_OPEN = r"(?:(?:leave|keep) )?(?:them )?both(?: (?:stay|are|remain))?(?: possible)?|leave (?:it|them) open"
_NOT_KNOWN = r"(?:i )?(?:don'?t|do not) know|(?:i'?m )?not sure|(?:i )?can'?t (?:tell|say)"
_SAID = {
    Keep.NEW: re.compile(f"1|{_KEEP}{_NEW}{_HOLDS}"),
    Keep.OLD: re.compile(f"2|{_KEEP}{_OLD}{_HOLDS}"),
    Keep.BOTH: re.compile(f"3|{_OPEN}|(?:{_NOT_KNOWN}) which(?: (?:one|is right|holds|one is right|one holds))?"),
}


def keep_in_words(text: str) -> Keep | None:
    """What a person decides in words, or by the number of a choice; None where they say something else."""
    said = " ".join(text.replace("’", "'").split()).strip("\"'").casefold()
    said = re.sub(r"^(?:ok(?:ay)?|yes|no|well)[,:]?\s+|[,]?\s+please$", "", said.rstrip(".!)"))
    return next((keep for keep, pattern in _SAID.items() if pattern.fullmatch(said.strip())), None)


@dataclass(frozen=True, slots=True)
class Teller:
    """How sources and other people's words are told to somebody."""

    pack: Pack
    today: date
    who: Callable[[Source], str] = source_words
    safe: Callable[[str], str] = str
    """Makes words that are not ours safe to show."""
    longest: int = 120
    """Characters of a label or a value."""

    def label(self, trait_id: str) -> str:
        """What a trait is called."""
        trait = self.pack.trait(trait_id)
        return self.safe(short(trait.label if trait else trait_id, self.longest))

    def value(self, answer: Answer, *, unit: bool = False) -> str:
        """An answer's value, perhaps with its unit."""
        trait = self.pack.trait(answer.trait)
        if trait is None:
            return self.safe(short(str(answer.value), self.longest))
        named = trait if unit else trait.model_copy(update={"unit": None})
        return self.safe(short(value_words(answer.value, named, self.pack.currency), self.longest))

    def values(self, answers: Iterable[Answer]) -> str:
        """The values of several answers, each once."""
        return listed(list(dict.fromkeys(map(self.value, answers))))

    def said(self, answer: Answer) -> str:
        """Who said what, when, and in which words."""
        quote = f" (“{self.safe(short(answer.quote, _QUOTE))}”)" if answer.quote else ""
        return f"{self.who(answer.source)} said {self.value(answer, unit=True)} {self.day(answer)}{quote}"

    def day(self, answer: Answer) -> str:
        """The day on which an answer was true; without one, the day on which it was given."""
        when = answer.on or answer.recorded_at.date()
        return "today" if when == self.today else f"on {when:%Y-%m-%d}"


def sides_words(found: Disagreement, teller: Teller) -> str:
    """Who said what, the old before the new: `Employees: ann said 40 on 2026-05-01; you said 200 today`."""
    said = "; ".join(teller.said(each) for each in (*reversed(found.others), found.new))
    return f"{teller.label(found.trait)}: {said}."


def matters_words(found: Disagreement, teller: Teller) -> str:
    """Whether it makes a difference for the verdict, in a sentence."""
    if not found.matters:
        if len(found.if_both) == 1:
            return f"Either way the verdict is the same: {verdict_words(*found.if_both)}."
        return "Either way the same verdicts stay possible."
    new, old = teller.value(found.new), teller.values(found.others)
    if found.if_new == found.if_old:
        return f"With either of them {_left(found.if_new)}; while nobody knows which, {_left(found.if_both)}."
    return f"It matters: with {new}, {_left(found.if_new)}; with {old}, {_left(found.if_old)}."


def _left(verdicts: Sequence[Verdict]) -> str:
    named = [verdict_words(verdict) for verdict in verdicts]
    if len(named) == 1:
        return f"it is {named[0]}"
    if len(named) <= _MOST_NAMED:
        return f"{listed(named)} is possible"
    return f"{len(named)} verdicts are possible, {named[0]} at best and {named[-1]} at worst"


def settled_words(found: Disagreement, keep: Keep, teller: Teller) -> str:
    """What was decided, as a reason: `200 holds, not 40`."""
    new, old = teller.value(found.new), teller.values(found.others)
    match keep:
        case Keep.NEW:
            return f"{new} holds, not {old}."
        case Keep.OLD:
            return f"{old} holds, not {new}."
        case _:  # both
            return f"{old} and {new} both stay possible."


def not_disputed_words(trait_id: str, closed: Closing | None, teller: Teller, *, newer: bool) -> str:
    """That there is nothing to decide about a trait.

    Args:
        trait_id: the trait.
        closed: how it was settled before, where it was.
        teller: how that is told.
        newer: whether something newer is disputed instead.
    """
    label = teller.label(trait_id)
    if newer:
        return f"Something newer was said about {label} since, so nothing was changed."
    if closed is None:
        return f"{label}: no source contradicts another one any more, so nothing was changed."
    reason = f": {teller.safe(short(closed.reason))}" if closed.reason else "."
    return f"{label} is settled already, by {teller.who(closed.source)}{reason}"


def contradiction_words(found: Disagreement, pack: Pack, today: date) -> str:
    """What is contradictory, for the gap log: without people and their words, which are theirs to have deleted."""
    teller = Teller(pack, today, who=_nameless)
    said = [f"{teller.value(each)} ({_nameless(each.source)})" for each in (*reversed(found.others), found.new)]
    return f"{teller.label(found.trait)}: {' against '.join(said)}"


def _nameless(source: Source) -> str:
    return "a person" if source.kind is SourceKind.PERSON else source_words(source)
