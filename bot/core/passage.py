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
    """`kind/slug`, as `asset/roi-guide`; unique within a pack."""
    kind: PassageKind
    title: str
    text: str
    url: str | None = None
    stages: tuple[str, ...] = ()
    """Journey stages it is for; none means any."""
    personas: tuple[str, ...] = ()
    """Personas it is for; none means any."""
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What a search is narrowed to; None leaves a side open."""

    today: date
    """What has lapsed by then is never found."""
    kind: PassageKind | None = None
    stages: tuple[str, ...] | None = None
    """Any of these."""
    persona: str | None = None


class Hit(Frozen):
    """A passage that was found, with how near it is (1 is the same direction, 0 unrelated)."""

    passage: Passage
    score: float
