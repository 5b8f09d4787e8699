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
    valid_until: date | None = None

    def lapsed(self, today: date) -> bool:
        """Whether it may no longer be shown."""
        return self.valid_until is not None and today > self.valid_until


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What a search is narrowed to; None leaves a side open."""

    today: date
    """What has lapsed by then is never found."""
    kind: PassageKind | None = None
    stages: tuple[str, ...] | None = None
    """Any of these."""
    persona: str | None = None

    def admits(self, passage: Passage) -> bool:
        """Whether a passage may be found: not lapsed, of the kind, and for the stage and the persona or for any."""
        return (
            not passage.lapsed(self.today)
            and self.kind in (None, passage.kind)
            and (self.stages is None or not passage.stages or not set(self.stages).isdisjoint(passage.stages))
            and (self.persona is None or not passage.personas or self.persona in passage.personas)
        )


class Hit(Frozen):
    """A passage that was found, with how near it is (1 is the same direction, 0 unrelated)."""

    passage: Passage
    score: float
