"""Value: what somebody found out about one trait, in the forms of the scoring contract.

A value is stored as it was given. Its JSON forms are, by the kind of its trait:

- number, money: `120`, or `{"min": 50, "max": 200}` with either bound left out
- choice: an option id
- flag: `true` or `false` (`"yes"` and `"no"` mean the same)
- tags: `["a", "b"]`, the whole list, or `{"at_least": ["a"]}`, a lower bound
- any kind: `{"any_of": [form, ...]}`, one of these; `null`, unknown
- any of these with a date: `{"value": form, "on": "2026-11-01"}`

`read_value` turns a form into one of the classes below and refuses everything else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.core.errors import ValueRefused
from bot.core.ranges import LARGEST, round_half_up
from bot.core.trait import Kind, Trait


@dataclass(frozen=True, slots=True)
class Span:
    """Whole numbers from `low` to `high`, both included; `high` is None where there is no upper end."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Pick:
    """One option of a choice or a flag."""

    option: str


@dataclass(frozen=True, slots=True)
class TagSet:
    """A list of tags: the whole list, or (where `open_ended`) a lower bound."""

    tags: frozenset[str]
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing is known."""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of these, and nobody knows which."""

    forms: tuple["Form", ...]


Form = Span | Pick | TagSet | Unknown | AnyOf
UNKNOWN = Unknown()
_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Dated:
    """A value and the day on which it was true; an undated one never expires."""

    form: Form
    on: date | None


def read_dated(raw: object, trait: Trait) -> Dated:
    """Read a value that may carry a date.

    Raises:
        ValueRefused: the value or its date is not of an allowed form.
    """
    if not (isinstance(raw, Mapping) and "value" in raw):
        return Dated(read_value(raw, trait), None)
    if set(raw) != {"value", "on"}:
        raise _refused(trait, raw, 'a dated value holds "value" and "on" and nothing else')
    return Dated(read_value(raw["value"], trait), _read_date(raw["on"], trait))


def read_value(raw: object, trait: Trait) -> Form:
    """Read a value in one of the undated forms.

    Raises:
        ValueRefused: the value is of none of the forms that the trait's kind allows.
    """
    if raw is None:
        return UNKNOWN
    if isinstance(raw, Mapping) and "any_of" in raw:
        return _read_any_of(raw, trait)
    if trait.kind.is_numeric:
        return _read_number(raw, trait)
    if trait.kind is Kind.TAGS:
        return _read_tags(raw, trait)
    return _read_pick(raw, trait)


def _read_any_of(raw: Mapping[str, object], trait: Trait) -> AnyOf:
    forms = raw["any_of"]
    if set(raw) != {"any_of"} or not isinstance(forms, list) or not forms:
        raise _refused(trait, raw, '"any_of" holds a list of at least one form and stands alone')
    if any(isinstance(form, Mapping) and "any_of" in form for form in forms):
        raise _refused(trait, raw, '"any_of" does not hold another "any_of"')
    return AnyOf(tuple(read_value(form, trait) for form in forms))


def _read_number(raw: object, trait: Trait) -> Span:
    if not isinstance(raw, Mapping):
        number = _whole(raw, trait)
        return Span(number, number)
    if not raw or not set(raw) <= {"min", "max"}:
        raise _refused(trait, raw, 'a range holds "min", "max" or both, and nothing else')
    low = _whole(raw["min"], trait) if "min" in raw else 0
    high = _whole(raw["max"], trait) if "max" in raw else None
    if "min" in raw and "max" in raw and raw["min"] > raw["max"]:  # as written: 50.4 to 50.2 is no range either
        raise _refused(trait, raw, "min is above max")
    return Span(low, high)


def _whole(raw: object, trait: Trait) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise _refused(trait, raw, "a number is needed, without quotes")
    if not Decimal(raw).is_finite():  # math.isfinite cannot take every whole number
        raise _refused(trait, raw, "the number is not finite")
    if raw < 0:
        raise _refused(trait, raw, "negative numbers are not allowed")
    if raw > LARGEST:
        raise _refused(trait, raw, "the number is above 10^15")
    return round_half_up(raw)


def _read_pick(raw: object, trait: Trait) -> Pick:
    if trait.kind is Kind.FLAG and isinstance(raw, bool):
        return Pick("yes" if raw else "no")
    if isinstance(raw, str) and raw in trait.option_ids:
        return Pick(raw)
    allowed = "true or false" if trait.kind is Kind.FLAG else f"one of {', '.join(trait.option_ids)}"
    raise _refused(trait, raw, f"allowed is {allowed}")


def _read_tags(raw: object, trait: Trait) -> TagSet:
    if isinstance(raw, Mapping):
        if set(raw) != {"at_least"}:
            raise _refused(trait, raw, 'allowed is a list of tags, or {"at_least": [tags]}')
        return TagSet(_tags(raw["at_least"], trait), open_ended=True)
    return TagSet(_tags(raw, trait))


def _tags(raw: object, trait: Trait) -> frozenset[str]:
    if not isinstance(raw, list | tuple):
        raise _refused(trait, raw, "a list of tags is needed")
    for tag in raw:
        if not isinstance(tag, str) or tag not in trait.options:
            raise _refused(trait, tag, f"allowed are {', '.join(trait.option_ids)}")
    return frozenset(raw)


def _read_date(raw: object, trait: Trait) -> date:
    if isinstance(raw, str) and len(raw) == len("2026-11-01"):
        try:
            on = date.fromisoformat(raw)
        except ValueError:
            pass
        else:
            if on.isoformat() == raw:  # weeks such as 2026-W45-1 are read too
                return on
    raise _refused(trait, raw, "a date is written as 2026-11-01")


def _refused(trait: Trait, raw: object, why: str) -> ValueRefused:
    shown = repr(raw)
    return ValueRefused(
        f"{trait.id}: {shown if len(shown) <= _LONGEST_SHOWN else shown[:_LONGEST_SHOWN] + ' ...'}: {why}"
    )
