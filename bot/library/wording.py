"""Wording: what pydantic says about a faulty value, as a sentence that says what is wrong and what is allowed."""

import re
from collections.abc import Callable

from pydantic_core import ErrorDetails

from bot.core.problem import Place, unknown
from bot.library.scalar import shown

_ID_PATTERN = "A-Za-z0-9"
_NEEDED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a date, as 2026-09-01",
    "decimal_type": "a decimal number, as 1.08",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
}


def sentence(fault: ErrorDetails, place: Place) -> str:
    """What is wrong with the value at a place, and what is allowed there."""
    if fault["type"] == "missing":
        return f"the key {fault['loc'][-1]!r} is missing"
    if fault["input"] is None:
        return _empty(fault, place)
    if fault["type"] in _NEEDED:
        return _wrong_kind(fault, place)
    return _WORDED.get(fault["type"], _as_pydantic_says)(fault, place)


def name_of(place: Place) -> str:
    """How a message calls a place: by its last key, and by the position within a list."""
    keys = [part for part in place if isinstance(part, str)]
    if not keys:
        return "the file" if not place else f"item {int(place[-1]) + 1}"
    if isinstance(place[-1], int):
        return f"item {place[-1] + 1} of {str(keys[-1])!r}"
    return repr(str(keys[-1]))


def _empty(fault: ErrorDetails, place: Place) -> str:
    if place and ":" in str(place[-1]):
        return f"{name_of(place)} has no value; write a space after the colon"
    if fault["type"] in ("enum", "literal_error"):
        return f"{name_of(place)} is empty; allowed: {', '.join(_expected(fault))}"
    return f"{name_of(place)} is empty; write {_NEEDED.get(fault['type'], 'a value')}, or null in quotes for the word"


def _wrong_kind(fault: ErrorDetails, place: Place) -> str:
    given = fault["input"]
    hint = f"; write [{given}]" if fault["type"] == "tuple_type" and isinstance(given, str) else ""
    return f"{name_of(place)} must be {_NEEDED[fault['type']]}, not {_kind(given)}{hint}"


def _kind(given: object) -> str:
    return "a list" if isinstance(given, list) else "keys with values" if isinstance(given, dict) else "one text"


def _expected(fault: ErrorDetails) -> list[str]:
    return [word.strip("'") for word in re.split(r", | or ", str(fault["ctx"]["expected"]))]


def _not_among(fault: ErrorDetails, place: Place) -> str:
    given, allowed = fault["input"], _expected(fault)
    if isinstance(given, int):
        return f"{given} is not on the scale, a rating must decide; allowed: {', '.join(allowed)}"
    if not isinstance(given, str):
        return f"{name_of(place)} must be one word, not {_kind(given)}; allowed: {', '.join(allowed)}"
    if fault["loc"][-1] == "[key]":
        return unknown("key", given, allowed, of=str(place[-2]))
    return unknown(name_of(place).strip("'"), given, allowed)


def _no_match(fault: ErrorDetails, _: Place) -> str:
    given = shown(str(fault["input"]))
    if _ID_PATTERN in fault["ctx"]["pattern"]:
        return f"{given} is no id; allowed: letters, digits and _ . + -, with a letter or digit first"
    return f"{given} is no currency; write three capital letters, as USD"


def _too_long(fault: ErrorDetails, _: Place) -> str:
    return f"{shown(str(fault['input']))} is too long; allowed are {fault['ctx']['max_length']} characters"


def _too_small(fault: ErrorDetails, place: Place) -> str:
    ctx = fault["ctx"]
    least = f"at least {ctx['ge']}" if "ge" in ctx else f"above {ctx['gt']}"
    return f"{name_of(place)} must be {least}, not {fault['input']}"


def _too_large(fault: ErrorDetails, place: Place) -> str:
    return f"{name_of(place)} must be at most {fault['ctx']['le']}, not {fault['input']}"


def _too_few(_: ErrorDetails, place: Place) -> str:
    return f"{name_of(place)} is an empty list; write at least one item"


def _blank(_: ErrorDetails, place: Place) -> str:
    return f"{name_of(place)} is empty; write a text"


def _said_by_a_model(fault: ErrorDetails, _: Place) -> str:
    return str(fault["ctx"]["error"])


def _as_pydantic_says(fault: ErrorDetails, place: Place) -> str:
    return f"{name_of(place)}: {fault['msg']}"


_WORDED: dict[str, Callable[[ErrorDetails, Place], str]] = {
    "enum": _not_among,
    "literal_error": _not_among,
    "string_pattern_mismatch": _no_match,
    "string_too_long": _too_long,
    "string_too_short": _blank,
    "greater_than": _too_small,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "too_short": _too_few,
    "value_error": _said_by_a_model,
}
