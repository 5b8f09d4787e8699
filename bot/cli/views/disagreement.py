"""Disagreement in the terminal: both sides with their sources, whether it matters, and how to settle it."""

from collections.abc import Sequence

from bot.core.account import Source
from bot.core.disagreement import Disagreement
from bot.core.disagreement_words import Teller, matters_words, not_disputed_words, settled_words, sides_words
from bot.core.fit_words import headline
from bot.core.wording import source_words
from bot.flows.desk import Desk
from bot.flows.outcome import NotDisputed, Settled


def teller_at(desk: Desk) -> Teller:
    """How sources are told to the person at the desk."""

    def who(source: Source) -> str:
        return "you" if source == desk.source else source_words(source)

    return Teller(desk.pack, desk.today, who)


def disagreement_lines(found: Sequence[Disagreement], desk: Desk, way: str) -> list[str]:
    """Both sides of each disagreement.

    Args:
        found: the disagreements.
        desk: where they are shown.
        way: how to settle the first one.
    """
    lines: list[str] = []
    for each in found:
        teller = teller_at(desk)
        lines += [f"Sources disagree on {sides_words(each, teller)}", f"  {matters_words(each, teller)}"]
        lines += [f"  {way}"] if each is found[0] else []
    return lines


def settled_lines(settled: Settled, desk: Desk, way: str) -> list[str]:
    """Which of two sources holds, and what is still to be decided."""
    teller, name = teller_at(desk), settled.answer.account.name
    what = settled_words(settled.found, settled.keep, teller)
    first = f"Settled for {name}: {teller.label(settled.found.trait)}: {what}"
    return [first, *disagreement_lines(settled.disagreements, desk, way)]


def not_disputed_lines(outcome: NotDisputed, desk: Desk, way: str) -> list[str]:
    """That there is nothing to decide, how it was settled, and what is disputed instead."""
    instead = (outcome.found,) if outcome.found is not None else ()
    said = not_disputed_words(outcome.trait, outcome.closed, teller_at(desk), newer=bool(instead))
    return [said, *disagreement_lines(instead, desk, way), headline(outcome.answer.report)]
