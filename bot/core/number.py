"""Number: what a text of a table means where a number is asked for."""

import re
from decimal import Decimal

from bot.core.ranges import LARGEST, round_half_up

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
                return within_bounds(Decimal(plain.replace(point, ".")) * scale, text)
    if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", digits):
        raise ValueError(f"{_shown(text)} may be {digits.replace('.', '')} or {digits}0; write it without doubt")
    if digits.startswith("-"):
        raise ValueError(f"{_shown(text)}: negative numbers are not allowed")
    raise ValueError(f"{_shown(text)} is no number")


def within_bounds(number: Decimal, text: str) -> int | float:
    """A number that any trait may hold: a whole one, or a decimal one where that says exactly the same.

    Raises:
        ValueError: it is negative or too large; the message shows the text.
    """
    if number < 0:
        raise ValueError(f"{_shown(text)}: negative numbers are not allowed")
    if number > LARGEST:
        raise ValueError(f"{_shown(text)} is above 10^15")
    whole = round_half_up(number)
    nearest = float(number)
    return nearest if whole != number and Decimal(repr(nearest)) == number else whole


def _shown(text: str) -> str:
    return repr(text if len(text) <= _LONGEST_NUMBER else f"{text[:_LONGEST_NUMBER]}...")
