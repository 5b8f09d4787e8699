"""Count: the one number in a reply that answers a question for a number.

A number answers where every word around it is known to leave it the count of the whole. "200 people", "linkedin says
200" and "200 over 5 offices" do; "200 in berlin", "200 seats" and "raised 200k" count a part or something else, and
"200 last year" is no news. A number that does not answer is passed over where another one does ("40 in sales, 200
overall"); two that do have to agree, or to be the two ends of a range.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pydantic import JsonValue

from bot.core.language.beside import (
    AFTER,
    AFTER_YEAR,
    BEFORE,
    BEFORE_YEAR,
    CHANGES,
    LIMITS,
    REACHES,
    REPORTS,
    STALE,
    WITNESSES,
    denies,
    fits_year,
    has_year,
    is_of_them,
    is_timed,
    leads,
    lies_ahead,
    only_changes,
    says_whole,
    tail,
    without_old,
    without_report,
    words_of,
)
from bot.core.language.clause import Clause, Piece, clauses_of, is_subject
from bot.core.language.common import COMMON_WORDS
from bot.core.language.convert import PERIODS, worth
from bot.core.language.correction import corrected_at
from bot.core.language.duration import compound
from bot.core.language.everyday import PLAIN
from bot.core.language.quantity import CURRENCIES, Quantity, limited
from bot.core.language.reading import Refusal, Worth
from bot.core.language.vocabulary import PERCENT, TIME_UNITS, Sense, Vocabulary, is_calendar_year, unit_of
from bot.core.trait import Kind, Trait

NOTHING = Refusal("I could not read an answer to this question in that.", is_vague=True)
TWO = Refusal("That gives two different answers. Say which one holds.")
_CHANGE = Refusal("That sounds like a change or a plan. Say where it stands now.")
_OTHER = Refusal("That number seems to count something else, or only a part.", is_vague=True)
_PART = Refusal("That seems to be only a part, or to leave something out. Say the number of the whole.")
_DENIED = Refusal("That says what it is not. Say what it is.")
_SUM = Refusal("That counts two groups. Say what they are in all.")
_NOT_TODAY = Refusal("That does not sound like today's number. Say where it stands now.")
_CURRENCY = Refusal("I am not sure which currency that is in. Say it next to the number.")
_YEAR = Refusal("Is that a year? Say it with a unit if it is a count.")
_TOTALS = frozenset({
    "total", "overall", "worldwide", "globally", "altogether", "combined", "all", "now", "today", "currently",
    "weltweit", "insgesamt", "gesamt",
})  # fmt: skip
_GROUPS = frozenset({
    "contractor", "contractors", "freelancer", "freelancers", "temp", "temps", "intern", "interns", "owner", "owners",
    "founder", "founders", "part", "parttimers", "parttime", "consultants", "volunteers", "apprentices", "seasonal",
})  # fmt: skip
_PART_OF = frozenset({"in", "at", "for", "of", "within", "inside"})
_ONE, _HALF = Decimal(1), Decimal("0.5")
_PLAUSIBLE_YEARS = frozenset(range(1990, 2036)) - {2000}
_BESIDE_DURATION = frozenset({
    "a", "an", "half", "and", "ago", "over", "under", "more", "than", "less", "at", "least", "most", "almost", "nearly",
    "about", "just", "well", "the", "last", "back", "it", "was", "since", "around", "some", "good", "up", "old",
})  # fmt: skip
"""What may stand beside "a year" where that is how long ago something was."""
_PROMISES = frozenset({
    "will", "i", "to", "confirm", "check", "verify", "double", "need", "needs", "have", "that", "it", "again", "let",
    "me", "can", "tomorrow", "later", "with", "them", "should",
})  # fmt: skip
_LESS = frozenset({
    "less", "fewer", "lower", "higher", "below", "under", "over", "above", "tops", "max", "min", "maximum", "minimum",
    "most", "least",
})  # fmt: skip
"""Words that set a bound; behind a comma nobody can tell how."""
_OR_SO = frozenset({"so", "thereabouts", "something", "like", "that", "around", "maybe", "there", "about"})
"""What may follow an "or" and leaves the number before it alone."""
_SOURCE_WORDS = frozenset({
    "source", "not", "public", "estimate", "estimated", "guess", "site", "own", "approx", "fte", "ftes", "yes", "no",
    "rough", "roughly", "recent", "checked", "verified", "reported", "ttm", "ltm", "gross", "annual", "annually", "ish",
    "people", "usd", "eur", "gbp", "dollars", "euros", "per", "year", "yr",
})  # fmt: skip
"""What may stand in a bracket behind the number of the whole."""
_FEELS = frozenset({"feels", "seems", "sounds", "looks", "suspect"})
"""What somebody says who holds another number than the one just told."""
_NEEDS = frozenset({"need", "needs", "needed", "want", "wants"})
_FOUR_DIGITS = 4
_NEAR = Decimal("1.5")
"""How many times as much the larger of two numbers may be, where both are taken for the ends of a guess."""
_MOST_PEOPLE, _MOST_BARE = 5_000_000, 1_000_000


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a reply that may be the answer, and the words beside it."""

    quantity: Quantity
    beside: tuple[str, ...]
    is_marked: bool
    """Whether it says what it counts, so that it stands beside other numbers."""


