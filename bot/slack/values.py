"""Values: what a button carries and a modal remembers, as typed models and never as strings to split.

Whatever comes back is untrusted: it may be old, changed or somebody else's. A value says what is meant; whether the
person may do it is checked by whoever carries it out.
"""

from enum import StrEnum
from typing import Annotated, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from bot.core.errors import FikaError
from bot.core.journey import StageId
from bot.flows.gap_list import GapOrder

LARGEST = 2**53
Id = Annotated[int, Field(ge=1, le=LARGEST)]


class ValueForged(FikaError):
    """Raised when what a button or a form carries is not of the form that Fika gives it."""


class Value(BaseModel):
    """What a button carries."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def encoded(self) -> str:
        """As Slack carries it: at most 2000 characters on a button, 150 in an option, 3000 in a modal."""
        return self.model_dump_json(exclude_defaults=True)


class OnAccount(Value):
    """About this account."""

    account: Id


class More(StrEnum):
    """What is done less often with an account."""

    FILL_IN = "fill_in"
    """Open the form with all open questions."""
    NOTES = "notes"
    """Open the form for notes."""
    GAPS = "gaps"
    """Show the gaps there."""


class OnMore(Value):
    """That is to be done with this account."""

    account: Id
    does: More


class OnBriefing(Value):
    """About a briefing on this account: whom it was for, and which call."""

    account: Id
    persona: Annotated[str, Field(max_length=200)] | None = None
    stage: StageId | None = None
    """The stage that whoever asked spoke of."""
    call: Annotated[str, Field(max_length=40)] | None = None
    """When the call is, by the clock of whoever asked."""


class OnSchedule(Value):
    """About a briefing that is to come later."""

    schedule: Id


class OnQuestion(Value):
    """About a question to the knowledge."""

    LONGEST: ClassVar[int] = 1500

    asked: Annotated[str, Field(max_length=LONGEST)] | None = None
    """The question, where it is short enough for a button."""
    delivery: Id | None = None
    """The message that asked it, where it is not."""


class OnAnswers(Value):
    """About these answers of an account; an undo."""

    account: Id
    answers: tuple[Id, ...]


class Picked(Value):
    """This account was meant by the message of that delivery."""

    account: Id
    delivery: Id


class NewName(Value):
    """An account of that name is to be added, and then the message of that delivery answered."""

    name: str
    delivery: Id | None = None


class AtStage(Value):
    """The account is in that stage of its journey."""

    account: Id
    stage: StageId


class Disputed(Value):
    """That answer of an account excludes what other sources say about the trait."""

    account: Id
    trait: Annotated[str, Field(max_length=200)]
    answer: Id


class OnBatch(Value):
    """About all that was read from the same notes."""

    batch: Id


class Does(StrEnum):
    """What is to happen in an interview."""

    PICK = "pick"
    TICKED = "ticked"
    """What is ticked is all of it."""
    TICKED_AT_LEAST = "ticked_at_least"
    """There is what is ticked, and maybe more."""
    ACCEPT = "accept"
    DECLINE = "decline"
    SAME = "same"
    SKIP = "skip"
    DONT_KNOW = "dont_know"
    BACK = "back"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    GO_ON = "go_on"
    FRAME = "frame"
    KEEP_NEW = "keep_new"
    KEEP_OLD = "keep_old"
    KEEP_BOTH = "keep_both"
    HAND_OVER = "hand_over"
    """Open the form that asks for the colleague."""
    FILL_IN = "fill_in"
    """Open the form with all open questions."""
    EDIT = "edit"
    """Open the form with all answers."""
    NOTES = "notes"
    """Open the form for notes."""


class OnInterview(Value):
    """That is to happen in an interview."""

    interview: Id
    does: Does
    step: Annotated[int, Field(ge=0, le=LARGEST)] | None = None
    """The number of the question that stood; a click on an older one is late."""
    trait: Annotated[str, Field(max_length=200)] | None = None
    value: JsonValue = None
    mark: Annotated[str, Field(max_length=64)] | None = None
    """What tells a choice from the others, where its value does not fit into a menu."""
    answer: Id | None = None
    """Of a disagreement the new answer."""
    framework: Annotated[str, Field(max_length=200)] | None = None


class Opinion(Value):
    """The answer with that receipt helped, or not."""

    account: Id
    receipt: str
    helpful: bool


class Where(Value):
    """Where the answer to a form belongs: what a modal remembers of the place it was opened from."""

    channel: str | None = None
    thread: str | None = None
    response_url: str | None = None
    shared: bool = False


class EditForm(Value):
    """What the form to edit answers remembers."""

    account: Id
    seen: Annotated[int, Field(ge=0, le=LARGEST)] = 0
    """The id of the account's last answer when the form was opened."""
    interview: Id | None = None
    """The interview that goes on once it is submitted."""
    where: Where = Where()


class GapForm(Value):
    """What the form to log a gap remembers."""

    account: Id | None = None
    permalink: str | None = None
    quote: str | None = None
    """At most 1500 characters of the message."""
    where: Where = Where()


class NotesForm(Value):
    """What the form to paste notes remembers."""

    account: Id
    where: Where = Where()


class HandOverForm(Value):
    """What the form that asks for a colleague remembers."""

    interview: Id
    at: str | None = None
    """The message with the question, to be put away."""
    where: Where = Where()


class FindForm(Value):
    """What the form that asks for an account's name remembers."""

    where: Where = Where()


class ShareForm(Value):
    """What the form that asks for a channel remembers."""

    account: Id
    briefing: OnBriefing | None = None
    """The briefing that is to be shared; whether the account fits, where there is none."""
    where: Where = Where()


class GapList(Value):
    """These gaps, from that one on."""

    mine: bool = False
    """Those that whoever clicks logged or sees to."""
    account: Id | None = None
    order: GapOrder = GapOrder.WORTH
    closed: bool = False
    start: Annotated[int, Field(ge=0, le=LARGEST)] = 0


class GapDoes(StrEnum):
    """What is to be done with a gap."""

    SHOW = "show"
    TAKE = "take"
    """Whoever clicks sees to it."""
    ASSIGN = "assign"
    CLOSE = "close"
    REOPEN = "reopen"


class OnGap(Value):
    """That is to be done with this gap."""

    gap: Id
    does: GapDoes


class GapMoveForm(Value):
    """What the forms to assign, close and reopen a gap remember."""

    gap: Id
    where: Where = Where()


V = TypeVar("V", bound=Value)


def decoded(kind: type[V], text: str | None) -> V:
    """What a button or a form carries.

    Raises:
        ValueForged: it is not of that form.
    """
    try:
        return kind.model_validate_json(text or "")
    except ValidationError:
        raise ValueForged("That button is not one of mine any more. Ask again, and use the new one.") from None
