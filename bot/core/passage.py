"""Passage: a stretch of a pack's text that can be found, and Hit: one that was."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.trait import Frozen


class PassageKind(StrEnum):
    """Which part of the pack a passage comes from."""

    ICP = "icp"
    PERSONA = "persona"
    JOURNEY = "journey"
    ASSET = "asset"
    PLAYBOOK = "playbook"
    QUALIFICATION = "qualification"
    TRAIT = "trait"


class Passage(Frozen):
    """A stretch of a pack's text."""

    id: str
    """`kind/slug`, as `asset/roi-guide`, unique in a pack; a long text goes on in `asset/roi-guide#2` and so on."""
    kind: PassageKind
    title: str
    text: str
    url: str | None = None
    stages: tuple[str, ...] = ()
    """Journey stages it is for; none means any."""
    personas: tuple[str, ...] = ()
    """Personas it is for; none means any."""
    industries: tuple[str, ...] = ()
    """Industries it was made for, by their option ids; none means any."""
    about: str = ""
    """What it is and for whom: its format, its readers, its stages; all of its passages have these words."""
    valid_until: date | None = None

    def lapsed(self, today: date) -> bool:
        """Whether it may no longer be shown."""
        return self.valid_until is not None and today > self.valid_until


@dataclass(frozen=True, slots=True)
class Meaning:
    """What some words of a question stand for, in words that a pack may use."""

    at: int
    """The position of the first of the words, counted as `passage_words.words` does."""
    length: int
    """How many words they are."""
    means: str
    counts: float = 1.0
    """How far the words stand for it, where they only may."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a question asks for by how it is put; it narrows nothing."""

    kinds: frozenset[PassageKind] = frozenset()
    personas: frozenset[str] = frozenset()
    """The ids of those that it speaks of."""


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What a search is narrowed to, where None leaves a side open, and what its words mean in the pack."""

    today: date
    """What has lapsed by then is never found."""
    kind: PassageKind | None = None
    stages: tuple[str, ...] | None = None
    """Any of these."""
    persona: str | None = None
    industry: str | None = None
    """The id of an option of the trait `industry`."""
    meanings: tuple[Meaning, ...] = ()
    """What words of the question stand for; they narrow nothing."""
    leaning: Leaning = Leaning()

    def admits(self, passage: Passage) -> bool:
        """Whether a passage may be found: not lapsed, of the kind, and for stage, persona and industry or for any."""
        return (
            not passage.lapsed(self.today)
            and self.kind in (None, passage.kind)
            and (self.stages is None or not passage.stages or not set(self.stages).isdisjoint(passage.stages))
            and (self.persona is None or not passage.personas or self.persona in passage.personas)
            and (self.industry is None or not passage.industries or self.industry in passage.industries)
        )


class Hit(Frozen):
    """A passage that was found, with how well it answers: 1 says all that was asked, 0 has nothing to do with it."""

    passage: Passage
    score: float
