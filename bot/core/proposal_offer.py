"""Offer: a proposal beside what is known already, and beside what else the same notes say.

Nothing is chosen for anybody: of several values for one trait none is taken, and a value that contradicts what is
known waits until somebody takes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pydantic import JsonValue

from bot.core.account import Answer
from bot.core.cell import Partition
from bot.core.errors import ValueRefused
from bot.core.pack import Pack
from bot.core.proposal import Proposal
from bot.core.standing import Standing
from bot.core.trait import Trait
from bot.core.value import read_value
from bot.core.wording import listed, source_words, value_words

_SEVERAL = "The notes give several values: say which one holds."
_SHOWN = 2
"""Answers that are shown of what is known."""


class Mark(StrEnum):
    """What has to be said about a proposal."""

    NEW = "new"
    """Nothing was known."""
    REFINES = "refines"
    """Something else was known that does not speak against it."""
    CONTRADICTS = "contradicts"
    """It speaks against what is known."""
    SEVERAL = "several"
    """The same notes give another value for the trait."""
    UNSURE = "unsure"
    """It is not certain that it was meant."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal, ready to be shown."""

    proposal: Proposal
    trait: Trait
    mark: Mark
    known: tuple[Answer, ...] = ()
    """What is known of the trait today, the latest first."""

    @property
    def ticked(self) -> bool:
        """Whether it can be taken without looking twice."""
        return self.mark in (Mark.NEW, Mark.REFINES)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the traits of one account today."""

    pack: Pack
    partitions: Sequence[Partition]
    standings: Sequence[Standing]

    def of(self, trait_id: str) -> tuple[Trait, Partition, Standing] | None:
        """A trait with its cells and what is known of it; None where the pack does not have it."""
        rows = zip(self.pack.traits, self.partitions, self.standings, strict=True)
        return next((row for row in rows if row[0].id == trait_id), None)

    def holds(self, trait_id: str, value: JsonValue) -> bool:
        """Whether a value is known already, so that it would say nothing new."""
        found = self.of(trait_id)
        if found is None or found[2].disagrees:
            return False
        return any(_says(each.value, value) for each in found[2].answers)


def fits(pack: Pack, trait_id: str, value: JsonValue) -> bool:
    """Whether a pack has a trait, and the trait can hold a value."""
    trait = pack.trait(trait_id)
    if trait is None or value is None:
        return False
    try:
        read_value(value, trait)
    except ValueRefused:
        return False
    return True


def _says(known: JsonValue, value: JsonValue) -> bool:
    """Whether what is known says all that a value does."""
    if known == value and isinstance(known, bool) == isinstance(value, bool):
        return True
    more = tags_in(value)
    tags = tags_in(known) if isinstance(known, dict) else known
    return more is not None and isinstance(tags, list) and all(tag in tags for tag in more)


def tags_in(value: JsonValue) -> list[JsonValue] | None:
    """The tags of a lower bound; None where a value is none."""
    tags = value.get("at_least") if isinstance(value, dict) else None
    return tags if isinstance(tags, list) else None


def offers(proposals: Sequence[Proposal], known: Known) -> list[Offer]:
    """Proposals of the same notes beside what is known; those that the pack cannot hold any more are left out."""
    found = []
    for each in proposals:
        row = known.of(each.trait)
        if row is not None and fits(known.pack, each.trait, each.value):
            trait, partition, standing = row
            others = [one for one in proposals if one.trait == each.trait and one.id != each.id]
            mark = _mark(each, others, trait, partition, standing)
            found.append(Offer(each, trait, mark, standing.answers))
    return found


def _mark(proposal: Proposal, others: Sequence[Proposal], trait: Trait, partition: Partition, now: Standing) -> Mark:
    if any(not together(proposal, other) for other in others):
        return Mark.SEVERAL
    if proposal.is_unsure:
        return Mark.UNSURE
    if not now.answers:
        return Mark.NEW
    cells = partition.possible(read_value(proposal.value, trait))
    apart = set(cells).isdisjoint(now.cells)
    differs = not trait.kind.is_numeric and isinstance(proposal.value, bool | str)
    return Mark.CONTRADICTS if apart or differs else Mark.REFINES


def together(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals about a trait can both hold: lists of which nobody said that they are whole."""
    return tags_in(one.value) is not None and tags_in(other.value) is not None


def united(proposals: Sequence[Proposal]) -> JsonValue:
    """The one value that proposals about a trait come to; they can all hold."""
    if len(proposals) == 1:
        return proposals[0].value
    tags: list[JsonValue] = sorted({str(tag) for each in proposals for tag in tags_in(each.value) or ()}, key=str)
    return {"at_least": tags}


def offer_words(offer: Offer, currency: str) -> str:
    """A proposal as `Employees: 120 people`."""
    return f"{offer.trait.label}: {value_words(offer.proposal.value, offer.trait, currency)}"


def mark_words(offer: Offer, currency: str) -> str:
    """What has to be known before it is taken; empty where there is nothing."""
    said = [_SEVERAL] if offer.mark is Mark.SEVERAL else []
    if offer.known:
        known = listed([_known(each, offer.trait, currency) for each in offer.known[:_SHOWN]], "and")
        said.append(f"{known_label(offer)} {known}.")
    return " ".join([*said, *filter(None, (offer.proposal.note,))])


def known_label(offer: Offer) -> str:
    """How a proposal stands to what is known."""
    return "Contradicts what is known:" if offer.mark is Mark.CONTRADICTS else "Known so far:"


def _known(answer: Answer, trait: Trait, currency: str) -> str:
    on = f", {answer.on}" if answer.on else ""
    return f"{value_words(answer.value, trait, currency)} ({source_words(answer.source)}{on})"
