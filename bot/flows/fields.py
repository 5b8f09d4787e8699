"""Fields: an account's answers as the fields of a form, and what a changed field means.

A field holds an option's id, a list of option ids, or words for a number. Only what a person changed is recorded: a
field is compared with what it showed when the form was opened, so that somebody else's newer answer is never
overwritten by a field that was left alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from bot.core.account import Account
from bot.core.errors import NotAllowed
from bot.core.language.reading import CannotTell
from bot.core.language.replying import read_reply
from bot.core.language.vocabulary import vocabulary_of
from bot.core.pack import Pack
from bot.core.standing import Standing
from bot.core.trait import Kind, Trait
from bot.core.wording import value_words
from bot.flows.accounts import record_answers, retract_answers
from bot.flows.desk import Desk
from bot.flows.disagreement import detect_in, found_among
from bot.flows.outcome import Recorded, Undone
from bot.ports import NewAnswer

Field = str | tuple[str, ...]
"""Words or an option's id; several ids for tags. Empty: nothing."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What the fields of a form say."""

    values: Mapping[str, JsonValue]
    """By trait; null for an empty field."""
    notes: Mapping[str, str]
    """How a value was worked out, where it is not simply what was typed."""
    wrong: Mapping[str, str]
    """By trait, why a field cannot be read."""


def field_of(standing: Standing, trait: Trait, currency: str) -> Field:
    """What a form shows for a trait: the latest answer, where it is one that a field can hold."""
    value = standing.answers[0].value if standing.answers else None
    if trait.kind is Kind.TAGS:
        return _tags(value)
    if trait.kind.is_numeric:
        return "" if value is None else value_words(value, trait, currency)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else ""


def _tags(value: JsonValue) -> tuple[str, ...]:
    listed = value.get("at_least") if isinstance(value, dict) else value
    return tuple(str(each) for each in listed) if isinstance(listed, list) else ()


def read_fields(fields: Mapping[str, Field], pack: Pack) -> Fields:
    """Read the fields of a form; every field that cannot be read is reported, not only the first."""
    values: dict[str, JsonValue] = {}
    notes: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for trait in pack.traits:
        field = fields.get(trait.id)
        if not field:
            values.update({trait.id: None} if trait.id in fields else {})
        elif trait.kind.is_numeric:
            read = read_reply(str(field), trait, vocabulary_of(pack))
            if isinstance(read, CannotTell):
                wrong[trait.id] = read.why
            else:
                values[trait.id] = read.value
                notes.update({trait.id: read.note} if read.note else {})
        elif set((field,) if isinstance(field, str) else field) <= set(trait.option_ids):
            values[trait.id] = _chosen(field, trait)
        else:
            wrong[trait.id] = "That option is no longer there. Choose another one."
    return Fields(values, notes, wrong)


def _chosen(field: Field, trait: Trait) -> JsonValue:
    if trait.kind is Kind.FLAG:
        return field == "yes"
    return field if isinstance(field, str) else list(field)


def edited(account_id: int, seen: int, fields: Mapping[str, Field], desk: Desk) -> Recorded | None:
    """Record what a person changed in a form; None where that is nothing.

    Args:
        account_id: the account.
        seen: the id of its last answer when the form was opened.
        fields: what the form holds now, by trait.
        desk: where the person is.

    Raises:
        AccountUnknown: there is no such account.
        StateUnavailable: the answers cannot be kept.
    """
    with desk.begin(writes=False) as work:
        account = work.accounts.get(account_id)
    changed = _changed(_at(account, seen), fields, desk)
    read = read_fields(changed, desk.pack)
    mine = {each.trait for each in account.answers if each.source == desk.source and each.id <= seen}
    kept = [trait for trait, value in read.values.items() if value is None and trait not in mine]
    new = [_new(trait, value, changed[trait], desk) for trait, value in read.values.items() if trait not in kept]
    notes = [*read.notes.values(), *read.wrong.values(), *(_stays(trait, desk.pack) for trait in kept)]
    if not new and not notes:
        return None
    also = detect_in(account_id, desk)
    noted = record_answers(desk.ports, desk.scope, account_id, new, desk.pack, origin=desk.origin, also=also)
    after = desk.look_up(account_id)
    ids = {answer.id for answer in noted}
    before = after.account.model_copy(update={"answers": tuple(a for a in after.account.answers if a.id not in ids)})
    found = found_among(after.account, noted, desk)
    return Recorded(after, tuple(noted), tuple(notes), desk.answer(before), found)


def _at(account: Account, seen: int) -> Account:
    """An account as it was when its last answer was that one."""
    return account.model_copy(update={"answers": tuple(each for each in account.answers if each.id <= seen)})


def _changed(then: Account, fields: Mapping[str, Field], desk: Desk) -> dict[str, Field]:
    standings = desk.scorer.standings(then, desk.today)
    shown = {
        trait.id: field_of(standing, trait, desk.pack.currency)
        for trait, standing in zip(desk.pack.traits, standings, strict=True)
    }
    return {trait: field for trait, field in fields.items() if _same(field) != _same(shown.get(trait, ""))}


def _same(field: Field) -> object:
    """Fields that are equal mean the same: tags have no order."""
    return frozenset(field) if isinstance(field, tuple) else field.strip()


def _new(trait: str, value: JsonValue, field: Field, desk: Desk) -> NewAnswer:
    typed = desk.pack.trait(trait)
    quote = field if isinstance(field, str) and typed is not None and typed.kind.is_numeric and field else None
    return NewAnswer(trait, value, desk.source, desk.now(), on=desk.today, quote=quote, draft=desk.draft)


def _stays(trait_id: str, pack: Pack) -> str:
    trait = pack.trait(trait_id)
    label = trait.label if trait is not None else trait_id
    return (
        f"{label} stays: it is not your answer, and only whoever gave it can take it back. Give yours, and both count."
    )


def take_back(account_id: int, answer_ids: Sequence[int], desk: Desk) -> Undone:
    """Take back answers of the person at the desk; taking them back again changes nothing.

    Raises:
        AccountUnknown: there is no such account.
        NotAllowed: one of the answers is not there, or somebody else's; then none is taken back.
        StateUnavailable: the state cannot be written.
    """
    answers = {each.id: each for each in desk.look_up(account_id).account.answers}
    gone = tuple(answers[each] for each in answer_ids if each in answers and answers[each].source == desk.source)
    if len(gone) != len(answer_ids):
        raise NotAllowed("Those answers are somebody else's. Only whoever gave an answer can take it back.")
    account = retract_answers(desk.ports, desk.scope, account_id, list(answer_ids), desk.now(), pack=desk.pack)
    return Undone(desk.answer(account), gone)
