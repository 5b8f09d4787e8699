"""Scalar: what one text of a YAML file means where a number, a date or a yes is asked for.

YAML has many ways to write a number, and readers disagree about half of them. Here each kind has one way; every other
way is refused with the way to write it. Only for true and false all of YAML's words count, since there is no doubt.
"""

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal, InvalidOperation

_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})
_DIGITS = 16
"""More digits than any number in a pack has."""
_WHOLE = re.compile(rf"[+-]?(?:0|[1-9][0-9]{{0,{_DIGITS - 1}}})")
_OTHER_BASE = re.compile(rf"[+-]?0[xob][0-9a-f_]{{1,{_DIGITS}}}", re.IGNORECASE)
_DECIMAL = re.compile(rf"(?:0|[1-9][0-9]{{0,{_DIGITS - 1}}})(?:\.[0-9]{{1,{_DIGITS}}})?")
_SHOWN = 60
"""A message shows so many characters of a text."""
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NEARLY_A_DAY = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].*)?")


def whole_number(text: str) -> int:
    """The whole number that a text means.

    Raises:
        ValueError: it is not written as a plain whole number; the message says how to write it.
    """
    if _WHOLE.fullmatch(text):
        return int(text)
    meant = _meant(text)
    hint = "write a whole number, such as 3" if meant is None else f"write {meant}"
    raise ValueError(f"{shown(text)} is no whole number as a pack writes one; {hint}")


def _meant(text: str) -> int | None:
    """The whole number that somebody probably meant who wrote it in another way."""
    if _OTHER_BASE.fullmatch(text):
        with suppress(ValueError):
            return int(text, 0)
    compact = re.sub(r"[_\s]|,(?=[0-9]{3}(?![0-9]))", "", text).replace("\N{MINUS SIGN}", "-")
    try:
        number = Decimal(compact)
    except InvalidOperation:
        return None
    if not number.is_finite() or number.adjusted() >= _DIGITS or number != number.to_integral_value():
        return None
    return int(number)


def truth(text: str) -> bool:
    """Whether a text says yes or no, in any of YAML's words for it and in any letter case.

    Raises:
        ValueError: it says neither.
    """
    word = text.strip().casefold()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise ValueError(f"{shown(text)} is neither true nor false; write true or false")


def day(text: str) -> date:
    """The day that a text names, written as 2026-09-01.

    Raises:
        ValueError: it is written in another way, or there is no such day.
    """
    if parts := _DAY.fullmatch(text):
        try:
            return date(*map(int, parts.groups()))
        except ValueError as wrong:
            raise ValueError(f"there is no day {shown(text)}; check year, month and day") from wrong
    meant = "year, month and day as 2026-09-01"
    if parts := _NEARLY_A_DAY.fullmatch(text):
        with suppress(ValueError):
            meant = str(date(*map(int, parts.groups())))
    raise ValueError(f"{shown(text)} is no date as a pack writes one; write {meant}")


def plain_decimal(text: str) -> Decimal:
    """The decimal number that a text means.

    Raises:
        ValueError: it is not written plainly, with digits and at most one point.
    """
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    raise ValueError(
        f"{shown(text)} is no decimal number as a pack writes one; write it with digits and a point, as 1.08"
    )


def shown(text: str) -> str:
    """A text in quotes, as messages show it; the beginning of a long one."""
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}...")
