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

from bot.core.language.clause import NEGATORS, YEARS, Clause, Piece, clauses_of, is_subject
from bot.core.language.convert import PERIODS, worth
from bot.core.language.correction import corrected_at
from bot.core.language.frame import is_understood
from bot.core.language.quantity import Quantity
from bot.core.language.reading import Refusal, Worth
from bot.core.language.vocabulary import TIME_UNITS, Vocabulary, is_calendar_year
from bot.core.trait import Kind, Trait

NOTHING = Refusal("I could not read an answer to this question in that.", is_vague=True)
TWO = Refusal("That gives two different answers. Say which one holds.", is_vague=True)
_OTHER = Refusal("That number seems to count something else, or only a part.", is_vague=True)
_PART = Refusal("That seems to be only a part, or to leave something out. Say the number of the whole.")
_SUM = Refusal("That counts two groups. Say what they are in all.")
_NOT_TODAY = Refusal("That does not sound like today's number. Say where it stands now.")
_YEAR = Refusal("Is that a year? Say it with a unit if it is a count.")

_BEFORE = frozenset({
    "i", "we", "think", "guess", "say", "would", "maybe", "probably", "prob", "prolly", "reckon", "believe", "sure",
    "certain", "know", "exactly", "total", "well", "hm", "um", "uh", "oh", "ok", "okay", "yes", "yeah", "somewhere",
    "region", "neighborhood", "neighbourhood", "ballpark", "let", "me", "see", "check", "my", "notes", "answer",
    "strength", "count", "number", "size", "range", "current", "more", "rather", "close", "closer", "to", "be",
    "should", "must", "something", "best", "not", "no", "do", "does", "idea", "clue", "but", "roughly", "approx", "ca",
    "circa", "etwa", "rund", "circa", "so", "um", "die", "das", "es", "sind", "haben", "sie", "hat", "wir", "ist",
    "vor", "ungefahr", "est", "max", "min", "year", "said", "seems", "looks", "like", "up", "grew", "grown", "went",
})  # fmt: skip
_AFTER = frozenset({
    "total", "overall", "worldwide", "globally", "now", "today", "currently", "strong", "altogether", "combined", "ish",
    "roughly", "approx", "or", "so", "there", "heads", "atm", "btw", "fyi", "i", "think", "guess", "reckon", "believe",
    "they", "she", "he", "it", "we", "maybe", "probably", "prob", "right", "yes", "yeah", "give", "take", "lol",
    "thanks", "though", "gross", "net", "revenue", "recurring", "too", "at", "the", "all", "these", "days", "moment",
    "still", "already", "big", "large", "max", "tops", "min", "company", "firm", "business", "team", "org", "shop",
    "would", "say", "not", "sure", "exactly", "certain", "have", "has", "got", "are", "is", "far", "know", "as",
    "insgesamt", "aktuell", "glaube", "ich", "working", "work", "employed", "people", "company", "apparently", "there",
    "worth", "run", "rate", "full", "time", "staff", "here", "me", "tell", "remember", "correctly", "ungefahr",
})  # fmt: skip
_SPREADS = frozenset({"across", "over", "spread", "in", "at"})
_PLACES = frozenset({
    "office", "offices", "location", "locations", "site", "sites", "country", "countries", "city", "cities", "store",
    "stores", "branch", "branches", "state", "states", "region", "regions", "place", "places", "continents", "teams",
    "departments", "continent", "markets", "timezones", "entities", "clinics", "plants",
})  # fmt: skip
_WHOLE = (
    ("in", "total"), ("in", "all"), ("all", "in"), ("at", "the", "moment"), ("in", "the", "company"), ("of", "them"),
    ("at", "the", "company"), ("in", "the", "whole", "company"), ("all", "told"), ("all", "together"), ("at", "present"),
    ("as", "of", "now"), ("as", "of", "today"), ("across", "the", "company"), ("across", "all", "offices"),
    ("in", "der", "firma"), ("in", "the", "team"), ("on", "the", "team"), ("on", "payroll"), ("on", "the", "payroll"),
)  # fmt: skip
_REPORTS = frozenset({
    "says", "said", "say", "told", "claims", "claimed", "shows", "lists", "listed", "reckons", "estimates", "states",
    "mentioned", "confirmed", "heard", "thinks", "reports", "quoted",
})  # fmt: skip
_SOURCES = frozenset({"according", "per", "says", "said", "from", "via", "on"})
_WITNESSES = frozenset({
    "linkedin", "website", "zoominfo", "apollo", "crunchbase", "clearbit", "pitchbook", "crm", "site", "her", "him",
    "them", "notes", "google", "salesforce", "glassdoor", "wikipedia", "deck", "ceo", "cfo", "cto", "call", "email",
})  # fmt: skip
_STALE = frozenset({
    "was", "were", "used", "last", "previously", "formerly", "originally", "back", "once", "before", "ago", "earlier",
    "old", "previous", "had", "prior",
})  # fmt: skip
_CHANGES = frozenset({
    "from", "hired", "hire", "hiring", "lost", "fired", "competitor", "competitors", "next", "want", "wants", "plan",
    "plans", "planning", "added", "adding", "more", "fewer", "new", "will", "target", "targeting", "goal", "if", "would",
    "until", "another", "additional", "laid", "off", "raised", "by", "expect", "expecting", "expects", "aiming", "hoping",
    "if", "unless", "suppose", "should", "could", "than", "parent", "customer", "customers", "client", "clients",
    "unlike", "minus", "open", "half", "third", "most",
})  # fmt: skip
"""Words of a change, a wish, a part or another company: no number beside them is simply today's."""
_LIMITS = frozenset({
    "excluding", "including", "incl", "excl", "without", "only", "except", "minus", "apart", "besides", "counting",
    "wrong", "depending", "depends", "assuming",
})  # fmt: skip
_RISES = frozenset({
    "grew", "grown", "growing", "went", "up", "down", "increased", "rose", "fell", "dropped", "shrunk", "shrank", "cut",
})  # fmt: skip
_KNOWING = frozenset({
    "sure", "certain", "know", "exactly", "clear", "idea", "yet", "entirely", "totally", "100", "clue", "really",
    "have", "quite", "completely", "known", "say", "tell", "ask", "asked", "checked", "confirmed", "official", "public",
})  # fmt: skip
_GROUPS = frozenset({
    "contractor", "contractors", "freelancer", "freelancers", "temp", "temps", "intern", "interns", "owner", "owners",
    "founder", "founders", "part", "parttimers", "parttime", "consultants", "volunteers", "apprentices", "seasonal",
})  # fmt: skip
_PART_OF = frozenset({"in", "at", "for", "of", "within", "inside"})
_MONTHS = frozenset("""
january february march april may june july august september october november december jan feb mar apr jun jul aug sep
sept oct nov dec early late mid end beginning spring summer fall autumn winter started founded est established
incorporated launched began since in back year circa q1 q2 q3 q4
""".split())  # fmt: skip
_BEFORE_YEAR, _AFTER_YEAR = frozenset({"before", "pre"}), frozenset({"after", "post"})
_ONE, _HALF = Decimal(1), Decimal("0.5")
_PLAUSIBLE_YEARS = frozenset(range(1990, 2036)) - {2000}
_FOUR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a reply that may be the answer, and the words beside it."""

    quantity: Quantity
    beside: tuple[str, ...]


def counted(sentences: Sequence[Sequence[Piece]], trait: Trait, vocabulary: Vocabulary) -> Worth | Refusal:
    """The value of the one number that a reply gives, or why it gives none."""
    clauses = [clause for pieces in sentences for clause in clauses_of(_since_correction(pieces))]
    if not any(_has_number(clause) for clause in clauses):
        return _in_words([piece for clause in clauses for piece in clause.pieces], trait, vocabulary)
    if _adds_up(clauses):
        return _SUM
    limits = [why for clause in clauses if not _has_number(clause) and (why := _limit(clause)) is not None]
    if limits or _has_duration_in_words(clauses, trait):
        return limits[0] if limits else NOTHING
    found, refused = _numbers(clauses, trait)
    if not found:
        return refused or _OTHER
    return _agreed([worth(trait, each.quantity, each.beside, vocabulary) for each in found])


def _since_correction(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """What stands behind the last "no wait" that a number follows; all of it where there is none."""
    corrected = corrected_at(pieces)
    if corrected is None or not any(piece.quantity is not None for piece in pieces[corrected[1] :]):
        return pieces
    return _since_correction(pieces[corrected[1] :])


def _has_number(clause: Clause) -> bool:
    return any(piece.quantity is not None or piece.is_refused for piece in clause.pieces)


def _adds_up(clauses: Sequence[Clause]) -> bool:
    """Whether a reply counts people of two kinds: "12 ftes + 3 contractors"."""
    return any(
        clause.after in ("+", "plus", "and", "&", ",", "with", "(") and not _GROUPS.isdisjoint(_words(clause.pieces))
        for clause in clauses
    )


def _limit(clause: Clause) -> Refusal | None:
    """What a clause without a number does to the one beside it: "only in berlin", "if they hire"; None for nothing."""
    words = _words(clause.pieces)
    if not words or _is_whole(words) or words[:2] == ["last", "i"]:
        return None
    if not _LIMITS.isdisjoint(words):
        return _PART
    if _denies(clause.pieces) or not (_CHANGES | _STALE).isdisjoint(words):
        return NOTHING
    is_about_it = any(piece.meanings for piece in clause.pieces)
    return NOTHING if words[0] in _PART_OF and not is_about_it else None


def _has_duration_in_words(clauses: Sequence[Clause], trait: Trait) -> bool:
    """Whether "a year" stands beside the number, as in "a year or two" and "a year and 3 months"."""
    keys = [piece.key for clause in clauses for piece in clause.pieces]
    is_said = any(key in ("a", "an", "half") and after in TIME_UNITS for key, after in itertools.pairwise(keys))
    return _is_timed(trait) and is_said


def _numbers(clauses: Sequence[Clause], trait: Trait) -> tuple[list[_Number], Refusal | None]:
    """The numbers that answer, and why one does not where none does."""
    found: list[_Number] = []
    refused: Refusal | None = None
    for place, clause in enumerate(clauses):
        for at, piece in enumerate(clause.pieces):
            if piece.quantity is None:
                continue
            why = _why_not(clause, at, trait)
            if why is None:
                beside = (*_periods_around(clauses, place), *(each.key for each in clause.pieces if each is not piece))
                found.append(_Number(_dated(clause.pieces, at, piece.quantity, trait), beside))
            refused = refused or why
    return found, refused


def _periods_around(clauses: Sequence[Clause], place: int) -> Iterator[str]:
    """Periods in the clauses before and behind that hold no number: "8M, monthly" and "200k/mo"."""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(clauses) and not _has_number(clauses[at]):
            yield from (piece.key for piece in clauses[at].pieces if piece.key in PERIODS)
            at += step


def _dated(pieces: Sequence[Piece], at: int, quantity: Quantity, trait: Trait) -> Quantity:
    """A year with the "before" or "after" that stands in front of it."""
    before = pieces[at - 1].key if at else ""
    if not is_calendar_year(trait) or quantity.low is None or quantity.low != quantity.high:
        return quantity
    if before in _BEFORE_YEAR:
        return replace(quantity, low=None, high_open=True)
    return replace(quantity, high=None, low_open=True) if before in _AFTER_YEAR else quantity


def _why_not(clause: Clause, at: int, trait: Trait) -> Refusal | None:
    """Why a number does not answer, or None where it does."""
    pieces = clause.pieces
    before, after = _without_report(pieces[:at]), pieces[at + 1 :]
    words = _words([*before, *after])
    if is_calendar_year(trait):
        return None if _fits_year(before, after) else _OTHER
    if _may_be_year(pieces, at, trait):
        return _YEAR
    if _denies(before):
        return _OTHER
    stale = _STALE - {"ago", "old", "before", "last", "back"} if _is_timed(trait) else _STALE
    if not stale.isdisjoint(words) or _has_year(pieces, at) or _only_changes(before):
        return _NOT_TODAY
    if not _CHANGES.isdisjoint(words):
        return _OTHER
    return None if _leads(before) and _tail(after, trait) else _OTHER


def _only_changes(before: Sequence[Piece]) -> bool:
    """Whether a number is by how much something changed: "up 5m", and not "up to 5m" or "grew 20% to 5m"."""
    keys = {piece.key for piece in before}
    return not _RISES.isdisjoint(keys) and before[-1].key != "to"


def _without_report(before: Sequence[Piece]) -> Sequence[Piece]:
    """What stands before a number, without whoever says it: "linkedin says", "jane told me"."""
    said = next((at for at in range(len(before) - 1, -1, -1) if before[at].key in _REPORTS), None)
    if said is None or any(piece.key in NEGATORS | _STALE | _CHANGES for piece in before[:said]):
        return before
    return before[said + 1 :]


def _leads(before: Sequence[Piece]) -> bool:
    """Whether all that stands before a number is known to leave it alone."""
    is_reached = any(piece.key in _RISES for piece in before)
    has_number = any(piece.quantity is not None or piece.is_refused for piece in before)
    known = _BEFORE | _RISES if is_reached else _BEFORE
    return (is_reached or not has_number) and all(_is_clear(piece, known) for piece in before)


def _is_clear(piece: Piece, known: frozenset[str]) -> bool:
    if piece.meanings or not piece.is_word or is_subject(piece):
        return True
    return piece.key in known or is_understood([piece])


def _tail(after: Sequence[Piece], trait: Trait) -> bool:
    """Whether all that stands behind a number leaves it the count of the whole."""
    for at, piece in enumerate(after):
        rest = _words(after[at:])
        if piece.quantity is not None:
            return _is_spread(after[at:])
        if not piece.is_word or piece.meanings or is_subject(piece):
            continue
        if piece.key in TIME_UNITS or piece.key in PERIODS or _counts_time(after[at:]):
            if not (_is_timed(trait) or trait.kind is Kind.MONEY):
                return False
            continue
        if piece.key == "ago" and _is_timed(trait):
            continue
        if _names_a_source(after[at:]) or _is_spread(after[at:]):
            return True
        if piece.key in ("in", "of") and at + 1 < len(after) and after[at + 1].meanings:
            continue
        if piece.key in ("in", "of", "at", "on") and not _is_whole(rest):
            return False
        if piece.key not in _AFTER:
            return False
    return all(piece.quantity is None and not piece.is_refused for piece in after)


def _counts_time(after: Sequence[Piece]) -> bool:
    """Whether a small word begins a period: "per year", "a month"."""
    return after[0].key in ("per", "a", "every", "each", "pro", "im", "this") and any(
        piece.key in PERIODS for piece in after[1:2]
    )


def _names_a_source(after: Sequence[Piece]) -> bool:
    """Whether what follows says where a number comes from: "according to linkedin", "per jane"."""
    words = [piece.key for piece in after]
    if words[0] == "according" or words[:2] in (["i", "heard"], ["she", "said"], ["he", "said"], ["they", "said"]):
        return True
    if words[0] not in _SOURCES or any(piece.quantity is not None for piece in after):
        return False
    return not _WITNESSES.isdisjoint(words[1:3])


def _is_spread(after: Sequence[Piece]) -> bool:
    """Whether what follows says over how many places: "across 5 offices"."""
    keys = [piece.key for piece in after]
    if after[0].quantity is not None and after[0].quantity.low_open:
        return keys[1:2] != [] and keys[1] in _PLACES
    if keys[0] not in _SPREADS:
        return False
    counts = next((at for at, piece in enumerate(after) if piece.quantity is not None), None)
    if counts is not None:
        return counts <= 2 and any(key in _PLACES for key in keys[counts + 1 :])  # noqa: PLR2004 - "spread over"
    return any(key in ("all", "several", "multiple", "many", "the") for key in keys[1:3]) and keys[-1] in _PLACES


def _is_whole(words: Sequence[str]) -> bool:
    return any(tuple(words[: len(whole)]) == whole for whole in _WHOLE)


def _fits_year(before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Whether the words around a year leave it the answer: "founded in May", "since", "before"."""
    known = _BEFORE | _MONTHS | _BEFORE_YEAR | _AFTER_YEAR
    if any(piece.quantity is not None or piece.is_refused for piece in before) or _denies(before):
        return False
    return all(_is_clear(piece, known) for piece in before) and all(
        piece.quantity is None and not piece.is_refused and _is_clear(piece, _AFTER | _MONTHS) for piece in after
    )


