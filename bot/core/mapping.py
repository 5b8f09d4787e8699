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

A field is a column, or a dotted path into nested objects. It may hold a list; where a trait has one value, the first key
of `map` that is in the list wins, and for tags every mapped element counts and the others do not. Null, a blank text, an
empty list and a missing field mean that the trait is not known, as does anything under `unknown`. Texts are compared
without regard to letter case and blanks. `map` leads to values in the forms of `value`; what it does not list is
`otherwise`, and without that it is unknown and counted. Without `map`, numbers are read as `read_number` says, and options
by their id, label or other names. Nothing is guessed: a value that cannot be read is reported, and the rest of its row
still counts.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field, JsonValue

from bot.core.errors import AccountRefused, LineRefused, ValueRefused
from bot.core.line import account_line
from bot.core.naming import clean_external_id, clean_name
from bot.core.pack import Pack
from bot.core.problem import Place, Problem, error, unknown
from bot.core.ranges import LARGEST, round_half_up
from bot.core.trait import Frozen, Kind, Slug, Text, Trait
from bot.core.value import read_dated, read_value


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
    as_of: date | None = None
    """The day on which the file's values were true."""
    skip_when: tuple[SkipWhen, ...] = ()
    answers: dict[Slug, FieldMapping]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file."""

    line: int
    """Where it begins, from 1."""
    fields: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be read."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Given:
    """A value as a row gives it."""

    value: JsonValue
    """An undated form of `value`; null where the row says that it is not known."""
    on: date | None = None
    """The day that the row gives with it."""


@dataclass(frozen=True, slots=True)
class TakenRow:
    """What one row says of one account."""

    line: int
    name: str
    external_id: str | None
    answers: Mapping[str, Given]
    """By trait id, in the order of the mapping or of the row."""
    unmapped: tuple[tuple[str, str], ...] = ()
    """Trait ids with raw texts that the mapping does not list."""
    unreadable: tuple[str, ...] = ()
    """What could not be read, each with its trait and the reason."""


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that the mapping does not want."""

    line: int
    why: str


Reader = Callable[[Row], TakenRow | SkippedRow]


def direct_reader(pack: Pack) -> Reader:
    """How to read rows that are already in the form of `line`; what it returns raises LineRefused."""
    traits = {trait.id: trait for trait in pack.traits}

    def read(row: Row) -> TakenRow:
        line = account_line(row.fields)
        answers: dict[str, Given] = {}
        for trait_id, raw in line.answers.items():
            if trait_id not in traits:
                raise LineRefused(unknown("trait", trait_id, traits))
            answers[trait_id] = _given(raw, traits[trait_id])
        return TakenRow(row.line, _name(line.name), _external_id(line.external_id), answers)

    return read


def _given(raw: JsonValue, trait: Trait) -> Given:
    try:
        on = read_dated(raw, trait).on
    except ValueRefused as refused:
        raise LineRefused(str(refused)) from refused
    if isinstance(raw, dict) and "value" in raw:
        return Given(raw["value"], on)
    return Given(raw)


def mapped_reader(mapping: RowMapping, pack: Pack) -> Reader:
    """How to read rows that a mapping explains; what it returns raises LineRefused.

    The mapping must be without problems, as `find_problems` sees them.
    """
    traits = {trait.id: trait for trait in pack.traits}
    columns = {trait_id: _Column(traits[trait_id], each) for trait_id, each in mapping.answers.items()}
    skips = [(each, {_folded(text) for text in each.any_of}) for each in mapping.skip_when]

    def read(row: Row) -> TakenRow | SkippedRow:
        for skip, texts in skips:
            if texts.intersection(map(_folded, _texts(_field(row.fields, skip.field)))):
                return SkippedRow(row.line, skip.why)
        name = _name(_single(row.fields, mapping.name) or "")
        external_id = _single(row.fields, mapping.external_id) if mapping.external_id else None
        cells = {
            trait_id: column.read(_field(row.fields, column.mapping.field)) for trait_id, column in columns.items()
        }
        return TakenRow(
            row.line,
            name,
            _external_id(external_id),
            {trait_id: Given(cell.value) for trait_id, cell in cells.items() if cell.unreadable is None},
            tuple((trait_id, text) for trait_id, cell in cells.items() for text in cell.unmapped),
            tuple(f"{trait_id}: {cell.unreadable}" for trait_id, cell in cells.items() if cell.unreadable is not None),
        )

    return read


