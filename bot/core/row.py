"""Row: what one row of somebody else's file says of one account.

Nothing is guessed: what a row does not say is unknown, a value that cannot be read is reported, and the rest of its row
still counts. Only a row without a name, or one that is wrong as a whole, is refused.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import JsonValue

from bot.core.errors import AccountRefused, LineRefused, ValueRefused
from bot.core.journey import Journey, StageId
from bot.core.line import account_line
from bot.core.mapping import FALSE, TRUE, FieldMapping, RowMapping, folded, to_value
from bot.core.naming import clean_external_id, clean_name
from bot.core.number import read_number, within_bounds
from bot.core.pack import Pack
from bot.core.problem import unknown
from bot.core.trait import Kind, Option, Trait
from bot.core.value import read_dated
from bot.core.wording import listed


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
    stage: StageId | None = None
    """In which stage of its journey the account is, where the row says so."""


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that the mapping does not want."""

    line: int
    why: str


STAGE = "stage"
"""The key of a direct row that holds the stage, and the name under which one that cannot be read is reported."""

Reader = Callable[[Row], TakenRow | SkippedRow]


def direct_reader(pack: Pack) -> Reader:
    """How to read rows that are in the form of `line`, perhaps with a `stage`; what it returns raises LineRefused."""
    traits = {trait.id: trait for trait in pack.traits}

    def read(row: Row) -> TakenRow:
        line = account_line({key: value for key, value in row.fields.items() if key != STAGE})
        answers: dict[str, Given] = {}
        for trait_id, raw in line.answers.items():
            if trait_id not in traits:
                raise LineRefused(unknown("trait", trait_id, traits))
            answers[trait_id] = _given(raw, traits[trait_id])
        stage, unread = _stage(row.fields.get(STAGE), pack.journey)
        return TakenRow(
            row.line, _name(line.name), _external_id(line.external_id), answers, unreadable=unread, stage=stage
        )

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
    skips = [(each, {folded(text) for text in each.any_of}) for each in mapping.skip_when]

    def read(row: Row) -> TakenRow | SkippedRow:
        for skip, texts in skips:
            if texts.intersection(map(folded, _texts(_field(row.fields, skip.field)))):
                return SkippedRow(row.line, skip.why)
        name = _name(_single(row.fields, mapping.name) or "")
        external_id = _single(row.fields, mapping.external_id) if mapping.external_id else None
        cells = {
            trait_id: column.read(_field(row.fields, column.mapping.field)) for trait_id, column in columns.items()
        }
        stage, unread = _stage(_field(row.fields, mapping.stage), pack.journey) if mapping.stage else (None, ())
        return TakenRow(
            row.line,
            name,
            _external_id(external_id),
            {trait_id: Given(cell.value) for trait_id, cell in cells.items() if cell.unreadable is None},
            tuple((trait_id, text) for trait_id, cell in cells.items() for text in cell.unmapped),
            (
                *(f"{trait_id}: {cell.unreadable}" for trait_id, cell in cells.items() if cell.unreadable is not None),
                *unread,
            ),
            stage,
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


def _stage(raw: JsonValue, journey: Journey) -> tuple[StageId | None, tuple[str, ...]]:
    """The stage that a field names, and why it names none; neither where there is nothing in it."""
    texts = _texts(raw)
    if not texts and not isinstance(raw, dict):
        return None, ()
    if len(texts) != 1:
        return None, (f"{STAGE}: the field must hold the name of one stage",)
    meant = journey.stages_named(texts[0])
    if len(meant) == 1:
        return meant[0], ()
    if meant:
        labels = listed([stage.label for stage in meant])
        return None, (f"{STAGE}: {texts[0]!r} may mean {labels}; nothing is taken from it",)
    taken = [name for name in journey.names() if len(journey.stages_named(name)) == 1]
    return None, (f"{STAGE}: {unknown('stage', texts[0], taken)}",)


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
        self._unknown = {folded(each) for each in mapping.unknown if each is not None}
        self._pattern = re.compile(mapping.pattern) if mapping.pattern else None
        self._values = {folded(key): to_value(raw, trait) for key, raw in mapping.map.items()} or _options(trait)
        self._order = {key: number for number, key in enumerate(self._values)}
        self._otherwise = to_value(mapping.otherwise, trait)

    def read(self, raw: JsonValue) -> _Cell:
        """What a field says; a list is read by its elements."""
        if isinstance(raw, dict):
            return _Cell(unreadable="the field holds an object; name a field in it, as in a.b")
        texts = [text for text in map(self._cut, _texts(raw)) if text and folded(text) not in self._unknown]
        if not texts:
            return _UNKNOWN
        known = sorted({folded(text) for text in texts} & self._values.keys(), key=self._order.__getitem__)
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
        tags: list[JsonValue] = []
        for value in values:
            tags += [tag for tag in _tag_list(value) if tag not in tags]
        if self.mapping.at_least:
            return _Cell({"at_least": tags}) if tags else _UNKNOWN
        return _UNKNOWN if values == [None] else _Cell(tags)

    def _number(self, texts: Sequence[str], raw: JsonValue) -> _Cell:
        if len(texts) > 1:
            return _Cell(unreadable=f"the field holds {len(texts)} values; one number is needed")
        try:
            if isinstance(raw, int | float) and not isinstance(raw, bool) and self._pattern is None:
                number = within_bounds(Decimal(str(raw)), texts[0])
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


def _tag_list(value: JsonValue) -> list[JsonValue]:
    """The tags of a value of `map`: one, or a list."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _options(trait: Trait) -> dict[str, JsonValue]:
    """What the options of a trait are called, in pack order; an id wins over another option's other names."""
    ids = {folded(option): option for option in trait.option_ids}
    options: dict[str, JsonValue] = {}
    for option in trait.option_ids:
        about = trait.options.get(option, Option())
        value: JsonValue = option == "yes" if trait.kind is Kind.FLAG else option
        for word in (option, *filter(None, (about.label, *about.also))):
            if ids.get(folded(word), option) == option:
                options.setdefault(folded(word), value)
    if trait.kind is Kind.FLAG:
        for word in (*TRUE, *FALSE):
            options.setdefault(word, word in TRUE)
    return options
