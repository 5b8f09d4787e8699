"""Mapping: how the rows of somebody else's file become answers.

A mapping says which field of a row names the account, which identifies it, and what each trait is read from:

    name: name
    external_id: id
    as_of: 2026-06-30
    skip_when:
      - {from: status, in: [Inactive], why: no longer trading}
    answers:
      employees: {from: team_size, unknown: [0]}
      location: {from: regions, map: {United States of America: us}, otherwise: other}
      stack: {from: tags, map: {Salesforce: salesforce}, at_least: true}
      founded: {from: batch, pattern: '([0-9]{4})'}

`stage` may name a field as well: it holds the stage of the account's journey, as the CRM or the pack calls it.

A field is a column, or a dotted path into nested objects. It may hold a list; where a trait has one value, the first
key of `map` that is in the list wins, and for tags every mapped element counts and the others do not. Null, a blank
text, an empty list and a missing field mean that the trait is not known, as does anything under `unknown`. Texts are
compared without regard to letter case and blanks. `map` leads to values in the forms of `value`; what it does not list
is `otherwise`, and without that it is unknown and counted. Numbers that `map` does not list are read as `number` says.
Without `map`, options are read by their id, label or other names. `row` carries it out.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from pydantic import Field, JsonValue

from bot.core.errors import ValueRefused
from bot.core.number import read_number
from bot.core.pack import Pack
from bot.core.problem import Place, Problem, error, unknown
from bot.core.trait import Frozen, Kind, Slug, Text, Trait
from bot.core.value import read_value

TRUE = ("true", "yes", "y", "on", "1")
FALSE = ("false", "no", "n", "off", "0")
"""What tables write for yes and no, in any letter case."""


class SkipWhen(Frozen):
    """Rows that are not taken."""

    field: Text = Field(alias="from")
    any_of: tuple[Text, ...] = Field(alias="in", min_length=1)
    """Rows whose field holds any of these."""
    why: Text
    """The reason that the summary prints."""


class FieldMapping(Frozen):
    """What one trait is read from."""

    field: Text = Field(alias="from")
    unknown: tuple[str | None, ...] = ()
    """Raw values that mean "not known"."""
    pattern: Text | None = None
    """A regular expression; its first group takes the place of the raw text, and no match means "not known"."""
    map: dict[str, Any] = Field(default_factory=dict)
    """Raw text to value; a value is what a file can say: texts, lists of them, and objects of them."""
    otherwise: Any = None
    """The value of anything that `map` does not list; where it is not given, that is unknown and counted."""
    at_least: bool = False
    """Tags only: the file's list is a lower bound and not the whole truth."""

    @property
    def catches_the_rest(self) -> bool:
        """Whether `otherwise` was given, be it null."""
        return "otherwise" in self.model_fields_set


class RowMapping(Frozen):
    """What a mapping file holds."""

    name: Text
    """The field that names the account."""
    external_id: Text | None = None
    """The field that identifies the row for ever."""
    stage: Text | None = None
    """The field that holds the stage of the account's journey, by any of the names that the pack has for it."""
    as_of: date | None = None
    """The day on which the file's values were true."""
    skip_when: tuple[SkipWhen, ...] = ()
    answers: dict[Slug, FieldMapping]


def folded(text: str) -> str:
    """A text without what does not count when texts are compared: letter case and blanks."""
    return " ".join(text.split()).casefold()


def to_value(raw: Any, trait: Trait) -> JsonValue:
    """The value that a mapping file means for a trait, where every scalar is text.

    The result may be of no form that the trait can hold; `find_problems` says so.

    Raises:
        ValueError: a number or a truth value cannot be read.
    """
    if raw is None or raw == "null":
        return None
    if isinstance(raw, dict):
        return {str(key): to_value(part, trait) for key, part in raw.items()}
    if isinstance(raw, list):
        return [to_value(part, trait) for part in raw]
    if isinstance(raw, str) and trait.kind.is_numeric:
        return read_number(raw)
    if isinstance(raw, str) and trait.kind is Kind.FLAG:
        if raw.casefold() not in (*TRUE, *FALSE):
            raise ValueError(f"{raw!r} is neither true nor false")
        return raw.casefold() in TRUE
    return raw  # type: ignore[no-any-return]


def find_problems(mapping: RowMapping, pack: Pack, columns: Sequence[str] | None) -> list[Problem]:
    """Everything that is wrong with a mapping, given the pack and, where the file has a header, its columns."""
    problems = [problem for trait_id in mapping.answers for problem in _answer_problems(mapping, trait_id, pack)]
    if columns is not None:
        problems += [
            error(place, _column_problem(field, columns))
            for place, field in _fields(mapping)
            if columns.count(field) != 1
        ]
    return problems


def _fields(mapping: RowMapping) -> Iterator[tuple[Place, str]]:
    yield ("name",), mapping.name
    if mapping.external_id is not None:
        yield ("external_id",), mapping.external_id
    if mapping.stage is not None:
        yield ("stage",), mapping.stage
    for number, skip in enumerate(mapping.skip_when):
        yield ("skip_when", number, "from"), skip.field
    for trait_id, each in mapping.answers.items():
        yield ("answers", trait_id, "from"), each.field


def _column_problem(field: str, columns: Sequence[str]) -> str:
    if field in columns:
        return f"the file has more than one column {field!r}; rename all but one"
    return unknown("column", field, columns)


def _answer_problems(mapping: RowMapping, trait_id: str, pack: Pack) -> Iterator[Problem]:
    place: Place = ("answers", trait_id)
    trait, each = pack.trait(trait_id), mapping.answers[trait_id]
    if trait is None:
        yield error(place, unknown("trait", trait_id, [known.id for known in pack.traits]))
        return
    if each.at_least and trait.kind is not Kind.TAGS:
        yield error((*place, "at_least"), f"at_least is for tags; {trait_id} is of kind {trait.kind}")
    if each.pattern is not None and (why := _pattern_problem(each.pattern)):
        yield error((*place, "pattern"), why)
    first: dict[str, str] = {}
    for key, raw in each.map.items():
        if why := _value_problem(raw, trait):
            yield error((*place, "map", key), why)
        if (same := first.setdefault(folded(key), key)) != key:
            yield error(
                (*place, "map", key), f"{key!r} is the same text as {same!r}; letter case and blanks do not count"
            )
    if why := _value_problem(each.otherwise, trait):
        yield error((*place, "otherwise"), why)


def _pattern_problem(pattern: str) -> str | None:
    try:
        compiled = re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as wrong:
        return f"{pattern!r} is no regular expression: {wrong}"
    return None if compiled.groups else f"{pattern!r} has no group; put what counts in parentheses"


def _value_problem(raw: Any, trait: Trait) -> str | None:
    try:
        value = to_value(raw, trait)
        if trait.kind is Kind.TAGS and isinstance(value, str):
            value = [value]
        if trait.kind is Kind.TAGS and isinstance(value, dict):
            return "a tag or a list of tags is needed; `at_least: true` makes the whole list a lower bound"
        read_value(value, trait)
    except (ValueError, ValueRefused) as wrong:
        return str(wrong)
    return None
