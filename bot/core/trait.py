"""Trait: one observable property of an account, and how to ask for it."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.+-]*$", max_length=80)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Frozen(BaseModel):
    """A value that never changes and has no key but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(StrEnum):
    """What a trait's values are."""

    NUMBER = "number"
    MONEY = "money"
    CHOICE = "choice"
    FLAG = "flag"
    TAGS = "tags"

    @property
    def is_numeric(self) -> bool:
        """Whether values are whole numbers that ranges cut."""
        return self in (Kind.NUMBER, Kind.MONEY)


class Group(StrEnum):
    """Which side of a company a trait describes."""

    FIRMOGRAPHIC = "firmographic"
    TECHNOGRAPHIC = "technographic"
    BEHAVIOURAL = "behavioural"
    ENVIRONMENTAL = "environmental"
    PSYCHOGRAPHIC = "psychographic"


_DAYS_VALID = {
    Group.FIRMOGRAPHIC: 365,
    Group.ENVIRONMENTAL: 365,
    Group.TECHNOGRAPHIC: 180,
    Group.PSYCHOGRAPHIC: 180,
    Group.BEHAVIOURAL: 90,
}
_FLAG = ("yes", "no")
NUMBER_OF_QUESTIONS = 12


class Option(Frozen):
    """One value of a choice, a flag or a list of tags."""

    label: Text | None = None
    """The words people read; the id with spaces where none are given."""
    also: tuple[Text, ...] = ()
    """Other words people use for it."""


class Trait(Frozen):
    """One observable property of an account, and how to ask for it."""

    id: Slug
    label: Text
    """The name people read."""
    group: Group
    level: Literal["company", "person"] = "company"
    """An ICP describes a company; what describes a person belongs into a persona."""
    kind: Kind
    unit: Text | None = None
    """What is counted: people, months, a currency's worth per year."""
    also: tuple[Text, ...] = ()
    """Other names people use for it."""
    asks: Annotated[int, Field(ge=1, le=NUMBER_OF_QUESTIONS)] | None = None
    """Which of the twelve ICP questions it answers, if any."""
    question: Text
    """How to ask; {account} stands for the account's name."""
    why: Text | None = None
    """Why it is worth asking."""
    options: dict[Slug, Option] = Field(default_factory=dict)
    """The values of a choice, a flag or a list of tags, in the order they are shown."""
    expires_after: Annotated[int, Field(ge=1)] | None = None
    """Days after which a dated answer counts as unknown; by group where none are given."""
    cost: Annotated[int, Field(ge=0, le=100)] = 1
    """What asking costs: 0 the CRM knows it, 1 ask, 2 sensitive."""

    @model_validator(mode="after")
    def _options_fit_the_kind(self) -> Self:
        if self.kind.is_numeric and self.options:
            raise ValueError(f"a trait of kind {self.kind} has no options: ranges cut its values")
        if self.kind is Kind.FLAG and not set(self.options) <= set(_FLAG):
            raise ValueError("a flag's options are yes and no, nothing else")
        if self.kind in (Kind.CHOICE, Kind.TAGS) and not self.options:
            raise ValueError(f"a trait of kind {self.kind} needs options")
        return self

    @property
    def option_ids(self) -> tuple[str, ...]:
        """The ids of its options in pack order; a flag always has yes and no."""
        if self.kind is not Kind.FLAG:
            return tuple(self.options)
        return (*self.options, *(option for option in _FLAG if option not in self.options))

    @property
    def days_valid(self) -> int:
        """Days after which a dated answer counts as unknown."""
        return self.expires_after or _DAYS_VALID[self.group]

    def option_label(self, option: str) -> str:
        """The words people read for an option."""
        known = self.options.get(option)
        return known.label if known and known.label else option.replace("_", " ")

    def ask(self, account: str) -> str:
        """The question, put for an account."""
        return self.question.replace("{account}", account)
