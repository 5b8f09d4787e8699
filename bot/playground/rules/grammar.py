"""Grammar: what a JSON value may be, as data; the few kinds of value that Slack's payloads are made of.

A specification says everything that is wrong with a value and never raises, whatever the value is. Lengths are
counted in characters after the JSON was decoded, as Slack counts them.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.playground.rules.fault import Problem, below


class Spec(ABC):
    """What a value may be."""

    __slots__ = ()

    @abstractmethod
    def problems(self, value: object, at: str) -> Iterator[Problem]:
        """Everything that is wrong with the value at that pointer."""


class Relation(ABC):
    """What the fields of one object must be to one another."""

    __slots__ = ()

    @abstractmethod
    def problems(self, record: Mapping[str, object], at: str) -> Iterator[Problem]:
        """Everything that is wrong between the fields of the object at that pointer."""


@dataclass(frozen=True, slots=True)
class String(Spec):
    """A string of so many characters, maybe of a form, maybe one of a few."""

    longest: int | None = None
    shortest: int = 1
    form: str | None = None
    among: tuple[str, ...] = ()

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        """Not a string, too short, too long, or not of the form."""
        if not isinstance(value, str):
            yield Problem(at, "must be a string")
        elif self.among and value not in self.among:
            yield Problem(at, f"must be one of {', '.join(self.among)}")
        elif len(value) < self.shortest:
            yield Problem(at, f"must have at least {self.shortest} characters, and has {len(value)}")
        elif self.longest is not None and len(value) > self.longest:
            yield Problem(at, f"must have at most {self.longest} characters, and has {len(value)}")
        elif self.form is not None and not re.fullmatch(self.form, value, re.ASCII):
            yield Problem(at, f"must have the form {self.form}")


@dataclass(frozen=True, slots=True)
class Whole(Spec):
    """A whole number within bounds."""

    least: int | None = None
    most: int | None = None

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        """Not a whole number, or out of bounds."""
        if isinstance(value, bool) or not isinstance(value, int):
            yield Problem(at, "must be a whole number")
        elif self.least is not None and value < self.least:
            yield Problem(at, f"must be at least {self.least}")
        elif self.most is not None and value > self.most:
            yield Problem(at, f"must be at most {self.most}")


@dataclass(frozen=True, slots=True)
class Number(Spec):
    """A number, maybe above a bound."""

    above: float | None = None

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        """Not a number, or not above the bound."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield Problem(at, "must be a number")
        elif self.above is not None and not value > self.above:
            yield Problem(at, f"must be more than {self.above:g}")


@dataclass(frozen=True, slots=True)
class Flag(Spec):
    """True or false."""

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        """Neither."""
        if not isinstance(value, bool):
            yield Problem(at, "must be true or false")


@dataclass(frozen=True, slots=True)
class Anything(Spec):
    """An object whose keys are not looked at."""

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        """Not an object."""
        if not isinstance(value, dict):
            yield Problem(at, "must be an object")


@dataclass(frozen=True, slots=True)
class Elsewhere(Spec):
    """Any value; it is looked at elsewhere."""

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        """None here."""
        del value, at
        yield from ()


@dataclass(frozen=True, slots=True)
class Listed(Spec):
    """A list of so many items of one kind."""

    of: Spec
    most: int | None = None
    least: int = 1
    distinct: bool = False
    nulls: bool = False

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        """Not a list, too few or too many items, one that comes twice, and what is wrong with each."""
        if not isinstance(value, list):
            yield Problem(at, "must be a list")
            return
        if len(value) < self.least:
            yield Problem(at, f"must have at least {self.least} items, and has {len(value)}")
        if self.most is not None and len(value) > self.most:
            yield Problem(at, f"must have at most {self.most} items, and has {len(value)}")
        for index, item in enumerate(value):
            if item is None and self.nulls:
                continue
            if self.distinct and item in value[:index]:
                yield Problem(below(at, index), "must not come twice")
            yield from self.of.problems(item, below(at, index))


@dataclass(frozen=True, slots=True)
class Record(Spec):
    """An object with these fields and no others."""

    fields: Mapping[str, Spec]
    needs: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        """Not an object, a field too many or too few, and what is wrong with each and between them."""
        if not isinstance(value, dict):
            yield Problem(at, "must be an object")
            return
        for name in self.needs:
            if name not in value:
                yield Problem(at, f"needs the field {name}")
        for name, inner in value.items():
            if name not in self.fields:
                yield Problem(below(at, name), "is no field of this object")
            else:
                yield from self.fields[name].problems(inner, below(at, name))
        for relation in self.relations:
            yield from relation.problems(value, at)


@dataclass(frozen=True, slots=True)
class Variants(Spec):
    """An object whose `type` says which of these it is."""

    records: Mapping[str, Record] = field(default_factory=dict)

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        """Not an object, a type that is not allowed here, and what is wrong with an object of that type."""
        if not isinstance(value, dict):
            yield Problem(at, "must be an object")
            return
        kind = value.get("type")
        if not isinstance(kind, str):
            yield Problem(at, "needs a type")
        elif kind not in self.records:
            yield Problem(below(at, "type"), f"{kind!r} is not allowed here; {', '.join(sorted(self.records))} are")
        else:
            yield from self.records[kind].problems(value, at)


def typed(name: str, needs: tuple[str, ...] = (), /, *relations: Relation, **fields: Spec) -> Record:
    """An object of that type."""
    return Record({"type": String(among=(name,)), **fields}, ("type", *needs), relations)
