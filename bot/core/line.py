"""Line: one account in one line of JSON, as `fika score` and `fika import` read it.

    {"name": "Acme", "external_id": "42", "answers": {"employees": 120}}

`external_id` may be left out. The reader is stricter than JSON libraries are by default: a key that is written twice,
NaN and Infinity, half of a surrogate pair, deep nesting and absurdly long numbers are refused, because each of them
would otherwise change a meaning in silence or break something later. Whether an answer fits its trait is for `value`.
Split a file at line feeds only: JSON text may hold the other characters that `str.splitlines` splits at.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from pydantic import JsonValue

from bot.core.errors import LineRefused
from bot.core.ranges import LARGEST, round_half_up

DEEPEST = 20
"""Levels of lists and objects; the deepest allowed value needs 7."""
MOST_DIGITS = 100
"""Of one number; what other systems use as ids is shorter."""

LONGEST_LINE = 1_000_000
"""Characters."""

_UNDECODED = re.compile("[\udc80-\udcff]")
"""What Python puts for bytes that are not UTF-8, where it was told to keep them."""
_REQUIRED = ("name", "answers")
_KEYS = (*_REQUIRED, "external_id")
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account as a line gives it."""

    name: str
    """As written; never blank."""
    external_id: str | None
    """What another system calls it, without blanks around it; a whole number is taken as its digits."""
    answers: dict[str, JsonValue]
    """Raw values by trait id, in the order of the line; their forms are not checked yet."""


def read_line(text: str) -> AccountLine:
    """Read one line.

    Raises:
        LineRefused: the line is no strict JSON or not of the form above; the message says where and what is allowed.
    """
    raw = read_json(text)
    if not isinstance(raw, dict):
        raise LineRefused('a line is one JSON object: {"name": ..., "answers": {...}}')
    return account_line(raw)


def account_line(raw: Mapping[str, JsonValue]) -> AccountLine:
    """Read the object that a line holds.

    Raises:
        LineRefused: the object is not of the form above; the message says what is allowed.
    """
    for key in raw:
        if key not in _KEYS:
            raise LineRefused(f"the key {_shown(key)} is not known; allowed are {', '.join(_KEYS)}")
    for key in _REQUIRED:
        if key not in raw:
            raise LineRefused(f'the key "{key}" is missing')
    name, answers = raw["name"], raw["answers"]
    if not isinstance(name, str) or not name.strip():
        raise LineRefused('"name" must be a text that is not blank')
    if not isinstance(answers, dict):
        raise LineRefused('"answers" must be an object: {trait: value, ...}')
    return AccountLine(name, _external_id(raw.get("external_id")), answers)


def _external_id(raw: JsonValue) -> str | None:
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, str | int) or not str(raw).strip():
        raise LineRefused('"external_id" must be a text that is not blank, or a whole number')
    return str(raw).strip()


def read_json(text: str) -> JsonValue:
    """Read one JSON value of any form, as strictly as a line.

    Raises:
        LineRefused: the text is no strict JSON.
    """
    if len(text) > LONGEST_LINE:
        raise LineRefused(f"the line is longer than {LONGEST_LINE:,} characters")
    if undecoded := _UNDECODED.search(text):
        raise LineRefused(f"byte 0x{ord(undecoded.group()) - 0xDC00:02X} is not UTF-8; save the file as UTF-8")
    try:
        raw: JsonValue = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_decimal,
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        raise LineRefused(f"no valid JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise LineRefused(_too_deep()) from error
    for part in _strings(raw, depth=0):
        if not part.isascii() and any("\ud800" <= character <= "\udfff" for character in part):
            raise LineRefused(f"the text {_shown(part)} holds half of a surrogate pair, which is no character")
    return raw


def _strings(raw: JsonValue, depth: int) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
        return
    if not isinstance(raw, dict | list):
        return
    if depth == DEEPEST:
        raise LineRefused(_too_deep())
    if isinstance(raw, dict):
        yield from raw
    for each in raw.values() if isinstance(raw, dict) else raw:
        yield from _strings(each, depth + 1)


def _too_deep() -> str:
    return f"lists and objects are nested more than {DEEPEST} levels deep"


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise LineRefused(f"the key {_shown(twice)} is written twice")
    return read


def _constant(text: str) -> NoReturn:
    raise LineRefused(f"{text} is no number")


def _integer(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise LineRefused(f"a number has {len(text)} digits; at most {MOST_DIGITS} are allowed")
    return int(text)


def _decimal(text: str) -> float | int:
    """Read a decimal so that nothing is lost that counts.

    A float stands where its own digits say the same number. Elsewhere the whole number stands that the exact decimal
    rounds to, which is all that a scorer uses of it: 49.49999999999999999999 is 49, and its nearest float would be 50.
    """
    try:
        exact = Decimal(text)
    except InvalidOperation as error:
        raise LineRefused(f"the number {_shown(text)} is beyond all bounds") from error
    nearest = float(exact)
    if Decimal(repr(nearest)) == exact:
        return nearest
    if 0 <= exact <= LARGEST:
        return round_half_up(exact)
    if math.isfinite(nearest) and not 0 <= nearest <= LARGEST:
        return nearest
    raise LineRefused(f"the number {_shown(text)} is beyond all bounds")


def _shown(text: str) -> str:
    shown = ascii(text) if not text.isprintable() else repr(text)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}..."