def _may_be_year(pieces: Sequence[Piece], at: int, trait: Trait) -> bool:
    """Whether a bare number looks like a year: "2019"; "2019 people" does not."""
    quantity = pieces[at].quantity
    if quantity is None or quantity.low != quantity.high or quantity.low not in _PLAUSIBLE_YEARS or quantity.scaled:
        return False
    is_bare = pieces[at].end - pieces[at].start == _FOUR_DIGITS and quantity.currency is None
    is_counted = any(piece.meanings for piece in pieces) or (trait.kind is Kind.MONEY and quantity.currency is not None)
    return is_bare and not is_counted


def _has_year(pieces: Sequence[Piece], at: int) -> bool:
    """Whether another number of the clause is a year."""
    others = [piece.quantity for place, piece in enumerate(pieces) if place != at and piece.quantity is not None]
    return any(each.low == each.high and each.low in YEARS and not each.scaled for each in others if each.low)


def _denies(before: Sequence[Piece]) -> bool:
    """Whether a "not" turns a number away; "not sure, more than 200" does not."""
    words = _words(before)
    return any(
        word in NEGATORS and not (at + 1 < len(words) and words[at + 1] in _KNOWING) for at, word in enumerate(words)
    )


def _is_timed(trait: Trait) -> bool:
    return (trait.unit or "").casefold() in TIME_UNITS


