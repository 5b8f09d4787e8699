"""Quantity: a number, a range or a bound as people write it, with its currency.

A small grammar over words, from the inside out:

    amount    "1,200", "1.2k", "$3M", "EUR 2 bn", "two hundred", "half a million"
    range     "50-100", "50 to 100", "between 50 and 100", "$3-5M"
    bound     "more than 200" (from 201 on), "at least 50", "up to 500", "<20", "200+", "20 or fewer"
    about     "about 120", "~120", "120ish": taken as the number itself

What might mean two things ("1,250M"), runs backwards ("100-50") or is no count at all (dates, times of day, ordinals,
"10x") is refused: it stays in the text as something that nobody may read a value from.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil, floor
from typing import NamedTuple

from pydantic import JsonValue

from bot.core.language.words import SHORT_SCALES, Word
from bot.core.ranges import LARGEST, round_half_up


@dataclass(frozen=True, slots=True)
class Quantity:
    """Numbers from `low` to `high`; either end may be missing, and an open end does not count itself."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    currency: str | None = None
    """An ISO code, or "$" where the text says no more than that; None where it names no currency."""
    percent: bool = False
    scaled: bool = False
    """Whether a thousand, a million or the like is part of it."""
    is_hedged: bool = False
    """Whether a "maybe" or an "i think" stands in front of it."""

    def times(self, factor: Decimal | int) -> "Quantity":
        """The same in a smaller unit, of which `factor` make one of the old."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return replace(self, low=low, high=high)

    def over(self, factor: int) -> "Quantity":
        """The same in a larger unit, which is `factor` of the old."""
        low = None if self.low is None else self.low / factor
        high = None if self.high is None else self.high / factor
        return replace(self, low=low, high=high)

    def value(self) -> JsonValue | None:
        """The value in the form of the scoring contract, or None where no whole number is in it or one is too large."""
        if any(end is not None and end > LARGEST for end in (self.low, self.high)):
            return None
        low = None if self.low is None else (floor(self.low) + 1 if self.low_open else round_half_up(self.low))
        high = None if self.high is None else (ceil(self.high) - 1 if self.high_open else round_half_up(self.high))
        if high is not None and high < (low or 0):
            return None
        if low is not None and low == high:
            return low
        bounds: dict[str, JsonValue] = {}
        if low is not None:
            bounds["min"] = low
        if high is not None:
            bounds["max"] = high
        return bounds


class Measured(NamedTuple):
    """What was found at a position: a quantity, or None for a number that must not be read."""

    quantity: Quantity | None
    end: int
    """The position after its last word."""


class _Amount(NamedTuple):
    number: Decimal
    scale: int
    currency: str | None
    end: int

    @property
    def full(self) -> Decimal:
        return self.number * self.scale


_SCALES = {
    **dict.fromkeys(("k", "thousand", "thousands", "tsd", "tausend"), 10**3),
    **dict.fromkeys(("m", "mm", "mn", "mio", "mil", "mill", "mln", "million", "millions", "millionen"), 10**6),
    **dict.fromkeys(("b", "bn", "bil", "bln", "billion", "billions", "mrd", "mld", "milliarde", "milliarden"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
}
_SYMBOLS = {"$": "$", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₪": "ILS", "₺": "TRY"}
_CODE_LIST = """
usd eur gbp chf cad aud nzd sek nok dkk jpy cny rmb inr brl mxn zar sgd hkd pln czk huf ils krw aed
"""
_CODES = frozenset(_CODE_LIST.split())
_CURRENCY_WORDS = {
    **dict.fromkeys(("dollar", "dollars", "buck", "bucks"), "$"),
    **dict.fromkeys(("euro", "euros"), "EUR"),
    **dict.fromkeys(("pound", "pounds", "quid", "sterling"), "GBP"),
    **dict.fromkeys(("franc", "francs"), "CHF"),
    "yen": "JPY",
}
CURRENCIES = frozenset({*_SYMBOLS, *_CODES, *_CURRENCY_WORDS})
"""What names a currency."""
_DOLLARS = {"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD"}
_UP_TO_NINETEEN = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_UP_TO_NINETEEN.split())},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS.split())},
}
_HUNDREDS = {"hundred": 100, "dozen": 12}
_COUPLE = (("a", "couple", "of", "dozen"), ("a", "couple", "dozen"), ("couple", "of", "dozen"), ("couple", "dozen"))
"""Two dozen, as people say it."""
_QUARTERS = {
    ("a", "quarter", "million"): Decimal("0.25"), ("quarter", "million"): Decimal("0.25"),
    ("a", "quarter", "of", "a", "million"): Decimal("0.25"),
    ("three", "quarters", "of", "a", "million"): Decimal("0.75"),
    ("half", "of", "a", "million"): Decimal("0.5"), ("half", "million"): Decimal("0.5"),
    ("half", "mil"): Decimal("0.5"), ("half", "a", "mil"): Decimal("0.5"),
}  # fmt: skip
"""Parts of a million, as people say them."""
_AND_A_HALF = (("and", "a", "half"), ("and", "half"))
_JOINTS = frozenset({"-", "to", "or", "bis"})
_BETWEEN = {"between": frozenset({"and", "&", "to", "-"}), "zwischen": frozenset({"und"}), "entre": frozenset({"et"})}
_BETWEEN_LIMITS = frozenset({",", "but", "and"})
_ABOUT = """
about|around|roughly|approximately|approx|ca|circa|~|like|some|nearly|almost|close to|somewhere around
in the region of
an estimated|say|just about|give or take|maybe|probably|perhaps|i think|i guess|i believe|i would say|i would guess
or so|exactly|a good|somewhere|somewhere in the
c .|approx .|ca .|more like|rather like|rd .|rund|etwa|ungefahr|zirka|knapp|give or take about
somewhere near|in the ballpark of|in the neighborhood of|approx around|i reckon|prob|prolly
anywhere from|anywhere|+ / -|+ -|±|plus minus|plus or minus|a solid|environ|gut|a peu pres
"""
_MORE_THAN = """
more than|over|above|>|north of|greater than|bigger than|larger than|well over|just over|slightly over|a bit over
a little over|in excess of|exceeds|exceeding|beyond|a bit more than|way over|way more than|uber|mehr als
plus de|a little more than|slightly more than|a bit above|a little above|slightly above|just above|well above
way above
"""
_AT_LEAST = """
at least|easily|not below|not under|nothing under|nothing below|not smaller than|>=|> =|minimum|min|min .
a minimum of|a min of|min of|upwards of|no less than|no fewer than|not less than|not fewer than
mindestens|mind .|wenigstens|at the very least|at the least
"""
_LESS_THAN = """
less than|fewer than|under|below|<|smaller than|just under|well under|well below|a bit under
a bit below|a little below|not even|not quite|south of|sub|sub -
way under|way below|slightly below
unter|weniger als|moins de|slightly under|a little under|just shy of|shy of|just below
"""
_AT_MOST = """
up to|at most|not over|not above|nothing over|no greater than|no larger than|no higher than|<=|< =|max|max .
maximum|no more than|not more than|a maximum of|a max of|max of|capped at|a cap of|no bigger than|bis zu
hochstens|maximal|at the very most|at the most
"""
_OR_MORE = """
or more|and more|and up|or up|or above|and above|or higher|and higher|upwards|and upwards|or over|and over|plus
at least|at the least|at the very least|minimum
"""
_OR_LESS = """
or fewer|and fewer|or less|and less|or under|and under|or below|and below|or lower|and lower|tops|max|at most
at the most|at the very most|maximum
"""


class _Bound(NamedTuple):
    """Which end a word such as "over" or "at most" sets."""

    is_lower: bool
    is_open: bool
    """Whether the number itself is left out."""


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.replace("\n", "|").split("|") if phrase.strip())


_LEADS_ABOUT = frozenset(_phrases(_ABOUT))
_LEADS_BOUND = {
    **dict.fromkeys(_phrases(_MORE_THAN), _Bound(is_lower=True, is_open=True)),
    **dict.fromkeys(_phrases(_AT_LEAST), _Bound(is_lower=True, is_open=False)),
    **dict.fromkeys(_phrases(_LESS_THAN), _Bound(is_lower=False, is_open=True)),
    **dict.fromkeys(_phrases(_AT_MOST), _Bound(is_lower=False, is_open=False)),
}
_TRAILS_BOUND = {
    **dict.fromkeys(_phrases(_OR_MORE), _Bound(is_lower=True, is_open=False)),
    **dict.fromkeys(_phrases(_OR_LESS), _Bound(is_lower=False, is_open=False)),
}
_NO_COUNT = frozenset({"st", "nd", "rd", "th", "x", "am", "pm", "s", "°", "fold"})
_LONGEST_LEAD = 4
_HEDGES = frozenset({"maybe", "probably", "perhaps", "think", "guess", "believe"})
_ADDS_UP = {"hundred": 100, "thousand": 1000, "thousands": 1000}
"""Number words behind which a smaller number goes on: "a hundred and ten", "a thousand five hundred"."""
_LARGE_WORDS = frozenset({"million", "millions", "billion", "billions", "trillion"})
_PARTIAL = frozenset({*_ADDS_UP, "hundreds", "dozens"})
_SURE = frozenset({"sure", "certain", "convinced", "confident"})
_FAR = 1000
_MOST_ADDED_TO = 100
_NO_HALF = Decimal(0)


def measure(words: Sequence[Word], begin: int, *, one: bool = False) -> Measured | None:
    """Read the quantity that begins at a position, if any does; `one` lets the word "one" count as a number."""
    position, bound = _lead(words, begin)
    if position >= len(words):
        return None
    joints = _BETWEEN.get(words[position].key) if bound is None else None
    between = joints is not None
    first = _amount(words, position + between, one=one, joint="" if between else "and")
    if first is None:
        return None
    if first.number < 0 or _is_no_count(words, position + between, first.end) or _goes_before(words, begin):
        return Measured(None, _past_digits(words, first.end))
    second = _second(words, first.end, joints=joints, one=one)
    if second is None and between:
        return None
    if second is None:
        found = _narrowed(words, _bounded(words, first, bound))
    else:
        found = _ranged(words, first, second, bounded=bound is not None)
    if found.quantity is None or _HEDGES.isdisjoint(word.key for word in words[begin:position]):
        return found
    return Measured(replace(found.quantity, is_hedged=True), found.end)


def _goes_before(words: Sequence[Word], begin: int) -> bool:
    """Whether a number goes on from a word that nobody could read: "hundred and ten", "a few thousand 500"."""
    before = begin - (2 if begin and words[begin - 1].key == "and" else 1)
    return (before >= 0 and words[before].key in _PARTIAL) or _is_unsure_about(words, begin)


def _is_unsure_about(words: Sequence[Word], begin: int) -> bool:
    """Whether the number itself is what somebody is not sure of: "not sure about 120"."""
    if words[begin].key not in ("about", "of") or not begin or words[begin - 1].key not in _SURE:
        return False
    return "not" in (word.key for word in words[max(0, begin - _LONGEST_LEAD) : begin])


def _lead(words: Sequence[Word], begin: int) -> tuple[int, _Bound | None]:
    """Skip "about" and the like, and take a bound such as "more than"."""
    position = begin
    bound = None
    while True:
        following = tuple(word.key for word in words[position : position + _LONGEST_LEAD])
        lead = _longest_lead(following, _LEADS_BOUND) if bound is None else ()
        if lead:
            bound = _LEADS_BOUND[lead]
        about = () if lead else _longest_lead(following, _LEADS_ABOUT)
        if not lead and not about:
            return position, bound
        position += len(lead or about)


def _longest_lead(following: tuple[str, ...], leads: Collection[tuple[str, ...]]) -> tuple[str, ...]:
    return next((following[:size] for size in range(len(following), 0, -1) if following[:size] in leads), ())


def _ranged(words: Sequence[Word], first: _Amount, second: _Amount, *, bounded: bool) -> Measured:
    low, high = first.full, second.full
    if first.scale == 1 and second.scale > 1 and first.number <= second.number:
        low *= second.scale
    end = _after_about(words, second.end)
    lead = _longest_lead(tuple(word.key for word in words[end : end + _LONGEST_LEAD]), _TRAILS_BOUND)
    end += len(lead) if lead and not _TRAILS_BOUND[lead].is_lower else 0
    # "Two to three hundred" begins at two hundred, "one to five hundred" perhaps at one.
    shares_hundred = low < _HUNDREDS["dozen"] and words[second.end - 1].key in _HUNDREDS
    is_glued = words[first.end - 1].end == words[second.end - 1].start - 1
    is_one_number = is_glued and _is_said_short(words, first, second)
    unclear = is_one_number or shares_hundred or bounded or low >= high or second.number < 0
    # "500-1.5M" may begin at 500 thousand; "500-1.5k" begins at 500.
    is_far = first.scale == 1 < second.scale and low * _FAR < high
    unclear = unclear or is_far or _is_chained(words, second.end)
    currency = first.currency or second.currency
    if unclear or (first.currency and second.currency and first.currency != second.currency):
        return Measured(None, _past_digits(words, end))
    percent = _is_percent(words, end)
    quantity = Quantity(low, high, currency=currency, percent=percent, scaled=second.scale > 1)
    return Measured(quantity, end + percent)


def _is_said_short(words: Sequence[Word], first: _Amount, second: _Amount) -> bool:
    """Whether "one-fifty" is a hundred and fifty: a digit in words with tens glued to it."""
    is_spelled = words[first.end - 1].key in _NUMBER_WORDS and words[second.end - 1].key in _NUMBER_WORDS
    return is_spelled and first.full < _NUMBER_WORDS["ten"] and second.full >= _NUMBER_WORDS["ten"]


def _bounded(words: Sequence[Word], amount: _Amount, bound: _Bound | None) -> Measured:
    end = amount.end
    percent = _is_percent(words, end)
    end += percent
    if end < len(words) and words[end].key == "+" and words[end - 1].end == words[end].start:
        after: _Bound | None = _Bound(is_lower=True, is_open=False)
        end += 1
    else:
        lead = _longest_lead(tuple(word.key for word in words[end : end + _LONGEST_LEAD]), _TRAILS_BOUND)
        lead = () if _leads_on(words, end, bound) else lead
        after = _TRAILS_BOUND.get(lead)
        end += len(lead)
    end = _after_about(words, end)
    if bound is not None and after is not None and bound != after:
        return Measured(None, end)
    exact = Quantity(amount.full, amount.full, currency=amount.currency, percent=percent, scaled=amount.scale > 1)
    return Measured(_cut_off(exact, bound or after), end)


def _leads_on(words: Sequence[Word], position: int, bound: _Bound | None) -> bool:
    """Whether a bound belongs to the number behind it: the "max" of "min 60 max 80"."""
    ahead, other = _lead(words, position)
    if bound is None or other is None or other.is_lower is bound.is_lower or ahead >= len(words):
        return False
    return words[ahead].is_number


def _narrowed(words: Sequence[Word], found: Measured) -> Measured:
    """A lower bound with the upper one that follows it: "over 50 but less than 100"."""
    lower, end = found
    if lower is None or lower.low is None or lower.high is not None:
        return found
    while end < len(words) and words[end].key in _BETWEEN_LIMITS:
        end += 1
    position, bound = _lead(words, end)
    amount = _amount(words, position, one=False) if bound is not None and position < len(words) else None
    if bound is None or bound.is_lower or amount is None or amount.number < 0:
        return found
    if not lower.scaled and amount.scale > 1 and lower.low <= amount.number:
        lower = replace(lower, low=lower.low * amount.scale)
    upper = _bounded(words, amount, bound)
    if upper.quantity is None or upper.quantity.high is None or upper.quantity.high <= (lower.low or 0):
        return found
    if (upper.quantity.currency or lower.currency) != (lower.currency or upper.quantity.currency):
        return found
    both = replace(upper.quantity, low=lower.low, low_open=lower.low_open)
    return Measured(replace(both, currency=lower.currency or both.currency), upper.end)


def limited(quantity: Quantity, before: Sequence[str]) -> Quantity:
    """A quantity with the bound that the words before it set: "more than" and half a year."""
    leads = (tuple(before[-size:]) for size in range(min(_LONGEST_LEAD, len(before)), 0, -1))
    return _cut_off(quantity, next((_LEADS_BOUND[lead] for lead in leads if lead in _LEADS_BOUND), None))


def trailing(quantity: Quantity, following: Sequence[str]) -> tuple[Quantity, int]:
    """A quantity with the bound that words behind its unit set, and how many words those are: "80 people or more"."""
    if quantity.low is None or quantity.low != quantity.high:
        return quantity, 0
    lead = _longest_lead(tuple(following), _TRAILS_BOUND)
    if not lead or lead == ("plus",):
        return quantity, 0
    return _cut_off(quantity, _TRAILS_BOUND[lead]), len(lead)


def _cut_off(exact: Quantity, bound: _Bound | None) -> Quantity:
    if bound is None:
        return exact
    if bound.is_lower:
        return replace(exact, high=None, low_open=bound.is_open)
    return replace(exact, low=None, high_open=bound.is_open)


def _second(words: Sequence[Word], position: int, *, joints: frozenset[str] | None, one: bool) -> _Amount | None:
    """The upper end of a range, where one follows."""
    after = _after_about(words, position)
    if after >= len(words) or words[after].key not in (joints or _JOINTS):
        return None
    begins = after + 1
    begins += len(_longest_lead(tuple(word.key for word in words[begins : begins + _LONGEST_LEAD]), _LEADS_ABOUT))
    return _amount(words, begins, one=one)


def _amount(words: Sequence[Word], begin: int, *, one: bool, joint: str = "and") -> _Amount | None:
    """A number with its scale and currency, as one where it is said in several parts; below zero if unreadable."""
    first = _part(words, begin, one=one)
    if first is None or first.number < 0:
        return first
    unit = _ADDS_UP.get(words[first.end - 1].key)
    is_large = words[first.end - 1].key in _LARGE_WORDS
    begins = first.end + (unit is not None and _key(words, first.end) == joint)
    if (unit is None and not is_large) or begins >= len(words):
        return first
    rest = _amount(words, begins, one=True) if words[begins].key not in ("a", "an") else None
    if rest is None:
        return first
    is_readable = unit is not None and rest.full < unit and rest.number >= 0 and first.full / unit < _MOST_ADDED_TO
    currency = first.currency or rest.currency
    if not is_readable or rest.currency not in (None, currency):
        return _Amount(Decimal(-1), 1, None, rest.end)
    return _Amount((first.full + rest.full) / first.scale, first.scale, currency, rest.end)


def _part(words: Sequence[Word], begin: int, *, one: bool) -> _Amount | None:
    currency, position = _currency_before(words, begin)
    if position >= len(words):
        return None
    if words[position].is_number:
        return _digits(words, position, currency)
    spelled = _spelled(words, position, one=one or _says_half(words, position + 1))
    if spelled is None:
        return None
    number, scale, end = spelled
    if scale > 1:
        half, end = _half(words, end)
        number += half
    after, end = _currency_after(words, end)
    return _Amount(number, scale, currency or after, end)


def _digits(words: Sequence[Word], position: int, currency: str | None) -> _Amount:
    text, end = _grouped(words, position)
    factor = _HUNDREDS.get(_key(words, end), 1)
    half, end = _half(words, end + (factor > 1))
    scale, end = _scale_behind(words, end)
    number = read_number(text, scaled=scale * factor > 1)
    number = None if number is None else (number + half) * factor
    more, end = _half(words, end) if scale > 1 else (_NO_HALF, end)
    number = None if number is None else number + more
    about = _after_about(words, end)
    after, end = _currency_after(words, about) if _currency_after(words, about)[0] else _currency_after(words, end)
    return _Amount(Decimal(-1) if number is None else number, scale, currency or after, end)


def _grouped(words: Sequence[Word], position: int) -> tuple[str, int]:
    """The digits at a position, with thousands set apart by spaces; "200 250" may be two, and is unreadable."""
    text, end = words[position].key, position + 1
    if not re.fullmatch(r"[1-9]\d{0,2}", text):
        return text, end
    begin = end
    while end < len(words) and re.fullmatch(r"\d{3}", words[end].key) and words[end].start - words[end - 1].end == 1:
        text += words[end].key
        end += 1
    are_two = end == begin + 1 and len(words[position].key) == len("200") and words[begin].key != "000"
    return ("0" + text, end) if are_two else (text, end)


def read_number(text: str, *, scaled: bool) -> Decimal | None:
    """The number that digits with separators stand for, or None where they might stand for two.

    Three digits after a single separator are thousands ("1,200" and "1.200"), fewer are decimals ("1,2" and "1.5").
    With a million or the like behind them (`scaled`), "1.250" is a decimal and "1,250" could be either.
    """
    plain = text.replace("’", "'")
    if re.fullmatch(r"0|[1-9]\d*", plain):
        return Decimal(plain)
    if match := re.fullmatch(r"([1-9]\d{0,2}(?:([.,'])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?", plain):
        return _thousands(match, scaled=scaled)
    if re.fullmatch(r"(?:0|[1-9]\d*)(?:\.\d+|,\d{1,2})", plain):
        return Decimal(plain.replace(",", "."))
    return None


def _thousands(match: re.Match[str], *, scaled: bool) -> Decimal | None:
    whole, separator, decimals = match.groups()
    if scaled and decimals is None and whole.count(separator) == 1:
        return Decimal(whole) if separator == "." else None
    digits = whole.replace(separator, "")
    return Decimal(f"{digits}.{decimals}" if decimals else digits)


def _spelled(words: Sequence[Word], begin: int, *, one: bool) -> tuple[Decimal, int, int] | None:
    """A number in words: its number, its scale and the position after it."""
    key = words[begin].key
    following = words[begin + 1].key if begin + 1 < len(words) else ""
    quarters = next((each for each in _QUARTERS if _keys(words, begin, len(each)) == each), None)
    if quarters is not None:
        return _QUARTERS[quarters], 10**6, begin + len(quarters)
    if key == "half" and following in ("a", "an") and begin + 2 < len(words) and words[begin + 2].key in _SCALES:
        return Decimal("0.5"), _SCALES[words[begin + 2].key], begin + 3
    couple = next((phrase for phrase in _COUPLE if _keys(words, begin, len(phrase)) == phrase), ())
    if couple:
        return Decimal(2 * _HUNDREDS["dozen"]), 1, begin + len(couple)
    if key in ("a", "an"):
        if following in _HUNDREDS:
            scale, end = _scale(words, begin + 2)
            return Decimal(_HUNDREDS[following]), scale, end
        is_scale = following in _SCALES and (len(following) > len("mio") or following == "mil")
        return (Decimal(1), _SCALES[following], begin + 2) if is_scale else None
    return _spelled_out(words, begin, one=one)


def _spelled_out(words: Sequence[Word], begin: int, *, one: bool) -> tuple[Decimal, int, int] | None:
    total, end = 0, begin
    while end < len(words):
        key = words[end].key
        if key in _HUNDREDS and end > begin:
            total *= _HUNDREDS[key]
        elif key in _NUMBER_WORDS and (end == begin or total % 100 == 0 or _ends_in_tens(total)):
            total += _NUMBER_WORDS[key]
        elif not (key in ("and", "-") and end > begin and _goes_on(words, end, total)):
            break
        end += 1
    if end == begin:
        return None
    half, end = _half(words, end)
    scale, after = _scale(words, end)
    alone = total == 1 and scale == 1
    return None if alone and not one else (total + half, scale, after)


def _ends_in_tens(number: int) -> bool:
    """Whether a digit may follow in words: twenty, but neither ten nor twelve."""
    return number % 10 == 0 and number % 100 > 10  # noqa: PLR2004 - ten


def _goes_on(words: Sequence[Word], position: int, total: int) -> bool:
    """Whether an "and" or a hyphen stands inside a number: "two hundred and fifty", "twenty-five"."""
    is_number = position + 1 < len(words) and words[position + 1].key in _NUMBER_WORDS
    inside = total >= _HUNDREDS["hundred"] if words[position].key == "and" else _ends_in_tens(total)
    return is_number and inside


def _keys(words: Sequence[Word], begin: int, size: int) -> tuple[str, ...]:
    return tuple(word.key for word in words[begin : begin + size])


def _says_half(words: Sequence[Word], position: int) -> bool:
    return _half(words, position)[1] > position


def _half(words: Sequence[Word], position: int) -> tuple[Decimal, int]:
    """The half in "two and a half million" and "a million and a half", and the position after it."""
    following = tuple(word.key for word in words[position : position + 3])
    said = next((half for half in _AND_A_HALF if following[: len(half)] == half), ())
    return (Decimal("0.5") if said else _NO_HALF), position + len(said)


def _key(words: Sequence[Word], position: int) -> str:
    return words[position].key if position < len(words) else ""


def _scale(words: Sequence[Word], position: int) -> tuple[int, int]:
    if position < len(words) and words[position].key in _SCALES:
        is_short = words[position].key in SHORT_SCALES and _key(words, position + 1) == "."
        is_glued = is_short and words[position + 1].start == words[position].end
        return _SCALES[words[position].key], position + 1 + is_glued
    return 1, position


def _scale_behind(words: Sequence[Word], position: int) -> tuple[int, int]:
    """The scale at a position, or behind the "ish" there: "10-ish million"."""
    about = _after_about(words, position)
    scale, end = _scale(words, about)
    return (scale, end) if scale > 1 else (scale, position)


def _currency_before(words: Sequence[Word], position: int) -> tuple[str | None, int]:
    key = words[position].key if position < len(words) else ""
    if key in _DOLLARS and position + 1 < len(words) and words[position + 1].key == "$":
        return _DOLLARS[key], position + 2
    if key in _SYMBOLS:
        before = words[position - 1] if position else None
        is_glued = before is not None and before.end == words[position].start and before.key.isalpha()
        return ("that kind of money" if is_glued else _SYMBOLS[key]), position + 1
    return (key.upper(), position + 1) if key in _CODES else (None, position)


def _currency_after(words: Sequence[Word], position: int) -> tuple[str | None, int]:
    key = words[position].key if position < len(words) else ""
    code = _SYMBOLS.get(key) or _CURRENCY_WORDS.get(key) or (key.upper() if key in _CODES else None)
    if code is None:
        return None, position
    if code == "$" and position + 1 < len(words) and words[position + 1].is_number:
        return None, position
    return code, position + 1


def _after_about(words: Sequence[Word], position: int) -> int:
    """Skip "ish", "or so" and "give or take" behind a number."""
    following = tuple(word.key for word in words[position : position + 3])
    for trail in (("give", "or", "take"), ("-", "ish"), ("or", "so"), ("ish",)):
        if following[: len(trail)] == trail:
            return position + len(trail)
    return position


def _is_percent(words: Sequence[Word], position: int) -> bool:
    return position < len(words) and words[position].key in ("%", "percent", "pct")


def _is_no_count(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether the digits belong to a date, a time of day, an ordinal, a version, a multiple or a negative number."""
    before = words[begin - 1] if begin else None
    if before is not None and before.end == words[begin].start:
        is_sign = before.key == "-" and (begin == 1 or words[begin - 2].end < before.start or words[begin - 2].is_mark)
        is_tail = before.key == "-" and begin > 1 and words[begin - 2].end == before.start
        is_apostrophe = before.key == "'" and words[begin].end - words[begin].start == len("18")
        is_mark = before.key in ("#", "/", "*", "^", ".")
        if is_mark or is_apostrophe or is_sign or (is_tail and words[begin - 2].key not in ("sub", "pre", "post")):
            return True
    if end >= len(words) or words[end].start > words[end - 1].end:
        return False
    following = words[end].key
    goes_on = end + 1 < len(words) and words[end + 1].is_number and words[end + 1].start == words[end].end
    return following in _NO_COUNT or (following in (":", "/", "*", "^", ".") and goes_on)


def _is_chained(words: Sequence[Word], position: int) -> bool:
    """Whether a range goes on as no range does: 2026-11-03."""
    if position + 1 >= len(words) or words[position].key not in ("-", "/", ":"):
        return False
    return words[position + 1].is_number


def _past_digits(words: Sequence[Word], position: int) -> int:
    """The position after everything that is glued to a number that must not be read."""
    while position < len(words) and words[position].start == words[position - 1].end:
        if words[position].is_mark and not (position + 1 < len(words) and words[position + 1].is_number):
            break
        position += 1
    return position
