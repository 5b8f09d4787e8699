"""Grammar: what a JSON value may be, as data; the few kinds of value that Slack's payloads are made of.

A specification says everything that is wrong with a value and never raises, whatever the value is. Lengths are
counted in characters after the JSON was decoded, as Slack counts them. Most of what is judged is right: only what is
wrong costs a problem.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.playground.rules.fault import Place, Problem

_NONE: tuple[Problem, ...] = ()


class Spec(ABC):
    """What a value may be."""

    __slots__ = ()

    @abstractmethod
    def problems(self, value: object, at: Place) -> Iterable[Problem]:
        """Everything that is wrong with the value at that pointer."""


class Relation(ABC):
    """What the fields of one object must be to one another."""

    __slots__ = ()

    @abstractmethod
    def problems(self, record: Mapping[str, object], at: Place) -> Iterator[Problem]:
        """Everything that is wrong between the fields of the object at that pointer."""


@dataclass(frozen=True, slots=True)
class String(Spec):
    """A string of so many characters, maybe of a form, maybe one of a few."""

    longest: int | None = None
    shortest: int = 1
    form: str | None = None
    among: tuple[str, ...] = ()

    def problems(self, value: object, at: Place) -> Iterable[Problem]:
        """Not a string, too short, too long, or not of the form."""
        if not isinstance(value, str):
            return (Problem(at, "must be a string"),)
        if self.among and value not in self.among:
            return (Problem(at, f"must be one of {', '.join(self.among)}"),)
        if len(value) < self.shortest:
            return (Problem(at, f"must have at least {self.shortest} characters, and has {len(value)}"),)
        if self.longest is not None and len(value) > self.longest:
            return (Problem(at, f"must have at most {self.longest} characters, and has {len(value)}"),)
        if self.form is not None and not re.fullmatch(self.form, value, re.ASCII):
            return (Problem(at, f"must have the form {self.form}"),)
        return _NONE


@dataclass(frozen=True, slots=True)
class Whole(Spec):
    """A whole number within bounds."""

    least: int | None = None
    most: int | None = None

    def problems(self, value: object, at: Place) -> Iterable[Problem]:
        """Not a whole number, or out of bounds."""
        if isinstance(value, bool) or not isinstance(value, int):
            return (Problem(at, "must be a whole number"),)
        if self.least is not None and value < self.least:
            return (Problem(at, f"must be at least {self.least}"),)
        if self.most is not None and value > self.most:
            return (Problem(at, f"must be at most {self.most}"),)
        return _NONE


@dataclass(frozen=True, slots=True)
class Number(Spec):
    """A number, maybe above a bound."""

    above: float | None = None

    def problems(self, value: object, at: Place) -> Iterable[Problem]:
        """Not a number, or not above the bound."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return (Problem(at, "must be a number"),)
        if self.above is not None and not value > self.above:
            return (Problem(at, f"must be more than {self.above:g}"),)
        return _NONE


@dataclass(frozen=True, slots=True)
class Flag(Spec):
    """True or false."""

    def problems(self, value: object, at: Place) -> Iterable[Problem]:
        """Neither."""
        if not isinstance(value, bool):
            return (Problem(at, "must be true or false"),)
        return _NONE


@dataclass(frozen=True, slots=True)
class Anything(Spec):
    """An object whose keys are not looked at."""

    def problems(self, value: object, at: Place) -> Iterable[Problem]:
        """Not an object."""
        if not isinstance(value, dict):
            return (Problem(at, "must be an object"),)
        return _NONE


@dataclass(frozen=True, slots=True)
class Elsewhere(Spec):
    """Any value; it is looked at elsewhere."""

    def problems(self, value: object, at: Place) -> Iterable[Problem]:
        """None here."""
        del value, at
        return _NONE


@dataclass(frozen=True, slots=True)
class Listed(Spec):
    """A list of so many items of one kind."""

    of: Spec
    most: int | None = None
    least: int = 1
    distinct: bool = False
    nulls: bool = False

    def problems(self, value: object, at: Place) -> Iterable[Problem]:
        """Not a list, too few or too many items, one that comes twice, and what is wrong with each."""
        if not isinstance(value, list):
            return (Problem(at, "must be a list"),)
        found: list[Problem] = []
        if len(value) < self.least:
            found.append(Problem(at, f"must have at least {self.least} items, and has {len(value)}"))
        if self.most is not None and len(value) > self.most:
            found.append(Problem(at, f"must have at most {self.most} items, and has {len(value)}"))
        for index, item in enumerate(value):
            if item is None and self.nulls:
                continue
            if self.distinct and item in value[:index]:
                found.append(Problem((at, index), "must not come twice"))
            found += self.of.problems(item, (at, index))
        return found


@dataclass(frozen=True, slots=True)
class Record(Spec):
    """An object with these fields and no others."""

    fields: Mapping[str, Spec]
    needs: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()

    def problems(self, value: object, at: Place) -> Iterable[Problem]:
        """Not an object, a field too many or too few, and what is wrong with each and between them."""
        if not isinstance(value, dict):
            return (Problem(at, "must be an object"),)
        found = [Problem(at, f"needs the field {name}") for name in self.needs if name not in value]
        fields = self.fields
        for name, inner in value.items():
            spec = fields.get(name)
            if spec is None:
                found.append(Problem((at, name), "is no field of this object"))
            else:
                found += spec.problems(inner, (at, name))
        for relation in self.relations:
            found += relation.problems(value, at)
        return found


@dataclass(frozen=True, slots=True)
class Variants(Spec):
    """An object whose `type` says which of these it is."""

    records: Mapping[str, Record] = field(default_factory=dict)

    def problems(self, value: object, at: Place) -> Iterable[Problem]:
        """Not an object, a type that is not allowed here, and what is wrong with an object of that type."""
        if not isinstance(value, dict):
            return (Problem(at, "must be an object"),)
        kind = value.get("type")
        if not isinstance(kind, str):
            return (Problem(at, "needs a type"),)
        record = self.records.get(kind)
        if record is None:
            allowed = ", ".join(sorted(self.records))
            return (Problem((at, "type"), f"{kind!r} is not allowed here; {allowed} are"),)
        return record.problems(value, at)


def typed(name: str, needs: tuple[str, ...] = (), /, *relations: Relation, **fields: Spec) -> Record:
    """An object of that type."""
    return Record({"type": String(among=(name,)), **fields}, ("type", *needs), relations)