def _agreed(found: Sequence[Worth | Refusal]) -> Worth | Refusal:
    """The value that several numbers give together."""
    values = [each for each in found if isinstance(each, Worth)]
    if not values:
        return found[0]
    if all(each.value == values[0].value for each in values):
        return values[0]
    lows = [each.value["min"] for each in values if isinstance(each.value, dict) and set(each.value) == {"min"}]
    highs = [each.value["max"] for each in values if isinstance(each.value, dict) and set(each.value) == {"max"}]
    if len(lows) == len(highs) == 1 and len(values) == len([*lows, *highs]):
        low, high = lows[0], highs[0]
        if isinstance(low, int) and isinstance(high, int) and low < high:
            return Worth({"min": low, "max": high}, values[0].note)
    return TWO


def _in_words(pieces: Sequence[Piece], trait: Trait, vocabulary: Vocabulary) -> Worth | Refusal:
    """The duration in "a year", "half a year" or "a year and a half", for a trait that counts time."""
    words = [piece.key for piece in pieces]
    if not _is_timed(trait) or not (_CHANGES - {"half"}).isdisjoint(_words(pieces)):
        return NOTHING
    for at, word in enumerate(words):
        if word in TIME_UNITS and at and words[at - 1] in ("a", "an"):
            size = _HALF if words[max(0, at - 2)] == "half" else _ONE
            following = words[at + 1 : at + 4]
            size += _HALF if following == ["and", "a", "half"] or following[:2] == ["a", "half"] else 0
            is_open = following[:1] == ["or"] and following[1:2] != ["so"]
            return NOTHING if is_open else worth(trait, Quantity(size, size), [word], vocabulary)
    return NOTHING


def _words(pieces: Sequence[Piece]) -> list[str]:
    """The words that are nobody's phrase, marks left out."""
    return [piece.key for piece in pieces if piece.is_word and not piece.meanings]
