"""Relations: what the fields of one object must be to one another.

A relation speaks only of fields that are of the right kind; what is wrong with a field by itself, the grammar says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.playground.rules.fault import Place, Problem
from bot.playground.rules.grammar import Relation


@dataclass(frozen=True, slots=True)
class AnyOf(Relation):
    """At least one of these fields is given."""

    names: tuple[str, ...]

    def problems(self, record: Mapping[str, object], at: Place) -> Iterator[Problem]:
        """None is given."""
        if not any(name in record for name in self.names):
            yield Problem(at, f"needs one of the fields {', '.join(self.names)}")


@dataclass(frozen=True, slots=True)
class OneOf(Relation):
    """Exactly one of these fields is given."""

    names: tuple[str, ...]

    def problems(self, record: Mapping[str, object], at: Place) -> Iterator[Problem]:
        """None is given, or several are."""
        given = [name for name in self.names if name in record]
        if not given:
            yield Problem(at, f"needs one of the fields {', '.join(self.names)}")
        if len(given) > 1:
            yield Problem(at, f"may have only one of the fields {', '.join(given)}")


@dataclass(frozen=True, slots=True)
class OnlyWith(Relation):
    """A field that is true asks for another one that is given and not false."""

    name: str
    other: str

    def problems(self, record: Mapping[str, object], at: Place) -> Iterator[Problem]:
        """The other one is missing."""
        if record.get(self.name) and not record.get(self.other):
            yield Problem((at, self.name), f"is only allowed with {self.other}")


@dataclass(frozen=True, slots=True)
class NotWith(Relation):
    """Two fields that are not both true."""

    name: str
    other: str

    def problems(self, record: Mapping[str, object], at: Place) -> Iterator[Problem]:
        """Both are."""
        if record.get(self.name) is True and record.get(self.other) is True:
            yield Problem((at, self.name), f"is not allowed with {self.other}")


@dataclass(frozen=True, slots=True)
class Ascending(Relation):
    """The number in one field is at most that in another; numbers may be written as strings."""

    low: str
    high: str

    def problems(self, record: Mapping[str, object], at: Place) -> Iterator[Problem]:
        """It is more."""
        low, high = _number(record.get(self.low)), _number(record.get(self.high))
        if low is not None and high is not None and low > high:
            yield Problem((at, self.low), f"must not be more than {self.high}")


@dataclass(frozen=True, slots=True)
class Chosen(Relation):
    """What is chosen at first is among the options, and no two options have the same value."""

    def problems(self, record: Mapping[str, object], at: Place) -> Iterator[Problem]:
        """It is not, or two have."""
        options = list(_options(record, at))
        seen: list[object] = []
        for place, option in options:
            value = option.get("value")
            if value in seen:
                yield Problem((place, "value"), "must not be the value of two options")
            seen.append(value)
        offered = [option for _, option in options]
        for place, chosen in _initial(record, at):
            if options and chosen not in offered:
                yield Problem(place, "must be one of the options, equal in every field")


@dataclass(frozen=True, slots=True)
class Distinct(Relation):
    """No two objects of a list have the same value in a field."""

    items: str
    key: str

    def problems(self, record: Mapping[str, object], at: Place) -> Iterator[Problem]:
        """Two have."""
        seen: list[object] = []
        for index, item in enumerate(_list(record.get(self.items))):
            if not isinstance(item, dict) or self.key not in item:
                continue
            if item[self.key] in seen:
                yield Problem((((at, self.items), index), self.key), "must not come twice")
            seen.append(item[self.key])


@dataclass(frozen=True, slots=True)
class Rectangle(Relation):
    """The rows of a table are of one length, and the first holds no rich text: it is the header."""

    rows: str

    def problems(self, record: Mapping[str, object], at: Place) -> Iterator[Problem]:
        """A row is longer or shorter than the first, or the first holds rich text."""
        rows = [row for row in _list(record.get(self.rows)) if isinstance(row, list)]
        for index, row in enumerate(rows):
            if len(row) != len(rows[0]):
                yield Problem(((at, self.rows), index), "must have as many cells as the first row")
        for index, cell in enumerate(rows[0] if rows else []):
            if isinstance(cell, dict) and cell.get("type") == "rich_text":
                yield Problem((((at, self.rows), 0), index), "must not be rich text in the first row")


@dataclass(frozen=True, slots=True)
class Plotted(Relation):
    """Every series of a chart has one point for each category of its axis, in their order."""

    def problems(self, record: Mapping[str, object], at: Place) -> Iterator[Problem]:
        """A series has other points."""
        axis = record.get("axis_config")
        categories = axis.get("categories") if isinstance(axis, dict) else None
        for index, series in enumerate(_list(record.get("series"))):
            points = _list(series.get("data")) if isinstance(series, dict) else []
            labels = [point.get("label") for point in points if isinstance(point, dict)]
            if labels != categories:
                yield Problem(((at, "series"), index), "must have one point for each category, in their order")


def _options(record: Mapping[str, object], at: Place) -> Iterator[tuple[Place, dict[str, object]]]:
    """The options of a menu, in groups or not, each with its place."""
    lists: list[tuple[Place, object]] = [((at, "options"), record.get("options"))]
    for index, group in enumerate(_list(record.get("option_groups"))):
        place = (((at, "option_groups"), index), "options")
        lists.append((place, group.get("options") if isinstance(group, dict) else None))
    for listed, options in lists:
        for index, option in enumerate(_list(options)):
            if isinstance(option, dict):
                yield (listed, index), option


def _initial(record: Mapping[str, object], at: Place) -> Iterator[tuple[Place, object]]:
    """What is chosen at first, each with its place."""
    if "initial_option" in record:
        yield (at, "initial_option"), record["initial_option"]
    for index, option in enumerate(_list(record.get("initial_options"))):
        yield ((at, "initial_options"), index), option


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None
