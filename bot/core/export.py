"""Export: an account as text, for another system or another state.

`as_line` gives what counts today, in the form that `line` reads: for each trait one value that leaves the same cells
possible as all the account's answers together. A value of one source that does so alone is taken as it was given, with
its date. Otherwise the line says "any of": what disagreeing sources say, or what agreeing ones leave between them; the
earliest of their dates then stands for all, so that nothing lives longer than what it rests on. `in_full` gives every
answer ever recorded, with source, quote and what was taken back.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from pydantic import JsonValue

from bot.core.account import Account, Answer
from bot.core.canonical import canonical_json
from bot.core.cell import Cells, Partition
from bot.core.ranges import parse_range
from bot.core.standing import answers_about, standing
from bot.core.trait import Kind, Trait
from bot.core.value import read_value


def as_line(
    account: Account, external_id: str | None, traits: Sequence[Trait], partitions: Sequence[Partition], today: date
) -> str:
    """What counts of an account today, as one line of canonical JSON.

    Args:
        account: the account.
        external_id: what another system calls it.
        traits: the pack's; answers about other traits are left out, as the pack no longer knows them.
        partitions: the cells of each trait.
        today: the date to answer for.
    """
    answers: dict[str, JsonValue] = {}
    for trait, partition in zip(traits, partitions, strict=True):
        value = _value(trait, partition, answers_about(account, trait.id), today)
        if value is not None:
            answers[trait.id] = value
    line: Mapping[str, JsonValue] = {"name": account.name, "answers": answers}
    return canonical_json(line if external_id is None else {**line, "external_id": external_id})


def in_full(account: Account) -> str:
    """Everything about an account, as one line of canonical JSON."""
    return canonical_json(account.model_dump(mode="json"))


def _value(trait: Trait, partition: Partition, answers: Sequence[Answer], today: date) -> JsonValue:
    """The one value that stands for all answers about a trait; null where nothing is known."""
    known = standing(trait, partition, answers, today)
    if not known.answers:
        return _dated(_longest_lived(known.expired)) if known.expired else None
    alone = [each for each in known.answers if partition.possible(read_value(each.value, trait)) == known.cells]
    if alone:
        return _dated(_longest_lived(alone))
    forms = _said(known.answers) if known.disagrees else _between(trait, partition, known.cells)
    days = [each.on for each in known.answers if each.on is not None]
    return _with_date({"any_of": forms}, min(days, default=None))


def _longest_lived(answers: Sequence[Answer]) -> Answer:
    return max(answers, key=lambda each: (each.on is None, each.on or date.min, each.id))


def _dated(answer: Answer) -> JsonValue:
    return _with_date(answer.value, answer.on)


def _with_date(value: JsonValue, on: date | None) -> JsonValue:
    return value if on is None else {"value": value, "on": on.isoformat()}


def _said(answers: Sequence[Answer]) -> list[JsonValue]:
    """Every form that any of the answers gives, each once."""
    forms: list[JsonValue] = []
    for value in (each.value for each in answers):
        said = value["any_of"] if isinstance(value, dict) and "any_of" in value else [value]
        assert isinstance(said, list)
        forms += [form for form in said if form not in forms]
    return forms


def _between(trait: Trait, partition: Partition, cells: Cells) -> list[JsonValue]:
    """A form of each cell."""
    return [form for cell in cells for form in _forms(trait, partition.cells[cell].id)]


def _forms(trait: Trait, cell_id: str) -> list[JsonValue]:
    """What a cell's id stands for, as values."""
    if trait.kind.is_numeric:
        spans = [parse_range(text) for text in cell_id.split(",")]
        return [{"min": each.low} if each.high is None else {"min": each.low, "max": each.high} for each in spans]
    if trait.kind is Kind.TAGS:
        return [list(filter(None, cell_id.split(",")))]
    return [cell_id]