def counted(sentences: Sequence[Sequence[Piece]], trait: Trait, vocabulary: Vocabulary) -> Worth | Refusal:
    """The value of the one number that a reply gives, or why it gives none."""
    clauses = [clause for pieces in _since_correction(sentences) for clause in clauses_of(pieces)]
    if not any(_has_number(clause) for clause in clauses):
        return _in_words([piece for clause in clauses for piece in clause.pieces], trait, vocabulary)
    if is_timed(trait) and (made := compound([piece for pieces in sentences for piece in pieces])) is not None:
        return worth(trait, made[0], [made[1]], vocabulary)
    if _adds_up(clauses, trait):
        return _SUM
    is_odd = any(piece.key in ("<", ">") for pieces in sentences for piece in pieces)
    limits = [why for clause in clauses if not _has_number(clause) and (why := _limit(clause, trait)) is not None]
    limits += [why for one, two in itertools.pairwise(clauses) if (why := _between(one, two)) is not None]
    found, refused = _numbers(clauses, trait)
    limits += [TWO for clause in clauses if found and _adds_need(clause, trait)]
    if limits or is_odd or _has_duration_in_words(clauses, trait):
        return next((why for why in (*limits, *refused) if not why.is_vague), NOTHING)
    if not found:
        return refused[0] if refused else _of_percentage(clauses, trait, vocabulary)
    return _agreed([worth(trait, each.quantity, each.beside, vocabulary) for each in found], trait)


def _of_percentage(clauses: Sequence[Clause], trait: Trait, vocabulary: Vocabulary) -> Worth | Refusal:
    """Why a percentage does not answer, where a reply holds no other number."""
    found = (piece.quantity for clause in clauses for piece in clause.pieces if piece.quantity is not None)
    quantity = next(found, None)
    return _OTHER if quantity is None else worth(trait, quantity, (), vocabulary)


def _since_correction(sentences: Sequence[Sequence[Piece]]) -> Sequence[Sequence[Piece]]:
    """What stands behind the last "no wait" that a number follows; all of it where there is none."""
    for at, pieces in enumerate(sentences):
        corrected = corrected_at(pieces)
        if corrected is not None and any(piece.quantity is not None for piece in pieces[corrected[1] :]):
            return _since_correction([pieces[corrected[1] :], *sentences[at + 1 :]])
    return sentences


def _has_number(clause: Clause) -> bool:
    return any(piece.quantity is not None or piece.is_refused for piece in clause.pieces)


def _adds_up(clauses: Sequence[Clause], trait: Trait) -> bool:
    """Whether a reply gives two parts of the whole: "12 ftes + 3 contractors", "3M ARR and 2M services"."""
    for clause in clauses:
        words = words_of(clause.pieces)
        is_added = clause.after in ("+", "plus", "and", "&")
        if (is_added or clause.after in (",", "with", "(", "/")) and not _GROUPS.isdisjoint(words):
            return True
        if is_added and (words[-1:] in (["something"], ["change"], ["counting"]) or words[:2] == ["then", "some"]):
            return True
        if _has_number(clause) and (clause.after in ("+", "plus") or (is_added and trait.kind is Kind.MONEY)):
            return True
    return False


