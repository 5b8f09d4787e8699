"""Values: what a button carries and a modal remembers, as typed models and never as strings to split.

Whatever comes back is untrusted: it may be old, changed or somebody else's. A value says what is meant; whether the
person may do it is checked by whoever carries it out.
"""

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.errors import FikaError
from bot.core.journey import StageId

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
    where: Where = Where()


class GapForm(Value):
    """What the form to log a gap remembers."""

    account: Id | None = None
    permalink: str | None = None
    quote: str | None = None
    """At most 1500 characters of the message."""
    where: Where = Where()


class FindForm(Value):
    """What the form that asks for an account's name remembers."""

    where: Where = Where()


class ShareForm(Value):
    """What the form that asks for a channel remembers."""

    account: Id
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