def _name(text: str) -> str:
    try:
        return clean_name(text)
    except AccountRefused as refused:
        raise LineRefused(str(refused)) from refused


def _external_id(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return clean_external_id(text)
    except AccountRefused as refused:
        raise LineRefused(str(refused)) from refused


def _single(fields: Mapping[str, JsonValue], path: str) -> str | None:
    """The one text or number in a field, as text; None where there is nothing."""
    raw = _field(fields, path)
    if raw is None or raw == "":
        return None
    if isinstance(raw, list | dict | bool):
        raise LineRefused(f"the field {path!r} must hold one text or number")
    return _text(raw).strip() or None


def _field(fields: Mapping[str, JsonValue], path: str) -> JsonValue:
    """What a column holds, or what is at the end of a dotted path; null where there is nothing."""
    if path in fields:
        return fields[path]
    here: JsonValue | Mapping[str, JsonValue] = fields
    for step in path.split("."):
        if not isinstance(here, Mapping) or step not in here:
            return None
        here = here[step]
    return here  # type: ignore[return-value]


def _texts(raw: JsonValue) -> list[str]:
    """The texts in a field: of a list, one for each element; nothing for null, blanks and objects."""
    elements = raw if isinstance(raw, list) else [raw]
    texts = [_text(each) for each in elements if each is not None and not isinstance(each, list | dict)]
    return [text for text in texts if text.strip()]


def _text(raw: JsonValue) -> str:
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one field of one row says of one trait."""

    value: JsonValue = None
    unmapped: tuple[str, ...] = ()
    unreadable: str | None = None


_UNKNOWN = _Cell()


class _Column:
    """How one trait is read, made ready for many rows."""

    def __init__(self, trait: Trait, mapping: FieldMapping) -> None:
        self.trait, self.mapping = trait, mapping
        self._unknown = {_folded(each) for each in mapping.unknown if each is not None}
        self._pattern = re.compile(mapping.pattern) if mapping.pattern else None
        self._values = {_folded(key): to_value(raw, trait) for key, raw in mapping.map.items()} or _options(trait)
        self._order = {key: number for number, key in enumerate(self._values)}
        self._otherwise = to_value(mapping.otherwise, trait)

    def read(self, raw: JsonValue) -> _Cell:
        """What a field says; a list is read by its elements."""
        if isinstance(raw, dict):
            return _Cell(unreadable="the field holds an object; name a field in it, as in a.b")
        texts = [text for text in map(self._cut, _texts(raw)) if text and _folded(text) not in self._unknown]
        if not texts:
            return _UNKNOWN
        known = sorted({_folded(text) for text in texts} & self._values.keys(), key=self._order.__getitem__)
        if self.trait.kind is Kind.TAGS:
            return self._tags(known)
        if known:
            return _Cell(self._values[known[0]])
        return self._number(texts, raw) if self.trait.kind.is_numeric else self._rest(texts)

    def _cut(self, text: str) -> str:
        """The part of a text that counts."""
        if self._pattern is None:
            return text
        found = self._pattern.search(text)
        return (found.group(1) or "").strip() if found else ""

    def _tags(self, known: Sequence[str]) -> _Cell:
        values = [self._values[key] for key in known]
        if not known and self.mapping.catches_the_rest:
            values = [self._otherwise]
        tags = list(dict.fromkeys(tag for value in values for tag in _tag_list(value)))
        if self.mapping.at_least:
            return _Cell({"at_least": tags}) if tags else _UNKNOWN
        return _UNKNOWN if values == [None] else _Cell(tags)

    def _number(self, texts: Sequence[str], raw: JsonValue) -> _Cell:
        if len(texts) > 1:
            return _Cell(unreadable=f"the field holds {len(texts)} values; one number is needed")
        try:
            if isinstance(raw, int | float) and self._pattern is None:
                number = _within_bounds(Decimal(str(raw)), texts[0])
            else:
                number = read_number(texts[0])
        except ValueError as wrong:
            listed = self.mapping.map or self.mapping.catches_the_rest
            return self._rest(texts) if listed else _Cell(unreadable=str(wrong))
        return _UNKNOWN if str(number) in self._unknown else _Cell(number)

    def _rest(self, texts: Sequence[str]) -> _Cell:
        if self.mapping.catches_the_rest:
            return _Cell(self._otherwise)
        return _Cell(unmapped=tuple(texts))


def _tag_list(value: JsonValue) -> list[str]:
    """The tags of a value of `map`: one, or a list."""
    if isinstance(value, list):
        return [str(tag) for tag in value]
    return [] if value is None else [str(value)]


def _options(trait: Trait) -> dict[str, JsonValue]:
    """What the options of a trait are called: by their ids first, then by their other names."""
    options: dict[str, JsonValue] = {}
    is_flag = trait.kind is Kind.FLAG
    for option in trait.option_ids:
        options.setdefault(_folded(option), option == "yes" if is_flag else option)
    for option, about in trait.options.items():
        for word in filter(None, (about.label, *about.also)):
            options.setdefault(_folded(word), option == "yes" if is_flag else option)
    if is_flag:
        for word in (*_TRUE, *_FALSE):
            options.setdefault(word, word in _TRUE)
    return options


_TRUE = ("true", "yes", "y", "on", "1")
_FALSE = ("false", "no", "n", "off", "0")


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
        if raw.casefold() not in (*_TRUE, *_FALSE):
            raise ValueError(f"{raw!r} is neither true nor false")
        return raw.casefold() in _TRUE
    return raw  # type: ignore[no-any-return]


_GROUP = "[ \u00a0\u202f'’]"
_NUMBERS = tuple(
    (re.compile(form), thousands, point)
    for form, thousands, point in (
        (r"[0-9]+", "", "."),
        (r"[0-9]{4,}\.[0-9]+|0+\.[0-9]+|[0-9]+\.(?![0-9]{3}$)[0-9]+", "", "."),
        (r"[0-9]{4,},[0-9]+|0+,[0-9]+|[0-9]+,(?![0-9]{3}$)[0-9]+", "", ","),
        (r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?", ",", "."),
        (r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}", ".", ","),
        (rf"[1-9][0-9]{{0,2}}(?:{_GROUP}[0-9]{{3}})+(?:\.[0-9]+)?", _GROUP, "."),
        (rf"[1-9][0-9]{{0,2}}(?:{_GROUP}[0-9]{{3}})+,[0-9]+", _GROUP, ","),
    )
)
"""Ways to write a number: the whole form, what parts thousands, and what comes before the decimals."""
_SUFFIXES = {"": 1, "K": 10**3, "M": 10**6, "B": 10**9}
_LONGEST_NUMBER = 40


def read_number(text: str) -> int | float:
    """The number that a text of a table means: `1200`, `1,200`, `1.200.000`, `1 200,5`, `1.2K`, `40M`.

    A point before exactly three digits is refused, as it parts thousands in one country and decimals in another.

    Raises:
        ValueError: it is no number, could be two different ones, or is out of bounds; the message says which.
    """
    clean = text.strip()
    suffix = clean[-1:].upper()
    digits = clean[:-1].rstrip() if suffix in _SUFFIXES else clean
    if len(clean) <= _LONGEST_NUMBER:
        for form, thousands, point in _NUMBERS:
            if form.fullmatch(digits):
                plain = (
                    re.sub(thousands if thousands == _GROUP else re.escape(thousands), "", digits)
                    if thousands
                    else digits
                )
                scale = _SUFFIXES.get(suffix, 1)
                return _within_bounds(Decimal(plain.replace(point, ".")) * scale, text)
    if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", digits):
        raise ValueError(f"{_shown(text)} may be {digits.replace('.', '')} or {digits}0; write it without doubt")
    if digits.startswith("-"):
        raise ValueError(f"{_shown(text)}: negative numbers are not allowed")
    raise ValueError(f"{_shown(text)} is no number")


def _within_bounds(number: Decimal, text: str) -> int | float:
    if number < 0:
        raise ValueError(f"{_shown(text)}: negative numbers are not allowed")
    if number > LARGEST:
        raise ValueError(f"{_shown(text)} is above 10^15")
    whole = round_half_up(number)
    nearest = float(number)
    return nearest if whole != number and Decimal(repr(nearest)) == number else whole


def _shown(text: str) -> str:
    return repr(text if len(text) <= _LONGEST_NUMBER else f"{text[:_LONGEST_NUMBER]}...")


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
        if (same := first.setdefault(_folded(key), key)) != key:
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