def _between(one: Clause, two: Clause) -> Refusal | None:
    """What two clauses say together and neither says alone: "globex: 45", "goal: 120", "120 or double that"."""
    words = words_of(one.pieces)
    if two.after == ":" and not _has_number(one):
        return _OTHER if _names(one) else _CHANGE if not CHANGES.isdisjoint(words) else None
    if two.after == "but" and words == ["all"]:
        return _DENIED
    if _has_number(two) and not _FEELS.isdisjoint(words_of(two.pieces)) and _has_number(one):
        return TWO
    if two.after == "or" and not _OR_SO.issuperset(words_of(two.pieces)) and not _settles(two):
        return TWO
    is_aside = two.after in ("(", "[") and not two.has_subject
    return _aside(two) if is_aside else None


def _settles(clause: Clause) -> bool:
    """Whether what follows an "or" is a number, or a guess at how sure one is."""
    return any(piece.quantity is not None for piece in clause.pieces) and not {"was", "were"} & {
        *words_of(clause.pieces)
    }


def _aside(clause: Clause) -> Refusal | None:
    """What a bracket does to the number before it: "(europe)", "(target)", "(2020)"; None where it leaves it whole."""
    years = [piece.quantity for piece in clause.pieces if piece.quantity is not None and not piece.quantity.scaled]
    if any(year.low == year.high and year.low in _PLAUSIBLE_YEARS for year in years):
        return _NOT_TODAY
    if _has_number(clause) or says_whole(words_of(clause.pieces)):
        return None
    is_known = all(leaves_whole(piece) for piece in clause.pieces)
    return None if is_known else _PART


def leaves_whole(piece: Piece) -> bool:
    """Whether a word in a bracket leaves the number before it the count of the whole."""
    if piece.means(Sense.UNIT) or piece.means(Sense.NAME) or not piece.is_word:
        return True
    return not piece.meanings and piece.key in BEFORE | AFTER | REPORTS | WITNESSES | _TOTALS | _SOURCE_WORDS


def _adds_need(clause: Clause, trait: Trait) -> bool:
    """Whether a clause says how many are needed, where the question asks for just that: "40 now, need 25"."""
    is_asked = not _NEEDS.isdisjoint(trait.question.casefold().rstrip("?").split())
    return is_asked and _has_number(clause) and not _NEEDS.isdisjoint(words_of(clause.pieces))


def _names_currency(clause: Clause) -> bool:
    """Whether a currency stands apart from its number: "20 million, euros i think"."""
    return any(piece.key in CURRENCIES for piece in clause.pieces)


def _limit(clause: Clause, trait: Trait) -> Refusal | None:
    """What a clause without a number does to the one beside it: "only in berlin", "if they hire"; None for nothing."""
    if trait.kind is Kind.MONEY and _names_currency(clause):
        return _CURRENCY
    words = words_of(clause.pieces)
    if not words or says_whole(words) or _promises(words):
        return None
    if not LIMITS.isdisjoint(words):
        return _PART
    if denies(clause.pieces) or not (CHANGES | STALE | _LESS).isdisjoint(words):
        return NOTHING
    is_about_it = any(piece.meanings for piece in clause.pieces)
    return NOTHING if words[0] in _PART_OF and not is_about_it else None


def _names(clause: Clause) -> bool:
    """Whether a clause in front of a colon may name somebody: "Globex: 45"."""
    words = words_of(clause.pieces)
    return bool(words) and not _has_number(clause) and PLAIN.isdisjoint(words) and COMMON_WORDS.isdisjoint(words)


def _promises(words: Sequence[str]) -> bool:
    """Whether somebody only says that they will look again: "will confirm"."""
    return _PROMISES.issuperset(words) and not {"confirm", "check", "verify"}.isdisjoint(words)


def _has_duration_in_words(clauses: Sequence[Clause], trait: Trait) -> bool:
    """Whether "a year" stands beside the number, as in "a year or two" and "a year and 3 months"."""
    keys = [piece.key for clause in clauses for piece in clause.pieces]
    is_said = any(key in ("a", "an", "half") and after in TIME_UNITS for key, after in itertools.pairwise(keys))
    return is_timed(trait) and is_said


