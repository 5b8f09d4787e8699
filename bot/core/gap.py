"""Gap: something discovery showed to be missing, who says so, and what became of it.

A gap is what its events make of it. Events are only ever added, and `replayed` puts them together. Whoever logs what
was logged before adds a voice to that gap, and a voice heard after a gap was filled opens it again: something is
evidently still missing. What somebody decided not to fill stays so, whoever asks for it again, until it is reopened.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from bot.core.account import Source
from bot.core.journey import StageId
from bot.core.trait import Frozen, Slug, Text


class GapKind(StrEnum):
    """What is missing."""

    TRAIT = "trait"
    """An answer that matters and that nobody has."""
    CONTRADICTION = "contradiction"
    """Sources that say different things."""
    PERSONA = "persona"
    """A buyer role that nobody has met, or that no persona describes."""
    CONTENT = "content"
    """No asset for a stage and a persona."""
    KNOWLEDGE = "knowledge"
    """A question that the knowledge cannot answer."""
    PRODUCT = "product"
    """A need that the product does not meet."""
    ICP = "icp"
    """A trait that the ICP does not know."""

    @property
    def label(self) -> str:
        """The words people read."""
        return _LABELS[self]


_LABELS = {
    GapKind.TRAIT: "an answer we could not get",
    GapKind.CONTRADICTION: "sources that contradict each other",
    GapKind.PERSONA: "a persona we have not met",
    GapKind.CONTENT: "content we do not have",
    GapKind.KNOWLEDGE: "a question we cannot answer",
    GapKind.PRODUCT: "a need the product does not meet",
    GapKind.ICP: "a trait the ICP does not know",
}


class GapStatus(StrEnum):
    """What became of a gap."""

    OPEN = "open"
    FILLED = "filled"
    WONT = "wont"
    """It will not be filled."""

    @property
    def label(self) -> str:
        """The words people read."""
        return "won't" if self is GapStatus.WONT else self.value


class Missing(Frozen):
    """What is missing, and where."""

    kind: GapKind
    what: Text
    """What is missing, in a person's words."""
    account_id: int | None = None
    """The account at which it showed; None where it is about none."""
    trait: Slug | None = None
    """The trait it is about."""
    stage: StageId | None = None
    """The stage of the journey it is about."""
    persona: Slug | None = None
    """The persona it is about."""


class NewGap(Missing):
    """A gap about to be logged."""

    quote: str | None = None
    """The message that showed it, word for word."""
    permalink: str | None = None
    """Where that message stands."""
    source: Source
    at: datetime


class Voice(Frozen):
    """Somebody said that it is missing."""

    source: Source
    at: datetime
    quote: str | None = None
    permalink: str | None = None


class Happened(StrEnum):
    """What happened to a gap."""

    LOGGED = "logged"
    VOICED = "voiced"
    """Somebody logged it again."""
    ASSIGNED = "assigned"
    CLOSED = "closed"
    REOPENED = "reopened"


class GapEvent(Frozen):
    """One thing that happened to a gap."""

    happened: Happened
    source: Source
    at: datetime
    quote: str | None = None
    """Of a voice."""
    permalink: str | None = None
    """Of a voice."""
    owner: Text | None = None
    """Whom it was assigned to; None where it was taken from everybody."""
    status: GapStatus | None = None
    """As what it was closed."""
    reason: Text | None = None
    """Why it was closed or reopened."""
    answer_id: int | None = None
    """The answer that closed it, where one did."""


class Closing(Frozen):
    """Why, by whom and when a gap was closed."""

    reason: str | None
    source: Source
    at: datetime
    answer_id: int | None = None
    """The answer that closed it, where one did."""


class Gap(NewGap):
    """A logged gap; quote, permalink, source and time are those of its first voice."""

    id: int
    status: GapStatus = GapStatus.OPEN
    owner: str | None = None
    """Who sees to it."""
    closed: Closing | None = None
    """None while it is open."""
    voices: tuple[Voice, ...] = ()
    """Everybody who logged it, the first one first."""
    history: tuple[GapEvent, ...] = ()
    """Everything that happened to it, in order."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be filled."""
        return self.status is GapStatus.OPEN

    def is_of(self, person: str) -> bool:
        """Whether a person logged it or sees to it."""
        return person == self.owner or any(person == voice.source.person for voice in self.voices)


def replayed(gap_id: int, missing: Missing, events: Sequence[GapEvent]) -> Gap:
    """The gap that events make.

    Args:
        gap_id: its id.
        missing: what is missing.
        events: everything that happened to it, in order.

    Raises:
        ValueError: nobody ever logged it.
    """
    owner: str | None = None
    status, closed = GapStatus.OPEN, None
    voices: list[Voice] = []
    for event in events:
        match event.happened:
            case Happened.LOGGED | Happened.VOICED:
                voices.append(Voice(source=event.source, at=event.at, quote=event.quote, permalink=event.permalink))
                if status is GapStatus.FILLED:
                    status, closed = GapStatus.OPEN, None
            case Happened.ASSIGNED:
                owner = event.owner
            case Happened.CLOSED:
                status = event.status or GapStatus.FILLED
                closed = Closing(reason=event.reason, source=event.source, at=event.at, answer_id=event.answer_id)
            case _:  # reopened
                status, closed = GapStatus.OPEN, None
    if not voices:
        raise ValueError(f"nobody ever logged gap {gap_id}")
    return Gap(
        **{name: getattr(missing, name) for name in Missing.model_fields},
        **dict(voices[0]),
        id=gap_id,
        status=status,
        owner=owner,
        closed=closed,
        voices=tuple(voices),
        history=tuple(events),
    )


def refusal(gap: Gap, event: GapEvent) -> str | None:
    """Why an event cannot happen to a gap; None where it can."""
    if event.happened is Happened.REOPENED and gap.is_open:
        return f"Gap #{gap.id} is open already."
    if event.happened is not Happened.CLOSED:
        return None
    if not gap.is_open:
        return f"Gap #{gap.id} is closed already ({gap.status.label}). Reopen it first, if that was wrong."
    if event.reason is None:
        return f"Say why gap #{gap.id} is closed: what fills it, or why nobody will."
    return f"Gap #{gap.id} can be closed as filled or as won't." if event.status is GapStatus.OPEN else None


def assigned(owner: str | None, by: Source, at: datetime) -> GapEvent:
    """Somebody gives a gap to a person to see to; to nobody where there is none."""
    return GapEvent(happened=Happened.ASSIGNED, owner=owner, source=by, at=at)


def closed(reason: str | None, by: Source, at: datetime, *, wont: bool = False) -> GapEvent:
    """Somebody closes a gap: it is filled, or it will not be."""
    status = GapStatus.WONT if wont else GapStatus.FILLED
    return GapEvent(happened=Happened.CLOSED, status=status, reason=_said(reason), source=by, at=at)


def reopened(reason: str | None, by: Source, at: datetime) -> GapEvent:
    """Somebody opens a gap again."""
    return GapEvent(happened=Happened.REOPENED, reason=_said(reason), source=by, at=at)


def _said(text: str | None) -> str | None:
    return (text or "").strip() or None