def _numbers(clauses: Sequence[Clause], trait: Trait) -> tuple[list[_Number], list[Refusal]]:
    """The numbers that answer, and why others do not."""
    found: list[_Number] = []
    refused: list[Refusal] = []
    for place, clause in enumerate(clauses):
        periods = tuple(_periods_around(clauses, place))
        for at in _looked_at(clause, trait):
            number = _number(clause, at, trait, periods)
            if isinstance(number, _Number):
                found.append(number)
                break
            refused.append(number)
    if any(why in (_OTHER, _YEAR) for why in refused):
        found = [each for each in found if each.is_marked]
    return found, refused


def _looked_at(clause: Clause, trait: Trait) -> list[int]:
    """Where the numbers of a clause stand; a percentage says nothing of a count, and so is no second answer."""
    found = [at for at, piece in enumerate(clause.pieces) if piece.quantity is not None or piece.is_refused]
    counts = [at for at in found if (quantity := clause.pieces[at].quantity) is None or not quantity.percent]
    is_percent = unit_of(trait) in PERCENT
    return found if is_percent else counts


def _number(clause: Clause, at: int, trait: Trait, periods: tuple[str, ...]) -> _Number | Refusal:
    """The number at a position with the words beside it, or why it does not answer."""
    piece = clause.pieces[at]
    if piece.quantity is None:
        return _OTHER
    why = _why_not(clause, at, trait)
    if why is not None:
        return why
    beside = (*periods, *(each.key for each in clause.pieces if each is not piece))
    return _Number(_dated(clause.pieces, at, piece.quantity, trait), beside, _is_marked(clause))


def _is_marked(clause: Clause) -> bool:
    """Whether a clause says by more than its number that it gives the whole: "60 people", "200 overall"."""
    says_so = any(piece.meanings or is_subject(piece) for piece in clause.pieces)
    return says_so or not (_TOTALS | REPORTS).isdisjoint(words_of(clause.pieces))


def _periods_around(clauses: Sequence[Clause], place: int) -> Iterator[str]:
    """Periods in the clauses before and behind that hold no number: "8M, monthly" and "200k/mo"."""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(clauses) and not _has_number(clauses[at]):
            yield from (piece.key for piece in clauses[at].pieces if piece.key in PERIODS)
            if clauses[at].after == "/" and clauses[at].pieces[0].key == "m":
                yield "month"
            at += step


def _dated(pieces: Sequence[Piece], at: int, quantity: Quantity, trait: Trait) -> Quantity:
    """A year with the "before" or "after" that stands in front of it."""
    before = pieces[at - 1].key if at else ""
    if not is_calendar_year(trait) or quantity.low is None or quantity.low != quantity.high:
        return quantity
    if before in BEFORE_YEAR:
        return replace(quantity, low=None, high_open=True)
    return replace(quantity, high=None, low_open=True) if before in AFTER_YEAR else quantity


def _why_not(clause: Clause, at: int, trait: Trait) -> Refusal | None:
    """Why a number does not answer, or None where it does."""
    pieces = clause.pieces
    before = without_report(pieces[:at])
    after = without_old(before, pieces[at + 1 :])
    if is_calendar_year(trait):
        return None if fits_year(before, after) else _OTHER
    if _may_be_year(pieces, at, trait):
        return _YEAR
    if is_of_them(before, after):
        return _PART
    moved = _moved(clause, at, trait, words_of([*before, *after]))
    if moved is not None or denies(before):
        return moved or _DENIED
    is_whole = not _is_too_many(pieces, at, trait) and leads(before, trait) and tail(after, trait)
    return None if is_whole else _OTHER


def _moved(clause: Clause, at: int, trait: Trait, words: Sequence[str]) -> Refusal | None:
    """Why a number is not today's: it is of another day, or says by how much something changed."""
    before = without_report(clause.pieces[:at])
    if "should" in words and not REACHES.isdisjoint(words):
        return _CHANGE
    said = [word for word, after in itertools.pairwise([*words, ""]) if (word, after) != ("last", "i")]
    said = [word for before, word in itertools.pairwise(["", *said]) if (before, word) != ("i", "would")]
    stale = STALE - {"ago", "old", "before", "last", "back"} if is_timed(trait) else STALE
    if not stale.isdisjoint(said) or has_year(clause.pieces, at) or only_changes(before):
        return _NOT_TODAY
    is_ahead = is_timed(trait) and lies_ahead(before)
    return _CHANGE if is_ahead or not CHANGES.isdisjoint(said) else None


def _is_too_many(pieces: Sequence[Piece], at: int, trait: Trait) -> bool:
    """Whether a bare number is more than anybody employs: "5M" is a sum of money."""
    quantity = pieces[at].quantity
    largest = None if quantity is None else (quantity.low if quantity.high is None else quantity.high)
    is_people = any(piece.meanings for piece in pieces)
    counts_people = (trait.unit or "").casefold() in ("people", "employees", "staff", "ftes", "heads")
    return counts_people and largest is not None and largest >= (_MOST_PEOPLE if is_people else _MOST_BARE)


def _may_be_year(pieces: Sequence[Piece], at: int, trait: Trait) -> bool:
    """Whether a bare number looks like a year: "2019"; "2019 people" does not."""
    quantity = pieces[at].quantity
    if quantity is None or quantity.low != quantity.high or quantity.low not in _PLAUSIBLE_YEARS or quantity.scaled:
        return False
    is_bare = pieces[at].end - pieces[at].start == _FOUR_DIGITS and quantity.currency is None
    is_counted = any(piece.meanings for piece in pieces) or (trait.kind is Kind.MONEY and quantity.currency is not None)
    return is_bare and not is_counted


def _agreed(found: Sequence[Worth | Refusal], trait: Trait) -> Worth | Refusal:
    """The value that several numbers give together."""
    values = [each for each in found if isinstance(each, Worth)]
    refused = [each for each in found if isinstance(each, Refusal)]
    if not values:
        return found[0]
    if any(each.offer is None for each in refused):
        return TWO
    if all(each.value == values[0].value for each in values):
        return values[0]
    lows = [each.value["min"] for each in values if isinstance(each.value, dict) and set(each.value) == {"min"}]
    highs = [each.value["max"] for each in values if isinstance(each.value, dict) and set(each.value) == {"max"}]
    if len(lows) == len(highs) == 1 and len(values) == len([*lows, *highs]):
        low, high = lows[0], highs[0]
        if isinstance(low, int) and isinstance(high, int) and low < high:
            return Worth({"min": low, "max": high}, values[0].note)
    return TWO._replace(offer=None if is_calendar_year(trait) else _span([each.value for each in values]))


def _span(values: Sequence[JsonValue]) -> JsonValue:
    """What two plain numbers that are not far apart span, to be proposed: "40, maybe 50"."""
    numbers = [each for each in values if isinstance(each, int | float)]
    if len(numbers) != len(values) or len(numbers) != len(("low", "high")):
        return None
    low, high = numbers
    return {"min": low, "max": high} if low < high and Decimal(high) <= _NEAR * Decimal(low) else None


def _in_words(pieces: Sequence[Piece], trait: Trait, vocabulary: Vocabulary) -> Worth | Refusal:
    """The duration in "a year", "half a year" or "a year and a half", for a trait that counts time."""
    words = [piece.key for piece in pieces]
    known = BEFORE | AFTER | _BESIDE_DURATION | TIME_UNITS.keys()
    if not is_timed(trait) or not known.issuperset(words_of(pieces)):
        return NOTHING
    for at, word in enumerate(words):
        if word in TIME_UNITS and at and words[at - 1] in ("a", "an"):
            size = _HALF if words[max(0, at - 2)] == "half" else _ONE
            following = words[at + 1 : at + 4]
            size += _HALF if following == ["and", "a", "half"] or following[:2] == ["a", "half"] else 0
            is_open = following[:1] == ["or"] and following[1:2] != ["so"]
            quantity = limited(Quantity(size, size), words[: at - 2 if size == _HALF else at - 1])
            return NOTHING if is_open else worth(trait, quantity, [word], vocabulary)
    return NOTHING
